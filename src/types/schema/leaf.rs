//! Strings and numbers of a schema.

use super::super::json::{Json, JsonKind, Member};
use super::super::number::Digits;
use super::super::{Currency, DateTimeWire, DateWire, DecimalWire, IntegerWire, Kind, currency};
use super::Reader;
use super::flat::Flat;
use super::word::Word;
use crate::diagnostics::closest;

/// The formats that make a string more than text.
const TEXT_FORMATS: &[&str] = &[
    "date",
    "date-time",
    "decimal",
    "integer",
    "ms-date",
    "ms-date-time",
];

impl<'a> Reader<'a, '_> {
    /// The kind of the texts of one alternative.
    pub(super) fn string(&mut self, flat: &Flat<'a>) -> Kind {
        if let Some(values) = self.texts(flat) {
            return values;
        }
        if flat.says("x-is-msdate") {
            return Kind::Date(DateWire::Slashes);
        }
        if flat.says("x-is-msdate-time") {
            return Kind::DateTime(DateTimeWire::Slashes);
        }
        let Some(format) = self.format(flat) else {
            return Kind::STRING;
        };
        let name = format.value.as_str().unwrap_or_default();
        match name {
            "date" => Kind::DATE,
            "date-time" => Kind::DATE_TIME,
            "integer" => Kind::Integer(IntegerWire::String),
            "decimal" => Kind::Decimal {
                places: self.places(flat),
                wire: DecimalWire::String,
            },
            "ms-date" => Kind::Date(DateWire::Slashes),
            "ms-date-time" => Kind::DateTime(DateTimeWire::Slashes),
            // Formats are an open list; only one that is nearly ours is a slip.
            other => match closest(other, TEXT_FORMATS.iter().copied()) {
                Some(near) if is_slip(other, near) && !self.is_foreign() => {
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

    /// The kind of the numbers of one alternative.
    pub(super) fn number(&mut self, flat: &Flat<'a>, word: Word) -> Kind {
        let format = self.format(flat);
        let name = format
            .and_then(|format| format.value.as_str())
            .unwrap_or_default();
        match name {
            "unix-time" | "unixtime" | "unix-timestamp" | "unix_timestamp" | "epoch-seconds"
            | "epoch-second" => return Kind::DateTime(DateTimeWire::EpochSeconds),
            "epoch-milliseconds" | "epoch-millis" | "epoch-millisecond" | "unix-time-ms" => {
                return Kind::DateTime(DateTimeWire::EpochMilliseconds);
            }
            "minor-units" => return self.minor_units(flat),
            _ => {}
        }
        let whole = matches!(
            name,
            "int32" | "int64" | "uint32" | "uint64" | "integer" | "long"
        );
        if word == Word::Integer || whole {
            return Kind::INTEGER;
        }
        Kind::Decimal {
            places: self.places(flat),
            wire: DecimalWire::Number,
        }
    }

    /// An amount as an integer of the currency's smallest unit.
    fn minor_units(&mut self, flat: &Flat<'a>) -> Kind {
        let Some(member) = flat.parts.iter().find_map(|part| part.get("currency")) else {
            if let Some(format) = self.format(flat) {
                self.mistake(
                    format.value.span,
                    "an amount in minor units needs a currency",
                    "write `currency = \"EUR\"`, or the name of the property beside it that holds the code: `currency = \"currency\"`",
                );
            }
            return Kind::Error;
        };
        let code = member.value.as_str().unwrap_or_default();
        let is_code = code.len() == 3 && code.bytes().all(|byte| byte.is_ascii_uppercase());
        let (places, currency) = match currency::places(code).filter(|_| is_code) {
            Some(places) => (Some(places), Currency::Places(places)),
            None if is_code => {
                let help = match closest(code, currency::codes()) {
                    Some(near) => format!("write `currency = \"{near}\"`"),
                    None => "write a code of ISO 4217: `currency = \"EUR\"`".to_owned(),
                };
                self.mistake(
                    member.value.span,
                    format!("ISO 4217 has no currency `{code}`"),
                    help,
                );
                return Kind::Error;
            }
            None => (None, Currency::Property(code.into())),
        };
        Kind::Decimal {
            places,
            wire: DecimalWire::Minor(currency),
        }
    }

    fn format(&mut self, flat: &Flat<'a>) -> Option<&'a Member> {
        let format = flat.parts.iter().find_map(|part| part.get("format"))?;
        if format.value.as_str().is_none() {
            let found = format.value.describe();
            self.wrong(
                format.value.span,
                format!("`format` takes a string, got {found}"),
                "write `format = \"date-time\"`",
            );
            return None;
        }
        Some(format)
    }

    /// The texts that `enum` and `const` of every part allow; `None` without them.
    fn texts(&mut self, flat: &Flat<'a>) -> Option<Kind> {
        let mut allowed: Option<Vec<String>> = None;
        for part in &flat.parts {
            let Some(member) = part.get("enum").or_else(|| part.get("const")) else {
                continue;
            };
            let Ok(own) = self.own_texts(member) else {
                return Some(Kind::Error);
            };
            allowed = Some(match allowed {
                None => own,
                Some(before) => before
                    .into_iter()
                    .filter(|text| own.contains(text))
                    .collect(),
            });
        }
        let texts = allowed?;
        Some(if texts.is_empty() {
            Kind::STRING
        } else {
            Kind::one_of(texts)
        })
    }

    fn own_texts(&mut self, member: &'a Member) -> Result<Vec<String>, ()> {
        let one = std::slice::from_ref(&member.value);
        let values = match &member.value.kind {
            JsonKind::Array(values) if member.name == "enum" => values.as_slice(),
            JsonKind::Invalid => return Err(()),
            _ if member.name == "const" => one,
            _ => {
                let found = member.value.describe();
                self.wrong(
                    member.value.span,
                    format!("`enum` takes an array of values, got {found}"),
                    "write `enum = [\"open\", \"closed\"]`",
                );
                return if self.is_foreign() {
                    Ok(Vec::new())
                } else {
                    Err(())
                };
            }
        };
        if values.is_empty() && !self.is_foreign() {
            return Err(());
        }
        let mut texts: Vec<String> = Vec::new();
        for value in values {
            let text = match &value.kind {
                JsonKind::String(text) => text.clone(),
                JsonKind::Invalid => return Err(()),
                // YAML's authors forget the quotes.
                JsonKind::Number(digits) if self.is_foreign() => digits.clone(),
                JsonKind::Boolean(boolean) if self.is_foreign() => boolean.to_string(),
                _ => continue,
            };
            if !texts.contains(&text) {
                texts.push(text);
            }
        }
        Ok(texts)
    }

    /// The places after the point that `multipleOf` allows.
    fn places(&mut self, flat: &Flat<'a>) -> Option<u32> {
        let member = flat.parts.iter().find_map(|part| part.get("multipleOf"))?;
        let digits = match &member.value.kind {
            JsonKind::Number(text) => Digits::read(text),
            JsonKind::Invalid => return None,
            _ => None,
        };
        match digits {
            Some(digits) if !digits.negative && !digits.significant.is_empty() => {
                u32::try_from(digits.places()).ok()
            }
            _ if self.is_foreign() => None,
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

/// The kind of several alternatives that are all texts.
pub(super) fn join_texts(kinds: Vec<Kind>) -> Kind {
    let mut kinds = kinds.into_iter();
    let Some(first) = kinds.next() else {
        return Kind::STRING;
    };
    kinds.fold(first, |left, right| match (left, right) {
        (left, right) if left == right => left,
        (Kind::Error, _) | (_, Kind::Error) => Kind::Error,
        (Kind::String(Some(left)), Kind::String(Some(right))) => {
            let mut all = left.to_vec();
            all.extend(right.iter().filter(|text| !left.contains(text)).cloned());
            Kind::one_of(all)
        }
        _ => Kind::STRING,
    })
}

/// The kind of several alternatives that are all numbers.
pub(super) fn join_numbers(kinds: Vec<Kind>) -> Kind {
    let mut kinds = kinds.into_iter();
    let Some(first) = kinds.next() else {
        return Kind::DECIMAL;
    };
    kinds.fold(first, |left, right| match (left, right) {
        (left, right) if left == right => left,
        (Kind::Error, _) | (_, Kind::Error) => Kind::Error,
        (Kind::Integer(_), Kind::DateTime(_)) | (Kind::DateTime(_), Kind::Integer(_)) => {
            Kind::INTEGER
        }
        _ => Kind::DECIMAL,
    })
}

/// A leaf as one of several variants, where only JSON's types tell values apart: how it
/// travels is what it is.
pub(super) fn plain(kind: Kind) -> Kind {
    match kind {
        Kind::Integer(IntegerWire::String)
        | Kind::Decimal {
            wire: DecimalWire::String,
            ..
        }
        | Kind::Date(DateWire::Slashes)
        | Kind::DateTime(DateTimeWire::Slashes) => Kind::STRING,
        Kind::Decimal {
            wire: DecimalWire::Minor(_),
            ..
        }
        | Kind::DateTime(DateTimeWire::EpochSeconds | DateTimeWire::EpochMilliseconds) => {
            Kind::INTEGER
        }
        other => other,
    }
}

/// The integers that `enum` and `const` allow.
pub(super) fn integers(flat: &Flat<'_>) -> Option<Vec<i64>> {
    let mut allowed: Option<Vec<i64>> = None;
    for part in &flat.parts {
        let Some(member) = part.get("enum").or_else(|| part.get("const")) else {
            continue;
        };
        let one = std::slice::from_ref(&member.value);
        let values = match &member.value.kind {
            JsonKind::Array(values) => values.as_slice(),
            _ => one,
        };
        let own: Vec<i64> = values.iter().filter_map(integer).collect();
        allowed = Some(match allowed {
            None => own,
            Some(before) => before
                .into_iter()
                .filter(|value| own.contains(value))
                .collect(),
        });
    }
    allowed.filter(|values| !values.is_empty())
}

fn integer(value: &Json) -> Option<i64> {
    match &value.kind {
        JsonKind::Number(digits) => digits.parse().ok(),
        _ => None,
    }
}
