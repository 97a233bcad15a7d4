//! End users in an environment.

use serde_json::{Map, Value, json};

use super::users::created;
use super::{NO_ID, day, environment, project};
use crate::arguments::Call;
use crate::output::{Failure, canary, first_page, list as print_list, object};
use crate::state::{Activation, State, User};

pub fn list(state: &mut State, call: &Call) -> Result<String, Failure> {
    let users = state.users.clone();
    let activations = state.activations.clone();
    let project = project(state, call)?;
    let environment = environment(project, call)?;
    let active = |user: &User| {
        activations
            .iter()
            .find(|held| held.environment == environment.id && held.user == user.id)
    };
    let mut rows: Vec<(bool, &str, Value)> = users
        .iter()
        .map(|user| {
            let active = active(user);
            let mut row = Map::new();
            row.insert("displayName".into(), json!(user.display_name));
            row.insert("externalId".into(), json!(user.external_id));
            let status = if active.is_some() {
                "active"
            } else {
                "inactive"
            };
            row.insert("status".into(), json!(status));
            if let Some(active) = active {
                row.insert("activationId".into(), json!(active.id));
            }
            row.insert("userId".into(), json!(user.id));
            row.insert("createdAt".into(), json!(created(user)));
            if let Some(active) = active
                && !active.variables.is_empty()
            {
                row.insert("dynamicVariables".into(), sorted(&active.variables));
            }
            let row = Value::Object(row);
            (active.is_none(), user.display_name.as_str(), row)
        })
        .collect();
    rows.sort_by(|a, b| (a.0, a.1).cmp(&(b.0, b.1)));
    let rows = rows.into_iter().map(|(_, _, row)| row);
    print_list(call, "printableActivation", first_page(rows))
}

/// Go sorts the keys of a map.
fn sorted(variables: &Map<String, Value>) -> Value {
    let mut pairs: Vec<(&String, &Value)> = variables.iter().collect();
    pairs.sort_by_key(|(name, _)| name.as_str());
    let pairs = pairs.into_iter();
    Value::Object(
        pairs
            .map(|(name, value)| (name.clone(), value.clone()))
            .collect(),
    )
}

pub fn activate(state: &mut State, call: &Call) -> Result<String, Failure> {
    let failed = |why: &str| Failure::api("failed to activate user", why);
    let id = state.id();
    let (users, held, activations) = (
        state.users.clone(),
        state.connections.clone(),
        state.activations.clone(),
    );
    let project = project(state, call)?;
    let schema = project.variables.clone();
    let project_id = project.id.clone();
    let environment = environment(project, call)?;
    let connections = pairs(call.all("connection"))?;
    if connections.is_empty() {
        return Err(Failure::prompt("--connection"));
    }
    let variables = variables(call)?;
    check(&schema, &variables, &project_id)?;
    let external_id = call.text("external-id");
    let user = users
        .iter()
        .find(|user| user.external_id == external_id || user.id == external_id)
        .ok_or_else(|| failed("user not found"))?;
    for (template, connection) in &connections {
        if !environment
            .templates
            .iter()
            .any(|held| held.id == *template)
        {
            return Err(failed("connection template not found"));
        }
        let connection = held
            .iter()
            .find(|held| held.id == *connection)
            .ok_or_else(|| failed("connection not found"))?;
        if !connection.templates.contains(template) {
            return Err(failed("the connection is of another connection template"));
        }
        if !connection.user.is_empty() && connection.user != user.id {
            return Err(failed("the connection is of another user"));
        }
    }
    let is_given = |id: &String| connections.iter().any(|(template, _)| template == id);
    let missing: Vec<&str> = environment
        .templates
        .iter()
        .filter(|template| template.dynamic && !is_given(&template.id))
        .map(|template| template.name.as_str())
        .collect();
    if !missing.is_empty() {
        return Err(failed(&format!(
            "missing connections for the following systems: {}",
            missing.join(", ")
        )));
    }
    if activations
        .iter()
        .any(|held| held.environment == environment.id && held.user == user.id)
    {
        return Err(failed("the user is active in this environment already"));
    }
    let activation = Activation {
        id: id.clone(),
        environment: environment.id.clone(),
        user: user.id.clone(),
        connections,
        variables,
    };
    state.activations.push(activation);
    Ok(format!("Activation created successfully with ID: {id}\n"))
}

