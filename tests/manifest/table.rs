//! What the key table and what is made from it promise.

use serde_json::Value;

/// Every key of the schema has a description, however deep.
#[test]
fn every_key_is_described() {
    fn walk(schema: &Value, path: &str, count: &mut usize) {
        for (name, property) in schema
            .get("properties")
            .and_then(Value::as_object)
            .into_iter()
            .flatten()
        {
            let path = format!("{path}.{name}");
            let about = property.get("description").and_then(Value::as_str);
            assert!(
                about.is_some_and(|about| about.ends_with('.')),
                "{path}: {about:?}"
            );
            *count += 1;
            walk(property, &path, count);
        }
        for inner in ["items", "additionalProperties"] {
            if let Some(inner) = schema.get(inner) {
                walk(inner, path, count);
            }
        }
        let either = schema.get("anyOf").and_then(Value::as_array);
        either
            .into_iter()
            .flatten()
            .for_each(|inner| walk(inner, path, count));
    }
    let mut count = 0;
    let schema = gusset::manifest::json_schema();
    walk(&schema, "", &mut count);
    walk(&schema["definitions"]["schema"], "schema", &mut count);
    assert!(count > 150, "only {count} keys");
}

/// Keys that are not built are in the reference, and not in the schema.
#[test]
fn later_keys_are_told_and_not_completed() {
    let reference = gusset::manifest::reference();
    let step = gusset::manifest::json_schema()
        .pointer("/properties/workflows/additionalProperties/properties/steps/items/properties")
        .and_then(Value::as_object)
        .expect("the keys of a step")
        .clone();
    assert!(step.contains_key("get"));
    for later in ["paginate", "each", "upsert", "retry", "idempotency_key"] {
        assert!(!step.contains_key(later), "{later}");
        assert!(reference.contains(&format!("| `{later}` |")), "{later}");
    }
}
