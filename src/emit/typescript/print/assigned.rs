//! What stands after `=` or the `:` of a property: on the same line, or on the next.

use super::super::ast::{Expression, Operator};
use super::flat;
use super::precedence::{self, Precedence};
use super::writer::{Place, Writer};

impl Writer {
    /// The value with its leading space or line break.
    pub fn assigned(&mut self, value: &Expression, tail: usize) {
        if self.stopped() {
            return;
        }
        // Behind a type that takes several lines, the value is part of the last of them.
        self.indented_like_line(|writer| writer.value(value, tail));
    }

    fn value(&mut self, value: &Expression, tail: usize) {
        if let Some(text) = flat::expression(value, self.room(tail + 1)) {
            self.text(" ");
            self.text(&text);
            return;
        }
        let next_line = self.is_past_indent()
            && match breaks_before(value) {
                Break::Atom => true,
                Break::Whole => {
                    flat::expression(value, self.room_below(tail)).is_some()
                        || !self.begins_here(value, tail)
                }
                Break::Part => !self.begins_here(value, tail),
            };
        if next_line {
            self.indented(|writer| {
                writer.newline();
                writer.expression(value, Place::line(tail));
            });
        } else {
            self.text(" ");
            self.broken(value, Place::assigned(tail));
        }
    }

    fn begins_here(&self, value: &Expression, tail: usize) -> bool {
        self.first_line_fits(tail, |writer| {
            writer.text(" ");
            writer.broken(value, Place::assigned(tail));
        })
    }
}

/// How dprint weighs a break before the value against one inside it.
enum Break {
    /// Nothing inside can break.
    Atom,
    /// The value is one group: before it, where it then fits.
    Whole,
    /// Inside it.
    Part,
}

fn breaks_before(value: &Expression) -> Break {
    match value {
        Expression::Identifier(_)
        | Expression::String(_)
        | Expression::Number(_)
        | Expression::BigInt(_)
        | Expression::Boolean(_)
        | Expression::Null
        | Expression::Undefined => Break::Atom,
        Expression::Member(_) | Expression::Index(_) if !is_optional_chain(value) => Break::Whole,
        Expression::Binary(binary)
            if matches!(
                binary.operator,
                Operator::Equal
                    | Operator::NotEqual
                    | Operator::LooseEqual
                    | Operator::LooseNotEqual
                    | Operator::Less
                    | Operator::LessOrEqual
                    | Operator::Greater
                    | Operator::GreaterOrEqual
            ) =>
        {
            Break::Whole
        }
        Expression::Template(template) if !super::template::can_break(template) => Break::Whole,
        // Parentheses can break.
        Expression::Unary(operator, operand)
            if precedence::prefixed_needs_parentheses(*operator, operand) =>
        {
            Break::Part
        }
        Expression::Await(operand)
        | Expression::AsConst(operand)
        | Expression::As(operand, _)
        | Expression::Satisfies(operand, _)
            if precedence::of(operand) < Precedence::Unary =>
        {
            Break::Part
        }
        Expression::Await(operand)
        | Expression::Unary(_, operand)
        | Expression::AsConst(operand)
        | Expression::As(operand, _)
        | Expression::Satisfies(operand, _) => match breaks_before(operand) {
            Break::Atom => Break::Atom,
            Break::Whole | Break::Part => Break::Part,
        },
        _ => Break::Part,
    }
}

fn is_optional_chain(value: &Expression) -> bool {
    match value {
        Expression::Member(member) => member.optional || is_optional_chain(&member.object),
        Expression::Index(index) => index.optional || is_optional_chain(&index.object),
        Expression::Call(call) => call.optional || is_optional_chain(&call.callee),
        _ => false,
    }
}
