//! The journal: what a run is about to make, and what it has made. It settles what the
//! platform's lists leave open; a run is right without it as well.

use std::collections::{BTreeMap, BTreeSet};

use serde::{Deserialize, Serialize};

use crate::steps::Address;

/// One line of the journal.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Note {
    /// The environment that the run is about; empty for set-up.
    pub environment: String,
    #[serde(flatten)]
    pub event: Event,
}

/// What has happened. Objects are named as [`Address`] displays them.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "event", rename_all = "kebab-case")]
pub enum Event {
    /// An object is about to be made.
    Making { object: String },
    /// It has this id.
    Made { object: String, id: String },
    /// It was not made, as a person or the platform says.
    NotMade { object: String },
    /// Something that the deployment holds has changed.
    Stale,
    /// The deployment has been renewed.
    Deployed,
}

impl Note {
    /// The line, without its end.
    pub fn to_line(&self) -> String {
        serde_json::to_string(self).unwrap_or_default()
    }
}

/// What a journal says in the end about one environment, or about set-up.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Journal {
    /// Ids by object.
    pub made: BTreeMap<String, String>,
    /// Objects that a run was making when it ended.
    pub open: BTreeSet<String>,
    /// Objects that are known not to be there, although no list shows that.
    pub absent: BTreeSet<String>,
    /// Whether the deployment is due.
    pub is_stale: bool,
}

impl Journal {
    /// Reads the lines that are whole. One that is not is the last of a run that was
    /// killed, or of a newer gusset; nothing depends on it.
    pub fn read(text: &str, environment: &str) -> Self {
        let mut journal = Self::default();
        for note in text.lines().filter_map(note) {
            if note.environment == environment {
                journal.add(note.event);
            }
        }
        journal
    }

    fn add(&mut self, event: Event) {
        match event {
            Event::Making { object } => {
                self.absent.remove(&object);
                self.open.insert(object);
            }
            Event::Made { object, id } => {
                self.open.remove(&object);
                self.absent.remove(&object);
                self.made.insert(object, id);
            }
            Event::NotMade { object } => {
                self.open.remove(&object);
                self.made.remove(&object);
                self.absent.insert(object);
            }
            Event::Stale => self.is_stale = true,
            Event::Deployed => self.is_stale = false,
        }
    }

    /// The ids of those of the objects that were made, by address.
    pub fn made<'a>(
        &self,
        objects: impl Iterator<Item = &'a Address>,
    ) -> BTreeMap<Address, String> {
        objects
            .filter_map(|at| Some((at.clone(), self.made.get(&at.to_string())?.clone())))
            .collect()
    }

    /// Those of the objects that are known not to be there.
    pub fn absent<'a>(&self, objects: impl Iterator<Item = &'a Address>) -> BTreeSet<Address> {
        objects
            .filter(|at| self.absent.contains(&at.to_string()))
            .cloned()
            .collect()
    }
}

fn note(line: &str) -> Option<Note> {
    serde_json::from_str(line).ok()
}

/// A journal's text without what is about one environment, or about set-up.
pub fn journal_without(text: &str, environment: &str) -> String {
    let others = text
        .lines()
        .filter(|line| note(line).is_some_and(|note| note.environment != environment));
    others.map(|line| format!("{line}\n")).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn line(environment: &str, event: Event) -> String {
        let environment = environment.to_owned();
        Note { environment, event }.to_line() + "\n"
    }

    #[test]
    fn a_torn_line_is_no_line() {
        let shop = || "system shop".to_owned();
        let id = "01P".to_owned();
        let made = line(
            "",
            Event::Made {
                object: "project".into(),
                id,
            },
        );
        let making = line("", Event::Making { object: shop() });
        let text = format!("{made}{making}{{\"event\":\"ma");
        let journal = Journal::read(&text, "");
        assert_eq!(journal.made["project"], "01P");
        assert!(journal.open.contains("system shop"));
        let whole = format!("{text}\n{}", line("", Event::NotMade { object: shop() }));
        let journal = Journal::read(&whole, "");
        assert!(journal.open.is_empty() && journal.absent.contains("system shop"));
    }

    #[test]
    fn environments_are_told_apart() {
        let text = line("staging", Event::Stale) + &line("production", Event::Stale);
        assert!(Journal::read(&text, "production").is_stale);
        let rest = journal_without(&text, "staging");
        assert_eq!(rest, line("production", Event::Stale));
    }
}
