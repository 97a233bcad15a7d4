//! Projects, their files and deployment.

use std::collections::BTreeSet;
use std::path::Path;

use serde_json::{Map, Value, json};

use super::{day, environment, project};
use crate::arguments::Call;
use crate::files;
use crate::log;
use crate::output::{Failure, canary, first_page, list as print_list, object};
use crate::state::{Environment, Project, State, Version};

fn summary(project: &Project) -> Value {
    json!({
        "id": project.id,
        "name": project.name,
        "deployed": is_deployed(project),
        "starred": false,
        "environments": project.environments.iter().map(|e| &e.name).collect::<Vec<_>>(),
    })
}

fn is_deployed(project: &Project) -> bool {
    project.environments.iter().any(|e| e.status == "running")
}

pub fn list(state: &mut State, call: &Call) -> Result<String, Failure> {
    let mut projects: Vec<&Project> = first_page(&state.projects);
    projects.sort_by(|a, b| a.name.cmp(&b.name));
    print_list(
        call,
        "ProjectSummary",
        projects.into_iter().map(summary).collect(),
    )
}

pub fn create(state: &mut State, call: &Call) -> Result<String, Failure> {
    let name = call.text("name");
    if name.is_empty() {
        return Err(Failure::prompt("--name"));
    }
    let project = Project {
        id: state.id(),
        name: name.to_owned(),
        environments: vec![new_environment(state, "production", "gcp")],
        files: Vec::new(),
        variables: Value::Null,
        versions: Vec::new(),
    };
    let row = summary(&project);
    state.projects.push(project);
    object(call, &row)
}

pub fn new_environment(state: &mut State, name: &str, pool: &str) -> Environment {
    Environment {
        id: state.id(),
        name: name.to_owned(),
        status: "draft".into(),
        pool: pool.to_owned(),
        config: json!({}),
        deployed: None,
        pending: 0,
        templates: Vec::new(),
    }
}

pub fn public_url(environment: &Environment) -> String {
    let id = environment.id.to_lowercase();
    format!("https://{}-{id}.versori.invalid", environment.pool)
}

pub fn details(state: &mut State, call: &Call) -> Result<String, Failure> {
    let Some(id) = call.words.first() else {
        return Err(Failure::prompt("the project"));
    };
    let project = state
        .projects
        .iter_mut()
        .find(|project| project.id == *id)
        .ok_or_else(|| Failure::api("failed to get project", "project not found"))?;
    let mut environments = Vec::new();
    for at in 0..project.environments.len() {
        environments.push(detail(project, at));
    }
    let row = json!({
        "id": project.id,
        "name": project.name,
        "deployed": is_deployed(project),
        "starred": false,
        "environments": environments,
    });
    object(call, &row)
}

fn detail(project: &mut Project, at: usize) -> Value {
    let environment = &mut project.environments[at];
    if environment.pending > 0 {
        environment.pending -= 1;
        if environment.pending == 0 {
            environment.status = "running".into();
        }
    }
    let mut row = Map::new();
    row.insert("id".into(), json!(environment.id));
    row.insert("name".into(), json!(environment.name));
    row.insert("publicUrl".into(), json!(public_url(environment)));
    row.insert("status".into(), json!(environment.status));
    row.insert("provisioner".into(), json!(environment.pool));
    row.insert("config".into(), environment.config.clone());
    let deployed = environment.deployed.clone();
    let version = project
        .versions
        .iter()
        .find(|version| Some(&version.id) == deployed.as_ref());
    if let Some(version) = version {
        let mut shown = Map::new();
        shown.insert("createdAt".into(), json!(day(version.created)));
        if !version.description.is_empty() {
            shown.insert("description".into(), json!(version.description));
        }
        shown.insert("id".into(), json!(version.id));
        if let Some(canary) = canary() {
            shown.insert("labels".into(), json!({ "note": canary }));
        }
        shown.insert("name".into(), json!(version.name));
        shown.insert("state".into(), json!(version.state));
        row.insert("deployedVersion".into(), Value::Object(shown));
    }
    Value::Object(row)
}

/// The folder of `--directory`.
pub fn folder(call: &Call) -> &Path {
    Path::new(match call.text("directory") {
        "" => ".",
        folder => folder,
    })
}

pub fn dry_run(call: &Call) -> String {
    let mut text = String::from("Files that would be uploaded:\n");
    for (path, _) in files::collect(folder(call)) {
        text.push_str(&format!("  {path}\n"));
    }
    text
}

pub fn save(state: &mut State, call: &Call) -> Result<String, Failure> {
    if call.text("project").is_empty() {
        log::violation("no --project");
    }
    if call.is_on("dry-run") {
        return Ok(dry_run(call));
    }
    project(state, call)?.files = files::collect(folder(call));
    Ok(String::new())
}

pub fn deploy(state: &mut State, call: &Call) -> Result<String, Failure> {
    let version = Version {
        id: state.id(),
        name: call.text("version").to_owned(),
        description: call.text("description").to_owned(),
        state: "failed".into(),
        created: state.clock,
        files: files::collect(folder(call)),
    };
    let id = version.id.clone();
    let project = project(state, call)?;
    let place = (project.id.clone(), environment(project, call)?.id.clone());
    if project
        .versions
        .iter()
        .any(|held| held.name == version.name)
    {
        return Err(Failure::api("failed to deploy", "the version exists"));
    }
    project.files.clone_from(&version.files);
    project.versions.insert(0, version);
    activate(state, (&place.0, &place.1), &id, "failed to deploy")?;
    Ok(String::new())
}

