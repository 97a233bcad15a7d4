//! A strict JSON reader (RFC 8259) that stops at the first error.

use std::borrow::Cow;
use std::collections::BTreeMap;

use super::{Json, JsonKind, Member};
use crate::source::{FileId, Span};

/// How deep arrays and objects may nest, so that no input overflows the stack.
pub const MAX_DEPTH: usize = 127;

/// A JSON text that was read.
#[derive(Clone, Debug)]
pub struct Parsed {
    pub value: Json,
    pub repeated: Vec<RepeatedKey>,
}

/// A property that its object has twice.
#[derive(Clone, Debug)]
pub struct RepeatedKey {
    pub name: String,
    pub first: Span,
    pub again: Span,
}

/// Why a text is not JSON, as a phrase, and where.
#[derive(Clone, Debug)]
pub struct SyntaxError {
    pub message: Cow<'static, str>,
    pub span: Span,
}

/// Reads a whole JSON text.
///
/// # Errors
/// The first place at which the text is not JSON, or nests deeper than 127 levels.
pub fn parse(text: &str, file: FileId) -> Result<Parsed, SyntaxError> {
    let mut parser = Parser::new(text, file, 0);
    parser.byte_order_mark();
    parser.space();
    let value = parser.value(0)?;
    parser.space();
    if parser.at < text.len() {
        return Err(parser.error("expected the end of the file"));
    }
    Ok(Parsed {
        value,
        repeated: parser.repeated,
    })
}

/// Reads the JSON value that begins at a byte of a text, with spans of the whole text.
///
/// # Errors
/// As [`parse`].
pub fn parse_at(text: &str, file: FileId, at: usize) -> Result<Parsed, SyntaxError> {
    let mut parser = Parser::new(text, file, at);
    let value = parser.value(0)?;
    Ok(Parsed {
        value,
        repeated: parser.repeated,
    })
}

pub(super) struct Parser<'a> {
    text: &'a str,
    file: FileId,
    pub at: usize,
    repeated: Vec<RepeatedKey>,
}

impl<'a> Parser<'a> {
    pub const fn new(text: &'a str, file: FileId, at: usize) -> Self {
        Self {
            text,
            file,
            at,
            repeated: Vec::new(),
        }
    }
}

