//! Whether a literal fits a type, judged and told as the generated decoders do.

use std::fmt;

use super::json::{Json, JsonKind};
use super::number::{self, DecimalFault, IntegerFault};
use super::{DecimalWire, FailureCode, IntegerWire, Kind, RecordId, Ty, Types, time};
use crate::manifest::Tree;
use crate::source::Span;

/// A value that does not fit. It displays as `line_items[2].price: expected a decimal
/// string, got null`, without the value: values may be personal.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Mismatch {
    /// Where in the value, from the outside in; empty for the whole.
    pub path: Vec<Step>,
    pub code: FailureCode,
    /// What is wrong, without the place.
    pub problem: String,
    /// Where it is written, when the value has spans.
    pub span: Option<Span>,
}

/// A way into a value.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Step {
    Key(String),
    Index(usize),
}

impl fmt::Display for Mismatch {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.path.is_empty() {
            return f.write_str(&self.problem);
        }
        let mut place = String::new();
        for step in &self.path {
            match step {
                Step::Index(at) => place.push_str(&format!("[{at}]")),
                Step::Key(key) if place.is_empty() => place.push_str(key),
                Step::Key(key) => place.extend([".", key]),
            }
        }
        write!(f, "{place}: {}", self.problem)
    }
}

impl Mismatch {
    /// The same, as seen from outside `place`.
    #[must_use]
    pub fn within(self, place: &str) -> Self {
        self.inside(Step::Key(place.to_owned()))
    }

    fn inside(mut self, step: Step) -> Self {
        self.path.insert(0, step);
        self
    }
}

/// Whether a literal of the manifest fits. Properties that the type does not know are
/// ignored, as in a payload.
///
/// # Errors
/// The first place where it does not.
pub fn conforms(tree: &Tree, ty: &Ty, types: &Types) -> Result<(), Mismatch> {
    check(&Json::from(tree), ty, types)
}

/// [`conforms`], for JSON without spans.
///
/// # Errors
/// The first place where it does not.
pub fn conforms_json(value: &serde_json::Value, ty: &Ty, types: &Types) -> Result<(), Mismatch> {
    check(&Json::from(value), ty, types).map_err(|mismatch| Mismatch {
        span: None,
        ..mismatch
    })
}

/// [`conforms`], for JSON with spans.
///
/// # Errors
/// The first place where it does not.
pub fn check(json: &Json, ty: &Ty, types: &Types) -> Result<(), Mismatch> {
    if matches!(json.kind, JsonKind::Null) && ty.null {
        return Ok(());
    }
    match &ty.kind {
        Kind::Error => Ok(()),
        _ if matches!(json.kind, JsonKind::Invalid) => Ok(()),
        Kind::Unknown => any(json),
        Kind::Array(item) => match &json.kind {
            JsonKind::Array(items) => items.iter().enumerate().try_for_each(|(at, value)| {
                check(value, item, types).map_err(|found| found.inside(Step::Index(at)))
            }),
            _ => Err(wrong("an array", json)),
        },
        Kind::Map(value) => match &json.kind {
            JsonKind::Object(_) => json.enumerated().into_iter().try_for_each(|member| {
                check(&member.value, value, types).map_err(|found| found.within(&member.name))
            }),
            _ => Err(wrong("an object", json)),
        },
        Kind::Record(id) => record(json, *id, types),
        leaf => match &json.kind {
            JsonKind::Number(digits) => number_leaf(digits, leaf),
            JsonKind::String(text) => text_leaf(text, leaf, false),
            JsonKind::Datetime(text) => text_leaf(text, leaf, true),
            _ if matches!(
                (leaf, &json.kind),
                (Kind::Boolean, JsonKind::Boolean(_)) | (Kind::Nothing, JsonKind::Null)
            ) =>
            {
                Ok(())
            }
            _ => Err(None),
        }
        .map_err(|problem| match problem {
            Some((code, problem)) => mismatch(code, problem, json),
            None => wrong(&expected(leaf), json),
        }),
    }
}

/// Any JSON, as far as JavaScript's numbers hold it.
fn any(json: &Json) -> Result<(), Mismatch> {
    match &json.kind {
        JsonKind::Number(digits) if !number::double(digits).is_some_and(f64::is_finite) => {
            Err(wrong("JSON", json))
        }
        JsonKind::Array(items) => items
            .iter()
            .enumerate()
            .try_for_each(|(at, value)| any(value).map_err(|found| found.inside(Step::Index(at)))),
        JsonKind::Object(_) => json
            .enumerated()
            .into_iter()
            .try_for_each(|member| any(&member.value).map_err(|found| found.within(&member.name))),
        _ => Ok(()),
    }
}

fn record(json: &Json, id: RecordId, types: &Types) -> Result<(), Mismatch> {
    let JsonKind::Object(_) = json.kind else {
        return Err(wrong("an object", json));
    };
    for field in &types.record(id).fields {
        match json.get(&field.name) {
            Some(member) => check(&member.value, &field.ty, types),
            None if field.ty.missing => Ok(()),
            None => Err(mismatch(FailureCode::Missing, "is missing", json)),
        }
        .map_err(|found| found.within(&field.name))?;
    }
    Ok(())
}

