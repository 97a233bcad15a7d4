//! `upsert` of a step.

use super::table::{Key, Kind, NONE, Section, Word};

pub static UPSERT: Section = Section {
    path: "workflows.NAME.steps.upsert",
    noun: "an upsert",
    about: "Creates a record, or updates the one that is there.",
    keys: &[
        Key::new(
            "find",
            Kind::Literal,
            "The request that looks for the record.",
        ),
        Key::new(
            "existing",
            Kind::Expression,
            "The record's key, from the answer of `find` or of the conflict.",
        ),
        Key::new("create", Kind::Literal, "The request that creates it."),
        Key::new(
            "conflict",
            Kind::Expression,
            "Whether the answer to `create` says that it is there already.",
        ),
        Key::new("update", Kind::Literal, "The request that updates it."),
        Key::new(
            "many",
            Kind::Word(&[
                Word::new("fail", "More than one match is an error."),
                Word::new("first", "The first match is taken."),
            ]),
            "What happens when several records match.",
        )
        .default("`fail`"),
        Key::new(
            "unchanged",
            Kind::Expression,
            "Whether an update would change nothing.",
        ),
    ],
    ..NONE
};
