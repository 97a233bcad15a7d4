//! Conversions between kinds.

use super::{Arguments, Given, UNFIT};
use crate::evaluate::failure::Failure;
use crate::evaluate::machine::Machine;
use crate::evaluate::{Decimal, MAX_SAFE_INTEGER, Text, Value, json};
use crate::types::NO_INTEGER;

pub(super) fn call(
    machine: &mut Machine<'_, '_>,
    name: &str,
    arguments: &Arguments<'_, '_>,
) -> Option<Given> {
    let value = arguments.get(0)?;
    Some(match (name, value) {
        ("decimal", Value::String(text)) => decimal(text),
        ("decimal", Value::Decimal(_))
        | ("integer", Value::Integer(_))
        | ("text", Value::String(_)) => Ok(value.clone()),
        ("integer", Value::String(text)) => integer(text),
        ("integer", Value::Decimal(decimal)) => {
            decimal.to_integer().map(Value::Integer).map_err(Into::into)
        }
        ("text", value) => text(value).map(Value::String).ok_or(UNFIT.into()),
        ("json", value) => {
            let text = json::stringify(value);
            machine.charge(text.len()).map(|()| Value::text(&text))
        }
        _ => return None,
    })
}

fn decimal(text: &Text) -> Given {
    // Half a character is no digit, whatever stands in its place.
    Ok(Value::Decimal(Decimal::read(&text.to_string())?))
}

/// Digits with a sign, nothing else.
fn integer(text: &Text) -> Given {
    let text = text.to_string();
    let digits = text.strip_prefix(['+', '-']).unwrap_or(&text);
    if digits.is_empty() || !digits.bytes().all(|byte| byte.is_ascii_digit()) {
        return Err(Failure::of(NO_INTEGER).into());
    }
    let integer = text.parse().ok();
    let safe = integer.filter(|integer: &i64| integer.abs() <= MAX_SAFE_INTEGER);
    Ok(Value::Integer(safe.ok_or_else(Failure::unsafe_integer)?))
}

/// A string, number or boolean as text.
pub(in crate::evaluate) fn text(value: &Value) -> Option<Text> {
    Some(match value {
        Value::String(text) => text.clone(),
        Value::Integer(integer) => integer.to_string().as_str().into(),
        Value::Boolean(flag) => flag.to_string().as_str().into(),
        Value::Decimal(decimal) => decimal.to_string().as_str().into(),
        _ => return None,
    })
}
