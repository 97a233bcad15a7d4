//! What a step would do. Reads only.

use std::collections::BTreeSet;

use serde_json::Value;

use super::differences::differences;
use super::facts::agrees;
use super::lock::Lock;
use super::reader::{Reader, Stop, Told};
use super::rows::Found;
use super::verdict::{Decision, Given, Verdict};
use crate::contract::{Arg, Call};
use crate::steps::{
    Address, Check, Done, Ensure, Find, Known, Manual, Put, Read, Refusal, Remove, Step, Test,
};

/// Decides steps by what the platform, the lock and a person say.
#[derive(Debug)]
pub(super) struct Decider<'c> {
    pub(super) reader: Reader<'c>,
    pub(super) lock: &'c Lock,
    pub(super) given: &'c Given,
}

/// An object that was found, and where.
pub(super) struct Settled {
    pub(super) id: String,
    row: Option<Value>,
    how: How,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum How {
    /// The lock or the deciding list has it.
    Known,
    /// Another list, or a person, has given it, and the lock will have it.
    Adopted,
    /// It has its former name.
    Former,
}

impl Decider<'_> {
    /// What a step would do. Ids that are found are noted.
    pub(super) fn decide(&self, step: &Step) -> Decision {
        let told = match &step.ensure {
            Ensure::Find(find) => self.find(&step.at, find),
            Ensure::Put(put) => self.put(&step.at, put),
            Ensure::Check(check) => self.check(check),
            Ensure::Manual(manual) => self.manual(&step.at, manual),
            Ensure::Remove(remove) => self.remove(&step.at, remove),
        };
        told.unwrap_or_else(|stop| match stop {
            Stop::Unbound(_) => Decision::new(Verdict::Follows),
            Stop::Refused(why) if is_optional(step) => Decision::new(Verdict::Left).because(why),
            Stop::Refused(why) => Decision::refused(why),
        })
    }

    /// What a step would do within something that is not there yet, so that nothing of it
    /// can be read; `None` where nothing of the platform is read.
    pub(super) fn unread(&self, step: &Step) -> Option<Decision> {
        let wants = |call: &Call| self.wants(call);
        Some(match &step.ensure {
            Ensure::Find(find) => {
                let wanted = find.create.as_ref().map(wants).unwrap_or_default();
                Decision::new(Verdict::Follows).because(wanted)
            }
            Ensure::Put(_) => Decision::new(Verdict::Follows),
            Ensure::Check(_) | Ensure::Remove(_) => Decision::new(Verdict::Same),
            Ensure::Manual(manual) => match &manual.done {
                Done::Row { .. } => by_hand(manual),
                Done::Absent { .. } => Decision::new(Verdict::Same),
                Done::Said { .. } => return None,
            },
        })
    }

    fn find(&self, at: &Address, find: &Find) -> Told<Decision> {
        let settled = match self.settle(at, find) {
            Err(Stop::Unbound(_)) => None,
            other => other?,
        };
        let Some(settled) = settled else {
            let Some(create) = &find.create else {
                return Err(Stop::Refused(find.unknown.clone()));
            };
            return Ok(Decision::new(Verdict::Create).because(self.wants(create)));
        };
        self.reader.learn(at, &settled.id);
        let decision = self.refusals(&find.agree, settled.row.as_ref())?;
        if let (Verdict::Same, How::Former, Some(moved)) =
            (&decision.verdict, settled.how, find.moved.as_deref())
            && moved.rename.is_some()
        {
            let verdict = Verdict::Rename(moved.from.clone());
            return Ok(Decision::new(verdict).seeing(settled.id));
        }
        // A run that was killed may have made it and not have bound it.
        let is_bound = !is_locked(at) || self.lock.id(at).is_some();
        if decision.verdict == Verdict::Same && (settled.how == How::Adopted || !is_bound) {
            let reason = format!("gusset.lock will bind {}", settled.id);
            return Ok(Decision::new(Verdict::Adopt)
                .because(reason)
                .seeing(settled.id));
        }
        Ok(decision.seeing(settled.id))
    }

