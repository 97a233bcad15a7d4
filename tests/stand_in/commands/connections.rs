//! Connections of the organisation.

use std::collections::BTreeMap;

use serde_json::{Map, Value, json};

use super::templates::schemes;
use super::{Credentials, environment, project};
use crate::arguments::Call;
use crate::output::{Failure, first_page, list as print_list};
use crate::state::{Connection, State};

pub fn list(state: &mut State, call: &Call) -> Result<String, Failure> {
    let wanted = call.text("system");
    let user = match call.text("end-user") {
        "" => None,
        given => Some(end_user(state, given)?),
    };
    let systems = state.systems.iter();
    let names: BTreeMap<&str, &str> = systems
        .map(|system| (system.id.as_str(), system.name.as_str()))
        .collect();
    let rows = state
        .connections
        .iter()
        .filter(|connection| wanted.is_empty() || connection.system == wanted)
        .filter(|connection| user.as_ref().is_none_or(|user| connection.user == *user))
        .map(|connection| {
            let mut row = Map::new();
            row.insert("connectionName".into(), json!(connection.name));
            row.insert("connectionId".into(), json!(connection.id));
            if let Some(name) = names.get(connection.system.as_str()) {
                row.insert("systemName".into(), json!(name));
            }
            row.insert("systemId".into(), json!(connection.system));
            if !connection.base_url.is_empty() {
                row.insert("baseUrl".into(), json!(connection.base_url));
            }
            Value::Object(row)
        });
    print_list(call, "printableItem", first_page(rows))
}

/// The id of an end user, who may be given by either id.
fn end_user(state: &State, given: &str) -> Result<String, Failure> {
    let is_id = given.len() == 26 && given.bytes().all(|b| b.is_ascii_alphanumeric());
    if is_id {
        return Ok(given.to_owned());
    }
    // The command line looks through the first page.
    let users = first_page(&state.users);
    let mut users = users.into_iter();
    users
        .find(|user| user.external_id == given)
        .map(|user| user.id.clone())
        .ok_or_else(|| {
            let message = format!("no end-user found with ULID or external ID matching {given}");
            Failure::message(&message)
        })
}

pub fn create(
    state: &mut State,
    call: &Call,
    credentials: &Credentials,
) -> Result<String, Failure> {
    let systems = state.systems.clone();
    let users = state.users.clone();
    let id = state.id();
    let project = project(state, call)?;
    let environment = environment(project, call)?;
    let template = environment
        .templates
        .iter()
        .find(|template| template.id == call.text("template-id"))
        .ok_or_else(|| Failure::message("connection template not found"))?;
    let system = systems
        .iter()
        .find(|system| system.id == template.system)
        .ok_or_else(|| Failure::message("system not found"))?;
    let schemes = schemes(template, system);
    let scheme = schemes
        .first()
        .ok_or_else(|| Failure::message("connection template has no auth schemes"))?;
    let credential = credential(scheme, call, credentials)?;
    let name = call.text("name").to_owned();
    let failed = |why: &str| Failure::api("failed to create connection", why);
    let user = match call.text("external-id") {
        "" => String::new(),
        external_id => {
            if !template.dynamic {
                return Err(failed("the connection template is not dynamic"));
            }
            let user = users.iter().find(|user| user.external_id == external_id);
            user.ok_or_else(|| failed("user not found"))?.id.clone()
        }
    };
    let connection = Connection {
        id: id.clone(),
        name: name.clone(),
        system: system.id.clone(),
        base_url: call.text("base-url").to_owned(),
        credential,
        templates: vec![template.id.clone()],
        user,
    };
    let is_taken = |held: &Connection| held.system == connection.system && held.name == name;
    if state.connections.iter().any(is_taken) {
        return Err(failed(&format!(
            "connection with name \"{name}\" already exists"
        )));
    }
    state.connections.push(connection);
    Ok(format!("Connection created successfully with ID: {id}\n"))
}

/// The type of the credential that the scheme asks for.
fn credential(scheme: &Value, call: &Call, given: &Credentials) -> Result<String, Failure> {
    let need = |flags: &[&str]| -> Result<(), Failure> {
        for flag in flags {
            if given.get(flag).is_none_or(String::is_empty) {
                let message = format!("{flag} is required for this connection template");
                return Err(Failure::message(&message));
            }
        }
        Ok(())
    };
    if call.is_on("bypass") {
        return Ok("none".into());
    }
    let grant = scheme["oauth2"]["grant"]["type"].as_str();
    let kind = match (scheme["type"].as_str(), grant) {
        (Some("api-key"), _) => {
            need(&["api-key"])?;
            "string"
        }
        (Some("basic-auth"), _) => {
            need(&["username", "password"])?;
            "basic-auth"
        }
        (Some("oauth2"), Some("clientCredentials")) => {
            need(&["client-id", "client-secret"])?;
            "oauth2-client"
        }
        (Some("oauth2"), Some("password")) => {
            need(&["username", "password"])?;
            "oauth2-password"
        }
        (Some("oauth2"), _) => return Err(Failure::prompt("a browser")),
        _ => return Err(Failure::message("unsupported auth scheme type")),
    };
    Ok(kind.into())
}
