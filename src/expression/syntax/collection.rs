//! What stands in brackets: arrays, objects, arguments with their arrow functions.

use super::ast::{Entry, Expr, ExprKind, Parameter};
use super::lexer::Range;
use super::parser::{Parsed, Parser};
use super::token::Token;
use super::unsupported;
use crate::diagnostics::{Diagnostic, Edit, Fix, codes::expressions as codes};
use crate::source::Span;

/// An open bracket, to be closed.
pub(super) struct Open {
    range: Range,
    closer: Token,
}

impl Parser<'_> {
    /// Takes an opening bracket.
    pub(super) fn open(&mut self, closer: Token) -> Open {
        let range = self.range;
        self.open.push(closer.clone());
        self.advance();
        Open { range, closer }
    }

    /// Takes the closing bracket, or reports that it is not there.
    pub(super) fn close(&mut self, open: Open) {
        if self.token != open.closer && self.token != Token::End && !self.at_outer_closer() {
            self.unexpected(closer_name(&open.closer));
            // A comma is no further problem of this bracket.
            while self.eat(&Token::Comma) {
                self.expression();
            }
        }
        self.open.pop();
        if self.token == open.closer {
            self.advance();
            return;
        }
        let problem = Diagnostic::new(
            &codes::UNCLOSED,
            self.lexer.span(open.range),
            format!("this `{}` is not closed", self.lexer.slice(open.range)),
        )
        .help(format!("close it with {}", closer_name(&open.closer)));
        if !self.failed_since(open.range.start) {
            self.report(problem);
        }
        self.hush();
    }

    /// Whether the next token closes a bracket outside the innermost one.
    fn at_outer_closer(&self) -> bool {
        let outer = self.open.len().saturating_sub(1);
        self.open
            .get(..outer)
            .is_some_and(|outer| outer.contains(&self.token))
    }

    pub(super) fn array(&mut self) -> Parsed<Expr> {
        let start = self.range.start;
        let open = self.open(Token::CloseBracket);
        let mut items = Vec::new();
        let mut below = 0;
        while !matches!(self.token, Token::CloseBracket | Token::End) && !self.at_outer_closer() {
            let item = self.expression();
            below = below.max(item.height);
            items.push(item);
            if !self.separator("`,` or `]`") {
                break;
            }
        }
        self.close(open);
        self.node(ExprKind::Array(items), start, below)
    }

    /// Takes the comma after an item; false where the list ends.
    fn separator(&mut self, wanted: &str) -> bool {
        if self.eat(&Token::Comma) {
            return true;
        }
        if self.open.contains(&self.token) || self.token == Token::End {
            return false;
        }
        self.unexpected(wanted);
        self.eat(&Token::Comma)
    }

    pub(super) fn object(&mut self) -> Parsed<Expr> {
        let start = self.range.start;
        let open_span = self.span();
        let open = self.open(Token::CloseBrace);
        let mut entries = Vec::new();
        let mut below = 0;
        while !matches!(self.token, Token::CloseBrace | Token::End) && !self.at_outer_closer() {
            if let Ok(entry) = self.entry() {
                below = below.max(entry.value.height);
                entries.push(entry);
            }
            if !self.separator("`,` or `}`") {
                break;
            }
        }
        self.close(open);
        let kind = ExprKind::Object {
            entries,
            open: open_span,
        };
        self.node(kind, start, below)
    }

    fn entry(&mut self) -> Parsed<Entry> {
        let name_span = self.span();
        let (name, shorthand) = match &self.token {
            Token::Name => (self.word().to_owned(), true),
            Token::String(value) => (value.clone(), false),
            Token::Number(_) => (self.word().to_owned(), false),
            Token::OpenBracket => {
                return Err(self.fail(
                    &codes::UNSUPPORTED,
                    "computed keys are not part of the language",
                    "write the key itself, in quotes if it is no name",
                ));
            }
            _ => return Err(self.unexpected("a key")),
        };
        self.advance();
        if self.eat(&Token::Colon) {
            let value = self.expression();
            return Ok(Entry {
                name,
                name_span,
                value,
            });
        }
        match self.token {
            Token::Foreign("=") => Err(self.fail(
                &codes::SYNTAX,
                "expected `:`, found `=`",
                format!("write `{name}: …`"),
            )),
            Token::OpenParen => Err(self.fail(
                &codes::UNSUPPORTED,
                "methods in objects are not part of the language",
                format!("write `{name}: value`"),
            )),
            // Another value follows the name: the colon is forgotten.
            Token::Name | Token::String(_) | Token::Number(_) | Token::Backtick => {
                Err(self.unexpected("`:` after the key"))
            }
            _ if shorthand && !unsupported::is_reserved(&name) => {
                let value = Expr::leaf(ExprKind::Name(name.clone()), name_span);
                Ok(Entry {
                    name,
                    name_span,
                    value,
                })
            }
            _ => Err(self.unexpected("`:` after the key")),
        }
    }

    /// The arguments of a call, from its opening parenthesis, and their height.
    pub(super) fn arguments(&mut self) -> Parsed<(Vec<Expr>, u16)> {
        let open = self.open(Token::CloseParen);
        let mut arguments = Vec::new();
        let mut below = 0;
        while !matches!(self.token, Token::CloseParen | Token::End) && !self.at_outer_closer() {
            let argument = self.argument();
            below = below.max(argument.height);
            arguments.push(argument);
            if !self.separator("`,` or `)`") {
                break;
            }
        }
        self.close(open);
        Ok((arguments, below))
    }

    fn argument(&mut self) -> Expr {
        if !self.at_lambda() {
            return self.expression();
        }
        let start = self.range.start;
        self.lambda()
            .unwrap_or_else(|_| Expr::error(self.since(start)))
    }

    /// Whether an arrow function begins here: `x =>`, `(x) =>`, `(x, i) =>`, `() =>`.
    pub(super) fn at_lambda(&self) -> bool {
        let mut ahead = self.lexer.clone();
        match self.token {
            Token::Name => ahead.next().0 == Token::Arrow,
            Token::OpenParen => loop {
                match ahead.next().0 {
                    Token::Name | Token::Comma => {}
                    Token::CloseParen => return ahead.next().0 == Token::Arrow,
                    _ => return false,
                }
            },
            _ => false,
        }
    }

    fn lambda(&mut self) -> Parsed<Expr> {
        let start = self.range.start;
        let mut parameters = Vec::new();
        let parenthesised = self.eat(&Token::OpenParen);
        while self.token == Token::Name {
            let name = self.word().to_owned();
            if unsupported::is_reserved(&name) {
                return Err(self.unexpected("a parameter's name"));
            }
            parameters.push(Parameter {
                name,
                span: self.span(),
            });
            self.advance();
            if !parenthesised || !self.eat(&Token::Comma) {
                break;
            }
        }
        if parenthesised && !self.eat(&Token::CloseParen) {
            return Err(self.unexpected("a parameter's name"));
        }
        if !self.eat(&Token::Arrow) {
            return Err(self.unexpected("`=>`"));
        }
        if self.token == Token::OpenBrace {
            self.braces_body();
        }
        let body = self.expression();
        let below = body.height;
        let kind = ExprKind::Lambda {
            parameters,
            body: Box::new(body),
        };
        self.node(kind, start, below)
    }

    /// `x => { … }`: TypeScript reads braces there as statements. Reported; an object
    /// is read nevertheless.
    fn braces_body(&mut self) {
        if self.is_quiet() || self.looking {
            return;
        }
        let brace = self.range.start;
        let mut ahead = self.clone();
        ahead.looking = true;
        ahead.expression();
        let problem = Diagnostic::new(
            &codes::UNSUPPORTED,
            self.span(),
            "braces after `=>` hold statements in TypeScript",
        )
        .help("put the object in parentheses: `x => ({ … })`");
        if ahead.failed_since(brace) {
            self.report(problem);
            self.hush();
            return;
        }
        let span = ahead.since(brace);
        let edit = |span: Span, text: &str| Edit {
            span,
            text: text.to_owned(),
        };
        self.report(Diagnostic {
            fix: Some(Fix {
                title: "put the object in parentheses".to_owned(),
                edits: vec![edit(span.at_start(), "("), edit(span.at_end(), ")")],
            }),
            ..problem
        });
    }
}

const fn closer_name(closer: &Token) -> &'static str {
    match closer {
        Token::CloseParen => "`)`",
        Token::CloseBracket => "`]`",
        _ => "`}`",
    }
}
