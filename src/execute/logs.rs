//! Errors in the log of an environment.

use serde_json::Value;

use super::answer::CommandLine;
use super::rows::field_of;
use super::words::{Known, words};
use crate::steps::logs;

/// A line of the log that tells an error.
#[derive(Clone, Debug, PartialEq, Eq, serde::Serialize)]
pub struct Logged {
    /// RFC 3339, as the platform has it.
    pub time: String,
    pub message: String,
    /// The workflow that says so, where the line names it; else empty.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub workflow: String,
    /// The step that says so, where the line names it; else empty.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub step: String,
    /// What went wrong, as far as the line says it; may be empty.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub detail: String,
}

/// The errors of the last time, oldest first.
///
/// # Errors
/// Why the log cannot be read.
pub fn errors(
    platform: &dyn CommandLine,
    known: &Known,
    environment: &str,
    since: &str,
) -> Result<Vec<Logged>, String> {
    let call = logs(environment, since).map_err(|error| error.to_string())?;
    let words = words(&call, known, "")
        .map_err(|unbound| format!("there is no id of the {}", unbound.0))?;
    let answer = platform.call(&words);
    if !answer.succeeded() {
        return Err(answer.failed("projects logs"));
    }
    Ok(answer.stdout.lines().filter_map(error).collect())
}

/// One line, if it is an error; what is no line of a log is none.
fn error(line: &str) -> Option<Logged> {
    let line: Value = serde_json::from_str(line).ok()?;
    let severity = field_of(&line, "severity").to_ascii_lowercase();
    if !["error", "fatal", "critical", "panic"].contains(&severity.as_str()) {
        return None;
    }
    let none = Value::Null;
    let fields = line.get("fields").unwrap_or(&none);
    let text = |name: &str| field_of(fields, name).to_owned();
    let detail = ["problem", "reason", "error", "cause", "code"]
        .into_iter()
        .map(text)
        .chain([field_of(&line, "error").to_owned()])
        .find(|text| !text.is_empty());
    Some(Logged {
        time: field_of(&line, "timestamp").to_owned(),
        message: field_of(&line, "message").to_owned(),
        workflow: text("workflow"),
        step: text("step"),
        detail: detail.unwrap_or_default(),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_errors_count_and_say_where() {
        let told = error(
            r#"{"fields":{"step":"posted","workflow":"post","problem":"no"},"message":"The data was refused","severity":"ERROR","timestamp":"2026-01-01T00:00:00Z","error":""}"#,
        );
        let told = told.unwrap();
        assert_eq!((told.step.as_str(), told.detail.as_str()), ("posted", "no"));
        assert_eq!(error(r#"{"severity":"info","message":"x"}"#), None);
        assert_eq!(error("<html>"), None);
    }
}