fn pairs(given: &[String]) -> Result<Vec<(String, String)>, Failure> {
    let is_id = |text: &str| text.len() == 26 && text.bytes().all(|b| b.is_ascii_alphanumeric());
    let invalid = |why: String| Failure::reason("invalid --connection flag", &why);
    given
        .iter()
        .map(|pair| match pair.split_once('=') {
            Some((template, connection)) if !template.is_empty() && !connection.is_empty() => {
                for (what, id) in [
                    ("system-template-id", template),
                    ("connection-id", connection),
                ] {
                    if !is_id(id) {
                        let why =
                            format!("invalid {what} {id:?}: ulid: bad data size when unmarshaling");
                        return Err(invalid(why));
                    }
                }
                Ok((template.to_owned(), connection.to_owned()))
            }
            _ => Err(invalid(format!(
                "expected <system-template-id>=<connection-id>, got {pair:?}"
            ))),
        })
        .collect()
}

/// The file's variables, and over them those of the command line.
fn variables(call: &Call) -> Result<Map<String, Value>, Failure> {
    let invalid = |why: String| Failure::reason("invalid dynamic variables", &why);
    let mut variables = Map::new();
    if !call.text("variables-file").is_empty() {
        let text = std::fs::read_to_string(call.text("variables-file"))
            .map_err(|error| invalid(format!("failed to read variables file: {error}")))?;
        variables = serde_json::from_str(&text).map_err(|error| {
            invalid(format!("variables file is not valid JSON object: {error}"))
        })?;
    }
    for pair in call.all("variable") {
        match pair.split_once('=') {
            Some((name, value)) if !name.is_empty() => {
                variables.insert(name.to_owned(), typed(value));
            }
            _ => return Err(invalid(format!("expected key=value, got {pair:?}"))),
        }
    }
    Ok(variables)
}

/// What parses as JSON is JSON, all else a text.
fn typed(value: &str) -> Value {
    serde_json::from_str(value).unwrap_or_else(|_| json!(value))
}

/// Unknown and missing variables are refused before the platform is asked; one that is
/// required and missing would be asked for in a form.
fn check(schema: &Value, given: &Map<String, Value>, project: &str) -> Result<(), Failure> {
    let refused = |why: String| Failure::reason("activation would fail variable validation", &why);
    let mut names: Vec<&str> = given.keys().map(String::as_str).collect();
    names.sort_unstable();
    if schema.is_null() {
        if names.is_empty() {
            return Ok(());
        }
        return Err(refused(format!(
            "project has no DynamicVariablesSchema declared, but variables were supplied ({}).\n    Declare them first:  versori projects variables add --project {project}",
            names.join(", ")
        )));
    }
    let required = schema["required"].as_array().into_iter().flatten();
    if let Some(missing) = required
        .filter_map(Value::as_str)
        .find(|name| !given.contains_key(*name))
    {
        return Err(Failure::prompt(&format!("the variable {missing}")));
    }
    names.retain(|name| schema["properties"].get(*name).is_none());
    if names.is_empty() {
        return Ok(());
    }
    Err(refused(format!(
        "unknown variable(s) not in schema: {}\n    Inspect the schema:  versori projects variables list --project {project}\n    Pass values with:    --variable <key>=<value> [--variable ...] [--variables-file <path>]",
        names.join(", ")
    )))
}

/// Where the activation of the named user stands, and its environment's name.
fn find(state: &mut State, call: &Call, absent: &str) -> Result<(usize, String), Failure> {
    let (users, activations) = (state.users.clone(), state.activations.clone());
    let project = project(state, call)?;
    let environment = environment(project, call)?;
    let external_id = call.text("external-id");
    let user = users.iter().find(|user| user.external_id == external_id);
    let at = activations.iter().position(|held| {
        held.environment == environment.id && user.is_some_and(|user| user.id == held.user)
    });
    match at {
        Some(at) => Ok((at, environment.name.clone())),
        None => Err(Failure::message(&format!("{absent}{external_id}"))),
    }
}

