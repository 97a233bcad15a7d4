//! Versions of a project.

use serde_json::{Value, json};

use super::projects::{activate, folder};
use super::{day, project};
use crate::arguments::Call;
use crate::files;
use crate::output::{Failure, list as print_list, object};
use crate::state::{State, Version};

fn row(version: &Version, created: String) -> Value {
    json!({
        "id": version.id,
        "name": version.name,
        "description": version.description,
        "state": version.state,
        "createdAt": created,
    })
}

pub fn list(state: &mut State, call: &Call) -> Result<String, Failure> {
    let limit: usize = call.text("limit").parse().unwrap_or(20);
    let project = project(state, call)?;
    let rows = project
        .versions
        .iter()
        .take(limit)
        .map(|version| row(version, day(version.created)))
        .collect();
    print_list(call, "VersionSummary", rows)
}

pub fn create(state: &mut State, call: &Call) -> Result<String, Failure> {
    for flag in ["project", "name", "description"] {
        if call.text(flag).is_empty() {
            return Err(Failure::prompt(&format!("--{flag}")));
        }
    }
    let version = Version {
        id: state.id(),
        name: call.text("name").to_owned(),
        description: call.text("description").to_owned(),
        state: "draft".into(),
        created: state.clock,
        files: files::collect(folder(call)),
    };
    let printed = row(&version, String::new());
    let project = project(state, call)?;
    if project
        .versions
        .iter()
        .any(|held| held.name == version.name)
    {
        let api = format!("version with name \"{}\" already exists", version.name);
        return Err(Failure::api("failed to create version", &api));
    }
    project.versions.insert(0, version);
    object(call, &printed)
}

pub fn deploy(state: &mut State, call: &Call) -> Result<String, Failure> {
    let id = call.text("version-id").to_owned();
    let message = "failed to deploy version";
    let project = project(state, call)?;
    let place = (
        project.id.clone(),
        super::environment(project, call)?.id.clone(),
    );
    if !project.versions.iter().any(|version| version.id == id) {
        return Err(Failure::api(message, "version not found"));
    }
    activate(state, (&place.0, &place.1), &id, message)?;
    Ok(String::new())
}
