//! Carrying out what was decided. Whatever a command answers, the platform is looked at
//! again: a command may act and fail to say so.

use super::CommandLine;
use super::answer::Answer;
use super::decide::Decider;
use super::facts::merged_schema;
use super::journal::{Event, Note};
use super::reader::{Stop, Told};
use super::rows::Found;
use super::verdict::{Decision, Outcome, Verdict};
use super::words::words;
use crate::contract::Call;
use crate::steps::{Address, Ensure, Find, IdFrom, Mark, Page, Put, Remove, Step, Test};

/// What carrying out needs beside the command line.
pub trait Host: CommandLine {
    /// Writes the lock, with one more id.
    ///
    /// # Errors
    /// Why it cannot be written.
    fn bind(&self, at: &Address, id: &str) -> Result<(), String>;

    /// Writes the lock, without this system.
    ///
    /// # Errors
    /// Why it cannot be written.
    fn unbind(&self, system: &str) -> Result<(), String>;

    /// Adds a line to the journal, before what follows from it.
    ///
    /// # Errors
    /// Why it cannot be written.
    fn note(&self, note: &Note) -> Result<(), String>;

    /// Writes a text to a file of its own, and gives its path.
    ///
    /// # Errors
    /// Why it cannot be written.
    fn scratch(&self, text: &str) -> Result<String, String>;

    /// Waits before the platform is asked again; `false` once it has waited long enough.
    fn pause(&self, turn: u32) -> bool;

    /// Whether nothing more is to be started.
    fn is_stopping(&self) -> bool;

    /// A step begins.
    fn begins(&self, at: &Address, decision: &Decision);

    /// A step has ended.
    fn ends(&self, at: &Address, outcome: &Outcome);
}

/// Carries out steps.
pub(super) struct Actor<'d, 'c> {
    pub(super) decider: &'d Decider<'c>,
    pub(super) host: &'d dyn Host,
    /// Whose steps they are; empty for set-up.
    pub(super) environment: &'d str,
    /// The files that are uploaded, in order of their paths.
    pub(super) files: &'d [String],
    /// Whether something that the deployment holds has changed in this run.
    pub(super) redeploy: bool,
}

impl Actor<'_, '_> {
    /// Carries out a step by what was decided.
    pub(super) fn carry_out(&self, step: &Step, decision: &Decision) -> Outcome {
        let result = match (&step.ensure, &decision.verdict) {
            (_, Verdict::ByHand { .. } | Verdict::Waits(_)) => return Outcome::Waiting,
            (_, Verdict::Refused) => Err(Stop::Refused(decision.reason.clone())),
            (Ensure::Find(find), Verdict::Create | Verdict::Follows) => self.create(step, find),
            (Ensure::Find(find), Verdict::Rename(_)) => self.rename(step, find),
            (Ensure::Put(put), Verdict::Update | Verdict::Follows) => self.send(step, put),
            (Ensure::Remove(remove), Verdict::Delete) => self.remove(step, remove),
            (Ensure::Manual(_), Verdict::Delete) => self.forget(&step.at),
            _ => Ok(Outcome::Unchanged),
        };
        let result = result.and_then(|outcome| {
            self.bind(step)?;
            let changed = matches!(outcome, Outcome::Done { .. });
            if changed && step.marks().contains(&Mark::Redeploy) {
                self.note(Event::Stale)?;
            }
            if changed && step.at == Address::Deployment {
                self.note(Event::Deployed)?;
            }
            let is_adopted = decision.verdict == Verdict::Adopt;
            Ok(if is_adopted && outcome == Outcome::Unchanged {
                Outcome::Done { note: None }
            } else {
                outcome
            })
        });
        match result {
            Ok(outcome) => outcome,
            Err(Stop::Refused(why)) => Outcome::Failed(why),
            Err(Stop::Unbound(at)) => Outcome::Failed(format!("there is no id of the {at}")),
        }
    }

    /// Writes what the lock has to bind once this step is settled.
    fn bind(&self, step: &Step) -> Told<()> {
        if !step.marks().contains(&Mark::Lock) {
            return Ok(());
        }
        let at = match &step.at {
            Address::Scheme(name) => Address::System(name.clone()),
            other => other.clone(),
        };
        match self.decider.reader.id(&at) {
            Some(id) => self.host.bind(&at, &id).map_err(Stop::Refused),
            None => Err(Stop::Unbound(at)),
        }
    }

