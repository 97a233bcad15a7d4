//! `[mappings.NAME]` and its tests.

use super::table::{Format, Hint, Key, Kind, NONE, Naming, Section, When};

pub static MAPPING: Section = Section {
    path: "mappings.NAME",
    noun: "a mapping",
    about: "A typed function: `fields` is a tree shaped like the target, whose leaves are expressions. \
Expressions call it by its name: `items.map(to_line)`.",
    keys: &[
        Key::new(
            "from",
            Kind::Either(&[
                Kind::Type,
                Kind::Map {
                    names: Naming::Identifier,
                    of: &Kind::Type,
                },
            ]),
            "The type of the input, which expressions call `source`; or several inputs by name.",
        )
        .required()
        .also(&[
            "source",
            "input",
            "inputs",
            "in",
            "source_type",
            "src",
            "params",
            "args",
            "takes",
        ])
        .example("\"order\""),
        Key::new("to", Kind::Type, "The type of the result.")
            .required()
            .also(&[
                "target",
                "output",
                "returns",
                "out",
                "target_type",
                "dest",
                "destination",
                "result",
                "into",
            ])
            .example("\"invoice\""),
        Key::new(
            "let",
            Kind::Map {
                names: Naming::Identifier,
                of: &Kind::Expression,
            },
            "Values with names, each of which may use those above it.",
        )
        .also(&[
            "vars",
            "variables",
            "with",
            "locals",
            "lets",
            "define",
            "const",
            "where",
        ])
        .example("{ quantity = \"source.quantity ?? 0\" }"),
        Key::new(
            "fields",
            Kind::Expression,
            "The target, field by field: nested as the target is, the leaves expressions.",
        )
        .required_when(When::Lacks(&["copy"]))
        .also(&[
            "mapping",
            "map",
            "field",
            "rows",
            "set",
            "assign",
            "properties",
            "body",
            "columns",
            "mappings",
            "rules",
            "template",
            "value",
            "values",
            "transform",
        ])
        .example("{ id = \"source.id\" }"),
        Key::new(
            "copy",
            Kind::Either(&[
                Kind::Text(Format::Any),
                Kind::List {
                    of: &Kind::Text(Format::Any),
                    least: 1,
                },
            ]),
            "Fields that are taken over from `source` under the same name, before those of `fields`; `\"*\"` for all that both have and `fields` has not.",
        )
        .also(&["pass", "passthrough", "pick", "include", "same", "keep"])
        .example("[\"id\", \"currency\"]"),
        Key::new(
            "except",
            Kind::List {
                of: &Kind::Text(Format::Any),
                least: 1,
            },
            "Fields that `copy = \"*\"` leaves out.",
        )
        .only(When::Has(&["copy"]))
        .also(&["omit", "exclude", "without", "drop"])
        .example("[\"metadata\"]"),
        Key::new(
            "tests",
            Kind::List {
                of: &Kind::Table(&TEST),
                least: 0,
            },
            "Cases that `gusset test` and the generated tests run.",
        )
        .also(&["test", "cases", "examples", "test_cases", "specs"]),
    ],
    hints: &[
        Hint {
            words: &["description", "name"],
            key: None,
            help: "leave it out: a mapping is named by its header, `[mappings.NAME]`; a comment can explain it",
        },
        Hint {
            words: &["default", "defaults", "on_null", "on_missing"],
            key: None,
            help: "say it in the row: `note = \"source.note ?? ''\"`",
        },
        Hint {
            words: &["when", "if", "filter", "condition"],
            key: None,
            help: "say it in the row: `note = \"source.paid ? 'paid' : 'open'\"`, or filter where the mapping is called: `items.filter(i => i.quantity > 0).map(to_line)`",
        },
    ],
    ..NONE
};

static TEST: Section = Section {
    path: "mappings.NAME.tests",
    noun: "a test",
    about: "One case of a mapping: an input, and what comes of it.",
    keys: &[
        Key::new("name", Kind::Text(Format::Any), "What the case shows.")
            .required()
            .also(&["title", "description", "case", "id", "label", "test"])
            .example("\"price times quantity\""),
        Key::new(
            "input",
            Kind::Literal,
            "The input as TOML, or the path of a JSON file; with several inputs, a table of them.",
        )
        .required()
        .also(&[
            "given", "in", "source", "from", "inputs", "arrange", "data", "sample",
        ])
        .example("{ id = 1 }"),
        Key::new(
            "with",
            Kind::Table(&WITH),
            "Variables and constants as the case has them.",
        )
        .also(&["context", "where", "env", "using", "given_variables"])
        .example("{ variables = { region = \"eu\" } }"),
        Key::new(
            "expect",
            Kind::Literal,
            "The whole result as TOML, or the path of a JSON file. `gusset test --update` writes one that is missing.",
        )
        .only(When::Lacks(&["fails", "contains"]))
        .also(&[
            "expected", "output", "result", "to", "then", "returns", "want", "equals", "expects",
            "out",
        ])
        .example("{ id = 1 }"),
        Key::new(
            "contains",
            Kind::Literal,
            "A part of the result as TOML, or the path of a JSON file: objects may have more fields, arrays must have as many items.",
        )
        .only(When::Lacks(&["fails"]))
        .also(&[
            "expect_part",
            "expect_subset",
            "subset",
            "partial",
            "matches",
            "includes",
            "expect_partial",
            "has",
        ])
        .example("{ id = 1 }"),
        Key::new(
            "fails",
            Kind::Text(Format::Any),
            "Part of the message with which the case has to fail.",
        )
        .also(&[
            "error",
            "throws",
            "fail",
            "expect_error",
            "raises",
            "failure",
        ])
        .example("\"no currency\""),
    ],
    hints: &[Hint {
        words: &["variables", "constants"],
        key: Some("with"),
        help: "write it in `with`: `with = { variables = { region = \"eu\" } }`",
    }],
    ..NONE
};

static WITH: Section = Section {
    path: "mappings.NAME.tests.with",
    noun: "a test's context",
    about: "What the case finds beside its input.",
    keys: &[
        Key::new(
            "variables",
            Kind::Map {
                names: Naming::Identifier,
                of: &Kind::Literal,
            },
            "Values of `[variables.NAME]`.",
        )
        .also(&["vars"]),
        Key::new(
            "constants",
            Kind::Map {
                names: Naming::Identifier,
                of: &Kind::Literal,
            },
            "Values in place of `[constants]`.",
        )
        .also(&["consts"])
        .later("leave it out: a case runs with the constants of the manifest"),
    ],
    ..NONE
};
