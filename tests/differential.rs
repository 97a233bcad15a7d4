//! Both back ends against each other: random typed mappings on random inputs, evaluated in
//! Rust and by the emitted TypeScript in Deno.
//!
//! `GUSSET_DIFFERENTIAL=100000` runs that many cases, `GUSSET_DIFFERENTIAL_SEED` others.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]
#![allow(clippy::disallowed_methods)]

mod support;

#[path = "differential/build.rs"]
mod build;
#[path = "differential/calls.rs"]
mod calls;
#[path = "differential/compare.rs"]
mod compare;
#[path = "differential/counts.rs"]
mod counts;
#[path = "differential/expressions.rs"]
mod expressions;
#[path = "differential/faults.rs"]
mod faults;
#[path = "differential/money.rs"]
mod money;
#[path = "differential/program.rs"]
mod program;
#[path = "differential/random.rs"]
mod random;
#[path = "differential/regressions.rs"]
mod regressions;
#[path = "differential/run.rs"]
mod run;
#[path = "differential/session.rs"]
mod session;
#[path = "differential/shape.rs"]
mod shape;
#[path = "differential/sort.rs"]
mod sort;
#[path = "differential/values.rs"]
mod values;
