//! TypeScript: the deployed project and what is needed to check it.
//!
//! What the printer writes is what `deno fmt` would write, so emitters never think of layout.

pub mod ast;
pub mod expression;
pub mod imports;
pub mod print;
pub mod project;
pub mod quote;
pub mod runtime;
pub mod sdk;
pub mod types;
pub mod unique;
