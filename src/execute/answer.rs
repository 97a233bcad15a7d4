//! What the command line answers, and what rows are in it.

use std::fmt;

use serde_json::Value;

use crate::contract::Output;
use crate::steps::{Lookup, Rows};

/// The command line of the platform.
pub trait CommandLine: Sync {
    /// Runs `versori` with these words, without a terminal.
    fn call(&self, words: &[String]) -> Answer;
}

/// How a call ended, and what it printed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Answer {
    pub end: End,
    pub stdout: String,
    pub stderr: String,
}

/// How a call ended.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum End {
    /// With 0. A wrong command may, so that what it printed counts too.
    Succeeded,
    /// With another code, or by a signal.
    Failed,
    /// It took longer than a call may take, and was ended.
    TimedOut,
    /// It could not be started: why.
    NotStarted(String),
}

impl Answer {
    pub fn succeeded(&self) -> bool {
        self.end == End::Succeeded
    }

    /// Why it did not succeed, in one line.
    pub fn failure(&self) -> String {
        match &self.end {
            End::NotStarted(why) => format!("versori cannot be started: {why}"),
            End::TimedOut => "it did not end in time".to_owned(),
            End::Succeeded | End::Failed => said(&self.stderr),
        }
    }
}

/// What an error says. The command line prints `Message:` and `Reason:` with lines below
/// them, and errors of flags twice.
fn said(stderr: &str) -> String {
    let mut parts: Vec<&str> = Vec::new();
    for line in stderr.lines() {
        let line = line.trim();
        let text = [
            "Message:",
            "Reason:",
            "API Message:",
            "API Details:",
            "Error:",
        ]
        .iter()
        .find_map(|head| line.strip_prefix(head))
        .unwrap_or(line)
        .trim();
        if !text.is_empty() && !parts.contains(&text) {
            parts.push(text);
        }
    }
    if parts.is_empty() {
        return "it says nothing".to_owned();
    }
    parts.join(": ").chars().take(SHOWN).collect()
}

/// An answer that is not what the contract says. It is not shown: nothing tells what is
/// in it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NotUnderstood {
    /// Its length in bytes.
    pub length: usize,
}

/// How much of an error is shown, in characters.
const SHOWN: usize = 400;

impl fmt::Display for NotUnderstood {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(
            f,
            "its answer, {} bytes, is not what this command prints",
            self.length
        )
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
    // Nothing at all is not how an empty list is told.
    if trimmed == NO_ITEMS {
        return Ok(Vec::new());
    }
    read(trimmed, lookup).ok_or(NotUnderstood {
        length: answer.len(),
    })
}

fn read(answer: &str, lookup: &Lookup) -> Option<Vec<Value>> {
    let mut value: Value = serde_json::from_str(answer).ok()?;
    let list = match lookup.rows {
        // A project without activation variables has `null`.
        Rows::Answer if value.is_null() => return Some(Vec::new()),
        Rows::Answer => return value.is_object().then(|| vec![value]),
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_error_is_told_in_one_line() {
        let api = "Message: \n  failed to create system\nReason:\n  API Message: already exists\n  API Details: dup name\n";
        assert_eq!(
            said(api),
            "failed to create system: already exists: dup name"
        );
        let flag = "Error: required flag(s) \"name\" not set\nrequired flag(s) \"name\" not set\n";
        assert_eq!(said(flag), "required flag(s) \"name\" not set");
        assert_eq!(said("\n"), "it says nothing");
    }
}
