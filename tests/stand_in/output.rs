//! The printed shapes, byte for byte.

use serde_json::{Value, json};

use super::arguments::Call;
use super::log;

/// An error that a command handles: what it prints; the exit code is 1.
pub struct Failure {
    pub stdout: String,
    pub stderr: String,
}

impl Failure {
    pub fn plain(stderr: String) -> Self {
        Self {
            stdout: String::new(),
            stderr,
        }
    }

    pub fn message(message: &str) -> Self {
        Self::plain(format!("Message: \n  {message}\n"))
    }

    pub fn reason(message: &str, reason: &str) -> Self {
        Self::plain(format!("Message: \n  {message}\nReason:\n  {reason}\n"))
    }

    /// The platform refused.
    pub fn api(message: &str, api: &str) -> Self {
        let (api, details) = match canary() {
            Some(canary) => (format!("{api} ({canary})"), canary),
            None => (api.to_owned(), String::new()),
        };
        Self::plain(format!(
            "Message: \n  {message}\nReason:\n  API Message: {api}\n  API Details: {details}\n"
        ))
    }

    /// A terminal form would open; a script must never get here.
    pub fn prompt(what: &str) -> Self {
        log::violation(&format!("a prompt for {what} would open"));
        Self::plain("<prompt failed: no terminal>".into())
    }
}

/// JSON as Go's encoder writes it: on one line, `&`, `<` and `>` escaped.
pub fn go_json(value: &Value) -> String {
    value
        .to_string()
        .replace('&', "\\u0026")
        .replace('<', "\\u003c")
        .replace('>', "\\u003e")
        .replace('\u{2028}', "\\u2028")
        .replace('\u{2029}', "\\u2029")
}

/// A list; an empty one is the same in every format.
pub fn list(call: &Call, kind: &str, items: Vec<Value>) -> Result<String, Failure> {
    if items.is_empty() {
        return Ok("(no items)\n".into());
    }
    print(call, &json!({ "type": kind, "items": items }))
}

pub fn object(call: &Call, value: &Value) -> Result<String, Failure> {
    print(call, value)
}

fn print(call: &Call, value: &Value) -> Result<String, Failure> {
    match call.text("output") {
        "json" => Ok(go_json(value)),
        "yaml" | "table" | "" => {
            log::violation("a script cannot read this format");
            Ok("NAME  ...\n----  ...\n".into())
        }
        other => Err(Failure::plain(format!(
            "unsupported output format '{other}'\n"
        ))),
    }
}

/// What the platform says of its own, by order of a test that looks for it.
pub fn canary() -> Option<String> {
    std::env::var("STAND_IN_CANARY")
        .ok()
        .filter(|canary| !canary.is_empty())
}

/// The rows that an API page holds.
fn page() -> usize {
    std::env::var("STAND_IN_PAGE")
        .ok()
        .and_then(|rows| rows.parse().ok())
        .unwrap_or(20)
}

pub fn first_page<T>(rows: impl IntoIterator<Item = T>) -> Vec<T> {
    rows.into_iter().take(page()).collect()
}
