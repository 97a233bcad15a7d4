//! Where a statement — a header or `key = value` — ends, and where it should have.

use std::ops::Range;

use toml_parser::lexer::TokenKind;

use super::chunks::{Chunk, Opening, opening};

/// The ends of the lines of a chunk, with the depth of brackets there.
pub(super) struct Lines {
    /// The depth of brackets before each token.
    depth: Vec<i32>,
    ends: Vec<LineEnd>,
}

struct LineEnd {
    /// The newline's token, or that of the end of the file.
    token: usize,
    depth: i32,
    /// The first later line end, as an index of `ends`, with less depth.
    shallower: Option<usize>,
}

impl Lines {
    pub fn new(chunk: &Chunk) -> Self {
        let mut depth = Vec::with_capacity(chunk.tokens.len());
        let mut ends = Vec::new();
        let mut current = 0i32;
        for (at, token) in chunk.tokens.iter().enumerate() {
            depth.push(current);
            match token.kind() {
                TokenKind::LeftSquareBracket | TokenKind::LeftCurlyBracket => current += 1,
                TokenKind::RightSquareBracket | TokenKind::RightCurlyBracket => current -= 1,
                TokenKind::Newline | TokenKind::Eof => ends.push(LineEnd {
                    token: at,
                    depth: current,
                    shallower: None,
                }),
                _ => {}
            }
        }
        let mut open: Vec<usize> = Vec::new();
        for at in 0..ends.len() {
            let depth = ends.get(at).map_or(0, |end| end.depth);
            while let Some(last) = open.last().copied() {
                match ends.get_mut(last) {
                    Some(end) if end.depth > depth => end.shallower = Some(at),
                    _ => break,
                }
                open.pop();
            }
            open.push(at);
        }
        Self { depth, ends }
    }

    /// The token that ends the statement which starts at a token: the first line end
    /// at which all its brackets are closed.
    pub fn natural_end(&self, start: usize) -> Option<usize> {
        let depth = *self.depth.get(start)?;
        let mut at = self.ends.partition_point(|end| end.token < start);
        loop {
            let end = self.ends.get(at)?;
            if end.depth <= depth {
                return Some(end.token);
            }
            at = end.shallower?;
        }
    }

    /// The token that ends the line of a token.
    pub fn line_end(&self, start: usize) -> usize {
        let at = self.ends.partition_point(|end| end.token < start);
        let last = self.depth.len().saturating_sub(1);
        self.ends.get(at).map_or(last, |end| end.token)
    }
}

/// The token before which a statement must be cut because the line there plainly
/// starts another one. `closed` says that all brackets of `range` are closed within
/// it: then `key =` in braces is one of an inline table.
pub(super) fn cut(chunk: &Chunk, range: Range<usize>, closed: bool) -> Option<usize> {
    let indent = indentation(chunk, range.start);
    let mut brackets = Vec::new();
    let mut last = TokenKind::Newline;
    for at in range.clone() {
        let token = chunk.tokens.get(at)?;
        match token.kind() {
            TokenKind::LeftSquareBracket | TokenKind::LeftCurlyBracket => {
                brackets.push(token.kind());
            }
            TokenKind::RightSquareBracket | TokenKind::RightCurlyBracket => {
                brackets.pop();
            }
            TokenKind::Newline if at + 1 < range.end && !brackets.is_empty() => {
                let line = token.span().end();
                let text = chunk.text.get(line..).unwrap_or("");
                let found = match opening(text) {
                    Some(Opening::Header) => true,
                    Some(Opening::Key) => {
                        let inline = brackets.last() == Some(&TokenKind::LeftCurlyBracket);
                        let goes_on =
                            matches!(last, TokenKind::LeftCurlyBracket | TokenKind::Comma);
                        leading(text) <= indent && !(inline && (closed || goes_on))
                    }
                    None => false,
                };
                if found {
                    return Some(at + 1);
                }
                continue;
            }
            TokenKind::Whitespace | TokenKind::Comment | TokenKind::Newline => continue,
            _ => {}
        }
        last = token.kind();
    }
    None
}

/// The width of the white space at the start of the line of a token.
fn indentation(chunk: &Chunk, token: usize) -> usize {
    let at = chunk
        .tokens
        .get(token)
        .map_or(0, |token| token.span().start());
    let before = chunk.text.get(..at).unwrap_or("");
    let line = before.rfind('\n').map_or(0, |newline| newline + 1);
    leading(chunk.text.get(line..).unwrap_or(""))
}

fn leading(text: &str) -> usize {
    text.len() - text.trim_start_matches([' ', '\t']).len()
}