impl Parser<'_> {
    pub fn byte_order_mark(&mut self) {
        if self.rest().starts_with('\u{feff}') {
            self.at += '\u{feff}'.len_utf8();
        }
    }

    pub fn peek(&self) -> Option<u8> {
        self.text.as_bytes().get(self.at).copied()
    }

    /// Takes the byte if it comes next.
    pub fn eat(&mut self, byte: u8) -> bool {
        let found = self.peek() == Some(byte);
        self.at += usize::from(found);
        found
    }

    pub fn space(&mut self) {
        while matches!(self.peek(), Some(b' ' | b'\t' | b'\n' | b'\r')) {
            self.at += 1;
        }
    }

    fn rest(&self) -> &str {
        self.text.get(self.at..).unwrap_or("")
    }

    pub fn span(&self, start: usize) -> Span {
        Span::new(self.file, start, self.at)
    }

    /// An error at the character that comes next.
    pub fn error(&self, message: &'static str) -> SyntaxError {
        let width = self.rest().chars().next().map_or(0, char::len_utf8);
        SyntaxError {
            message: message.into(),
            span: Span::new(self.file, self.at, self.at + width),
        }
    }

    fn value(&mut self, depth: usize) -> Result<Json, SyntaxError> {
        let start = self.at;
        let kind = match self.peek() {
            Some(b'{') => self.object(depth)?,
            Some(b'[') => self.array(depth)?,
            Some(b'"') => JsonKind::String(self.string()?),
            Some(b'-' | b'0'..=b'9') => self.number()?,
            _ => self.word()?,
        };
        Ok(Json {
            kind,
            span: self.span(start),
        })
    }

    fn word(&mut self) -> Result<JsonKind, SyntaxError> {
        let words = [
            ("null", JsonKind::Null),
            ("true", JsonKind::Boolean(true)),
            ("false", JsonKind::Boolean(false)),
        ];
        for (word, kind) in words {
            if self.rest().starts_with(word) {
                self.at += word.len();
                return Ok(kind);
            }
        }
        Err(self.error("expected a JSON value"))
    }

    fn array(&mut self, depth: usize) -> Result<JsonKind, SyntaxError> {
        let mut items = Vec::new();
        self.open(depth)?;
        if self.eat(b']') {
            return Ok(JsonKind::Array(items));
        }
        loop {
            self.space();
            items.push(self.value(depth + 1)?);
            self.space();
            if self.eat(b']') {
                return Ok(JsonKind::Array(items));
            }
            if !self.eat(b',') {
                return Err(self.error("expected `,` or `]`"));
            }
        }
    }

    fn object(&mut self, depth: usize) -> Result<JsonKind, SyntaxError> {
        let mut members: Vec<Member> = Vec::new();
        let mut places: BTreeMap<String, usize> = BTreeMap::new();
        self.open(depth)?;
        if self.eat(b'}') {
            return Ok(JsonKind::Object(members));
        }
        loop {
            self.space();
            let start = self.at;
            if self.peek() != Some(b'"') {
                return Err(self.error("expected a property name in double quotes"));
            }
            let name = self.string()?;
            let name_span = self.span(start);
            self.space();
            if !self.eat(b':') {
                return Err(self.error("expected `:`"));
            }
            self.space();
            let value = self.value(depth + 1)?;
            let member = Member {
                name,
                name_span,
                value,
            };
            let place = places.get(&member.name).copied();
            if let Some(first) = place.and_then(|place| members.get_mut(place)) {
                self.repeated.push(RepeatedKey {
                    name: member.name.clone(),
                    first: first.name_span,
                    again: name_span,
                });
                *first = member;
            } else {
                places.insert(member.name.clone(), members.len());
                members.push(member);
            }
            self.space();
            if self.eat(b'}') {
                return Ok(JsonKind::Object(members));
            }
            if !self.eat(b',') {
                return Err(self.error("expected `,` or `}`"));
            }
        }
    }

    /// Takes the opening bracket and the space after it.
    fn open(&mut self, depth: usize) -> Result<(), SyntaxError> {
        if depth >= MAX_DEPTH {
            return Err(self.error("nests deeper than 127 levels"));
        }
        self.at += 1;
        self.space();
        Ok(())
    }

    fn number(&mut self) -> Result<JsonKind, SyntaxError> {
        let start = self.at;
        self.eat(b'-');
        if !self.eat(b'0') {
            self.digits()?;
        }
        if self.eat(b'.') {
            self.digits()?;
        }
        if self.eat(b'e') || self.eat(b'E') {
            let _ = self.eat(b'+') || self.eat(b'-');
            self.digits()?;
        }
        if matches!(self.peek(), Some(b'0'..=b'9')) {
            return Err(self.error("a number has no leading zeros"));
        }
        let digits = self.text.get(start..self.at).unwrap_or("");
        Ok(JsonKind::Number(digits.to_owned()))
    }

    fn digits(&mut self) -> Result<(), SyntaxError> {
        if !matches!(self.peek(), Some(b'0'..=b'9')) {
            return Err(self.error("expected a digit"));
        }
        while matches!(self.peek(), Some(b'0'..=b'9')) {
            self.at += 1;
        }
        Ok(())
    }

    pub fn string(&mut self) -> Result<String, SyntaxError> {
        let start = self.at;
        self.at += 1;
        let mut value = String::new();
        loop {
            let rest = self.rest();
            let plain = rest
                .find(|c: char| matches!(c, '"' | '\\' | '\0'..='\x1f'))
                .unwrap_or(rest.len());
            value.push_str(rest.get(..plain).unwrap_or(""));
            self.at += plain;
            match self.peek() {
                Some(b'"') => {
                    self.at += 1;
                    return Ok(value);
                }
                Some(b'\\') => value.push(self.escape()?),
                Some(_) => {
                    return Err(self.error("a control character in a string must be escaped"));
                }
                None => {
                    let line = self.text.get(start..).and_then(|text| text.lines().next());
                    return Err(SyntaxError {
                        message: "the string has no closing quote".into(),
                        span: Span::new(self.file, start, start + line.map_or(1, str::len)),
                    });
                }
            }
        }
    }

    fn escape(&mut self) -> Result<char, SyntaxError> {
        let start = self.at;
        self.at += 1;
        let letter = self.peek();
        self.at += 1;
        Ok(match letter {
            Some(b'"') => '"',
            Some(b'\\') => '\\',
            Some(b'/') => '/',
            Some(b'b') => '\u{8}',
            Some(b'f') => '\u{c}',
            Some(b'n') => '\n',
            Some(b'r') => '\r',
            Some(b't') => '\t',
            Some(b'u') => return self.unicode(start),
            _ => {
                return Err(SyntaxError {
                    message: "an unknown escape in a string".into(),
                    span: Span::new(self.file, start, start + 1),
                });
            }
        })
    }

    /// The rest of `\uXXXX`, and of a second one where two make a character.
    fn unicode(&mut self, start: usize) -> Result<char, SyntaxError> {
        let first = self.hex();
        let code = match first {
            Some(0xD800..=0xDBFF) if self.rest().starts_with("\\u") => {
                self.at += 2;
                match (first, self.hex()) {
                    (Some(high), Some(low @ 0xDC00..=0xDFFF)) => {
                        Some(0x1_0000 + ((high - 0xD800) << 10) + (low - 0xDC00))
                    }
                    _ => None,
                }
            }
            other => other,
        };
        code.and_then(char::from_u32).ok_or(SyntaxError {
            message: "an escape that is no character".into(),
            span: Span::new(self.file, start, start + 2),
        })
    }

    fn hex(&mut self) -> Option<u32> {
        let digits = self.text.get(self.at..self.at + 4)?;
        if !digits.bytes().all(|byte| byte.is_ascii_hexdigit()) {
            return None;
        }
        self.at += 4;
        u32::from_str_radix(digits, 16).ok()
    }
}
