//! Whole integrations, as the language was designed: what of them is built, and what
//! their mappings give in both back ends.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]
#![allow(clippy::disallowed_methods)]

mod support;

#[path = "design/deno.rs"]
mod deno;
#[path = "design/integration.rs"]
mod integration;
#[path = "design/mappings.rs"]
mod mappings;
