//! The values of leaves that are worth trying, as JSON that travels.

use serde_json::Value as Json;

use super::hints::{Form, Hint, Hints};
use super::times;
use crate::evaluate::moment_json;
use crate::types::{
    Currency, DecimalWire, IntegerWire, Kind, Limits, RecordId, Ty, Types, conforms_json,
};

/// The largest integer that JavaScript's numbers hold exactly.
const MAX_SAFE: i64 = 9_007_199_254_740_991;

/// How long a text is made that no schema limits.
const LONG: usize = 300;

/// Where a leaf stands: the record around it, and its name there.
#[derive(Clone, Copy)]
pub(super) struct Within<'a> {
    pub record: RecordId,
    pub name: &'a str,
}

/// What kinds of values are tried first, where there are too many.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Class {
    /// The input that all others vary.
    Base,
    /// Left out, or there.
    Absent,
    Null,
    /// Values of enums, variants of unions, booleans, values that expressions name.
    Choice,
    /// Items of arrays.
    Count,
    Number,
    Time,
    Text,
}

/// A value to try, and what is special about it.
pub(super) struct Leaf {
    pub class: Class,
    pub value: Json,
    pub note: Option<String>,
}

pub(super) struct Leaves<'a> {
    pub types: &'a Types,
    pub hints: &'a Hints,
}

impl Leaves<'_> {
    /// The values of a leaf, each once, in a fixed order.
    pub fn of(&self, ty: &Ty, within: Option<Within<'_>>) -> Vec<Leaf> {
        let mut found = Vec::new();
        let limits = ty.limits.as_deref();
        let add = |found: &mut Vec<Leaf>, class, value: Json, note: &str| {
            let note = (!note.is_empty()).then(|| note.to_owned());
            found.push(Leaf { class, value, note });
        };
        for hint in self.hints_of(within) {
            for (value, note) in self.hinted(&hint, &ty.kind) {
                add(&mut found, Class::Choice, value, &note);
            }
        }
        match &ty.kind {
            Kind::Boolean => {
                for flag in [true, false] {
                    add(&mut found, Class::Choice, flag.into(), "");
                }
            }
            Kind::String(Some(values)) => {
                for value in values.iter() {
                    add(&mut found, Class::Choice, value.as_str().into(), "");
                }
            }
            // Of text whose form is known, nothing else is.
            Kind::String(None) if limits.is_some_and(has_form) => {}
            Kind::String(None) if within.is_some_and(|at| self.is_currency(at.record, at.name)) => {
            }
            Kind::String(None) => {
                for (text, note) in texts(limits) {
                    add(&mut found, Class::Text, text.into(), note);
                }
            }
            Kind::Integer(wire) => {
                for number in integers(limits) {
                    let value = integer_wire(number, *wire);
                    add(&mut found, Class::Number, value, "");
                }
            }
            Kind::Decimal { places, wire } => {
                for digits in decimals(limits, *places, wire) {
                    if let Some(value) = decimal_wire(&digits, wire) {
                        add(&mut found, Class::Number, value, "");
                    }
                }
            }
            Kind::Date(_) => {
                for (date, note) in times::dates(&self.hints.changes) {
                    if let Some(value) = moment_json(&date, &ty.kind) {
                        add(&mut found, Class::Time, value, &note);
                    }
                }
            }
            Kind::DateTime(_) => {
                for (instant, note) in times::instants(&self.hints.changes) {
                    if let Some(value) = moment_json(&instant, &ty.kind) {
                        add(&mut found, Class::Time, value, &note);
                    }
                }
            }
            _ => {}
        }
        let alone = alone(ty, within, self.types);
        let mut seen: Vec<Json> = Vec::new();
        found.retain(|leaf| {
            let fits = conforms_json(&leaf.value, &alone, self.types).is_ok();
            let new = fits && within_limits(&leaf.value, limits) && !seen.contains(&leaf.value);
            if new {
                seen.push(leaf.value.clone());
            }
            new
        });
        found
    }

    fn hints_of(&self, within: Option<Within<'_>>) -> Vec<Hint> {
        let Some(Within { record, name }) = within else {
            return Vec::new();
        };
        let mut found: Vec<Hint> = self.hints.field(record, name).cloned().collect();
        if self.is_currency(record, name) {
            found.push(Hint::Form(Form::Currency));
        }
        found
    }

    /// Whether amounts beside it are in the currency that it names.
    pub fn is_currency(&self, record: RecordId, name: &str) -> bool {
        let currencies = self.types.record(record).currencies();
        currencies.iter().any(|currency| currency == name)
    }

    fn hinted(&self, hint: &Hint, kind: &Kind) -> Vec<(Json, String)> {
        let plain = |value: Json| vec![(value, String::new())];
        let texts = |texts: &[&str]| {
            let texts = texts.iter();
            texts
                .map(|text| (Json::from(*text), String::new()))
                .collect()
        };
        let noted = |values: Vec<times::Noted>| {
            let values = values.into_iter();
            values.map(|(text, note)| (text.into(), note)).collect()
        };
        match (hint, kind) {
            (Hint::Text(text), _) => plain(text.as_str().into()),
            (Hint::Integer(number), Kind::Integer(wire)) => [-1, 0, 1]
                .iter()
                .filter_map(|by| number.checked_add(*by))
                .map(|number| (integer_wire(number, *wire), String::new()))
                .collect(),
            (Hint::Integer(number), Kind::Decimal { wire, .. }) => {
                decimal_wire(&number.to_string(), wire).map_or_else(Vec::new, plain)
            }
            (Hint::Decimal(digits), Kind::Decimal { wire, .. }) => {
                decimal_wire(digits, wire).map_or_else(Vec::new, plain)
            }
            (Hint::Form(form), Kind::String(None)) => match form {
                Form::Decimal => texts(&["0", "-12.50", "0.0001", "1234567890123456.789"]),
                Form::Integer => texts(&["0", "-1", "9007199254740991"]),
                Form::Date => noted(times::dates(&self.hints.changes)),
                Form::Instant => noted(times::instants(&self.hints.changes)),
                Form::Local => noted(times::local_times(&self.hints.changes)),
                Form::Currency => texts(&["EUR", "JPY", "KWD", "usd"]),
            },
            _ => Vec::new(),
        }
    }
}

