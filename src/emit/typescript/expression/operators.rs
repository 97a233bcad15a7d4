//! Arithmetic and comparison, by what they work on.

use super::Lower;
use crate::emit::typescript::ast::{Expression, Operator, UnaryOperator};
use crate::emit::typescript::runtime::Helper;
use crate::expression::{Arithmetic, Class, Comparison, Number, Operand, Typed, TypedKind};
use crate::types::Kind;

impl Lower<'_, '_> {
    pub(super) fn negate(&mut self, number: Number, value: &Typed) -> Expression {
        let lowered = self.expression(value);
        match number {
            Number::Integer => Expression::Unary(UnaryOperator::Minus, Box::new(lowered)),
            Number::Decimal => lowered.method("negated", Vec::new()),
        }
    }

    /// Integers are checked to be exact still; decimals are exact by themselves.
    pub(super) fn arithmetic(
        &mut self,
        operator: Arithmetic,
        number: Number,
        left: &Typed,
        right: &Typed,
    ) -> Expression {
        if operator == Arithmetic::Remainder {
            return self.remainder(left, right);
        }
        let (sign, method) = match operator {
            Arithmetic::Add => (Operator::Add, "plus"),
            Arithmetic::Subtract => (Operator::Subtract, "minus"),
            Arithmetic::Multiply | Arithmetic::Remainder => (Operator::Multiply, "times"),
        };
        match number {
            Number::Integer => {
                let result = self.binary(left, sign, right);
                self.helper(Helper::SafeInteger, vec![result])
            }
            Number::Decimal => {
                let other = self.expression(right);
                self.expression(left).method(method, vec![other])
            }
        }
    }

    /// `left % right`: only a divisor that may be zero needs a check.
    fn remainder(&mut self, left: &Typed, right: &Typed) -> Expression {
        if matches!(right.kind, TypedKind::Integer(divisor) if divisor != 0) {
            return self.binary(left, Operator::Remainder, right);
        }
        let arguments = vec![self.expression(left), self.expression(right)];
        self.helper(Helper::Remainder, arguments)
    }

    pub(super) fn compare(
        &mut self,
        comparison: Comparison,
        operand: Operand,
        left: &Typed,
        right: &Typed,
    ) -> Expression {
        match operand {
            Operand::String | Operand::Boolean | Operand::Integer | Operand::Date => {
                self.binary(left, operator(comparison), right)
            }
            Operand::Decimal => self.compare_decimals(comparison, left, right),
            Operand::DateTime => self.compare_instants(comparison, left, right),
        }
    }

    /// `typeof value === "string"`; a decimal is an object of a class of its own.
    pub(super) fn is_class(&mut self, value: &Typed, class: Class, negated: bool) -> Expression {
        let has_decimal = match value.ty.kind {
            Kind::Union(id) => {
                let variants = &self.roots.types.union(id).variants;
                let is_decimal = |kind: &Kind| matches!(kind, Kind::Decimal { .. });
                variants.iter().any(|variant| is_decimal(&variant.ty.kind))
            }
            _ => false,
        };
        let lowered = self.expression(value);
        let is_decimal = |lower: &mut Self, lowered: &Expression| {
            let name = Expression::identifier(lower.imports.helper(Helper::Decimal));
            Expression::binary(lowered.clone(), Operator::InstanceOf, name)
        };
        if has_decimal && class == Class::Number {
            let test = is_decimal(self, &lowered);
            return if negated { test.negated() } else { test };
        }
        let word = Expression::string(class.word());
        let kind = Expression::Unary(UnaryOperator::TypeOf, Box::new(lowered.clone()));
        if has_decimal && class == Class::Object {
            let object = Expression::binary(kind, Operator::Equal, word);
            let other = is_decimal(self, &lowered).negated();
            let test = Expression::binary(object, Operator::And, other);
            return if negated { test.negated() } else { test };
        }
        let operator = if negated {
            Operator::NotEqual
        } else {
            Operator::Equal
        };
        Expression::binary(kind, operator, word)
    }

    fn compare_decimals(
        &mut self,
        comparison: Comparison,
        left: &Typed,
        right: &Typed,
    ) -> Expression {
        let equality = matches!(comparison, Comparison::Equal | Comparison::NotEqual);
        if !equality {
            let other = self.expression(right);
            let order = self.expression(left).method("compare", vec![other]);
            return Expression::binary(order, operator(comparison), Expression::number(0));
        }
        // At most one side may be absent; it is the receiver of `?.`.
        let (receiver, other) = if right.ty.is_optional() {
            (right, left)
        } else {
            (left, right)
        };
        let optional = receiver.ty.is_optional();
        let argument = self.expression(other);
        let equal = self
            .expression(receiver)
            .member_of("equals", optional)
            .called(vec![argument]);
        match (comparison, optional) {
            (Comparison::Equal, false) => equal,
            (_, false) => equal.negated(),
            (Comparison::Equal, true) => {
                Expression::binary(equal, Operator::Equal, Expression::Boolean(true))
            }
            (_, true) => Expression::binary(equal, Operator::NotEqual, Expression::Boolean(true)),
        }
    }

    fn compare_instants(
        &mut self,
        comparison: Comparison,
        left: &Typed,
        right: &Typed,
    ) -> Expression {
        let (first, second) = (self.expression(left), self.expression(right));
        let order = self.helper(Helper::CompareInstants, vec![first.clone(), second.clone()]);
        let compared = Expression::binary(order, operator(comparison), Expression::number(0));
        let absent = if left.ty.is_optional() {
            first
        } else if right.ty.is_optional() {
            second
        } else {
            return compared;
        };
        let (test, join) = match comparison {
            Comparison::NotEqual => (Operator::LooseEqual, Operator::Or),
            _ => (Operator::LooseNotEqual, Operator::And),
        };
        Expression::binary(
            Expression::binary(absent, test, Expression::Null),
            join,
            compared,
        )
    }
}

const fn operator(comparison: Comparison) -> Operator {
    match comparison {
        Comparison::Equal => Operator::Equal,
        Comparison::NotEqual => Operator::NotEqual,
        Comparison::Less => Operator::Less,
        Comparison::LessOrEqual => Operator::LessOrEqual,
        Comparison::Greater => Operator::Greater,
        Comparison::GreaterOrEqual => Operator::GreaterOrEqual,
    }
}
