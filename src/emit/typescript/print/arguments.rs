//! Arguments of calls.

use super::super::ast::{Arrow, ArrowBody, Expression, Type};
use super::flat;
use super::precedence;
use super::statement::is_empty;
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
        } else if let (Some((arrow, body)), true) = (
            self.breakable_arrow(last),
            place.is_soft() && others.is_empty(),
        ) {
            self.text("(");
            self.arrow_head(arrow);
            self.indented(|writer| {
                writer.newline();
                writer.expression(body, Place::line(0));
            });
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
                    ArrowBody::Block(body) if !is_empty(body) => "{",
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

    /// An arrow function that can begin on the line of the call and have its body on
    /// the next.
    fn breakable_arrow<'a>(&self, argument: &'a Expression) -> Option<(&'a Arrow, &'a Expression)> {
        let Expression::Arrow(arrow) = argument else {
            return None;
        };
        let ArrowBody::Expression(body) = &arrow.body else {
            return None;
        };
        if matches!(body, Expression::Array(_)) || precedence::begins_with_brace(body) {
            return None;
        }
        // `(`, `async `, ` =>`
        let room = self.room(if arrow.asynchronous { 10 } else { 4 });
        flat::signature(&arrow.parameters, arrow.returns.as_ref(), room)?;
        Some((arrow, body))
    }
}
