//! Pages, windows and loops of a step.

use super::table::{Format, Key, Kind, NONE, Section, Word};

pub static DEDUPE: Section = Section {
    path: "workflows.NAME.dedupe",
    noun: "a deduplication",
    about: "What is handled once.",
    keys: &[
        Key::new("key", Kind::Expression, "What makes two events the same.").required(),
        Key::new("keep", Kind::Duration, "How long a key is remembered.").default("`7d`"),
        Key::new(
            "duplicate",
            Kind::Literal,
            "The answer to an event that was handled already.",
        ),
    ],
    ..NONE
};

pub static PAGINATE: Section = Section {
    path: "workflows.NAME.steps.paginate",
    noun: "a pagination",
    about: "How the next page is asked for: one of `token`, `next_url`, `link`, `page` and `offset`.",
    keys: &[
        Key::new(
            "token",
            Kind::Expression,
            "The next page's token; absent at the end.",
        ),
        Key::new(
            "next_url",
            Kind::Expression,
            "The next page's URL; absent at the end.",
        ),
        Key::new(
            "link",
            Kind::Text(Format::Any),
            "The relation in the `Link` header: `next`.",
        ),
        Key::new("page", Kind::Expression, "The number of the first page."),
        Key::new("offset", Kind::Expression, "The first offset."),
        Key::new("size", Kind::Expression, "How many records a page has."),
        Key::new(
            "stop",
            Kind::Expression,
            "Whether this page was the last one.",
        ),
        Key::new(
            "max_pages",
            Kind::Integer {
                min: 1,
                max: 1_000_000,
            },
            "The greatest number of pages.",
        )
        .default("1000"),
        Key::new(
            "max_items",
            Kind::Integer {
                min: 1,
                max: 100_000_000,
            },
            "The greatest number of records.",
        ),
        Key::new(
            "at_limit",
            Kind::Text(Format::Any),
            "What happens at the limit.",
        )
        .default("`fail`"),
    ],
    ..NONE
};

pub static WINDOW: Section = Section {
    path: "workflows.NAME.steps.window",
    noun: "a window",
    about: "What is new since the last run.",
    keys: &[
        Key::new(
            "state",
            Kind::Reference("state"),
            "Where the end of the last window is kept.",
        ),
        Key::new("from", Kind::Expression, "Where the window begins."),
        Key::new("to", Kind::Expression, "Where the window ends.").default("the start of the run"),
        Key::new(
            "field",
            Kind::Expression,
            "The time of a record, as a function of it.",
        ),
        Key::new(
            "slice",
            Kind::Duration,
            "The longest window of one request.",
        ),
        Key::new("lookback", Kind::Duration, "How far the windows overlap."),
        Key::new(
            "commit",
            Kind::Word(&[
                Word::new("end", "After the last page."),
                Word::new("page", "After each page."),
            ]),
            "When the state moves on.",
        )
        .default("`end`"),
    ],
    ..NONE
};
