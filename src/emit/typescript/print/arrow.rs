//! Arrow functions.

use super::super::ast::{Arrow, ArrowBody, Expression};
use super::flat;
use super::precedence;
use super::writer::{Place, Writer};

impl Writer {
    pub fn arrow(&mut self, arrow: &Arrow, place: Place) {
        if arrow.asynchronous {
            self.text("async ");
        }
        let body_room = match &arrow.body {
            ArrowBody::Block(_) => 5,
            ArrowBody::Expression(_) => 3,
        };
        self.signature(&arrow.parameters, arrow.returns.as_ref(), body_room);
        self.text(" =>");
        match &arrow.body {
            ArrowBody::Block(body) => {
                self.text(" ");
                self.block(body);
            }
            ArrowBody::Expression(body) => self.arrow_body(body, place),
        }
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
                self.broken(body, place);
            }
            (None, _) if wrapped => {
                self.text(" ");
                self.wrapped(body, true, place);
            }
            (None, _) => self.indented(|writer| {
                writer.newline();
                writer.expression(body, Place::line(place.tail));
            }),
        }
    }
}
