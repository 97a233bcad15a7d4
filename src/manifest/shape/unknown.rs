//! Keys that the table does not have: what was meant, and what to write.

use crate::diagnostics::{Diagnostic, Edit, Fix, Related, closest, codes};
use crate::document::Entry;
use crate::manifest::keys::{Hint, Key, Kind, Section, Stage, sections_in_order};

use super::Shape;
use super::conditions::Present;
use super::place::Place;
use super::rename::{header, joins, renames};
use super::spelling::{folded, is_plural, listed, same, shown};
use super::value::{fits, is_header};

/// What an unknown key was meant to be.
enum Meant {
    /// A key of this table; `sure` where the spelling leaves no doubt.
    Key {
        key: &'static Key,
        sure: bool,
    },
    Hint(&'static Hint),
    /// A key of the table under `parent`.
    Inside {
        parent: &'static Key,
        key: &'static Key,
    },
    /// A key of tables elsewhere.
    Elsewhere(Vec<&'static str>),
    Nothing,
}

impl Shape<'_> {
    /// Reports the entries; returns whether it stays open what one of them is.
    pub(super) fn unknown_keys<'t>(
        &mut self,
        unknown: &[&'t Entry],
        present: &mut Present<'t>,
        place: &Place<'_>,
    ) -> bool {
        let mut unclear = false;
        // What was reported for a target: one misunderstanding, one diagnostic.
        let mut targets: Vec<(&'static str, usize)> = Vec::new();
        for entry in unknown {
            let meant = meaning(&entry.key.name, present);
            let target = meant.target();
            let known = target.and_then(|name| targets.iter().find(|(known, _)| *known == name));
            if let Some(&(_, first)) = known {
                self.goes_with(entry, &meant, first, present, place);
                continue;
            }
            let at = self.found.len();
            match meant {
                Meant::Key { key, sure } => self.misspelt(entry, key, sure, present, place),
                Meant::Hint(hint) => self.found.push(unknown_key(entry, place).help(hint.help)),
                Meant::Inside { parent, key } => self.inside(entry, parent, key, present, place),
                Meant::Elsewhere(paths) => {
                    let headers: Vec<String> =
                        paths.iter().map(|path| format!("[{path}]")).collect();
                    self.found.push(misplaced(entry, place).help(format!(
                        "write it in {}",
                        listed(headers.iter().map(String::as_str), "or")
                    )));
                }
                Meant::Nothing => {
                    unclear = true;
                    self.found.push(unknown_key(entry, place).help(format!(
                        "{} has the keys {}",
                        present.section.noun,
                        listed(
                            present
                                .section
                                .keys
                                .iter()
                                .filter(|key| key.is_built() && present.allows(key))
                                .map(|key| key.name),
                            "and"
                        )
                    )));
                }
            }
            if let Some(target) = target {
                targets.push((target, at));
                present.implied.push(target);
            }
        }
        unclear
    }

    /// A key that means what an earlier one was told to mean.
    fn goes_with<'t>(
        &mut self,
        entry: &'t Entry,
        meant: &Meant,
        first: usize,
        present: &mut Present<'t>,
        place: &Place<'_>,
    ) {
        let renamed = match meant {
            Meant::Key { key, sure: true } => self.join(entry, key, present, place),
            _ => None,
        };
        let Some(first) = self.found.get_mut(first) else {
            return;
        };
        first.related.push(Related {
            span: entry.key.span,
            message: format!("`{}` goes with it", shown(&entry.key.name)),
        });
        match (&mut first.fix, renamed) {
            (Some(fix), Some(more)) => fix.edits.extend(more),
            (fix, _) => *fix = None,
        }
    }

    /// Reads a misspelt table together with the right one, where headers can make both.
    /// Gives what renames it where nothing is in both; `None` where it is not read.
    fn join<'t>(
        &mut self,
        entry: &'t Entry,
        key: &'static Key,
        present: &mut Present<'t>,
        place: &Place<'_>,
    ) -> Option<Vec<Edit>> {
        let all = present.keys.iter().chain(&present.joined);
        let mut others = all.filter(|(known, _)| known.name == key.name).peekable();
        others.peek()?;
        let mut certain = true;
        for (_, other) in others {
            let apart = joins(key.kind, &other.value, &entry.value)?;
            certain &= apart;
        }
        self.repairs.add(&entry.key, key.name);
        present.joined.push((key, entry));
        certain
            .then(|| renames(entry, key.name, self.document, place))
            .flatten()
    }