/// `Err(None)` stands for a value of another type.
type Leaf = Result<(), Option<(FailureCode, &'static str)>>;

fn number_leaf(digits: &str, kind: &Kind) -> Leaf {
    let number = number::double(digits).ok_or(None)?;
    match kind {
        Kind::Integer(IntegerWire::Number) if !number::is_integer(number) => Err(None),
        Kind::Integer(IntegerWire::Number) if !number::is_safe_integer(number) => Err(Some(UNSAFE)),
        Kind::Integer(IntegerWire::Number) => Ok(()),
        Kind::Decimal {
            wire: DecimalWire::Number,
            ..
        } => number::decimal_of_number(number).map_err(|fault| Some(decimal_problem(fault))),
        _ => Err(None),
    }
}

/// A string; or, `dated`, a date of TOML, which only fits a date or an instant.
fn text_leaf(text: &str, kind: &Kind, dated: bool) -> Leaf {
    let holds = |fits: bool, problem| if fits { Ok(()) } else { Err(Some(problem)) };
    match kind {
        Kind::Date(_) => holds(time::is_date(text), NO_DATE),
        Kind::DateTime(_) => holds(time::is_instant(text), NO_DATE_TIME),
        _ if dated => Err(None),
        Kind::String(None) => Ok(()),
        Kind::String(Some(values)) if values.iter().any(|value| value == text) => Ok(()),
        Kind::Integer(IntegerWire::String) => number::integer_of_text(text).map_err(|fault| {
            Some(match fault {
                IntegerFault::Syntax => NO_INTEGER,
                IntegerFault::Unsafe => UNSAFE,
            })
        }),
        Kind::Decimal {
            wire: DecimalWire::String,
            ..
        } => number::decimal_of_text(text).map_err(|fault| Some(decimal_problem(fault))),
        _ => Err(None),
    }
}

pub(crate) const UNSAFE: (FailureCode, &str) = (FailureCode::OutOfRange, "expected a safe integer");
pub(crate) const NO_INTEGER: (FailureCode, &str) = (
    FailureCode::InvalidInteger,
    "expected an integer such as 12, got other text",
);
pub(crate) const NO_DATE: (FailureCode, &str) = (
    FailureCode::InvalidDate,
    "expected a calendar date such as 2024-05-31",
);
pub(crate) const NO_DATE_TIME: (FailureCode, &str) = (
    FailureCode::InvalidDateTime,
    "expected a date-time with an offset such as 2024-05-31T09:30:00Z",
);

pub(crate) const fn decimal_problem(fault: DecimalFault) -> (FailureCode, &'static str) {
    match fault {
        DecimalFault::Syntax => (
            FailureCode::InvalidDecimal,
            "expected a decimal such as 12.50, got other text",
        ),
        DecimalFault::TooLong => (
            FailureCode::TooManyDigits,
            "a decimal has more than 34 digits",
        ),
        DecimalFault::Imprecise => (
            FailureCode::ImpreciseNumber,
            "a number has more than 15 significant digits; send it as a string",
        ),
        DecimalFault::Infinite => (FailureCode::InvalidDecimal, "expected a finite number"),
    }
}

/// The words for what a leaf takes.
fn expected(kind: &Kind) -> String {
    match kind {
        Kind::String(None) => "a string",
        Kind::String(Some(values)) => {
            let quoted: Vec<String> = values.iter().map(|value| quoted(value)).collect();
            return quoted.join(" or ");
        }
        Kind::Boolean => "a boolean",
        Kind::Integer(IntegerWire::Number) => "an integer",
        Kind::Integer(IntegerWire::String) => "an integer string",
        Kind::Decimal {
            wire: DecimalWire::Number,
            ..
        } => "a number",
        Kind::Decimal {
            wire: DecimalWire::String,
            ..
        } => "a decimal string",
        Kind::Date(_) => "a date string",
        Kind::DateTime(_) => "a date-time string",
        Kind::Array(_) => "an array",
        Kind::Map(_) | Kind::Record(_) => "an object",
        Kind::Nothing => "null",
        Kind::Unknown | Kind::Error => "JSON",
    }
    .to_owned()
}

fn quoted(text: &str) -> String {
    serde_json::Value::from(text).to_string()
}

fn wrong(expected: &str, json: &Json) -> Mismatch {
    let (code, found) = match &json.kind {
        JsonKind::Number(digits) if number::double(digits).is_some_and(number::is_integer) => {
            (FailureCode::WrongType, "an integer")
        }
        JsonKind::String(_) if expected.starts_with('"') => {
            (FailureCode::NotOneOf, "another string")
        }
        _ => (FailureCode::WrongType, json.describe()),
    };
    mismatch(code, format!("expected {expected}, got {found}"), json)
}

fn mismatch(code: FailureCode, problem: impl Into<String>, json: &Json) -> Mismatch {
    Mismatch {
        path: Vec::new(),
        code,
        problem: problem.into(),
        span: Some(json.span),
    }
}
