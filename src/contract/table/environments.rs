//! Environments of a project.

use super::prelude::*;

pub static CREATE: Command = command(
    "projects environments create",
    &[
        switch("clone-systems"),
        switch("copy-static-user-variables"),
        text("execution-pool"),
        text("new-env").required(),
        text("old-env").required(),
        text("project").required(),
    ],
)
.prints(Output::Object);
pub static PROMOTE: Command = command(
    "projects environments promote",
    &[
        text("project").located(),
        text("source").required(),
        text("target").required(),
    ],
)
.prints(Output::Object);
pub static UPDATE_EXECUTION_POOL: Command = command(
    "projects environments update-execution-pool",
    &[
        text("environment").required(),
        text("execution-pool").required(),
        text("project").located(),
        switch("yes").short('y').prompts(),
    ],
)
.prints(Output::Object);

pub(super) static ALL: &[CommandId] = &[&CREATE, &PROMOTE, &UPDATE_EXECUTION_POOL];
