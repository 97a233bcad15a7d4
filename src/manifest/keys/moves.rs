//! `[[moved]]` and `[[removed]]`.

use super::table::{Format, Key, Kind, NONE, Section};

pub static MOVED: Section = Section {
    path: "moved",
    noun: "a renaming",
    about: "An object of the platform that gets another name: a system, a variable or an environment. \
Its block has the new name already. `gusset apply` renames it, where the platform allows that, and says what \
is to be done by hand. The entry can go once every environment has been applied.",
    keys: &[
        Key::new(
            "from",
            Kind::Text(Format::Any),
            "What it was called: `systems.shop`.",
        )
        .required()
        .example("\"systems.shop\""),
        Key::new(
            "to",
            Kind::Text(Format::Any),
            "What it is called now: `systems.store`.",
        )
        .required()
        .example("\"systems.store\""),
        Key::new("reason", Kind::Text(Format::Any), "Why, for the reviewer.").required(),
    ],
    ..NONE
};

pub static REMOVED: Section = Section {
    path: "removed",
    noun: "a deletion",
    about: "An object of the platform that is deleted: a system, a variable, an environment, or `alerts`. \
Its block is gone already. `gusset apply` deletes it, where the platform allows that, and says what is to be \
done by hand. Without such an entry an object whose block is gone stays. The entry can go once every environment \
has been applied. Workflows, mappings and types need none: they are gone with their blocks.",
    keys: &[
        Key::new(
            "object",
            Kind::Text(Format::Any),
            "What is deleted: `systems.shop`, `variables.tax_code`, `environments.staging`, `alerts`.",
        )
        .required()
        .example("\"systems.shop\""),
        Key::new("reason", Kind::Text(Format::Any), "Why, for the reviewer.").required(),
    ],
    ..NONE
};