    /// The object that the lock, a person or the platform has; `None` when there is none.
    pub(super) fn settle(&self, at: &Address, find: &Find) -> Told<Option<Settled>> {
        for known in &find.known {
            if let Some(settled) = self.known(at, known)? {
                return Ok(Some(settled));
            }
        }
        let found = match self.reader.look(&find.lookup)? {
            Found::One { id, row } => Some(Settled {
                id,
                row: Some(row),
                how: How::Known,
            }),
            unclear => match (self.former(find)?, &unclear) {
                (Some(former), _) => Some(former),
                (None, Found::Absent) => None,
                (None, Found::Unknown) if self.given.absent.contains(at) => None,
                (None, _) => Some(self.earlier(at, find, &unclear)?),
            },
        };
        match found {
            Some(settled) if find.adopt && !self.has_made(at, &settled.id) => {
                Err(Stop::Refused(format!(
                    "there is one of this name, and gusset.lock does not bind it: if it is this one, run this again with --adopt {}; else name this one otherwise",
                    settled.id
                )))
            }
            other => Ok(other),
        }
    }

    /// The object under its former name.
    fn former(&self, find: &Find) -> Told<Option<Settled>> {
        let Some(moved) = &find.moved else {
            return Ok(None);
        };
        match self.reader.look(&moved.lookup)? {
            Found::One { id, row } => Ok(Some(Settled {
                id,
                row: Some(row),
                how: How::Former,
            })),
            Found::Several(ids) => Err(Stop::Refused(several(&ids, ""))),
            Found::Absent | Found::Unknown => Ok(None),
        }
    }

    /// Whether an earlier run has noted that it made this.
    fn has_made(&self, at: &Address, id: &str) -> bool {
        self.given.made.get(at).is_some_and(|made| made == id)
    }

    /// What an earlier run has noted settles what the lists do not.
    fn earlier(&self, at: &Address, find: &Find, unclear: &Found) -> Told<Settled> {
        let made = self.given.made.get(at);
        let id = match unclear {
            Found::Several(ids) => made.filter(|id| ids.contains(id)),
            _ => made,
        };
        if let Some(id) = id {
            return Ok(Settled {
                id: id.clone(),
                row: None,
                how: How::Known,
            });
        }
        Err(Stop::Refused(match unclear {
            Found::Several(ids) => several(ids, &find.unknown),
            _ => format!(
                "the list is cut off, so it cannot be told whether it exists: {}",
                find.unknown
            ),
        }))
    }

    fn known(&self, at: &Address, known: &Known) -> Told<Option<Settled>> {
        let adopted = |id: String, row| Settled {
            id,
            row,
            how: How::Adopted,
        };
        Ok(match known {
            Known::Lock => self.lock.id(at).map(|id| Settled {
                how: How::Known,
                ..adopted(id.to_owned(), None)
            }),
            Known::Former(name) => {
                let id = self.lock.systems.get(name).filter(|id| !id.is_empty());
                id.map(|id| adopted(id.clone(), None))
            }
            Known::Given => {
                let id = match at {
                    Address::System(name) => self.given.systems.get(name),
                    _ => Some(&self.given.project),
                };
                let id = id.filter(|id| !id.is_empty());
                id.map(|id| adopted(id.clone(), None))
            }
            Known::Row(lookup) => match self.reader.look(lookup) {
                Ok(Found::One { id, row }) => {
                    let is_bound = !matches!(at, Address::System(_));
                    let how = if is_bound { How::Known } else { How::Adopted };
                    let row = Some(row);
                    Some(Settled { id, row, how })
                }
                Ok(Found::Several(ids)) => return Err(Stop::Refused(several(&ids, ""))),
                Ok(Found::Absent | Found::Unknown) | Err(Stop::Unbound(_)) => None,
                Err(refused) => return Err(refused),
            },
        })
    }

