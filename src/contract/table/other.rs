//! What stands alone.

use super::prelude::*;

pub static EXECUTION_POOLS_LIST: Command =
    command("execution-pools list", &[]).prints(Output::List("printableExecutionPool"));
pub static SKILLS_DOWNLOAD: Command = command(
    "skills download",
    &[
        switch("agent"),
        text("directory").short('d').default("./skills"),
        switch("latest"),
    ],
);
pub static VERSION: Command = command("version", &[]);

pub(super) static ALL: &[CommandId] = &[&EXECUTION_POOLS_LIST, &SKILLS_DOWNLOAD, &VERSION];
