//! Template literals that do not fit: the text stays, holes may take lines of their own.

use super::super::ast::{Expression, Template};
use super::super::quote;
use super::flat;
use super::writer::{Place, Writer, width};

impl Writer {
    pub fn template(&mut self, template: &Template, place: Place) {
        let chunks: Vec<String> = template
            .strings
            .iter()
            .map(|text| quote::template_chunk(text))
            .collect();
        self.text("`");
        for (position, chunk) in chunks.iter().enumerate() {
            if self.stopped() {
                return;
            }
            self.text(chunk);
            let Some(value) = template.values.get(position) else {
                continue;
            };
            self.text("${");
            // What has to fit before the next place to break.
            let mut tail = 1;
            for next in position + 1..chunks.len() {
                tail += chunks.get(next).map_or(0, |chunk| width(chunk));
                match template.values.get(next) {
                    None => tail += 1 + place.tail,
                    Some(hole) if breaks(hole) => {
                        tail += 2;
                        break;
                    }
                    Some(hole) => {
                        tail +=
                            3 + flat::expression(hole, usize::MAX).map_or(0, |text| width(&text));
                    }
                }
            }
            let room = if breaks(value) {
                self.room(tail)
            } else {
                usize::MAX
            };
            match flat::expression(value, room) {
                Some(text) => self.text(&text),
                None if breaks(value) => {
                    if !place.is_soft() {
                        self.overflow();
                    }
                    self.indented(|writer| {
                        writer.newline();
                        writer.expression(value, Place::line(0));
                    });
                    self.newline();
                }
                None => self.expression(value, Place::inner(0)),
            }
            self.text("}");
        }
        self.text("`");
    }
}

/// Whether dprint has a place to break in the literal.
pub(super) fn can_break(template: &Template) -> bool {
    template.values.iter().any(breaks)
}

/// Whether a hole may be put on lines of its own.
fn breaks(hole: &Expression) -> bool {
    match hole {
        Expression::Conditional { .. } | Expression::Binary(_) => true,
        Expression::Member(_) | Expression::Index(_) | Expression::Call(_) => !is_kept(hole),
        _ => false,
    }
}

/// Paths and calls without arguments stay on the line.
fn is_kept(hole: &Expression) -> bool {
    match hole {
        Expression::Identifier(_) | Expression::String(_) => true,
        Expression::Member(member) => {
            quote::is_identifier(&member.property) && is_kept(&member.object)
        }
        Expression::Call(call) => call.arguments.is_empty() && is_kept(&call.callee),
        _ => false,
    }
}
