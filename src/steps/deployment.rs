//! The version that holds the files, and its deployment.

use serde_json::json;

use super::environment::step;
use super::lookups::{environments, project_id, text, versions};
use super::{Address, Ensure, Find, IdFrom, Lookup, Put, Read, Smoke, Step, Test};
use crate::contract::{Arg, Call, ContractError, table};
use crate::platform::{Environment, ObjectKind, Platform};

/// The folder that is uploaded, relative to `versori/`.
const PROJECT_FOLDER: &str = "project";

pub(super) fn deployment(
    platform: &Platform,
    environment: &Environment,
) -> Result<Vec<Step>, ContractError> {
    Ok(vec![version(platform)?, deploy(platform, environment)?])
}

fn version(platform: &Platform) -> Result<Step, ContractError> {
    let name = platform.files.version_name();
    let folder = || Arg::File(PROJECT_FOLDER.into());
    let create = Call::new(
        &table::versions::CREATE,
        vec![
            ("project", project_id()),
            ("name", text(name.as_str())),
            ("description", Arg::Commit),
            ("directory", folder()),
            ("output", text("json")),
        ],
    )?;
    let upload = Call::new(
        &table::projects::SAVE,
        vec![
            ("project", project_id()),
            ("directory", folder()),
            ("dry-run", Arg::Switch(true)),
        ],
    )?;
    Ok(step(
        Address::Version,
        Vec::new(),
        Ensure::Find(Find {
            known: Vec::new(),
            lookup: Lookup {
                by: vec![("name", text(name))],
                ..versions()?
            },
            moved: None,
            adopt: false,
            agree: Vec::new(),
            create: Some(create),
            id: IdFrom::Json("id"),
            note: None,
            unknown: String::new(),
            upload: Some(upload),
            marks: Vec::new(),
        }),
    ))
}

fn deploy(platform: &Platform, environment: &Environment) -> Result<Step, ContractError> {
    let call = Call::new(
        &table::versions::DEPLOY,
        vec![
            ("project", project_id()),
            ("environment", text(&environment.name)),
            ("version-id", Arg::Id(Address::Version)),
        ],
    )?;
    let mut needs = vec![Address::Environment, Address::Version];
    for system in &platform.systems {
        needs.push(if system.per_user {
            Address::Scheme(system.name.clone())
        } else {
            Address::Link(system.name.clone())
        });
    }
    // The templates that go, so that what runs next never had them.
    let removed = platform.removed(ObjectKind::System);
    needs.extend(removed.map(|removed| Address::Template(removed.name.clone())));
    Ok(step(
        Address::Deployment,
        needs,
        Ensure::Put(Put {
            call,
            read: Some(Read {
                lookups: vec![environments(&environment.name)?],
                test: Test::Holds(json!({
                    "status": "running",
                    "deployedVersion": { "name": platform.files.version_name() },
                })),
            }),
            resend: true,
            guard: None,
            wait: true,
            optional: false,
            marks: Vec::new(),
        }),
    ))
}

/// How each endpoint is called through the platform.
pub(super) fn calls(
    platform: &Platform,
    environment: &Environment,
) -> Result<Vec<(String, Call)>, ContractError> {
    platform
        .endpoints
        .iter()
        .map(|endpoint| {
            let mut args = call(environment, &endpoint.path, &endpoint.method);
            if endpoint.method != "GET" {
                args.push(("body", text("{}")));
            }
            let call = Call::new(&table::projects::PROXY, args)?;
            Ok((endpoint.workflow.clone(), call))
        })
        .collect()
}

/// The declared call of each workflow that has one.
pub(super) fn smokes(
    platform: &Platform,
    environment: &Environment,
) -> Result<Vec<Smoke>, ContractError> {
    let smokes = platform.smokes.iter().map(|smoke| {
        let mut args = call(environment, &smoke.path, &smoke.method);
        let is_typed = |(name, _): &(String, String)| name.eq_ignore_ascii_case("content-type");
        // The command line names a type for the content of files only.
        if smoke.body.is_some() && !smoke.headers.iter().any(is_typed) {
            args.push(("header", text("Content-Type: application/json")));
        }
        let headers = smoke.headers.iter();
        args.extend(headers.map(|(name, value)| ("header", text(format!("{name}: {value}")))));
        // JSON never begins with `@`, which would name a file.
        args.extend(smoke.body.iter().map(|body| ("body", text(body))));
        Ok(Smoke {
            workflow: smoke.workflow.clone(),
            call: Call::new(&table::projects::PROXY, args)?,
            status: smoke.status,
        })
    });
    smokes.collect()
}

fn call(environment: &Environment, path: &str, method: &str) -> Vec<(&'static str, Arg)> {
    vec![
        ("project", project_id()),
        ("environment", text(&environment.name)),
        ("path", text(path)),
        ("method", text(method)),
    ]
}
