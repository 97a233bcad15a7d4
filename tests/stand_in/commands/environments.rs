//! Environments of a project.

use serde_json::{Value, json};

use super::projects::{new_environment, public_url};
use super::{environment, project};
use crate::stand_in::arguments::Call;
use crate::stand_in::output::{Failure, object};
use crate::stand_in::state::{Environment, State};

fn printable(environment: &Environment) -> Value {
    json!({
        "id": environment.id,
        "name": environment.name,
        "status": environment.status,
        "publicUrl": public_url(environment),
        "executionPool": environment.pool,
    })
}

pub fn create(state: &mut State, call: &Call) -> Result<String, Failure> {
    let failed = |why: &str| Failure::api("failed to create environment", why);
    let mut made = new_environment(state, call.text("new-env"), "");
    let ids: Vec<String> = (0..20).map(|_| state.id()).collect();
    let project = project(state, call)?;
    let source = project
        .environments
        .iter()
        .find(|environment| environment.name == call.text("old-env"))
        .ok_or_else(|| failed("environment not found"))?;
    if project.environments.iter().any(|e| e.name == made.name) {
        return Err(failed("environment already exists"));
    }
    made.pool = match call.text("execution-pool") {
        "" => source.pool.clone(),
        pool => pool.to_owned(),
    };
    if call.is_on("clone-systems") {
        made.templates.clone_from(&source.templates);
        for (template, id) in made.templates.iter_mut().zip(ids) {
            template.id = id;
        }
    }
    let row = printable(&made);
    project.environments.push(made);
    object(call, &row)
}

pub fn update_pool(state: &mut State, call: &Call) -> Result<String, Failure> {
    if !call.is_on("yes") {
        return Err(Failure::prompt("--yes"));
    }
    let project = project(state, call)?;
    let environment = environment(project, call)?;
    environment.pool = call.text("execution-pool").to_owned();
    let row = printable(environment);
    object(call, &row)
}
