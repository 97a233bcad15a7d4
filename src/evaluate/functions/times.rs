//! Functions of dates and instants.

use super::{Arguments, Given, UNFIT};
use crate::evaluate::failure::{Failure, Stop};
use crate::evaluate::{Value, zone};
use crate::types::{FailureCode, NO_DATE, is_date};

pub(super) fn call(name: &str, arguments: &Arguments<'_, '_>) -> Option<Given> {
    Some(match name {
        "instant" => instant(arguments),
        "date" => date(arguments),
        "dateIn" => in_zone(arguments, zone::date_in),
        "startOfDay" => in_zone(arguments, zone::start_of_day),
        "iso" => moment(arguments).and_then(|time| text(zone::utc_text(time))),
        "plus" => shifted(arguments, 1),
        "minus" => shifted(arguments, -1),
        _ => return None,
    })
}

fn text(result: Result<String, Failure>) -> Given {
    Ok(Value::text(&result?))
}

/// The first argument as nanoseconds since 1970.
fn moment(arguments: &Arguments<'_, '_>) -> Result<i128, super::Halt> {
    Ok(zone::nanoseconds(&arguments.text(0)?.to_string())?)
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

fn in_zone(
    arguments: &Arguments<'_, '_>,
    apply: fn(i128, &str) -> Result<String, Failure>,
) -> Given {
    let time = moment(arguments)?;
    text(apply(time, &arguments.text(1)?.to_string()))
}

fn shifted(arguments: &Arguments<'_, '_>, sign: i128) -> Given {
    let length = match arguments.get(1) {
        Some(Value::Integer(amount)) => {
            let unit = arguments.text(2)?.to_string();
            i128::from(*amount) * unit_milliseconds(&unit).ok_or(UNFIT)?
        }
        _ => duration(&arguments.text(1)?.to_string())?,
    };
    if length < 0 {
        return Err(
            Failure::new(FailureCode::OutOfRange, "expected a duration such as 24h").into(),
        );
    }
    text(zone::utc_text(
        moment(arguments)? + sign * length * 1_000_000,
    ))
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
        "ms" | "milliseconds" => 1,
        "s" | "seconds" => 1000,
        "m" | "minutes" => 60_000,
        "h" | "hours" => 3_600_000,
        "d" | "days" => 86_400_000,
        _ => return None,
    })
}
