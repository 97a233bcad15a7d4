//! Contexts: the organisation that calls are about, with its token.

use std::io::BufRead;

use crate::arguments::Call;
use crate::output::Failure;
use crate::state::{Context, State};

/// Adds a context and makes it the active one. The token itself is not kept.
pub fn add(state: &mut State, call: &Call) -> Result<String, Failure> {
    for flag in ["name", "organisation", "jwt"] {
        if call.text(flag).is_empty() {
            return Err(Failure::prompt(&format!("--{flag}")));
        }
    }
    if call.text("jwt") == "-" {
        let mut token = String::new();
        let read = std::io::stdin().lock().read_line(&mut token);
        if read.is_err() || token.trim().is_empty() {
            return Err(Failure::prompt("the token"));
        }
    }
    let name = call.text("name").to_owned();
    if state.contexts.iter().any(|context| context.name == name) {
        return Err(Failure::message(&format!(
            "Context '{name}' already exists"
        )));
    }
    state.contexts.push(Context {
        name: name.clone(),
        organisation: call.text("organisation").to_owned(),
    });
    state.active_context = name;
    Ok(String::new())
}
