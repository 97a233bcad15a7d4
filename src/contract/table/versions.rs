//! Versions of a project.

use super::prelude::*;

pub static CREATE: Command = command(
    "projects versions create",
    &[
        text("description").prompts(),
        text("directory").short('d').default("."),
        switch("dry-run"),
        text("name").short('n').prompts(),
        text("project").prompts(),
    ],
)
.prints(Output::Object);
pub static DEPLOY: Command = command(
    "projects versions deploy",
    &[
        text("environment").required(),
        text("project").located(),
        text("version-id").required(),
    ],
)
.prints(Output::Nothing);
pub static LIST: Command = command(
    "projects versions list",
    &[number("limit").default("20"), text("project").located()],
)
.prints(Output::List("VersionSummary"));
pub static PULL: Command = command(
    "projects versions pull",
    &[
        text("directory").short('d').default("."),
        switch("dry-run"),
        text("project").prompts(),
        text("version").prompts(),
    ],
);

pub(super) static ALL: &[CommandId] = &[&CREATE, &DEPLOY, &LIST, &PULL];
