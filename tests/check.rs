//! The whole of `check`: several mistakes at once, broken files, the same output twice.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]
#![allow(clippy::disallowed_methods)]
#![allow(clippy::print_stdout, reason = "figures of the mutations")]

#[path = "check/cascades.rs"]
mod cascades;
#[path = "check/changes.rs"]
mod changes;
#[path = "check/determinism.rs"]
mod determinism;
#[path = "check/examples.rs"]
mod examples;
#[path = "check/expressions.rs"]
mod expressions;
#[path = "check/fuzzed.rs"]
mod fuzzed;
#[path = "check/moves.rs"]
mod moves;
#[path = "check/mutations.rs"]
mod mutations;
#[path = "check/patches.rs"]
mod patches;
#[path = "check/smoke.rs"]
mod smoke;
#[path = "check/users.rs"]
mod users;
