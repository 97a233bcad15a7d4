//! Values by their types: read from JSON, and written back, as the generated decoders
//! and encoders do.

use super::failure::{Failure, Stop};
use super::text::Text;
use super::{Decimal, Value, json};
use crate::types::json::{Json, JsonKind};
use crate::types::{DecimalWire, IntegerWire, Kind, RecordId, Step, Ty, Types, check, double};

/// Reads JSON by a type, as a value that is called `place` in failures.
///
/// # Errors
/// The first place where it does not fit.
pub fn decode(
    value: &serde_json::Value,
    ty: &Ty,
    types: &Types,
    place: &str,
) -> Result<Value, Stop> {
    let json = Json::from(value);
    check(&json, ty, types).map_err(|mismatch| {
        let failure = Failure::from(mismatch);
        failure.within(Step::Key(place.to_owned()))
    })?;
    read(&json, ty, types)
}

/// The value of JSON that is known to fit.
fn read(json: &Json, ty: &Ty, types: &Types) -> Result<Value, Stop> {
    Ok(match (&json.kind, &ty.kind) {
        (_, Kind::Error | Kind::Unknown) => json::any(json),
        (JsonKind::Null, _) => Value::Null,
        (JsonKind::Boolean(flag), Kind::Boolean) => Value::Boolean(*flag),
        (JsonKind::Number(digits), Kind::Integer(IntegerWire::Number)) => integer(digits)?,
        (
            JsonKind::Number(digits),
            Kind::Decimal {
                wire: DecimalWire::Number,
                ..
            },
        ) => Value::Decimal(Decimal::from_number(double(digits).ok_or(UNFIT)?)?),
        (JsonKind::String(text), Kind::Integer(IntegerWire::String)) => integer(text)?,
        (
            JsonKind::String(text),
            Kind::Decimal {
                wire: DecimalWire::String,
                ..
            },
        ) => Value::Decimal(Decimal::read(text)?),
        (
            JsonKind::String(text) | JsonKind::Datetime(text),
            Kind::String(_) | Kind::Date(_) | Kind::DateTime(_),
        ) => Value::text(text),
        (JsonKind::Array(items), Kind::Array(item)) => {
            let items: Result<Vec<Value>, Stop> =
                items.iter().map(|value| read(value, item, types)).collect();
            Value::array(items?)
        }
        (JsonKind::Object(members), Kind::Map(value)) => {
            let entries: Result<Vec<(Text, Value)>, Stop> = members
                .iter()
                .map(|member| {
                    let value = read(&member.value, value, types)?;
                    Ok((member.name.as_str().into(), value))
                })
                .collect();
            Value::object(entries?)
        }
        (JsonKind::Object(_), Kind::Record(id)) => {
            let fields = &types.record(*id).fields;
            let entries: Result<Vec<(Text, Value)>, Stop> = fields
                .iter()
                .map(|field| {
                    let value = match json.get(&field.name) {
                        Some(member) => read(&member.value, &field.ty, types)?,
                        None => Value::Missing,
                    };
                    Ok((field.name.as_str().into(), value))
                })
                .collect();
            Value::object(entries?)
        }
        _ => return Err(UNFIT),
    })
}

const UNFIT: Stop = Stop::Fault("JSON that was found to fit its type does not");

/// Digits, perhaps with a sign, a point or an exponent, that name a safe integer.
fn integer(digits: &str) -> Result<Value, Stop> {
    let number: f64 = digits.parse().map_err(|_| UNFIT)?;
    match Value::number(number) {
        integer @ Value::Integer(_) => Ok(integer),
        _ => Err(UNFIT),
    }
}

/// Writes a value by its type: what is then left is JSON, with what is missing.
///
/// # Errors
/// Decimals with more digits than the number holds that they travel as.
pub fn encode(value: &Value, ty: &Ty, types: &Types) -> Result<Value, Failure> {
    if value.is_absent() || !needs_encoder(ty, types, &mut Vec::new()) {
        return Ok(value.clone());
    }
    Ok(match (value, &ty.kind) {
        (Value::Decimal(decimal), Kind::Decimal { wire, .. }) => match wire {
            DecimalWire::Number => Value::number(decimal.to_number()?),
            DecimalWire::String => Value::text(&decimal.to_string()),
        },
        (Value::Integer(integer), Kind::Integer(IntegerWire::String)) => {
            Value::text(&integer.to_string())
        }
        (Value::Array(items), Kind::Array(item)) => {
            let items: Result<Vec<Value>, Failure> = items
                .iter()
                .map(|value| encode(value, item, types))
                .collect();
            Value::array(items?)
        }
        (Value::Object(object), Kind::Map(value)) => {
            let entries: Result<Vec<(Text, Value)>, Failure> = object
                .enumerated()
                .into_iter()
                .map(|(name, entry)| Ok((name.clone(), encode(entry, value, types)?)))
                .collect();
            Value::object(entries?)
        }
        (Value::Object(_), Kind::Record(id)) => {
            let fields = &types.record(*id).fields;
            let entries: Result<Vec<(Text, Value)>, Failure> = fields
                .iter()
                .map(|field| {
                    let entry = encode(&value.get(&field.name), &field.ty, types)?;
                    Ok((field.name.as_str().into(), entry))
                })
                .collect();
            Value::object(entries?)
        }
        (value, _) => value.clone(),
    })
}

/// Whether a value of the type differs from its JSON.
fn needs_encoder(ty: &Ty, types: &Types, open: &mut Vec<RecordId>) -> bool {
    match &ty.kind {
        Kind::Decimal { .. } | Kind::Integer(IntegerWire::String) => true,
        Kind::Array(item) | Kind::Map(item) => needs_encoder(item, types, open),
        Kind::Record(id) if !open.contains(id) => {
            open.push(*id);
            let fields = &types.record(*id).fields;
            fields
                .iter()
                .any(|field| needs_encoder(&field.ty, types, open))
        }
        _ => false,
    }
}
