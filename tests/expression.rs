//! Expressions: syntax, names, types, functions.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]
#![allow(clippy::disallowed_methods, clippy::print_stdout, clippy::print_stderr)]

#[path = "support/expectations.rs"]
mod expectations;

#[path = "expression/docs.rs"]
mod docs;
#[path = "expression/fixture.rs"]
mod fixture;
#[path = "expression/manifests.rs"]
mod manifests;
#[path = "expression/mismatches.rs"]
mod mismatches;
#[path = "expression/paths.rs"]
mod paths;
#[path = "expression/places.rs"]
mod places;
#[path = "expression/problems.rs"]
mod problems;
#[path = "expression/robust.rs"]
mod robust;
#[path = "expression/spans.rs"]
mod spans;
#[path = "expression/table.rs"]
mod table;
#[path = "expression/typing.rs"]
mod typing;
