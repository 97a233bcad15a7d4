//! Literals, names, templates and parentheses.

use super::ast::{Expr, ExprKind, TemplatePart};
use super::lexer::Chunk;
use super::parser::{Failed, Parsed, Parser};
use super::token::Token;
use super::unsupported;
use crate::diagnostics::{Diagnostic, codes::expressions as codes};

impl Parser<'_> {
    pub(super) fn primary(&mut self) -> Parsed<Expr> {
        let span = self.span();
        match std::mem::replace(&mut self.token, Token::End) {
            Token::Number(number) => {
                self.advance();
                Ok(Expr::leaf(ExprKind::Number(number), span))
            }
            Token::String(value) => {
                self.advance();
                Ok(Expr::leaf(ExprKind::String(value), span))
            }
            Token::Broken => {
                self.advance();
                Ok(Expr::error(span))
            }
            Token::Backtick => self.template(),
            Token::OpenParen => {
                self.token = Token::OpenParen;
                self.parentheses()
            }
            Token::OpenBracket => {
                self.token = Token::OpenBracket;
                self.array()
            }
            Token::OpenBrace => {
                self.token = Token::OpenBrace;
                self.object()
            }
            Token::Name => {
                self.token = Token::Name;
                self.name()
            }
            token => {
                self.token = token;
                if self.token == Token::Plus {
                    return Err(self.fail(
                        &codes::UNSUPPORTED,
                        "a sign `+` before a value is not part of the language",
                        "convert text with `decimal(x)` or `integer(x)`",
                    ));
                }
                Err(self.unexpected("a value"))
            }
        }
    }

    fn name(&mut self) -> Parsed<Expr> {
        let span = self.span();
        let word = self.word();
        let kind = match word {
            "null" => ExprKind::Null,
            "true" => ExprKind::Boolean(true),
            "false" => ExprKind::Boolean(false),
            _ if unsupported::is_reserved(word) => return Err(self.unexpected("a value")),
            _ => ExprKind::Name(word.to_owned()),
        };
        let start = self.range.start;
        if self.is_foreign_prefix(word) {
            let help = match word {
                "not" => "write `!`",
                _ => "requests are steps; expressions wait for nothing",
            };
            let message = format!("`{word}` is not part of the language");
            return Err(self.fail(&codes::UNSUPPORTED, message, help));
        }
        self.advance();
        match self.token {
            Token::OpenParen if matches!(kind, ExprKind::Name(_)) => {
                let (arguments, below) = self.arguments();
                let kind = ExprKind::Call {
                    name: word.to_owned(),
                    name_span: span,
                    arguments,
                };
                self.node(kind, start, below)
            }
            Token::Arrow if matches!(kind, ExprKind::Name(_)) => {
                Err(self.unexpected("an operator"))
            }
            _ => Ok(Expr::leaf(kind, span)),
        }
    }

    /// Whether a word that could be a name stands directly before a value.
    fn is_foreign_prefix(&self, word: &str) -> bool {
        if !matches!(word, "not" | "await") {
            return false;
        }
        let next = self.lexer.clone().next().0;
        matches!(next, Token::Name | Token::String(_) | Token::Number(_))
    }

    fn parentheses(&mut self) -> Parsed<Expr> {
        let start = self.range.start;
        if self.at_lambda() {
            while self.token != Token::Arrow {
                self.advance();
            }
            return Err(self.unexpected("a value"));
        }
        let open = self.open(Token::CloseParen);
        let inner = self.expression();
        if self.token == Token::Comma {
            let problem = Diagnostic::new(&codes::SYNTAX, self.span(), "expected `)`, found `,`")
                .help("parentheses hold one expression; write several in `[…]`");
            self.report(problem);
            while self.eat(&Token::Comma) {
                self.expression();
            }
            self.close(open);
            return Ok(Expr::error(self.since(start)));
        }
        if !self.close(open) {
            return Ok(Expr::error(self.since(start)));
        }
        let below = inner.height;
        self.node(ExprKind::Group(Box::new(inner)), start, below)
    }

    /// A template literal; its opening backtick is the current token's range.
    pub(super) fn template(&mut self) -> Parsed<Expr> {
        let open = self.range;
        let mut parts = Vec::new();
        let mut below = 0;
        loop {
            let mut text = String::new();
            let chunk = self.chunk(&mut text, open);
            if !text.is_empty() {
                parts.push(TemplatePart::Text(text));
            }
            if chunk != Chunk::Hole {
                self.advance();
                return self.node(ExprKind::Template(parts), open.start, below);
            }
            self.open.push(Token::CloseBrace);
            self.advance();
            let value = if self.token == Token::CloseBrace {
                let problem = Diagnostic::new(&codes::EMPTY, self.span(), "this `${}` is empty")
                    .help("write an expression in it, or `\\$` for the character");
                self.report(problem);
                Expr::error(self.span())
            } else {
                self.expression()
            };
            self.open.pop();
            below = below.max(value.height);
            parts.push(TemplatePart::Value(value));
            if self.token != Token::CloseBrace {
                if self.token == Token::End {
                    let problem = Diagnostic::new(
                        &codes::UNCLOSED,
                        self.lexer.span(open),
                        "this template is not closed",
                    )
                    .help("close the `${` with `}`, and end the template with a backtick");
                    self.report(problem);
                } else {
                    self.unexpected("`}`");
                }
                self.hush();
                if self.token != Token::CloseBrace {
                    return Err(Failed);
                }
            }
            // The lexer stands right after the brace: the text goes on there.
        }
    }
}
