//! Diagnostics on the terminal.

use super::terminal::{count, visible};
use crate::diagnostics::{Diagnostic, Severity};
use crate::source::Sources;

/// How many findings of each kind were told.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Tally {
    pub(super) errors: usize,
    pub(super) warnings: usize,
}

impl Tally {
    pub(super) fn add(&mut self, findings: &[Diagnostic]) {
        for finding in findings {
            match finding.severity {
                Severity::Error => self.errors += 1,
                Severity::Warning => self.warnings += 1,
                Severity::Note => {}
            }
        }
    }

    /// `2 errors, 1 warning in 3 integrations`
    pub(super) fn describe(self, integrations: usize) -> String {
        format!(
            "{}, {} in {}",
            count(self.errors, "error"),
            count(self.warnings, "warning"),
            count(integrations, "integration")
        )
    }
}

/// The findings as text for people.
pub(super) fn text(sources: &Sources, findings: &[Diagnostic]) -> String {
    let mut text = String::new();
    for finding in findings {
        let file = sources.file(finding.span.file);
        let place = file.map_or_else(String::new, |file| {
            let at = file.line_column(finding.span.start);
            format!("{}:{}:{}: ", file.path(), at.line, at.column)
        });
        text.push_str(&visible(&format!(
            "{place}{}[{}]: {}\n",
            finding.severity.as_str(),
            finding.code.id,
            finding.message
        )));
        if let Some(help) = &finding.help {
            text.push_str(&visible(&format!("  help: {help}\n")));
        }
    }
    text
}
