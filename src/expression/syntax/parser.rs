//! The Pratt parser: operators by how strongly they bind, and recovery.
//!
//! After a problem the parser skips to the next `,` or closing bracket of the same
//! level and goes on, so each part of an expression reports its own first problem.

use super::ast::{Binary, Expr, ExprKind, Unary};
use super::lexer::{Chunk, Lexer, Range};
use super::token::Token;
use super::unsupported;
use crate::diagnostics::{Code, Diagnostic, codes::expressions as codes};
use crate::document::Text;
use crate::source::Span;

/// The most nodes on one way down a tree, so that nothing that walks it overflows.
pub const MAX_HEIGHT: u16 = 128;

pub(super) type Parsed<T> = Result<T, Failed>;

/// A problem has been reported, and the input skipped to where to go on.
#[derive(Clone, Copy, Debug)]
pub(super) struct Failed;

#[derive(Clone)]
pub(super) struct Parser<'t> {
    pub lexer: Lexer<'t>,
    /// The next token, not taken.
    pub token: Token,
    pub range: Range,
    /// Where the last token taken ended.
    pub last_end: usize,
    /// The brackets that are open here, innermost last, by what closes them.
    pub open: Vec<Token>,
    depth: u16,
    /// Tokens can no longer be trusted: report nothing more.
    quiet: bool,
    /// Where in the decoded text the last problem was reported.
    last_problem: Option<usize>,
    /// This is a copy that looks ahead; it makes no further copies.
    pub looking: bool,
}

/// Parses a whole text. Problems are in the order in which they were met.
pub fn parse(text: &Text) -> (Expr, Vec<Diagnostic>) {
    let mut parser = Parser::new(text, 0);
    if parser.token == Token::End {
        let problem = Diagnostic::new(&codes::EMPTY, text.span, "this expression is empty")
            .help("write an expression; an empty text is `''`");
        return (Expr::error(text.span), vec![problem]);
    }
    let mut expr = parser.expression();
    if parser.token != Token::End {
        parser.unexpected_in(0, "an operator or the end");
        // What was meant as a whole is not known.
        expr = Expr::error(parser.since(0));
    }
    (expr, parser.lexer.problems)
}

/// Parses the expression of a path's hole from its first byte on, and says where in
/// the decoded text it stopped: at its closing brace, if it has one.
pub fn parse_hole(text: &Text, start: usize) -> (Expr, Vec<Diagnostic>, usize) {
    let mut parser = Parser::new(text, start);
    parser.open.push(Token::CloseBrace);
    let expr = parser.expression();
    if !matches!(parser.token, Token::CloseBrace | Token::End) {
        parser.unexpected_in(start, "`}`");
    }
    let at = parser.range.start;
    (expr, parser.lexer.problems, at)
}

impl<'t> Parser<'t> {
    fn new(text: &'t Text, start: usize) -> Self {
        let mut parser = Self {
            lexer: Lexer::new(text, start),
            token: Token::End,
            range: Range { start, end: start },
            last_end: start,
            open: Vec::new(),
            depth: 0,
            quiet: false,
            last_problem: None,
            looking: false,
        };
        parser.advance();
        parser.last_end = start;
        parser
    }

    // Tokens.

    /// Takes the token, and reads the next one.
    pub fn advance(&mut self) {
        self.last_end = self.range.end;
        let known = self.lexer.problems.len();
        (self.token, self.range) = self.lexer.next();
        if self.quiet {
            self.lexer.problems.truncate(known);
        }
        if let Some(new @ [_, ..]) = self.lexer.problems.get(known..) {
            self.last_problem = Some(self.range.start);
            // Past a text that never ends, tokens mean nothing.
            self.quiet |= new.iter().any(|problem| *problem.code == codes::UNCLOSED);
        }
    }

    /// Takes the text of a template up to its next hole or its end.
    pub fn chunk(&mut self, value: &mut String, open: Range) -> Chunk {
        let known = self.lexer.problems.len();
        let chunk = self.lexer.chunk(value, open);
        if self.quiet {
            self.lexer.problems.truncate(known);
        }
        self.quiet |= chunk == Chunk::Unclosed;
        self.range.end = self.lexer.at;
        chunk
    }

    pub fn span(&self) -> Span {
        self.lexer.span(self.range)
    }

    /// From a start to the end of the last token taken.
    pub fn since(&self, start: usize) -> Span {
        self.lexer.span(Range {
            start,
            end: self.last_end.max(start),
        })
    }

