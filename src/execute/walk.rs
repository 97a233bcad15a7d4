//! Many steps at once: each as soon as what it needs is settled.

use std::collections::{BTreeMap, BTreeSet};
use std::num::NonZeroUsize;
use std::sync::{Condvar, Mutex, MutexGuard, PoisonError};

use super::CommandLine;
use super::act::{Actor, Host};
use super::decide::{Decider, is_open, waits};
use super::lock::Lock;
use super::reader::Reader;
use super::remote::{Remote, remote};
use super::strays::{Extent, Stray, strays};
use super::verdict::{Decision, Entry, Given, Outcome, Verdict};
use super::words::Known;
use crate::steps::{Address, Mark, Step};

/// What a walk over steps knows before it begins.
#[derive(Clone, Copy, Debug)]
pub struct Start<'a> {
    pub lock: &'a Lock,
    pub given: &'a Given,
    pub known: &'a Known,
    /// Whose steps they are; empty for set-up.
    pub environment: &'a str,
    /// The files that are uploaded.
    pub files: &'a [String],
    /// What a person was shown and agreed to; empty where nobody was asked.
    pub planned: &'a [Entry],
    /// How many steps may go on at once.
    pub parallel: NonZeroUsize,
}

/// What each step would do, and what else is there.
#[derive(Clone, Debug, PartialEq)]
pub struct Surveyed {
    pub entries: Vec<Entry>,
    pub strays: Vec<Stray>,
    /// What an environment has; why it cannot be read.
    pub remote: Result<Remote, String>,
}

/// What each step would do. Reads the platform, and changes nothing.
pub fn survey(
    platform: &dyn CommandLine,
    start: Start,
    steps: &[Step],
    extent: &Extent,
) -> Surveyed {
    walk(platform, None, start, steps, extent)
}

/// Carries the steps out.
pub fn carry_out(host: &dyn Host, start: Start, steps: &[Step]) -> Vec<Entry> {
    walk(host, Some(host), start, steps, &Extent::default()).entries
}

/// The steps that each step comes after, by their places.
fn before(steps: &[Step]) -> Vec<BTreeSet<usize>> {
    let places: BTreeMap<&Address, usize> = steps
        .iter()
        .enumerate()
        .map(|(at, step)| (&step.at, at))
        .collect();
    let place = |at: &Address, own: usize| places.get(at).copied().filter(|place| *place < own);
    let marked: Vec<usize> = (0..steps.len())
        .filter(|place| steps[*place].marks().contains(&Mark::Redeploy))
        .collect();
    let of = |(own, step): (usize, &Step)| {
        let mut all: BTreeSet<usize> = step.uses().filter_map(|at| place(at, own)).collect();
        if step.at == Address::Deployment {
            all.extend(marked.iter().filter(|place| **place < own));
        }
        all
    };
    steps.iter().enumerate().map(of).collect()
}

/// The state that the threads share.
struct Shared {
    /// The places of steps that can begin.
    ready: BTreeSet<usize>,
    /// How many steps each still comes after.
    left: Vec<usize>,
    entries: Vec<Option<Entry>>,
    ended: usize,
    open: BTreeMap<Address, BTreeSet<Address>>,
    /// In a survey: an environment that is not there yet, and what is within it. Nothing
    /// of it can be read.
    unmade: BTreeSet<Address>,
    /// Whether a deployment has to be renewed.
    redeploy: bool,
}

struct Walk<'w, 'c> {
    steps: &'w [Step],
    before: Vec<BTreeSet<usize>>,
    after: Vec<Vec<usize>>,
    decider: Decider<'c>,
    host: Option<&'w dyn Host>,
    start: Start<'c>,
    planned: BTreeMap<&'c Address, &'c Entry>,
    shared: Mutex<Shared>,
    changed: Condvar,
}

fn walk(
    platform: &dyn CommandLine,
    host: Option<&dyn Host>,
    start: Start,
    steps: &[Step],
    extent: &Extent,
) -> Surveyed {
    let before = before(steps);
    let mut after = vec![Vec::new(); steps.len()];
    for (place, all) in before.iter().enumerate() {
        for earlier in all {
            after[*earlier].push(place);
        }
    }
    let left: Vec<usize> = before.iter().map(BTreeSet::len).collect();
    let none_left = |place: &usize| left[*place] == 0;
    let shared = Shared {
        ready: (0..steps.len()).filter(none_left).collect(),
        entries: vec![None; steps.len()],
        ended: 0,
        open: BTreeMap::new(),
        unmade: BTreeSet::new(),
        redeploy: false,
        left,
    };
    let walk = Walk {
        steps,
        before,
        after,
        decider: Decider {
            reader: Reader::new(platform, start.known.clone()),
            lock: start.lock,
            given: start.given,
        },
        host,
        start,
        planned: start
            .planned
            .iter()
            .map(|entry| (&entry.at, entry))
            .collect(),
        shared: Mutex::new(shared),
        changed: Condvar::new(),
    };
    let threads = start.parallel.get().min(steps.len());
    std::thread::scope(|scope| {
        for _ in 1..threads {
            scope.spawn(|| walk.work());
        }
        walk.work();
    });
    let reader = &walk.decider.reader;
    let strays = match host {
        None => strays(reader, extent),
        Some(_) => Vec::new(),
    };
    let remote = match (host, &extent.environment) {
        (None, Some(environment)) => remote(reader, environment),
        _ => Ok(Remote::default()),
    };
    let shared = walk
        .shared
        .into_inner()
        .unwrap_or_else(PoisonError::into_inner);
    Surveyed {
        entries: shared.entries.into_iter().flatten().collect(),
        strays,
        remote,
    }
}

