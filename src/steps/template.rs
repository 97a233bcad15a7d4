//! A system in the project: its connection template in one environment.

use serde_json::json;

use super::connection::Names;
use super::environment::step;
use super::lookups::{project_id, template as one, template_named, text};
use super::scheme::facts;
use super::{
    Address, Check, Ensure, Find, Guard, IdFrom, Mark, Moved, Put, Read, Refusal, Step, Test,
};
use crate::contract::{Arg, Call, ContractError, table};
use crate::platform::{Environment, ObjectKind, Platform, System};

/// The template, whom its connections are of, and which scheme they use.
pub(super) fn template(
    platform: &Platform,
    environment: &Environment,
    system: &System,
) -> Result<Vec<Step>, ContractError> {
    let name = system.name.clone();
    let at = Address::Template(name.clone());
    Ok(vec![
        find(platform, environment, system)?,
        step(
            Address::TemplateUsers(name.clone()),
            vec![at.clone()],
            users(environment, system)?,
        ),
        step(
            Address::TemplateScheme(name.clone()),
            vec![at.clone()],
            scheme(platform, environment, system)?,
        ),
        step(
            Address::Scheme(name.clone()),
            vec![Address::TemplateScheme(name.clone())],
            Ensure::Check(Check {
                read: Read {
                    lookups: vec![one(&environment.name, &name)?],
                    test: Test::Scheme(facts(&system.scheme)),
                },
                message: format!(
                    "the auth scheme of {name} is not what the manifest says: run set-up first, by `gusset apply --setup` or setup.sh"
                ),
            }),
        ),
    ])
}

fn find(
    platform: &Platform,
    environment: &Environment,
    system: &System,
) -> Result<Step, ContractError> {
    let name = &system.name;
    let system_id = Arg::Id(Address::System(name.clone()));
    let mut args = vec![
        ("project", project_id()),
        ("environment", text(&environment.name)),
        ("system", system_id.clone()),
        ("name", text(name)),
    ];
    if system.per_user {
        args.push(("dynamic", Arg::Switch(true)));
    }
    args.push(("output", text("json")));
    Ok(step(
        Address::Template(name.clone()),
        vec![Address::Environment],
        Ensure::Find(Find {
            known: Vec::new(),
            lookup: template_named(&environment.name, name)?,
            moved: moved(platform, environment, system)?,
            adopt: false,
            agree: vec![Refusal {
                field: "id",
                value: system_id,
                message: format!(
                    "the project's system {name} is another one than gusset.lock says: remove it from the environment in the browser, or mend the lock"
                ),
                is_url: false,
                is_manual: false,
            }],
            create: Some(Call::new(&table::project_systems::ADD, args)?),
            id: IdFrom::FindAgain,
            note: system.per_user.then(|| {
                format!("{name} is connected by each user: activate users with a connection of their own")
            }),
            unknown: format!(
                "add the system {name} to the environment {} in the browser",
                environment.name
            ),
            upload: None,
            marks: vec![Mark::Redeploy],
        }),
    ))
}

/// The template under the system's former name, and the call that renames it.
fn moved(
    platform: &Platform,
    environment: &Environment,
    system: &System,
) -> Result<Option<Box<Moved>>, ContractError> {
    let Some(former) = platform.former(ObjectKind::System, &system.name) else {
        return Ok(None);
    };
    let rename = Call::new(
        &table::project_systems::UPDATE_CONNECTION_TEMPLATE,
        vec![
            ("project", project_id()),
            ("template", Arg::Id(Address::Template(system.name.clone()))),
            ("name", text(&system.name)),
        ],
    )?;
    Ok(Some(Box::new(Moved {
        from: former.to_owned(),
        lookup: template_named(&environment.name, former)?,
        rename: Some(rename),
    })))
}

fn users(environment: &Environment, system: &System) -> Result<Ensure, ContractError> {
    let call = Call::new(
        &table::project_systems::UPDATE_CONNECTION_TEMPLATE,
        vec![
            ("project", project_id()),
            ("template", Arg::Id(Address::Template(system.name.clone()))),
            ("dynamic", Arg::Switch(system.per_user)),
        ],
    )?;
    Ok(Ensure::Put(Put {
        call,
        read: Some(Read {
            lookups: vec![one(&environment.name, &system.name)?],
            test: Test::Holds(json!({ "dynamic": system.per_user })),
        }),
        resend: true,
        guard: None,
        wait: false,
        optional: false,
        marks: vec![Mark::Redeploy],
    }))
}

/// A connection uses the first scheme of its template, and of a shared system that may be
/// another one.
fn scheme(
    platform: &Platform,
    environment: &Environment,
    system: &System,
) -> Result<Ensure, ContractError> {
    let name = &system.name;
    let template = Arg::Id(Address::Template(name.clone()));
    let call = Call::new(
        &table::project_systems::UPDATE_CONNECTION_TEMPLATE,
        vec![
            ("project", project_id()),
            ("template", template),
            ("auth-scheme-config-id", text(system.scheme.id())),
        ],
    )?;
    let guard = if system.per_user {
        None
    } else {
        let names = Names::new(platform, environment, system);
        Some(Guard {
            lookups: names.linked(environment, system)?,
            message: format!(
                "the connection {} was made with another auth scheme: write rotation = {} for {name}",
                names.name,
                names.rotation.saturating_add(1)
            ),
        })
    };
    Ok(Ensure::Put(Put {
        call,
        read: Some(Read {
            lookups: vec![one(&environment.name, name)?],
            test: Test::FirstScheme(system.scheme.id().to_owned()),
        }),
        resend: true,
        guard,
        wait: false,
        optional: false,
        marks: vec![Mark::Redeploy],
    }))
}
