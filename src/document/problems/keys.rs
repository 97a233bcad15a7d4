//! Keys that are none.

use super::{Problem, shown, strings};
use crate::diagnostics::{Diagnostic, codes::syntax};
use crate::document::chunks::Chunk;
use crate::document::quote;

/// What is wrong with a key without quotes, if anything is.
pub(in crate::document) fn bare_key(chunk: &Chunk, start: usize, raw: &str) -> Option<Problem> {
    let allowed = |byte: u8| byte.is_ascii_alphanumeric() || matches!(byte, b'_' | b'-');
    if !raw.is_empty() && raw.bytes().all(allowed) {
        return None;
    }
    if raw.is_empty() {
        let next = chunk.from(start).chars().next().unwrap_or('\n');
        let width = if next.is_control() {
            0
        } else {
            next.len_utf8()
        };
        let diagnostic = Diagnostic::new(
            &syntax::NOT_A_PAIR,
            chunk.span(start, start + width),
            "expected a key here",
        )
        .help("write a key such as `name` before `=`, and between the dots of a dotted key");
        return Some(Problem::new(start, diagnostic));
    }
    if let Some(problem) = strings::control(chunk, start, raw) {
        return Some(problem);
    }
    let wrong = raw.bytes().position(|byte| !allowed(byte))?;
    let char = raw.get(wrong..)?.chars().next()?;
    let span = chunk.span(start, start + raw.len());
    let diagnostic = Diagnostic::new(
        &syntax::INVALID_KEY,
        span,
        format!(
            "`{}` cannot be in a key without quotes",
            shown(char.encode_utf8(&mut [0; 4]))
        ),
    );
    let diagnostic = match char {
        '"' | '\'' => diagnostic.help(format!(
            "put quotes on both sides of `{}`, or on neither",
            shown(raw)
        )),
        _ => diagnostic.help(format!(
            "use letters, digits, `_` and `-` only, or write `{}`",
            quote(&shown(raw))
        )),
    };
    Some(Problem::new(start + wrong, diagnostic))
}

/// A key written as a multi-line string.
pub(in crate::document) fn long_key(chunk: &Chunk, start: usize, raw: &str) -> Problem {
    let end = start + super::first_line(raw).len();
    let diagnostic = Diagnostic::new(
        &syntax::INVALID_KEY,
        chunk.span(start, end),
        "a key cannot be a multi-line string",
    )
    .help("write the key with one quote on each side, or with none");
    Problem::new(start, diagnostic)
}

/// A dotted key, an array or a table deeper than any manifest needs.
pub(in crate::document) fn too_deep(chunk: &Chunk, start: usize) -> Problem {
    let diagnostic = Diagnostic::new(
        &syntax::TOO_DEEP,
        chunk.span(start, start + 1),
        "this is nested deeper than 80 levels",
    )
    .help("write fewer levels");
    Problem::new(start, diagnostic)
}
