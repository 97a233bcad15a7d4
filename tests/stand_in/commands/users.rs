//! Users of the organisation and their activations.

use serde_json::{Value, json};

use super::{environment, project};
use crate::stand_in::arguments::Call;
use crate::stand_in::output::{Failure, first_page, list as print_list};
use crate::stand_in::state::{State, User};

/// Go's own way to print a time.
fn created(user: &User) -> String {
    let second = user.created;
    format!(
        "2026-01-01 {:02}:{:02}:{:02} +0000 UTC",
        second / 3600 % 24,
        second / 60 % 60,
        second % 60
    )
}

pub fn create(state: &mut State, call: &Call) -> Result<String, Failure> {
    for flag in ["display-name", "external-id"] {
        if call.text(flag).is_empty() {
            return Err(Failure::prompt(&format!("--{flag}")));
        }
    }
    let external_id = call.text("external-id").to_owned();
    if state
        .users
        .iter()
        .any(|user| user.external_id == external_id)
    {
        let api = format!("user with external id \"{external_id}\" already exists");
        return Err(Failure::api("failed to create user", &api));
    }
    let user = User {
        id: state.id(),
        external_id,
        display_name: call.text("display-name").to_owned(),
        created: state.clock,
    };
    state.users.push(user);
    Ok(String::new())
}

pub fn list(state: &mut State, call: &Call) -> Result<String, Failure> {
    let rows = state.users.iter().map(|user| {
        json!({
            "displayName": user.display_name,
            "externalId": user.external_id,
            "id": user.id,
            "createdAt": created(user),
        })
    });
    print_list(call, "printableUser", first_page(rows.collect()))
}

pub fn activations(state: &mut State, call: &Call) -> Result<String, Failure> {
    let users = state.users.clone();
    let project = project(state, call)?;
    environment(project, call)?;
    let rows: Vec<Value> = users
        .iter()
        .map(|user| {
            json!({
                "displayName": user.display_name,
                "externalId": user.external_id,
                "status": "inactive",
                "userId": user.id,
                "createdAt": created(user),
            })
        })
        .collect();
    print_list(call, "printableActivation", first_page(rows))
}
