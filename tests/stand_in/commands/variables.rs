//! The schema of a project's activation variables.

use serde_json::{Map, Value, json};

use super::project;
use crate::stand_in::arguments::Call;
use crate::stand_in::output::{Failure, list as print_list};
use crate::stand_in::state::State;

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
