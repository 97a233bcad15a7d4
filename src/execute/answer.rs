//! What the command line answers, and what rows are in it.

use std::fmt;

use serde_json::Value;

use crate::contract::Output;
use crate::steps::{Lookup, Rows};

/// The command line of the platform.
pub trait CommandLine {
    /// Runs `versori` with these words, without a terminal.
    fn call(&mut self, words: &[String]) -> Answer;
}

/// How a call ended.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Answer {
    /// Whether it ended with 0. A wrong command may, so that what it printed counts too.
    pub succeeded: bool,
    pub stdout: String,
    pub stderr: String,
}

/// An answer that is not what the contract says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NotUnderstood {
    /// Its beginning.
    pub answer: String,
}

/// How much of an answer is shown, in characters.
const SHOWN: usize = 200;

impl fmt::Display for NotUnderstood {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "the answer is not understood: {}", self.answer)
    }
}

impl std::error::Error for NotUnderstood {}

/// What an empty list is in every format.
const NO_ITEMS: &str = "(no items)";

/// The rows of an answer to a search.
///
/// # Errors
/// When it is no answer to that command: a mistyped one prints help and ends with 0.
pub(super) fn rows(answer: &str, lookup: &Lookup) -> Result<Vec<Value>, NotUnderstood> {
    let trimmed = answer.trim();
    if trimmed.is_empty() || trimmed == NO_ITEMS {
        return Ok(Vec::new());
    }
    read(trimmed, lookup).ok_or_else(|| NotUnderstood {
        answer: trimmed.chars().take(SHOWN).collect(),
    })
}

fn read(answer: &str, lookup: &Lookup) -> Option<Vec<Value>> {
    let mut value: Value = serde_json::from_str(answer).ok()?;
    let list = match lookup.rows {
        Rows::Answer => return Some(vec![value]),
        Rows::Field(field) => value.get_mut(field)?.take(),
        Rows::Items => {
            if let Output::List(kind) = lookup.list.output()
                && value.get("type")?.as_str()? != kind
            {
                return None;
            }
            value.get_mut("items")?.take()
        }
    };
    match list {
        Value::Array(rows) => Some(rows),
        // Go prints an empty slice so.
        Value::Null => Some(Vec::new()),
        _ => None,
    }
}
