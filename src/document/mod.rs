//! TOML text into a spanned tree. This phase cannot fail: it keeps going after
//! errors and returns what it could read.

mod breaks;
mod build;
mod chunks;
mod numbers;
mod parse;
mod problems;
mod quote;
mod quoting;
mod reader;
mod statements;
mod strings;
mod text;
mod tree;

pub use parse::parse;
pub use quote::quote;
pub use quoting::Quoting;
pub use text::Text;
pub use tree::{Comment, Document, Entry, Key, Node, NodeKind, Table, TableStyle};
