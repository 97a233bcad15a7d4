//! TOML values whose string leaves are expressions: the rows of a mapping, a body.
//!
//! A table is an object literal, an array an array literal, a number or boolean a
//! constant; so all of it is checked as one expression.

use super::check::{Checker, Want, is_date, is_instant};
use super::scope::Scope;
use super::syntax::{self, Entry, Expr, ExprKind, MAX_HEIGHT, Unary};
use super::typed::Typed;
use crate::diagnostics::{Diagnostic, Sink, codes::expressions as codes};
use crate::manifest::{Tree, TreeKind};
use crate::source::Span;
use crate::types::{Ty, Types};

/// Types a TOML value in which every string is an expression. As [`check`](super::check()).
pub fn check_tree(
    tree: &Tree,
    expected: Option<&Ty>,
    scope: &Scope,
    types: &mut Types,
    sink: &mut Sink,
) -> Option<Typed> {
    if let TreeKind::String(text) = &tree.kind {
        return super::check(text, expected, scope, types, sink);
    }
    let mut checker = Checker::new(scope, types);
    let expr = expression(tree, 0, &mut checker);
    let typed = checker.expr(&expr, expected.map_or(Want::Any, Want::Must));
    checker.finish(typed, sink)
}

pub(super) fn expression(tree: &Tree, depth: u16, checker: &mut Checker<'_>) -> Expr {
    let span = tree.span;
    if depth >= MAX_HEIGHT {
        checker.add(
            Diagnostic::new(
                &codes::TOO_DEEP,
                span,
                format!("this value is nested more than {MAX_HEIGHT} levels deep"),
            )
            .help("give parts of it names with `let` or `value` steps"),
        );
        return Expr::error(span);
    }
    match &tree.kind {
        TreeKind::String(text) => Expr::leaf(ExprKind::Text(Box::new(text.clone())), span),
        TreeKind::Integer(value) => integer(*value, span, checker),
        TreeKind::Float(written) => float(written, span, checker),
        TreeKind::Boolean(value) => Expr::leaf(ExprKind::Boolean(*value), span),
        TreeKind::Datetime(written) => datetime(written, span, checker),
        TreeKind::Array(items) => {
            let items: Vec<Expr> = items
                .iter()
                .map(|item| expression(item, depth + 1, checker))
                .collect();
            let below = items.iter().map(|item| item.height).max().unwrap_or(0);
            Expr::above(ExprKind::Array(items), span, below)
        }
        TreeKind::Table(rows) => {
            let entries: Vec<Entry> = rows
                .iter()
                .map(|(key, value)| Entry {
                    name: key.name.clone(),
                    name_span: key.span,
                    value: expression(value, depth + 1, checker),
                })
                .collect();
            let below = entries.iter().map(|entry| entry.value.height).max();
            let kind = ExprKind::Object {
                entries,
                open: span,
                complete: true,
            };
            Expr::above(kind, span, below.unwrap_or(0))
        }
        TreeKind::Invalid => Expr::error(span),
    }
}

fn negated(operand: Expr, span: Span) -> Expr {
    let below = operand.height;
    let kind = ExprKind::Unary {
        operator: Unary::Negate,
        operand: Box::new(operand),
    };
    Expr::above(kind, span, below)
}

fn integer(value: i64, span: Span, checker: &mut Checker<'_>) -> Expr {
    let digits = value.unsigned_abs().to_string();
    number(&digits, value < 0, span, checker)
}

fn float(written: &str, span: Span, checker: &mut Checker<'_>) -> Expr {
    let negative = written.starts_with('-');
    let digits = written.trim_start_matches(['+', '-']);
    if matches!(digits, "inf" | "nan") {
        checker.add(
            Diagnostic::new(
                &codes::BAD_NUMBER,
                span,
                format!("`{written}` is not a number that an integration can send"),
            )
            .help("write a number in digits"),
        );
        return Expr::error(span);
    }
    number(digits, negative, span, checker)
}

fn number(digits: &str, negative: bool, span: Span, checker: &mut Checker<'_>) -> Expr {
    match syntax::number_literal(digits, span) {
        Ok(number) => {
            let literal = Expr::leaf(ExprKind::Number(number), span);
            if negative {
                negated(literal, span)
            } else {
                literal
            }
        }
        Err(problem) => {
            checker.add(*problem);
            Expr::error(span)
        }
    }
}

/// A TOML date or offset date-time, as a call of the function that reads it.
fn datetime(written: &str, span: Span, checker: &mut Checker<'_>) -> Expr {
    let text = written.replacen([' ', 't'], "T", 1).replace('z', "Z");
    let name = if is_date(&text) {
        "date"
    } else if is_instant(&text) {
        "instant"
    } else {
        checker.add(
            Diagnostic::new(
                &codes::BAD_WORD,
                span,
                format!("`{written}` is neither a date nor a time with an offset"),
            )
            .help("write a date, `2024-02-29`, or a time with its offset: `2024-02-29T12:00:00Z`"),
        );
        return Expr::error(span);
    };
    let argument = Expr::leaf(ExprKind::String(text), span);
    let kind = ExprKind::Call {
        name: name.to_owned(),
        name_span: span,
        arguments: vec![argument],
    };
    Expr::above(kind, span, 1)
}
