//! Notification channels and their links.

use super::prelude::*;

pub static CHANNELS_CREATE: Command = command(
    "notifications channels create",
    &[csv("cc"), text("email").checked(), text("name").required()],
);
pub static CHANNELS_DELETE: Command = command(
    "notifications channels delete",
    &[
        text("channel-id").prompts(),
        switch("yes").short('y').prompts(),
    ],
);
pub static CHANNELS_LIST: Command =
    command("notifications channels list", &[]).prints(Output::List("printableChannel"));
pub static PROJECT_LINK: Command = command(
    "notifications project link",
    &[
        text("channel-id").prompts(),
        text("environment").prompts(),
        text("name"),
        text("project").located(),
    ],
);
pub static PROJECT_LIST: Command = command(
    "notifications project list",
    &[text("environment"), text("project").located()],
)
.prints(Output::List("printableProjectNotification"));
pub static PROJECT_UNLINK: Command = command(
    "notifications project unlink",
    &[
        text("environment").prompts(),
        text("notification-id").prompts(),
        text("project").located(),
        switch("yes").short('y').prompts(),
    ],
);

pub(super) static ALL: &[CommandId] = &[
    &CHANNELS_CREATE,
    &CHANNELS_DELETE,
    &CHANNELS_LIST,
    &PROJECT_LINK,
    &PROJECT_LIST,
    &PROJECT_UNLINK,
];
