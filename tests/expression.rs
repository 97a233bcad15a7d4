//! Expressions: syntax, names, types, functions.

#[path = "expression/fixture.rs"]
mod fixture;
#[path = "expression/paths.rs"]
mod paths;
#[path = "expression/places.rs"]
mod places;
#[path = "expression/problems.rs"]
mod problems;
#[path = "expression/robust.rs"]
mod robust;
#[path = "expression/table.rs"]
mod table;
#[path = "expression/typing.rs"]
mod typing;
