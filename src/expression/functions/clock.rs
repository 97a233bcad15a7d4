//! Dates and instants, from text and numbers and back.

use super::row::{free, needs, signature};
use super::{Emit, Function, Pattern, Returns};

const TEXT: Returns = Returns::Is(Pattern::String);

pub(super) static TABLE: &[Function] = &[
    free("date")
        .does("the date that a text names, as in `2024-02-29`, or as a pattern says")
        .edges("years 1900 to 9998; a pattern is literal, of `yyyy`, `MM` or `M`, `dd` or `d`, each once, and signs between them; `M` and `d` take one or two digits")
        .example("date(source.due_on, 'MM/dd/yyyy')")
        .fails("the text is not such a date, or names a day that does not exist")
        .also(&["parse_date", "parseDate", "localDate"])
        .by(&[
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
            signature(
                &[
                    needs("text", Pattern::String),
                    needs("pattern", Pattern::ReadFormat),
                ],
                Returns::Is(Pattern::Date),
                Emit::Helper("parseDate"),
            ),
        ]),
    free("instant")
        .does("the instant that a text names: RFC 3339 with an offset, or a local time with its zone")
        .edges("with an offset: date, `T`, time to the second, at most 9 digits of a fraction, `Z` or `+hh:mm`; years 1900 to 9998, no second 60; the text stays as it is. With a zone: date, `T` or a blank, time with or without seconds, no offset; a time that clocks show twice is the earlier one, one that they skip is moved on by the length of the skip; the result is in UTC")
        .example("instant(source.created_at)")
        .fails("the text is not in that form, names a day that does not exist, or there is no such zone")
        .also(&[
            "datetime",
            "dateTime",
            "date_time",
            "parse_timestamp",
            "timestamp",
            "Date",
            "toDate",
            "to_date",
        ])
        .by(&[
            signature(
                &[needs("text", Pattern::InstantText)],
                Returns::Is(Pattern::DateTime),
                Emit::Helper("instant"),
            ),
            signature(
                &[needs("instant", Pattern::DateTime)],
                Returns::Is(Pattern::DateTime),
                Emit::Identity,
            ),
            signature(
                &[
                    needs("text", Pattern::LocalText),
                    needs("zone", Pattern::Zone),
                ],
                Returns::Is(Pattern::DateTime),
                Emit::Helper("localInstant"),
            ),
        ]),
    free("iso")
        .does("an instant as text, in UTC and the form of RFC 3339")
        .edges("ends in `Z`; a fraction of a second has 3, 6 or 9 digits, and is left out where it is zero")
        .example("iso(run.started_at)")
        .also(&[
            "toISOString",
            "to_iso",
            "toISO",
            "isoformat",
            "iso8601",
            "format_timestamp",
        ])
        .by(&[signature(
            &[needs("instant", Pattern::DateTime)],
            TEXT,
            Emit::Helper("iso"),
        )]),
    free("fromEpochSeconds")
        .does("the instant that many seconds after 1970 began in UTC")
        .edges("negative numbers lie before")
        .example("fromEpochSeconds(source.created)")
        .fails("the instant lies outside the years 1900 to 9998")
        .also(&["from_epoch", "fromUnix", "from_unix", "fromTimestamp", "from_epoch_s", "epochToDate"])
        .by(&[signature(
            &[needs("seconds", Pattern::Integer)],
            Returns::Is(Pattern::DateTime),
            Emit::Helper("fromEpochSeconds"),
        )]),
    free("fromEpochMilliseconds")
        .does("the instant that many milliseconds after 1970 began in UTC")
        .edges("negative numbers lie before")
        .example("fromEpochMilliseconds(source.updated_ms)")
        .fails("the instant lies outside the years 1900 to 9998")
        .also(&["from_epoch_ms", "fromMillis", "from_millis", "fromEpochMs"])
        .by(&[signature(
            &[needs("milliseconds", Pattern::Integer)],
            Returns::Is(Pattern::DateTime),
            Emit::Helper("fromEpochMilliseconds"),
        )]),
    free("epochSeconds")
        .does("the seconds from the beginning of 1970 in UTC to an instant")
        .edges("a fraction is dropped towards the past: half a second before 1970 is -1")
        .example("epochSeconds(source.created_at)")
        .also(&["epoch", "unix", "to_epoch", "toUnix", "toEpoch", "unixTime", "epoch_s"])
        .by(&[signature(
            &[needs("instant", Pattern::DateTime)],
            Returns::Is(Pattern::Integer),
            Emit::Helper("epochSeconds"),
        )]),
    free("epochMilliseconds")
        .does("the milliseconds from the beginning of 1970 in UTC to an instant")
        .edges("a fraction is dropped towards the past")
        .example("epochMilliseconds(source.created_at)")
        .also(&["getTime", "valueOf", "toMillis", "to_millis", "epoch_ms", "millis"])
        .by(&[signature(
            &[needs("instant", Pattern::DateTime)],
            Returns::Is(Pattern::Integer),
            Emit::Helper("epochMilliseconds"),
        )]),
    free("formatDate")
        .does("a date, or an instant in a zone, as text by a pattern")
        .edges("the pattern is literal: `yyyy` `yy` `MM` `M` `dd` `d`, of an instant also `HH` `H` `mm` `ss` (24 hours), signs, blanks and `T`; an instant's fraction of a second is dropped")
        .example("formatDate(source.due, 'dd.MM.yyyy')")
        .fails("there is no such zone")
        .also(&["format_date", "strftime", "format", "toLocaleDateString", "dateFormat"])
        .by(&[
            signature(
                &[
                    needs("date", Pattern::Date),
                    needs("pattern", Pattern::WriteFormat { time: false }),
                ],
                TEXT,
                Emit::Helper("formatDate"),
            ),
            signature(
                &[
                    needs("instant", Pattern::DateTime),
                    needs("pattern", Pattern::WriteFormat { time: true }),
                    needs("zone", Pattern::Zone),
                ],
                TEXT,
                Emit::Helper("formatInstant"),
            ),
        ]),
];
