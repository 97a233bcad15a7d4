//! Conditionals: on one line, or with `?` and `:` at the starts of lines.

use super::super::ast::Expression;
use super::flat;
use super::precedence::Precedence;
use super::writer::{Place, Writer};

impl Writer {
    /// Conditionals that follow each other as alternatives are one list of cases.
    pub fn conditional(&mut self, expression: &Expression, place: Place) {
        let mut cases = Vec::new();
        let mut otherwise = expression;
        while let Expression::Conditional {
            test,
            consequent,
            alternate,
        } = otherwise
        {
            cases.push((&**test, &**consequent));
            otherwise = alternate;
        }
        if self.ends_open(&cases, otherwise, place) {
            return;
        }
        let mut cases = cases.into_iter();
        if let Some((test, consequent)) = cases.next() {
            self.at_least(test, Precedence::Coalesce, Place::line(0));
            self.indented(|writer| {
                writer.consequent(consequent);
                for (test, consequent) in cases {
                    if writer.stopped() {
                        return;
                    }
                    writer.newline();
                    writer.text(": ");
                    writer.at_least(test, Precedence::Coalesce, Place::line(0));
                    writer.consequent(consequent);
                }
                writer.newline();
                writer.text(": ");
                writer.expression(otherwise, Place::line(place.tail));
            });
        }
    }

    fn consequent(&mut self, consequent: &Expression) {
        self.newline();
        self.text("? ");
        let nested = matches!(consequent, Expression::Conditional { .. });
        self.wrapped(consequent, nested, Place::line(0));
    }

    /// `test ? value : {`: only the last alternative takes several lines, and what
    /// comes before it fits, which dprint always joins.
    fn ends_open(
        &mut self,
        cases: &[(&Expression, &Expression)],
        otherwise: &Expression,
        place: Place,
    ) -> bool {
        if flat::expression(otherwise, self.room_below(place.tail + 2)).is_some() {
            return false;
        }
        let print = |writer: &mut Self| {
            for (test, consequent) in cases {
                for (part, separator) in [(*test, " ? "), (*consequent, " : ")] {
                    let required = if separator == " ? " {
                        Precedence::Coalesce
                    } else {
                        Precedence::Assignment
                    };
                    let nested = matches!(part, Expression::Conditional { .. });
                    if flat::expression(part, writer.room(0)).is_none() {
                        writer.overflow();
                    }
                    if nested {
                        writer.wrapped(part, true, Place::inner(0));
                    } else {
                        writer.at_least(part, required, Place::inner(0));
                    }
                    writer.text(separator);
                }
            }
            writer.broken(otherwise, place.hard());
        };
        if !self.first_line_fits(place.tail, print) {
            return false;
        }
        print(self);
        true
    }
}
