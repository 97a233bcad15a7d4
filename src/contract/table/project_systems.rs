//! Systems in a project: connection templates.

use super::prelude::*;

pub static ADD: Command = command(
    "projects systems add",
    &[
        switch("dynamic"),
        text("environment").required(),
        text("name").required(),
        text("project").located(),
        text("system").required(),
    ],
)
.prints(Output::Object);
pub static BOOTSTRAP: Command = command(
    "projects systems bootstrap",
    &[
        text("file").short('f').required(),
        text("project").located(),
        text("system-overrides"),
    ],
);
pub static CONNECT: Command = command(
    "projects systems connect",
    &[
        text("connection-id").checked(),
        text("environment").required(),
        text("project").located(),
        text("template-id").required(),
    ],
)
.prints(Output::Nothing);
pub static DELETE_CONNECTION_TEMPLATE: Command = command(
    "projects systems delete-connection-template",
    &[text("project").required(), text("template").required()],
);
pub static LIST: Command = command(
    "projects systems list",
    &[text("environment").required(), text("project").located()],
)
.prints(Output::List("ProjectConnectionTemplateItem"));
pub static LIST_CONNECTIONS: Command = command(
    "projects systems list-connections",
    &[text("environment").required(), text("project").located()],
)
.prints(Output::List("printableConnection"));
pub static REMOVE: Command = command(
    "projects systems remove",
    &[text("project").located(), text("template").required()],
);
pub static UPDATE_CONNECTION_TEMPLATE: Command = command(
    "projects systems update-connection-template",
    &[
        text("auth-scheme-config-id"),
        switch("dynamic"),
        text("name"),
        text("project").located(),
        text("template").required(),
    ],
)
.prints(Output::Nothing);

pub(super) static ALL: &[CommandId] = &[
    &ADD,
    &BOOTSTRAP,
    &CONNECT,
    &DELETE_CONNECTION_TEMPLATE,
    &LIST,
    &LIST_CONNECTIONS,
    &REMOVE,
    &UPDATE_CONNECTION_TEMPLATE,
];
