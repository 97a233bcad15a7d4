//! Contexts: organisation and token.

use super::prelude::*;

pub static ADD: Command = command(
    "context add",
    &[
        text("jwt").prompts().exposed(),
        text("name").prompts(),
        text("organisation").prompts(),
    ],
)
.prints(Output::Nothing);
pub static LIST: Command = command("context list", &[]).prints(Output::List("Context"));
pub static RM: Command = command("context rm", &[]).takes(Positional::One);
pub static SELECT: Command = command("context select", &[]).takes(Positional::One);
pub static SHOW: Command = command("context show", &[]).prints(Output::Object);

pub(super) static ALL: &[CommandId] = &[&ADD, &LIST, &RM, &SELECT, &SHOW];
