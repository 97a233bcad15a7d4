//! What one revision of a manifest would change against another, told without a
//! platform: what the steps of both say, and the files that both give.
//!
//! It tells what `apply` would do if the platform held exactly the older revision.

mod change;
mod facts;
mod files;
mod objects;

use std::collections::{BTreeMap, BTreeSet};

use self::change::{changed, created, renewed};
use self::objects::{Held, objects, rename, renamed};
use super::{Action, Change, FORMAT, Kind, Object, Plan, Subject, Summary, Unmanaged, VERSION};
use crate::emit::Artifact;
use crate::steps::{Address, Steps};

/// One revision.
#[derive(Clone, Copy, Debug)]
pub struct Side<'s> {
    pub steps: &'s Steps,
    /// What `build` writes.
    pub artifacts: &'s [Artifact],
}

/// The plan from `base` to `now`; without a base, everything is new. The unmanaged
/// objects and the files of `subject` are replaced by those that differ.
pub fn compare(subject: Subject, base: Option<Side<'_>>, now: Side<'_>) -> Plan {
    let mut old = base.map(|base| objects(base.steps)).unwrap_or_default();
    rename(&mut old, &renamed(now.steps));
    let new = objects(now.steps);
    let old_files = base.map_or(&[][..], |base| base.artifacts);
    let (changes, unchanged) = changes(&old, &new, &subject);
    Plan {
        format: FORMAT.to_owned(),
        version: VERSION,
        integration: subject.integration,
        scope: subject.scope,
        organisation: subject.organisation,
        project: subject.project,
        inputs: subject.inputs,
        selection: subject.selection,
        release: subject.release,
        summary: Summary::of(&changes, unchanged),
        changes,
        unmanaged: vanished(&old, &new),
        files: files::files(old_files, now.artifacts),
    }
}

/// What becomes of an object whose part of the manifest is gone.
const STAYS: &str = "it stays on the platform until it is deleted by [[removed]]";

type Key<'k> = (&'k str, &'k Object);

fn key<'k>(held: &'k Held<'_>) -> Key<'k> {
    (held.environment.as_str(), &held.object)
}

/// What changes, and how many objects do not.
fn changes(old: &[Held<'_>], new: &[Held<'_>], subject: &Subject) -> (Vec<Change>, usize) {
    let before: BTreeMap<Key<'_>, &Held<'_>> = old.iter().map(|held| (key(held), held)).collect();
    let mut changes = Vec::new();
    // Made anew, so that what is known by their ids is made anew too.
    let mut anew: BTreeSet<(&str, &Address)> = BTreeSet::new();
    // Environments of which something changes that a deployment holds.
    let mut due: BTreeSet<&str> = BTreeSet::new();
    for held in new {
        let mut change = match before.get(&key(held)) {
            None => created(held),
            Some(was) => changed(was, held, old, held.belongs_to(&anew)),
        };
        let environment = held.within();
        if held.object.kind == Kind::Deployment && due.contains(environment) {
            renewed(&mut change);
        }
        match change.action {
            Action::Same => continue,
            Action::Create => {
                anew.extend(held.steps.iter().map(|step| (environment, &step.at)));
            }
            _ => {}
        }
        if held.is_deployed() && change.action != Action::Refuse {
            due.insert(environment);
        }
        change.source = subject.origins.get(&held.part()).cloned();
        changes.push(change);
    }
    let unchanged = new.len() - changes.len();
    (changes, unchanged)
}

/// What only the base has. It stays on the platform until it is removed on purpose.
fn vanished(old: &[Held<'_>], new: &[Held<'_>]) -> Vec<Unmanaged> {
    let now: BTreeSet<Key<'_>> = new.iter().map(key).collect();
    // What is part of these goes with them.
    let is_whole = |held: &&Held<'_>| {
        matches!(
            held.object.kind,
            Kind::System
                | Kind::Environment
                | Kind::NotificationChannel
                | Kind::Variables
                | Kind::Activation
        ) && !held.is_removal()
    };
    let environments: BTreeSet<&str> = new.iter().map(Held::within).collect();
    let mut gone: Vec<Unmanaged> = old
        .iter()
        .filter(|held| !now.contains(&key(held)))
        .filter(|held| held.environment.is_empty() || environments.contains(held.within()))
        .filter(is_whole)
        .map(|held| Unmanaged {
            object: held.shown(),
            advice: if held.object.kind == Kind::Activation {
                "the user stays active until a person deactivates it in the browser".to_owned()
            } else {
                STAYS.to_owned()
            },
        })
        .collect();
    gone.extend(vanished_variables(old, new));
    gone.sort();
    gone
}

/// Variables stay in the schema of the platform until they are removed on purpose.
fn vanished_variables(old: &[Held<'_>], new: &[Held<'_>]) -> Vec<Unmanaged> {
    let names = |all: &[Held<'_>]| -> BTreeSet<String> {
        all.iter()
            .filter(|held| held.object.kind == Kind::Variables)
            .flat_map(|held| held.facts.keys())
            .filter_map(|field| field.strip_suffix(facts::REQUIRED).map(str::to_owned))
            .collect()
    };
    let now = names(new);
    if !new.iter().any(|held| held.object.kind == Kind::Variables) {
        return Vec::new();
    }
    names(old)
        .difference(&now)
        .map(|name| Unmanaged {
            object: Object {
                kind: Kind::Variables,
                name: name.clone(),
            },
            advice: STAYS.to_owned(),
        })
        .collect()
}
