//! What the parser says about the order of tokens, by the words it says it in.

use toml_parser::ParseError;
use toml_parser::lexer::TokenKind;

use super::{Problem, first_line, insert, keys, shown, strings};
use crate::diagnostics::{Code, Diagnostic, codes::syntax};
use crate::document::chunks::Chunk;

/// What the parser found wrong in the statement that begins at `start`.
pub(in crate::document) fn from_parser(chunk: &Chunk, start: usize, error: &ParseError) -> Problem {
    let context = error.context().or(error.unexpected());
    let at = error
        .unexpected()
        .or(context)
        .map_or(start, |span| span.start());
    let opened = context.map_or(start, |span| span.start());
    match error.description() {
        "key with no value" | "missing value for key" => no_equals(chunk, start, at),
        "missing assignment between key-value pairs" => no_equals(chunk, at, at),
        "unclosed table" | "unclosed array table" => unclosed_header(chunk, opened, at),
        "unclosed array" => unclosed(chunk, opened, at, "]"),
        "unclosed inline table" | "invalid inline table element" => {
            unclosed(chunk, opened, at, "}")
        }
        "missing inline table opening" | "missing array opening" | "missing table open" => {
            stray(chunk, at)
        }
        "extra comma in array" | "extra comma in inline table" => {
            let span = chunk.span(at, at + 1);
            let diagnostic = Diagnostic::new(
                &syntax::MISPLACED_SEPARATOR,
                span,
                "there is nothing before this comma",
            )
            .help("remove the comma, or write a value before it");
            Problem::new(at, diagnostic)
        }
        "missing comma between array elements" if matches!(chunk.slice(at, at + 1), "}") => {
            unclosed(chunk, opened, at, "]")
        }
        "missing comma between array elements" => {
            no_comma(chunk, at, "expected a comma between these values")
        }
        "missing comma between key-value pairs" => {
            no_comma(chunk, at, "expected a comma before this key")
        }
        "unexpected `=` in array" => equals_in_array(chunk, at),
        "extra `=`" | "extra assignment between key-value pairs" => simple(
            chunk,
            at,
            &syntax::MISPLACED_SEPARATOR,
            "there is an `=` too many",
            "write one `=` between key and value, and put text with `=` in quotes",
        ),
        "missing key for inline table element" => simple(
            chunk,
            at,
            &syntax::NOT_A_PAIR,
            "expected `key = value` here",
            "write a key and `=` before this value",
        ),
        "unexpected key or value" => after(chunk, start, at),
        "cannot recurse further; max recursion depth met" => keys::too_deep(chunk, at),
        "invalid comment character" | "carriage return must be followed by newline" => {
            strings::character(chunk, at, false)
        }
        "missing value" => super::missing_value(chunk, at),
        _ if matches!(chunk.from(at).chars().next(), Some(']' | '}')) => stray(chunk, at),
        _ => simple(
            chunk,
            at,
            &syntax::NOT_A_PAIR,
            "expected `key = value` or a `[table]` header here",
            "write `key = value`, or `#` before a comment",
        ),
    }
}

fn simple(chunk: &Chunk, at: usize, code: Code, message: &str, help: &str) -> Problem {
    let diagnostic = Diagnostic::new(code, token(chunk, at), message).help(help);
    Problem::new(at, diagnostic)
}

/// The place of the token at a position; the end of what is before at a line's end.
fn token(chunk: &Chunk, at: usize) -> crate::source::Span {
    let tokens = &chunk.tokens;
    let index = tokens.partition_point(|token| token.span().start() < at);
    match tokens.get(index) {
        Some(token)
            if token.span().start() == at
                && !matches!(token.kind(), TokenKind::Newline | TokenKind::Eof) =>
        {
            let end = at + first_line(chunk.slice(at, token.span().end())).len();
            chunk.span(at, end)
        }
        _ => chunk.span(at, at),
    }
}

/// A key that begins at `start` and has no `=` at `at`.
fn no_equals(chunk: &Chunk, start: usize, at: usize) -> Problem {
    let before = chunk.slice(0, at).trim_end_matches([' ', '\t']);
    let begin = if start < before.len() {
        start
    } else {
        before
            .rfind(['{', ',', ' ', '\t', '\n'])
            .map_or(0, |place| place + 1)
    };
    let key = chunk.slice(begin, before.len());
    let next = first_line(chunk.from(at));
    if next.starts_with(']') {
        let diagnostic = Diagnostic::new(
            &syntax::UNCLOSED_BRACKET,
            chunk.span(begin, at + 1),
            "this header has no opening `[`",
        )
        .help(format!("write `[{}]`", shown(key)));
        return Problem::new(at, diagnostic);
    }
    let span = chunk.span(begin, before.len());
    let message = format!("expected `=` and a value after `{}`", shown(key));
    let diagnostic = Diagnostic::new(&syntax::NOT_A_PAIR, span, message);
    let diagnostic = if next.is_empty() || next.starts_with(['#', ',', '}']) {
        diagnostic.help(format!(
            "write `{} = …`, or `#` before a comment",
            shown(key)
        ))
    } else if next.starts_with(['"', '\'']) && before.len() < at {
        let place = chunk.span(at, at);
        insert(
            diagnostic.help(format!(
                "write `{} = {}`",
                shown(key),
                shown(next.trim_end())
            )),
            place,
            "= ",
        )
    } else {
        diagnostic.help("write `=` between key and value; a key with spaces needs quotes")
    };
    Problem::new(at, diagnostic)
}

