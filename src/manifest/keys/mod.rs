//! The key table: every key of the manifest, said once. It drives the reader, the
//! suggestions for unknown keys, the JSON Schema and `docs/manifest.md`.

pub mod auth;
pub mod environments;
mod functions;
mod inline_schema;
mod integration;
pub mod mappings;
mod moves;
mod repetition;
mod root;
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
pub use table::{Format, Hint, Key, Kind, Naming, Section, Stage, When, Word};

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

fn collect(kind: Kind, found: &mut Vec<&'static Section>) {
    match kind {
        Kind::Table(section) => {
            if !found.iter().any(|known| std::ptr::eq(*known, section)) {
                found.push(section);
            }
        }
        Kind::List { of, .. } | Kind::Map { of, .. } => collect(*of, found),
        Kind::Either(kinds) => kinds.iter().for_each(|kind| collect(*kind, found)),
        _ => {}
    }
}
