//! Comparisons.

use super::coerce::to_decimal;
use super::report::{called, quoted, written};
use super::{Checker, Want};
use crate::diagnostics::{Diagnostic, closest, codes::expressions as codes, list};
use crate::expression::syntax::{Binary, Expr, ExprKind, Unary};
use crate::expression::typed::{Comparison, Operand, Typed, TypedKind};
use crate::source::Span;
use crate::types::{Kind, Ty};

impl Checker<'_> {
    pub(super) fn comparison(
        &mut self,
        operator: Binary,
        operator_span: Span,
        [left, right]: [&Expr; 2],
        span: Span,
    ) -> Typed {
        let chained = operator.power() == Binary::Less.power()
            && matches!(&left.kind, ExprKind::Binary { operator, .. } if operator.is_comparison());
        let type_of = |expr: &Expr| {
            matches!(
                expr.bare().kind,
                ExprKind::Unary {
                    operator: Unary::TypeOf,
                    ..
                }
            )
        };
        if matches!(operator, Binary::Equal | Binary::NotEqual) && (type_of(left) || type_of(right))
        {
            let negated = operator == Binary::NotEqual;
            let sides = if type_of(left) {
                [left, right]
            } else {
                [right, left]
            };
            return self.type_of(sides, negated, span);
        }
        let is_null = |expr: &Expr| matches!(expr.bare().kind, ExprKind::Null);
        let nulls = [is_null(left), is_null(right)];
        let [left, right] = [left, right].map(|expr| self.expr(expr, Want::Any));
        if left.is_error() || right.is_error() {
            return Typed::error(span);
        }
        if chained {
            self.problem(
                &codes::WRONG_OPERANDS,
                operator_span,
                "comparisons do not chain",
                "write `a < b && b < c`",
            );
            return Typed::error(span);
        }
        if is_literal(&left) && is_literal(&right) {
            self.problem(
                &codes::NEVER_EQUAL,
                span,
                "two literals compare alike for every record",
                "compare a value of the record, or remove the test",
            );
            return Typed::error(span);
        }
        let comparison = match operator {
            Binary::Equal => Comparison::Equal,
            Binary::NotEqual => Comparison::NotEqual,
            Binary::Less => Comparison::Less,
            Binary::LessOrEqual => Comparison::LessOrEqual,
            Binary::Greater => Comparison::Greater,
            _ => Comparison::GreaterOrEqual,
        };
        match (comparison, nulls) {
            (Comparison::Equal | Comparison::NotEqual, [_, true]) => {
                self.absence(left, comparison == Comparison::NotEqual, span)
            }
            (Comparison::Equal | Comparison::NotEqual, [true, _]) => {
                self.absence(right, comparison == Comparison::NotEqual, span)
            }
            (Comparison::Equal | Comparison::NotEqual, _) => {
                self.equality(comparison, operator_span, left, right, span)
            }
            _ => self.order(comparison, operator_span, left, right, span),
        }
    }

    /// `value == null`
    fn absence(&mut self, value: Typed, negated: bool, span: Span) -> Typed {
        if !value.ty.is_optional() && value.ty.kind != Kind::Unknown {
            let help = format!("remove the test: it is always {negated}");
            self.report(self.never_absent(&value, span, &help));
        }
        let value = Box::new(value);
        let kind = TypedKind::IsAbsent { value, negated };
        Typed::new(kind, Ty::new(Kind::Boolean), span)
    }

    fn equality(
        &mut self,
        operator: Comparison,
        operator_span: Span,
        left: Typed,
        right: Typed,
        span: Span,
    ) -> Typed {
        let operand = operand_of(&left.ty.kind, &right.ty.kind)
            .or_else(|| self.operand_of_union(&left, &right))
            .or_else(|| self.operand_of_union(&right, &left));
        let Some(operand) = operand else {
            self.not_comparable(operator_span, &left, &right);
            return Typed::error(span);
        };
        if self.never_equal(operator_span, &left, &right) || self.known_already(&left, &right, span)
        {
            return Typed::error(span);
        }
        if left.ty.is_optional() && right.ty.is_optional() {
            let (a, b) = (written(&left), written(&right));
            self.problem(
                &codes::BOTH_ABSENT,
                operator_span,
                format!(
                    "{} and {} may both be absent, and would be equal then",
                    called(&left),
                    called(&right)
                ),
                format!("test one of them first: `{a} != null && {a} == {b}`"),
            );
            return Typed::error(span);
        }
        compare(operator, operand, left, right, span)
    }

    fn order(
        &mut self,
        operator: Comparison,
        operator_span: Span,
        left: Typed,
        right: Typed,
        span: Span,
    ) -> Typed {
        let operand = operand_of(&left.ty.kind, &right.ty.kind);
        let ordered = match operand {
            Some(Operand::String) => {
                self.problem(
                    &codes::WRONG_OPERANDS,
                    operator_span,
                    "text has no order here: `'9'` would come after `'10'`",
                    "convert both sides: `decimal(x)`, `integer(x)`, `date(x)`, `instant(x)`",
                );
                None
            }
            Some(Operand::Boolean) => {
                self.problem(
                    &codes::WRONG_OPERANDS,
                    operator_span,
                    "booleans have no order",
                    "write `==`, `&&` or `||`",
                );
                None
            }
            None => {
                self.not_comparable(operator_span, &left, &right);
                None
            }
            ordered => ordered,
        };
        let Some(operand) = ordered else {
            return Typed::error(span);
        };
        let needed = "a value to compare";
        let (left, right) = (self.present(left, needed), self.present(right, needed));
        let (Some(left), Some(right)) = (left, right) else {
            return Typed::error(span);
        };
        compare(operator, operand, left, right, span)
    }

    fn not_comparable(&mut self, span: Span, left: &Typed, right: &Typed) {
        let (a, b) = (self.describe(&left.ty), self.describe(&right.ty));
        let (x, y) = (written(left), written(right));
        let unknown = |value: &Typed| value.ty.kind == Kind::Unknown;
        if unknown(left) || unknown(right) {
            self.problem(
                &codes::OPAQUE,
                span,
                format!("{a} and {b} cannot be compared: one has no known type"),
                "declare its type, in `[types]` or with `returns`",
            );
            return;
        }
        let help = match (&left.ty.kind, &right.ty.kind) {
            (Kind::String(_), other) => conversion_of_text(&x, other),
            (other, Kind::String(_)) => conversion_of_text(&y, other),
            (Kind::Array(_), Kind::Array(_)) => {
                format!("compare items, or numbers of items: `{x}.length == 0`")
            }
            (Kind::Record(_) | Kind::Map(_), _) => format!("compare a field: `{x}.…`"),
            (_, Kind::Record(_) | Kind::Map(_)) => format!("compare a field: `{y}.…`"),
            (Kind::Array(_), _) => format!("write `{x}.includes({y})`"),
            (_, Kind::Array(_)) => format!("write `{y}.includes({x})`"),
            (Kind::DateTime(_), Kind::Date(_)) => {
                format!("take the date in a zone: `dateIn({x}, 'Europe/Paris')`")
            }
            (Kind::Date(_), Kind::DateTime(_)) => {
                format!("take the date in a zone: `dateIn({y}, 'Europe/Paris')`")
            }
            _ => "compare values of the same type".to_owned(),
        };
        self.problem(
            &codes::NEVER_EQUAL,
            span,
            format!("{a} cannot be compared with {b}"),
            help,
        );
    }

    /// A boolean that was tested before, for the other outcome: reported.
    fn known_already(&mut self, left: &Typed, right: &Typed, span: Span) -> bool {
        for (value, other) in [(left, right), (right, left)] {
            let TypedKind::Boolean(flag) = other.kind else {
                continue;
            };
            if self.known_boolean(value).is_some_and(|known| known != flag) {
                self.problem(
                    &codes::NEVER_EQUAL,
                    span,
                    format!(
                        "{} is never `{flag}` here: it was tested before",
                        called(value)
                    ),
                    "remove the test",
                );
                return true;
            }
        }
        false
    }

    /// Texts of which none is among those of the other side: reported.
    fn never_equal(&mut self, operator_span: Span, left: &Typed, right: &Typed) -> bool {
        let (Kind::String(Some(a)), Kind::String(Some(b))) = (&left.ty.kind, &right.ty.kind) else {
            return false;
        };
        if a.iter().any(|value| b.contains(value)) {
            return false;
        }
        let literal = |value: &Typed| match &value.kind {
            TypedKind::String(text) => Some(text.clone()),
            _ => None,
        };
        let (value, text, other, allowed) = match (literal(left), literal(right)) {
            (None, Some(text)) => (right, text, left, a),
            (Some(text), None) => (left, text, right, b),
            _ => {
                self.problem(
                    &codes::NEVER_EQUAL,
                    operator_span,
                    "the two sides have no value in common",
                    "compare values that can be equal",
                );
                return true;
            }
        };
        let meant = closest(&text, allowed.iter().map(String::as_str));
        let all = list(allowed.iter().map(|value| format!("`'{value}'`")));
        let problem = Diagnostic::new(
            &codes::NOT_IN_ENUM,
            value.span,
            format!("{} is never `'{text}'`", called(other)),
        );
        let problem = match meant {
            Some(meant) => {
                let help = format!("did you mean `'{meant}'`? it is {all}");
                let text = quoted(meant, self.quoting);
                self.with_replacement(problem.help(help), value.span, &text)
            }
            None => problem.help(format!("it is {all}")),
        };
        self.report(problem);
        true
    }
}

