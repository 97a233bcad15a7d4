//! The spanned TOML tree. Whatever could be read is in it; what could not is
//! [`NodeKind::Invalid`] or absent, and has its diagnostic already.

use std::collections::BTreeMap;

use super::Text;
use crate::source::Span;

/// A whole TOML file.
#[derive(Clone, Debug, Default)]
pub struct Document {
    pub root: Table,
    pub comments: Vec<Comment>,
    /// The statements that could not be read whole, in order: what the tree has of them
    /// may not be what was meant.
    pub doubtful: Vec<Span>,
    /// Every part of every header's key, in the order of the file.
    pub header_keys: Vec<Span>,
}

impl Document {
    /// Whether a place begins in a statement that could not be read whole.
    pub fn doubts(&self, place: Span) -> bool {
        let after = self
            .doubtful
            .partition_point(|span| span.start <= place.start);
        after
            .checked_sub(1)
            .and_then(|at| self.doubtful.get(at))
            .is_some_and(|span| place.start < span.end)
    }

    /// Where the parts of a header's key stand; `header` is the span of its brackets.
    pub fn keys_of(&self, header: Span) -> &[Span] {
        let place = |at: u32| self.header_keys.partition_point(|key| key.start < at);
        self.header_keys
            .get(place(header.start)..place(header.end))
            .unwrap_or_default()
    }
}

/// `# …`, with the `#` in the span and without it in the text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Comment {
    pub span: Span,
    pub text: String,
}

/// How a table came to be, which decides where a key could be added to it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum TableStyle {
    /// The file itself.
    #[default]
    Root,
    /// `[a.b]` or one `[[a.b]]`.
    Header,
    /// Only as a prefix: the `a` of `[a.b]`.
    Implicit,
    /// The `a` of `a.b = 1`.
    Dotted,
    /// `{ … }`
    Inline,
}

/// Entries in the order of the file. Keys are unique; a repeated key has a
/// diagnostic and its first value stays.
#[derive(Clone, Debug, Default)]
pub struct Table {
    pub entries: Vec<Entry>,
    pub style: TableStyle,
    /// The header's brackets, the braces, or the key that made the table.
    pub span: Span,
    /// Something written here could not be read and is not among the entries: that a
    /// key is absent proves nothing.
    pub incomplete: bool,
    /// Names to positions, kept only for tables too long to search from the front.
    index: BTreeMap<Box<str>, usize>,
}

#[derive(Clone, Debug)]
pub struct Entry {
    pub key: Key,
    pub value: Node,
}

/// One part of a key, decoded, with the span of its raw text (quotes included).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Key {
    pub name: String,
    pub span: Span,
}

#[derive(Clone, Debug)]
pub struct Node {
    pub kind: NodeKind,
    pub span: Span,
}

#[derive(Clone, Debug)]
pub enum NodeKind {
    String(Text),
    /// Beyond `i64` is a syntax error, as TOML has it.
    Integer(i64),
    /// The digits as written, without underscores: money is not read as a double.
    Float(String),
    Boolean(bool),
    /// Offset, local date-time, date or time, as written.
    Datetime(String),
    Array(Vec<Node>),
    Table(Table),
    Invalid,
}

impl NodeKind {
    /// The TOML word for it, for messages: "a string", "an array".
    pub const fn describe(&self) -> &'static str {
        match self {
            Self::String(_) => "a string",
            Self::Integer(_) => "an integer",
            Self::Float(_) => "a float",
            Self::Boolean(_) => "a boolean",
            Self::Datetime(_) => "a date-time",
            Self::Array(_) => "an array",
            Self::Table(_) => "a table",
            Self::Invalid => "an invalid value",
        }
    }
}

/// Tables up to this length are searched entry by entry.
const SEARCHED: usize = 16;

impl Table {
    pub(super) fn new(style: TableStyle, span: Span) -> Self {
        Self {
            style,
            span,
            ..Self::default()
        }
    }

    pub fn get(&self, name: &str) -> Option<&Entry> {
        self.entries.get(self.position(name)?)
    }

    pub fn node(&self, name: &str) -> Option<&Node> {
        self.get(name).map(|entry| &entry.value)
    }

    pub fn is_empty(&self) -> bool {
        self.entries.is_empty()
    }

    pub(super) fn position(&self, name: &str) -> Option<usize> {
        if self.index.len() == self.entries.len() {
            return self.index.get(name).copied();
        }
        self.entries.iter().position(|entry| entry.key.name == name)
    }

    /// Adds an entry whose name is not there yet, and returns its position.
    pub(super) fn add(&mut self, key: Key, value: Node) -> usize {
        let position = self.entries.len();
        self.entries.push(Entry { key, value });
        if position >= SEARCHED {
            let known = self.index.len();
            for (at, entry) in self.entries.iter().enumerate().skip(known) {
                self.index.insert(entry.key.name.as_str().into(), at);
            }
        }
        position
    }
}

impl Node {
    pub(super) const fn new(kind: NodeKind, span: Span) -> Self {
        Self { kind, span }
    }

    pub const fn as_table(&self) -> Option<&Table> {
        match &self.kind {
            NodeKind::Table(table) => Some(table),
            _ => None,
        }
    }

    pub fn as_array(&self) -> Option<&[Node]> {
        match &self.kind {
            NodeKind::Array(items) => Some(items),
            _ => None,
        }
    }

    pub const fn as_text(&self) -> Option<&Text> {
        match &self.kind {
            NodeKind::String(text) => Some(text),
            _ => None,
        }
    }
}
