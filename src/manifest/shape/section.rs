//! One table against its section of the key table.

use crate::diagnostics::{Diagnostic, codes};
use crate::document::{Table, TableStyle};
use crate::manifest::keys::{Key, Kind, Section, Stage, When};
use crate::source::Span;

use super::Shape;
use super::conditions::Present;
use super::place::Place;
use super::spelling::listed;
use super::value::{example, is_header};

impl Shape<'_> {
    pub(super) fn section(&mut self, table: &Table, section: &'static Section, place: &Place<'_>) {
        let doubts = !self.document.doubtful.is_empty();
        let stray = self.is_stray(table);
        let mut present = Present {
            table,
            section,
            keys: Vec::with_capacity(table.entries.len()),
            joined: Vec::new(),
            implied: Vec::new(),
        };
        let mut unknown = Vec::new();
        let mut incomplete = table.incomplete
            || stray
            || doubts && matches!(table.style, TableStyle::Root | TableStyle::Implicit);
        for entry in &table.entries {
            match section.key(&entry.key.name) {
                _ if stray && !is_header(&entry.value) => {}
                Some(key) => present.keys.push((key, entry)),
                None if doubts && self.document.doubts(entry.key.span) => incomplete = true,
                None => unknown.push(entry),
            }
        }
        let unclear = !unknown.is_empty() && self.unknown_keys(&unknown, &mut present, place);
        let decided = self.choices(&present, unclear || incomplete, place);
        self.known_keys(&present, decided, place);
        if !incomplete {
            self.missing_keys(&present, decided, place);
        }
    }

    /// Whether nobody can know which table the header was to open: then only what has
    /// headers of its own belongs to it for certain.
    pub(super) fn is_stray(&self, table: &Table) -> bool {
        !self.document.doubtful.is_empty()
            && table.style == TableStyle::Header
            && self.document.doubts(table.span)
    }

    fn known_keys(&mut self, present: &Present<'_>, decided: bool, place: &Place<'_>) {
        for &(key, entry) in present.keys.iter().chain(&present.joined) {
            let span = entry.key.span;
            if let Stage::Later { instead, .. } = key.stage {
                if !part_of_another(present, key) {
                    self.report(
                        Diagnostic::new(
                            &codes::shape::NOT_SUPPORTED_YET,
                            span,
                            format!("`{}` is not supported yet", key.name),
                        )
                        .help(instead),
                    );
                }
            } else if decided && !present.allows(key) {
                self.misfit(present, key, span, place);
            } else {
                self.value(
                    &entry.value,
                    key.kind,
                    Some(key),
                    // A misspelt one is told already, and is meant by its right name.
                    &place.key(key.name),
                );
            }
        }
    }

    /// A key that goes with another choice than the one made.
    fn misfit(&mut self, present: &Present<'_>, key: &Key, span: Span, place: &Place<'_>) {
        let mut diagnostic = Diagnostic::new(
            &codes::shape::MISFIT,
            span,
            format!(
                "`{}` does not go with {} in {place}",
                key.name,
                present.obstacle(key.only)
            ),
        );
        let inside = present.keys.iter().find(
            |(other, _)| matches!(other.kind, Kind::Table(child) if child.key(key.name).is_some()),
        );
        diagnostic = match (inside, key.only) {
            (Some((other, _)), _) => diagnostic.help(format!(
                "write it in `{0}`: `{0}.{1}`",
                other.name, key.name
            )),
            (None, When::Has(keys)) => diagnostic.help(format!(
                "leave it out: it goes with {}",
                listed(keys.iter().copied(), "or")
            )),
            (None, When::Is(name, words)) => {
                let pairs: Vec<String> = words
                    .iter()
                    .map(|word| format!("{name} = \"{word}\""))
                    .collect();
                diagnostic.help(format!(
                    "leave it out: it goes with {}",
                    listed(pairs.iter().map(String::as_str), "or")
                ))
            }
            _ => diagnostic.help("leave it out"),
        };
        self.report(diagnostic);
    }

    /// Whether it is clear which of the keys that exclude each other was chosen.
    fn choices(&mut self, present: &Present<'_>, unclear: bool, place: &Place<'_>) -> bool {
        let mut decided = true;
        for choice in present.section.choices {
            let mut made = present
                .keys
                .iter()
                .filter(|(key, _)| choice.keys.contains(&key.name));
            match (made.next(), made.next()) {
                (Some((first, at)), Some((second, entry))) if choice.exclusive => {
                    decided = false;
                    let what = present.section.noun;
                    self.report(
                        Diagnostic::new(
                            &codes::shape::SEVERAL,
                            entry.key.span,
                            format!(
                                "{what} has one {}, and this one has `{}` and `{}`",
                                choice.noun, first.name, second.name
                            ),
                        )
                        .related(at.key.span, "the first one")
                        .help(if choice.noun == "verb" {
                            "write a step for each".to_owned()
                        } else {
                            format!("keep one of `{}` and `{}`", first.name, second.name)
                        }),
                    );
                }
                (None, _) if choice.required => {
                    let implied = choice.keys.iter().any(|key| present.has(key));
                    decided = false;
                    if !implied && !unclear {
                        self.report(
                            Diagnostic::new(
                                &codes::shape::NO_CHOICE,
                                present.table.span,
                                format!("{place} has no {}", choice.noun),
                            )
                            .help(choice.help),
                        );
                    }
                }
                _ => {}
            }
        }
        decided
    }

    fn missing_keys(&mut self, present: &Present<'_>, decided: bool, place: &Place<'_>) {
        for key in present.section.keys {
            let needed = match key.required {
                When::Never => false,
                When::Always => true,
                when => decided && present.holds(when) == Some(true),
            };
            if !needed || !key.is_built() || present.has(key.name) {
                continue;
            }
            let example = example(key);
            let write = if example.starts_with('[') && !example.starts_with("[\"") {
                format!("add `{example}`")
            } else {
                format!("add `{} = {example}`", key.name)
            };
            self.report(
                Diagnostic::new(
                    &codes::shape::MISSING_KEY,
                    present.table.span,
                    format!("{place} needs `{}`", key.name),
                )
                .help(write),
            );
        }
    }
}

/// Whether a key that is not built goes with another such key, which says it all.
fn part_of_another(present: &Present<'_>, key: &Key) -> bool {
    let with = match key.only {
        When::Has(keys) => keys,
        _ => &[],
    };
    present.keys.iter().any(|(other, _)| {
        !other.is_built() && (with.contains(&other.name) || key.part_of.contains(&other.name))
    })
}
