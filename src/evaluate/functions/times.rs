//! Functions of dates and instants.

use jiff::civil::{Date, DateTime, Time};

use super::{Arguments, Given, UNFIT, dates};
use crate::evaluate::failure::{Failure, Stop};
use crate::evaluate::machine::Halt;
use crate::evaluate::{Value, zone};
use crate::types::{FailureCode, NO_DATE, is_date};

const MILLISECOND: i128 = 1_000_000;

pub(super) fn call(name: &str, arguments: &Arguments<'_, '_>) -> Option<Given> {
    let of_date = arguments.of_date();
    Some(match name {
        "instant" if arguments.list.len() == 2 => local_instant(arguments),
        "instant" => instant(arguments),
        "iso" => moment(arguments).and_then(|time| text(zone::utc_text(time))),
        "fromEpochSeconds" => from_epoch(arguments, 1000),
        "fromEpochMilliseconds" => from_epoch(arguments, 1),
        "epochSeconds" => milliseconds(arguments).map(|time| Value::Integer(time.div_euclid(1000))),
        "epochMilliseconds" => milliseconds(arguments).map(Value::Integer),
        "dateIn" => {
            wall_clock(arguments, 1).and_then(|wall| text(zone::date_text(Some(wall.date()))))
        }
        "startOfDay" => start_of_day(arguments),
        "plus" if of_date => dates::shifted(arguments, 1),
        "minus" if of_date => dates::shifted(arguments, -1),
        "plus" => shifted(arguments, 1),
        "minus" => shifted(arguments, -1),
        "date" if arguments.list.len() == 2 => dates::parsed(arguments),
        "date" => date(arguments),
        "formatDate" if of_date => dates::formatted(arguments, None),
        "formatDate" => {
            wall_clock(arguments, 2).and_then(|wall| dates::formatted(arguments, Some(wall)))
        }
        "daysBetween" => dates::days_between(arguments),
        _ => return None,
    })
}

pub(super) fn text(result: Result<String, Failure>) -> Given {
    Ok(Value::text(&result?))
}

/// The first argument as nanoseconds since 1970.
fn moment(arguments: &Arguments<'_, '_>) -> Result<i128, Halt> {
    Ok(zone::nanoseconds(&arguments.text(0)?.to_string())?)
}

fn milliseconds(arguments: &Arguments<'_, '_>) -> Result<i64, Halt> {
    Ok(zone::epoch_milliseconds(&arguments.text(0)?.to_string())?)
}

fn instant(arguments: &Arguments<'_, '_>) -> Given {
    moment(arguments)?;
    Ok(arguments.value(0)?.clone())
}

fn date(arguments: &Arguments<'_, '_>) -> Given {
    if !is_date(&arguments.text(0)?.to_string()) {
        return Err(Failure::of(NO_DATE).into());
    }
    Ok(arguments.value(0)?.clone())
}

fn from_epoch(arguments: &Arguments<'_, '_>, unit: i128) -> Given {
    let time = i128::from(arguments.integer(0)?) * unit * MILLISECOND;
    text(zone::utc_text(time))
}

/// What clocks show at the first argument in the zone of the argument at a position.
fn wall_clock(arguments: &Arguments<'_, '_>, zone: usize) -> Result<DateTime, Halt> {
    let time = moment(arguments)?;
    Ok(zone::wall_clock(time, &arguments.text(zone)?.to_string())?)
}

fn start_of_day(arguments: &Arguments<'_, '_>) -> Given {
    let zone = arguments.text(1)?.to_string();
    let date = if arguments.of_date() {
        dates::first(arguments)?
    } else {
        wall_clock(arguments, 1)?.date()
    };
    text(zone::start_of(date, &zone))
}

/// A date, `T` or a blank, and a time with or without seconds.
fn local_instant(arguments: &Arguments<'_, '_>) -> Given {
    let written = arguments.text(0)?.to_string();
    let wrong = || {
        Failure::new(
            FailureCode::InvalidDateTime,
            "expected a local date-time such as 2024-05-31T09:30:00",
        )
    };
    let (date, clock) = written.split_once(['T', ' ']).ok_or_else(wrong)?;
    if !is_shaped(date, "dddd-dd-dd") {
        return Err(wrong().into());
    }
    let time = time(clock).ok_or_else(wrong)?;
    if !is_date(date) {
        return Err(Failure::of(NO_DATE).into());
    }
    let date: Date = date.parse().map_err(|_| UNFIT)?;
    let zone = arguments.text(1)?.to_string();
    text(zone::local_instant(date.to_datetime(time), &zone))
}

/// `09:30`, `09:30:00` or `09:30:00.123`.
fn time(clock: &str) -> Option<Time> {
    let (whole, fraction) = clock.split_once('.').unwrap_or((clock, "0"));
    let with_seconds = is_shaped(whole, "dd:dd:dd");
    if !with_seconds && (!is_shaped(whole, "dd:dd") || clock.contains('.')) {
        return None;
    }
    if !(1..=9).contains(&fraction.len()) || !fraction.bytes().all(|byte| byte.is_ascii_digit()) {
        return None;
    }
    let part = |at: usize| -> Option<i8> { whole.get(at..at + 2)?.parse().ok() };
    let second = if with_seconds { part(6)? } else { 0 };
    let nanoseconds: i32 = format!("{fraction:0<9}").parse().ok()?;
    // There is no second 60.
    if second > 59 {
        return None;
    }
    Time::new(part(0)?, part(3)?, second, nanoseconds).ok()
}

/// Whether a text is of exactly this form, where each `d` is a digit.
fn is_shaped(text: &str, form: &str) -> bool {
    text.len() == form.len()
        && text.bytes().zip(form.bytes()).all(|(byte, wanted)| {
            if wanted == b'd' {
                byte.is_ascii_digit()
            } else {
                byte == wanted
            }
        })
}

fn shifted(arguments: &Arguments<'_, '_>, sign: i128) -> Given {
    let length = match arguments.get(1) {
        Some(Value::Integer(amount)) => {
            let unit = arguments.text(2)?.to_string();
            i128::from(*amount) * unit_milliseconds(&unit).ok_or(UNFIT)?
        }
        _ => duration(&arguments.text(1)?.to_string())?,
    };
    let time = moment(arguments)? + sign * length * MILLISECOND;
    text(zone::utc_text(time))
}

/// Milliseconds of a literal duration.
fn duration(text: &str) -> Result<i128, Stop> {
    let digits = text.bytes().take_while(u8::is_ascii_digit).count();
    let (number, unit) = text.split_at(digits);
    let number: i128 = number.parse().map_err(|_| UNFIT)?;
    Ok(number * unit_milliseconds(unit).ok_or(UNFIT)?)
}

fn unit_milliseconds(unit: &str) -> Option<i128> {
    Some(match unit {
        "ms" => 1,
        "s" | "seconds" => 1000,
        "m" | "minutes" => 60_000,
        "h" | "hours" => 3_600_000,
        "d" | "days" => 86_400_000,
        _ => return None,
    })
}
