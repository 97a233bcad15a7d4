//! Strings that do not end, and what they cannot hold.

use toml_parser::ParseError;
use toml_parser::decoder::Encoding;

use super::{Problem, first_line};
use crate::diagnostics::{Diagnostic, codes::syntax};
use crate::document::chunks::Chunk;

/// What is wrong with a string that begins at `start`.
pub(in crate::document) fn string(
    chunk: &Chunk,
    start: usize,
    raw: &str,
    encoding: Encoding,
    error: &ParseError,
) -> Problem {
    let quote = match encoding {
        Encoding::BasicString => "\"",
        Encoding::LiteralString => "'",
        Encoding::MlBasicString => "\"\"\"",
        Encoding::MlLiteralString => "'''",
    };
    let content = raw
        .get(quote.len()..)
        .and_then(|rest| rest.strip_suffix(quote));
    let escaped = |content: &str| {
        let slashes = content.len() - content.trim_end_matches('\\').len();
        quote.starts_with('"') && slashes % 2 == 1
    };
    if content.is_none_or(escaped) {
        return unclosed(chunk, start, raw, quote);
    }
    let at = error
        .unexpected()
        .or(error.context())
        .map_or(start, |span| span.start());
    if let Some(problem) = escape(chunk, start, at, error) {
        return problem;
    }
    character(chunk, at, quote.starts_with('"'))
}

fn unclosed(chunk: &Chunk, start: usize, raw: &str, quote: &str) -> Problem {
    let line = first_line(raw).trim_end();
    let diagnostic = Diagnostic::new(
        &syntax::UNCLOSED_STRING,
        chunk.span(start, start + line.len().max(1)),
        format!("this string has no closing `{quote}`"),
    );
    let diagnostic = if quote == "\"" && line.ends_with("\\\"") {
        diagnostic.help("the `\\` before the last quote makes it a part of the text: write `\\\\` for a backslash, or `'…'`, where a backslash is only itself")
    } else if quote.len() == 3 {
        diagnostic.help(format!("write `{quote}` where the text ends"))
    } else {
        diagnostic.help(format!(
            "write `{quote}` where the text ends, on the same line"
        ))
    };
    Problem::new(start + raw.len(), diagnostic)
}

/// An escape that TOML does not have.
fn escape(chunk: &Chunk, start: usize, at: usize, error: &ParseError) -> Option<Problem> {
    let begin = start + chunk.slice(start, at).rfind('\\')?;
    let help = match error.description() {
        "missing escaped value" => {
            "for a backslash write `\\\\`, or use `'…'`, where a backslash is only itself; escapes are `\\n` `\\t` `\\r` `\\e` `\\b` `\\f` `\\\"` `\\\\` `\\xHH` `\\uHHHH` `\\UHHHHHHHH`"
        }
        "too few unicode value digits" => {
            "write two hexadecimal digits after `\\x`, four after `\\u`, eight after `\\U`"
        }
        "invalid value" => {
            "write the number of a character: up to 10FFFF, and none from D800 to DFFF"
        }
        _ if chunk.slice(begin, at).trim_end_matches([' ', '\t']) == "\\" => {
            "remove what follows the backslash on this line, or write `\\\\`"
        }
        _ => return None,
    };
    let next = chunk.from(at).chars().next();
    let end = match next {
        Some(char) if at == begin + 1 && !char.is_control() => at + char.len_utf8(),
        _ => at,
    };
    let end = match error.description() {
        "invalid value" => {
            let digits = chunk.from(at);
            at + digits.len()
                - digits
                    .trim_start_matches(|char: char| char.is_ascii_hexdigit())
                    .len()
                    .max(digits.len().saturating_sub(8))
        }
        _ => end,
    };
    let raw = chunk.slice(begin, end);
    let diagnostic = Diagnostic::new(
        &syntax::INVALID_ESCAPE,
        chunk.span(begin, end),
        format!("`{}` is no escape", super::shown(raw)),
    )
    .help(help);
    Some(Problem::new(begin, diagnostic))
}

/// The first control character outside a string, if there is one.
pub(super) fn control(chunk: &Chunk, start: usize, raw: &str) -> Option<Problem> {
    let at = raw.find(|char: char| char.is_ascii_control() && char != '\t')?;
    Some(character(chunk, start + at, false))
}

/// A character that may not be in the file as it is. `escapes` says that it is in a
/// string that has escapes.
pub(super) fn character(chunk: &Chunk, at: usize, escapes: bool) -> Problem {
    let before = at.saturating_sub(1);
    let return_at = match chunk.slice(before, at) {
        "\r" => Some(before),
        _ if chunk.from(at).starts_with('\r') => Some(at),
        _ => None,
    };
    if let Some(at) = return_at {
        let diagnostic = Diagnostic::new(
            &syntax::INVALID_CHARACTER,
            chunk.span(at, at + 1),
            "a carriage return without a line feed",
        )
        .help("end lines with a line feed, or with carriage return and line feed");
        return Problem::new(at, diagnostic);
    }
    let char = chunk.from(at).chars().next().unwrap_or('\0');
    let number = u32::from(char);
    let diagnostic = Diagnostic::new(
        &syntax::INVALID_CHARACTER,
        chunk.span(at, at + char.len_utf8()),
        format!("the control character U+{number:04X} cannot be in a TOML file"),
    )
    .help(if escapes {
        format!("write `\\u{number:04X}`, or remove it")
    } else {
        "remove it".to_owned()
    });
    Problem::new(at, diagnostic)
}
