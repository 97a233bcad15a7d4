//! What the test binaries share. Each takes this by `#[path]` or `mod support;` and
//! uses the part that it needs.
//!
//! Conventions: a test works in a [`folder::Folder`] of its own and runs the real
//! program by [`program::gusset`]; nothing in the repository is written to.

#![allow(dead_code)]

pub mod deno;
pub mod expectations;
pub mod folder;
pub mod page;
pub mod program;
pub mod yaml;
