//! Expressions over several lines: which construct decides.

use super::super::ast::{Expression, UnaryOperator};
use super::flat;
use super::precedence::{self, Precedence};
use super::writer::{Place, Writer};

impl Writer {
    /// On one line where that fits, else broken.
    pub fn expression(&mut self, expression: &Expression, place: Place) {
        if self.stopped() {
            return;
        }
        match flat::expression(expression, self.room(place.tail)) {
            Some(text) => self.text(&text),
            None => self.broken(expression, place),
        }
    }

    /// In parentheses where `required` asks for them.
    pub fn at_least(&mut self, expression: &Expression, required: Precedence, place: Place) {
        self.wrapped(expression, precedence::of(expression) < required, place);
    }

    pub fn wrapped(&mut self, expression: &Expression, parentheses: bool, place: Place) {
        if parentheses {
            self.parenthesised(expression, place);
        } else {
            self.expression(expression, place);
        }
    }

    /// `(`, the expression on lines of its own, `)`, where it does not fit.
    fn parenthesised(&mut self, expression: &Expression, place: Place) {
        if self.stopped() {
            return;
        }
        if let Some(text) = flat::parenthesised(expression, self.room(place.tail)) {
            self.text(&text);
            return;
        }
        if let Expression::Object(object) = expression {
            self.text("(");
            self.object(object);
            self.text(")");
            return;
        }
        self.text("(");
        self.indented(|writer| {
            writer.newline();
            writer.expression(expression, Place::line(0));
        });
        self.newline();
        self.text(")");
    }

    /// An expression that does not fit on the line.
    pub fn broken(&mut self, expression: &Expression, place: Place) {
        if self.stopped() {
            return;
        }
        match expression {
            Expression::Member(_) | Expression::Index(_) | Expression::Call(_) => {
                self.chain(expression, place);
            }
            Expression::New(new) => {
                self.text("new ");
                self.wrapped(
                    &new.callee,
                    !precedence::is_plain_path(&new.callee),
                    place.tail(1),
                );
                self.called(&new.types, &new.arguments, place);
            }
            Expression::Pipeline(pipeline) => self.pipeline(pipeline, place),
            Expression::Template(template) => self.template(template, place),
            Expression::Array(items) => self.array(items),
            Expression::Object(object) => self.object(object),
            Expression::Arrow(arrow) => self.arrow(arrow, place),
            Expression::Unary(operator, operand) => self.unary(*operator, operand, place),
            Expression::Binary(binary) => self.binary(binary, place),
            Expression::Conditional { .. } => self.conditional(expression, place),
            Expression::Await(operand) => {
                self.text("await ");
                self.at_least(operand, Precedence::Unary, place);
            }
            Expression::AsConst(operand) => {
                let tail = " as const";
                self.at_least(operand, Precedence::Unary, place.tail(place.tail + 9));
                self.text(tail);
            }
            Expression::As(operand, ty) => self.typed(operand, " as ", ty, place),
            Expression::Satisfies(operand, ty) => self.typed(operand, " satisfies ", ty, place),
            Expression::Spread(operand) => {
                self.text("...");
                self.expression(operand, place);
            }
            // Nothing in these can break.
            Expression::Identifier(_)
            | Expression::String(_)
            | Expression::Number(_)
            | Expression::BigInt(_)
            | Expression::Boolean(_)
            | Expression::Null
            | Expression::Undefined => {
                let text = flat::expression(expression, usize::MAX).unwrap_or_default();
                self.text(&text);
            }
        }
    }

    fn unary(&mut self, operator: UnaryOperator, operand: &Expression, place: Place) {
        self.text(precedence::unary_symbol(operator));
        let parentheses = precedence::prefixed_needs_parentheses(operator, operand);
        self.wrapped(operand, parentheses, place);
    }

    fn typed(
        &mut self,
        operand: &Expression,
        keyword: &str,
        ty: &super::super::ast::Type,
        place: Place,
    ) {
        let ty_text = flat::ty(ty, usize::MAX).unwrap_or_default();
        let tail = place.tail + keyword.len() + super::writer::width(&ty_text);
        self.at_least(operand, Precedence::Unary, place.tail(tail));
        self.text(keyword);
        self.ty(ty, place.tail);
    }
}
