//! Expressions: syntax, names, types, functions.

#[path = "expression/fixture.rs"]
mod fixture;
#[path = "expression/typing.rs"]
mod typing;
