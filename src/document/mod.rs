//! TOML text into a spanned tree. This phase cannot fail: it keeps going after
//! errors and returns what it could read.

mod text;
mod tree;

pub use text::Text;
pub use tree::{Comment, Document, Entry, Key, Node, NodeKind, Table, TableStyle};
