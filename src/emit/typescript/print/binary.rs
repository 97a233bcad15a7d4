//! Binary operators: one operand a line, operators at the ends of lines.

use super::super::ast::{Binary, Expression, Operator};
use super::flat;
use super::precedence::{self, Precedence};
use super::writer::{Place, Writer, width};

struct Operand<'a> {
    expression: &'a Expression,
    parentheses: bool,
    /// The operator behind it.
    operator: Option<&'static str>,
}

impl Writer {
    pub fn binary(&mut self, binary: &Binary, place: Place) {
        let mut operands = Vec::new();
        flatten(binary, &mut operands);
        if self.hugged(&operands, binary.operator, place) {
            return;
        }
        let can_align = matches!(
            precedence::of_operator(binary.operator),
            Precedence::Additive | Precedence::Multiplicative | Precedence::Or | Precedence::And
        );
        let aligned = self.starts_line() && can_align && !place.hanging;
        let first_place = if self.starts_line() {
            Place::line(0)
        } else {
            Place::inner(0)
        };
        let mut rest = operands.iter();
        if let Some(first) = rest.next() {
            self.operand(first, first_place, place.tail);
        }
        let body = |writer: &mut Self| {
            for operand in rest {
                if writer.stopped() {
                    return;
                }
                writer.newline();
                writer.operand(operand, Place::line(0), place.tail);
            }
        };
        if aligned {
            body(self);
        } else {
            self.indented(body);
        }
    }

    fn operand(&mut self, operand: &Operand, place: Place, last_tail: usize) {
        let tail = match operand.operator {
            Some(operator) => operator.len() + 1,
            None => last_tail,
        };
        self.wrapped(operand.expression, operand.parentheses, place.tail(tail));
        if let Some(operator) = operand.operator {
            self.text(" ");
            self.text(operator);
        }
    }

    /// `call({ … }) ?? []`: a short fallback stays on the line where the call ends.
    fn hugged(&mut self, operands: &[Operand], operator: Operator, place: Place) -> bool {
        let [left, right] = operands else {
            return false;
        };
        if operator != Operator::Coalesce || left.parentheses || right.parentheses {
            return false;
        }
        let breaks = matches!(
            left.expression,
            Expression::Call(_) | Expression::New(_) | Expression::Await(_)
        );
        let Some(fallback) = flat::expression(right.expression, 20) else {
            return false;
        };
        if !breaks || flat::expression(left.expression, self.room(3)).is_some() {
            return false;
        }
        let tail = place.tail + 4 + width(&fallback);
        let inner = Place::inner(tail);
        if !self.first_line_fits(tail, |writer| writer.broken(left.expression, inner)) {
            return false;
        }
        self.broken(left.expression, inner);
        self.text(" ?? ");
        self.text(&fallback);
        true
    }
}

/// Operands that dprint breaks together: of the same operator, or of operators as
/// strong as each other for sums and products.
fn flatten<'a>(binary: &'a Binary, operands: &mut Vec<Operand<'a>>) {
    let operator = binary.operator;
    flatten_side(operator, &binary.left, false, operands);
    if let Some(last) = operands.last_mut() {
        last.operator = Some(precedence::symbol(operator));
    }
    flatten_side(operator, &binary.right, true, operands);
}

fn flatten_side<'a>(
    operator: Operator,
    expression: &'a Expression,
    right: bool,
    operands: &mut Vec<Operand<'a>>,
) {
    let parentheses = precedence::operand_needs_parentheses(operator, expression, right);
    if let Expression::Binary(inner) = expression
        && !parentheses
        && together(operator, inner.operator)
    {
        flatten(inner, operands);
    } else {
        operands.push(Operand {
            expression,
            parentheses,
            operator: None,
        });
    }
}

fn together(outer: Operator, inner: Operator) -> bool {
    let sum = |operator| matches!(operator, Operator::Add | Operator::Subtract);
    let product = |operator| matches!(operator, Operator::Multiply | Operator::Divide);
    (sum(outer) && sum(inner)) || (product(outer) && product(inner)) || outer == inner
}
