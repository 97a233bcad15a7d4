//! Whether one JSON value is a leaf of a type, judged and told as the generated decoders
//! do.

use super::json::{Json, JsonKind};
use super::number::{self, DecimalFault, IntegerFault};
use super::{
    Currency, DateTimeWire, DateWire, DecimalWire, FailureCode, IntegerWire, Kind, Record,
    currency, time,
};

/// The record around a leaf: of an amount, the currency may be its neighbour.
#[derive(Clone, Copy)]
pub(super) struct Beside<'a> {
    pub record: &'a Record,
    pub json: &'a Json,
}

/// Why a value is no such leaf.
pub(super) enum Fault {
    /// It is of another JSON type than this.
    Type(String),
    /// It is of the right one, and this is wrong with it.
    Value(FailureCode, String),
}

impl From<(FailureCode, &str)> for Fault {
    fn from((code, problem): (FailureCode, &str)) -> Self {
        Self::Value(code, problem.to_owned())
    }
}

type Leaf = Result<(), Fault>;

/// Whether the value is such a leaf, as it travels.
pub(super) fn check(json: &Json, kind: &Kind, beside: Option<Beside<'_>>) -> Leaf {
    let other = || Fault::Type(expected(kind, beside));
    match (&json.kind, kind) {
        (JsonKind::Boolean(_), Kind::Boolean) | (JsonKind::Null, Kind::Nothing) => Ok(()),
        (JsonKind::Number(digits), _) => {
            let number = number::double(digits).ok_or_else(other)?;
            number_leaf(number, kind, beside).unwrap_or_else(|| Err(other()))
        }
        (JsonKind::String(text), _) => {
            text_leaf(text, kind, beside).unwrap_or_else(|| Err(other()))
        }
        // A date of TOML fits a date or an instant and no other text.
        (
            JsonKind::Datetime(text),
            Kind::Date(DateWire::Iso) | Kind::DateTime(DateTimeWire::Iso),
        ) => text_leaf(text, kind, beside).unwrap_or_else(|| Err(other())),
        _ => Err(other()),
    }
}

/// `None` for a kind that does not travel as a number.
fn number_leaf(number: f64, kind: &Kind, beside: Option<Beside<'_>>) -> Option<Leaf> {
    let integer = || match number {
        _ if !number::is_integer(number) => Err(Fault::Type("an integer".to_owned())),
        _ if !number::is_safe_integer(number) => Err(UNSAFE.into()),
        _ => Ok(()),
    };
    Some(match kind {
        Kind::Integer(IntegerWire::Number) => integer(),
        Kind::Decimal { wire, .. } => match wire {
            DecimalWire::Number => {
                number::decimal_of_number(number).map_err(|fault| decimal_problem(fault).into())
            }
            DecimalWire::String => return None,
            DecimalWire::Minor(currency) => match places(currency, beside) {
                Places::Known => integer(),
                Places::Beside(currency) => integer().and_then(|()| is_currency(currency)),
                Places::Lost => return None,
            },
        },
        Kind::DateTime(DateTimeWire::EpochSeconds) => {
            integer().and_then(|()| match number * 1000.0 {
                milliseconds if number::is_safe_integer(milliseconds) => within_years(milliseconds),
                _ => Err(UNSAFE.into()),
            })
        }
        Kind::DateTime(DateTimeWire::EpochMilliseconds) => {
            integer().and_then(|()| within_years(number))
        }
        _ => return None,
    })
}

/// `None` for a kind that does not travel as text.
fn text_leaf(text: &str, kind: &Kind, beside: Option<Beside<'_>>) -> Option<Leaf> {
    let holds = |fits: bool, problem: (FailureCode, &str)| {
        if fits { Ok(()) } else { Err(problem.into()) }
    };
    Some(match kind {
        Kind::Date(DateWire::Iso) => holds(time::is_date(text), NO_DATE),
        Kind::DateTime(DateTimeWire::Iso) => holds(time::is_instant(text), NO_DATE_TIME),
        Kind::Date(DateWire::Slashes) | Kind::DateTime(DateTimeWire::Slashes) => {
            match time::slash_milliseconds(text) {
                None => Err(NO_SLASH_DATE.into()),
                Some(milliseconds) if !number::is_safe_integer(milliseconds) => Err(UNSAFE.into()),
                Some(milliseconds) => within_years(milliseconds),
            }
        }
        Kind::String(None) => Ok(()),
        Kind::String(Some(values)) if values.iter().any(|value| value == text) => Ok(()),
        Kind::Integer(IntegerWire::String) => number::integer_of_text(text).map_err(|fault| {
            match fault {
                IntegerFault::Syntax => NO_INTEGER,
                IntegerFault::Unsafe => UNSAFE,
            }
            .into()
        }),
        Kind::Decimal { wire, .. } if as_text(wire, beside) => {
            number::decimal_of_text(text).map_err(|fault| decimal_problem(fault).into())
        }
        _ => return None,
    })
}

