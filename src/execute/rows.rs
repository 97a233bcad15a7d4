//! Searches: the one row that has the values looked for.

use std::sync::Arc;

use serde_json::Value;

use super::words::{Known, Unbound, text};
use crate::contract::Arg;
use crate::steps::{Lookup, Page};

/// Sizes of pages at which a list may have been cut off. The default is 20; the rest are
/// those that a server may be set to.
const FULL: &[usize] = &[20, 25, 50, 100, 200, 250, 500, 1000];

/// The rows of all answers to the calls of one search.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Listed {
    /// The rows of each answer, shared with whoever else reads that list.
    answers: Vec<Arc<Vec<Value>>>,
    /// Whether one of the answers was as long as a page.
    pub is_full: bool,
}

impl Listed {
    /// Adds the rows of one more answer.
    pub fn add(&mut self, rows: impl Into<Arc<Vec<Value>>>) {
        let rows = rows.into();
        self.is_full |= FULL.contains(&rows.len());
        self.answers.push(rows);
    }

    /// All rows, answer by answer.
    pub fn rows(&self) -> impl Iterator<Item = &Value> {
        self.answers.iter().flat_map(|answer| answer.iter())
    }
}

/// What a search has found.
#[derive(Clone, Debug, PartialEq)]
pub enum Found {
    One {
        /// Empty where the search looks for no id.
        id: String,
        row: Value,
    },
    /// It is not there.
    Absent,
    /// The list may be cut off, so it may be there.
    Unknown,
    /// Several have these values: their ids.
    Several(Vec<String>),
}

/// Looks for the row of a search among those listed.
///
/// # Errors
/// An id among the values looked for that is not known.
pub fn find(lookup: &Lookup, listed: &Listed, known: &Known) -> Result<Found, Unbound> {
    let wanted = lookup
        .by
        .iter()
        .map(|(field, value)| {
            let is_numbered = matches!(value, Arg::Numbered(_));
            Ok((*field, text(value, known, "")?, is_numbered))
        })
        .collect::<Result<Vec<_>, Unbound>>()?;
    let mut found: Vec<(String, &Value)> = Vec::new();
    for row in listed.rows() {
        let fits = |(field, value, is_numbered): &(&str, String, bool)| {
            let have = field_of(row, field);
            let number = have.strip_prefix(value.as_str());
            match number {
                Some(number) if *is_numbered => {
                    !number.is_empty() && number.bytes().all(|digit| digit.is_ascii_digit())
                }
                _ => !is_numbered && have == *value,
            }
        };
        if !wanted.iter().all(fits) {
            continue;
        }
        let id = field_of(row, lookup.id).to_owned();
        if !found.iter().any(|(known, _)| *known == id) {
            found.push((id, row));
        }
    }
    Ok(match found.as_slice() {
        [] if listed.is_full && matches!(lookup.page, Page::First(_)) => Found::Unknown,
        [] => Found::Absent,
        [(id, row)] => Found::One {
            id: id.clone(),
            row: (*row).clone(),
        },
        several => Found::Several(several.iter().map(|(id, _)| id.clone()).collect()),
    })
}

/// A text of a row; empty where it has none.
pub(super) fn field_of<'r>(row: &'r Value, field: &str) -> &'r str {
    row.get(field).and_then(Value::as_str).unwrap_or_default()
}
