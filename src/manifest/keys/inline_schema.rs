//! JSON Schema spelt in TOML: the keywords, and where they nest.

use super::table::{Format, Key, Kind, NONE, Section, When, Word};

/// A schema inside another one.
pub static SCHEMA: Section = Section {
    path: "types.NAME.properties.NAME",
    noun: "a schema",
    about: "JSON Schema's keywords, spelt in TOML.",
    keys: schema_keys![
        When::Always;
        Key::new(
            "required",
            Kind::List { of: &Kind::Text(Format::Any), least: 0 },
            "The properties that are always there.",
        )
        .example("[\"id\"]")
    ],
    shorthand: Some("type"),
    ..NONE
};

pub const TYPE_WORD: Kind = Kind::Word(&[
    Word::new("string", "Text.").also(&["str", "text", "varchar", "char", "uuid", "email", "url"]),
    Word::new("integer", "A whole number.").also(&["int", "int32", "int64", "long", "bigint"]),
    Word::new("number", "A number, read as an exact decimal.")
        .also(&["float", "double", "decimal", "numeric", "money", "real"]),
    Word::new("boolean", "`true` or `false`.").also(&["bool", "flag"]),
    Word::new("array", "A list.").also(&["list", "sequence", "vec"]),
    Word::new("object", "A record.").also(&["map", "record", "struct", "dict", "table", "hash"]),
    Word::new("null", "Nothing.").also(&["none", "nil", "void"]),
]);
pub const TYPE_WORDS: Kind = Kind::Either(&[
    TYPE_WORD,
    Kind::List {
        of: &TYPE_WORD,
        least: 1,
    },
]);
pub const COUNT: Kind = Kind::Integer {
    min: 0,
    max: i64::MAX,
};
pub const TEXT: Kind = Kind::Text(Format::Any);

/// The keys before the semicolon's condition, then JSON Schema's, which may be there
/// under that condition.
macro_rules! schema_keys {
    ($only:expr; $($first:expr),* $(,)?) => {{
        use $crate::manifest::keys::inline_schema::{
            COUNT, SCHEMA, TEXT, TYPE_WORDS,
        };
        use $crate::manifest::keys::table::{Key as K, Kind as V, Naming as N};
        &[
            $($first,)*
            K::new("type", TYPE_WORDS, "JSON Schema's word for the kind of value.")
                .also(&["kind", "datatype", "data_type"])
                .example("\"string\"")
                .only($only),
            K::new("description", TEXT, "What it is, for people.")
                .also(&["desc", "help", "about", "label", "doc"]),
            K::new("title", TEXT, "A short name, for people.").only($only),
            K::new("format", TEXT, "The form of a value: `date`, `date-time`, `decimal` (a number sent as text), `integer` (likewise), `epoch-seconds`, `epoch-milliseconds`, `ms-date` and `ms-date-time` (`/Date(0)/`), `minor-units`, and JSON Schema's words.")
                .example("\"date-time\"")
                .only($only),
            K::new("currency", TEXT, "Of an amount with the format `minor-units`: its currency, or the property beside it that holds the currency's code.")
                .example("\"currency\"")
                .only($only),
            K::new("enum", V::List { of: &V::Literal, least: 1 }, "The only values it may have.")
                .also(&["values", "options", "choices", "one_of", "allowed"])
                .only($only),
            K::new("const", V::Literal, "The one value it has.").only($only),
            K::new("default", V::Literal, "The value where none is given.")
                .also(&["default_value", "initial"])
                .only($only),
            K::new("examples", V::List { of: &V::Literal, least: 0 }, "Values, for people.")
                .also(&["example"])
                .only($only),
            K::new("properties", V::Map { names: N::Any, of: &V::Table(&SCHEMA) }, "The properties of an object, by name.")
                .also(&["fields", "props", "attributes", "members", "columns"])
                .only($only),
            K::new(
                "additionalProperties",
                V::Either(&[V::Boolean, V::Table(&SCHEMA)]),
                "The type of further properties, or `false` where there are none.",
            )
            .only($only),
            K::new("items", V::Table(&SCHEMA), "The type of an array's items.")
                .also(&["item", "of", "elements", "item_type"])
                .only($only),
            K::new("oneOf", V::List { of: &V::Table(&SCHEMA), least: 1 }, "Exactly one of these.").also(&["union"]).only($only),
            K::new("anyOf", V::List { of: &V::Table(&SCHEMA), least: 1 }, "One or more of these.").only($only),
            K::new("allOf", V::List { of: &V::Table(&SCHEMA), least: 1 }, "All of these.").only($only),
            K::new("not", V::Table(&SCHEMA), "Not this.").only($only),
            K::new("$ref", TEXT, "A schema in `$defs`.").also(&["ref"]).only($only),
            K::new("$defs", V::Map { names: N::Any, of: &V::Table(&SCHEMA) }, "Schemas to refer to.").also(&["definitions", "defs"]).only($only),
            K::new("discriminator", V::Literal, "The property that tells the variants of a union apart: OpenAPI's `propertyName` and `mapping`.").only($only),
            K::new("prefixItems", V::List { of: &V::Table(&SCHEMA), least: 1 }, "The types of an array's first items.").only($only),
            K::new("patternProperties", V::Map { names: N::Any, of: &V::Table(&SCHEMA) }, "The types of properties by patterns of their names.").only($only),
            K::new("$schema", TEXT, "The dialect of JSON Schema.").only($only),
            K::new("$id", TEXT, "The schema's address.").only($only),
            K::new("$comment", TEXT, "A remark.").also(&["comment"]).only($only),
            K::new("nullable", V::Boolean, "Whether it may be null.")
                .also(&["null", "allow_null", "is_nullable"])
                .only($only),
            K::new("minLength", COUNT, "The least number of characters.").also(&["min_length"]).only($only),
            K::new("maxLength", COUNT, "The greatest number of characters.").also(&["max_length"]).only($only),
            K::new("pattern", TEXT, "A regular expression that a text matches.")
                .also(&["regex", "regexp"])
                .only($only),
            K::new("minimum", V::Literal, "The least number.").also(&["min"]).only($only),
            K::new("maximum", V::Literal, "The greatest number.").also(&["max"]).only($only),
            K::new("exclusiveMinimum", V::Literal, "The number has to be greater.").only($only),
            K::new("exclusiveMaximum", V::Literal, "The number has to be less.").only($only),
            K::new("multipleOf", V::Literal, "The number is a multiple of this.").only($only),
            K::new("minItems", COUNT, "The least number of items.").also(&["min_items"]).only($only),
            K::new("maxItems", COUNT, "The greatest number of items.").also(&["max_items"]).only($only),
            K::new("uniqueItems", V::Boolean, "Whether all items differ.").also(&["unique"]).only($only),
            K::new("minProperties", COUNT, "The least number of properties.").only($only),
            K::new("maxProperties", COUNT, "The greatest number of properties.").only($only),
            K::new("deprecated", V::Boolean, "Whether it should no longer be used.").only($only),
            K::new("readOnly", V::Boolean, "Whether only the system sets it.").only($only),
            K::new("writeOnly", V::Boolean, "Whether it can only be sent.").only($only),
        ]
    }};
}
pub(crate) use schema_keys;
