//! How to write text inside a TOML string that is already there.

use std::fmt::Write as _;

/// The kind of a TOML string.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Quoting {
    /// Not known: only text that every kind takes as it is can be written.
    #[default]
    Unknown,
    /// `"…"`
    Basic,
    /// `"""…"""`
    MultilineBasic,
    /// `'…'`
    Literal,
    /// `'''…'''`
    MultilineLiteral,
}

impl Quoting {
    /// The raw spelling of `text` within such a string, or `None` where it has none.
    pub fn spell(self, text: &str) -> Option<String> {
        let control = |c: char| (c < ' ' && c != '\t') || c == '\u{7f}';
        match self {
            Self::Unknown => (!text.contains(|c: char| control(c) || "'\"\\".contains(c)))
                .then(|| text.to_owned()),
            Self::Literal | Self::MultilineLiteral => {
                let quote = match self {
                    Self::Literal => "'",
                    // Two in a row could meet a third one beside them.
                    _ => "''",
                };
                (!text.contains(control) && !text.contains(quote)).then(|| text.to_owned())
            }
            Self::Basic | Self::MultilineBasic => {
                let mut out = String::with_capacity(text.len());
                for c in text.chars() {
                    match c {
                        '"' => out.push_str("\\\""),
                        '\\' => out.push_str("\\\\"),
                        '\n' => out.push_str("\\n"),
                        '\r' => out.push_str("\\r"),
                        c if control(c) => {
                            // Writing to a string cannot fail.
                            let _ = write!(out, "\\u{:04X}", u32::from(c));
                        }
                        c => out.push(c),
                    }
                }
                Some(out)
            }
        }
    }
}
