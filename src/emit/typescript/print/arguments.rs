//! Arguments of calls.

use super::super::ast::{ArrowBody, Expression, Type};
use super::flat;
use super::precedence;
use super::writer::{Place, Writer};

impl Writer {
    /// Type arguments and arguments, after the callee.
    pub fn called(&mut self, types: &[Type], arguments: &[Expression], place: Place) {
        match flat::type_arguments(types, self.room(1)) {
            Some(text) => self.text(&text),
            None => self.type_arguments(types),
        }
        self.arguments(arguments, place);
    }

    fn arguments(&mut self, arguments: &[Expression], place: Place) {
        if self.stopped() {
            return;
        }
        if let Some(text) = flat::arguments(arguments, self.room(place.tail)) {
            self.text(&text);
            return;
        }
        let Some((last, others)) = arguments.split_last() else {
            self.text("()");
            return;
        };
        if self.can_hug(last, others) {
            self.text("(");
            for argument in others {
                self.expression(argument, Place::inner(0));
                self.text(", ");
            }
            self.broken(last, Place::inner(place.tail + 1));
            self.text(")");
        } else if place.soft && others.is_empty() && self.can_break_after_arrow(last) {
            self.text("(");
            self.broken(last, place.tail(place.tail + 1));
            self.newline();
            self.text(")");
        } else {
            self.one_a_line(arguments);
        }
    }

    fn one_a_line(&mut self, arguments: &[Expression]) {
        self.text("(");
        self.indented(|writer| {
            for argument in arguments {
                if writer.stopped() {
                    return;
                }
                writer.newline();
                writer.expression(argument, Place::argument(1));
                writer.text(",");
            }
        });
        self.newline();
        self.text(")");
    }

    /// Whether the last argument can begin on the line of the call and end it, as in
    /// `task("name", async (ctx) => {`.
    fn can_hug(&self, last: &Expression, others: &[Expression]) -> bool {
        let head = match last {
            Expression::Object(object) if !object.properties.is_empty() => "{".to_owned(),
            Expression::Array(items) if !items.is_empty() => "[".to_owned(),
            Expression::Arrow(arrow) => {
                let opening = match &arrow.body {
                    ArrowBody::Block(body) if !body.is_empty() => "{",
                    ArrowBody::Expression(Expression::Object(object))
                        if !object.properties.is_empty() =>
                    {
                        "({"
                    }
                    ArrowBody::Expression(Expression::Array(items)) if !items.is_empty() => "[",
                    _ => return false,
                };
                let signature =
                    flat::signature(&arrow.parameters, arrow.returns.as_ref(), self.room(0));
                let Some(signature) = signature else {
                    return false;
                };
                let asynchronous = if arrow.asynchronous { "async " } else { "" };
                format!("{asynchronous}{signature} => {opening}")
            }
            _ => return false,
        };
        self.first_line_fits(0, |writer| {
            writer.text("(");
            for argument in others {
                match flat::expression(argument, writer.room(2)) {
                    Some(text) => writer.text(&text),
                    None => writer.overflow(),
                }
                writer.text(", ");
            }
            writer.text(&head);
        })
    }

    /// Whether a single arrow function can begin on the line of the call and have its
    /// body on the next.
    fn can_break_after_arrow(&self, argument: &Expression) -> bool {
        let Expression::Arrow(arrow) = argument else {
            return false;
        };
        let ArrowBody::Expression(body) = &arrow.body else {
            return false;
        };
        if matches!(body, Expression::Array(_)) || precedence::begins_with_brace(body) {
            return false;
        }
        // `(`, `async `, ` =>`
        let room = self.room(if arrow.asynchronous { 10 } else { 4 });
        flat::signature(&arrow.parameters, arrow.returns.as_ref(), room).is_some()
    }
}
