//! The host: reading and writing on disk, the ledger, and the commands.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]
#![allow(clippy::disallowed_methods)]

mod support;

#[path = "cli/base.rs"]
mod base;
#[path = "cli/cases.rs"]
mod cases;
#[path = "cli/commands.rs"]
mod commands;
#[path = "cli/everywhere.rs"]
mod everywhere;
#[path = "cli/find.rs"]
mod find;
#[path = "cli/generated.rs"]
mod generated;
#[path = "cli/kill.rs"]
mod kill;
#[path = "cli/ledger.rs"]
mod ledger;
#[path = "cli/read.rs"]
mod read;
#[path = "cli/readme.rs"]
mod readme;
#[path = "cli/verify.rs"]
mod verify;
#[path = "cli/write.rs"]
mod write;
