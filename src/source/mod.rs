//! Files and bytes: what every later phase points back at.

mod files;
mod span;

pub use files::{LineColumn, SourceFile, Sources};
pub use span::{FileId, Span, Spanned};
