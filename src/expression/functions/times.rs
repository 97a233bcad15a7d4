//! Functions of dates and instants. A calendar date of an instant names its zone.

use super::{Emit, Form, Function, Pattern, Returns, needs, signature};

/// The units of `plus` and `minus` of an instant; a day there is 24 hours.
pub const UNITS: &[&str] = &["seconds", "minutes", "hours", "days"];

const INSTANT: Returns = Returns::Is(Pattern::DateTime);

const fn free(
    name: &'static str,
    summary: &'static str,
    example: &'static str,
    fails: Option<&'static str>,
    synonyms: &'static [&'static str],
    signatures: &'static [super::Signature],
) -> Function {
    Function {
        name,
        form: Form::Free,
        summary,
        example,
        fails,
        signatures,
        synonyms,
        since: "0.1.0",
    }
}

/// `(instant, n, unit)` and `(instant, '24h')`.
macro_rules! shift {
    ($helper:literal) => {
        &[
            signature(
                &[
                    needs("instant", Pattern::DateTime),
                    needs("amount", Pattern::Integer),
                    needs("unit", Pattern::Words(UNITS)),
                ],
                INSTANT,
                Emit::Shift($helper),
            ),
            signature(
                &[
                    needs("instant", Pattern::DateTime),
                    needs("duration", Pattern::Duration),
                ],
                INSTANT,
                Emit::Helper($helper),
            ),
        ]
    };
}

pub(super) static TABLE: &[Function] = &[
    free(
        "instant",
        "the instant that a text names, in the form of RFC 3339",
        "instant(source.created_at)",
        Some("the text is not RFC 3339 with an offset, or names a day that does not exist"),
        &[
            "datetime",
            "dateTime",
            "date_time",
            "parse_timestamp",
            "timestamp",
            "Date",
            "toDate",
            "to_date",
        ],
        &[
            signature(
                &[needs("text", Pattern::InstantText)],
                INSTANT,
                Emit::Helper("instant"),
            ),
            signature(
                &[needs("instant", Pattern::DateTime)],
                INSTANT,
                Emit::Identity,
            ),
        ],
    ),
    free(
        "date",
        "the date that a text names, as in `2024-02-29`",
        "date(source.due_on)",
        Some("the text is not a date, or names a day that does not exist"),
        &["parse_date", "parseDate", "localDate"],
        &[
            signature(
                &[needs("text", Pattern::DateText)],
                Returns::Is(Pattern::Date),
                Emit::Helper("date"),
            ),
            signature(
                &[needs("date", Pattern::Date)],
                Returns::Is(Pattern::Date),
                Emit::Identity,
            ),
        ],
    ),
    free(
        "dateIn",
        "the calendar date of an instant in a time zone",
        "dateIn(instant(source.created_at), 'America/New_York')",
        Some("the zone is not literal and there is none of that name"),
        &[
            "date_in",
            "format_date",
            "formatDate",
            "toLocaleDateString",
            "dateInZone",
        ],
        &[signature(
            &[
                needs("instant", Pattern::DateTime),
                needs("zone", Pattern::Zone),
            ],
            Returns::Is(Pattern::Date),
            Emit::Helper("dateIn"),
        )],
    ),
    free(
        "startOfDay",
        "the instant at which the day of an instant begins in a time zone",
        "startOfDay(run.started_at, 'UTC')",
        Some("the zone is not literal and there is none of that name"),
        &["start_of_day", "midnight", "beginning_of_day"],
        &[signature(
            &[
                needs("instant", Pattern::DateTime),
                needs("zone", Pattern::Zone),
            ],
            INSTANT,
            Emit::Helper("startOfDay"),
        )],
    ),
    free(
        "iso",
        "an instant as text, in UTC and the form of RFC 3339",
        "iso(run.started_at)",
        None,
        &[
            "toISOString",
            "to_iso",
            "toISO",
            "isoformat",
            "iso8601",
            "format_timestamp",
        ],
        &[signature(
            &[needs("instant", Pattern::DateTime)],
            Returns::Is(Pattern::String),
            Emit::Helper("iso"),
        )],
    ),
    free(
        "plus",
        "a later instant, by a number of units or a duration",
        "plus(instant(source.shipped_at), 3, 'days')",
        None,
        &[
            "add_days",
            "addDays",
            "add_hours",
            "addHours",
            "dateAdd",
            "date_add",
        ],
        shift!("plus"),
    ),
    free(
        "minus",
        "an earlier instant, by a number of units or a duration",
        "minus(run.started_at, '24h')",
        None,
        &[
            "subtract",
            "subDays",
            "sub_days",
            "subtract_days",
            "dateSub",
            "date_sub",
        ],
        shift!("minus"),
    ),
];
