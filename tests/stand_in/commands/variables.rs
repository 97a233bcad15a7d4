//! The schema of a project's activation variables.

use serde_json::{Map, Value, json};

use super::project;
use crate::arguments::Call;
use crate::output::{Failure, list as print_list};
use crate::state::State;

pub fn get(state: &mut State, call: &Call) -> Result<String, Failure> {
    let schema = &project(state, call)?.variables;
    let text = serde_json::to_string_pretty(schema).expect("JSON prints");
    Ok(format!("{text}\n"))
}

pub fn set(state: &mut State, call: &Call) -> Result<String, Failure> {
    let failed = |why: String| Failure::reason("failed to read schema file", &why);
    let text =
        std::fs::read_to_string(call.text("file")).map_err(|error| failed(error.to_string()))?;
    let schema = serde_json::from_str(&text).map_err(|error| failed(error.to_string()))?;
    project(state, call)?.variables = schema;
    Ok("DynamicVariablesSchema updated.\n".into())
}

pub fn list(state: &mut State, call: &Call) -> Result<String, Failure> {
    let schema = &project(state, call)?.variables;
    let required: Vec<&str> = schema["required"]
        .as_array()
        .map(|names| names.iter().filter_map(Value::as_str).collect())
        .unwrap_or_default();
    let nothing = Map::new();
    let properties = schema["properties"].as_object().unwrap_or(&nothing);
    let mut rows = Vec::new();
    for (name, property) in properties {
        let mut row = Map::new();
        row.insert("name".into(), json!(name));
        row.insert("type".into(), property["type"].clone());
        row.insert("required".into(), json!(required.contains(&name.as_str())));
        if let Some(description) = property["description"].as_str() {
            row.insert("description".into(), json!(description));
        }
        rows.push(Value::Object(row));
    }
    rows.sort_by(|a, b| a["name"].as_str().cmp(&b["name"].as_str()));
    print_list(call, "variableRow", rows)
}

/// Takes one variable out. The schema is written anew with its kind, its variables and
/// which of them are required; all else at its top is lost.
pub fn remove(state: &mut State, call: &Call) -> Result<String, Failure> {
    let name = call.text("name");
    let project = project(state, call)?;
    let undeclared = || {
        let message = format!(
            "variable {name:?} is not declared on project {}",
            project.id
        );
        Failure::message(&message)
    };
    let properties = project.variables["properties"].as_object();
    // One boolean schema, and the command line takes the whole as empty.
    let properties = properties
        .filter(|all| all.values().all(Value::is_object))
        .ok_or_else(undeclared)?;
    if !properties.contains_key(name) {
        return Err(undeclared());
    }
    if !call.is_on("yes") {
        return Err(Failure::prompt("--yes"));
    }
    let mut kept: Vec<(&String, &Value)> = properties.iter().collect();
    kept.retain(|(held, _)| *held != name);
    kept.sort_by_key(|(held, _)| held.as_str());
    let kept: Map<String, Value> = kept
        .into_iter()
        .map(|(held, schema)| (held.clone(), schema.clone()))
        .collect();
    let required: Vec<&Value> = project.variables["required"]
        .as_array()
        .into_iter()
        .flatten()
        .filter(|held| *held != name)
        .collect();
    let mut schema = Map::new();
    schema.insert("properties".into(), Value::Object(kept));
    if !required.is_empty() {
        schema.insert("required".into(), json!(required));
    }
    schema.insert("type".into(), json!("object"));
    project.variables = Value::Object(schema);
    Ok(format!(
        "Removed variable {name:?} from project {}.\n",
        project.id
    ))
}
