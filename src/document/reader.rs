//! Reads the events of one statement: keys, values, and what is wrong with them.

use toml_parser::decoder::{Encoding, ScalarKind};
use toml_parser::parser::{Event, EventKind};
use toml_parser::{ParseError, Raw};

use super::build;
use super::chunks::Chunk;
use super::numbers;
use super::problems::{self, Problem};
use super::strings;
use super::tree::{Key, Node, NodeKind, Table, TableStyle};

/// What a statement says. `sound` is false when some part of a key could not be read;
/// the keys are then those before it.
pub(super) enum Line {
    Blank,
    Header {
        keys: Vec<Key>,
        sound: bool,
        array: bool,
    },
    Pair {
        keys: Vec<Key>,
        sound: bool,
        value: Node,
    },
    /// Keys and no `=`.
    Keys {
        keys: Vec<Key>,
        sound: bool,
    },
    Garbage,
}

/// Deeper dotted keys are refused, so that the tree's depth is bounded.
const DEEPEST_KEY: usize = 80;

/// Goes through the events of one statement.
pub(super) struct Reader<'a> {
    chunk: &'a Chunk<'a>,
    events: &'a [Event],
    at: usize,
    pub problems: Vec<Problem>,
}

impl<'a> Reader<'a> {
    pub const fn new(chunk: &'a Chunk<'a>, events: &'a [Event]) -> Self {
        Self {
            chunk,
            events,
            at: 0,
            problems: Vec::new(),
        }
    }

    /// Reads the statement.
    pub fn line(&mut self) -> Line {
        let Some(first) = self.peek() else {
            return Line::Blank;
        };
        match first.kind() {
            EventKind::StdTableOpen | EventKind::ArrayTableOpen => {
                self.at += 1;
                let (keys, sound) = self.keys();
                Line::Header {
                    keys,
                    sound,
                    array: first.kind() == EventKind::ArrayTableOpen,
                }
            }
            EventKind::SimpleKey => {
                let (keys, sound) = self.keys();
                if self.take(EventKind::KeyValSep).is_none() {
                    return Line::Keys { keys, sound };
                }
                let value = self.value().unwrap_or_else(|| {
                    let end = first.span().end();
                    Node::new(NodeKind::Invalid, self.chunk.span(end, end))
                });
                Line::Pair { keys, sound, value }
            }
            _ => Line::Garbage,
        }
    }

