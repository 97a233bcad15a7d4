//! The manifest phase: the key table, its reader, and what is generated from it.

#![allow(
    clippy::disallowed_methods,
    clippy::expect_used,
    clippy::panic,
    clippy::unwrap_used
)]

#[path = "support/expectations.rs"]
mod expectations;

mod manifest {
    mod codes;
    mod extraction;
    mod fixes;
    mod fixtures;
    mod generated;
    mod mutations;
    mod schema;
    mod table;
    pub mod tools;
    mod totality;
}