    pub fn word(&self) -> &'t str {
        self.lexer.slice(self.range)
    }

    /// Takes the token if it is this one.
    pub fn eat(&mut self, token: &Token) -> bool {
        let is = self.token == *token;
        if is {
            self.advance();
        }
        is
    }

    // Problems.

    pub fn report(&mut self, problem: Diagnostic) {
        if !self.quiet {
            self.last_problem = Some(self.range.start);
            self.lexer.report(problem);
        }
    }

    /// Whether a problem was reported at or after this offset.
    pub fn failed_since(&self, start: usize) -> bool {
        self.last_problem.is_some_and(|at| at >= start)
    }

    /// Reports nothing from here on: what follows cannot be read with certainty.
    pub const fn hush(&mut self) {
        self.quiet = true;
    }

    pub const fn is_quiet(&self) -> bool {
        self.quiet
    }

    pub fn fail(
        &mut self,
        code: Code,
        message: impl Into<String>,
        help: impl Into<String>,
    ) -> Failed {
        let problem = Diagnostic::new(code, self.span(), message).help(help);
        self.fail_with(problem)
    }

    pub fn fail_with(&mut self, problem: Diagnostic) -> Failed {
        self.report(problem);
        self.skip();
        Failed
    }

    /// Reports the next token, which is not what should come here.
    pub fn unexpected(&mut self, wanted: &str) -> Failed {
        let problem = unsupported::unexpected(self, wanted);
        if let Some(problem) = problem {
            self.report(problem);
        }
        self.skip();
        Failed
    }

    /// As [`Self::unexpected`], of something that follows what began at `start`: where a
    /// problem was reported since, this is taken for its consequence.
    pub fn unexpected_in(&mut self, start: usize, wanted: &str) {
        if self.failed_since(start) {
            self.skip();
        } else {
            self.unexpected(wanted);
        }
    }

    /// Skips to the next comma or closing bracket of this level, or the end. Nothing is
    /// reported of what is skipped.
    fn skip(&mut self) {
        let known = self.lexer.problems.len();
        self.skip_tokens();
        self.lexer.problems.truncate(known);
    }

    fn skip_tokens(&mut self) {
        let mut inner: Vec<Token> = Vec::new();
        loop {
            match &self.token {
                Token::End => return,
                Token::OpenParen => inner.push(Token::CloseParen),
                Token::OpenBracket => inner.push(Token::CloseBracket),
                Token::OpenBrace => inner.push(Token::CloseBrace),
                Token::Backtick => {
                    inner.push(Token::Backtick);
                    self.skip_chunk(&mut inner);
                    continue;
                }
                Token::Comma if inner.is_empty() => return,
                Token::CloseParen | Token::CloseBracket | Token::CloseBrace => {
                    if inner.last() == Some(&self.token) {
                        inner.pop();
                        if inner.last() == Some(&Token::Backtick) {
                            self.skip_chunk(&mut inner);
                            continue;
                        }
                    } else if self.open.contains(&self.token) {
                        return;
                    }
                }
                _ => {}
            }
            self.advance();
        }
    }

    /// Skips the text of the template that is innermost, up to its next hole or its end.
    fn skip_chunk(&mut self, inner: &mut Vec<Token>) {
        let open = self.range;
        match self.chunk(&mut String::new(), open) {
            Chunk::Hole => inner.push(Token::CloseBrace),
            Chunk::Close | Chunk::Unclosed => {
                inner.pop();
            }
        }
        self.advance();
    }

    // Expressions.

    /// One expression. What cannot be read becomes an error node.
    pub fn expression(&mut self) -> Expr {
        let start = self.range.start;
        self.conditional()
            .unwrap_or_else(|Failed| Expr::error(self.since(start)))
    }

    fn conditional(&mut self) -> Parsed<Expr> {
        if self.depth >= MAX_HEIGHT {
            return Err(self.too_deep());
        }
        self.depth += 1;
        let parsed = self.conditional_inside();
        self.depth -= 1;
        parsed
    }

    fn conditional_inside(&mut self) -> Parsed<Expr> {
        let start = self.range.start;
        let test = self.binary(0)?;
        if self.token != Token::Question {
            return Ok(test);
        }
        self.advance();
        let then = self.conditional()?;
        if self.token != Token::Colon {
            if self.token == Token::End || self.open.last() == Some(&self.token) {
                return Err(self.fail(
                    &codes::SYNTAX,
                    "this condition has no other case",
                    "write `condition ? value : other`; `null` is a value too",
                ));
            }
            return Err(self.unexpected("`:` and the other case"));
        }
        self.advance();
        let otherwise = self.conditional()?;
        let below = test.height.max(then.height).max(otherwise.height);
        let kind = ExprKind::Conditional {
            test: Box::new(test),
            then: Box::new(then),
            otherwise: Box::new(otherwise),
        };
        self.node(kind, start, below)
    }

    /// Operators that bind more strongly than `power`.
    fn binary(&mut self, power: u8) -> Parsed<Expr> {
        let start = self.range.start;
        let mut left = self.unary()?;
        while let Some(operator) = self.binary_operator() {
            if operator.power() <= power {
                break;
            }
            let operator_span = self.span();
            self.advance();
            let right = self.binary(operator.power())?;
            let below = left.height.max(right.height);
            let kind = if self.mixes(operator, operator_span, &left, &right) {
                ExprKind::Error
            } else {
                ExprKind::Binary {
                    operator,
                    operator_span,
                    left: Box::new(left),
                    right: Box::new(right),
                }
            };
            left = self.node(kind, start, below)?;
        }
        Ok(left)
    }

    /// The operator that comes next, not taken, if one does.
    fn binary_operator(&mut self) -> Option<Binary> {
        Some(match &self.token {
            Token::Coalesce => Binary::Coalesce,
            Token::Or => Binary::Or,
            Token::And => Binary::And,
            Token::Equal => Binary::Equal,
            Token::NotEqual => Binary::NotEqual,
            Token::StrictEqual => {
                self.strict("==");
                Binary::Equal
            }
            Token::StrictNotEqual => {
                self.strict("!=");
                Binary::NotEqual
            }
            Token::Less => Binary::Less,
            Token::LessOrEqual => Binary::LessOrEqual,
            Token::Greater => Binary::Greater,
            Token::GreaterOrEqual => Binary::GreaterOrEqual,
            Token::Plus => Binary::Add,
            Token::Minus => Binary::Subtract,
            Token::Star => Binary::Multiply,
            Token::Percent => Binary::Remainder,
            _ => return None,
        })
    }

    /// Reports `===` or `!==` once, and takes it for the shorter one.
    fn strict(&mut self, instead: &str) {
        let span = self.span();
        let written = self.word();
        let problem = Diagnostic::new(
            &codes::STRICT_EQUALITY,
            span,
            format!("`{written}` is not part of the language"),
        )
        .help(format!(
            "write `{instead}`: it never converts here, and is emitted as `{written}`"
        ))
        .replace(span, instead);
        self.report(problem);
        self.token = if instead == "==" {
            Token::Equal
        } else {
            Token::NotEqual
        };
    }

    /// Reports `??` directly beside `||` or `&&`, as TypeScript does.
    fn mixes(&mut self, operator: Binary, span: Span, left: &Expr, right: &Expr) -> bool {
        let inner = |expr: &Expr| match expr.kind {
            ExprKind::Binary { operator, .. } => Some(operator),
            _ => None,
        };
        let mixes = |inner: Binary| {
            (operator == Binary::Coalesce && inner.is_logical())
                || (operator.is_logical() && inner == Binary::Coalesce)
        };
        let operands = [inner(left), inner(right)];
        let Some(other) = operands.into_iter().flatten().find(|o| mixes(*o)) else {
            return false;
        };
        let problem = Diagnostic::new(
            &codes::MIXED_COALESCE,
            span,
            format!(
                "`{}` and `{}` are mixed without parentheses",
                other.as_str(),
                operator.as_str()
            ),
        )
        .help("put the part that belongs together in parentheses: `(a ?? b) || c`");
        self.report(problem);
        true
    }

    fn unary(&mut self) -> Parsed<Expr> {
        let operator = match self.token {
            Token::Bang => Unary::Not,
            Token::Minus => Unary::Negate,
            Token::Name if self.word() == "typeof" => Unary::TypeOf,
            _ => return self.postfix(),
        };
        if self.depth >= MAX_HEIGHT {
            return Err(self.too_deep());
        }
        let start = self.range.start;
        self.advance();
        self.depth += 1;
        let operand = self.unary();
        self.depth -= 1;
        let operand = operand?;
        let below = operand.height;
        let kind = ExprKind::Unary {
            operator,
            operand: Box::new(operand),
        };
        self.node(kind, start, below)
    }

    /// A node from `start` to here, unless the tree becomes too high.
    pub fn node(&mut self, kind: ExprKind, start: usize, below: u16) -> Parsed<Expr> {
        if below >= MAX_HEIGHT {
            return Err(self.too_deep());
        }
        Ok(Expr::above(kind, self.since(start), below))
    }

    pub fn too_deep(&mut self) -> Failed {
        let failed = self.fail(
            &codes::TOO_DEEP,
            format!("this expression is nested more than {MAX_HEIGHT} levels deep"),
            "give parts of it names: in a mapping with `let`, in a workflow with a `value` step",
        );
        self.hush();
        failed
    }
}
