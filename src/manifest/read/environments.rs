//! `[environments]`.

use crate::document::{Key, Table};
use crate::manifest::keys::environments::{OVERRIDE, RESOURCES};
use crate::manifest::syntax::{Environment, Resources, SystemOverride, User};

use super::access::Reader;

impl Reader<'_> {
    pub fn environment(self, name: &Key, table: &Table) -> Environment {
        Environment {
            name: name.clone(),
            clone_from: self.text(table, "clone_from"),
            pool: self.text(table, "pool"),
            resources: self.table(table, "resources").map(|table| Resources {
                span: table.span,
                replicas: self.integer(table, &RESOURCES, "replicas"),
                max_replicas: self.integer(table, &RESOURCES, "max_replicas"),
                cpu: self.text(table, "cpu"),
                memory: self.text(table, "memory"),
            }),
            systems: self.overrides(table),
            variables: self.trees(table, "variables"),
            users: self.named(table, "users", |reader, id, table| User {
                id: id.clone(),
                display_name: reader.text(table, "display_name"),
                variables: reader.trees(table, "variables"),
                systems: reader.overrides(table),
            }),
        }
    }

    fn overrides(self, table: &Table) -> Vec<SystemOverride> {
        self.named(table, "systems", |reader, name, table| SystemOverride {
            name: name.clone(),
            base_url: reader.text(table, "base_url"),
            inputs: reader.named_texts(table, "inputs"),
            rotation: reader.integer(table, &OVERRIDE, "rotation"),
        })
    }
}