    /// A key of this table under another name.
    fn misspelt<'t>(
        &mut self,
        entry: &'t Entry,
        key: &'static Key,
        sure: bool,
        present: &mut Present<'t>,
        place: &Place<'_>,
    ) {
        let written = shown(&entry.key.name);
        if let Stage::Later { instead, .. } = key.stage {
            self.found.push(
                Diagnostic::new(
                    &codes::shape::NOT_SUPPORTED_YET,
                    entry.key.span,
                    format!("`{written}`, which is `{}`, is not supported yet", key.name),
                )
                .help(instead),
            );
            return;
        }
        let diagnostic = unknown_key(entry, place);
        let help = format!("write {}", header(entry, key.name, place));
        if present.keys.iter().any(|(known, _)| known.name == key.name) {
            let before = present.joined.len();
            let edits = sure
                .then(|| self.join(entry, key, present, place))
                .flatten();
            let diagnostic = match edits {
                Some(edits) => fixed(diagnostic.help(help), edits),
                None if present.joined.len() > before => diagnostic.help(help),
                None => diagnostic.help(format!("leave it out: `{}` says it already", key.name)),
            };
            self.found.push(diagnostic);
            return;
        }
        let diagnostic = diagnostic.help(help);
        // A guess is worth saying, not following.
        if !sure || !fits(key.kind, &entry.value) {
            self.found.push(diagnostic);
            return;
        }
        self.repairs.add(&entry.key, key.name);
        present.keys.push((key, entry));
        let edits = renames(entry, key.name, self.document, place)
            .filter(|_| is_header(&entry.value) || self.is_clean(&entry.value, key.kind, place));
        self.found.push(match edits {
            Some(edits) => fixed(diagnostic, edits),
            None => diagnostic,
        });
    }

    /// A key that belongs in a table of this table.
    fn inside(
        &mut self,
        entry: &Entry,
        parent: &'static Key,
        key: &'static Key,
        present: &Present<'_>,
        place: &Place<'_>,
    ) {
        let path = format!("{}.{}", parent.name, key.name);
        let diagnostic = misplaced(entry, place);
        let help = format!("write it in `{}`: `{path} = …`", parent.name);
        let edits = renames(entry, &path, self.document, place).filter(|_| {
            !is_header(&entry.value)
                && present.table.get(parent.name).is_none()
                && self.is_clean(&entry.value, key.kind, place)
        });
        self.found.push(match edits {
            Some(edits) => fixed(diagnostic.help(help), edits),
            None => diagnostic.help(help),
        });
    }
}

impl Meant {
    const fn target(&self) -> Option<&'static str> {
        match self {
            Self::Key { key, .. } => Some(key.name),
            Self::Hint(hint) => hint.key,
            Self::Inside { parent, .. } => Some(parent.name),
            Self::Elsewhere(_) | Self::Nothing => None,
        }
    }
}

fn meaning(written: &str, present: &Present<'_>) -> Meant {
    let section = present.section;
    if let Some(key) = section.keys.iter().find(|key| same(key.name, written)) {
        return Meant::Key { key, sure: true };
    }
    let hint = section
        .hints
        .iter()
        .find(|hint| hint.words.iter().any(|word| same(word, written)));
    if let Some(hint) = hint {
        return Meant::Hint(hint);
    }
    let fitting = || section.keys.iter().filter(|key| present.allows(key));
    let synonym = fitting().find(|key| key.synonyms.iter().any(|synonym| same(synonym, written)));
    if let Some(key) = synonym {
        return Meant::Key { key, sure: true };
    }
    let names = |key: &Key| std::iter::once(key.name).chain(key.synonyms.iter().copied());
    let singular = fitting()
        .filter(|key| holds_several(key.kind))
        .find(|key| names(key).any(|name| is_plural(name, written)));
    if let Some(key) = singular {
        return Meant::Key { key, sure: true };
    }
    if let Some((parent, key)) = inside(section, written) {
        return Meant::Inside { parent, key };
    }
    if let Some(name) = closest(written, fitting().map(|key| key.name))
        && let Some(key) = section.key(name)
    {
        return Meant::Key {
            key,
            sure: is_slip(written, name),
        };
    }
    let elsewhere: Vec<&str> = sections_in_order()
        .0
        .into_iter()
        .filter(|other| !other.path.is_empty() && other.key(written).is_some_and(Key::is_built))
        .map(|other| other.path)
        .take(3)
        .collect();
    if elsewhere.is_empty() {
        Meant::Nothing
    } else {
        Meant::Elsewhere(elsewhere)
    }
}

/// The table of this table that has the key.
fn inside(section: &Section, written: &str) -> Option<(&'static Key, &'static Key)> {
    let table = |kind: &Kind| match kind {
        Kind::Table(child) => Some(*child),
        _ => None,
    };
    section
        .keys
        .iter()
        .filter(|key| key.is_built())
        .find_map(|parent| {
            let child = match &parent.kind {
                Kind::Either(kinds) => kinds.iter().find_map(table),
                kind => table(kind),
            }?;
            let key = child.key(written).filter(|key| key.is_built())?;
            Some((parent, key))
        })
}

/// Whether the key is named by a plural, and people write the singular.
fn holds_several(kind: Kind) -> bool {
    match kind {
        Kind::Map { .. } | Kind::List { .. } => true,
        Kind::Either(kinds) => kinds.iter().any(|kind| holds_several(*kind)),
        _ => false,
    }
}

/// Whether one slip of the hand, or two in a long word, make one of the other.
fn is_slip(written: &str, name: &str) -> bool {
    let distance = strsim::damerau_levenshtein(&folded(written), &folded(name));
    match name.len() {
        0..=3 => false,
        4..=7 => distance <= 1,
        _ => distance <= 2,
    }
}

fn unknown_key(entry: &Entry, place: &Place<'_>) -> Diagnostic {
    Diagnostic::new(
        &codes::shape::UNKNOWN_KEY,
        entry.key.span,
        format!("unknown key `{}` in {place}", shown(&entry.key.name)),
    )
}

fn misplaced(entry: &Entry, place: &Place<'_>) -> Diagnostic {
    Diagnostic::new(
        &codes::shape::MISPLACED_KEY,
        entry.key.span,
        format!("`{}` does not belong in {place}", shown(&entry.key.name)),
    )
}

fn fixed(diagnostic: Diagnostic, edits: Vec<Edit>) -> Diagnostic {
    let title = diagnostic.help.clone().unwrap_or_default();
    Diagnostic {
        fix: Some(Fix { title, edits }),
        ..diagnostic
    }
}
