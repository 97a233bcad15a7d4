//! The evaluator, and `gusset test`.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]
#![allow(clippy::disallowed_methods)]

mod support;

#[path = "evaluate/command.rs"]
mod command;
#[path = "evaluate/fixture.rs"]
mod fixture;
#[path = "evaluate/generated.rs"]
mod generated;
#[path = "evaluate/update.rs"]
mod update;
