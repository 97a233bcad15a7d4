//! Kinds of values in JSON Schema.

use serde_json::{Map, Value, json};

use super::{inner, section};
use crate::manifest::keys::{Format, Kind, Naming};

/// A kind without a description.
pub fn of_kind(kind: Kind) -> Map<String, Value> {
    match kind {
        Kind::Table(table) => section(table),
        Kind::Text(Format::Free) => members(json!({ "type": "string" })),
        Kind::Text(format) => text(format_pattern(format)),
        Kind::Path => text("^/"),
        Kind::Type | Kind::Reference(_) => text(r"\S"),
        Kind::Duration => text("^0*[1-9][0-9]*(ms|s|m|h|d)$"),
        Kind::Expression => members(json!({
            "type": ["string", "number", "boolean", "array", "object"],
        })),
        Kind::Literal => Map::new(),
        Kind::Integer { min, max } => {
            let mut integer = members(json!({ "type": "integer", "minimum": min }));
            if max < i64::MAX {
                integer.insert("maximum".to_owned(), json!(max));
            }
            integer
        }
        Kind::Boolean => members(json!({ "type": "boolean" })),
        Kind::Word(words) => {
            let names: Vec<&str> = words.iter().map(|word| word.word).collect();
            let about: Vec<&str> = words.iter().map(|word| word.about).collect();
            members(json!({
                "type": "string",
                "enum": names,
                "x-taplo": { "docs": { "enumValues": about } },
            }))
        }
        Kind::List { of, least } => {
            let mut list = members(json!({ "type": "array", "items": inner(*of) }));
            if least > 0 {
                list.insert("minItems".to_owned(), json!(least));
            }
            list
        }
        Kind::Map { names, of } => {
            let mut map = members(json!({ "type": "object" }));
            if let Some(pattern) = name_pattern(names) {
                map.insert(
                    "propertyNames".to_owned(),
                    json!({ "pattern": pattern, "maxLength": 63 }),
                );
            }
            map.insert("additionalProperties".to_owned(), inner(*of));
            map
        }
        Kind::Either(kinds) => {
            let kinds: Vec<Value> = kinds.iter().map(|kind| inner(*kind)).collect();
            members(json!({ "anyOf": kinds }))
        }
    }
}

fn members(value: Value) -> Map<String, Value> {
    match value {
        Value::Object(members) => members,
        _ => Map::new(),
    }
}

fn text(pattern: &str) -> Map<String, Value> {
    members(json!({ "type": "string", "pattern": pattern }))
}

const fn format_pattern(format: Format) -> &'static str {
    match format {
        Format::Any | Format::Free => r"\S",
        Format::Url => r"^https?://[^\s/?#]\S*$",
        Format::Domain => r"^[^\s/:]+$",
        Format::Email => r"^[^\s@]+@[^\s@]+\.[^\s@]+$",
        Format::Kebab => KEBAB,
        Format::Identifier => IDENTIFIER,
    }
}

const KEBAB: &str = "^[a-z]([a-z0-9-]*[a-z0-9])?$";
const IDENTIFIER: &str = "^[a-z][a-z0-9_]*$";

const fn name_pattern(naming: Naming) -> Option<&'static str> {
    match naming {
        Naming::Kebab => Some(KEBAB),
        Naming::Identifier => Some(IDENTIFIER),
        Naming::Header => Some(r"^[A-Za-z0-9!#$%&'*+.^_`|~-]+$"),
        Naming::Status => Some("^[1-5][0-9][0-9]$"),
        Naming::Foreign => Some(r"^\S(.*\S)?$"),
        Naming::Any => None,
    }
}
