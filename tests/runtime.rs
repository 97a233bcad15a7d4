//! The runtime helpers of generated TypeScript, run by both Denos.
//!
//! The tables were worked out with Python's `decimal`, `fractions`, `datetime` and
//! `zoneinfo`, not with the helpers.

#[path = "support/deno.rs"]
mod deno;
#[path = "support/workspace.rs"]
mod workspace;

#[path = "runtime/behaviour.rs"]
mod behaviour;
#[path = "runtime/selection.rs"]
mod selection;
