//! Line breaks within a statement: what follows is its rest, not a mistake of its own.

use toml_parser::lexer::TokenKind;

use super::chunks::{Chunk, opening};
use crate::diagnostics::{Diagnostic, codes::syntax};

/// Whether the line after the wrong statement of the tokens from `start` to `end` is
/// its rest. `found` is the statement's first problem.
pub(super) fn goes_on(chunk: &Chunk, start: usize, end: usize, found: &Diagnostic) -> bool {
    let (Some(first), Some(last)) = (chunk.tokens.get(start), chunk.tokens.get(end)) else {
        return false;
    };
    if last.kind() != TokenKind::Newline {
        return false;
    }
    let (from, to) = (first.span().start(), last.span().end());
    if chunk.slice(last.span().start(), to) == "\r" {
        // No line ends with a carriage return alone, so it was written into one.
        return true;
    }
    let rest = chunk.from(to).split('\n').next().unwrap_or("");
    if opening(rest).is_some() {
        return false;
    }
    let told = found.code;
    if told == &syntax::UNCLOSED_STRING {
        let at = (found.span.start as usize).saturating_sub(chunk.base);
        let quote = chunk.from(at).chars().next();
        return quote.is_some_and(|quote| rest.matches(quote).count() % 2 == 1);
    }
    if told == &syntax::MISSING_VALUE {
        return rest.starts_with(['"', '\'', '[', '{', ' ', '\t']);
    }
    // The halves of a header: `[systems.b` and `ooks]`.
    let statement = chunk.slice(from, to).trim();
    statement.starts_with('[')
        && !statement.contains(']')
        && !rest.contains('=')
        && rest
            .split('#')
            .next()
            .unwrap_or("")
            .trim_end()
            .ends_with(']')
        && !rest.starts_with('[')
}
