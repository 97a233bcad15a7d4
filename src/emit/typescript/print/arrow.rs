//! Arrow functions.

use super::super::ast::{Arrow, ArrowBody, Expression};
use super::flat;
use super::precedence;
use super::statement::is_empty;
use super::writer::{Place, Writer};

impl Writer {
    pub fn arrow(&mut self, arrow: &Arrow, place: Place) {
        // ` =>` and what opens the body on the same line.
        let opening = match &arrow.body {
            ArrowBody::Block(body) if is_empty(body) => 6 + place.tail,
            ArrowBody::Expression(Expression::Array(items)) if items.is_empty() => 6 + place.tail,
            ArrowBody::Block(_) | ArrowBody::Expression(Expression::Array(_)) => 5,
            ArrowBody::Expression(Expression::Object(object)) if object.properties.is_empty() => {
                8 + place.tail
            }
            ArrowBody::Expression(Expression::Object(_)) => 6,
            ArrowBody::Expression(_) => 3,
        };
        self.arrow_signature(arrow, opening);
        match &arrow.body {
            ArrowBody::Block(body) => {
                self.text(" ");
                self.block(body);
            }
            ArrowBody::Expression(body) => self.arrow_body(body, place),
        }
    }

    /// `(parameters) =>`, ending its line.
    pub fn arrow_head(&mut self, arrow: &Arrow) {
        self.arrow_signature(arrow, 3);
    }

    fn arrow_signature(&mut self, arrow: &Arrow, tail: usize) {
        if arrow.asynchronous {
            self.text("async ");
        }
        self.signature(&arrow.parameters, arrow.returns.as_ref(), tail);
        self.text(" =>");
    }

    fn arrow_body(&mut self, body: &Expression, place: Place) {
        let wrapped = precedence::begins_with_brace(body);
        let room = self.room(place.tail + 1);
        let text = if wrapped {
            flat::parenthesised(body, room)
        } else {
            flat::expression(body, room)
        };
        match (text, body) {
            (Some(text), _) => {
                self.text(" ");
                self.text(&text);
            }
            (None, Expression::Array(_)) => {
                self.text(" ");
                self.broken(body, place.grouped());
            }
            (None, _) if wrapped => {
                self.text(" ");
                self.indented_like_line(|writer| writer.wrapped(body, true, place.grouped()));
            }
            (None, _) => {
                if !place.is_soft() {
                    self.overflow();
                }
                self.indented(|writer| {
                    writer.newline();
                    writer.expression(body, Place::line(place.tail));
                });
            }
        }
    }
}
