//! Arithmetic, comparison and indexes, by what they work on.

use std::cmp::Ordering;

use super::failure::{Failure, Stop};
use super::functions::safe;
use super::machine::{Halt, Machine};
use super::{Value, zone};
use crate::expression::{Arithmetic, Comparison, Number, Operand, Typed};
use crate::types::FailureCode;

type Given = Result<Value, Halt>;

const UNFIT: Stop = Stop::Fault("an operator was given what it does not take");

pub(super) fn negate(number: Number, value: &Value) -> Given {
    match (number, value) {
        (Number::Integer, Value::Integer(integer)) => Ok(Value::Integer(-integer)),
        (Number::Decimal, Value::Decimal(decimal)) => Ok(Value::Decimal(decimal.negated())),
        _ => Err(UNFIT.into()),
    }
}

/// Integers fail where JavaScript's numbers are not exact; decimals beyond 34 digits.
pub(super) fn arithmetic(
    operator: Arithmetic,
    number: Number,
    left: &Value,
    right: &Value,
) -> Given {
    match (number, left, right) {
        (Number::Integer, Value::Integer(left), Value::Integer(right)) => {
            let result = match operator {
                Arithmetic::Add => left.checked_add(*right),
                Arithmetic::Subtract => left.checked_sub(*right),
                Arithmetic::Multiply => left.checked_mul(*right),
                Arithmetic::Remainder if *right == 0 => {
                    return Err(
                        Failure::new(FailureCode::DivisionByZero, "division by zero").into(),
                    );
                }
                Arithmetic::Remainder => left.checked_rem(*right),
            };
            Ok(Value::Integer(safe(result)?))
        }
        (Number::Decimal, Value::Decimal(left), Value::Decimal(right)) => {
            Ok(Value::Decimal(match operator {
                Arithmetic::Add => left.plus(right)?,
                Arithmetic::Subtract => left.minus(right)?,
                Arithmetic::Multiply => left.times(right)?,
                Arithmetic::Remainder => return Err(UNFIT.into()),
            }))
        }
        _ => Err(UNFIT.into()),
    }
}

/// The item at an index from 0; missing beyond the ends.
pub(super) fn item(array: &Value, index: &Value) -> Given {
    match (array, index) {
        (Value::Array(items), Value::Integer(index)) => {
            let item = usize::try_from(*index).ok().and_then(|at| items.get(at));
            Ok(item.cloned().unwrap_or(Value::Missing))
        }
        _ => Err(UNFIT.into()),
    }
}

/// Compares. Of decimals and instants an optional side comes first, and where it is
/// absent the other is not evaluated, since the generated code calls a method of it.
pub(super) fn compare<'m>(
    machine: &mut Machine<'_, 'm>,
    operator: Comparison,
    operand: Operand,
    left: &'m Typed,
    right: &'m Typed,
) -> Given {
    let equality = matches!(operator, Comparison::Equal | Comparison::NotEqual);
    let by_method = matches!(operand, Operand::Decimal | Operand::DateTime);
    let order = if by_method {
        let right_first = equality && right.ty.is_optional() && !left.ty.is_optional();
        let (first, second) = if right_first {
            (right, left)
        } else {
            (left, right)
        };
        let first = machine.eval(first)?;
        if first.is_absent() {
            None
        } else {
            let second = machine.eval(second)?;
            let order = ordered(operand, &first, &second)?;
            Some(if right_first { order.reverse() } else { order })
        }
    } else {
        let (left, right) = (machine.eval(left)?, machine.eval(right)?);
        if equality {
            // An absent side is unequal to all that is there.
            let equal = left == right || (left.is_absent() && right.is_absent());
            equal.then_some(Ordering::Equal)
        } else {
            Some(ordered(operand, &left, &right)?)
        }
    };
    Ok(Value::Boolean(match operator {
        Comparison::Equal => order == Some(Ordering::Equal),
        Comparison::NotEqual => order != Some(Ordering::Equal),
        Comparison::Less => order == Some(Ordering::Less),
        Comparison::LessOrEqual => order.is_some_and(Ordering::is_le),
        Comparison::Greater => order == Some(Ordering::Greater),
        Comparison::GreaterOrEqual => order.is_some_and(Ordering::is_ge),
    }))
}

fn ordered(operand: Operand, left: &Value, right: &Value) -> Result<Ordering, Halt> {
    Ok(match (operand, left, right) {
        (Operand::Integer, Value::Integer(left), Value::Integer(right)) => left.cmp(right),
        (Operand::Decimal, Value::Decimal(left), Value::Decimal(right)) => left.compare(right),
        (Operand::DateTime, Value::String(left), Value::String(right)) => {
            let time = |text: &super::Text| -> Result<i128, Failure> {
                zone::nanoseconds(&text.to_string())
            };
            time(left)?.cmp(&time(right)?)
        }
        (_, Value::String(left), Value::String(right)) => left.cmp(right),
        (_, Value::Boolean(left), Value::Boolean(right)) => left.cmp(right),
        _ => return Err(UNFIT.into()),
    })
}
