//! Values of any shape, and durations.

use crate::document::{Key, Text};
use crate::source::Span;

/// A duration in milliseconds, from `500ms`, `10s`, `5m`, `24h`, `90d`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Duration {
    pub milliseconds: u64,
}

/// TOML of any shape. Where the key table says expressions, every string leaf is one.
#[derive(Clone, Debug)]
pub struct Tree {
    pub kind: TreeKind,
    pub span: Span,
}

#[derive(Clone, Debug)]
pub enum TreeKind {
    /// An expression, or literal text, as the key's type says.
    String(Text),
    Integer(i64),
    /// The digits as written.
    Float(String),
    Boolean(bool),
    Datetime(String),
    Array(Vec<Tree>),
    Table(Vec<(Key, Tree)>),
    Invalid,
}
