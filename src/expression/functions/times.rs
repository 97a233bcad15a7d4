//! Functions of dates and instants. A calendar date of an instant names its zone.

use super::row::{free, needs, signature};
use super::{Emit, Function, Pattern, Returns};

/// The units of `plus` and `minus` of an instant; a day there is 24 hours.
pub const UNITS: &[&str] = &["seconds", "minutes", "hours", "days"];

/// The units of `plus` and `minus` of a date.
pub const DATE_UNITS: &[&str] = &["days", "weeks", "months", "years"];

const INSTANT: Returns = Returns::Is(Pattern::DateTime);
const DATE: Returns = Returns::Is(Pattern::Date);

const OUTSIDE: &str = "the result lies outside the years 1900 to 9998";

/// `(instant, n, unit)`, `(instant, '24h')` and `(date, n, unit)`.
macro_rules! shift {
    ($helper:literal, $back:literal) => {
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
            signature(
                &[
                    needs("date", Pattern::Date),
                    needs("amount", Pattern::Integer),
                    needs("unit", Pattern::Words(DATE_UNITS)),
                ],
                DATE,
                Emit::Calendar { back: $back },
            ),
        ]
    };
}

pub(super) static TABLE: &[Function] = &[
    free("dateIn")
        .does("the calendar date of an instant in a time zone")
        .edges("zones are those of the IANA database, by name; a literal one is looked up when the manifest is checked")
        .example("dateIn(source.created_at, 'America/New_York')")
        .fails("the zone is not literal and there is none of that name")
        .also(&["date_in", "dateInZone", "to_local_date", "localDateIn"])
        .by(&[signature(
            &[
                needs("instant", Pattern::DateTime),
                needs("zone", Pattern::Zone),
            ],
            DATE,
            Emit::Helper("dateIn"),
        )]),
    free("startOfDay")
        .does("the instant at which a date, or the day of an instant, begins in a time zone")
        .edges("where clocks skip midnight, the day begins at the end of the skip; where midnight comes twice, at the first; in UTC without a fraction")
        .example("startOfDay(run.started_at, 'UTC')")
        .fails("the zone is not literal and there is none of that name")
        .also(&["start_of_day", "midnight", "beginning_of_day"])
        .by(&[
            signature(
                &[
                    needs("instant", Pattern::DateTime),
                    needs("zone", Pattern::Zone),
                ],
                INSTANT,
                Emit::Helper("startOfDay"),
            ),
            signature(
                &[
                    needs("date", Pattern::Date),
                    needs("zone", Pattern::Zone),
                ],
                INSTANT,
                Emit::Helper("startOfDate"),
            ),
        ]),
    free("plus")
        .does("a later instant or date, by a number of units, or an instant by a duration")
        .edges("an instant by seconds, minutes, hours or days of 24 hours, and in UTC afterwards; a date by days, weeks, months or years, where a day that the month does not have becomes its last: a month after 2024-01-31 is 2024-02-29; a negative number goes back")
        .example("plus(source.due, 30, 'days')")
        .fails(OUTSIDE)
        .also(&[
            "add_days",
            "addDays",
            "add_hours",
            "addHours",
            "dateAdd",
            "date_add",
            "add_months",
            "addMonths",
        ])
        .by(shift!("plus", false)),
    free("minus")
        .does("an earlier instant or date, by a number of units, or an instant by a duration")
        .edges("as `plus`")
        .example("minus(run.started_at, '24h')")
        .fails(OUTSIDE)
        .also(&[
            "subtract",
            "subDays",
            "sub_days",
            "subtract_days",
            "dateSub",
            "date_sub",
        ])
        .by(shift!("minus", true)),
    free("daysBetween")
        .does("the number of days from one date to another")
        .edges("negative where the second comes first")
        .example("daysBetween(source.issued, source.due)")
        .also(&["days_between", "dateDiff", "date_diff", "diffDays", "days_until"])
        .by(&[signature(
            &[
                needs("from", Pattern::Date),
                needs("to", Pattern::Date),
            ],
            Returns::Is(Pattern::Integer),
            Emit::Helper("daysBetween"),
        )]),
];
