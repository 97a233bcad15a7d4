//! The key table: every key of the manifest, said once. It drives the reader, the
//! suggestions for unknown keys, the JSON Schema and `docs/manifest.md`.

pub mod auth;
pub mod environments;
mod functions;
pub mod inline_schema;
mod integration;
pub mod mappings;
mod moves;
mod repetition;
mod root;
pub mod smoke;
mod state;
pub mod steps;
pub mod systems;
mod table;
pub mod triggers;
pub mod types;
mod upsert;
mod variables;
mod workflows;

pub use root::ROOT;
pub use table::{FIRST, Format, Hint, Key, Kind, Naming, Section, Stage, When, Word};

/// Every section that can be reached from the root, each once, parents first.
pub fn sections() -> Vec<&'static Section> {
    let mut found = vec![&ROOT];
    let mut next = 0;
    while let Some(section) = found.get(next).copied() {
        for key in section.keys {
            collect(key.kind, &mut found);
        }
        next += 1;
    }
    found
}

/// Every section in the order of a page, each once: those that are in use, and those
/// that only keys of a later stage lead to.
pub fn sections_in_order() -> (Vec<&'static Section>, Vec<&'static Section>) {
    let mut built = Vec::new();
    descend(&ROOT, &mut built);
    let later = sections()
        .into_iter()
        .filter(|section| !holds(&built, section))
        .collect();
    (built, later)
}

fn descend(section: &'static Section, found: &mut Vec<&'static Section>) {
    found.push(section);
    for key in section.keys.iter().filter(|key| key.is_built()) {
        let mut inner = Vec::new();
        collect(key.kind, &mut inner);
        for section in inner {
            if !holds(found, section) {
                descend(section, found);
            }
        }
    }
}

fn holds(found: &[&'static Section], section: &'static Section) -> bool {
    found.iter().any(|known| std::ptr::eq(*known, section))
}

fn collect(kind: Kind, found: &mut Vec<&'static Section>) {
    match kind {
        Kind::Table(section) if holds(found, section) => {}
        Kind::Table(section) => found.push(section),
        Kind::List { of, .. } | Kind::Map { of, .. } => collect(*of, found),
        Kind::Either(kinds) => kinds.iter().for_each(|kind| collect(*kind, found)),
        _ => {}
    }
}
