//! What the command line answers, and what rows are in it.

use std::fmt;

use serde_json::Value;

use super::lock::is_id;
use super::rows::Found;
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
    /// It printed more than any answer has, and was ended.
    TooMuch,
    /// It could not be started: why.
    NotStarted(String),
}

impl Answer {
    pub fn succeeded(&self) -> bool {
        self.end == End::Succeeded
    }

    /// That a command of `versori` failed, and why.
    pub fn failed(&self, command: &str) -> String {
        format!("`versori {command}` failed: {}", self.failure())
    }

    /// Why it did not succeed, in one line.
    pub fn failure(&self) -> String {
        match &self.end {
            End::NotStarted(why) => format!("versori cannot be started: {why}"),
            End::TimedOut => "it did not end in time".to_owned(),
            End::TooMuch => "it prints without end".to_owned(),
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
    let rows = read(trimmed, lookup).filter(|rows| rows.iter().all(|row| is_row(row, lookup)));
    rows.ok_or(NotUnderstood {
        length: answer.len(),
    })
}

/// Whether a row has what is looked for in it. The command line prints these fields always,
/// and a row without them would be taken for another than it is.
fn is_row(row: &Value, lookup: &Lookup) -> bool {
    let mut fields = lookup.by.iter();
    row.is_object() && fields.all(|(field, _)| row.get(field).is_some_and(Value::is_string))
}

/// Whether what was found has ids of the platform's form, where it is looked for by one.
pub(super) fn has_ids(found: &Found, lookup: &Lookup) -> bool {
    let is_named = lookup.id.is_empty() || lookup.by.is_empty();
    is_named
        || match found {
            Found::One { id, .. } => is_id(id),
            Found::Several(ids) => ids.iter().all(|id| is_id(id)),
            Found::Absent | Found::Unknown => true,
        }
}

/// Whether this is a JSON Schema of variables, or none yet: an answer of another kind
/// must not be merged into.
fn is_schema(value: &Value) -> bool {
    let Some(object) = value.as_object() else {
        return false;
    };
    let is_properties = |value: &Value| value.is_null() || value.is_object();
    let is_required = |value: &Value| match value {
        Value::Array(names) => names.iter().all(Value::is_string),
        other => other.is_null(),
    };
    object.get("properties").is_none_or(is_properties)
        && object.get("required").is_none_or(is_required)
        && (object.is_empty() || object.contains_key("properties") || object.contains_key("type"))
}

fn read(answer: &str, lookup: &Lookup) -> Option<Vec<Value>> {
    let mut value: Value = serde_json::from_str(answer).ok()?;
    let list = match lookup.rows {
        // A project without activation variables has `null`.
        Rows::Answer if value.is_null() => return Some(Vec::new()),
        Rows::Answer => return is_schema(&value).then(|| vec![value]),
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
