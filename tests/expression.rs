//! Expressions: syntax, names, types, functions.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]
#![allow(clippy::disallowed_methods, clippy::print_stdout, clippy::print_stderr)]

#[path = "expression/fixture.rs"]
mod fixture;
#[path = "expression/typing.rs"]
mod typing;
