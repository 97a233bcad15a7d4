//! Our declarations of `@versori/run`, and the layout in which Deno checks a project.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]
#![allow(clippy::disallowed_methods, clippy::print_stdout, clippy::print_stderr)]

#[path = "support/deno.rs"]
mod deno;
#[path = "support/workspace.rs"]
mod workspace;

#[path = "sdk/declarations.rs"]
mod declarations;
#[path = "sdk/guide.rs"]
mod guide;
#[path = "sdk/layout.rs"]
mod layout;