/// Whether it is made of literals alone.
fn is_literal(value: &Typed) -> bool {
    match &value.kind {
        TypedKind::Boolean(_)
        | TypedKind::Integer(_)
        | TypedKind::Decimal(_)
        | TypedKind::String(_) => true,
        TypedKind::Negate { value, .. } => is_literal(value),
        TypedKind::Arithmetic { left, right, .. } => is_literal(left) && is_literal(right),
        _ => false,
    }
}

fn conversion_of_text(name: &str, other: &Kind) -> String {
    match other {
        Kind::Integer(_) => format!("convert it: `integer({name})`"),
        Kind::Decimal { .. } => format!("convert it: `decimal({name})`"),
        Kind::Date(_) => format!("convert it: `date({name})`"),
        Kind::DateTime(_) => format!("convert it: `instant({name})`"),
        Kind::Boolean => "write `true` or `false` without quotes".to_owned(),
        Kind::Array(_) => format!("write `xs.includes({name})`"),
        _ => "compare values of the same type".to_owned(),
    }
}

/// What two kinds are compared as.
fn operand_of(left: &Kind, right: &Kind) -> Option<Operand> {
    Some(match (left, right) {
        (Kind::String(_), Kind::String(_)) => Operand::String,
        (Kind::Boolean, Kind::Boolean) => Operand::Boolean,
        (Kind::Integer(_), Kind::Integer(_)) => Operand::Integer,
        (Kind::Integer(_) | Kind::Decimal { .. }, Kind::Integer(_) | Kind::Decimal { .. }) => {
            Operand::Decimal
        }
        (Kind::Date(_), Kind::Date(_)) => Operand::Date,
        (Kind::DateTime(_), Kind::DateTime(_)) => Operand::DateTime,
        _ => return None,
    })
}

fn compare(operator: Comparison, operand: Operand, left: Typed, right: Typed, span: Span) -> Typed {
    let [left, right] = match operand {
        Operand::Decimal => [left, right].map(to_decimal),
        _ => [left, right],
    };
    let kind = TypedKind::Compare {
        operator,
        operand,
        left: Box::new(left),
        right: Box::new(right),
    };
    Typed::new(kind, Ty::new(Kind::Boolean), span)
}
