//! `[[moved]]` and `[[removed]]`: which objects are meant, and that they fit what is
//! declared. One that does not is left out.

use std::collections::BTreeMap;

use super::systems::incoming_name;
use super::{Moved, Removed};
use crate::diagnostics::{Diagnostic, Sink, closest, codes::names};
use crate::document::Text;
use crate::manifest::{Manifest, is_name, shown};
use crate::platform::ObjectKind;
use crate::source::{Span, Spanned};

/// The sections whose entries are objects of the platform, with their kinds and the joint
/// of their names.
const SECTIONS: &[(&str, ObjectKind, char)] = &[
    ("systems", ObjectKind::System, '-'),
    ("variables", ObjectKind::Variable, '_'),
    ("environments", ObjectKind::Environment, '-'),
];

/// The only object that has no name of its own.
const ALERTS: &str = "alerts";

/// The sections whose entries are parts of the files, and what such an entry is called.
const FILES: &[(&str, &str)] = &[
    ("workflows", "a workflow"),
    ("mappings", "a mapping"),
    ("types", "a type"),
    ("functions", "a function"),
    ("constants", "a constant"),
    ("state", "a value of the state"),
];

/// An object as it was written.
type Object = (ObjectKind, Spanned<String>);

/// The deletions and renamings that can be carried out.
pub fn resolve(manifest: &Manifest, sink: &mut Sink) -> (Vec<Removed>, Vec<Moved>) {
    let removed: Vec<(Object, String)> = manifest
        .removed
        .iter()
        .filter_map(|entry| {
            let object = object(entry.object.as_ref()?, "`[[removed]]`", sink)?;
            Some((object, reason(entry.reason.as_ref())))
        })
        .collect();
    let moved: Vec<(Object, Object, String)> = manifest
        .moved
        .iter()
        .filter_map(|entry| {
            let (written, target) = (entry.from.as_ref()?, entry.to.as_ref()?);
            let from = named(written, manifest, sink);
            // Two paths of a section that has no objects are one mistake.
            if from.is_none() && section(written) == section(target) {
                return None;
            }
            let to = named(target, manifest, sink);
            let (from, to) = (from?, to?);
            if from.0 != to.0 {
                sink.push(across(&from, &to));
                return None;
            }
            Some((from, to, reason(entry.reason.as_ref())))
        })
        .collect();
    let mut seen = Seen::default();
    let targets: BTreeMap<_, _> = moved
        .iter()
        .map(|(from, to, _)| ((from.0, from.1.value.clone()), to.1.value.clone()))
        .collect();
    let removed = removed
        .into_iter()
        .filter(|(object, _)| seen.leaves(object, sink) && is_gone(object, manifest, sink))
        .map(|((kind, name), reason)| Removed { kind, name, reason })
        .collect();
    let moved = moved
        .into_iter()
        .filter(|(from, to, _)| {
            seen.leaves(from, sink)
                && seen.arrives(from, to, &targets, sink)
                && is_gone(from, manifest, sink)
                && is_there(to, manifest, sink)
        })
        .map(|(from, to, reason)| Moved {
            kind: from.0,
            from: from.1,
            to: to.1,
            reason,
        })
        .collect();
    (removed, moved)
}

fn reason(text: Option<&Text>) -> String {
    text.map(|text| text.value.trim().to_owned())
        .unwrap_or_default()
}

/// What stands before the name.
fn section(text: &Text) -> &str {
    let written = text.value.trim();
    written
        .split_once('.')
        .map_or(written, |(section, _)| section)
}

