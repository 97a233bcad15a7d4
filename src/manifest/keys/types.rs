//! `[types.NAME]`.

use super::inline_schema::schema_keys;
use super::table::{Choice, Format, Hint, Key, Kind, NONE, Naming, Section, When, Word};

const INLINE: When = When::Lacks(&["sample", "samples", "schema", "openapi"]);

/// What the manifest says of one part of a type that comes from elsewhere.
static PART: Section = Section {
    path: "types.NAME.parts.PART",
    noun: "a part of a type",
    about: "JSON Schema's keywords for a part, in place of what the sample, schema or document says of it. `format` alone says how its values travel.",
    keys: schema_keys![
        When::Always;
        Key::new(
            "required",
            Kind::Boolean,
            "Whether the part is always there; without it, what the type says holds.",
        )
        .also(&["mandatory"])
    ],
    shorthand: Some("format"),
    ..NONE
};

pub static TYPE: Section = Section {
    path: "types.NAME",
    noun: "a type",
    about: "A type comes from sample payloads, from a JSON Schema file, from an OpenAPI document, or is JSON Schema spelt in TOML. \
A sample beside one of the others has to fit it. Its parts are named after it: `order.line_items[]` is an item of the list `line_items` of `order`, \
`order.payment[card]` the variant of the union `payment` whose discriminator is `card`.",
    keys: schema_keys![
        INLINE;
        Key::new(
            "sample",
            Kind::Text(Format::Any),
            "A JSON file with one payload, from which the type is inferred, or which has to fit the type.",
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
            "A JSON Schema file, in JSON or YAML; beside `openapi`, the name of one of its schemas.",
        )
        .also(&["json_schema", "jsonschema", "schema_file", "definition"])
        .example("\"schemas/order.json\""),
        Key::new(
            "openapi",
            Kind::Text(Format::Any),
            "An OpenAPI 3 or Swagger 2.0 document, in JSON or YAML; `schema` or `operation` says which of its types.",
        )
        .also(&["spec", "swagger", "open_api"])
        .example("\"specs/shop.yaml\""),
        Key::new(
            "operation",
            Kind::Text(Format::Any),
            "An operation of the OpenAPI document, whose body it is: its `operationId`, its method and path, or the name of a webhook.",
        )
        .also(&["operation_id", "endpoint"])
        .only(When::Has(&["openapi"]))
        .example("\"GET /orders/{id}\""),
        Key::new(
            "body",
            Kind::Word(&[
                Word::new("response", "What it answers.").also(&["answer", "reply", "returns"]),
                Word::new("request", "What it takes.").also(&["input"]),
                Word::new("webhook", "What the API sends.").also(&["event"]),
            ]),
            "Which body of the operation.",
        )
        .only(When::Has(&["operation"]))
        .default("`response`; of a webhook, what it sends")
        .example("\"request\""),
        Key::new(
            "status",
            Kind::Integer { min: 100, max: 599 },
            "Which of the operation's answers.",
        )
        .only(When::Has(&["operation"]))
        .default("the first that is a success")
        .example("422"),
        Key::new(
            "parts",
            Kind::Map {
                names: Naming::Any,
                of: &Kind::Table(&PART),
            },
            "What holds of single parts instead, by their names within the type: `lines[].price`.",
        )
        .also(&["overrides", "part", "formats"])
        .example("{ created = { format = \"epoch-seconds\" } }"),
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
            noun: "kind of sample",
            keys: &["sample", "samples"],
            exclusive: true,
            required: false,
            help: "",
        },
        Choice {
            noun: "part of the document",
            keys: &["schema", "operation"],
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
