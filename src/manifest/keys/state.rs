//! `[state.NAME]`.

use super::table::{Format, Key, Kind, NONE, Section, Word};

pub static STATE: Section = Section {
    path: "state.NAME",
    noun: "a state value",
    about: "A value that the integration keeps between runs.",
    keys: &[
        Key::new("type", Kind::Type, "The type of the value.")
            .required()
            .example("\"date-time\""),
        Key::new(
            "scope",
            Kind::Word(&[
                Word::new("activation", "One value per activation."),
                Word::new("project", "One value for the whole project."),
                Word::new("user", "One value per user."),
                Word::new("organization", "One value for the organisation.")
                    .also(&["organisation", "org"]),
            ]),
            "Who shares the value.",
        )
        .default("`activation`"),
        Key::new(
            "initial",
            Kind::Literal,
            "The value before the first run has set one.",
        )
        .also(&["default", "start"]),
        Key::new(
            "key",
            Kind::Text(Format::Any),
            "The name in the platform's store; it survives a renaming here.",
        )
        .default("the name"),
    ],
    ..NONE
};