/// The object of a path: `systems.shop`. Quotes about the name, as TOML would take them,
/// are left out.
fn object(text: &Text, block: &str, sink: &mut Sink) -> Option<Object> {
    let written = text.value.trim();
    if written == ALERTS {
        return Some((ObjectKind::Alerts, Spanned::new(String::new(), text.span)));
    }
    let (section, name) = written.split_once('.').unwrap_or((written, ""));
    let unquoted = ['"', '\''].iter().find_map(|quote| {
        let rest = name.strip_prefix(*quote)?;
        rest.strip_suffix(*quote)
    });
    let name = unquoted.unwrap_or(name);
    if let Some((_, kind, joint)) = SECTIONS.iter().find(|(known, ..)| *known == section) {
        if is_name(name, *joint) {
            return Some((*kind, Spanned::new(name.to_owned(), text.span)));
        }
        let example = if *joint == '-' {
            "old-name"
        } else {
            "old_name"
        };
        let help = format!("write its section and its name: `{section}.{example}`");
        sink.push(no_object(text, &help));
        return None;
    }
    if let Some((_, what)) = FILES.iter().find(|(known, _)| *known == section) {
        sink.push(
            Diagnostic::new(
                &names::ONLY_FILES,
                text.span,
                format!("the platform knows {what} only as a part of the files"),
            )
            .help(format!(
                "leave this {block} out: {what} is gone, or has its new name, with its block"
            )),
        );
        return None;
    }
    let help = if matches!(section, "integration" | "project" | "projects") {
        "delete or rename a project in the browser; the command line cannot".to_owned()
    } else {
        let known = SECTIONS.iter().map(|(known, ..)| *known).chain([ALERTS]);
        match closest(section, known) {
            Some(ALERTS) => "did you mean `alerts`?".to_owned(),
            Some(meant) if !name.is_empty() => format!("did you mean `{meant}.{name}`?"),
            Some(meant) => format!("write its section and its name: `{meant}.old_name`"),
            None => "write its section and its name: `systems.shop`, `variables.tax_code` or `environments.staging`; or `alerts`".to_owned(),
        }
    };
    sink.push(no_object(text, &help));
    None
}

fn no_object(text: &Text, help: &str) -> Diagnostic {
    let shown = shown(&text.value);
    Diagnostic::new(
        &names::NO_OBJECT,
        text.span,
        format!("`{shown}` is no object of the platform"),
    )
    .help(help)
}

/// As [`object`], of those that have names.
fn named(text: &Text, manifest: &Manifest, sink: &mut Sink) -> Option<Object> {
    let object = object(text, "`[[moved]]`", sink)?;
    if object.0 != ObjectKind::Alerts {
        return Some(object);
    }
    let help = if manifest.alerts.is_some() {
        "leave this `[[moved]]` out, and change `[alerts]` itself"
    } else {
        "write `[[removed]]` with `object = \"alerts\"` to delete the channel"
    };
    sink.push(
        Diagnostic::new(
            &names::NO_OBJECT,
            text.span,
            "`alerts` has no name of its own",
        )
        .help(help),
    );
    None
}

fn across(from: &Object, to: &Object) -> Diagnostic {
    Diagnostic::new(
        &names::MOVED_ACROSS,
        to.1.span,
        format!("{} cannot become {}", path(from), path(to)),
    )
    .related(from.1.span, "it is renamed from here")
    .help(format!(
        "write {}, or a `[[removed]]` with `object = \"{}\"`",
        path(&(from.0, to.1.clone())),
        plain(from)
    ))
}

/// Which objects have an entry already.
#[derive(Default)]
struct Seen {
    left: BTreeMap<(ObjectKind, String), Span>,
    arrived: BTreeMap<(ObjectKind, String), Span>,
}

impl Seen {
    /// Whether this is the first entry that the object leaves by.
    fn leaves(&mut self, object: &Object, sink: &mut Sink) -> bool {
        let key = (object.0, object.1.value.clone());
        let Some(first) = self.left.get(&key) else {
            self.left.insert(key, object.1.span);
            return true;
        };
        sink.push(
            Diagnostic::new(
                &names::MOVED_TWICE,
                object.1.span,
                format!("{} is renamed or removed twice", path(object)),
            )
            .related(*first, "the first time is here")
            .help("keep one of the two"),
        );
        false
    }