/// Makes a version the running one, when every static system is connected.
pub fn activate(
    state: &mut State,
    (project, environment): (&str, &str),
    version: &str,
    message: &str,
) -> Result<(), Failure> {
    let slow: u32 = std::env::var("STAND_IN_SLOW")
        .ok()
        .and_then(|count| count.parse().ok())
        .unwrap_or(0);
    let linked: BTreeSet<String> = state
        .connections
        .iter()
        .flat_map(|connection| connection.templates.clone())
        .collect();
    let not_found = || Failure::api(message, "environment not found");
    let mut projects = state.projects.iter_mut();
    let project = projects
        .find(|held| held.id == project)
        .ok_or_else(not_found)?;
    let mut environments = project.environments.iter_mut();
    let environment = environments
        .find(|held| held.id == environment)
        .ok_or_else(not_found)?;
    let missing: Vec<&str> = environment
        .templates
        .iter()
        .filter(|template| !template.dynamic && !linked.contains(&template.id))
        .map(|template| template.name.as_str())
        .collect();
    if !missing.is_empty() {
        let api = format!(
            "Failed to build config json: missing connections for the following systems: {}",
            missing.join(", ")
        );
        return Err(Failure::api(message, &api));
    }
    environment.deployed = Some(version.to_owned());
    environment.pending = slow;
    environment.status = if slow == 0 { "running" } else { "deploying" }.into();
    for held in &mut project.versions {
        if held.id == version {
            held.state = "ready".into();
        }
    }
    Ok(())
}

/// What `projects edit` makes of an environment's configuration, field by field.
pub fn edit(state: &mut State, call: &Call) -> Result<String, Failure> {
    let static_ip = match call.text("static-ip") {
        "" => None,
        "enabled" => Some(true),
        "disabled" => Some(false),
        _ => {
            return Err(Failure::message(
                "--static-ip must be either 'enabled' or 'disabled'",
            ));
        }
    };
    let number = |flag: &str| {
        let number = call.text(flag).parse::<i64>().ok();
        number.filter(|number| *number > 0)
    };
    let (replicas, max) = (number("replicas"), number("max-replicas"));
    let parts = ["cpu", "memory", "storage"];
    let given = |part: &str, side: &str| call.text(&format!("resource.{part}.{side}")).to_owned();
    let has = |side: &str| parts.iter().any(|part| !given(part, side).is_empty());
    let account = call.is_given("service-account");
    let changes = has("limits") || has("requests") || static_ip.is_some() || account;
    if !changes && replicas.is_none() && max.is_none() {
        log::violation("`projects edit` with nothing to do");
        return Ok("nothing to do\n".into());
    }
    let project = project(state, call)?;
    let environment = environment(project, call)?;
    let held = &environment.config["deploymentSpec"];
    let old = |field: &str| held.get(field).cloned();
    let mut spec = Map::new();
    // Without the flag, autoscaling goes.
    let autoscaling = max.map(|max| json!({ "maxReplicas": max }));
    let replicas = replicas.map(|replicas| json!(replicas));
    let mut resources = Map::new();
    for side in ["limits", "requests"] {
        let mut amounts = Map::new();
        let before = &held["resources"][side];
        for part in parts {
            let new = Some(json!(given(part, side))).filter(|new| *new != "");
            put(
                &mut amounts,
                part,
                new.or_else(|| before.get(part).cloned()),
            );
        }
        let amounts = Value::Object(amounts);
        put(
            &mut resources,
            side,
            Some(amounts).filter(|_| has(side) || before.is_object()),
        );
    }
    let account = match call.text("service-account") {
        _ if !account => old("serviceAccountName"),
        "" => None,
        name => Some(json!(name)),
    };
    put(&mut spec, "autoscaling", autoscaling);
    put(&mut spec, "replicas", replicas.or_else(|| old("replicas")));
    put(&mut spec, "resources", Some(Value::Object(resources)));
    put(&mut spec, "serviceAccountName", account);
    let static_ip = static_ip.map(|on| json!(on));
    put(&mut spec, "staticIP", static_ip.or_else(|| old("staticIP")));
    environment.config = json!({ "deploymentSpec": spec });
    Ok("environment configuration updated successfully\n".into())
}

fn put(fields: &mut Map<String, Value>, name: &str, value: Option<Value>) {
    if let Some(value) = value {
        fields.insert(name.to_owned(), value);
    }
}

/// All files of the project or of a version: this list has no pages.
pub fn files(state: &mut State, call: &Call) -> Result<String, Failure> {
    let wanted = call.text("version").to_owned();
    let project = project(state, call)?;
    let files = match project.versions.iter().find(|held| held.id == wanted) {
        Some(version) => &version.files,
        None if wanted.is_empty() => &project.files,
        None => {
            return Err(Failure::api(
                "failed to get project files",
                "version not found",
            ));
        }
    };
    if let Some(name) = call.words.first() {
        return files
            .iter()
            .find(|(path, _)| path == name)
            .map(|(_, content)| content.clone())
            .ok_or_else(|| Failure::message(&format!("file {name:?} not found in project")));
    }
    let rows = files
        .iter()
        .map(|(path, content)| json!({ "filename": path, "size": content.len(), "content": content }))
        .collect();
    print_list(call, "FileSummary", rows)
}
