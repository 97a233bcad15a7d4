//! JSON with spans: sample payloads, JSON Schema files, and TOML read as JSON.
//!
//! `serde_json` has no spans, so a small strict reader stands here. It keeps numbers
//! as written and says which keys were repeated.

mod lazy;
mod parse;
mod serde;
mod toml;

pub use lazy::{Entry, entries};
pub use parse::{MAX_DEPTH, Parsed, RepeatedKey, SyntaxError, parse, parse_at};

use crate::source::Span;

/// A JSON value and where it was written.
#[derive(Clone, Debug)]
pub struct Json {
    pub kind: JsonKind,
    pub span: Span,
}

#[derive(Clone, Debug)]
pub enum JsonKind {
    Null,
    Boolean(bool),
    /// The digits as written.
    Number(String),
    String(String),
    /// Only in TOML: a date, or a date and time, with `T` between them.
    Datetime(String),
    Array(Vec<Json>),
    /// In order, each name once: of a repeated one, the last.
    Object(Vec<Member>),
    /// Only in TOML: has its diagnostic already.
    Invalid,
}

/// One property of an object.
#[derive(Clone, Debug)]
pub struct Member {
    pub name: String,
    pub name_span: Span,
    pub value: Json,
}

impl Json {
    /// The property of that name, when this is an object that has it.
    pub fn get(&self, name: &str) -> Option<&Member> {
        self.members().iter().find(|member| member.name == name)
    }

    /// The properties; none when this is not an object.
    pub fn members(&self) -> &[Member] {
        match &self.kind {
            JsonKind::Object(members) => members,
            _ => &[],
        }
    }

    /// The properties in the order in which JavaScript enumerates them: names that are
    /// array indexes come first, by their numbers.
    pub fn enumerated(&self) -> Vec<&Member> {
        let mut members: Vec<&Member> = self.members().iter().collect();
        members.sort_by_key(|member| array_index(&member.name).map_or(u64::MAX, u64::from));
        members
    }

    pub fn as_str(&self) -> Option<&str> {
        match &self.kind {
            JsonKind::String(text) => Some(text),
            _ => None,
        }
    }

    /// JSON's word for the kind of value: "a string", "null".
    pub const fn describe(&self) -> &'static str {
        match self.kind {
            JsonKind::Null => "null",
            JsonKind::Boolean(_) => "a boolean",
            JsonKind::Number(_) => "a number",
            JsonKind::String(_) => "a string",
            JsonKind::Datetime(_) => "a TOML date-time",
            JsonKind::Array(_) => "an array",
            JsonKind::Object(_) => "an object",
            JsonKind::Invalid => "an invalid value",
        }
    }
}

/// The number of a property's name that JavaScript takes for an array index: a canonical
/// number below 2^32 - 1.
pub fn array_index(name: &str) -> Option<u32> {
    let number = name.parse().ok().filter(|number| *number != u32::MAX)?;
    let canonical = name == "0" || !name.starts_with(['0', '+']);
    canonical.then_some(number)
}
