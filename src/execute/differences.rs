//! What differs between what the platform has and what it should have, field by field.

use serde_json::Value;

use super::facts::{holds, merged_schema, same, schemes, sorted};
use super::rows::field_of;
use super::words::{Known, Unbound, text};
use crate::steps::Test;

/// One field of an object, before and after. `None` is absent.
#[derive(Clone, Debug, PartialEq, serde::Serialize, serde::Deserialize)]
pub struct FieldChange {
    /// The way to it: `oauth2.scopes`.
    pub field: String,
    pub from: Option<Value>,
    pub to: Option<Value>,
}

impl FieldChange {
    pub(super) fn new(field: impl Into<String>, from: Option<Value>, to: Option<Value>) -> Self {
        Self {
            field: field.into(),
            from,
            to,
        }
    }
}

/// Why a row does not meet a test: empty when it does.
///
/// # Errors
/// An id in the test that is not known.
pub(super) fn differences(
    row: &Value,
    test: &Test,
    known: &Known,
) -> Result<Vec<FieldChange>, Unbound> {
    let mut found = Vec::new();
    match test {
        Test::Exists => {}
        Test::Holds(wanted) => compare("", row, wanted, &mut found),
        Test::Equals(field, value) => {
            let wanted = text(value, known, "")?;
            let have = field_of(row, field);
            if have != wanted {
                let from = Some(have).filter(|text| !text.is_empty());
                let from = from.map(Value::from);
                found.push(FieldChange::new(*field, from, Some(wanted.into())));
            }
        }
        Test::Variable(name, wanted) => {
            let held = row.get("dynamicVariables").and_then(|all| all.get(name));
            if !held.is_some_and(|held| same(held, wanted)) {
                let to = Some(wanted.clone());
                found.push(FieldChange::new(name.as_str(), held.cloned(), to));
            }
        }
        Test::Scheme(wanted) => scheme(row, wanted, &mut found),
        Test::FirstScheme(wanted) => {
            let first = schemes(row).next().and_then(super::facts::scheme_id);
            if first != Some(wanted) {
                let (from, to) = (first.map(Value::from), Some(wanted.as_str().into()));
                found.push(FieldChange::new("auth scheme", from, to));
            }
        }
        Test::Schema { wanted, removed } => {
            if let Some(merged) = merged_schema(row, wanted, removed) {
                schema(row, &merged, &mut found);
            }
        }
    }
    Ok(found)
}

/// The scheme that the row has under that id, against the one that is wanted.
fn scheme(row: &Value, wanted: &Value, found: &mut Vec<FieldChange>) {
    let held: Vec<Value> = schemes(row).map(sorted).collect();
    if held.iter().any(|scheme| holds(scheme, wanted)) {
        return;
    }
    let id = super::facts::scheme_id(wanted);
    match held.iter().find(|have| super::facts::scheme_id(have) == id) {
        Some(have) => compare("", have, wanted, found),
        None => found.push(FieldChange::new("auth scheme", None, Some(wanted.clone()))),
    }
}

/// The leaves of `wanted` that `have` does not hold.
fn compare(path: &str, have: &Value, wanted: &Value, found: &mut Vec<FieldChange>) {
    if holds(have, wanted) {
        return;
    }
    if let Value::Object(fields) = wanted {
        for (key, wanted) in fields {
            let path = if path.is_empty() {
                key.clone()
            } else {
                format!("{path}.{key}")
            };
            compare(&path, have.get(key).unwrap_or(&Value::Null), wanted, found);
        }
        return;
    }
    let shown = |value: &Value| (!value.is_null()).then(|| value.clone());
    found.push(FieldChange::new(path, shown(have), shown(wanted)));
}

/// Variables that change, and whether they are required.
fn schema(have: &Value, merged: &Value, found: &mut Vec<FieldChange>) {
    let property = |schema: &Value, name: &str| schema.get("properties")?.get(name).cloned();
    let names = |schema: &Value| -> Vec<String> {
        let object = schema.get("properties").and_then(Value::as_object);
        object
            .map(|fields| fields.keys().cloned().collect())
            .unwrap_or_default()
    };
    let required = |schema: &Value, name: &str| {
        let list = schema.get("required").and_then(Value::as_array);
        list.is_some_and(|list| list.iter().any(|one| one.as_str() == Some(name)))
    };
    let mut all = names(have);
    all.extend(names(merged));
    all.sort();
    all.dedup();
    for name in all {
        let (before, after) = (property(have, &name), property(merged, &name));
        let is_there = before.is_some() && after.is_some();
        let (must, must_now) = (required(have, &name), required(merged, &name));
        if before != after {
            found.push(FieldChange::new(name.clone(), before, after));
        }
        if is_there && must != must_now {
            let field = format!("{name}.required");
            found.push(FieldChange::new(
                field,
                Some(must.into()),
                Some(must_now.into()),
            ));
        }
    }
}
