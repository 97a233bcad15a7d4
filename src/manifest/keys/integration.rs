//! `[integration]` and `[alerts]`.

use super::root::KEBAB;
use super::table::{Format, Key, Kind, NONE, Section};

pub static INTEGRATION: Section = Section {
    path: "integration",
    noun: "the integration",
    about: "The project on the platform.",
    keys: &[
        Key::new(
            "name",
            KEBAB,
            "The project's name: kebab-case, at most 63 characters.",
        )
        .required()
        .also(&["id", "title", "project", "slug", "key"])
        .example("\"orders-to-books\""),
        Key::new(
            "description",
            Kind::Text(Format::Any),
            "One sentence for people: what the integration does.",
        )
        .also(&["summary", "desc", "about", "purpose"]),
    ],
    ..NONE
};

pub static ALERTS: Section = Section {
    path: "alerts",
    noun: "alerts",
    about: "A notification channel, linked in every environment.",
    keys: &[
        Key::new(
            "email",
            Kind::Text(Format::Email),
            "The address that gets a message when a run fails.",
        )
        .also(&[
            "to",
            "address",
            "mail",
            "recipient",
            "e_mail",
            "emails",
            "recipients",
        ])
        .required(),
        Key::new(
            "cc",
            Kind::List {
                of: &Kind::Text(Format::Email),
                least: 0,
            },
            "Further addresses.",
        )
        .also(&["copy", "others"]),
    ],
    shorthand: Some("email"),
    ..NONE
};
