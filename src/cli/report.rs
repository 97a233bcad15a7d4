//! Diagnostics on the terminal.

use super::terminal::{count, width};
use crate::diagnostics::Diagnostic;
use crate::diagnostics::render::{Counts, Style, render};
use crate::source::Sources;

/// How many findings of each kind were told.
pub(super) type Tally = Counts;

/// `2 errors, 1 warning in 3 integrations`
pub(super) fn describe(tally: Tally, integrations: usize) -> String {
    format!("{tally} in {}", count(integrations, "integration"))
}

/// The findings as text for people. The terminal drops the colour where none is wanted.
pub(super) fn text(sources: &Sources, findings: &[Diagnostic]) -> String {
    let style = Style {
        colour: true,
        width: width(),
    };
    render(sources, findings, style)
}
