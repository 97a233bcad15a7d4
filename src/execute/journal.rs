//! The journal: what a run is about to make, and what it has made. It settles what the
//! platform's lists leave open; a run is right without it as well.

use std::collections::{BTreeMap, BTreeSet};

use serde::{Deserialize, Serialize};

use crate::steps::Address;

/// One line of the journal.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "event", rename_all = "kebab-case", deny_unknown_fields)]
pub enum Note {
    /// An object is about to be made.
    Making { object: String },
    /// It has this id.
    Made { object: String, id: String },
    /// It was not made, as a person or the platform says.
    NotMade { object: String },
    /// Something that the deployment of an environment holds has changed.
    Stale { environment: String },
    /// The deployment has been renewed.
    Deployed { environment: String },
}

impl Note {
    /// The line, without its end.
    pub fn to_line(&self) -> String {
        serde_json::to_string(self).unwrap_or_default()
    }
}

/// What a journal says in the end.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Journal {
    /// Ids by object, as [`name`] has it.
    pub made: BTreeMap<String, String>,
    /// Objects that a run was making when it ended.
    pub open: BTreeSet<String>,
    /// Objects that are known not to be there, although no list shows that.
    pub absent: BTreeSet<String>,
    /// The environments whose deployment is due.
    pub stale: BTreeSet<String>,
}

impl Journal {
    /// Reads the lines that are whole. One that is not is the last of a run that was
    /// killed, or of a newer gusset; nothing depends on it.
    pub fn read(text: &str) -> Self {
        let mut journal = Self::default();
        for line in text.lines() {
            match serde_json::from_str(line) {
                Ok(Note::Making { object }) => {
                    journal.absent.remove(&object);
                    journal.open.insert(object);
                }
                Ok(Note::Made { object, id }) => {
                    journal.open.remove(&object);
                    journal.absent.remove(&object);
                    journal.made.insert(object, id);
                }
                Ok(Note::NotMade { object }) => {
                    journal.open.remove(&object);
                    journal.made.remove(&object);
                    journal.absent.insert(object);
                }
                Ok(Note::Stale { environment }) => {
                    journal.stale.insert(environment);
                }
                Ok(Note::Deployed { environment }) => {
                    journal.stale.remove(&environment);
                }
                Err(_) => {}
            }
        }
        journal
    }

    /// The ids of those objects, by address.
    pub fn made<'a>(
        &self,
        objects: impl Iterator<Item = &'a Address>,
        environment: &str,
    ) -> BTreeMap<Address, String> {
        objects
            .filter_map(|at| {
                let id = self.made.get(&name(at, environment))?;
                Some((at.clone(), id.clone()))
            })
            .collect()
    }

    /// Those of the objects that are known not to be there.
    pub fn absent<'a>(
        &self,
        objects: impl Iterator<Item = &'a Address>,
        environment: &str,
    ) -> BTreeSet<Address> {
        objects
            .filter(|at| self.absent.contains(&name(at, environment)))
            .cloned()
            .collect()
    }

    /// Whether the deployment of an environment is due.
    pub fn is_stale(&self, environment: &str) -> bool {
        self.stale.contains(environment)
    }
}

/// How the journal calls an object. `environment` is empty for set-up.
pub fn name(at: &Address, environment: &str) -> String {
    if environment.is_empty() {
        return at.to_string();
    }
    format!("{environment}: {at}")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_torn_line_is_no_line() {
        let making = Note::Making {
            object: "system shop".into(),
        };
        let made = Note::Made {
            object: "project".into(),
            id: "01P".into(),
        };
        let text = format!("{}\n{}\n{{\"event\":\"ma", made.to_line(), making.to_line());
        let journal = Journal::read(&text);
        assert_eq!(journal.made["project"], "01P");
        assert!(journal.open.contains("system shop"));
        let whole = format!(
            "{text}\n{}\n",
            Note::NotMade {
                object: "system shop".into()
            }
            .to_line()
        );
        assert!(Journal::read(&whole).open.is_empty());
    }
}
