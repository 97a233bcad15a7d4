//! The schema of a project's activation variables.

use super::prelude::*;

pub static ADD: Command = command(
    "projects variables add",
    &[
        text("description").short('d'),
        csv("field"),
        text("items-type"),
        text("name").short('n').prompts(),
        text("project").located(),
        switch("required").short('r'),
        switch("strict"),
        text("type")
            .short('t')
            .words(&["string", "number", "integer", "boolean", "object", "array"]),
    ],
);
pub static GET: Command =
    command("projects variables get", &[text("project").located()]).prints(Output::Json);
pub static LIST: Command = command("projects variables list", &[text("project").located()])
    .prints(Output::List("variableRow"));
pub static REMOVE: Command = command(
    "projects variables remove",
    &[
        text("name").short('n').required(),
        text("project").located(),
        switch("yes").short('y').prompts(),
    ],
);
pub static SET: Command = command(
    "projects variables set",
    &[
        text("file").short('f').required(),
        text("project").located(),
    ],
);
pub static UPDATE: Command = command(
    "projects variables update",
    &[
        text("description").short('d'),
        csv("field"),
        text("items-type"),
        text("name").short('n').required(),
        text("project").located(),
        switch("required").short('r'),
        switch("strict"),
        text("type")
            .short('t')
            .words(&["string", "number", "integer", "boolean", "object", "array"]),
    ],
);

pub(super) static ALL: &[CommandId] = &[&ADD, &GET, &LIST, &REMOVE, &SET, &UPDATE];
