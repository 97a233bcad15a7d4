//! Text into tokens, on demand: the parser says when a template literal goes on.

use super::literal;
use super::token::{self, Token, begins_name, continues_name, is_blank};
use crate::diagnostics::{Diagnostic, codes::expressions as codes};
use crate::document::Text;
use crate::source::Span;

/// A range of the decoded text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Range {
    pub start: usize,
    pub end: usize,
}

/// What follows a piece of text in a template literal.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Chunk {
    /// `${`
    Hole,
    /// The closing backtick.
    Close,
    /// The text ends first; reported.
    Unclosed,
}

#[derive(Clone)]
pub(super) struct Lexer<'t> {
    text: &'t Text,
    pub at: usize,
    pub problems: Vec<Diagnostic>,
}

impl<'t> Lexer<'t> {
    pub const fn new(text: &'t Text, at: usize) -> Self {
        Self {
            text,
            at,
            problems: Vec::new(),
        }
    }

    /// The raw span of a range of the decoded text.
    pub fn span(&self, range: Range) -> Span {
        self.text.raw(range.start..range.end)
    }

    pub fn slice(&self, range: Range) -> &'t str {
        self.text
            .value
            .get(range.start..range.end)
            .unwrap_or_default()
    }

    pub fn rest(&self) -> &'t str {
        self.text.value.get(self.at..).unwrap_or_default()
    }

    /// The next character, not taken.
    pub fn peek(&self) -> Option<char> {
        self.rest().chars().next()
    }

    /// Takes the next character.
    pub fn bump(&mut self) -> Option<char> {
        let character = self.peek()?;
        self.at += character.len_utf8();
        Some(character)
    }

    pub fn report(&mut self, diagnostic: Diagnostic) {
        self.problems.push(diagnostic);
    }

    /// The next token and its range.
    pub fn next(&mut self) -> (Token, Range) {
        while self.peek().is_some_and(is_blank) {
            self.bump();
        }
        let start = self.at;
        let token = self.token(start);
        let end = self.at;
        (token, Range { start, end })
    }

    fn token(&mut self, start: usize) -> Token {
        let Some(first) = self.peek() else {
            return Token::End;
        };
        if begins_name(first) {
            let rest = self.rest();
            self.at += rest
                .find(|next| !continues_name(next))
                .unwrap_or(rest.len());
            return Token::Name;
        }
        match first {
            '0'..='9' => return self.number(start),
            '\'' | '"' => return self.string(first),
            '`' => {
                self.bump();
                return Token::Backtick;
            }
            _ => {}
        }
        let rest = self.rest();
        let digit_after = |at: usize| rest[at..].starts_with(|next: char| next.is_ascii_digit());
        if rest.starts_with('.') && digit_after(1) {
            return self.number(start);
        }
        // `a ?.5 : b` is a condition, in JavaScript too.
        if rest.starts_with("?.") && digit_after(2) {
            self.bump();
            return Token::Question;
        }
        if let Some((token, length)) = token::mark(rest) {
            self.at += length;
            return token;
        }
        self.bump();
        Token::Unknown(first)
    }

    fn number(&mut self, start: usize) -> Token {
        let mut last = ' ';
        while let Some(next) = self.peek() {
            let sign = matches!(next, '+' | '-')
                && matches!(last, 'e' | 'E')
                && self
                    .slice_from(start)
                    .starts_with(|c: char| c.is_ascii_digit())
                && !self.slice_from(start).starts_with("0x");
            if !(sign || next == '.' || continues_name(next)) {
                break;
            }
            // `1.toFixed` and `1..x` are not numbers with a point.
            if next == '.'
                && !self
                    .rest()
                    .get(1..)
                    .is_some_and(|rest| rest.starts_with(|after: char| after.is_ascii_digit()))
            {
                break;
            }
            last = next;
            self.bump();
        }
        let range = Range {
            start,
            end: self.at,
        };
        let span = self.span(range);
        match literal::number(self.slice(range), span) {
            Ok(number) => Token::Number(number),
            Err(problem) => {
                self.report(*problem);
                Token::Broken
            }
        }
    }

    fn slice_from(&self, start: usize) -> &'t str {
        self.slice(Range {
            start,
            end: self.at,
        })
    }

    fn string(&mut self, quote: char) -> Token {
        let start = self.at;
        let known = self.problems.len();
        self.bump();
        let mut value = String::new();
        loop {
            match self.peek() {
                None | Some('\n' | '\r') => {
                    let range = Range {
                        start,
                        end: self.at,
                    };
                    let diagnostic = Diagnostic::new(
                        &codes::UNCLOSED,
                        self.span(range),
                        "this text has no closing quote",
                    )
                    .help(format!("end it with `{quote}`"));
                    self.report(diagnostic);
                    return Token::Broken;
                }
                Some('\\') => self.escape(&mut value),
                Some(character) => {
                    self.bump();
                    if character == quote {
                        // What a wrong escape was to mean is not known.
                        return if self.problems.len() == known {
                            Token::String(value)
                        } else {
                            Token::Broken
                        };
                    }
                    value.push(character);
                }
            }
        }
    }

    /// Takes an escape, and reports one that JavaScript does not have.
    fn escape(&mut self, value: &mut String) {
        let start = self.at;
        self.bump();
        if let Err((message, help)) = literal::escape(self, value) {
            let range = Range {
                start,
                end: self.at,
            };
            let diagnostic =
                Diagnostic::new(&codes::BAD_ESCAPE, self.span(range), message).help(help);
            self.report(diagnostic);
        }
    }

    /// The text of a template literal from here to its next hole or its end.
    pub fn chunk(&mut self, value: &mut String, open: Range) -> Chunk {
        loop {
            match self.peek() {
                None => {
                    let diagnostic = Diagnostic::new(
                        &codes::UNCLOSED,
                        self.span(open),
                        "this template has no closing backtick",
                    )
                    .help("end it with a backtick");
                    self.report(diagnostic);
                    return Chunk::Unclosed;
                }
                Some('`') => {
                    self.bump();
                    return Chunk::Close;
                }
                Some('\\') => self.escape(value),
                Some('$') if self.rest().starts_with("${") => {
                    self.at += 2;
                    return Chunk::Hole;
                }
                // A line end is the same however the file spells it.
                Some('\r') => {
                    self.bump();
                    if self.peek() == Some('\n') {
                        self.bump();
                    }
                    value.push('\n');
                }
                Some(character) => {
                    self.bump();
                    value.push(character);
                }
            }
        }
    }
}
