//! Instants and calendar dates, and the time zones that are built in.

use std::sync::LazyLock;

use jiff::Timestamp;
use jiff::civil::{Date, DateTime};
use jiff::tz::{AmbiguousOffset, TimeZone, TimeZoneDatabase};

use super::failure::Failure;
use crate::types::{FailureCode, NO_DATE_TIME, OUTSIDE_YEARS, read_instant};

/// The same on every machine; Deno has its own, perhaps of another age.
static ZONES: LazyLock<TimeZoneDatabase> = LazyLock::new(TimeZoneDatabase::bundled);

const SECOND: i128 = 1_000_000_000;
const MILLISECOND: i128 = 1_000_000;

/// Nanoseconds since 1970 of an instant's text.
///
/// # Errors
/// Text that is no date-time with an offset.
pub(super) fn nanoseconds(text: &str) -> Result<i128, Failure> {
    read_instant(text).ok_or_else(|| Failure::of(NO_DATE_TIME))
}

/// The millisecond since 1970 that an instant's text lies in.
///
/// # Errors
/// Text that is no date-time with an offset.
pub fn epoch_milliseconds(text: &str) -> Result<i64, Failure> {
    let milliseconds = nanoseconds(text)?.div_euclid(MILLISECOND);
    i64::try_from(milliseconds).map_err(|_| Failure::of(OUTSIDE_YEARS))
}

/// An instant in UTC, with 0, 3, 6 or 9 digits of a second's fraction.
///
/// # Errors
/// An instant outside the years 1900 to 9998.
pub fn utc_text(nanoseconds: i128) -> Result<String, Failure> {
    let outside = || Failure::of(OUTSIDE_YEARS);
    let rest = nanoseconds.rem_euclid(SECOND);
    let time = Timestamp::from_nanosecond(nanoseconds - rest).map_err(|_| outside())?;
    let civil = TimeZone::UTC.to_datetime(time);
    if !(1900..=9998).contains(&civil.year()) {
        return Err(outside());
    }
    let mut fraction = format!("{rest:09}");
    while fraction.ends_with("000") {
        fraction.truncate(fraction.len() - 3);
    }
    let point = if fraction.is_empty() { "" } else { "." };
    let whole = civil.strftime("%Y-%m-%dT%H:%M:%S");
    Ok(format!("{whole}{point}{fraction}Z"))
}

/// A date's text.
///
/// # Errors
/// A date outside the years 1900 to 9998.
pub(super) fn date_text(date: Option<Date>) -> Result<String, Failure> {
    match date {
        Some(date) if (1900..=9998).contains(&date.year()) => Ok(date.to_string()),
        _ => Err(Failure::new(
            FailureCode::OutOfRange,
            "a date lies outside the years 1900 to 9998",
        )),
    }
}

/// What clocks in a zone show at an instant.
///
/// # Errors
/// A zone that does not exist.
pub(super) fn wall_clock(nanoseconds: i128, zone: &str) -> Result<DateTime, Failure> {
    let zone = find(zone)?;
    let time = Timestamp::from_nanosecond(nanoseconds).map_err(|_| Failure::of(NO_DATE_TIME))?;
    Ok(zone.to_datetime(time))
}

/// The first instant, in UTC, at which clocks in a zone show a date or a later one.
///
/// # Errors
/// A zone that does not exist, and an instant outside the years 1900 to 9998.
pub(super) fn start_of(date: Date, zone: &str) -> Result<String, Failure> {
    let zone = find(zone)?;
    let ambiguous = zone.to_ambiguous_zoned(date.at(0, 0, 0, 0));
    let skipped = matches!(ambiguous.offset(), AmbiguousOffset::Gap { .. });
    let start = ambiguous
        .compatible()
        .map_err(|_| Failure::of(OUTSIDE_YEARS))?
        .timestamp();
    // Of a midnight that is skipped, the day begins at the end of the skip, which is the
    // last change of the clocks up to then.
    let change = skipped
        .then(|| {
            let after = start
                .checked_add(jiff::SignedDuration::from_nanos(1))
                .ok()?;
            zone.preceding(after).next()
        })
        .flatten();
    let start = change.map_or(start, |change| change.timestamp());
    utc_text(start.as_nanosecond())
}

/// The instant, in UTC, at which clocks in a zone show a date and time: the earlier of
/// two; where they skip it, as if they had not moved on yet.
///
/// # Errors
/// A zone that does not exist, and an instant outside the years 1900 to 9998.
pub(super) fn local_instant(wall: DateTime, zone: &str) -> Result<String, Failure> {
    let time = find(zone)?
        .to_ambiguous_zoned(wall)
        .compatible()
        .map_err(|_| Failure::of(OUTSIDE_YEARS))?;
    utc_text(time.timestamp().as_nanosecond())
}

/// A change of the clocks in a zone.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ClockChange {
    /// The first nanosecond since 1970 after it.
    pub at: i128,
    /// Seconds by which clocks are moved on, or below zero back.
    pub moved: i32,
    /// What clocks would show then without it, as `2025-03-30T02:00:00`.
    pub wall: String,
}

/// The latest change forward and the latest change back before 2024 in a zone; none where
/// clocks were not moved in the 200 changes before, or there is no such zone.
pub fn clock_changes(zone: &str) -> Vec<ClockChange> {
    /// 2024-01-01T00:00:00Z: fixed, so that two runs give the same, and old enough for
    /// the tables of any Deno.
    const UNTIL: i64 = 1_704_067_200;
    let (Ok(zone), Ok(until)) = (find(zone), Timestamp::from_second(UNTIL)) else {
        return Vec::new();
    };
    let mut found: Vec<ClockChange> = Vec::new();
    for change in zone.preceding(until).take(200) {
        let at = change.timestamp();
        let Ok(before) = at.checked_sub(jiff::SignedDuration::from_nanos(1)) else {
            break;
        };
        let before = zone.to_offset(before);
        let moved = change.offset().seconds() - before.seconds();
        if moved != 0 && found.iter().all(|known| (known.moved < 0) != (moved < 0)) {
            found.push(ClockChange {
                at: at.as_nanosecond(),
                moved,
                wall: before
                    .to_datetime(at)
                    .strftime("%Y-%m-%dT%H:%M:%S")
                    .to_string(),
            });
        }
        if found.len() == 2 {
            break;
        }
    }
    found
}

fn find(zone: &str) -> Result<TimeZone, Failure> {
    ZONES
        .get(zone)
        .map_err(|_| Failure::new(FailureCode::UnknownZone, "the time zone is not known"))
}
