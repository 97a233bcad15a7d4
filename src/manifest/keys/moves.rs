//! `[[moved]]` and `[[removed]]`.

use super::table::{Format, Key, Kind, NONE, Section};

pub static MOVED: Section = Section {
    path: "moved",
    noun: "a renaming",
    about: "An object of the platform that gets another name.",
    keys: &[
        Key::new(
            "from",
            Kind::Text(Format::Any),
            "What it was called: `systems.shop`.",
        )
        .required(),
        Key::new("to", Kind::Text(Format::Any), "What it is called now.").required(),
        Key::new("reason", Kind::Text(Format::Any), "Why, for the reviewer.").required(),
    ],
    ..NONE
};

pub static REMOVED: Section = Section {
    path: "removed",
    noun: "a deletion",
    about: "An object of the platform that is deleted.",
    keys: &[
        Key::new(
            "object",
            Kind::Text(Format::Any),
            "What is deleted: `workflows.sync`.",
        )
        .required(),
        Key::new("reason", Kind::Text(Format::Any), "Why, for the reviewer.").required(),
    ],
    ..NONE
};
