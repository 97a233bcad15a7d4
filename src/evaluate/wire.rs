//! How leaves travel: JSON into values, and back.

use super::codec::{Around, UNFIT};
use super::failure::{Failure, Stop};
use super::json::stringify;
use super::zone::{epoch_milliseconds, utc_text};
use super::{Decimal, Value};
use crate::types::json::{Json, JsonKind};
use crate::types::{
    Currency, DateTimeWire, DateWire, DecimalWire, FailureCode, IntegerWire, Kind, NO_CURRENCY,
    Record, currency, double, slash_milliseconds,
};

const NANOSECONDS: i128 = 1_000_000;

/// The value of a leaf that is known to fit.
pub(super) fn read(json: &Json, kind: &Kind, around: Around<'_>) -> Result<Value, Stop> {
    Ok(match (&json.kind, kind) {
        (JsonKind::Boolean(flag), Kind::Boolean) => Value::Boolean(*flag),
        (JsonKind::Number(digits), Kind::Integer(IntegerWire::Number)) => {
            Value::Integer(integer(digits)?)
        }
        (JsonKind::String(text), Kind::Integer(IntegerWire::String)) => {
            Value::Integer(integer(text)?)
        }
        (JsonKind::Number(digits), Kind::Decimal { wire, .. }) => {
            Value::Decimal(match (wire, wire_places(wire, around)?) {
                (_, Some(places)) => Decimal::from_minor(integer(digits)?, places)?,
                (_, None) => Decimal::from_number(double(digits).ok_or(UNFIT)?)?,
            })
        }
        (JsonKind::String(text), Kind::Decimal { .. }) => Value::Decimal(Decimal::read(text)?),
        (JsonKind::Number(digits), Kind::DateTime(wire)) => {
            let milliseconds = match wire {
                DateTimeWire::EpochSeconds => i128::from(integer(digits)?) * 1000,
                _ => i128::from(integer(digits)?),
            };
            Value::text(&utc_text(milliseconds * NANOSECONDS)?)
        }
        (JsonKind::String(text), Kind::DateTime(DateTimeWire::Slashes)) => {
            Value::text(&slashes(text)?)
        }
        (JsonKind::String(text), Kind::Date(DateWire::Slashes)) => {
            let instant = slashes(text)?;
            Value::text(instant.get(..10).ok_or(UNFIT)?)
        }
        (
            JsonKind::String(text) | JsonKind::Datetime(text),
            Kind::String(_) | Kind::Date(_) | Kind::DateTime(_),
        ) => Value::text(text),
        _ => return Err(UNFIT),
    })
}

/// The instant, in UTC, of `/Date(1709164800000+0000)/`.
fn slashes(text: &str) -> Result<String, Stop> {
    match slash_milliseconds(text).map(Value::number) {
        Some(Value::Integer(milliseconds)) => Ok(utc_text(i128::from(milliseconds) * NANOSECONDS)?),
        _ => Err(UNFIT),
    }
}

/// Digits, perhaps with a sign, a point or an exponent, that name a safe integer.
fn integer(digits: &str) -> Result<i64, Stop> {
    let number: f64 = digits.parse().map_err(|_| UNFIT)?;
    match Value::number(number) {
        Value::Integer(integer) => Ok(integer),
        _ => Err(UNFIT),
    }
}

/// The places of an amount in minor units.
fn wire_places(wire: &DecimalWire, around: Around<'_>) -> Result<Option<u32>, Stop> {
    let DecimalWire::Minor(minor) = wire else {
        return Ok(None);
    };
    Ok(match (minor, around) {
        (Currency::Places(places), _) => Some(*places),
        (Currency::Property(name), Some((record, json))) if record.has_currency(name) => {
            let code = json.get(name).and_then(|member| member.value.as_str());
            Some(code.and_then(currency::places).ok_or(UNFIT)?)
        }
        _ => None,
    })
}

/// A leaf, which is there, as it travels.
pub(super) fn write(
    value: &Value,
    kind: &Kind,
    around: Option<(&Record, &Value)>,
) -> Result<Value, Failure> {
    Ok(match (value, kind) {
        (Value::Decimal(decimal), Kind::Decimal { wire, .. }) => match wire {
            DecimalWire::Number => Value::number(decimal.to_number()?),
            DecimalWire::String => Value::text(&decimal.to_string()),
            DecimalWire::Minor(Currency::Places(places)) => {
                Value::Integer(decimal.to_minor(*places)?)
            }
            DecimalWire::Minor(Currency::Property(name)) => match around {
                Some((record, beside)) if record.has_currency(name) => {
                    Value::Integer(decimal.to_minor(places_beside(&beside.get(name))?)?)
                }
                // The amount stands apart from its currency.
                _ => Value::text(&decimal.to_string()),
            },
        },
        (Value::Integer(integer), Kind::Integer(IntegerWire::String)) => {
            Value::text(&integer.to_string())
        }
        (Value::String(text), Kind::Date(DateWire::Slashes)) => {
            let milliseconds = epoch_milliseconds(&format!("{text}T00:00:00Z"))?;
            Value::text(&format!("/Date({milliseconds}+0000)/"))
        }
        (Value::String(text), Kind::DateTime(wire)) => {
            let milliseconds = epoch_milliseconds(&text.to_string())?;
            match wire {
                DateTimeWire::Iso => value.clone(),
                DateTimeWire::EpochSeconds => Value::Integer(milliseconds.div_euclid(1000)),
                DateTimeWire::EpochMilliseconds => Value::Integer(milliseconds),
                DateTimeWire::Slashes => Value::text(&format!("/Date({milliseconds}+0000)/")),
            }
        }
        (value, _) => value.clone(),
    })
}

/// A date or an instant, given as text, as the JSON in which it travels; what its wire
/// cannot say is cut off. `None` for text that is neither.
pub fn moment_json(text: &str, kind: &Kind) -> Option<serde_json::Value> {
    let written = write(&Value::text(text), kind, None).ok()?;
    serde_json::from_str(&stringify(&written)).ok()
}

/// The places of the currency beside an amount.
fn places_beside(currency: &Value) -> Result<u32, Failure> {
    match currency {
        Value::String(code) => places_of(&code.to_string()),
        _ => Err(Failure::new(
            FailureCode::Missing,
            "an amount has no currency beside it",
        )),
    }
}

/// The places of a currency's minor unit.
pub(super) fn places_of(code: &str) -> Result<u32, Failure> {
    currency::places(code).ok_or_else(|| Failure::of(NO_CURRENCY))
}