    /// What is wrong with a row that was found.
    fn refusals(&self, refusals: &[Refusal], row: Option<&Value>) -> Told<Decision> {
        for refusal in refusals {
            if self
                .reader
                .with_known(|known| agrees(row, refusal, known))?
            {
                continue;
            }
            if !refusal.is_manual {
                return Err(Stop::Refused(refusal.message.clone()));
            }
            return Ok(Decision::new(Verdict::ByHand {
                title: refusal.message.clone(),
                instructions: Vec::new(),
            }));
        }
        Ok(Decision::new(Verdict::Same))
    }

    /// The variables that a call takes from the env file and that have no value yet.
    fn wants(&self, call: &Call) -> String {
        let missing = self.missing(call);
        if missing.is_empty() {
            return String::new();
        }
        format!("needs {} in the env file", missing.join(" and "))
    }

    pub(super) fn missing<'a>(&self, call: &'a Call) -> Vec<&'a str> {
        let args = call.args().iter().map(|(_, arg)| arg);
        args.filter_map(|arg| match arg {
            Arg::EnvRef(name) if !self.given.variables.contains(name) => Some(name.as_str()),
            _ => None,
        })
        .collect()
    }

    fn put(&self, at: &Address, put: &Put) -> Told<Decision> {
        let Some(read) = &put.read else {
            return Ok(Decision::new(Verdict::Update).because("it cannot be read back"));
        };
        let row = self.row(read)?;
        if row.is_none() && !put.resend && self.lock.has_sent(at) {
            return Ok(Decision::new(Verdict::Same).because("beyond what the lists show"));
        }
        let fields = self.wrong(read, row.as_ref())?;
        let is_due = put.wait && self.given.redeploy;
        match fields {
            Some(fields) if fields.is_empty() && !is_due => Ok(Decision::new(Verdict::Same)),
            Some(fields) => {
                if let Some(guard) = &put.guard {
                    for lookup in &guard.lookups {
                        if let Found::One { .. } = self.reader.look(lookup)? {
                            return Err(Stop::Refused(guard.message.clone()));
                        }
                    }
                }
                let decision = Decision::new(Verdict::Update).with(fields);
                Ok(if is_due {
                    decision.because("an earlier run was cut off before it")
                } else {
                    decision
                })
            }
            None => Ok(Decision::new(Verdict::Update)),
        }
    }

    /// What is wrong with the row of a reading; `None` when there is no row.
    pub(super) fn wrong(
        &self,
        read: &Read,
        row: Option<&Value>,
    ) -> Told<Option<Vec<super::FieldChange>>> {
        let empty = Value::Null;
        let row = match (row, &read.test) {
            (Some(row), _) => row,
            (None, Test::Schema { .. }) => &empty,
            (None, _) => return Ok(None),
        };
        let known = |known: &super::Known| differences(row, &read.test, known);
        Ok(Some(self.reader.with_known(known)?))
    }

    fn check(&self, check: &Check) -> Told<Decision> {
        let row = match self.row(&check.read) {
            // What it is about will be made before it is checked.
            Err(Stop::Unbound(_)) => return Ok(Decision::new(Verdict::Same)),
            other => other?,
        };
        match self.wrong(&check.read, row.as_ref())? {
            Some(fields) if fields.is_empty() => Ok(Decision::new(Verdict::Same)),
            wrong => Ok(Decision::refused(check.message.as_str()).with(wrong.unwrap_or_default())),
        }
    }

    fn manual(&self, at: &Address, manual: &Manual) -> Told<Decision> {
        let by_hand = by_hand(manual);
        match &manual.done {
            Done::Said { variable, value } => {
                let line = format!("{variable}={value}");
                Ok(if self.given.said.contains(&line) {
                    Decision::new(Verdict::Same)
                } else {
                    by_hand
                })
            }
            Done::Absent { lookup } => match self.reader.look(lookup) {
                // What was never set up is not there either.
                Ok(Found::Absent) | Err(Stop::Unbound(_)) => Ok(self.forgotten(at)),
                Ok(_) => Ok(by_hand),
                Err(refused) => Err(refused),
            },
            Done::Row { lookups, agree } => {
                for lookup in lookups {
                    match self.reader.look(lookup) {
                        Ok(Found::One { id, row }) => {
                            self.reader.learn(at, &id);
                            return Ok(self.refusals(agree, Some(&row))?.seeing(id));
                        }
                        Ok(Found::Several(ids)) => return Err(Stop::Refused(several(&ids, ""))),
                        Ok(Found::Absent | Found::Unknown) | Err(Stop::Unbound(_)) => {}
                        Err(refused) => return Err(refused),
                    }
                }
                Ok(by_hand)
            }
        }
    }

    /// What is left of an object that is gone: an entry of the lock.
    fn forgotten(&self, at: &Address) -> Decision {
        match at {
            Address::RemovedSystem(name) if self.lock.systems.contains_key(name) => {
                Decision::new(Verdict::Delete).because("it is gone, and gusset.lock forgets it")
            }
            _ => Decision::new(Verdict::Same),
        }
    }

    pub(super) fn remove(&self, at: &Address, remove: &Remove) -> Told<Decision> {
        match self.reader.look(&remove.lookup) {
            Ok(Found::One { id, .. }) => {
                self.reader.learn(at, &id);
                let gone = format!("with it goes {}", remove.gone.join("; "));
                Ok(Decision::new(Verdict::Delete).because(gone).seeing(id))
            }
            Ok(Found::Absent) | Err(Stop::Unbound(_)) => Ok(Decision::new(Verdict::Same)),
            Ok(Found::Several(ids)) => Err(Stop::Refused(several(&ids, ""))),
            Ok(Found::Unknown) => Err(Stop::Refused(
                "the list is cut off, so it cannot be told whether it exists: remove it in the browser, and take its [[removed]] out of the manifest"
                    .to_owned(),
            )),
            Err(refused) => Err(refused),
        }
    }

    /// The row of a reading: of the first search that has one.
    pub(super) fn row(&self, read: &Read) -> Told<Option<Value>> {
        for lookup in &read.lookups {
            if let Test::Schema { .. } = read.test {
                return Ok(self.reader.listed(lookup)?.rows().next().cloned());
            }
            match self.reader.look(lookup)? {
                Found::One { row, .. } => return Ok(Some(row)),
                Found::Several(ids) => return Err(Stop::Refused(several(&ids, ""))),
                Found::Absent | Found::Unknown => {}
            }
        }
        Ok(None)
    }
}

