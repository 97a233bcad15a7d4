//! Every runnable command of the platform's command line, by group.

pub mod activations;
pub mod assets;
pub mod connections;
pub mod context;
pub mod environments;
pub mod kv;
pub mod notifications;
pub mod other;
pub mod project_systems;
pub mod projects;
pub mod systems;
pub mod users;
pub mod variables;
pub mod versions;

/// What the groups are written with.
mod prelude {
    pub(super) use crate::contract::command::{
        Command, CommandId, Output, Positional, command, csv, number, repeated, switch, text,
    };
}

use super::CommandId;

/// Every command, by group.
pub fn all() -> impl Iterator<Item = CommandId> {
    [
        activations::ALL,
        assets::ALL,
        connections::ALL,
        context::ALL,
        environments::ALL,
        kv::ALL,
        notifications::ALL,
        other::ALL,
        project_systems::ALL,
        projects::ALL,
        systems::ALL,
        users::ALL,
        variables::ALL,
        versions::ALL,
    ]
    .into_iter()
    .flatten()
    .copied()
}

/// The command of these words, as in `projects systems list`.
pub fn find(path: &str) -> Option<CommandId> {
    all().find(|command| command.path == path)
}
