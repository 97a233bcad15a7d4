//! The TypeScript printer, quoting and lowering, against both Denos.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]
#![allow(clippy::disallowed_methods)]

#[path = "support/deno.rs"]
mod deno;

#[path = "typescript/draft.rs"]
mod draft;
#[path = "expression/fixture.rs"]
#[allow(dead_code, reason = "shared with the typing tests")]
mod fixture;
#[path = "typescript/format.rs"]
mod format;
#[path = "typescript/generate.rs"]
mod generate;
#[path = "typescript/lower.rs"]
mod lower;
#[path = "typescript/names.rs"]
mod names;
#[path = "typescript/odd.rs"]
mod odd;
#[path = "typescript/precedence.rs"]
mod precedence;
#[path = "typescript/print.rs"]
mod print;
#[path = "typescript/quote.rs"]
mod quote;
#[path = "typescript/written.rs"]
mod written;