    /// The next event that says something.
    fn peek(&mut self) -> Option<&'a Event> {
        loop {
            let event = self.events.get(self.at)?;
            match event.kind() {
                EventKind::Whitespace
                | EventKind::Comment
                | EventKind::Newline
                | EventKind::Error => self.at += 1,
                _ => return Some(event),
            }
        }
    }

    fn take(&mut self, kind: EventKind) -> Option<&'a Event> {
        let event = self.peek().filter(|event| event.kind() == kind)?;
        self.at += 1;
        Some(event)
    }

    /// A dotted key, and whether all its parts could be read.
    fn keys(&mut self) -> (Vec<Key>, bool) {
        let mut keys = Vec::new();
        let mut sound = true;
        while let Some(event) = self.take(EventKind::SimpleKey) {
            match self.key(event) {
                Ok(key) if sound => keys.push(key),
                Ok(_) => {}
                Err(problem) => {
                    sound = false;
                    self.problems.push(problem);
                }
            }
            if self.take(EventKind::KeySep).is_none() {
                break;
            }
        }
        if keys.len() > DEEPEST_KEY {
            if let Some(key) = keys.get(DEEPEST_KEY) {
                let at = key.span.start as usize - self.chunk.base;
                self.problems.push(problems::too_deep(self.chunk, at));
            }
            keys.truncate(DEEPEST_KEY);
            sound = false;
        }
        (keys, sound && !self.events.is_empty())
    }

    fn key(&self, event: &Event) -> Result<Key, Problem> {
        let (start, end) = (event.span().start(), event.span().end());
        let raw = self.chunk.slice(start, end);
        let span = self.chunk.span(start, end);
        let name = match event.encoding() {
            None => match problems::bare_key(self.chunk, start, raw) {
                Some(problem) => return Err(problem),
                None => raw.to_owned(),
            },
            Some(encoding @ (Encoding::MlBasicString | Encoding::MlLiteralString)) => {
                let unclosed = self.decoded(event, encoding).err();
                return Err(unclosed.unwrap_or_else(|| problems::long_key(self.chunk, start, raw)));
            }
            Some(encoding) => match self.decoded(event, encoding) {
                Ok(text) => text.value,
                Err(problem) => return Err(problem),
            },
        };
        Ok(Key { name, span })
    }

    fn value(&mut self) -> Option<Node> {
        let event = self.peek()?;
        match event.kind() {
            EventKind::Scalar => {
                self.at += 1;
                Some(self.scalar(event))
            }
            EventKind::ArrayOpen => {
                self.at += 1;
                Some(self.array(event))
            }
            EventKind::InlineTableOpen => {
                self.at += 1;
                Some(self.inline_table(event))
            }
            _ => None,
        }
    }

    // Arrays and inline tables nest no deeper than the parser's guard allows.
    fn array(&mut self, open: &Event) -> Node {
        let mut items = Vec::new();
        let mut end = open.span().end();
        while let Some(event) = self.peek() {
            end = event.span().end();
            if let Some(value) = self.value() {
                items.push(value);
                continue;
            }
            self.at += 1;
            if event.kind() == EventKind::ArrayClose {
                break;
            }
        }
        let span = self.chunk.span(open.span().start(), end);
        Node::new(NodeKind::Array(items), span)
    }

    fn inline_table(&mut self, open: &Event) -> Node {
        let mut table = Table::new(TableStyle::Inline, self.chunk.span(0, 0));
        let mut end = open.span().end();
        let mut pending = None;
        while let Some(event) = self.peek() {
            end = event.span().end();
            if event.kind() == EventKind::SimpleKey {
                pending = Some(self.keys());
                continue;
            }
            if let Some(value) = self.value() {
                match pending.take() {
                    Some((keys, true)) => {
                        if let Err(conflict) = build::set(&mut table, keys, value) {
                            let diagnostic = conflict.diagnostic(false);
                            let at = diagnostic.span.start as usize - self.chunk.base;
                            self.problems.push(Problem::new(at, diagnostic));
                        }
                    }
                    _ => table.incomplete = true,
                }
                continue;
            }
            self.at += 1;
            if event.kind() == EventKind::InlineTableClose {
                break;
            }
        }
        table.span = self.chunk.span(open.span().start(), end);
        let span = table.span;
        Node::new(NodeKind::Table(table), span)
    }

    fn scalar(&mut self, event: &Event) -> Node {
        let (start, end) = (event.span().start(), event.span().end());
        let span = self.chunk.span(start, end);
        let kind = if start >= end {
            Err(problems::missing_value(self.chunk, start))
        } else {
            match event.encoding() {
                Some(encoding) => self.decoded(event, encoding).map(NodeKind::String),
                None => self.bare(event),
            }
        };
        let kind = kind.unwrap_or_else(|problem| {
            self.problems.push(problem);
            NodeKind::Invalid
        });
        Node::new(kind, span)
    }

    fn raw(&self, event: &Event) -> Raw<'a> {
        let span = event.span();
        let text = self.chunk.slice(span.start(), span.end());
        Raw::new_unchecked(text, event.encoding(), span)
    }

    fn decoded(&self, event: &Event, encoding: Encoding) -> Result<super::Text, Problem> {
        let raw = self.raw(event);
        let mut error: Option<ParseError> = None;
        if !strings::is_plain(raw.as_str(), encoding) {
            // Only asked for errors: the value is decoded with its map below.
            let _ = raw.decode_scalar(&mut (), &mut error);
        }
        let start = event.span().start();
        if let Some(error) = error {
            let problem = problems::string(self.chunk, start, raw.as_str(), encoding, &error);
            return Err(problem);
        }
        let span = self.chunk.span(start, event.span().end());
        Ok(strings::decode(raw.as_str(), span, encoding))
    }

    fn bare(&self, event: &Event) -> Result<NodeKind, Problem> {
        let raw = self.raw(event);
        let start = event.span().start();
        let mut text = String::new();
        let mut error: Option<ParseError> = None;
        let kind = raw.decode_scalar(&mut text, &mut error);
        if let Some(error) = error {
            return Err(problems::bare_value(
                self.chunk,
                start,
                raw.as_str(),
                kind,
                &error,
            ));
        }
        match kind {
            ScalarKind::String => Ok(NodeKind::Invalid),
            ScalarKind::Boolean(value) => Ok(NodeKind::Boolean(value)),
            ScalarKind::Float => match text.parse::<f64>() {
                Ok(value) if value.is_infinite() && !text.contains("inf") => {
                    Err(problems::out_of_range(self.chunk, start, raw.as_str()))
                }
                _ => Ok(NodeKind::Float(text)),
            },
            ScalarKind::Integer(radix) => match numbers::integer(&text, radix.value()) {
                Some(value) => Ok(NodeKind::Integer(value)),
                None => Err(problems::integer(self.chunk, start, raw.as_str(), &text)),
            },
            ScalarKind::DateTime => match numbers::datetime(&text) {
                Ok(()) => Ok(NodeKind::Datetime(text)),
                Err(expected) => Err(problems::datetime(
                    self.chunk,
                    start,
                    raw.as_str(),
                    expected,
                )),
            },
        }
    }
}
