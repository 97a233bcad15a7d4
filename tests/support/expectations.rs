//! Fixtures that say in comments what must be told about them, and where.
//!
//! ```toml
//! # error: GS0104 "must be in quotes"
//! name = orders
//! cron = "* *"   # warning: GS0713
//! ```
//!
//! A comment alone on its line speaks of the next line that has none such; one after
//! something speaks of its own line. The text in quotes, if any, must be a part of the
//! message or the help. What is told and what is expected must be the same set.

use std::collections::BTreeMap;

use gusset::diagnostics::{Diagnostic, Severity};
use gusset::source::{SourceFile, Sources};

/// One expected diagnostic.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Expectation {
    /// From 1.
    pub line: usize,
    pub severity: Severity,
    pub code: String,
    /// A part of the message or the help.
    pub text: Option<String>,
}

/// The expectations in the comments of a text.
///
/// # Panics
/// When a comment begins like an expectation and is none.
pub fn expectations(text: &str) -> Vec<Expectation> {
    let mut out: Vec<Expectation> = Vec::new();
    let mut above = Vec::new();
    for (at, line) in text.lines().enumerate() {
        let found = expectation(line);
        let alone = line.trim_start().starts_with('#') && found.is_some();
        if let Some(expectation) = found {
            above.push(expectation);
        }
        if !alone {
            for mut expectation in above.drain(..) {
                expectation.line = at + 1;
                out.push(expectation);
            }
        }
    }
    assert!(above.is_empty(), "an expectation after the last line");
    out
}

fn expectation(line: &str) -> Option<Expectation> {
    let (severity, rest) = [Severity::Error, Severity::Warning, Severity::Note]
        .into_iter()
        .find_map(|severity| {
            let mark = format!("# {}: GS", severity.as_str());
            let (_, rest) = line.rsplit_once(mark.as_str())?;
            Some((severity, rest))
        })?;
    let rest = rest.trim_end();
    let (number, text) = rest.split_once(' ').unwrap_or((rest, ""));
    assert!(
        number.len() == 4 && number.bytes().all(|byte| byte.is_ascii_digit()),
        "no code in {line:?}"
    );
    let text = match text.trim() {
        "" => None,
        quoted => Some(
            quoted
                .strip_prefix('"')
                .and_then(|text| text.strip_suffix('"'))
                .unwrap_or_else(|| panic!("text without quotes in {line:?}"))
                .to_owned(),
        ),
    };
    Some(Expectation {
        line: 0,
        severity,
        code: format!("GS{number}"),
        text,
    })
}

/// Compares what was found with what the files of `sources` expect.
///
/// # Errors
/// What was not expected, and what was expected and not found.
pub fn check(sources: &Sources, found: &[Diagnostic]) -> Result<(), String> {
    let mut open: BTreeMap<(String, usize, &str, String), Vec<&Diagnostic>> = BTreeMap::new();
    for diagnostic in found {
        let file = sources.file(diagnostic.span.file);
        let path = file.map_or("?", SourceFile::path).to_owned();
        let line = file.map_or(0, |file| file.line_column(diagnostic.span.start).line);
        let key = (
            path,
            line,
            diagnostic.severity.as_str(),
            diagnostic.code.id.to_owned(),
        );
        open.entry(key).or_default().push(diagnostic);
    }
    let mut wrong = String::new();
    for (_, file) in sources.iter() {
        let text = String::from_utf8_lossy(file.bytes()).into_owned();
        for wanted in expectations(&text) {
            let key = (
                file.path().to_owned(),
                wanted.line,
                wanted.severity.as_str(),
                wanted.code.clone(),
            );
            let candidates = open.entry(key).or_default();
            let fits = |diagnostic: &&Diagnostic| {
                wanted.text.as_deref().is_none_or(|text| {
                    let help = diagnostic.help.as_deref().unwrap_or("");
                    diagnostic.message.contains(text) || help.contains(text)
                })
            };
            match candidates.iter().position(fits) {
                Some(at) => {
                    candidates.remove(at);
                }
                None => wrong.push_str(&format!("not found: {}: {wanted:?}\n", file.path())),
            }
        }
    }
    for ((path, line, severity, code), rest) in open {
        for diagnostic in rest {
            let (message, help) = (&diagnostic.message, diagnostic.help.as_deref());
            wrong.push_str(&format!(
                "not expected: {path}:{line}: {severity} {code}: {message} ({})\n",
                help.unwrap_or("no help")
            ));
        }
    }
    if wrong.is_empty() { Ok(()) } else { Err(wrong) }
}
