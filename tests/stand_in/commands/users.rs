//! Users of the organisation.

use serde_json::json;

use crate::arguments::Call;
use crate::output::{Failure, first_page, list as print_list};
use crate::state::{State, User};

/// Go's own way to print a time.
pub fn created(user: &User) -> String {
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
    print_list(call, "printableUser", first_page(rows))
}
