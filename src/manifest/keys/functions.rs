//! `[functions.NAME]`.

use super::table::{Format, Hint, Key, Kind, NONE, Naming, Section};

pub static FUNCTION: Section = Section {
    path: "functions.NAME",
    noun: "a function",
    about: "A pure function of your own, exported from a TypeScript file under `custom/`. \
gusset copies the file, never changes it, and has it type-checked with the rest.",
    keys: &[
        Key::new(
            "file",
            Kind::Text(Format::Any),
            "The TypeScript file, beside the manifest.",
        )
        .required()
        .also(&[
            "path", "source", "src", "module", "code", "script", "import", "filename",
        ])
        .example("\"custom/dimensions.ts\""),
        Key::new(
            "params",
            Kind::Map {
                names: Naming::Identifier,
                of: &Kind::Type,
            },
            "The parameters in order, by name, each with its type.",
        )
        .also(&[
            "parameters",
            "args",
            "arguments",
            "input",
            "inputs",
            "from",
            "takes",
        ])
        .example("{ amount = \"number\" }"),
        Key::new("returns", Kind::Type, "The type of the result.")
            .required()
            .also(&["return", "result", "output", "to", "return_type", "type"])
            .example("\"string\""),
    ],
    hints: &[Hint {
        words: &["name", "export", "function", "description"],
        key: None,
        help: "leave it out: the exported function has the name in the header, `[functions.NAME]`",
    }],
    shorthand: Some("file"),
    ..NONE
};