    /// Whether this is the only entry that gives the name, and the last of its chain.
    fn arrives(
        &mut self,
        from: &Object,
        to: &Object,
        targets: &BTreeMap<(ObjectKind, String), String>,
        sink: &mut Sink,
    ) -> bool {
        let key = (to.0, to.1.value.clone());
        if let Some(next) = targets.get(&key) {
            let help = if *next == from.1.value || from.1.value == to.1.value {
                format!(
                    "keep the name that is declared, and leave out what renames {}",
                    path(to)
                )
            } else {
                format!(
                    "write one renaming, `from = \"{}\"`, `to = \"{}\"`",
                    plain(from),
                    plain(&(to.0, Spanned::new(next.clone(), to.1.span)))
                )
            };
            sink.push(
                Diagnostic::new(
                    &names::MOVED_TWICE,
                    to.1.span,
                    format!("{} is renamed again", path(to)),
                )
                .help(help),
            );
            return false;
        }
        if let Some(first) = self.arrived.get(&key) {
            sink.push(
                Diagnostic::new(
                    &names::MOVED_TWICE,
                    to.1.span,
                    format!("two objects would be called {}", path(to)),
                )
                .related(*first, "the first one is here")
                .help(format!(
                    "keep one, and write the other as `[[removed]]`, `object = \"{}\"`",
                    plain(from)
                )),
            );
            return false;
        }
        self.arrived.insert(key, to.1.span);
        true
    }
}

/// Where the manifest declares the object.
fn declared(object: &Object, manifest: &Manifest) -> Option<Span> {
    let name = &object.1.value;
    match object.0 {
        ObjectKind::System => manifest.systems.iter().find_map(|system| {
            let own = &system.name.name;
            let is_twin = || system.incoming.is_some() && incoming_name(own) == *name;
            (own == name || is_twin()).then_some(system.name.span)
        }),
        ObjectKind::Variable => {
            let mut all = manifest.variables.iter().map(|held| &held.name);
            all.find(|key| key.name == *name).map(|key| key.span)
        }
        ObjectKind::Environment => {
            let mut all = manifest.environments.iter().map(|held| &held.name);
            all.find(|key| key.name == *name).map(|key| key.span)
        }
        ObjectKind::Alerts => manifest.alerts.as_ref().map(|alerts| alerts.span),
    }
}

fn is_gone(object: &Object, manifest: &Manifest, sink: &mut Sink) -> bool {
    let Some(span) = declared(object, manifest) else {
        return true;
    };
    sink.push(
        Diagnostic::new(
            &names::STILL_DECLARED,
            object.1.span,
            format!("{} is still declared", path(object)),
        )
        .related(span, "it is declared here")
        .help(format!("remove `[{}]`, or this entry", plain(object))),
    );
    false
}

fn is_there(object: &Object, manifest: &Manifest, sink: &mut Sink) -> bool {
    if declared(object, manifest).is_some() {
        return true;
    }
    let all: Vec<&str> = match object.0 {
        ObjectKind::System => manifest
            .systems
            .iter()
            .map(|s| s.name.name.as_str())
            .collect(),
        ObjectKind::Variable => manifest
            .variables
            .iter()
            .map(|v| v.name.name.as_str())
            .collect(),
        ObjectKind::Environment => manifest
            .environments
            .iter()
            .map(|e| e.name.name.as_str())
            .collect(),
        ObjectKind::Alerts => Vec::new(),
    };
    let help = match closest(&object.1.value, all) {
        Some(meant) => {
            let meant = (object.0, Spanned::new(meant.to_owned(), object.1.span));
            format!("did you mean {}?", path(&meant))
        }
        None => format!(
            "declare it as `[{}]`, with what the former block had",
            plain(object)
        ),
    };
    sink.push(
        Diagnostic::new(
            &names::MOVED_NOWHERE,
            object.1.span,
            format!("{} is not declared", path(object)),
        )
        .help(help),
    );
    false
}

/// The object as the manifest writes it.
fn plain(object: &Object) -> String {
    SECTIONS
        .iter()
        .find(|(_, kind, _)| *kind == object.0)
        .map_or_else(
            || ALERTS.to_owned(),
            |(section, ..)| format!("{section}.{}", object.1.value),
        )
}

fn path(object: &Object) -> String {
    format!("`{}`", plain(object))
}
