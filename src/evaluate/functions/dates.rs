//! Functions of calendar dates.

use jiff::Span;
use jiff::civil::{Date, DateTime};

use super::times::text;
use super::{Arguments, Given, UNFIT};
use crate::evaluate::failure::{Failure, Stop};
use crate::evaluate::{Value, zone};
use crate::expression::functions::{DatePart, date_parts, reading_parts};
use crate::types::{FailureCode, NO_DATE, is_date, read_date};

/// The first argument, which is a checked date.
pub(super) fn first(arguments: &Arguments<'_, '_>) -> Result<Date, Stop> {
    let date = arguments.text(0)?.to_string();
    date.parse().map_err(|_| UNFIT)
}

/// The date that many units later, or with `sign` -1 earlier; at most the last day of its
/// month.
pub(super) fn shifted(arguments: &Arguments<'_, '_>, sign: i64) -> Given {
    let date = first(arguments)?;
    let amount = arguments.integer(1)? * sign;
    let unit = arguments.text(2)?.to_string();
    let span = match unit.as_str() {
        "days" => Span::new().try_days(amount),
        "weeks" => Span::new().try_weeks(amount),
        "months" => Span::new().try_months(amount),
        "years" => Span::new().try_years(amount),
        _ => return Err(UNFIT.into()),
    };
    // Amounts beyond what can be added lie outside the years in any case.
    let later = span.and_then(|span| date.checked_add(span));
    text(zone::date_text(later.ok()))
}

pub(super) fn days_between(arguments: &Arguments<'_, '_>) -> Given {
    let days = |at: usize| -> Result<i64, Stop> {
        read_date(&arguments.text(at)?.to_string()).ok_or(UNFIT)
    };
    Ok(Value::Integer(days(1)? - days(0)?))
}

/// The first argument, or what clocks show, by the pattern of the second.
pub(super) fn formatted(arguments: &Arguments<'_, '_>, wall: Option<DateTime>) -> Given {
    let wall = match wall {
        Some(wall) => wall,
        None => first(arguments)?.at(0, 0, 0, 0),
    };
    let pattern = arguments.text(1)?.to_string();
    let parts = date_parts(&pattern, true).map_err(|_| UNFIT)?;
    let two = |number: i8, padded: bool| {
        if padded {
            format!("{number:02}")
        } else {
            number.to_string()
        }
    };
    let written: String = parts
        .into_iter()
        .map(|part| match part {
            DatePart::Year => format!("{:04}", wall.year()),
            DatePart::ShortYear => format!("{:02}", wall.year().rem_euclid(100)),
            DatePart::Month { padded } => two(wall.month(), padded),
            DatePart::Day { padded } => two(wall.day(), padded),
            DatePart::Hour { padded } => two(wall.hour(), padded),
            DatePart::Minute => two(wall.minute(), true),
            DatePart::Second => two(wall.second(), true),
            DatePart::Sign(sign) => sign.to_string(),
        })
        .collect();
    Ok(Value::text(&written))
}

/// The date that the first argument names by the pattern of the second.
pub(super) fn parsed(arguments: &Arguments<'_, '_>) -> Given {
    let (written, pattern) = (
        arguments.text(0)?.to_string(),
        arguments.text(1)?.to_string(),
    );
    let parts = reading_parts(&pattern).map_err(|_| UNFIT)?;
    let date = read(&written, &parts).ok_or_else(|| {
        Failure::new(
            FailureCode::InvalidDate,
            format!("expected a date as {pattern}"),
        )
    })?;
    if !is_date(&date) {
        return Err(Failure::of(NO_DATE).into());
    }
    Ok(Value::text(&date))
}

/// `yyyy-MM-dd` of a text, whether or not there is such a day.
fn read(text: &str, parts: &[DatePart]) -> Option<String> {
    let mut rest = text;
    let (mut year, mut month, mut day) = ("", "", "");
    for part in parts {
        let shortest = |padded: bool| 1 + usize::from(padded);
        match part {
            DatePart::Year => (year, rest) = digits(rest, 4, 4)?,
            DatePart::Month { padded } => (month, rest) = digits(rest, shortest(*padded), 2)?,
            DatePart::Day { padded } => (day, rest) = digits(rest, shortest(*padded), 2)?,
            DatePart::Sign(sign) => rest = rest.strip_prefix(*sign)?,
            _ => return None,
        }
    }
    rest.is_empty()
        .then(|| format!("{year}-{month:0>2}-{day:0>2}"))
}

/// As many digits as there are, from the least to the most, and what comes after them.
fn digits(text: &str, least: usize, most: usize) -> Option<(&str, &str)> {
    let found = text
        .bytes()
        .take(most)
        .take_while(u8::is_ascii_digit)
        .count();
    text.split_at_checked(found).filter(|_| found >= least)
}
