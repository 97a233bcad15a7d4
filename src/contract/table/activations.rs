//! Users of a project and their activations.

use super::prelude::*;

pub static ACTIVATIONS_CREATE: Command = command(
    "projects activations create",
    &[
        csv("connection").prompts(),
        text("environment").required(),
        text("external-id").short('e').required(),
        text("project").located(),
        csv("variable"),
        text("variables-file"),
    ],
);
pub static ACTIVATIONS_DELETE: Command = command(
    "projects activations delete",
    &[
        text("environment").required(),
        text("external-id").short('e').required(),
        text("project").located(),
    ],
);
pub static ACTIVATIONS_DETAILS: Command = command(
    "projects activations details",
    &[
        text("environment").required(),
        text("external-id").required(),
        text("project").located(),
    ],
)
.prints(Output::Object);
pub static ACTIVATIONS_LIST: Command = command(
    "projects activations list",
    &[text("environment").required(), text("project").located()],
)
.prints(Output::List("printableActivation"));
pub static ACTIVATIONS_SET_VARIABLE: Command = command(
    "projects activations set-variable",
    &[
        text("environment").required(),
        text("external-id").short('e').required(),
        text("name").short('n').required(),
        text("project").located(),
        text("value").required(),
    ],
);
pub static USERS_ACTIVATE: Command = command(
    "projects users activate",
    &[
        csv("connection").prompts(),
        text("environment").required(),
        text("external-id").short('e').required(),
        text("project").located(),
        csv("variable"),
        text("variables-file"),
    ],
);
pub static USERS_DEACTIVATE: Command = command(
    "projects users deactivate",
    &[
        text("environment").required(),
        text("external-id").short('e').required(),
        text("project").located(),
    ],
);
pub static USERS_DETAILS: Command = command(
    "projects users details",
    &[
        text("environment").required(),
        text("external-id").required(),
        text("project").located(),
    ],
)
.prints(Output::Object);
pub static USERS_LIST: Command = command(
    "projects users list",
    &[text("environment").required(), text("project").located()],
)
.prints(Output::List("printableActivation"));
pub static USERS_SET_VARIABLE: Command = command(
    "projects users set-variable",
    &[
        text("environment").required(),
        text("external-id").short('e').required(),
        text("name").short('n').required(),
        text("project").located(),
        text("value").required(),
    ],
);

pub(super) static ALL: &[CommandId] = &[
    &ACTIVATIONS_CREATE,
    &ACTIVATIONS_DELETE,
    &ACTIVATIONS_DETAILS,
    &ACTIVATIONS_LIST,
    &ACTIVATIONS_SET_VARIABLE,
    &USERS_ACTIVATE,
    &USERS_DEACTIVATE,
    &USERS_DETAILS,
    &USERS_LIST,
    &USERS_SET_VARIABLE,
];
