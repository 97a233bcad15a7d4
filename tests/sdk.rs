//! Our declarations of `@versori/run`, and the layout in which Deno checks a project.

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
