//! What each command does to the platform, and what it prints.

mod activations;
mod assets;
mod connections;
mod contexts;
mod environments;
mod logs;
mod notifications;
mod projects;
mod proxy;
mod systems;
mod templates;
mod users;
mod variables;
mod versions;

use std::collections::BTreeMap;

use serde_json::{Value, json};

use super::arguments::Call;
use super::output::{Failure, list, object};
use super::state::{Environment, Project, State};
use super::{env_file, log};

/// How an id that is not set prints.
const NO_ID: &str = "00000000000000000000000000";

/// Resolved credentials by flag.
pub type Credentials = BTreeMap<&'static str, String>;

/// Resolves what `connections create` takes from the env file, before anything else.
pub fn credentials(call: &Call, stdout: &mut String) -> Result<Credentials, Failure> {
    let mut resolved = Credentials::new();
    if call.command != "connections create" {
        return Ok(resolved);
    }
    let path = if call.is_given("env-file") {
        call.text("env-file")
    } else {
        ".env"
    };
    let file = env_file::read(path, call.is_given("env-file"))?;
    for flag in [
        "api-key",
        "username",
        "password",
        "client-id",
        "client-secret",
        "token-url",
    ] {
        let value = call.text(flag);
        if value.starts_with('$') {
            let (name, secret) = env_file::resolve(flag, value, &file)?;
            stdout.push_str(&format!("Resolved --{flag} from variable ${name}\n"));
            resolved.insert(flag, secret);
        } else {
            resolved.insert(flag, value.to_owned());
        }
    }
    Ok(resolved)
}

pub fn run(state: &mut State, call: &Call, credentials: &Credentials) -> Result<String, Failure> {
    if call.command == "version" {
        return Ok("0.1.1\n".into());
    }
    if call.command == "context add" {
        return contexts::add(state, call);
    }
    let context = active(state, call)?;
    match call.command.as_str() {
        "context show" => object(
            call,
            &json!({
                "name": context.0,
                "organisationId": context.1,
                "disableReferences": false,
            }),
        ),
        "projects list" => projects::list(state, call),
        "projects create" => projects::create(state, call),
        "projects details" => projects::details(state, call),
        "projects save" => projects::save(state, call),
        "projects deploy" => projects::deploy(state, call),
        "projects edit" => projects::edit(state, call),
        "projects files" => projects::files(state, call),
        "projects proxy" => proxy::proxy(state, call),
        "projects environments create" => environments::create(state, call),
        "projects logs" => logs::logs(state, call),
        "projects asset upload" => assets::upload(state, call),
        "projects asset list" => assets::list(state, call),
        "projects environments promote" => environments::promote(state, call),
        "projects environments update-execution-pool" => environments::update_pool(state, call),
        "projects systems list" => templates::list(state, call),
        "projects systems add" => templates::add(state, call),
        "projects systems update-connection-template" => templates::update(state, call),
        "projects systems remove" => {
            templates::remove(state, call, "remove system from project", "removed")
        }
        "projects systems delete-connection-template" => {
            templates::remove(state, call, "delete connection template", "deleted")
        }
        "projects systems list-connections" => templates::connections(state, call),
        "projects systems connect" => templates::connect(state, call),
        "projects variables get" => variables::get(state, call),
        "projects variables set" => variables::set(state, call),
        "projects variables remove" => variables::remove(state, call),
        "projects variables list" => variables::list(state, call),
        "projects versions list" => versions::list(state, call),
        "projects versions create" => versions::create(state, call),
        "projects versions deploy" => versions::deploy(state, call),
        "projects users list" | "projects activations list" => activations::list(state, call),
        "projects users activate" | "projects activations create" => {
            activations::activate(state, call)
        }
        "projects users details" | "projects activations details" => {
            activations::details(state, call)
        }
        "projects users deactivate" | "projects activations delete" => {
            activations::deactivate(state, call)
        }
        "projects users set-variable" | "projects activations set-variable" => {
            activations::set_variable(state, call)
        }
        "systems list" => systems::list(state, call),
        "systems create" => systems::create(state, call),
        "systems add-auth-scheme" => systems::add_auth_scheme(state, call),
        "connections list" => connections::list(state, call),
        "connections create" => connections::create(state, call, credentials),
        "users create" => users::create(state, call),
        "users list" => users::list(state, call),
        "notifications channels list" => notifications::channels(state, call),
        "notifications channels create" => notifications::create_channel(state, call),
        "notifications channels delete" => notifications::delete_channel(state, call),
        "notifications project list" => notifications::links(state, call),
        "notifications project link" => notifications::link(state, call),
        "notifications project unlink" => notifications::unlink(state, call),
        "execution-pools list" => {
            let row = |pool: &String| json!({ "name": pool });
            let rows: Vec<Value> = state.pools.iter().map(row).collect();
            list(call, "printableExecutionPool", rows)
        }
        other => {
            log::violation(&format!("`{other}` is not built into the stand-in"));
            Err(Failure::plain(format!("stand-in: no `{other}`\n")))
        }
    }
}

/// Whether a command may change the platform. `details` counts the time that a
/// deployment takes.
pub fn changes(call: &Call) -> bool {
    !matches!(
        call.command.rsplit(' ').next(),
        Some("version" | "show" | "list" | "list-connections" | "get" | "files" | "logs" | "proxy")
    )
}

fn active(state: &State, call: &Call) -> Result<(String, String), Failure> {
    let name = match call.text("context") {
        "" => &state.active_context,
        name => name,
    };
    state
        .contexts
        .iter()
        .find(|context| context.name == name)
        .map(|context| (context.name.clone(), context.organisation.clone()))
        .ok_or_else(|| {
            Failure::message("You have no active context, set one with versori context set")
        })
}

/// The project of `--project`. The `.versori` file is never read: a script names it.
fn project<'a>(state: &'a mut State, call: &Call) -> Result<&'a mut Project, Failure> {
    let id = call.text("project");
    if id.is_empty() {
        log::violation("no --project");
        return Err(Failure::message(
            "project id not provided and not found in .versori (provide --project or run sync first)",
        ));
    }
    state
        .projects
        .iter_mut()
        .find(|project| project.id == id)
        .ok_or_else(|| Failure::api("failed to get project", "project not found"))
}

fn environment<'a>(project: &'a mut Project, call: &Call) -> Result<&'a mut Environment, Failure> {
    let name = call.text("environment");
    project
        .environments
        .iter_mut()
        .find(|environment| environment.name == name)
        .ok_or_else(|| Failure::message(&format!("environment [{name}] not found in project")))
}

fn day(second: u64) -> String {
    format!(
        "2026-01-01T{:02}:{:02}:{:02}Z",
        second / 3600 % 24,
        second / 60 % 60,
        second % 60
    )
}
