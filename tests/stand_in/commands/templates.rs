//! Systems in a project: connection templates and their connections.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::{Value, json};

use super::{environment, project};
use crate::arguments::Call;
use crate::log;
use crate::output::{Failure, first_page, list as print_list, object};
use crate::state::{State, System, Template};

/// The schemes of a template: the chosen ones, else all of the system's.
pub fn schemes(template: &Template, system: &System) -> Vec<Value> {
    let Some(chosen) = &template.schemes else {
        return system.schemes.clone();
    };
    chosen
        .iter()
        .filter_map(|id| {
            let named = |scheme: &&Value| super::systems::scheme_id(scheme) == Some(id.as_str());
            system.schemes.iter().find(named).cloned()
        })
        .collect()
}

pub fn list(state: &mut State, call: &Call) -> Result<String, Failure> {
    let systems = std::mem::take(&mut state.systems);
    let systems: BTreeMap<&str, &System> = systems
        .iter()
        .map(|system| (system.id.as_str(), system))
        .collect();
    let project = project(state, call)?;
    let environment = environment(project, call)?;
    let rows = environment.templates.iter().filter_map(|template| {
        let system = systems.get(template.system.as_str())?;
        Some(json!({
            "id": system.id,
            "connectionTemplateId": template.id,
            "name": template.name,
            "domain": system.domain,
            "dynamic": template.dynamic,
            "templateBaseUrl": system.base_url,
            "authSchemeConfigs": schemes(template, system),
        }))
    });
    print_list(call, "ProjectConnectionTemplateItem", first_page(rows))
}

pub fn add(state: &mut State, call: &Call) -> Result<String, Failure> {
    let system = call.text("system").to_owned();
    if !state.systems.iter().any(|held| held.id == system) {
        return Err(Failure::api("failed to add system", "system not found"));
    }
    let template = Template {
        id: state.id(),
        name: call.text("name").to_owned(),
        system: system.clone(),
        dynamic: call.is_on("dynamic"),
        schemes: None,
    };
    let row = json!({
        "id": system,
        "name": template.name,
        "projectId": "",
        "systemId": "",
        "environmentId": "",
        "dynamic": template.dynamic,
    });
    let project = project(state, call)?;
    environment(project, call)?.templates.push(template);
    object(call, &row)
}

pub fn update(state: &mut State, call: &Call) -> Result<String, Failure> {
    let wanted = call.text("template").to_owned();
    let given = |flag: &str| call.is_given(flag);
    if !given("name") && !given("dynamic") && !given("auth-scheme-config-id") {
        return Err(Failure::message("nothing to update"));
    }
    let project = project(state, call)?;
    let template = project
        .environments
        .iter_mut()
        .flat_map(|environment| &mut environment.templates)
        .find(|template| template.id == wanted)
        .ok_or_else(|| Failure::api("failed to update connection template", "not found"))?;
    if given("name") {
        template.name = call.text("name").to_owned();
    }
    if given("dynamic") {
        template.dynamic = call.is_on("dynamic");
    }
    if given("auth-scheme-config-id") {
        template.schemes = Some(vec![call.text("auth-scheme-config-id").to_owned()]);
    }
    Ok(String::new())
}

pub fn remove(state: &mut State, call: &Call, what: &str, done: &str) -> Result<String, Failure> {
    let wanted = call.text("template").to_owned();
    let failed = || {
        Failure::api(
            &format!("failed to {what}"),
            "connection template not found",
        )
    };
    let project = project(state, call)?;
    let environment = project
        .environments
        .iter_mut()
        .find(|held| held.templates.iter().any(|template| template.id == wanted))
        .ok_or_else(failed)?;
    environment
        .templates
        .retain(|template| template.id != wanted);
    for connection in &mut state.connections {
        connection.templates.retain(|template| *template != wanted);
    }
    Ok(format!("{done}\n"))
}

pub fn connections(state: &mut State, call: &Call) -> Result<String, Failure> {
    let mut connections = state.connections.clone();
    connections.retain(|connection| connection.user.is_empty());
    let project = project(state, call)?;
    let environment = environment(project, call)?;
    let templates: BTreeSet<&str> = environment
        .templates
        .iter()
        .map(|template| template.id.as_str())
        .collect();
    let rows = connections.iter().flat_map(|connection| {
        let linked = connection.templates.iter();
        linked
            .filter(|template| templates.contains(template.as_str()))
            .map(move |template| {
                json!({
                    "id": connection.id,
                    "name": connection.name,
                    "systemId": connection.system,
                    "connectionTemplateId": template,
                    "baseUrl": connection.base_url,
                })
            })
    });
    print_list(call, "printableConnection", first_page(rows))
}

pub fn connect(state: &mut State, call: &Call) -> Result<String, Failure> {
    let failed = |why: &str| Failure::api("failed to link connection", why);
    if !call.is_given("connection-id") {
        log::violation("connect without --connection-id");
        return Err(failed("no connection"));
    }
    let template = call.text("template-id").to_owned();
    let project = project(state, call)?;
    let environment = environment(project, call)?;
    if !environment.templates.iter().any(|held| held.id == template) {
        return Err(failed("template not found"));
    }
    let connection = state
        .connections
        .iter_mut()
        .find(|connection| connection.id == call.text("connection-id"))
        .ok_or_else(|| failed("connection not found"))?;
    if !connection.templates.contains(&template) {
        connection.templates.push(template);
    }
    Ok(String::new())
}
