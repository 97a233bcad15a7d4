//! The JSON Schema against the reader: they agree on right manifests, and the schema
//! refuses what it can see.

use std::fs;

use super::tools::{fixtures, listed, read, root};
use serde_json::{Map, Value, json};

fn to_json(value: toml::Value) -> Value {
    match value {
        toml::Value::String(text) => Value::String(text),
        toml::Value::Integer(number) => json!(number),
        toml::Value::Float(number) => json!(number),
        toml::Value::Boolean(value) => json!(value),
        toml::Value::Datetime(written) => Value::String(written.to_string()),
        toml::Value::Array(items) => items.into_iter().map(to_json).collect(),
        toml::Value::Table(table) => Value::Object(
            table
                .into_iter()
                .map(|(name, value)| (name, to_json(value)))
                .collect::<Map<_, _>>(),
        ),
    }
}

fn parsed(text: &str) -> Value {
    to_json(toml::Value::Table(
        text.parse::<toml::Table>().expect("TOML"),
    ))
}

#[test]
fn the_schema_is_a_schema() {
    let schema = gusset::manifest::json_schema();
    assert!(jsonschema::draft7::meta::is_valid(&schema));
}

#[test]
fn right_manifests_are_valid() {
    let schema = gusset::manifest::json_schema();
    let validator = jsonschema::draft7::new(&schema).expect("a validator");
    for (name, text) in fixtures("right") {
        let errors: Vec<String> = validator
            .iter_errors(&parsed(&text))
            .map(|error| format!("{}: {error}", error.instance_path()))
            .collect();
        assert!(errors.is_empty(), "{name}: {errors:#?}");
    }
}

#[test]
fn examples_are_valid() {
    let schema = gusset::manifest::json_schema();
    let validator = jsonschema::draft7::new(&schema).expect("a validator");
    let mut count = 0;
    for entry in fs::read_dir(root().join("examples")).expect("the examples") {
        let path = entry.expect("an entry").path().join("integration.toml");
        let text = fs::read_to_string(&path).expect("a manifest");
        let errors: Vec<String> = validator
            .iter_errors(&parsed(&text))
            .map(|error| format!("{}: {error}", error.instance_path()))
            .collect();
        assert!(errors.is_empty(), "{}: {errors:#?}", path.display());
        let (_, diagnostics) = read(&text);
        assert!(diagnostics.is_empty(), "{}", listed(&text, &diagnostics));
        count += 1;
    }
    assert!(count > 0, "no examples");
}

/// Each patch is one mistake in an otherwise right manifest.
#[test]
fn wrong_manifests_are_not() {
    let schema = gusset::manifest::json_schema();
    let validator = jsonschema::draft7::new(&schema).expect("a validator");
    let (_, base) = fixtures("right")
        .into_iter()
        .find(|(name, _)| name == "minimal")
        .expect("the minimal manifest");
    let patches = [
        (
            "domain   = \"shop.example.com\"",
            "url = \"https://shop.example.com\"",
        ),
        ("domain   = \"shop.example.com\"", "domain = 5"),
        (
            "domain   = \"shop.example.com\"",
            "domain = \"https://shop.example.com\"",
        ),
        (
            "type = \"basic-auth\" }\n\n[systems",
            "type = \"basic\" }\n\n[systems",
        ),
        (
            "type = \"basic-auth\" }\n\n[systems",
            "type = \"hmac\" }\n\n[systems",
        ),
        (
            "type = \"basic-auth\" }\n\n[systems",
            "type = \"basic-auth\", prefix = \"x\" }\n\n[systems",
        ),
        ("name = \"orders-to-books\"", "name = \"Orders\""),
        ("post   = \"/orders\"", "post = \"orders\""),
        ("post   = \"/orders\"", "post = \"/orders\"\nlog = \"x\""),
        (
            "post   = \"/orders\"",
            "post = \"/orders\"\nlevel = \"info\"",
        ),
        (
            "post   = \"/orders\"",
            "post = \"/orders\"\nretry = { attempts = 1 }",
        ),
        (
            "post   = \"/orders\"",
            "post = \"/orders\"\ntimeout = \"1m30s\"",
        ),
        ("post   = \"/orders\"\n", ""),
        ("system = \"books\"\n", ""),
        ("[workflows.orders]", "[workflows.Orders]"),
    ];
    for (from, to) in patches {
        assert_eq!(base.matches(from).count(), 1, "{from}");
        let text = base.replace(from, to);
        let (_, diagnostics) = read(&text);
        assert!(!diagnostics.is_empty(), "the reader takes {to}");
        assert!(!validator.is_valid(&parsed(&text)), "the schema takes {to}");
    }
}
