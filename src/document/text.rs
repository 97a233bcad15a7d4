//! A TOML string: its decoded value, and which raw bytes each decoded byte came from.

use std::ops::Range;

use super::Quoting;
use crate::source::Span;

/// A string with the way back to its raw text, through all four kinds of TOML
/// string, escapes and line continuations.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Text {
    pub value: String,
    /// The raw text with its quotes.
    pub span: Span,
    /// Which kind of TOML string it is.
    pub quoting: Quoting,
    map: RawMap,
}

/// How decoded offsets become raw offsets.
#[derive(Clone, Debug, PartialEq, Eq)]
enum RawMap {
    /// Every decoded byte is the raw byte at this offset further on.
    Shift(u32),
    /// For each decoded byte, where the raw text of its character starts and ends.
    Table(Box<[(u32, u32)]>),
}

impl Text {
    /// A string in which nothing was escaped: the content begins at raw offset `content`.
    pub fn verbatim(value: String, span: Span, content: u32) -> Self {
        Self {
            value,
            span,
            quoting: Quoting::Unknown,
            map: RawMap::Shift(content),
        }
    }

    /// A string with escapes or normalised line ends: for each byte of `value`, the raw
    /// start and end of the character or escape it came from.
    pub fn decoded(value: String, span: Span, bytes: Vec<(u32, u32)>) -> Self {
        debug_assert_eq!(value.len(), bytes.len());
        Self {
            value,
            span,
            quoting: Quoting::Unknown,
            map: RawMap::Table(bytes.into_boxed_slice()),
        }
    }

    /// The raw span of a range of the decoded value. An empty range gives an empty
    /// span; a range beyond the value is cut to it.
    pub fn raw(&self, range: Range<usize>) -> Span {
        let start = range.start.min(self.value.len());
        let end = range.end.clamp(start, self.value.len());
        let (start, end) = match &self.map {
            RawMap::Shift(by) => (start + *by as usize, end + *by as usize),
            RawMap::Table(bytes) => {
                let close = self.span.end.saturating_sub(1);
                let after = bytes.last().map_or(close, |byte| byte.1);
                let from = bytes.get(start).map_or(after, |byte| byte.0);
                let to = match bytes.get(start..end) {
                    Some([.., last]) => last.1,
                    _ => from,
                };
                (from as usize, to as usize)
            }
        };
        Span::new(self.span.file, start, end)
    }

    /// The same string, known to be of this kind.
    #[must_use]
    pub const fn quoted(mut self, quoting: Quoting) -> Self {
        self.quoting = quoting;
        self
    }

    pub fn as_str(&self) -> &str {
        &self.value
    }
}
