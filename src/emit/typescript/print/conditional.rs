//! Conditionals: on one line, or with `?` and `:` at the starts of lines.

use super::super::ast::Expression;
use super::precedence::{self, Precedence};
use super::writer::{Place, Writer};
use super::{WIDTH, flat};

/// A test with what it leads to.
type Case<'a> = (&'a Expression, &'a Expression);

impl Writer {
    /// Conditionals that follow each other as alternatives are one list of cases, as
    /// long as each part keeps to a line.
    pub fn conditional(&mut self, expression: &Expression, place: Place) {
        let mut cases: Vec<Case> = Vec::new();
        let mut otherwise = expression;
        while let Expression::Conditional {
            test,
            consequent,
            alternate,
        } = otherwise
        {
            // `: test`, `? value`
            let fits = |part| flat::expression(part, self.room_below(2)).is_some();
            let is_case = cases.is_empty() || (fits(test) && fits(consequent));
            if !is_case {
                break;
            }
            cases.push((test, consequent));
            otherwise = alternate;
        }
        if self.ends_open(&cases, otherwise, place) {
            return;
        }
        let mut cases = cases.into_iter();
        if let Some((test, consequent)) = cases.next() {
            // What the test has on further lines stays apart from the branches.
            self.indented(|writer| {
                writer.at_least(test, Precedence::Coalesce, place.grouped().tail(0));
            });
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
                writer.branch(otherwise, Place::line(place.tail));
            });
        }
    }

    fn consequent(&mut self, consequent: &Expression) {
        self.newline();
        self.text("? ");
        self.branch(consequent, Place::line(0));
    }

    /// A branch; conditionals that are no case of the list are in parentheses.
    fn branch(&mut self, branch: &Expression, place: Place) {
        let nested = matches!(branch, Expression::Conditional { .. });
        self.wrapped(branch, nested, place);
    }

    /// `test ? value : {`: only the last alternative takes several lines, and what
    /// comes before it fits, which dprint always joins.
    fn ends_open(&mut self, cases: &[Case], otherwise: &Expression, place: Place) -> bool {
        if flat::expression(otherwise, self.room_below(place.tail + 2)).is_some() {
            return false;
        }
        let mut start = String::new();
        for (test, consequent) in cases {
            let Some(test) = flat_at_least(test, Precedence::Coalesce) else {
                return false;
            };
            let Some(consequent) = flat_branch(consequent) else {
                return false;
            };
            start.push_str(&format!("{test} ? {consequent} : "));
        }
        let print = |writer: &mut Self| {
            writer.text(&start);
            if matches!(otherwise, Expression::Conditional { .. }) {
                writer.wrapped(otherwise, true, place.hard());
            } else {
                writer.broken(otherwise, place.hard());
            }
        };
        if !self.first_line_fits(place.tail, print) {
            return false;
        }
        print(self);
        true
    }
}

fn flat_at_least(expression: &Expression, required: Precedence) -> Option<String> {
    if precedence::of(expression) < required {
        flat::parenthesised(expression, WIDTH)
    } else {
        flat::expression(expression, WIDTH)
    }
}

fn flat_branch(branch: &Expression) -> Option<String> {
    if matches!(branch, Expression::Conditional { .. }) {
        flat::parenthesised(branch, WIDTH)
    } else {
        flat::expression(branch, WIDTH)
    }
}
