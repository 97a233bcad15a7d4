//! Operators on numbers and texts.

use super::coerce::to_decimal;
use super::limits::{at_most, most_characters};
use super::literals::{literal_text, string};
use super::report::{called, written};
use super::{Checker, Want};
use crate::diagnostics::codes::expressions as codes;
use crate::expression::syntax::{Binary, Expr, Unary};
use crate::expression::typed::{Arithmetic, Number, Typed, TypedKind};
use crate::source::Span;
use crate::types::{DecimalWire, Kind, Ty};

impl Checker<'_> {
    pub(super) fn unary(&mut self, operator: Unary, operand: &Expr, span: Span) -> Typed {
        match operator {
            Unary::Not => {
                let value = self.condition(operand);
                if value.is_error() {
                    return Typed::error(span);
                }
                let value = Box::new(value);
                Typed::new(TypedKind::Not(value), Ty::new(Kind::Boolean), span)
            }
            Unary::Negate => {
                let value = self.expr(operand, Want::Any);
                self.negate(value, span)
            }
            Unary::TypeOf => {
                if !self.expr(operand, Want::Any).is_error() {
                    self.problem(
                        &codes::WRONG_OPERANDS,
                        span,
                        "`typeof` is only compared with a word",
                        "write `typeof x == 'string'`, with `'number'`, `'boolean'` or `'object'` as well",
                    );
                }
                Typed::error(span)
            }
        }
    }

    fn negate(&mut self, value: Typed, span: Span) -> Typed {
        let Some(value) = self.present(value, "a number") else {
            return Typed::error(span);
        };
        let ty = value.ty.clone();
        let number = match (&value.kind, &ty.kind) {
            (TypedKind::Integer(integer), _) => {
                let kind = TypedKind::Integer(integer.saturating_neg());
                return Typed::new(kind, ty, span);
            }
            (TypedKind::Decimal(digits), _) => {
                let kind = TypedKind::Decimal(match digits.strip_prefix('-') {
                    Some(digits) => digits.to_owned(),
                    None => format!("-{digits}"),
                });
                return Typed::new(kind, ty, span);
            }
            (_, Kind::Integer(_)) => Number::Integer,
            (_, Kind::Decimal { .. }) => Number::Decimal,
            _ => {
                let found = self.describe(&ty);
                self.problem(
                    &codes::WRONG_OPERANDS,
                    span,
                    format!("`-` needs a number, and this is {found}"),
                    match ty.kind {
                        Kind::String(_) => "convert it: `-decimal(x)`, `-integer(x)`",
                        _ => "write a number",
                    },
                );
                return Typed::error(span);
            }
        };
        let value = Box::new(value);
        Typed::new(TypedKind::Negate { number, value }, ty, span)
    }

    pub(super) fn binary(
        &mut self,
        operator: Binary,
        operator_span: Span,
        operands: [&Expr; 2],
        span: Span,
        want: Want<'_>,
    ) -> Typed {
        match operator {
            Binary::Coalesce => self.coalesce(operands, operator_span, span, want),
            Binary::Or | Binary::And => self.logical(operator, operator_span, operands, span),
            Binary::Add => self.arithmetic(Arithmetic::Add, operator_span, operands, span),
            Binary::Subtract => {
                self.arithmetic(Arithmetic::Subtract, operator_span, operands, span)
            }
            Binary::Multiply => {
                self.arithmetic(Arithmetic::Multiply, operator_span, operands, span)
            }
            Binary::Remainder => {
                self.arithmetic(Arithmetic::Remainder, operator_span, operands, span)
            }
            _ => self.comparison(operator, operator_span, operands, span),
        }
    }

    /// A value that must be there, reported where it may be absent.
    pub(super) fn present(&mut self, value: Typed, needed: &str) -> Option<Typed> {
        if value.is_error() {
            return None;
        }
        if !value.ty.is_optional() {
            return Some(value);
        }
        let name = written(&value);
        let (message, help) = if value.ty.kind == Kind::Nothing {
            (
                match value.kind {
                    TypedKind::Null => format!("`null` where {needed} is needed"),
                    _ => format!("{} is absent here, and {needed} is needed", called(&value)),
                },
                format!("write {needed}"),
            )
        } else {
            (
                format!("{} may be absent, and {needed} is needed", called(&value)),
                format!(
                    "give a value to use instead (`{name} ?? …`), test it (`{name} == null ? … : …`), or fail with `required({name}, 'why')`"
                ),
            )
        };
        let help = match self.lacking_entries(&value) {
            Some(keys) => {
                format!("add {keys} to the table, or give a value to use instead: `{name} ?? …`")
            }
            None => help,
        };
        self.problem(&codes::MAY_BE_ABSENT, value.span, message, help);
        None
    }

    fn arithmetic(
        &mut self,
        operator: Arithmetic,
        operator_span: Span,
        [left, right]: [&Expr; 2],
        span: Span,
    ) -> Typed {
        let [left, right] = [left, right].map(|expr| self.expr(expr, Want::Any));
        let (a, b) = (left.ty.kind.clone(), right.ty.kind.clone());
        let number = match (operator, &a, &b) {
            (_, Kind::Error, _) | (_, _, Kind::Error) => return Typed::error(span),
            (Arithmetic::Add, Kind::String(_), Kind::String(_)) => {
                let needed = "a string";
                let (left, right) = (self.present(left, needed), self.present(right, needed));
                let (Some(left), Some(right)) = (left, right) else {
                    return Typed::error(span);
                };
                if let (Some(first), Some(second)) = (literal_text(&left), literal_text(&right)) {
                    return string([first, second].concat(), span);
                }
                let most = most_characters(&left.ty).zip(most_characters(&right.ty));
                let most = most.and_then(|(left, right)| left.checked_add(right));
                let kind = TypedKind::Concatenate {
                    left: Box::new(left),
                    right: Box::new(right),
                };
                return Typed::new(kind, at_most(Ty::new(Kind::STRING), most), span);
            }
            (_, Kind::Integer(_), Kind::Integer(_)) => Number::Integer,
            (
                Arithmetic::Add | Arithmetic::Subtract | Arithmetic::Multiply,
                Kind::Integer(_) | Kind::Decimal { .. },
                Kind::Integer(_) | Kind::Decimal { .. },
            ) => Number::Decimal,
            _ => {
                self.wrong_operands(operator, operator_span, &left, &right);
                return Typed::error(span);
            }
        };
        let needed = "a number";
        let (left, right) = (self.present(left, needed), self.present(right, needed));
        let (Some(left), Some(right)) = (left, right) else {
            return Typed::error(span);
        };
        let (left, right, kind) = match number {
            Number::Integer => (left, right, Kind::INTEGER),
            Number::Decimal => {
                let (left, right) = (to_decimal(left), to_decimal(right));
                let kind = Kind::Decimal {
                    places: result_places(operator, &left.ty.kind, &right.ty.kind),
                    wire: DecimalWire::Number,
                };
                (left, right, kind)
            }
        };
        let node = TypedKind::Arithmetic {
            operator,
            number,
            left: Box::new(left),
            right: Box::new(right),
        };
        Typed::new(node, Ty::new(kind), span)
    }

    fn wrong_operands(&mut self, operator: Arithmetic, span: Span, left: &Typed, right: &Typed) {
        let sign = match operator {
            Arithmetic::Add => "+",
            Arithmetic::Subtract => "-",
            Arithmetic::Multiply => "*",
            Arithmetic::Remainder => "%",
        };
        let is_text = |value: &Typed| matches!(value.ty.kind, Kind::String(_));
        let is_time = |value: &Typed| matches!(value.ty.kind, Kind::Date(_) | Kind::DateTime(_));
        let help = if is_time(left) || is_time(right) {
            match operator {
                Arithmetic::Subtract => {
                    "write `minus(x, 3, 'days')`, or `minus(x, '24h')`".to_owned()
                }
                _ => "write `plus(x, 3, 'days')`, or `plus(x, '24h')`".to_owned(),
            }
        } else if operator == Arithmetic::Add && (is_text(left) || is_text(right)) {
            format!(
                "write text as a template, `${{{}}}${{{}}}` in backticks; convert text to a number with `decimal(x)` or `integer(x)`",
                written(left),
                written(right)
            )
        } else if is_text(left) {
            format!("convert it: `decimal({})`, `integer({0})`", written(left))
        } else if is_text(right) {
            format!("convert it: `decimal({})`, `integer({0})`", written(right))
        } else if operator == Arithmetic::Add && matches!(left.ty.kind, Kind::Array(_)) {
            format!("write `{}.concat({})`", written(left), written(right))
        } else {
            "write two numbers".to_owned()
        };
        let (a, b) = (self.describe(&left.ty), self.describe(&right.ty));
        self.problem(
            &codes::WRONG_OPERANDS,
            span,
            format!("`{sign}` does not apply to {a} and {b}"),
            help,
        );
    }
}

/// How many places the exact result has, where those of both are known.
fn result_places(operator: Arithmetic, left: &Kind, right: &Kind) -> Option<u32> {
    let places = |kind: &Kind| match kind {
        Kind::Decimal { places, .. } => *places,
        _ => None,
    };
    let (left, right) = (places(left)?, places(right)?);
    Some(match operator {
        Arithmetic::Multiply => left.saturating_add(right),
        Arithmetic::Add | Arithmetic::Subtract | Arithmetic::Remainder => left.max(right),
    })
}
