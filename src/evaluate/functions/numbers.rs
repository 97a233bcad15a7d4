//! Functions of numbers.

use super::{Arguments, Given, UNFIT};
use crate::evaluate::decimal::{Decimal, Rounding};
use crate::evaluate::failure::{Failure, Stop};
use crate::evaluate::machine::Halt;
use crate::evaluate::{MAX_SAFE_INTEGER, Value};
use crate::expression::functions::{Pattern, Returns};

pub(super) fn call(name: &str, arguments: &Arguments<'_, '_>) -> Option<Given> {
    Some(match name {
        "round" => round(arguments),
        "divide" => divide(arguments),
        "toFixed" => to_fixed(arguments),
        "sum" => sum(arguments),
        "min" => extreme(arguments, std::cmp::Ordering::Less),
        "max" => extreme(arguments, std::cmp::Ordering::Greater),
        "abs" => abs(arguments),
        _ => return None,
    })
}

fn round(arguments: &Arguments<'_, '_>) -> Given {
    let (places, mode) = (places(arguments, 1)?, mode(arguments, 2)?);
    Ok(Value::Decimal(arguments.decimal(0)?.round(places, mode)?))
}

fn divide(arguments: &Arguments<'_, '_>) -> Given {
    let (dividend, divisor) = (arguments.decimal(0)?, arguments.decimal(1)?);
    let (places, mode) = (places(arguments, 2)?, mode(arguments, 3)?);
    Ok(Value::Decimal(dividend.divided_by(divisor, places, mode)?))
}

fn to_fixed(arguments: &Arguments<'_, '_>) -> Given {
    let places = places(arguments, 1)?;
    let text = match arguments.value(0)? {
        Value::Decimal(decimal) => decimal.to_fixed(places)?,
        Value::Integer(integer) => Decimal::from(*integer).to_fixed(places)?,
        _ => return Err(UNFIT.into()),
    };
    Ok(Value::text(&text))
}

fn places(arguments: &Arguments<'_, '_>, at: usize) -> Result<u32, Stop> {
    u32::try_from(arguments.integer(at)?).map_err(|_| UNFIT)
}

fn mode(arguments: &Arguments<'_, '_>, at: usize) -> Result<Rounding, Stop> {
    match arguments.get(at) {
        Some(_) => {
            let name = arguments.text(at)?.to_string();
            Rounding::named(&name).ok_or(UNFIT)
        }
        None => Ok(Rounding::default()),
    }
}

fn sum(arguments: &Arguments<'_, '_>) -> Given {
    let items = arguments.array(0)?;
    if arguments.signature.returns == Returns::Is(Pattern::Integer) {
        let mut total = 0i64;
        for item in items.iter() {
            let Value::Integer(integer) = item else {
                return Err(UNFIT.into());
            };
            total = safe(total.checked_add(*integer))?;
        }
        return Ok(Value::Integer(total));
    }
    let mut total = Decimal::zero();
    for item in items.iter() {
        let Value::Decimal(decimal) = item else {
            return Err(UNFIT.into());
        };
        total = total.plus(decimal)?;
    }
    Ok(Value::Decimal(total))
}

/// A result that JavaScript's numbers hold exactly.
pub(in crate::evaluate) fn safe(result: Option<i64>) -> Result<i64, Halt> {
    result
        .filter(|integer| integer.abs() <= MAX_SAFE_INTEGER)
        .ok_or_else(|| Failure::unsafe_integer().into())
}

/// The first of those that are furthest in a direction; of none, missing.
fn extreme(arguments: &Arguments<'_, '_>, wanted: std::cmp::Ordering) -> Given {
    let two;
    let values: &[Value] = if arguments.of_array() {
        arguments.array(0)?
    } else {
        two = [arguments.value(0)?.clone(), arguments.value(1)?.clone()];
        &two
    };
    let mut best: Option<&Value> = None;
    for value in values {
        let better = match (best, value) {
            (None, _) => true,
            (Some(Value::Integer(best)), Value::Integer(value)) => value.cmp(best) == wanted,
            (Some(Value::Decimal(best)), Value::Decimal(value)) => value.compare(best) == wanted,
            _ => return Err(UNFIT.into()),
        };
        if better {
            best = Some(value);
        }
    }
    Ok(best.cloned().unwrap_or(Value::Missing))
}

fn abs(arguments: &Arguments<'_, '_>) -> Given {
    Ok(match arguments.value(0)? {
        Value::Integer(integer) => Value::Integer(integer.abs()),
        Value::Decimal(decimal) => Value::Decimal(decimal.abs()),
        _ => return Err(UNFIT.into()),
    })
}
