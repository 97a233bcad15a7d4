//! Environments of a project.

use serde_json::{Value, json};

use super::projects::{activate, new_environment, public_url};
use super::{environment, project};
use crate::arguments::Call;
use crate::output::{Failure, object};
use crate::state::{Environment, State};

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
    if call.is_given("execution-pool") {
        check_pool(
            state,
            call.text("execution-pool"),
            "failed to create environment",
        )?;
    }
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
    let pool = call.text("execution-pool").to_owned();
    check_pool(state, &pool, "failed to update execution pool")?;
    let project = project(state, call)?;
    let environment = environment(project, call)?;
    environment.pool = pool;
    let row = printable(environment);
    object(call, &row)
}

fn check_pool(state: &State, pool: &str, message: &str) -> Result<(), Failure> {
    if state.pools.iter().any(|held| held == pool) {
        return Ok(());
    }
    Err(Failure::api(message, "execution pool not found"))
}

/// What runs in one environment, run in another too.
pub fn promote(state: &mut State, call: &Call) -> Result<String, Failure> {
    let message = "failed to promote environment";
    let project = project(state, call)?;
    let find = |name: &str| {
        let mut environments = project.environments.iter();
        environments
            .find(|environment| environment.name == name)
            .ok_or_else(|| Failure::api(message, "environment not found"))
    };
    let (source, target) = (find(call.text("source"))?, find(call.text("target"))?);
    let version = source
        .deployed
        .clone()
        .ok_or_else(|| Failure::api(message, "the source environment is not deployed"))?;
    let row = json!({
        "id": project.id,
        "name": project.name,
        "environments": project.environments.iter().map(|e| &e.name).collect::<Vec<_>>(),
    });
    let (project, target) = (project.id.clone(), target.id.clone());
    activate(state, (&project, &target), &version, message)?;
    object(call, &row)
}
