//! The keys that were misspelt, and what they were taken for.

use std::collections::BTreeMap;

use crate::document::{Key, Node, Table};
use crate::source::Span;

/// Misspelt keys that the reader takes for the right ones.
#[derive(Debug, Default)]
pub struct Repairs {
    keys: BTreeMap<Span, &'static str>,
}

impl Repairs {
    pub(super) fn add(&mut self, key: &Key, meant: &'static str) {
        self.keys.insert(key.span, meant);
    }

    pub fn is_empty(&self) -> bool {
        self.keys.is_empty()
    }

    /// The value of the key of that name, or of the key that was taken for it.
    pub fn node<'t>(&self, table: &'t Table, name: &str) -> Option<&'t Node> {
        let entry = table.get(name).or_else(|| {
            if self.keys.is_empty() {
                return None;
            }
            table
                .entries
                .iter()
                .find(|entry| self.keys.get(&entry.key.span) == Some(&name))
        });
        entry.map(|entry| &entry.value)
    }

    /// As [`Self::node`], with the tables under other names that are read together with it.
    pub fn nodes<'t>(&self, table: &'t Table, name: &str) -> impl Iterator<Item = &'t Node> {
        let misspelt: Vec<&Node> = if self.keys.is_empty() {
            Vec::new()
        } else {
            let entries = table.entries.iter();
            entries
                .filter(|entry| self.keys.get(&entry.key.span) == Some(&name))
                .map(|entry| &entry.value)
                .collect()
        };
        table.node(name).into_iter().chain(misspelt)
    }

    /// The key with the name that it was taken for.
    pub fn key(&self, key: &Key) -> Key {
        match self.keys.get(&key.span) {
            Some(meant) => Key {
                name: (*meant).to_owned(),
                span: key.span,
            },
            None => key.clone(),
        }
    }
}