    fn note(&self, event: Event) -> Told<()> {
        let note = Note {
            environment: self.environment.to_owned(),
            event,
        };
        self.host.note(&note).map_err(Stop::Refused)
    }

    fn run(&self, call: &Call) -> Told<Answer> {
        let reader = &self.decider.reader;
        let words = reader.with_known(|known| words(call, known, ""))?;
        let answer = self.host.call(&words);
        reader.forget();
        Ok(answer)
    }

    fn create(&self, step: &Step, find: &Find) -> Told<Outcome> {
        let Some(create) = &find.create else {
            return Err(Stop::Refused(find.unknown.clone()));
        };
        // Somebody may have made it since it was decided.
        self.decider.reader.forget();
        let settled = self.decider.settle(&step.at, find)?;
        if let Some(settled) = settled {
            self.decider.reader.learn(&step.at, &settled.id);
            return Ok(Outcome::Unchanged);
        }
        let missing = self.decider.missing(create);
        if !missing.is_empty() {
            return Err(Stop::Refused(format!(
                "write {} into the env file",
                missing.join(" and ")
            )));
        }
        if let Some(upload) = &find.upload {
            self.same_files(upload)?;
        }
        let object = step.at.to_string();
        self.note(Event::Making {
            object: object.clone(),
        })?;
        let answer = self.run(create)?;
        let told = answered(&answer, find.id);
        let id = match self.decider.reader.look(&find.lookup) {
            Ok(Found::One { id, .. }) => Some(id),
            Ok(Found::Several(ids)) => {
                let ids = ids.join(", ");
                return Err(Stop::Refused(format!("there are several of it now: {ids}")));
            }
            Ok(Found::Absent | Found::Unknown) => told,
            // A list that cannot be read now must not lose what is known of it.
            Err(unread) => Some(told.ok_or(unread)?),
        };
        let Some(id) = id else {
            return Err(self.not_made(create, &answer, &find.lookup.page, object));
        };
        self.decider.reader.learn(&step.at, &id);
        self.note(Event::Made { object, id })?;
        Ok(Outcome::Done {
            note: find.note.clone(),
        })
    }

    fn rename(&self, step: &Step, find: &Find) -> Told<Outcome> {
        let Some(call) = find.moved.as_ref().and_then(|moved| moved.rename.as_ref()) else {
            return Ok(Outcome::Unchanged);
        };
        let answer = self.run(call)?;
        match self.decider.reader.look(&find.lookup)? {
            Found::One { id, .. } => {
                self.decider.reader.learn(&step.at, &id);
                Ok(Outcome::Done { note: None })
            }
            _ => Err(failed(call, &answer, "it has its former name")),
        }
    }

    fn remove(&self, step: &Step, remove: &Remove) -> Told<Outcome> {
        let answer = self.run(&remove.call)?;
        match self.decider.remove(&step.at, remove)?.verdict {
            Verdict::Same => Ok(Outcome::Done { note: None }),
            _ => Err(failed(&remove.call, &answer, "it is still there")),
        }
    }

    /// Takes an object out of the lock.
    fn forget(&self, at: &Address) -> Told<Outcome> {
        if let Address::RemovedSystem(name) = at {
            self.host.unbind(name).map_err(Stop::Refused)?;
        }
        Ok(Outcome::Done { note: None })
    }

    /// Why there is nothing after a create.
    fn not_made(&self, create: &Call, answer: &Answer, page: &Page, object: String) -> Stop {
        let command = create.command().path;
        if answer.succeeded() {
            return Stop::Refused(format!(
                "`versori {command}` says that it is made, and it is not there"
            ));
        }
        // A list that shows all says that it was not made; else that stays open.
        if *page == Page::Whole
            && let Err(stop) = self.note(Event::NotMade { object })
        {
            return stop;
        }
        Stop::Refused(answer.failed(command))
    }