/// The type that JSON has to fit by itself: an amount in the currency beside it is an
/// integer there.
pub(super) fn alone(ty: &Ty, within: Option<Within<'_>>, types: &Types) -> Ty {
    let beside = match &ty.kind {
        Kind::Decimal {
            wire: DecimalWire::Minor(Currency::Property(name)),
            ..
        } => within.is_some_and(|within| types.record(within.record).has_currency(name)),
        _ => false,
    };
    if beside {
        Ty::new(Kind::INTEGER)
    } else {
        ty.present()
    }
}

fn has_form(limits: &Limits) -> bool {
    !limits.patterns.is_empty() || limits.format.is_some()
}

fn texts(limits: Option<&Limits>) -> Vec<(String, &'static str)> {
    let most = limits.and_then(|limits| limits.max_length);
    let most = most.and_then(|most| usize::try_from(most).ok());
    let long = "x".repeat(most.unwrap_or(LONG).min(LONG * 10));
    let found = [
        (String::new(), ""),
        ("   ".to_owned(), ""),
        (long, "long"),
        ("\"quoted\" 'text' \\ back".to_owned(), ""),
        ("🙂 née 漢字 👩\u{200d}👧".to_owned(), "beyond ASCII"),
        (
            "a\u{0}b\u{1f}\t\r\n\u{2028}c\u{feff}".to_owned(),
            "control characters",
        ),
    ];
    let cut = |text: String| match most {
        Some(most) => text.chars().take(most).collect(),
        None => text,
    };
    let found = found.into_iter();
    found.map(|(text, note)| (cut(text), note)).collect()
}

