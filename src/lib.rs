//! gusset compiles an integration manifest into a complete Versori integration.
//!
//! ```text
//! bytes -> document -> manifest -> model -> check -> ir -> emit -> plan -> apply
//! ```
//!
//! Every phase up to `check` returns a value and adds diagnostics to a sink, so one
//! run reports everything. From `document` to `emit` nothing touches the disk.

pub mod cases;
pub mod check;
pub mod cli;
pub mod compile;
pub mod contract;
pub mod diagnostics;
pub mod document;
pub mod emit;
pub mod evaluate;
pub mod execute;
pub mod expression;
pub mod ir;
pub mod manifest;
pub mod model;
pub mod plan;
pub mod platform;
pub mod project;
pub mod source;
pub mod steps;
pub mod types;
