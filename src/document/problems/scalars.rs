//! Values without quotes that are no number, date or boolean.

use toml_parser::ParseError;
use toml_parser::decoder::ScalarKind;

use super::{Problem, first_line, grammar, shown, strings};
use crate::diagnostics::{Diagnostic, codes::syntax};
use crate::document::chunks::Chunk;
use crate::document::quote;

/// Nothing where a value should be.
pub(in crate::document) fn missing_value(chunk: &Chunk, at: usize) -> Problem {
    let before = chunk.slice(0, at).trim_end_matches([' ', '\t']);
    let equals = before.len().saturating_sub(1);
    let message = if before.ends_with('=') {
        "there is no value after this `=`"
    } else {
        "expected `=` and a value after this"
    };
    let span = chunk.span(equals, before.len());
    let diagnostic = Diagnostic::new(&syntax::MISSING_VALUE, span, message)
        .help("write a value, for example `\"text\"`, `5`, `true`, `[]` or `{}`");
    Problem::new(at, diagnostic)
}

/// A value without quotes that cannot be read.
pub(in crate::document) fn bare_value(
    chunk: &Chunk,
    start: usize,
    raw: &str,
    kind: ScalarKind,
    error: &ParseError,
) -> Problem {
    let span = chunk.span(start, start + raw.len());
    if let Some(quote) = raw.chars().last().filter(|char| matches!(char, '"' | '\'')) {
        let diagnostic = Diagnostic::new(
            &syntax::UNCLOSED_STRING,
            span,
            format!("this string has no opening `{quote}`"),
        )
        .help(format!("write `{quote}` before the text"));
        return Problem::new(start, diagnostic);
    }
    if let Some(problem) = strings::control(chunk, start, raw) {
        return problem;
    }
    let lower = raw.to_ascii_lowercase();
    if [
        "true", "false", "inf", "nan", "+inf", "-inf", "+nan", "-nan",
    ]
    .contains(&lower.as_str())
    {
        let diagnostic = Diagnostic::new(
            &syntax::UNQUOTED_TEXT,
            span,
            format!("`{raw}` must be in lower case"),
        )
        .help(format!("write `{lower}`, or quotes if it is text"))
        .replace(span, lower);
        return Problem::new(start, diagnostic);
    }
    let numeric = matches!(kind, ScalarKind::Integer(_) | ScalarKind::Float)
        && raw.starts_with(|char: char| {
            char.is_ascii_digit() || matches!(char, '+' | '-' | '.' | '_')
        });
    if numeric {
        return number(chunk, start, raw, error);
    }
    text(chunk, start, raw)
}

fn number(chunk: &Chunk, start: usize, raw: &str, error: &ParseError) -> Problem {
    no_number(chunk, start, raw, error.description())
}

/// An integer whose digits, as read, are none or have no room in 64 bits.
pub(in crate::document) fn integer(
    chunk: &Chunk,
    start: usize,
    raw: &str,
    digits: &str,
) -> Problem {
    if digits.is_empty() || !digits.is_ascii() {
        return no_number(chunk, start, raw, "");
    }
    out_of_range(chunk, start, raw)
}

fn no_number(chunk: &Chunk, start: usize, raw: &str, why: &str) -> Problem {
    let help = match why {
        "unexpected leading zero" => {
            format!(
                "remove the leading zero, or write `{}` if it is text",
                quote(raw)
            )
        }
        "`_` may only go between digits" => "write `_` between two digits only".to_owned(),
        "redundant numeric sign" => "write one sign".to_owned(),
        "integers with a radix cannot be signed" => {
            "write it without a sign, or as a decimal number".to_owned()
        }
        "radix must be lowercase" => "write `0x`, `0o` or `0b` in lower case".to_owned(),
        _ => format!(
            "write a number such as `10`, `-3` or `0.5`, or `{}` if it is text",
            quote(raw)
        ),
    };
    let diagnostic = Diagnostic::new(
        &syntax::INVALID_NUMBER,
        chunk.span(start, start + raw.len()),
        format!("`{}` is no number", shown(raw)),
    )
    .help(help);
    Problem::new(start, diagnostic)
}

