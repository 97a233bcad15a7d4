//! Reading the platform: what each step would do, without doing it.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::Value;

use super::answer::{self, CommandLine};
use super::facts;
use super::lock::Lock;
use super::rows::{Found, Listed, find};
use super::words::{Known, Unbound, words};
use crate::contract::Arg;
use crate::steps::{
    Address, Check, Done, Ensure, Find, Known as From, Lookup, Manual, Put, Read, Refusal, Step,
    Test,
};

/// What a step would do.
#[derive(Clone, Debug, PartialEq)]
pub enum Outcome {
    /// It is as it should be.
    Same,
    Create,
    /// It is sent, since it is not as it should be, or nothing tells whether it is.
    Set,
    /// A person has something to do: one line, and the lines of how.
    ByHand {
        title: String,
        instructions: Vec<String>,
    },
    /// It waits for these, which a person has to do.
    Waits(BTreeSet<Address>),
    /// The run would stop here.
    Refused(String),
}

/// One step with what it would do.
#[derive(Clone, Debug, PartialEq)]
pub struct Entry {
    pub at: Address,
    pub outcome: Outcome,
}

/// What a person has given on the command line, and in the env file.
#[derive(Clone, Debug, Default)]
pub struct Given {
    /// The project to adopt; empty for none.
    pub project: String,
    /// Ids of systems by name.
    pub systems: BTreeMap<String, String>,
    /// The lines of the env file that say that something is done, `NAME=value`.
    pub said: BTreeSet<String>,
}

/// A walk over steps that reads and changes nothing.
pub struct Survey<'c> {
    platform: &'c mut dyn CommandLine,
    lock: &'c Lock,
    given: &'c Given,
    pub known: Known,
    /// Every list is read once.
    lists: BTreeMap<Vec<String>, Listed>,
    /// The names of the project's environments.
    environments: Option<Vec<String>>,
    /// What a person has to do first.
    open: BTreeMap<Address, BTreeSet<Address>>,
}

impl std::fmt::Debug for Survey<'_> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Survey")
            .field("known", &self.known)
            .finish_non_exhaustive()
    }
}

/// Why a step cannot be told.
enum Stop {
    /// An object has no id yet: it will be made.
    Unbound,
    Refused(String),
}

impl std::convert::From<Unbound> for Stop {
    fn from(_: Unbound) -> Self {
        Self::Unbound
    }
}

type Told<T> = Result<T, Stop>;

impl<'c> Survey<'c> {
    pub fn new(
        platform: &'c mut dyn CommandLine,
        lock: &'c Lock,
        given: &'c Given,
        known: Known,
    ) -> Self {
        Self {
            platform,
            lock,
            given,
            known,
            lists: BTreeMap::new(),
            environments: None,
            open: BTreeMap::new(),
        }
    }

    /// What each of the steps would do, in their order.
    pub fn steps(&mut self, steps: &[Step]) -> Vec<Entry> {
        let mut entries = Vec::with_capacity(steps.len());
        for step in steps {
            let outcome = self.step(step);
            entries.push(Entry {
                at: step.at.clone(),
                outcome,
            });
        }
        entries
    }

    fn step(&mut self, step: &Step) -> Outcome {
        let waits: BTreeSet<Address> = step
            .needs
            .iter()
            .filter_map(|need| self.open.get(need))
            .flatten()
            .cloned()
            .collect();
        if !waits.is_empty() {
            self.open.insert(step.at.clone(), waits.clone());
            return Outcome::Waits(waits);
        }
        let outcome = match &step.ensure {
            Ensure::Find(find) => self.find(&step.at, find),
            Ensure::Put(put) => self.put(put),
            Ensure::Check(check) => self.check(check),
            Ensure::Manual(manual) => self.manual(&step.at, manual),
        };
        outcome.unwrap_or_else(|stop| match stop {
            Stop::Unbound => Outcome::Set,
            Stop::Refused(why) => Outcome::Refused(why),
        })
    }

