//! Connections of the organisation.

use super::prelude::*;

pub static CREATE: Command = command(
    "connections create",
    &[
        text("api-key").secret(),
        text("base-url"),
        switch("bypass"),
        text("client-id").secret(),
        text("client-secret").secret(),
        text("env-file").default(".env"),
        text("environment").required(),
        text("external-id"),
        text("name").required(),
        text("password").secret(),
        text("project").required(),
        text("template-id").required(),
        text("token-url").resolvable(),
        text("username").secret(),
    ],
);
pub static LIST: Command = command("connections list", &[text("end-user"), text("system")])
    .prints(Output::List("printableItem"));

pub(super) static ALL: &[CommandId] = &[&CREATE, &LIST];
