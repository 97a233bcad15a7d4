//! Files and bytes: what every later phase points back at.

mod files;
mod refusal;
mod span;

pub use files::{LineColumn, SourceFile, Sources};
pub use refusal::{Refusal, leaves_folder};
pub use span::{FileId, Span, Spanned};