/// A number beyond what TOML holds.
pub(in crate::document) fn out_of_range(chunk: &Chunk, start: usize, raw: &str) -> Problem {
    let diagnostic = Diagnostic::new(
        &syntax::INVALID_NUMBER,
        chunk.span(start, start + raw.len()),
        format!("the number `{}` is too large", shown(raw)),
    )
    .help(format!(
        "an integer has 64 bits and a sign, a float is a double; write `{}` to keep all digits as text",
        quote(&shown(raw))
    ));
    Problem::new(start, diagnostic)
}

/// Something like a date that is none.
pub(in crate::document) fn datetime(
    chunk: &Chunk,
    start: usize,
    raw: &str,
    expected: &str,
) -> Problem {
    let diagnostic = Diagnostic::new(
        &syntax::INVALID_DATE_TIME,
        chunk.span(start, start + raw.len()),
        format!("`{}` is no date or time: expected {expected}", shown(raw)),
    )
    .help(format!(
        "write it like `2025-01-31`, `07:32:00` or `2025-01-31T07:32:00Z`, or `{}` if it is text",
        quote(&shown(raw))
    ));
    Problem::new(start, diagnostic)
}

/// Whether a word means something without quotes.
fn is_value(word: &str) -> bool {
    matches!(word, "true" | "false") || word.parse::<f64>().is_ok()
}

/// Text without quotes.
fn text(chunk: &Chunk, start: usize, raw: &str) -> Problem {
    let line = chunk.slice(0, start);
    let line = line
        .rfind('\n')
        .map_or(line, |end| line.get(end + 1..).unwrap_or(""));
    // As the whole value of a key, the text goes on to the end of the line.
    let alone = !line.contains(['[', '{', ',']);
    let rest = first_line(chunk.from(start));
    let rest = rest.split(" #").next().unwrap_or(rest).trim_end();
    let mut words = raw.split([' ', '\t']).filter(|word| !word.is_empty());
    let several = raw.contains([' ', '\t']) && words.clone().all(is_value);
    if let (false, true, Some(first)) = (alone, several, words.next()) {
        let rest = raw.get(first.len()..).unwrap_or("");
        let second = raw.len() - rest.trim_start().len();
        return grammar::no_comma(
            chunk,
            start + second,
            "expected a comma between these values",
        );
    }
    let next = chunk.from(start + raw.len());
    let gap = next.len() - next.trim_start_matches([' ', '\t']).len();
    if !alone && next.get(gap..).is_some_and(|next| next.starts_with('=')) {
        if let Some(space) = raw.rfind([' ', '\t']) {
            let key = start + space + 1;
            return grammar::no_comma(chunk, key, "expected a comma before this key");
        }
        return grammar::equals_in_array(chunk, start + raw.len() + gap);
    }
    let value = if alone && rest.starts_with(raw) {
        rest
    } else {
        raw
    };
    let span = chunk.span(start, start + value.len());
    let diagnostic = Diagnostic::new(&syntax::UNQUOTED_TEXT, span, "text must be in quotes");
    let quoted = quote(value);
    let word = value == raw
        && raw
            .chars()
            .all(|char| char.is_alphanumeric() || "_-. ".contains(char));
    let diagnostic = match raw {
        "yes" | "no" | "on" | "off" => diagnostic.help(format!(
            "write `true` or `false`, or `{quoted}` if it is text"
        )),
        "null" | "nil" | "none" | "None" => diagnostic.help(format!(
            "TOML has no null: leave the key out, or write `{quoted}` if it is text"
        )),
        _ if word => diagnostic
            .help(format!("write `{}`", shown(&quoted)))
            .replace(span, quoted),
        _ => diagnostic.help(format!("write `{}`", shown(&quoted))),
    };
    Problem::new(start, diagnostic)
}
