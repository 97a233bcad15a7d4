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

/// How many levels further in the parts of a broken operation are, as dprint has it.
struct Steps {
    /// The operands of the first operand.
    first: usize,
    /// The other operands.
    rest: usize,
    /// Their operands, on top of that.
    inner: usize,
}

impl Steps {
    /// Operands below each other: the operation starts a line.
    const ALIGNED: Self = Self {
        first: 1,
        rest: 0,
        inner: 1,
    };
    const HANGING: Self = Self {
        first: 2,
        rest: 1,
        inner: 1,
    };
    /// Itself an operand: what is around it has indented it already.
    const NESTED: Self = Self {
        first: 2,
        rest: 0,
        inner: 1,
    };
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
        if self.starts_line() && can_align && !place.hanging {
            self.operands(&operands, place, Steps::ALIGNED);
        } else {
            self.operands(&operands, place, Steps::HANGING);
        }
    }

    fn operands(&mut self, operands: &[Operand], place: Place, steps: Steps) {
        let mut rest = operands.iter();
        if let Some(first) = rest.next() {
            self.operand(first, place.grouped(), steps.first);
        }
        self.indented_by(steps.rest, |writer| {
            for operand in rest {
                if writer.stopped() {
                    return;
                }
                writer.newline();
                writer.operand(operand, Place::line(place.tail), steps.inner);
            }
        });
    }

    /// `inner`: the levels that the operands of an operand go further in.
    fn operand(&mut self, operand: &Operand, place: Place, inner: usize) {
        let place = match operand.operator {
            Some(operator) => place.tail(operator.len() + 1),
            None => place,
        };
        let text = if operand.parentheses {
            flat::parenthesised(operand.expression, self.room(place.tail))
        } else {
            flat::expression(operand.expression, self.room(place.tail))
        };
        match (text, operand.expression) {
            (Some(text), _) => self.text(&text),
            (None, Expression::Binary(binary)) if !operand.parentheses => {
                let mut operands = Vec::new();
                flatten(binary, &mut operands);
                self.indented_by(inner, |writer| {
                    writer.operands(&operands, place, Steps::NESTED);
                });
            }
            (None, expression) => self.wrapped(expression, operand.parentheses, place),
        }
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