pub(super) fn equals_in_array(chunk: &Chunk, at: usize) -> Problem {
    simple(
        chunk,
        at,
        &syntax::MISPLACED_SEPARATOR,
        "an array has values only, no `=`",
        "put a `key = value` in an array in braces: `[{ key = value }]`",
    )
}

fn unclosed_header(chunk: &Chunk, opened: usize, at: usize) -> Problem {
    let text = chunk.slice(opened, at);
    let double = text.starts_with("[[");
    let key = text.trim_matches(['[', ']', ' ', '\t']);
    let (open, close) = if double { ("[[", "]]") } else { ("[", "]") };
    let whole = format!("{open}{key}{close}");
    let diagnostic = Diagnostic::new(
        &syntax::UNCLOSED_BRACKET,
        chunk.span(opened, at),
        format!("this header has no closing `{close}`"),
    )
    .help(format!(
        "write `{}`; a key with other characters than letters, digits, `_` and `-` needs quotes",
        shown(&whole)
    ));
    Problem::new(at, diagnostic)
}

fn unclosed(chunk: &Chunk, opened: usize, at: usize, close: &str) -> Problem {
    let open = chunk.slice(opened, opened + 1);
    let diagnostic = Diagnostic::new(
        &syntax::UNCLOSED_BRACKET,
        chunk.span(opened, opened + open.len()),
        format!("this `{open}` has no closing `{close}`"),
    )
    .help(format!("write `{close}` after the last value"));
    Problem::new(at, diagnostic)
}

/// A closing bracket that closes nothing.
fn stray(chunk: &Chunk, at: usize) -> Problem {
    let close = chunk.slice(at, at + 1);
    let open = if close == "}" { "{" } else { "[" };
    simple(
        chunk,
        at,
        &syntax::UNCLOSED_BRACKET,
        &format!("this `{close}` closes nothing"),
        &format!("remove it, or write the missing `{open}`"),
    )
}

pub(super) fn no_comma(chunk: &Chunk, at: usize, message: &str) -> Problem {
    if quoted_before(chunk, at) {
        return after_quote(chunk, at);
    }
    let problem = simple(
        chunk,
        at,
        &syntax::MISPLACED_SEPARATOR,
        message,
        "write `,` after the value before",
    );
    let before = chunk.slice(0, at).trim_end().len();
    Problem {
        diagnostic: Box::new(insert(*problem.diagnostic, chunk.span(before, before), ",")),
        ..problem
    }
}

/// Whether a string ends right before the position, with no white space between.
fn quoted_before(chunk: &Chunk, at: usize) -> bool {
    let index = chunk
        .tokens
        .partition_point(|token| token.span().start() < at);
    index
        .checked_sub(1)
        .and_then(|before| chunk.tokens.get(before))
        .is_some_and(|token| token.span().end() == at && token.kind().encoding().is_some())
}

fn after_quote(chunk: &Chunk, at: usize) -> Problem {
    let mark = chunk.slice(at.saturating_sub(1), at);
    let help = match mark {
        "'" => "remove one of the quotes, or use `\"…\"` around text with `'` in it",
        _ => "remove one of the quotes, or write `\\\"` for a quote in the text",
    };
    simple(
        chunk,
        at,
        &syntax::TEXT_AFTER_VALUE,
        "this is after the string's closing quote",
        help,
    )
}

/// Something after a whole statement on its line.
fn after(chunk: &Chunk, start: usize, at: usize) -> Problem {
    let next = chunk.from(at).chars().next().unwrap_or(' ');
    let header = chunk.from(start).starts_with('[');
    let problem = if next.is_ascii_control() {
        strings::character(chunk, at, false)
    } else if matches!(next, ']' | '}') {
        stray(chunk, at)
    } else if quoted_before(chunk, at) {
        after_quote(chunk, at)
    } else if header {
        simple(
            chunk,
            at,
            &syntax::TEXT_AFTER_VALUE,
            "nothing but a comment can follow a header on its line",
            "start a new line, or write `#` before a comment",
        )
    } else if next == ',' {
        simple(
            chunk,
            at,
            &syntax::TEXT_AFTER_VALUE,
            "a line does not end with a comma",
            "remove the comma; several values go into an array: `[1, 2]`",
        )
    } else {
        simple(
            chunk,
            at,
            &syntax::TEXT_AFTER_VALUE,
            "nothing but a comment can follow a value on its line",
            "put each `key = value` on a line of its own, and text with spaces in quotes",
        )
    };
    Problem {
        after_statement: true,
        ..problem
    }
}
