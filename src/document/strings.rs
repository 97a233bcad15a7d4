//! Decodes a TOML string that is known to be right, remembering where each byte of
//! the value came from.

use toml_parser::decoder::Encoding;

use super::{Quoting, Text};
use crate::source::Span;

/// The value of the string whose raw text, quotes included, is `raw` and lies at
/// `span`. Line ends in the value are `\n`, whatever the file has.
pub(super) fn decode(raw: &str, span: Span, encoding: Encoding) -> Text {
    let (quote, escapes, quoting) = match encoding {
        Encoding::BasicString => ("\"", true, Quoting::Basic),
        Encoding::MlBasicString => ("\"\"\"", true, Quoting::MultilineBasic),
        Encoding::LiteralString => ("'", false, Quoting::Literal),
        Encoding::MlLiteralString => ("'''", false, Quoting::MultilineLiteral),
    };
    let content = raw.strip_prefix(quote).unwrap_or(raw);
    let content = content.strip_suffix(quote).unwrap_or(content);
    let mut skipped = quote.len();
    let content = match quote.len() {
        1 => content,
        _ => match content.strip_prefix("\r\n") {
            Some(rest) => {
                skipped += 2;
                rest
            }
            None => match content.strip_prefix('\n') {
                Some(rest) => {
                    skipped += 1;
                    rest
                }
                None => content,
            },
        },
    };
    let start = span.start + u32::try_from(skipped).unwrap_or(0);
    let plain = !(content.contains('\r') || escapes && content.contains('\\'));
    if plain {
        return Text::verbatim(content.to_owned(), span, start).quoted(quoting);
    }
    let mut decoder = Decoder {
        content,
        start,
        at: 0,
        value: String::with_capacity(content.len()),
        bytes: Vec::with_capacity(content.len()),
    };
    decoder.run(escapes);
    if decoder.value.is_empty() {
        return Text::verbatim(String::new(), span, start).quoted(quoting);
    }
    Text::decoded(decoder.value, span, decoder.bytes).quoted(quoting)
}

/// Whether the raw text is plainly a string of one line that says what it holds, as
/// most are: nothing in it can be wrong, and nothing needs decoding.
pub(super) fn is_plain(raw: &str, encoding: Encoding) -> bool {
    let quote = match encoding {
        Encoding::BasicString => b'"',
        Encoding::LiteralString => b'\'',
        Encoding::MlBasicString | Encoding::MlLiteralString => return false,
    };
    let says_itself = |byte: &u8| matches!(byte, b' '..=b'~') && *byte != b'\\' && *byte != quote;
    match raw.as_bytes() {
        [first, content @ .., last] => {
            *first == quote && *last == quote && content.iter().all(says_itself)
        }
        _ => false,
    }
}

struct Decoder<'a> {
    content: &'a str,
    /// Where the content starts in the file.
    start: u32,
    /// How much of the content is read.
    at: usize,
    value: String,
    bytes: Vec<(u32, u32)>,
}

impl Decoder<'_> {
    fn run(&mut self, escapes: bool) {
        while let Some(next) = self.rest().chars().next() {
            let from = self.at;
            match next {
                '\\' if escapes => match self.escape() {
                    Some(char) => self.push(char, from),
                    None => self.continuation(),
                },
                '\r' if self.rest().starts_with("\r\n") => {
                    self.at += 2;
                    self.push('\n', from);
                }
                char => {
                    self.at += char.len_utf8();
                    self.push(char, from);
                }
            }
        }
    }

    fn rest(&self) -> &str {
        self.content.get(self.at..).unwrap_or("")
    }

    /// Adds a character that the content has written from `from` up to here.
    fn push(&mut self, char: char, from: usize) {
        self.value.push(char);
        let raw = |at: usize| {
            self.start
                .saturating_add(u32::try_from(at).unwrap_or(u32::MAX))
        };
        let place = (raw(from), raw(self.at));
        self.bytes.resize(self.value.len(), place);
    }

    /// Reads `\x`; nothing when it is the end of a line that continues.
    fn escape(&mut self) -> Option<char> {
        let code = self.rest().chars().nth(1)?;
        let digits = match code {
            'x' => 2,
            'u' => 4,
            'U' => 8,
            ' ' | '\t' | '\r' | '\n' => return None,
            _ => 0,
        };
        let hex = self.rest().get(2..2 + digits).unwrap_or("");
        let char = match code {
            'b' => '\u{8}',
            'e' => '\u{1b}',
            'f' => '\u{c}',
            'n' => '\n',
            'r' => '\r',
            't' => '\t',
            'x' | 'u' | 'U' => u32::from_str_radix(hex, 16)
                .ok()
                .and_then(char::from_u32)
                .unwrap_or(char::REPLACEMENT_CHARACTER),
            other => other,
        };
        self.at += 1 + code.len_utf8() + hex.len();
        Some(char)
    }

    /// Skips a backslash at the end of a line, and all white space after it.
    fn continuation(&mut self) {
        let rest = self.rest();
        let after = rest.strip_prefix('\\').unwrap_or(rest);
        let after = after.trim_start_matches([' ', '\t', '\r', '\n']);
        self.at += rest.len() - after.len();
    }
}