pub fn details(state: &mut State, call: &Call) -> Result<String, Failure> {
    let (at, _) = find(state, call, "No user found for external ID: ")?;
    let activation = &state.activations[at];
    let mut users = state.users.iter();
    let user = users
        .find(|user| user.id == activation.user)
        .ok_or_else(|| Failure::api("failed to get activation", "user not found"))?;
    let organisation = state.contexts.first().map_or("", |c| &c.organisation);
    let user = json!({
        "createdAt": day(user.created),
        "displayName": user.display_name,
        "externalId": user.external_id,
        "id": user.id,
        "organisationId": organisation,
        "updatedAt": day(user.created),
    });
    let connections: Vec<Value> = activation
        .connections
        .iter()
        .map(|(template, connection)| connection_row(state, template, connection))
        .collect();
    let mut row = Map::new();
    if !connections.is_empty() {
        row.insert("connections".into(), json!(connections));
    }
    if !activation.variables.is_empty() {
        row.insert("dynamicVariables".into(), sorted(&activation.variables));
    } else if !connections.is_empty() {
        row.insert("dynamicVariables".into(), Value::Null);
    }
    row.insert("id".into(), json!(activation.id));
    row.insert("user".into(), user);
    object(call, &Value::Object(row))
}

/// A connection as the platform gives it, with what it holds of the credential.
fn connection_row(state: &State, template: &str, id: &str) -> Value {
    let connection = state.connections.iter().find(|held| held.id == id);
    let mut row = Map::new();
    if let Some(connection) = connection
        && !connection.base_url.is_empty()
    {
        row.insert("baseUrl".into(), json!(connection.base_url));
    }
    row.insert("connectionTemplateId".into(), json!(template));
    row.insert("createdAt".into(), json!(day(0)));
    let kind = connection.map_or("none", |held| held.credential.as_str());
    let mut credential = Map::new();
    if let Some(canary) = canary() {
        credential.insert("data".into(), json!({ "string": { "value": canary } }));
    }
    credential.insert("id".into(), json!(NO_ID));
    credential.insert("organisationId".into(), json!(NO_ID));
    credential.insert("type".into(), json!(kind));
    row.insert(
        "credentials".into(),
        json!([{ "credential": credential, "id": NO_ID }]),
    );
    row.insert("id".into(), json!(id));
    row.insert("name".into(), json!(connection.map_or("", |c| &c.name)));
    row.insert(
        "systemId".into(),
        json!(connection.map_or(NO_ID, |c| &c.system)),
    );
    row.insert("updatedAt".into(), json!(day(0)));
    Value::Object(row)
}

pub fn deactivate(state: &mut State, call: &Call) -> Result<String, Failure> {
    let (at, environment) = find(
        state,
        call,
        "no activation found for end-user external ID: ",
    )?;
    state.activations.remove(at);
    Ok(format!(
        "Activation deleted for end-user {:?} on environment {environment:?}\n",
        call.text("external-id")
    ))
}

pub fn set_variable(state: &mut State, call: &Call) -> Result<String, Failure> {
    let name = call.text("name");
    let project = project(state, call)?;
    let (schema, id) = (&project.variables, &project.id);
    let refused = |why: String| Failure::reason("set-variable would fail schema validation", &why);
    if schema.is_null() {
        return Err(refused(format!(
            "project has no DynamicVariablesSchema declared, so variable {name:?} cannot be set.\n    Declare it first:  versori projects variables add --project {id} --name {name} --type <type>"
        )));
    }
    if schema["properties"].get(name).is_none() {
        return Err(refused(format!(
            "variable {name:?} is not declared in the project's DynamicVariablesSchema.\n    Inspect the schema:  versori projects variables list --project {id}\n    Declare it first:    versori projects variables add --project {id} --name {name} --type <type>"
        )));
    }
    let (at, _) = find(
        state,
        call,
        "no activation found for end-user external ID: ",
    )?;
    let value = typed(call.text("value"));
    state.activations[at]
        .variables
        .insert(name.to_owned(), value);
    Ok(format!(
        "Variable {name:?} updated on activation for end-user {:?}\n",
        call.text("external-id")
    ))
}
