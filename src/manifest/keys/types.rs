//! `[types.NAME]`.

use super::inline_schema::schema_keys;
use super::table::{Choice, Format, Hint, Key, Kind, Section, When};

const INLINE: When = When::Lacks(&["sample", "samples", "schema", "openapi"]);

pub static TYPE: Section = Section {
    path: "types.NAME",
    noun: "a type",
    about: "A type comes from sample payloads, from a JSON Schema file, or is JSON Schema spelt in TOML. \
Its parts are named after it: `order.line_items[]` is an item of the list `line_items` of `order`.",
    keys: schema_keys![
        INLINE;
        Key::new(
            "sample",
            Kind::Text(Format::Any),
            "A JSON file with one payload, from which the type is inferred.",
        )
        .also(&["example_file", "payload", "json", "from", "sample_file", "file", "path", "infer"])
        .example("\"samples/order.json\""),
        Key::new(
            "samples",
            Kind::List { of: &Kind::Text(Format::Any), least: 1 },
            "Several payloads: what is missing in one of them is optional.",
        )
        .also(&["payloads", "files", "sample_files"])
        .example("[\"samples/order.json\", \"samples/order-without-lines.json\"]"),
        Key::new(
            "schema",
            Kind::Text(Format::Any),
            "A JSON Schema file.",
        )
        .also(&["json_schema", "jsonschema", "schema_file", "definition"])
        .example("\"schemas/order.json\""),
        Key::new(
            "openapi",
            Kind::Text(Format::Any),
            "An OpenAPI document; `schema` or `operation` says which of its types.",
        )
        .also(&["spec", "swagger", "open_api"])
        .later_essential("name a sample (`sample = \"samples/order.json\"`) or a JSON Schema file (`schema = \"schemas/order.json\"`)"),
        Key::new(
            "operation",
            Kind::Text(Format::Any),
            "The operation of the OpenAPI document whose answer it is.",
        )
        .also(&["operation_id"])
        .only(When::Has(&["openapi"]))
        .later_essential("name a sample or a JSON Schema file"),
        Key::new(
            "required",
            Kind::List { of: &Kind::Text(Format::Any), least: 0 },
            "The properties that are always there.",
        )
        .only(INLINE)
        .example("[\"id\"]")
    ],
    choices: &[
        Choice {
            noun: "source",
            keys: &["sample", "samples", "schema"],
            exclusive: true,
            required: false,
            help: "",
        },
        Choice {
            noun: "source",
            keys: &[
                "sample",
                "samples",
                "schema",
                "openapi",
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
            help: "say where the type comes from: `sample = \"samples/order.json\"`, `schema = \"schemas/order.json\"`, or JSON Schema in place: `type = \"object\"`",
        },
    ],
    hints: &[Hint {
        words: &["url", "system"],
        key: None,
        help: "save a payload or a schema as a file and name that: `sample = \"samples/order.json\"`",
    }],
    shorthand: Some("sample"),
};
