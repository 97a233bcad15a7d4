//! Calendar dates in time zones, from the zones that are built in.

use std::sync::LazyLock;

use jiff::Timestamp;
use jiff::civil::Date;
use jiff::tz::{TimeZone, TimeZoneDatabase};

use super::failure::Failure;
use crate::types::{FailureCode, NO_DATE_TIME, read_instant};

/// The same on every machine; Deno has its own, perhaps of another age.
static ZONES: LazyLock<TimeZoneDatabase> = LazyLock::new(TimeZoneDatabase::bundled);

const NANOSECONDS: i128 = 1_000_000_000;

/// Nanoseconds since 1970 of an instant's text.
///
/// # Errors
/// Text that is no date-time with an offset.
pub(super) fn nanoseconds(text: &str) -> Result<i128, Failure> {
    read_instant(text).ok_or_else(|| Failure::of(NO_DATE_TIME))
}

/// An instant in UTC, with 0, 3, 6 or 9 digits of a second's fraction.
///
/// # Errors
/// An instant outside the years 1900 to 9998.
pub(super) fn utc_text(nanoseconds: i128) -> Result<String, Failure> {
    let outside = || {
        Failure::new(
            FailureCode::OutOfRange,
            "a date-time lies outside the years 1900 to 9998",
        )
    };
    let time = Timestamp::from_nanosecond(nanoseconds - nanoseconds.rem_euclid(NANOSECONDS))
        .map_err(|_| outside())?;
    let civil = TimeZone::UTC.to_datetime(time);
    if !(1900..=9998).contains(&civil.year()) {
        return Err(outside());
    }
    let mut fraction = format!("{:09}", nanoseconds.rem_euclid(NANOSECONDS));
    while fraction.ends_with("000") {
        fraction.truncate(fraction.len() - 3);
    }
    let point = if fraction.is_empty() { "" } else { "." };
    Ok(format!(
        "{}{point}{fraction}Z",
        civil.strftime("%Y-%m-%dT%H:%M:%S")
    ))
}

/// The calendar date in a zone at an instant.
///
/// # Errors
/// A zone that does not exist, and a date outside the years 1900 to 9998.
pub(super) fn date_in(nanoseconds: i128, zone: &str) -> Result<String, Failure> {
    let (date, _) = wall(nanoseconds, zone)?;
    if !(1900..=9998).contains(&date.year()) {
        return Err(Failure::new(
            FailureCode::OutOfRange,
            "a date lies outside the years 1900 to 9998",
        ));
    }
    Ok(date.to_string())
}

/// The first instant, in UTC, of the day that a zone has at an instant.
///
/// # Errors
/// A zone that does not exist, and an instant outside the years 1900 to 9998.
pub(super) fn start_of_day(nanoseconds: i128, zone: &str) -> Result<String, Failure> {
    let (date, zone) = wall(nanoseconds, zone)?;
    let start = date
        .at(12, 0, 0, 0)
        .to_zoned(zone)
        .and_then(|noon| noon.start_of_day())
        .map_err(|_| unknown_zone())?;
    utc_text(start.timestamp().as_nanosecond())
}

fn wall(nanoseconds: i128, zone: &str) -> Result<(Date, TimeZone), Failure> {
    let zone = ZONES.get(zone).map_err(|_| unknown_zone())?;
    let time = Timestamp::from_nanosecond(nanoseconds).map_err(|_| Failure::of(NO_DATE_TIME))?;
    Ok((zone.to_datetime(time).date(), zone))
}

fn unknown_zone() -> Failure {
    Failure::new(FailureCode::UnknownZone, "the time zone is not known")
}