fn integers(limits: Option<&Limits>) -> Vec<i64> {
    let mut found = vec![0, 1, -1, MAX_SAFE, -MAX_SAFE];
    let Some(limits) = limits else {
        return found;
    };
    if let Some(only) = &limits.integers {
        return only.to_vec();
    }
    for (bound, inwards) in [(&limits.minimum, 1), (&limits.maximum, -1)] {
        let Some(bound) = bound else { continue };
        if let Ok(number) = bound.digits.parse::<i64>() {
            let by = if bound.exclusive { inwards } else { 0 };
            found.extend(number.checked_add(by));
        }
    }
    found
}

fn decimals(limits: Option<&Limits>, places: Option<u32>, wire: &DecimalWire) -> Vec<String> {
    let mut found: Vec<&str> = vec!["0", "1", "-1", "0.005", "-0.01", "123456789012345"];
    match wire {
        DecimalWire::Number => found.extend(["0.123456789012345", "1234567890.12345"]),
        DecimalWire::String => found.extend([
            "12345678901234567890.1234567890",
            "0.0000000000000000000000000001",
            "100.00",
        ]),
        DecimalWire::Minor(_) => {}
    }
    if let Some(limits) = limits {
        let bounds = [&limits.minimum, &limits.maximum].into_iter().flatten();
        let bounds = bounds.filter(|bound| !bound.exclusive);
        found.extend(bounds.map(|bound| &*bound.digits));
    }
    let fits = |digits: &&str| {
        let has = digits.split_once('.').map_or(0, |(_, places)| places.len());
        places.is_none_or(|most| u32::try_from(has).is_ok_and(|has| has <= most))
    };
    let found = found.into_iter().filter(fits);
    found.map(str::to_owned).collect()
}

fn integer_wire(number: i64, wire: IntegerWire) -> Json {
    match wire {
        IntegerWire::Number => number.into(),
        IntegerWire::String => number.to_string().into(),
    }
}

/// Digits as they travel; `None` for amounts in minor units with places.
fn decimal_wire(digits: &str, wire: &DecimalWire) -> Option<Json> {
    match wire {
        DecimalWire::Number => serde_json::from_str(digits).ok(),
        DecimalWire::String => Some(digits.into()),
        DecimalWire::Minor(_) => digits.parse::<i64>().ok().map(Json::from),
    }
}

/// Whether the schema's limits hold, which decoders do not ask.
pub(super) fn within_limits(value: &Json, limits: Option<&Limits>) -> bool {
    let Some(limits) = limits else {
        return true;
    };
    if let Json::String(text) = value {
        let length = u64::try_from(text.chars().count()).unwrap_or(u64::MAX);
        return limits.min_length.is_none_or(|least| least <= length)
            && limits.max_length.is_none_or(|most| length <= most);
    }
    let Some(number) = value.as_f64() else {
        return true;
    };
    let bound = |digits: &str| digits.parse::<f64>().ok();
    let above = limits.minimum.as_ref().is_none_or(|least| {
        bound(&least.digits)
            .is_none_or(|bound| number > bound || !least.exclusive && number >= bound)
    });
    let below = limits.maximum.as_ref().is_none_or(|most| {
        bound(&most.digits).is_none_or(|bound| number < bound || !most.exclusive && number <= bound)
    });
    let whole = limits
        .integers
        .as_ref()
        .is_none_or(|only| value.as_i64().is_some_and(|number| only.contains(&number)));
    // Only whole steps can be told without arithmetic of decimals.
    let step = limits
        .multiple_of
        .as_ref()
        .and_then(|step| step.parse::<i64>().ok());
    let steps = step.is_none_or(|step| {
        value
            .as_i64()
            .is_none_or(|number| number.checked_rem(step).is_none_or(|rest| rest == 0))
    });
    above && below && whole && steps
}
