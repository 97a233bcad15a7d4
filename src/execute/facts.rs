//! Whether a row is as it should be.

use serde_json::{Map, Value};

use super::rows::field_of;
use super::words::{Known, Unbound, text};
use crate::steps::Refusal;

/// Whether a row, if there is one, has the text that a refusal asks for.
///
/// # Errors
/// An id in the refusal that is not known.
pub fn agrees(row: Option<&Value>, refusal: &Refusal, known: &Known) -> Result<bool, Unbound> {
    let Some(row) = row else {
        return Ok(true);
    };
    let wanted = text(&refusal.value, known, "")?;
    let have = field_of(row, refusal.field);
    Ok(if refusal.is_url {
        have.trim_end_matches('/') == wanted.trim_end_matches('/')
    } else {
        have == wanted
    })
}

/// Whether JSON holds other JSON: objects may hold more, arrays are as long, and absent,
/// null and empty are one.
pub(super) fn holds(have: &Value, wanted: &Value) -> bool {
    match (have, wanted) {
        (_, Value::Object(wanted)) => wanted
            .iter()
            .all(|(key, wanted)| holds(have.get(key).unwrap_or(&Value::Null), wanted)),
        (Value::Array(have), Value::Array(wanted)) => {
            have.len() == wanted.len() && have.iter().zip(wanted).all(|(a, b)| holds(a, b))
        }
        (Value::Null, Value::Array(wanted)) => wanted.is_empty(),
        (Value::Null, Value::String(wanted)) => wanted.is_empty(),
        (Value::Null, Value::Bool(wanted)) => !wanted,
        _ => have == wanted,
    }
}

pub(super) fn schemes(row: &Value) -> impl Iterator<Item = &Value> {
    let list = row.get("authSchemeConfigs").and_then(Value::as_array);
    list.into_iter().flatten()
}

/// The id of a scheme, which stands within the part that its type names.
pub(super) fn scheme_id(scheme: &Value) -> Option<&str> {
    let mut parts = scheme.as_object()?.values();
    parts.find_map(|part| part.get("id")?.as_str())
}

/// A scheme whose scopes are in order: they have none of their own.
pub(super) fn sorted(scheme: &Value) -> Value {
    let mut scheme = scheme.clone();
    if let Some(oauth2) = scheme.get_mut("oauth2") {
        if let Some(scopes) = oauth2.get_mut("scopes").and_then(Value::as_array_mut) {
            scopes.sort_by(|a, b| field_of(a, "name").cmp(field_of(b, "name")));
        }
        let defaults = oauth2.get_mut("defaultScopes");
        if let Some(defaults) = defaults.and_then(Value::as_array_mut) {
            defaults.sort_by(|a, b| a.as_str().cmp(&b.as_str()));
        }
    }
    scheme
}

/// Whether two pieces of JSON say the same: the platform writes `1` for `1.0`.
pub(super) fn same(have: &Value, wanted: &Value) -> bool {
    match (have, wanted) {
        (Value::Number(have), Value::Number(wanted)) => {
            have == wanted || have.as_f64() == wanted.as_f64()
        }
        (Value::Array(have), Value::Array(wanted)) => {
            have.len() == wanted.len() && have.iter().zip(wanted).all(|(a, b)| same(a, b))
        }
        (Value::Object(have), Value::Object(wanted)) => {
            have.len() == wanted.len()
                && have
                    .iter()
                    .all(|(key, value)| wanted.get(key).is_some_and(|other| same(value, other)))
        }
        _ => have == wanted,
    }
}

/// The schema that the platform should have: its own with the wanted variables and without
/// the removed ones; `None` when that is what it has. Other variables that only the platform
/// knows stay.
pub fn merged_schema(have: &Value, wanted: &Value, removed: &[String]) -> Option<Value> {
    let empty = Map::new();
    let object = |value: &Value, key: &str| -> Map<String, Value> {
        value
            .get(key)
            .and_then(Value::as_object)
            .unwrap_or(&empty)
            .clone()
    };
    let required = |value: &Value| -> Vec<String> {
        let list = value.get("required").and_then(Value::as_array);
        let texts = list.into_iter().flatten().filter_map(Value::as_str);
        texts.map(str::to_owned).collect()
    };
    let ours = object(wanted, "properties");
    if have.is_null() && ours.is_empty() {
        return None;
    }
    let mut properties = object(have, "properties");
    properties.retain(|name, _| !removed.contains(name));
    for (name, schema) in &ours {
        properties.insert(name.clone(), schema.clone());
    }
    let mut names = required(have);
    names.retain(|name| !ours.contains_key(name) && !removed.contains(name));
    names.extend(required(wanted));
    names.sort();
    names.dedup();
    let mut before = required(have);
    before.sort();
    before.dedup();
    let mut merged = have.as_object().cloned().unwrap_or_default();
    merged.insert("type".to_owned(), "object".into());
    merged.insert("properties".to_owned(), Value::Object(properties));
    merged.insert("required".to_owned(), names.into());
    let mut known = have.clone();
    if let Some(known) = known.as_object_mut() {
        known.insert("required".to_owned(), before.into());
    }
    let merged = Value::Object(merged);
    (merged != known).then_some(merged)
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::merged_schema;

    #[test]
    fn removed_variables_are_taken_out() {
        let removed = ["limit".to_owned(), "never-there".to_owned()];
        let none = json!({ "type": "object", "properties": {}, "required": [] });
        let tenant = json!({
            "type": "object",
            "properties": { "tenant": { "type": "string" } },
            "required": ["tenant"],
        });
        let both = json!({
            "type": "object",
            "properties": { "limit": { "type": "integer" }, "theirs": true },
            "required": ["limit", "theirs"],
            "additionalProperties": false,
        });
        let left = json!({
            "type": "object",
            "properties": { "theirs": true },
            "required": ["theirs"],
            "additionalProperties": false,
        });
        assert_eq!(merged_schema(&both, &none, &removed), Some(left.clone()));
        assert_eq!(merged_schema(&left, &none, &removed), None);
        assert_eq!(merged_schema(&json!(null), &none, &removed), None);
        let merged = merged_schema(&both, &tenant, &removed).unwrap_or_default();
        assert_eq!(merged["required"], json!(["tenant", "theirs"]));
    }
}