fn within_years(milliseconds: f64) -> Leaf {
    if time::is_within_years(milliseconds) {
        Ok(())
    } else {
        Err(OUTSIDE_YEARS.into())
    }
}

/// Whose places an amount in minor units has.
enum Places<'a> {
    Known,
    /// Those of the currency beside it, if that is there.
    Beside(Option<&'a Json>),
    /// The amount stands apart from its currency; then it travels as text.
    Lost,
}

fn places<'a>(currency: &Currency, beside: Option<Beside<'a>>) -> Places<'a> {
    match (currency, beside) {
        (Currency::Places(_), _) => Places::Known,
        (Currency::Property(name), Some(beside)) if beside.record.has_currency(name) => {
            Places::Beside(beside.json.get(name).map(|member| &member.value))
        }
        _ => Places::Lost,
    }
}

fn as_text(wire: &DecimalWire, beside: Option<Beside<'_>>) -> bool {
    match wire {
        DecimalWire::Number => false,
        DecimalWire::String => true,
        DecimalWire::Minor(currency) => matches!(places(currency, beside), Places::Lost),
    }
}

fn is_currency(json: Option<&Json>) -> Leaf {
    let found = match json {
        None => "nothing",
        Some(json) => match &json.kind {
            JsonKind::String(code) if currency::places(code).is_some() => return Ok(()),
            JsonKind::String(_) => return Err(NO_CURRENCY.into()),
            JsonKind::Number(digits) if number::double(digits).is_some_and(number::is_integer) => {
                "an integer"
            }
            _ => json.describe(),
        },
    };
    Err(Fault::Value(
        FailureCode::WrongType,
        format!("expected a currency beside it, got {found}"),
    ))
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

pub(crate) const NO_SLASH_DATE: (FailureCode, &str) = (
    FailureCode::InvalidDateTime,
    "expected a date such as /Date(1709164800000+0000)/",
);
pub(crate) const OUTSIDE_YEARS: (FailureCode, &str) = (
    FailureCode::OutOfRange,
    "a date-time lies outside the years 1900 to 9998",
);
pub(crate) const NO_CURRENCY: (FailureCode, &str) = (
    FailureCode::UnknownCurrency,
    "expected a currency of ISO 4217 such as EUR",
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
fn expected(kind: &Kind, beside: Option<Beside<'_>>) -> String {
    match kind {
        Kind::String(Some(values)) => {
            let quoted: Vec<String> = values.iter().map(|value| quoted(value)).collect();
            return quoted.join(" or ");
        }
        Kind::String(None) => "a string",
        Kind::Boolean => "a boolean",
        Kind::Integer(IntegerWire::Number)
        | Kind::DateTime(DateTimeWire::EpochSeconds | DateTimeWire::EpochMilliseconds) => {
            "an integer"
        }
        Kind::Integer(IntegerWire::String) => "an integer string",
        Kind::Decimal { wire, .. } if as_text(wire, beside) => "a decimal string",
        Kind::Decimal {
            wire: DecimalWire::Minor(_),
            ..
        } => "an integer",
        Kind::Decimal { .. } => "a number",
        Kind::Date(_) | Kind::DateTime(DateTimeWire::Slashes) => "a date string",
        Kind::DateTime(DateTimeWire::Iso) => "a date-time string",
        Kind::Nothing => "null",
        // Not leaves; no value comes here.
        Kind::Unknown
        | Kind::Error
        | Kind::Array(_)
        | Kind::Map(_)
        | Kind::Record(_)
        | Kind::Union(_) => "JSON",
    }
    .to_owned()
}

fn quoted(text: &str) -> String {
    serde_json::Value::from(text).to_string()
}
