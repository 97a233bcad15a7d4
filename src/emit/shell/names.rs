//! Names of bash variables that hold ids.

use std::collections::{BTreeMap, BTreeSet};

use crate::steps::Address;

/// A variable a script has for each object, without two objects sharing one.
#[derive(Debug, Default)]
pub(super) struct Names {
    given: BTreeMap<Address, String>,
    taken: BTreeSet<String>,
}

impl Names {
    /// The variable of an object; the same every time.
    pub(super) fn of(&mut self, address: &Address) -> String {
        if let Some(name) = self.given.get(address) {
            return name.clone();
        }
        let base = match address {
            Address::Project => "project".to_owned(),
            Address::System(system) => format!("system_{}", identifier(system)),
            Address::Scheme(system) => format!("scheme_{}", identifier(system)),
            Address::Channel => "channel".to_owned(),
            Address::Environment => "environment".to_owned(),
            Address::Pool => "pool".to_owned(),
            Address::Resources => "resources".to_owned(),
            Address::Schema => "schema".to_owned(),
            Address::Values => "values".to_owned(),
            Address::Template(system) => format!("template_{}", identifier(system)),
            Address::TemplateUsers(system) => format!("users_{}", identifier(system)),
            Address::TemplateScheme(system) => format!("template_scheme_{}", identifier(system)),
            Address::Connection(system) => format!("connection_{}", identifier(system)),
            Address::Link(system) => format!("link_{}", identifier(system)),
            Address::Alerts => "alerts".to_owned(),
            Address::Version => "version".to_owned(),
            Address::Deployment => "deployment".to_owned(),
            Address::Research => "research".to_owned(),
            Address::User(user) => format!("user_{}", identifier(user)),
            Address::UserConnection(system, user) => {
                format!("connection_{}_{}", identifier(system), identifier(user))
            }
            Address::Activation(user) => format!("activation_{}", identifier(user)),
            Address::ActivationVariable(user, name) => {
                format!("variable_{}_{}", identifier(user), identifier(name))
            }
            Address::RemovedSystem(name) => format!("removed_system_{}", identifier(name)),
            Address::RemovedConnections(name) => {
                format!("removed_connections_{}", identifier(name))
            }
            Address::SystemName(name) => format!("name_{}", identifier(name)),
            Address::RemovedEnvironment(name) => {
                format!("removed_environment_{}", identifier(name))
            }
        };
        let mut name = base.clone();
        let mut number = 2;
        while !self.taken.insert(name.clone()) {
            name = format!("{base}_{number}");
            number += 1;
        }
        self.given.insert(address.clone(), name.clone());
        name
    }
}

/// Letters, digits and underscores only.
fn identifier(name: &str) -> String {
    name.chars()
        .map(|letter| {
            if letter.is_ascii_alphanumeric() {
                letter.to_ascii_lowercase()
            } else {
                '_'
            }
        })
        .collect()
}