    fn send(&self, step: &Step, put: &Put) -> Told<Outcome> {
        // What a step before it has made may be right already.
        let now = self.decider.decide(step);
        match &now.verdict {
            Verdict::Same if !(put.wait && self.redeploy) => return Ok(Outcome::Unchanged),
            Verdict::Refused => return Err(Stop::Refused(now.reason)),
            Verdict::ByHand { .. } | Verdict::Waits(_) => return Ok(Outcome::Waiting),
            _ => {}
        }
        if let Some(read) = &put.read
            && let Test::Schema { wanted, removed } = &read.test
        {
            let row = self.decider.row(read)?.unwrap_or_default();
            let Some(merged) = merged_schema(&row, wanted, removed) else {
                return Ok(Outcome::Unchanged);
            };
            let path = self
                .host
                .scratch(&merged.to_string())
                .map_err(Stop::Refused)?;
            self.decider.reader.schema_file(path);
        }
        let answer = self.run(&put.call)?;
        let Some(read) = &put.read else {
            return sent(put, &answer, None);
        };
        let mut turn = 0;
        loop {
            let row = self.decider.row(read)?;
            let wrong = self.decider.wrong(read, row.as_ref())?;
            let is_right = wrong.as_ref().map(Vec::is_empty);
            let is_over = is_right == Some(true) || !answer.succeeded() || !put.wait;
            if is_over || self.host.is_stopping() || !self.host.pause(turn) {
                return sent(put, &answer, is_right);
            }
            turn += 1;
            self.decider.reader.forget();
        }
    }

    /// Refuses when the upload would not be exactly what was generated.
    fn same_files(&self, upload: &Call) -> Told<()> {
        let answer = self.run(upload)?;
        let mut lines = answer.stdout.lines();
        let is_list = lines.next() == Some("Files that would be uploaded:");
        if !answer.succeeded() || !is_list {
            return Err(Stop::Refused(format!(
                "the files to upload cannot be listed: {}",
                answer.failure()
            )));
        }
        let mut listed: Vec<&str> = lines
            .map(str::trim)
            .filter(|line| !line.is_empty())
            .collect();
        listed.sort_unstable();
        let mut wanted: Vec<&str> = self.files.iter().map(String::as_str).collect();
        wanted.sort_unstable();
        if listed == wanted {
            return Ok(());
        }
        let odd = listed.iter().find(|path| !wanted.contains(path));
        let missing = wanted.iter().find(|path| !listed.contains(path));
        Err(Stop::Refused(match (odd, missing) {
            (Some(path), _) => format!("the upload would hold `{path}`, which is not generated"),
            (_, Some(path)) => format!("the upload would lack `{path}`"),
            (None, None) => "the upload would hold a file twice".to_owned(),
        }))
    }
}

/// What a command says that did not do what it should; `state` is how it is instead.
fn failed(call: &Call, answer: &Answer, state: &str) -> Stop {
    let command = call.command().path;
    Stop::Refused(if answer.succeeded() {
        format!("`versori {command}` says that it is done, and {state}")
    } else {
        answer.failed(command)
    })
}

/// How sending something went, by the answer and by what the platform shows after it:
/// nothing, when there is no row.
fn sent(put: &Put, answer: &Answer, is_right: Option<bool>) -> Told<Outcome> {
    let command = put.call.command().path;
    let note = match (answer.succeeded(), is_right) {
        (_, Some(true)) => None,
        (false, _) => {
            return Err(Stop::Refused(answer.failed(command)));
        }
        (true, None) => None,
        (true, Some(false)) if put.wait => {
            return Err(Stop::Refused(
                "it does not run yet: see `versori projects logs`".to_owned(),
            ));
        }
        (true, Some(false)) => Some("the platform shows it otherwise than it was sent".to_owned()),
    };
    Ok(Outcome::Done { note })
}

/// The id that the answer to a create holds.
fn answered(answer: &Answer, from: IdFrom) -> Option<String> {
    if !answer.succeeded() {
        return None;
    }
    let id = match from {
        IdFrom::Json(field) => {
            let object: serde_json::Value = serde_json::from_str(answer.stdout.trim()).ok()?;
            object.get(field)?.as_str()?.to_owned()
        }
        IdFrom::LastWord => answer.stdout.split_whitespace().last()?.to_owned(),
        IdFrom::FindAgain => return None,
    };
    super::lock::is_id(&id).then_some(id)
}
