//! Calls through the platform to a deployed project, which here echoes them.

use serde_json::{Map, json};

use super::{environment, project};
use crate::arguments::Call;
use crate::output::Failure;
use crate::state::State;

pub fn proxy(state: &mut State, call: &Call) -> Result<String, Failure> {
    environment(project(state, call)?, call)?;
    let method = [call.text("request"), call.text("method"), "POST"]
        .into_iter()
        .find(|word| !word.is_empty())
        .unwrap_or_default();
    let body = [call.text("data"), call.text("body")]
        .into_iter()
        .find(|word| !word.is_empty())
        .unwrap_or_default();
    let pairs = |flag: &str| {
        let mut map = Map::new();
        for pair in call.all(flag) {
            if let Some((name, value)) = pair.split_once(':') {
                map.insert(name.to_owned(), json!(value));
            }
        }
        map
    };
    let echo = json!({
        "method": method,
        "path": call.text("path"),
        "query": pairs("query"),
        "headers": pairs("header"),
        "body": body,
    });
    let text = serde_json::to_string_pretty(&echo).expect("JSON prints");
    let phrase = match state.statuses.get(call.text("path")) {
        None => "200 OK".to_owned(),
        Some(500) => "500 Internal Server Error".to_owned(),
        Some(other) => format!("{other} Unknown"),
    };
    Ok(format!(
        "HTTP {phrase}\nContent-Type: application/json\n\n{text}\n"
    ))
}
