//! Dates and instants at the edges: leap day, year end, the first and last years, and the
//! hours at which clocks are moved.

use crate::evaluate::{ClockChange, epoch_milliseconds, utc_text};

/// A text with what is special about it.
pub(super) type Noted = (String, String);

const SECOND: i128 = 1_000_000_000;

fn noted(values: &[(&str, &str)]) -> Vec<Noted> {
    let noted = values.iter();
    noted
        .map(|(value, note)| ((*value).to_owned(), (*note).to_owned()))
        .collect()
}

/// Calendar dates.
pub(super) fn dates(changes: &[(String, ClockChange)]) -> Vec<Noted> {
    let mut found = noted(&[
        ("2024-02-29", "leap day"),
        ("2023-12-31", "year end"),
        ("2024-01-01", "a year's first day"),
        ("1900-01-01", "the first date there is"),
        ("9998-12-31", "the last date there is"),
    ]);
    for (zone, change) in changes {
        let day = change.wall.get(..10).unwrap_or_default().to_owned();
        found.push((day, format!("clocks of {zone} go {}", direction(change))));
    }
    found
}

/// Instants in RFC 3339.
pub(super) fn instants(changes: &[(String, ClockChange)]) -> Vec<Noted> {
    let mut found = noted(&[
        ("2024-02-29T23:59:59.999Z", "the end of a leap day"),
        ("2023-12-31T23:59:59Z", "the end of a year"),
        ("2024-01-01T00:00:00Z", "the begin of a year"),
        ("2024-12-31T20:30:00-05:30", "another year in UTC"),
        (
            "2024-05-31T09:30:00.123456789Z",
            "nine digits of a fraction",
        ),
        ("1900-01-01T00:00:00Z", "the first instant there is"),
        ("9998-12-31T23:59:59Z", "the last second there is"),
    ]);
    for (zone, change) in changes {
        let way = direction(change);
        let mut add = |at: i128, words: &str| {
            if let Ok(text) = utc_text(at) {
                found.push((text, format!("{words} clocks of {zone} go {way}")));
            }
        };
        add(change.at - SECOND, "the second before");
        add(change.at, "the moment at which");
        if change.moved < 0 {
            // The same time on the clock, once before the change and once after it.
            let half = i128::from(-change.moved) * SECOND / 2;
            add(change.at - half, "the first pass of the time repeated when");
            add(
                change.at + half,
                "the second pass of the time repeated when",
            );
        }
    }
    found
}

/// Dates and times without an offset, as the functions read them that are given a zone.
pub(super) fn local_times(changes: &[(String, ClockChange)]) -> Vec<Noted> {
    let mut found = noted(&[
        ("2024-02-29T23:59:59", "leap day"),
        ("2023-12-31T23:59:59", "year end"),
    ]);
    for (zone, change) in changes {
        let way = direction(change);
        // Half way into what is skipped, or shown twice.
        let half = i128::from(change.moved) * SECOND / 2;
        let wall = format!("{}Z", change.wall);
        let Ok(milliseconds) = epoch_milliseconds(&wall) else {
            continue;
        };
        if let Ok(text) = utc_text(i128::from(milliseconds) * 1_000_000 + half) {
            let local = text.trim_end_matches('Z').to_owned();
            let what = if change.moved > 0 {
                "a time that is skipped when"
            } else {
                "a time that is shown twice when"
            };
            found.push((local, format!("{what} clocks of {zone} go {way}")));
        }
    }
    found
}

const fn direction(change: &ClockChange) -> &'static str {
    if change.moved > 0 { "forward" } else { "back" }
}
