//! Diagnostics as people and programs see them.

#![allow(
    clippy::disallowed_methods,
    clippy::expect_used,
    clippy::panic,
    clippy::unwrap_used
)]

mod support;

mod render {
    mod json;
    mod terminal;
    pub mod tools;
}
