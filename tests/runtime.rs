//! The runtime helpers of generated TypeScript, run by both Denos.
//!
//! The tables were worked out with Python's `decimal`, `fractions`, `datetime` and
//! `zoneinfo`, not with the helpers.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]
#![allow(clippy::disallowed_methods, clippy::print_stdout, clippy::print_stderr)]
#[path = "support/deno.rs"]
mod deno;
#[path = "support/workspace.rs"]
mod workspace;

#[path = "runtime/behaviour.rs"]
mod behaviour;
#[path = "runtime/selection.rs"]
mod selection;
