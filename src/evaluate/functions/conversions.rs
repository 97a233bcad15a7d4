//! Conversions between kinds.

use std::fmt::Write as _;

use sha2::{Digest, Sha256};

use super::{Arguments, Given, UNFIT};
use crate::evaluate::failure::Failure;
use crate::evaluate::machine::{Halt, Machine};
use crate::evaluate::{Decimal, MAX_SAFE_INTEGER, Text, Value, codec, json, wire};
use crate::expression::functions::Emit;
use crate::types::{FailureCode, NO_INTEGER};

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
        ("decimal", Value::Integer(integer)) => Decimal::from_minor(*integer, 0)
            .map(Value::Decimal)
            .map_err(Into::into),
        ("integer", Value::String(text)) => integer(text),
        ("integer", Value::Decimal(decimal)) => {
            decimal.to_integer().map(Value::Integer).map_err(Into::into)
        }
        ("text", value) => text(value).map(Value::String).ok_or(UNFIT.into()),
        ("oneOf", _) => one_of(arguments),
        ("json", _) => json_text(machine, arguments).map(|text| Value::text(&text)),
        ("hash", _) => hash(machine, arguments),
        ("fromMinor", Value::Integer(amount)) => from_minor(*amount, arguments),
        ("toMinor", Value::Decimal(amount)) => to_minor(amount, arguments),
        ("qbo", value) => qbo(value),
        ("soql", value) => soql(value, arguments),
        _ => return None,
    })
}

fn one_of(arguments: &Arguments<'_, '_>) -> Given {
    let (text, words) = (arguments.value(0)?, arguments.array(1)?);
    if words.contains(text) {
        return Ok(text.clone());
    }
    Err(Failure::new(FailureCode::NotOneOf, "expected one of the allowed words").into())
}

/// The first argument, as its type travels, as JSON in one form.
fn json_text(machine: &mut Machine<'_, '_>, arguments: &Arguments<'_, '_>) -> Result<String, Halt> {
    let ty = &arguments.written.first().ok_or(UNFIT)?.ty;
    let written = codec::encode(arguments.value(0)?, ty, machine.types())?;
    let text = json::canonical(&written);
    machine.charge(text.len())?;
    Ok(text)
}

fn hash(machine: &mut Machine<'_, '_>, arguments: &Arguments<'_, '_>) -> Given {
    let text = match (arguments.signature.emit, arguments.value(0)?) {
        (Emit::Helper(_), Value::String(text)) => text.to_string(),
        _ => json_text(machine, arguments)?,
    };
    let mut digits = String::with_capacity(64);
    for byte in Sha256::digest(text.as_bytes()) {
        // Writing to a String does not fail.
        let _ = write!(digits, "{byte:02x}");
    }
    Ok(Value::text(&digits))
}

fn from_minor(amount: i64, arguments: &Arguments<'_, '_>) -> Given {
    let places = wire::places_of(&arguments.text(1)?.to_string())?;
    Ok(Value::Decimal(Decimal::from_minor(amount, places)?))
}

fn to_minor(amount: &Decimal, arguments: &Arguments<'_, '_>) -> Given {
    let places = wire::places_of(&arguments.text(1)?.to_string())?;
    Ok(Value::Integer(amount.to_minor(places)?))
}

/// A value in quotes, for a query of QuickBooks.
fn qbo(value: &Value) -> Given {
    let plain = text(value).ok_or(UNFIT)?.to_string();
    Ok(Value::text(&match value {
        Value::Boolean(_) => plain,
        _ => format!("'{}'", escaped(&plain)),
    }))
}

/// A value for a query of Salesforce: text in quotes, which a date is not.
fn soql(value: &Value, arguments: &Arguments<'_, '_>) -> Given {
    let plain = text(value).ok_or(UNFIT)?.to_string();
    Ok(Value::text(&match arguments.signature.emit {
        Emit::Helper(_) => {
            let lines = escaped(&plain).replace('\n', "\\n").replace('\r', "\\r");
            format!("'{lines}'")
        }
        _ => plain,
    }))
}

fn escaped(text: &str) -> String {
    text.replace('\\', "\\\\").replace('\'', "\\'")
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