    fn find(&mut self, at: &Address, find: &Find) -> Told<Outcome> {
        let mut found = None;
        for known in &find.known {
            found = self.from(at, known)?;
            if found.is_some() {
                break;
            }
        }
        if found.is_none() {
            found = match self.look(&find.lookup) {
                Err(Stop::Unbound) => None,
                other => self.settled(other?, find)?,
            };
            if let (Some((id, _)), true) = (&found, find.adopt) {
                return Err(Stop::Refused(format!(
                    "there is one of this name, and gusset.lock does not bind it: if it is this one, adopt {id}; else name this one otherwise"
                )));
            }
        }
        let Some((id, row)) = found else {
            return match &find.create {
                Some(_) => Ok(Outcome::Create),
                None => Err(Stop::Refused(find.unknown.clone())),
            };
        };
        self.known.ids.insert(at.clone(), id);
        self.refusals(&find.agree, row.as_ref())
    }

    /// An id from where it may be known before the platform is searched.
    fn from(&mut self, at: &Address, from: &From) -> Told<Option<(String, Option<Value>)>> {
        let bound = |project: &String, systems: &BTreeMap<String, String>| {
            let id = match at {
                Address::System(name) => systems.get(name).cloned().unwrap_or_default(),
                _ => project.clone(),
            };
            (!id.is_empty()).then_some((id, None))
        };
        match from {
            From::Lock => Ok(bound(&self.lock.project, &self.lock.systems)),
            From::Given => Ok(bound(&self.given.project, &self.given.systems)),
            From::Row(lookup) => match self.look(lookup) {
                Ok(Found::One { id, row }) => Ok(Some((id, Some(row)))),
                Ok(Found::Several(ids)) => Err(several(&ids)),
                Ok(Found::Absent | Found::Unknown) | Err(Stop::Unbound) => Ok(None),
                Err(refused) => Err(refused),
            },
        }
    }

    fn settled(&self, found: Found, find: &Find) -> Told<Option<(String, Option<Value>)>> {
        match found {
            Found::One { id, row } => Ok(Some((id, Some(row)))),
            Found::Absent => Ok(None),
            Found::Unknown => Err(Stop::Refused(format!(
                "the list is cut off, so it cannot be told whether it exists: {}",
                find.unknown
            ))),
            Found::Several(ids) => Err(several(&ids)),
        }
    }

    /// What is wrong with a row that was found.
    fn refusals(&self, refusals: &[Refusal], row: Option<&Value>) -> Told<Outcome> {
        for refusal in refusals {
            if facts::agrees(row, refusal, &self.known)? {
                continue;
            }
            if !refusal.is_manual {
                return Err(Stop::Refused(refusal.message.clone()));
            }
            return Ok(Outcome::ByHand {
                title: refusal.message.clone(),
                instructions: Vec::new(),
            });
        }
        Ok(Outcome::Same)
    }

    fn put(&mut self, put: &Put) -> Told<Outcome> {
        let Some(read) = &put.read else {
            return Ok(Outcome::Set);
        };
        let row = self.row(read)?;
        let is_right = match (&row, &read.test) {
            (Some(row), test) => facts::meets(row, test, &self.known)?,
            (None, _) => false,
        };
        if is_right {
            return Ok(Outcome::Same);
        }
        if let Some(guard) = &put.guard
            && let Found::One { .. } = self.look(&guard.lookup)?
        {
            return Err(Stop::Refused(guard.message.clone()));
        }
        Ok(Outcome::Set)
    }

    fn check(&mut self, check: &Check) -> Told<Outcome> {
        let row = self.row(&check.read)?;
        match row {
            Some(row) if facts::meets(&row, &check.read.test, &self.known)? => Ok(Outcome::Same),
            _ => Err(Stop::Refused(check.message.clone())),
        }
    }

