//! `[variables.NAME]`.

use super::inline_schema::schema_keys;
use super::table::{Choice, Hint, Key, Kind, Section, When};

pub static VARIABLE: Section = Section {
    path: "variables.NAME",
    noun: "a variable",
    about: "A value that each activation sets: JSON Schema, with `required` as a boolean beside it. `variables.NAME` in expressions.",
    keys: schema_keys![
        When::Always;
        Key::new(
            "required",
            Kind::Boolean,
            "Whether every activation has to set it.",
        )
        .default("false")
        .also(&["mandatory", "needed"])
    ],
    choices: &[Choice {
        noun: "type",
        keys: &[
            "type",
            "enum",
            "const",
            "$ref",
            "oneOf",
            "anyOf",
            "allOf",
            "properties",
            "items",
        ],
        exclusive: false,
        required: true,
        help: "say what it is: `type = \"string\"`",
    }],
    hints: &[
        Hint {
            words: &["optional"],
            key: None,
            help: "write `required = true` where it has to be set; a variable is optional otherwise",
        },
        Hint {
            words: &["value"],
            key: None,
            help: "write the value of an environment there: `[environments.NAME.variables]`; `default` here holds for all; what never changes belongs in `[constants]`",
        },
        Hint {
            words: &["secret", "sensitive"],
            key: None,
            help: "leave it out: secrets are never variables; declare the system's `auth`",
        },
    ],
    shorthand: Some("type"),
};
