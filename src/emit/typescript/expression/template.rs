//! Text made of parts: templates, and sums of texts.

use super::Lower;
use crate::emit::typescript::ast::{Expression, Operator, UnaryOperator};
use crate::expression::{TemplatePart, Typed};

/// A template that is being put together.
struct Joined {
    /// One more than values.
    strings: Vec<String>,
    values: Vec<Expression>,
}

impl Joined {
    fn new() -> Self {
        Self {
            strings: vec![String::new()],
            values: Vec::new(),
        }
    }

    fn text(&mut self, text: &str) {
        if let Some(last) = self.strings.last_mut() {
            last.push_str(text);
        }
    }

    /// What stands in a hole; texts and templates become part of this one.
    fn value(&mut self, value: Expression) {
        let value = match value {
            Expression::String(text) => return self.text(&text),
            Expression::Template(inner) => {
                let mut texts = inner.strings.into_iter();
                self.text(&texts.next().unwrap_or_default());
                self.values.extend(inner.values);
                self.strings.extend(texts);
                return;
            }
            // With a sign before it, a long value would not be broken as others are.
            Expression::Unary(UnaryOperator::Minus, value)
                if !matches!(*value, Expression::Identifier(_)) =>
            {
                Expression::binary(Expression::number(0), Operator::Subtract, *value)
            }
            value => value,
        };
        self.values.push(value);
        self.strings.push(String::new());
    }

    fn finish(self) -> Expression {
        if self.values.is_empty() {
            return Expression::string(self.strings.concat());
        }
        Expression::template(self.strings, self.values)
    }
}

impl Lower<'_, '_> {
    pub(super) fn template(&mut self, parts: &[TemplatePart]) -> Expression {
        let mut joined = Joined::new();
        for part in parts {
            match part {
                TemplatePart::Text(text) => joined.text(text),
                TemplatePart::Value(value) => joined.value(self.expression(value)),
            }
        }
        joined.finish()
    }

    /// `left + right`; one template where either is one.
    pub(super) fn concatenation(&mut self, left: &Typed, right: &Typed) -> Expression {
        let (left, right) = (self.expression(left), self.expression(right));
        let is_template = |value: &Expression| matches!(value, Expression::Template(_));
        if !is_template(&left) && !is_template(&right) {
            return Expression::binary(left, Operator::Add, right);
        }
        let mut joined = Joined::new();
        joined.value(left);
        joined.value(right);
        joined.finish()
    }
}