fn by_hand(manual: &Manual) -> Decision {
    Decision::new(Verdict::ByHand {
        title: manual.title.clone(),
        instructions: manual.instructions.clone(),
    })
}

fn is_optional(step: &Step) -> bool {
    matches!(&step.ensure, Ensure::Put(put) if put.optional)
}

/// Whether the lock binds such an object.
fn is_locked(at: &Address) -> bool {
    matches!(at, Address::Project | Address::System(_))
}

/// Whether a decision leaves something that others wait for.
pub(super) fn is_open(step: &Step, decision: &Decision) -> bool {
    let waits_for_row = matches!(
        &step.ensure,
        Ensure::Manual(Manual {
            done: Done::Row { .. } | Done::Absent { .. },
            ..
        })
    );
    waits_for_row && matches!(decision.verdict, Verdict::ByHand { .. }) && decision.seen.is_empty()
}

/// The steps that a step waits for: those that are open among what it needs.
pub(super) fn waits(
    step: &Step,
    open: &std::collections::BTreeMap<Address, BTreeSet<Address>>,
) -> BTreeSet<Address> {
    let needs = step.needs.iter().filter_map(|need| open.get(need));
    needs.flatten().cloned().collect()
}

fn several(ids: &[String], advice: &str) -> String {
    let ids = ids.join(", ");
    if advice.is_empty() {
        format!("there are several: {ids}: remove those that are not used in the browser")
    } else {
        format!("there are several: {ids}: {advice}")
    }
}
