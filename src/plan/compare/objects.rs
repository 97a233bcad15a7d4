//! The objects that steps describe, with all that the steps say of each.

use std::collections::{BTreeMap, BTreeSet};

use super::facts::{self, Facts, identity, owners};
use crate::plan::{ByHand, Kind, Object, object};
use crate::steps::{Address, Done, Ensure, Known, Manual, Mark, Step, Steps};

/// One object of one side.
#[derive(Debug)]
pub(super) struct Held<'s> {
    /// As the steps have it; the environment is apart.
    pub(super) object: Object,
    /// Empty for what belongs to the organisation or the project.
    pub(super) environment: String,
    /// The name that it had, where the other side calls it otherwise.
    pub(super) former: Option<String>,
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

/// The systems that have another name on the other side: the former one, and the new one.
pub(super) fn renamed(steps: &Steps) -> BTreeMap<&str, &str> {
    let mut names = BTreeMap::new();
    for step in &steps.setup {
        let (Address::System(name), Ensure::Find(find)) = (&step.at, &step.ensure) else {
            continue;
        };
        names.extend(find.known.iter().filter_map(|known| match known {
            Known::Former(former) => Some((former.as_str(), name.as_str())),
            _ => None,
        }));
    }
    names
}

/// Gives objects of renamed systems their new name.
pub(super) fn rename(all: &mut [Held<'_>], names: &BTreeMap<&str, &str>) {
    for held in all {
        let is_of_system = matches!(
            held.object.kind,
            Kind::System | Kind::AuthScheme | Kind::ConnectionTemplate | Kind::Connection
        );
        // A user's connection is called by both: `crm of jane`.
        let name = &held.object.name;
        let (system, rest) = name.split_at(name.find(' ').unwrap_or(name.len()));
        if let Some(new) = names.get(system).filter(|_| is_of_system) {
            let new = format!("{new}{rest}");
            held.former = Some(std::mem::replace(&mut held.object.name, new));
        }
    }
}

fn add<'s>(all: &mut Vec<Held<'s>>, step: &'s Step, environment: &str) {
    let object = object(&step.at);
    let mut object = object;
    let environment = match object.kind {
        // Environments only look whether set-up has made these.
        Kind::Project | Kind::System | Kind::AuthScheme | Kind::NotificationChannel => {
            if !environment.is_empty() {
                return;
            }
            ""
        }
        // Set-up speaks of them by name.
        Kind::Environment => {
            if object.name.is_empty() {
                environment.clone_into(&mut object.name);
            }
            ""
        }
        // The same in all of them.
        Kind::Variables | Kind::Version | Kind::Research => "",
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
                former: None,
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

    /// The environment that it is in, or is.
    pub(super) fn within(&self) -> &str {
        if self.object.kind == Kind::Environment {
            &self.object.name
        } else {
            &self.environment
        }
    }

    /// Where the manifest says what it is.
    pub(super) fn part(&self) -> String {
        self.object.part(self.within())
    }

    /// Whether it is not to be.
    pub(super) fn is_removal(&self) -> bool {
        self.steps.iter().any(|step| match &step.ensure {
            Ensure::Remove(_) => true,
            Ensure::Manual(manual) => matches!(manual.done, Done::Absent { .. }),
            _ => false,
        })
    }

    /// Whether the command line renames it.
    pub(super) fn is_renamed(&self) -> bool {
        self.steps.iter().any(|step| match &step.ensure {
            Ensure::Find(find) => find.moved.as_ref().is_some_and(|one| one.rename.is_some()),
            _ => false,
        })
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
                let mut names = guard.lookups.iter().flat_map(identity);
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
