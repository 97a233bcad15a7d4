//! What stands in brackets: arrays, objects, arguments with their arrow functions.

use super::ast::{Entry, Expr, ExprKind, Parameter};
use super::lexer::Range;
use super::parser::{Failed, Parsed, Parser};
use super::token::Token;
use super::unsupported;
use crate::diagnostics::{Diagnostic, Edit, Fix, codes::expressions as codes};
use crate::source::Span;

/// How far is looked for the `=>` after a parenthesis.
const MAX_LOOKAHEAD: usize = 64;

/// What stands after an item of a list.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Separator {
    Comma,
    End,
    /// Something else; reported, and what follows up to the next comma skipped.
    Wrong,
}

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

    /// Takes the closing bracket, or reports that it is not there, unless something
    /// inside the brackets was reported. Returns whether all was well at the end.
    pub(super) fn close(&mut self, open: Open) -> bool {
        let start = open.range.start;
        let at = self.range.start;
        if self.token != open.closer && self.token != Token::End && !self.at_outer_closer() {
            self.unexpected_in(start, closer_name(&open.closer));
            // A comma is no further problem of this bracket.
            while self.eat(&Token::Comma) {
                self.expression();
            }
        }
        self.open.pop();
        if self.token == open.closer {
            let found = self.range.start == at;
            self.advance();
            return found && !self.is_quiet();
        }
        let problem = Diagnostic::new(
            &codes::UNCLOSED,
            self.lexer.span(open.range),
            format!("this `{}` is not closed", self.lexer.slice(open.range)),
        )
        .help(format!("close it with {}", closer_name(&open.closer)));
        if !self.failed_since(start) {
            self.report(problem);
        }
        self.hush();
        false
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
            if self.separator(start, "`,` or `]`") == Separator::End {
                break;
            }
        }
        if !self.close(open) {
            return Ok(Expr::error(self.since(start)));
        }
        self.node(ExprKind::Array(items), start, below)
    }

    /// Takes the comma after an item of the list that begins at `start`, and says
    /// whether the list goes on.
    fn separator(&mut self, start: usize, wanted: &str) -> Separator {
        if self.eat(&Token::Comma) {
            return Separator::Comma;
        }
        if self.open.contains(&self.token) || self.token == Token::End {
            return Separator::End;
        }
        self.unexpected_in(start, wanted);
        self.eat(&Token::Comma);
        Separator::Wrong
    }

    pub(super) fn object(&mut self) -> Parsed<Expr> {
        let start = self.range.start;
        let open_span = self.span();
        let open = self.open(Token::CloseBrace);
        let mut entries = Vec::new();
        let mut complete = true;
        let mut below = 0;
        while !matches!(self.token, Token::CloseBrace | Token::End) && !self.at_outer_closer() {
            let entry = self.entry(start);
            complete &= entry.is_ok();
            if let Ok(entry) = entry {
                below = below.max(entry.value.height);
                entries.push(entry);
            }
            match self.separator(start, "`,` or `}`") {
                Separator::Comma => {}
                Separator::Wrong => complete = false,
                Separator::End => break,
            }
        }
        complete &= self.close(open);
        let kind = ExprKind::Object {
            entries,
            open: open_span,
            complete,
        };
        self.node(kind, start, below)
    }

    /// An entry of the object that begins at `start`.
    fn entry(&mut self, start: usize) -> Parsed<Entry> {
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
            _ => {
                // After a problem this may be no object at all.
                self.unexpected_in(start, "`:` after the key");
                Err(Failed)
            }
        }
    }

    /// The arguments of a call, from its opening parenthesis, and their height.
    pub(super) fn arguments(&mut self) -> (Vec<Expr>, u16) {
        let start = self.range.start;
        let open = self.open(Token::CloseParen);
        let mut arguments = Vec::new();
        let mut complete = true;
        let mut below = 0;
        while !matches!(self.token, Token::CloseParen | Token::End) && !self.at_outer_closer() {
            let argument = self.argument();
            below = below.max(argument.height);
            arguments.push(argument);
            match self.separator(start, "`,` or `)`") {
                Separator::Comma => {}
                Separator::Wrong => complete = false,
                Separator::End => break,
            }
        }
        complete &= self.close(open);
        // With one that could not be read, nothing is said of their number.
        if !complete {
            arguments.push(Expr::error(self.span()));
        }
        (arguments, below)
    }

    fn argument(&mut self) -> Expr {
        if !self.at_lambda() {
            return self.expression();
        }
        let start = self.range.start;
        self.lambda()
            .unwrap_or_else(|_| Expr::error(self.since(start)))
    }

    /// Whether an arrow function begins here: `x =>`, `(x) =>`, `(x, i) =>`, `() =>`;
    /// or something in parentheses that TypeScript takes for parameters.
    pub(super) fn at_lambda(&self) -> bool {
        let mut ahead = self.lexer.clone();
        match self.token {
            Token::Name => ahead.next().0 == Token::Arrow,
            Token::OpenParen => {
                let mut depth = 0;
                for _ in 0..MAX_LOOKAHEAD {
                    match ahead.next().0 {
                        Token::OpenParen | Token::OpenBracket | Token::OpenBrace => depth += 1,
                        Token::CloseParen if depth == 0 => return ahead.next().0 == Token::Arrow,
                        Token::CloseParen | Token::CloseBracket | Token::CloseBrace => depth -= 1,
                        Token::End | Token::Backtick | Token::Arrow => return false,
                        _ => {}
                    }
                }
                false
            }
            _ => false,
        }
    }

    fn lambda(&mut self) -> Parsed<Expr> {
        let start = self.range.start;
        let mut parameters = Vec::new();
        let parenthesised = self.eat(&Token::OpenParen);
        while self.token == Token::Name && !unsupported::is_reserved(self.word()) {
            parameters.push(Parameter {
                name: self.word().to_owned(),
                span: self.span(),
            });
            self.advance();
            if !parenthesised || !self.eat(&Token::Comma) {
                break;
            }
        }
        if parenthesised && !self.eat(&Token::CloseParen) {
            let problem = Diagnostic::new(
                &codes::UNSUPPORTED,
                self.span(),
                "parameters are only names here",
            )
            .help("write `item => …` or `(item, index) => …`, and `item.name` in the body");
            self.report(problem);
            while !matches!(self.token, Token::Arrow | Token::End) {
                self.advance();
            }
            self.advance();
            self.expression();
            return Ok(Expr::error(self.since(start)));
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