impl Walk<'_, '_> {
    fn shared(&self) -> MutexGuard<'_, Shared> {
        self.shared.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Takes step after step until all have ended.
    fn work(&self) {
        loop {
            let mut shared = self.shared();
            let place = loop {
                if shared.ended == self.steps.len() {
                    return;
                }
                if let Some(place) = shared.ready.pop_first() {
                    break place;
                }
                shared = self
                    .changed
                    .wait(shared)
                    .unwrap_or_else(PoisonError::into_inner);
            };
            drop(shared);
            let entry = self.step(place);
            self.end(place, entry);
        }
    }

    fn end(&self, place: usize, entry: Entry) {
        let step = &self.steps[place];
        if let Some(host) = self.host {
            host.ends(&step.at, &entry.outcome);
        }
        let mut shared = self.shared();
        match &entry.decision.verdict {
            Verdict::Waits(waits) => {
                shared.open.insert(step.at.clone(), waits.clone());
            }
            _ if is_open(step, &entry.decision) => {
                let own = BTreeSet::from([step.at.clone()]);
                shared.open.insert(step.at.clone(), own);
            }
            _ => {}
        }
        let is_new = step.at == Address::Environment && entry.decision.verdict == Verdict::Create;
        if self.host.is_none() && (is_new || self.is_within_unmade(&shared, place)) {
            shared.unmade.insert(step.at.clone());
        }
        let changes = match entry.outcome {
            Outcome::Planned => entry.decision.is_change(),
            Outcome::Done { .. } => true,
            _ => false,
        };
        shared.redeploy |= changes && step.marks().contains(&Mark::Redeploy);
        shared.entries[place] = Some(entry);
        shared.ended += 1;
        for next in &self.after[place] {
            shared.left[*next] -= 1;
            if shared.left[*next] == 0 {
                shared.ready.insert(*next);
            }
        }
        drop(shared);
        self.changed.notify_all();
    }

    /// Whether a step is within an environment that will be made.
    fn is_within_unmade(&self, shared: &Shared, place: usize) -> bool {
        let mut before = self.before[place].iter();
        before.any(|earlier| shared.unmade.contains(&self.steps[*earlier].at))
    }

    /// What is planned within an environment that will be made.
    fn within_unmade(&self, place: usize) -> Option<Entry> {
        let step = &self.steps[place];
        if !self.is_within_unmade(&self.shared(), place) {
            return None;
        }
        let decision = self.decider.unread(step)?;
        Some(Entry {
            at: step.at.clone(),
            decision,
            outcome: Outcome::Planned,
        })
    }

    /// Whether it would change something that the plan left as it was.
    fn is_unplanned(&self, at: &Address, decision: &Decision) -> bool {
        let planned = self.planned.get(at);
        let was_same = planned.is_some_and(|entry| !entry.decision.is_change());
        was_same && decision.is_change() && !matches!(decision.verdict, Verdict::Follows)
    }

    fn step(&self, place: usize) -> Entry {
        let step = &self.steps[place];
        let at = step.at.clone();
        if let Some(entry) = self.within_unmade(place) {
            return entry;
        }
        let (waits, failed, redeploy, has_changed) = {
            let shared = self.shared();
            let is_done = |entry: &Entry| matches!(entry.outcome, Outcome::Done { .. });
            let mut earlier = self.before[place].iter();
            let has_changed =
                earlier.any(|place| shared.entries[*place].as_ref().is_some_and(is_done));
            let ends = self.before[place]
                .iter()
                .filter_map(|earlier| shared.entries[*earlier].as_ref());
            let failed = ends
                .filter(|entry| {
                    matches!(entry.outcome, Outcome::Failed(_) | Outcome::NotAttempted(_))
                })
                .map(|entry| entry.at.to_string())
                .next();
            (
                waits(step, &shared.open),
                failed,
                shared.redeploy,
                has_changed,
            )
        };
        if !waits.is_empty() {
            let outcome = self.host.map_or(Outcome::Planned, |_| Outcome::Waiting);
            let decision = Decision::new(Verdict::Waits(waits));
            return Entry {
                at,
                decision,
                outcome,
            };
        }
        let not_attempted = |why: String| Entry {
            at: at.clone(),
            decision: Decision::new(Verdict::Follows),
            outcome: Outcome::NotAttempted(why),
        };
        if let Some(failed) = failed {
            return not_attempted(format!("it needs the {failed}"));
        }
        if self.host.is_some_and(Host::is_stopping) {
            return not_attempted("the run was interrupted".to_owned());
        }
        let mut decision = self.decider.decide(step);
        if redeploy && at == Address::Deployment && decision.verdict == Verdict::Same {
            decision = Decision::new(Verdict::Update).because("what it holds has changed");
        }
        let Some(host) = self.host else {
            let outcome = Outcome::Planned;
            return Entry {
                at,
                decision,
                outcome,
            };
        };
        if !has_changed && self.is_unplanned(&at, &decision) {
            let why = "it is not as it was when this was planned: plan again".to_owned();
            let outcome = Outcome::Failed(why);
            return Entry {
                at,
                decision,
                outcome,
            };
        }
        host.begins(&at, &decision);
        let actor = Actor {
            decider: &self.decider,
            host,
            environment: self.start.environment,
            files: self.start.files,
            redeploy,
        };
        let outcome = actor.carry_out(step, &decision);
        Entry {
            at,
            decision,
            outcome,
        }
    }
}
