//! Conditions between the keys of a table.

use crate::document::{Entry, Table};
use crate::manifest::keys::{Key, Section, When};

use super::spelling::shown;

/// The keys of one table, as far as they are known.
pub struct Present<'t> {
    pub table: &'t Table,
    pub section: &'static Section,
    /// Written, or taken for it.
    pub keys: Vec<(&'static Key, &'t Entry)>,
    /// Tables under another name that are read with the one of the right name.
    pub joined: Vec<(&'static Key, &'t Entry)>,
    /// Keys that a misspelt one stands for in a way that gives no value.
    pub implied: Vec<&'static str>,
}

impl Present<'_> {
    pub fn has(&self, name: &str) -> bool {
        self.keys.iter().any(|(key, _)| key.name == name) || self.implied.contains(&name)
    }

    /// Whether it holds; `None` where a mistake elsewhere leaves it open.
    pub fn holds(&self, when: When) -> Option<bool> {
        match when {
            When::Always => Some(true),
            When::Never => Some(false),
            When::Has(keys) => Some(keys.iter().any(|key| self.has(key))),
            When::Lacks(keys) => Some(!keys.iter().any(|key| self.has(key))),
            When::Is(name, words) => {
                let Some((key, entry)) = self.keys.iter().find(|(key, _)| key.name == name) else {
                    let key = self.section.key(name)?;
                    return (self.holds(key.only) == Some(false)).then_some(false);
                };
                let text = entry.value.as_text()?;
                if words.contains(&text.as_str()) {
                    return Some(true);
                }
                super::words::words_of(key.kind)
                    .iter()
                    .any(|word| word.word == text.as_str())
                    .then_some(false)
            }
        }
    }

    /// Whether a key may be there, as far as is known.
    pub fn allows(&self, key: &Key) -> bool {
        self.holds(key.only) != Some(false)
    }

    /// What keeps a condition from holding, for a message.
    pub fn obstacle(&self, when: When) -> String {
        match when {
            When::Is(name, _) => {
                let word = self
                    .keys
                    .iter()
                    .find(|(key, _)| key.name == name)
                    .and_then(|(_, entry)| entry.value.as_text());
                match (word, self.section.key(name)) {
                    (Some(word), _) => format!("`{name} = \"{}\"`", shown(word.as_str())),
                    (None, Some(key)) => self.obstacle(key.only),
                    (None, None) => format!("a missing `{name}`"),
                }
            }
            When::Lacks(keys) => {
                let there = keys.iter().copied().find(|key| self.has(key));
                format!("`{}`", there.unwrap_or("the rest"))
            }
            _ => self
                .section
                .choices
                .iter()
                .flat_map(|choice| choice.keys)
                .find(|key| self.has(key))
                .map_or_else(|| "the rest".to_owned(), |key| format!("`{key}`")),
        }
    }
}