    fn manual(&mut self, at: &Address, manual: &Manual) -> Told<Outcome> {
        let by_hand = Outcome::ByHand {
            title: manual.title.clone(),
            instructions: manual.instructions.clone(),
        };
        match &manual.done {
            Done::Said { variable, value } => {
                let line = format!("{variable}={value}");
                if self.given.said.contains(&line) {
                    return Ok(Outcome::Same);
                }
                Ok(by_hand)
            }
            Done::Row { lookups, agree } => {
                for lookup in lookups {
                    match self.look(lookup) {
                        Ok(Found::One { id, row }) => {
                            self.known.ids.insert(at.clone(), id);
                            return self.refusals(agree, Some(&row));
                        }
                        Ok(Found::Several(ids)) => return Err(several(&ids)),
                        Ok(Found::Absent | Found::Unknown) | Err(Stop::Unbound) => {}
                        Err(refused) => return Err(refused),
                    }
                }
                self.open.insert(at.clone(), BTreeSet::from([at.clone()]));
                Ok(by_hand)
            }
        }
    }

    /// The row of a reading: of the first search that has one.
    fn row(&mut self, read: &Read) -> Told<Option<Value>> {
        for lookup in &read.lookups {
            if let Test::Schema(_) = read.test {
                let listed = self.listed(lookup)?;
                return Ok(listed.rows.into_iter().next());
            }
            match self.look(lookup)? {
                Found::One { row, .. } => return Ok(Some(row)),
                Found::Several(ids) => return Err(several(&ids)),
                Found::Absent | Found::Unknown => {}
            }
        }
        Ok(None)
    }

    fn look(&mut self, lookup: &Lookup) -> Told<Found> {
        let listed = self.listed(lookup)?;
        Ok(find(lookup, &listed, &self.known)?)
    }

    /// The rows of a list; of each environment's, where the call says so.
    fn listed(&mut self, lookup: &Lookup) -> Told<Listed> {
        let is_each = lookup
            .list
            .args()
            .iter()
            .any(|(_, arg)| *arg == Arg::EachEnvironment);
        let turns = if is_each {
            self.environments()?
        } else {
            vec![String::new()]
        };
        let mut all = Listed::default();
        for each in turns {
            let words = words(&lookup.list, &self.known, &each)?;
            if !self.lists.contains_key(&words) {
                let answer = self.platform.call(&words);
                if !answer.succeeded {
                    let why = answer.stderr.trim();
                    return Err(Stop::Refused(format!(
                        "`versori {}` failed: {why}",
                        lookup.list.command().path
                    )));
                }
                let rows = answer::rows(&answer.stdout, lookup)
                    .map_err(|wrong| Stop::Refused(wrong.to_string()))?;
                let mut listed = Listed::default();
                listed.add(rows);
                self.lists.insert(words.clone(), listed);
            }
            if let Some(listed) = self.lists.get(&words) {
                all.rows.extend(listed.rows.iter().cloned());
                all.is_full |= listed.is_full;
            }
        }
        Ok(all)
    }

    /// The names of the environments that the project has.
    fn environments(&mut self) -> Told<Vec<String>> {
        if let Some(names) = &self.environments {
            return Ok(names.clone());
        }
        let Some(project) = self.known.ids.get(&Address::Project) else {
            return Err(Stop::Unbound);
        };
        let words = ["projects", "details", project, "--output=json"].map(str::to_owned);
        let context = format!("--context={}", self.known.context);
        let answer = self
            .platform
            .call(&[words.to_vec(), vec![context]].concat());
        let details: Value = serde_json::from_str(answer.stdout.trim())
            .map_err(|_| Stop::Refused("the project cannot be read".to_owned()))?;
        let list = details.get("environments").and_then(Value::as_array);
        let names: Vec<String> = list
            .into_iter()
            .flatten()
            .filter_map(|one| one.get("name")?.as_str())
            .map(str::to_owned)
            .collect();
        self.environments = Some(names.clone());
        Ok(names)
    }
}

fn several(ids: &[String]) -> Stop {
    Stop::Refused(format!("there are several: {}", ids.join(", ")))
}
