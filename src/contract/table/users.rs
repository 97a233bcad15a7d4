//! Users of the organisation.

use super::prelude::*;

pub static CREATE: Command = command(
    "users create",
    &[
        text("display-name").short('n').prompts(),
        text("external-id").short('e').prompts(),
    ],
)
.prints(Output::Nothing);
pub static LIST: Command = command("users list", &[]).prints(Output::List("printableUser"));

pub(super) static ALL: &[CommandId] = &[&CREATE, &LIST];
