//! What is wrong with a statement, and what to write instead.
//!
//! The parser below tells what it expected; these turn that into a diagnostic that a
//! person can act on, by looking at the text around the place.

mod grammar;
mod keys;
mod scalars;
mod strings;

pub(super) use grammar::from_parser;
pub(super) use keys::{bare_key, long_key, too_deep};
pub(super) use scalars::{bare_value, datetime, integer, missing_value, out_of_range};
pub(super) use strings::string;

use crate::diagnostics::{Diagnostic, Edit, Fix};
use crate::source::Span;

/// A diagnostic of a statement.
pub(super) struct Problem {
    /// Where the statement stops being right, as a position in its chunk: the first
    /// problem by this place is the one to tell.
    pub at: usize,
    /// Everything before the place is a whole statement.
    pub after_statement: bool,
    pub diagnostic: Box<Diagnostic>,
}

impl Problem {
    pub fn new(at: usize, diagnostic: Diagnostic) -> Self {
        Self {
            at,
            after_statement: false,
            diagnostic: Box::new(diagnostic),
        }
    }
}

/// A fix that writes `text` at a place.
fn insert(diagnostic: Diagnostic, place: Span, text: &str) -> Diagnostic {
    let place = place.at_start();
    Diagnostic {
        fix: Some(Fix {
            title: format!("insert `{}`", text.trim()),
            edits: vec![Edit {
                span: place,
                text: text.to_owned(),
            }],
        }),
        ..diagnostic
    }
}

/// The text on the first line of `text`.
fn first_line(text: &str) -> &str {
    text.split(['\r', '\n']).next().unwrap_or("")
}

/// `text` for a message: short, on one line, nothing invisible.
fn shown(text: &str) -> String {
    const LONGEST: usize = 40;
    let line = first_line(text);
    let mut out: String = line
        .chars()
        .take(LONGEST)
        .map(|char| {
            if char.is_control() {
                char::REPLACEMENT_CHARACTER
            } else {
                char
            }
        })
        .collect();
    if line.chars().nth(LONGEST).is_some() || line.len() < text.len() {
        out.push('…');
    }
    out
}
