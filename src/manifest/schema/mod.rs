//! The key table as JSON Schema, for editors: completion, hover and first checks.
//! Draft 7, which editors' TOML extensions know best. Keys that are not built are not
//! in it.

mod conditions;
mod kinds;

use serde_json::{Map, Value, json};

use super::keys::{Key, Kind, ROOT, Section, When, inline_schema};
use conditions::{choices, condition};
use kinds::of_kind;

/// Where a schema inside a schema refers to.
const NESTED: &str = "#/definitions/schema";

/// The JSON Schema of `integration.toml`, always the same bytes for the same table.
pub fn json_schema() -> Value {
    let mut schema = Map::new();
    schema.insert(
        "$schema".to_owned(),
        json!("http://json-schema.org/draft-07/schema#"),
    );
    schema.insert("title".to_owned(), json!("Integration manifest of gusset"));
    schema.extend(object(&ROOT));
    schema.insert(
        "definitions".to_owned(),
        json!({ "schema": object(&inline_schema::SCHEMA) }),
    );
    Value::Object(schema)
}

/// A table with the keys of a section.
fn object(section: &Section) -> Map<String, Value> {
    let built = || section.keys.iter().filter(|key| key.is_built());
    let properties: Map<String, Value> = built()
        .map(|key| (key.name.to_owned(), property(key)))
        .collect();
    let required: Vec<&str> = built()
        .filter(|key| condition(section, key.required) == Some(json!(true)))
        .map(|key| key.name)
        .collect();
    let dependencies: Map<String, Value> = built()
        .filter_map(|key| {
            let only = condition(section, key.only)?;
            (only != json!(true)).then(|| (key.name.to_owned(), only))
        })
        .collect();
    let needs = built().filter_map(|key| {
        let when = condition(section, key.required)?;
        (when != json!(true) && !matches!(key.required, When::Never))
            .then(|| json!({ "if": when, "then": { "required": [key.name] } }))
    });
    let rules: Vec<Value> = needs.chain(choices(section)).collect();

    let mut object = Map::new();
    object.insert("type".to_owned(), json!("object"));
    object.insert("properties".to_owned(), Value::Object(properties));
    object.insert("additionalProperties".to_owned(), json!(false));
    if !required.is_empty() {
        object.insert("required".to_owned(), json!(required));
    }
    if !dependencies.is_empty() {
        object.insert("dependencies".to_owned(), Value::Object(dependencies));
    }
    if !rules.is_empty() {
        object.insert("allOf".to_owned(), Value::Array(rules));
    }
    object
}

/// What an editor says about a key and takes as its value.
fn property(key: &Key) -> Value {
    let mut about = key.about.to_owned();
    if let Some(default) = key.default {
        about.push_str(" Default: ");
        about.push_str(default);
        about.push('.');
    }
    let mut property = Map::new();
    property.insert("description".to_owned(), json!(about));
    property.extend(of_kind(key.kind));
    Value::Object(property)
}

/// A section where a value is one: its own object, or a reference where it nests.
fn section(section: &'static Section) -> Map<String, Value> {
    if std::ptr::eq(section, &raw const inline_schema::SCHEMA) {
        // Siblings of `$ref` count for nothing in draft 7.
        let mut nested = Map::new();
        nested.insert("allOf".to_owned(), json!([{ "$ref": NESTED }]));
        nested
    } else {
        object(section)
    }
}

/// The kind of a list's or map's values.
fn inner(kind: Kind) -> Value {
    Value::Object(of_kind(kind))
}
