//! Strings and numbers of a schema.

use super::super::json::{Json, JsonKind, Member};
use super::super::number::Digits;
use super::super::{DecimalWire, IntegerWire, Kind};
use super::{Reader, Word};
use crate::diagnostics::closest;

/// The formats that make a string more than text.
const FORMATS: &[&str] = &["date", "date-time", "decimal", "integer"];

impl<'a> Reader<'a, '_> {
    pub(super) fn string(&mut self, schema: &'a Json) -> Kind {
        if let Some(member) = schema.get("enum").or_else(|| schema.get("const")) {
            return self.values(member);
        }
        let Some(format) = schema.get("format") else {
            return Kind::STRING;
        };
        let Some(name) = format.value.as_str() else {
            let found = format.value.describe();
            self.wrong(
                format.value.span,
                format!("`format` takes a string, got {found}"),
                "write `format = \"date-time\"`",
            );
            return Kind::Error;
        };
        match name {
            "date" => Kind::DATE,
            "date-time" => Kind::DATE_TIME,
            "integer" => Kind::Integer(IntegerWire::String),
            "decimal" => Kind::Decimal {
                places: self.places(schema),
                wire: DecimalWire::String,
            },
            // Formats are an open list; only one that is nearly ours is a slip.
            other => match closest(other, FORMATS.iter().copied()) {
                Some(near) if is_slip(other, near) => {
                    self.mistake(
                        format.value.span,
                        format!("`format` has no `{other}`"),
                        format!("write `format = \"{near}\"`"),
                    );
                    Kind::Error
                }
                _ => Kind::STRING,
            },
        }
    }

    pub(super) fn integer(&mut self, schema: &'a Json) -> Kind {
        self.refuse_values(schema, Kind::INTEGER)
    }

    pub(super) fn number(&mut self, schema: &'a Json) -> Kind {
        let places = self.places(schema);
        self.refuse_values(
            schema,
            Kind::Decimal {
                places,
                wire: DecimalWire::Number,
            },
        )
    }

    fn values(&mut self, member: &'a Member) -> Kind {
        let one = std::slice::from_ref(&member.value);
        let values = match &member.value.kind {
            JsonKind::Array(values) if member.name == "enum" => values.as_slice(),
            _ if member.name == "const" => one,
            JsonKind::Invalid => return Kind::Error,
            _ => {
                let found = member.value.describe();
                self.wrong(
                    member.value.span,
                    format!("`enum` takes an array of values, got {found}"),
                    "write `enum = [\"open\", \"closed\"]`",
                );
                return Kind::Error;
            }
        };
        let mut texts: Vec<String> = Vec::new();
        for value in values {
            match &value.kind {
                JsonKind::String(text) if texts.contains(text) => {}
                JsonKind::String(text) => texts.push(text.clone()),
                JsonKind::Null => {}
                JsonKind::Invalid => return Kind::Error,
                _ => {
                    let found = value.describe();
                    self.unsupported(
                        value.span,
                        format!("{found} as a fixed value is not supported yet"),
                        "write strings, or leave out the fixed values and write `type`",
                    );
                    return Kind::Error;
                }
            }
        }
        if texts.is_empty() {
            if values.is_empty() {
                self.wrong(
                    member.value.span,
                    "`enum` has no values",
                    "write `enum = [\"open\", \"closed\"]`",
                );
                return Kind::Error;
            }
            return Kind::Unknown;
        }
        Kind::one_of(texts)
    }

    /// `enum` and `const` of anything but strings wait.
    pub(super) fn refuse_values(&mut self, schema: &'a Json, kind: Kind) -> Kind {
        let Some(member) = schema.get("enum").or_else(|| schema.get("const")) else {
            return kind;
        };
        self.unsupported(
            member.name_span,
            format!(
                "`{}` of other than strings is not supported yet",
                member.name
            ),
            "leave it out",
        );
        Kind::Error
    }

    /// The places after the point that `multipleOf` allows.
    fn places(&mut self, schema: &'a Json) -> Option<u32> {
        let member = schema.get("multipleOf")?;
        let digits = match &member.value.kind {
            JsonKind::Number(text) => Digits::read(text),
            JsonKind::Invalid => return None,
            _ => None,
        };
        match digits {
            Some(digits) if !digits.negative && !digits.significant.is_empty() => {
                u32::try_from(digits.places()).ok()
            }
            _ => {
                self.mistake(
                    member.value.span,
                    "`multipleOf` takes a number above zero",
                    "write `multipleOf = 0.01` for two places",
                );
                None
            }
        }
    }
}

/// Whether the word was meant to be the format: the same letters but for separators,
/// or no other format's name.
fn is_slip(word: &str, near: &str) -> bool {
    const OTHERS: &[&str] = &[
        "time", "data", "duration", "int32", "int64", "interval", "binary",
    ];
    !OTHERS.contains(&word) && Word::of(word).is_none() && {
        let letters = |text: &str| -> String {
            let kept = text.chars().filter(char::is_ascii_alphabetic);
            kept.map(|letter| letter.to_ascii_lowercase()).collect()
        };
        strsim::damerau_levenshtein(&letters(word), &letters(near)) <= 1
    }
}

/// Whether `enum` or `const` allows `null`.
pub(super) fn has_null_value(schema: &Json) -> bool {
    let is_null = |value: &Json| matches!(value.kind, JsonKind::Null);
    match schema.get("enum").map(|member| &member.value.kind) {
        Some(JsonKind::Array(values)) => values.iter().any(is_null),
        _ => schema
            .get("const")
            .is_some_and(|member| is_null(&member.value)),
    }
}
