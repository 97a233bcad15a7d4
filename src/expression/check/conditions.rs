//! Conditions, what they let one know, and what they choose between.

use super::report::{called, written};
use super::{Checker, Known, Want};
use crate::diagnostics::{Diagnostic, codes::expressions as codes};
use crate::expression::facts::{self, path_of};
use crate::expression::syntax::{Binary, Expr};
use crate::expression::typed::{Typed, TypedKind};
use crate::source::Span;
use crate::types::{Kind, Ty};

impl Checker<'_> {
    /// An expression that must be a boolean, always there.
    pub(super) fn condition(&mut self, expr: &Expr) -> Typed {
        let value = self.expr(expr, Want::Any);
        self.boolean(value)
    }

    fn boolean(&mut self, value: Typed) -> Typed {
        let span = value.span;
        match &value.ty.kind {
            Kind::Error => value,
            Kind::Boolean if !value.ty.is_optional() => value,
            Kind::Boolean => {
                self.absent_boolean(&value);
                Typed::error(span)
            }
            _ => {
                let found = self.describe(&value.ty);
                self.problem(
                    &codes::NOT_A_CONDITION,
                    span,
                    format!("a condition is needed, and this is {found}"),
                    as_condition(&value),
                );
                Typed::error(span)
            }
        }
    }

    /// Reports a boolean that may be absent where one is needed.
    pub(super) fn absent_boolean(&mut self, value: &Typed) {
        let span = value.span;
        let problem = Diagnostic::new(
            &codes::MAY_BE_ABSENT,
            span,
            format!("{} may be absent, and a boolean is needed", called(value)),
        )
        .help(format!("write `{} == true`", written(value)));
        // Only a path binds strongly enough to put something after it.
        let problem = match path_of(value) {
            Some(_) => self.with_fix(
                problem,
                "compare with `true`",
                &[(span.at_end(), " == true")],
            ),
            None => problem,
        };
        self.report(problem);
    }

    /// `left && right`, `left || right`.
    pub(super) fn logical(
        &mut self,
        operator: Binary,
        operator_span: Span,
        [left, right]: [&Expr; 2],
        span: Span,
    ) -> Typed {
        let left = self.expr(left, Want::Any);
        let is_condition = matches!(left.ty.kind, Kind::Boolean | Kind::Error);
        if operator == Binary::Or && !is_condition && left.ty.is_optional() {
            // The habit of giving a default by `||`.
            let problem = Diagnostic::new(
                &codes::NOT_A_CONDITION,
                left.span,
                format!("{} is no condition", called(&left)),
            )
            .help("write `??` for a value to use where it is absent");
            let problem = self.with_replacement(problem, operator_span, "??");
            self.report(problem);
            return Typed::error(span);
        }
        let left = self.boolean(left);
        if !is_condition {
            return Typed::error(span);
        }
        let truth = operator == Binary::And;
        let right = self.knowing(&left, truth, |checker| checker.condition(right));
        if left.is_error() || right.is_error() {
            return Typed::error(span);
        }
        let (left, right) = (Box::new(left), Box::new(right));
        let kind = match operator {
            Binary::And => TypedKind::And { left, right },
            _ => TypedKind::Or { left, right },
        };
        Typed::new(kind, Ty::new(Kind::Boolean), span)
    }

    pub(super) fn conditional(
        &mut self,
        test: &Expr,
        then: &Expr,
        otherwise: &Expr,
        span: Span,
        want: Want<'_>,
    ) -> Typed {
        let test = self.condition(test);
        if let TypedKind::Boolean(flag) = test.kind {
            self.problem(
                &codes::NEVER_EQUAL,
                test.span,
                format!("this condition is always `{flag}`"),
                "write only the value that is chosen, or test a value of the record",
            );
        }
        let first = self.knowing(&test, true, |checker| checker.expr(then, want));
        let second = self.knowing(&test, false, |checker| checker.expr(otherwise, want));
        let Some(ty) = self.join(&first.ty, &second.ty) else {
            if let Want::Must(expected) = want {
                // Both fit already.
                let ty = expected.clone();
                return choice(test, first, second, ty, span);
            }
            let (a, b) = (self.describe(&first.ty), self.describe(&second.ty));
            self.problem(
                &codes::DIFFERENT_TYPES,
                second.span,
                format!("this is {b}, and the other case is {a}"),
                "both cases are of one type: convert one of them",
            );
            return Typed::error(span);
        };
        let [first, second] = [first, second].map(|arm| self.convert_to(arm, &ty));
        choice(test, first, second, ty, span)
    }

    /// `left ?? right`
    pub(super) fn coalesce(
        &mut self,
        [left, right]: [&Expr; 2],
        operator_span: Span,
        span: Span,
        want: Want<'_>,
    ) -> Typed {
        let perhaps = |ty: &Ty| Ty {
            missing: true,
            null: true,
            ..ty.clone()
        };
        let right_expr = right;
        let (left, right) = match want {
            Want::Must(ty) => (
                self.expr(left, Want::Must(&perhaps(ty))),
                self.expr(right, want),
            ),
            Want::Hint(ty) => (
                self.expr(left, Want::Hint(&perhaps(ty))),
                self.expr(right, want),
            ),
            Want::Any => {
                let left = self.expr(left, Want::Any);
                let hint = left.ty.present();
                let right = if left.is_error() {
                    self.expr(right, Want::Any)
                } else {
                    self.expr(right, Want::Hint(&hint))
                };
                (left, right)
            }
        };
        if left.is_error() || right.is_error() {
            return Typed::error(span);
        }
        if !left.ty.is_optional() && left.ty.kind != Kind::Unknown {
            let help = "remove `??` and what follows it";
            let problem = self.never_absent(&left, operator_span, help);
            let rest = left.span.at_end().to(right_expr.span);
            let problem = self.with_fix(problem, "remove the other value", &[(rest, "")]);
            self.report(problem);
        }
        let Some(ty) = self.join(&left.ty.present(), &right.ty) else {
            if let Want::Must(expected) = want {
                let ty = expected.clone();
                return either(left, right, ty, span);
            }
            let (a, b) = (self.describe(&left.ty), self.describe(&right.ty));
            self.problem(
                &codes::DIFFERENT_TYPES,
                right.span,
                format!("this is {b}, and the value it stands in for is {a}"),
                "write a value of the same type, or convert one of them",
            );
            return Typed::error(span);
        };
        let left = self.convert_to(left, &ty);
        let right = self.convert_to(right, &ty);
        either(left, right, ty, span)
    }

    /// A value as the joined type has it: integers become decimals.
    fn convert_to(&mut self, value: Typed, ty: &Ty) -> Typed {
        match (&value.ty.kind, &ty.kind) {
            (Kind::Integer(_), Kind::Decimal { .. }) => super::coerce::to_decimal(value),
            _ => value,
        }
    }

    /// Checks something where a condition was true, or was false.
    fn knowing(
        &mut self,
        condition: &Typed,
        truth: bool,
        inside: impl FnOnce(&mut Self) -> Typed,
    ) -> Typed {
        let before = self.known.len();
        let depth = self.depth;
        let facts = facts::facts(condition, truth);
        self.known
            .extend(facts.into_iter().map(|fact| Known { fact, depth }));
        let doubt = usize::from(condition.is_error());
        self.doubts += doubt;
        let typed = inside(self);
        self.doubts -= doubt;
        self.known.truncate(before);
        typed
    }
}

/// What to write to make a condition of a value that is no boolean.
pub(super) fn as_condition(value: &Typed) -> String {
    let name = written(value);
    match &value.ty.kind {
        _ if value.ty.is_optional() => format!("write `{name} != null`"),
        Kind::String(_) => format!("write `{name} != ''`, or compare it with a text"),
        Kind::Integer(_) | Kind::Decimal { .. } => format!("write `{name} != 0`"),
        Kind::Array(_) => format!("write `{name}.length > 0`"),
        Kind::Unknown => "declare its type, in `[types]` or with `returns`".to_owned(),
        _ => "it is always there: write what is to be tested of it".to_owned(),
    }
}

fn choice(test: Typed, then: Typed, otherwise: Typed, ty: Ty, span: Span) -> Typed {
    let kind = TypedKind::Conditional {
        test: Box::new(test),
        then: Box::new(then),
        otherwise: Box::new(otherwise),
    };
    Typed::new(kind, ty, span)
}

fn either(left: Typed, right: Typed, ty: Ty, span: Span) -> Typed {
    let kind = TypedKind::Coalesce {
        left: Box::new(left),
        right: Box::new(right),
    };
    Typed::new(kind, ty, span)
}
