//! The document phase: TOML text into a spanned tree.

#![allow(
    clippy::disallowed_methods,
    clippy::expect_used,
    clippy::panic,
    clippy::print_stdout,
    clippy::unwrap_used
)]

#[path = "support/expectations.rs"]
mod expectations;

mod document {
    mod conformance;
    mod fixtures;
    mod mutations;
    mod recovery;
    mod strings;
    mod structure;
    pub mod tools;
}
