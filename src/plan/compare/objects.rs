//! The objects that steps describe, with all that the steps say of each.

use std::collections::BTreeSet;

use super::facts::{self, Facts, identity, owners};
use crate::plan::{ByHand, Kind, Object, object};
use crate::steps::{Address, Ensure, Manual, Mark, Step, Steps};

/// One object of one side.
#[derive(Debug)]
pub(super) struct Held<'s> {
    /// As the steps have it; the environment is apart.
    pub(super) object: Object,
    /// Empty for what belongs to the organisation or the project.
    pub(super) environment: String,
    pub(super) facts: Facts,
    pub(super) steps: Vec<&'s Step>,
}

/// All objects, in the order of the steps: set-up, then one environment after the other.
pub(super) fn objects(steps: &Steps) -> Vec<Held<'_>> {
    let mut all: Vec<Held<'_>> = Vec::new();
    for step in &steps.setup {
        add(&mut all, step, "");
    }
    for environment in &steps.environments {
        for step in &environment.steps {
            add(&mut all, step, &environment.environment);
        }
    }
    all
}

fn add<'s>(all: &mut Vec<Held<'s>>, step: &'s Step, environment: &str) {
    let object = object(&step.at);
    let environment = match object.kind {
        // Environments only look whether set-up has made these.
        Kind::Project | Kind::System | Kind::AuthScheme | Kind::NotificationChannel => {
            if !environment.is_empty() {
                return;
            }
            ""
        }
        // The same in all of them.
        Kind::Variables | Kind::Version => "",
        _ => environment,
    };
    let is_same = |held: &&mut Held| held.object == object && held.environment == environment;
    // The steps of one object stand near each other.
    let held = match all.iter_mut().rev().find(is_same) {
        Some(held) => held,
        None => {
            all.push(Held {
                object,
                environment: environment.to_owned(),
                facts: Facts::new(),
                steps: Vec::new(),
            });
            let Some(held) = all.last_mut() else { return };
            held
        }
    };
    if held.steps.iter().any(|other| other.at == step.at) {
        return;
    }
    facts::add(&step.ensure, &mut held.facts);
    held.steps.push(step);
}

impl<'s> Held<'s> {
    /// The object as it is shown where several environments are: `connection shop in
    /// staging`, `deployment staging`.
    pub(super) fn shown(&self) -> Object {
        let (name, environment) = (&self.object.name, &self.environment);
        let name = match (name.is_empty(), environment.is_empty()) {
            (_, true) => name.clone(),
            (true, false) => environment.clone(),
            (false, false) => format!("{name} in {environment}"),
        };
        Object {
            kind: self.object.kind,
            name,
        }
    }

    /// Whether it is one that the platform makes by itself, so that it is only looked for.
    pub(super) fn is_given(&self) -> bool {
        let is_found = |step: &&Step| match &step.ensure {
            Ensure::Find(find) => find.create.is_none(),
            _ => false,
        };
        self.steps.iter().any(is_found)
    }

    pub(super) fn manual(&self) -> impl Iterator<Item = &'s Manual> {
        self.steps.iter().filter_map(|step| match &step.ensure {
            Ensure::Manual(manual) => Some(manual),
            _ => None,
        })
    }

    pub(super) fn by_hand(&self) -> Vec<ByHand> {
        self.manual()
            .map(|manual| ByHand {
                title: manual.title.clone(),
                instructions: manual.instructions.clone(),
            })
            .collect()
    }

    /// Whether it is known by the id of one of these, so that it is made anew with it.
    pub(super) fn belongs_to(&self, anew: &BTreeSet<(&str, &Address)>) -> bool {
        let is_of = |address| {
            anew.contains(&(self.environment.as_str(), address)) || anew.contains(&("", address))
        };
        self.steps.iter().any(|step| match &step.ensure {
            Ensure::Find(find) => owners(&find.lookup).any(is_of),
            _ => false,
        })
    }

    /// What a guard says that looks for an object of `old` by its name.
    pub(super) fn guard(&self, old: &[Held<'_>]) -> Option<&'s str> {
        let is_there = |name: &serde_json::Value| {
            let mut here = old.iter();
            here.any(|held| {
                held.environment == self.environment
                    && held
                        .facts
                        .get("name")
                        .is_some_and(|fact| fact.value == *name)
            })
        };
        self.steps.iter().find_map(|step| match &step.ensure {
            Ensure::Put(put) => {
                let guard = put.guard.as_ref()?;
                let mut names = identity(&guard.lookup);
                names
                    .any(|name| is_there(&name))
                    .then_some(guard.message.as_str())
            }
            _ => None,
        })
    }

    /// Whether a running deployment holds it, so that it is renewed with it.
    pub(super) fn is_deployed(&self) -> bool {
        self.steps
            .iter()
            .any(|step| step.marks().contains(&Mark::Redeploy))
    }
}
