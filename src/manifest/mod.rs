//! The manifest: typed and unresolved, read from the document by the key table.

mod syntax;

pub use syntax::*;
