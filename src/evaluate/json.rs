//! JSON in and out, as JavaScript reads and writes it.

use std::fmt::Write as _;

use super::Value;
use super::failure::Failure;
use super::text::Text;
use crate::types::json::{Json, JsonKind};
use crate::types::{FailureCode, Step, double};

/// JSON of any shape as a value: what `JSON.parse` gives.
pub fn from_json(json: &serde_json::Value) -> Value {
    any(&Json::from(json))
}

/// [`from_json`], of JSON with spans.
pub fn any(json: &Json) -> Value {
    match &json.kind {
        JsonKind::Null | JsonKind::Invalid => Value::Null,
        JsonKind::Boolean(flag) => Value::Boolean(*flag),
        JsonKind::Number(digits) => Value::number(double(digits).unwrap_or(f64::NAN)),
        JsonKind::String(text) | JsonKind::Datetime(text) => Value::text(text),
        JsonKind::Array(items) => Value::array(items.iter().map(any).collect()),
        JsonKind::Object(members) => Value::object(
            members
                .iter()
                .map(|member| (member.name.as_str().into(), any(&member.value)))
                .collect(),
        ),
    }
}

/// A value that holds nothing but JSON as text, as `JSON.stringify` writes it: what is
/// missing is left out of objects and `null` in arrays. Empty where the value itself is
/// missing.
pub fn stringify(value: &Value) -> String {
    let mut out = String::new();
    if *value != Value::Missing {
        write(value, &mut out);
    }
    out
}

fn write(value: &Value, out: &mut String) {
    match value {
        Value::Missing | Value::Null => out.push_str("null"),
        Value::Boolean(flag) => out.push_str(if *flag { "true" } else { "false" }),
        Value::Integer(integer) => out.push_str(&integer.to_string()),
        Value::Number(number) if number.is_finite() => out.push_str(&number_text(*number)),
        Value::Number(_) => out.push_str("null"),
        // An encoder writes decimals; one that is here is shown all the same.
        Value::Decimal(decimal) => out.push_str(&decimal.to_string()),
        Value::String(text) => quote(text, out),
        Value::Array(items) => {
            out.push('[');
            for (at, item) in items.iter().enumerate() {
                if at > 0 {
                    out.push(',');
                }
                write(item, out);
            }
            out.push(']');
        }
        Value::Object(object) => {
            out.push('{');
            for (at, (name, value)) in object.enumerated().into_iter().enumerate() {
                if at > 0 {
                    out.push(',');
                }
                quote(name, out);
                out.push(':');
                write(value, out);
            }
            out.push('}');
        }
    }
}

/// A value that holds nothing but JSON as text in the one form of RFC 8785: keys in the
/// order of their UTF-16 units. What is missing is left out of objects, and `null`
/// elsewhere.
pub(super) fn canonical(value: &Value) -> String {
    let mut out = String::new();
    write_canonical(value, &mut out);
    out
}

fn write_canonical(value: &Value, out: &mut String) {
    match value {
        Value::Array(items) => {
            out.push('[');
            for (at, item) in items.iter().enumerate() {
                if at > 0 {
                    out.push(',');
                }
                write_canonical(item, out);
            }
            out.push(']');
        }
        Value::Object(object) => {
            let mut entries = object.enumerated();
            entries.sort_by(|(left, _), (right, _)| left.cmp(right));
            out.push('{');
            for (at, (name, value)) in entries.into_iter().enumerate() {
                if at > 0 {
                    out.push(',');
                }
                quote(name, out);
                out.push(':');
                write_canonical(value, out);
            }
            out.push('}');
        }
        value => write(value, out),
    }
}

/// Text in quotes; half a surrogate pair that stands alone is an escape.
fn quote(text: &Text, out: &mut String) {
    out.push('"');
    for character in char::decode_utf16(text.units().iter().copied()) {
        match character {
            Ok('"') => out.push_str("\\\""),
            Ok('\\') => out.push_str("\\\\"),
            Ok('\u{8}') => out.push_str("\\b"),
            Ok('\u{c}') => out.push_str("\\f"),
            Ok('\n') => out.push_str("\\n"),
            Ok('\r') => out.push_str("\\r"),
            Ok('\t') => out.push_str("\\t"),
            Ok(control @ '\0'..='\u{1f}') => {
                // Writing to a String does not fail.
                let _ = write!(out, "\\u{:04x}", u32::from(control));
            }
            Ok(character) => out.push(character),
            Err(half) => {
                let _ = write!(out, "\\u{:04x}", half.unpaired_surrogate());
            }
        }
    }
    out.push('"');
}

/// A finite number as JavaScript's `String` writes it.
pub(super) fn number_text(number: f64) -> String {
    // `-d.ddde-n`, with the shortest digits that read as the same number.
    let scientific = format!("{number:e}");
    let (mantissa, exponent) = scientific.split_once('e').unwrap_or((&scientific, "0"));
    let exponent: i32 = exponent.parse().unwrap_or(0);
    if (-6..21).contains(&exponent) {
        return format!("{}", number + 0.0);
    }
    let sign = if exponent < 0 { '-' } else { '+' };
    format!("{mantissa}e{sign}{}", exponent.unsigned_abs())
}

/// The value where any JSON may stand, which must hold nothing but JSON.
///
/// # Errors
/// Where an array lacks an item.
pub(super) fn as_json(value: &Value) -> Result<Value, Failure> {
    match value {
        Value::Missing => Err(Failure::new(
            FailureCode::WrongType,
            "expected JSON, got nothing",
        )),
        Value::Array(items) => {
            let items: Result<Vec<Value>, Failure> = items
                .iter()
                .enumerate()
                .map(|(at, item)| as_json(item).map_err(|found| found.within(Step::Index(at))))
                .collect();
            Ok(Value::array(items?))
        }
        Value::Object(object) => {
            let entries: Result<Vec<(Text, Value)>, Failure> = object
                .enumerated()
                .into_iter()
                .map(|(name, value)| {
                    let value = as_json(value)
                        .map_err(|found| found.within(Step::Key(name.to_string())))?;
                    Ok((name.clone(), value))
                })
                .collect();
            Ok(Value::object(entries?))
        }
        value => Ok(value.clone()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_written_as_javascript_writes_them() {
        for (number, text) in [
            (0.5, "0.5"),
            (-0.0, "0"),
            (1e21, "1e+21"),
            (1.5e21, "1.5e+21"),
            (123_456_789_012_345_680_000.0, "123456789012345680000"),
            (0.000_001, "0.000001"),
            (0.000_000_1, "1e-7"),
            (-1.25e-9, "-1.25e-9"),
            (5e-324, "5e-324"),
            (f64::MAX, "1.7976931348623157e+308"),
        ] {
            assert_eq!(number_text(number), text);
        }
    }

    #[test]
    fn json_is_written_as_javascript_writes_it() {
        let object = Value::object(vec![
            ("b".into(), Value::Missing),
            ("a".into(), Value::text("\u{1}\u{7f}\u{2028}\"\\/é")),
            ("10".into(), Value::Integer(1)),
            ("2".into(), Value::array(vec![Value::Missing, Value::Null])),
            ("01".into(), Value::String(vec![0xdc00, 0x61].into())),
            ("4294967295".into(), Value::Number(1e300)),
        ]);
        assert_eq!(
            stringify(&object),
            "{\"2\":[null,null],\"10\":1,\"a\":\"\\u0001\u{7f}\u{2028}\\\"\\\\/é\",\
             \"01\":\"\\udc00a\",\"4294967295\":1e+300}"
        );
    }
}
