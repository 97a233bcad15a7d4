//! What is deleted: objects of which the manifest says so.

use super::environment::step;
use super::lookups::{channels, environments, project_id, systems, template_named, text};
use super::{Address, Done, Ensure, Layer, Lookup, Manual, Mark, Page, Remove, Rows, Step};
use crate::contract::{Arg, Call, ContractError, table};
use crate::platform::{Environment, ObjectKind, Platform, Removed};

/// What goes with the organisation and the project.
pub(super) fn setup(platform: &Platform) -> Result<Vec<Step>, ContractError> {
    let mut steps = Vec::new();
    for removed in platform.removed(ObjectKind::System) {
        steps.push(system(removed)?);
    }
    for removed in platform.removed(ObjectKind::Alerts) {
        steps.extend(channel(removed)?);
    }
    for removed in platform.removed(ObjectKind::Environment) {
        steps.push(gone_environment(removed)?);
    }
    Ok(steps)
}

/// What goes from one environment.
pub(super) fn environment(
    platform: &Platform,
    environment: &Environment,
) -> Result<Vec<Step>, ContractError> {
    let mut steps = Vec::new();
    for removed in platform.removed(ObjectKind::System) {
        steps.push(template(environment, removed)?);
        steps.push(connections(environment, removed)?);
    }
    for removed in platform.removed(ObjectKind::Alerts) {
        steps.push(alerts(environment, removed)?);
    }
    Ok(steps)
}

fn why(removed: &Removed) -> String {
    format!("Why: {}", removed.reason)
}

fn setup_step(at: Address, needs: Vec<Address>, ensure: Ensure) -> Step {
    Step {
        at,
        layer: Layer::Setup,
        needs,
        ensure,
    }
}

/// The organisation's system, which the command line cannot delete.
fn system(removed: &Removed) -> Result<Step, ContractError> {
    let name = &removed.name;
    Ok(setup_step(
        Address::RemovedSystem(name.clone()),
        vec![Address::Project],
        Ensure::Manual(Manual {
            title: format!("remove the system {name} from the organisation"),
            instructions: vec![
                why(removed),
                format!(
                    "If no other project uses it, remove the organisation's system {name} in the browser, once every environment has been applied."
                ),
                "If others use it, take its [[removed]] out of the manifest then.".into(),
                "It is done as soon as the platform does not list it any more.".into(),
            ],
            done: Done::Absent {
                lookup: systems("name", text(name))?,
            },
        }),
    ))
}

/// The system's template. Its connection is no longer used then.
fn template(environment: &Environment, removed: &Removed) -> Result<Step, ContractError> {
    let name = &removed.name;
    let at = Address::Template(name.clone());
    let call = Call::new(
        &table::project_systems::REMOVE,
        vec![("project", project_id()), ("template", Arg::Id(at.clone()))],
    )?;
    Ok(step(
        at,
        vec![Address::Environment],
        Ensure::Remove(Remove {
            lookup: template_named(&environment.name, name)?,
            call,
            gone: vec![format!(
                "the system {name} in the environment {}, and its connection's link",
                environment.name
            )],
            marks: vec![Mark::Redeploy],
        }),
    ))
}

/// The system's connections of this environment, of every rotation, which the command line
/// cannot delete.
fn connections(environment: &Environment, removed: &Removed) -> Result<Step, ContractError> {
    let name = &removed.name;
    let prefix = format!("{name}-{}-r", environment.name);
    let system = Arg::Id(Address::System(name.clone()));
    let list = Call::new(
        &table::connections::LIST,
        vec![("system", system), ("output", text("json"))],
    )?;
    Ok(step(
        Address::RemovedConnections(name.clone()),
        vec![Address::Template(name.clone())],
        Ensure::Manual(Manual {
            title: format!("remove the connections of {name} for {}", environment.name),
            instructions: vec![
                why(removed),
                format!(
                    "In the browser, open the organisation's connections of the system {name}."
                ),
                format!(
                    "Remove {prefix}1, and others of that name with another number, and their credentials at {name} itself."
                ),
                "If another project uses them, take the system's [[removed]] out of the manifest."
                    .into(),
                "It is done as soon as the platform lists none of them.".into(),
            ],
            done: Done::Absent {
                lookup: Lookup {
                    list,
                    rows: Rows::Items,
                    by: vec![("connectionName", Arg::Numbered(prefix))],
                    id: "connectionId",
                    page: Page::First(20),
                },
            },
        }),
    ))
}

/// The channel's link to the environment.
fn alerts(environment: &Environment, removed: &Removed) -> Result<Step, ContractError> {
    let call = Call::new(
        &table::notifications::PROJECT_UNLINK,
        vec![
            ("project", project_id()),
            ("environment", text(&environment.name)),
            ("notification-id", Arg::Id(Address::Alerts)),
            ("yes", Arg::Switch(true)),
        ],
    )?;
    let mut lookup = links(removed, Some(environment))?;
    lookup
        .by
        .push(("environmentId", Arg::Id(Address::Environment)));
    Ok(step(
        Address::Alerts,
        vec![Address::Environment],
        Ensure::Remove(Remove {
            lookup,
            call,
            gone: vec![format!(
                "mail about failed runs in the environment {}",
                environment.name
            )],
            marks: Vec::new(),
        }),
    ))
}

/// The channel itself, once no environment of the project uses it. Set-up comes before the
/// environments, so that the first time it waits for them.
fn channel(removed: &Removed) -> Result<[Step; 2], ContractError> {
    let name = &removed.name;
    let call = Call::new(
        &table::notifications::CHANNELS_DELETE,
        vec![
            ("channel-id", Arg::Id(Address::Channel)),
            ("yes", Arg::Switch(true)),
        ],
    )?;
    Ok([
        setup_step(
            Address::Alerts,
            vec![Address::Project],
            Ensure::Manual(Manual {
                title: format!("unlink the notification channel {name}"),
                instructions: vec![
                    why(removed),
                    "Apply each environment, which unlinks it there, and set-up again after that: it deletes the channel then.".into(),
                    "An environment that the manifest does not declare is unlinked in the browser.".into(),
                ],
                done: Done::Absent {
                    lookup: links(removed, None)?,
                },
            }),
        ),
        setup_step(
            Address::Channel,
            vec![Address::Alerts],
            Ensure::Remove(Remove {
                lookup: channels(name)?,
                call,
                gone: vec![format!("the notification channel {name}")],
                marks: Vec::new(),
            }),
        ),
    ])
}

/// Links of the channel to one environment, or to any of the project.
fn links(removed: &Removed, environment: Option<&Environment>) -> Result<Lookup, ContractError> {
    let mut args = vec![("project", project_id())];
    args.extend(environment.map(|environment| ("environment", text(&environment.name))));
    args.push(("output", text("json")));
    Ok(Lookup {
        list: Call::new(&table::notifications::PROJECT_LIST, args)?,
        rows: Rows::Items,
        by: vec![("channelName", text(&removed.name))],
        id: "id",
        page: Page::First(20),
    })
}

/// An environment, which the command line cannot delete.
fn gone_environment(removed: &Removed) -> Result<Step, ContractError> {
    let name = &removed.name;
    Ok(setup_step(
        Address::RemovedEnvironment(name.clone()),
        vec![Address::Project],
        Ensure::Manual(Manual {
            title: format!("remove the environment {name}"),
            instructions: vec![
                why(removed),
                format!(
                    "In the browser, open the project's environment {name} and delete it, with what runs there."
                ),
                "It is done as soon as the platform does not list it any more.".into(),
            ],
            done: Done::Absent {
                lookup: environments(name)?,
            },
        }),
    ))
}
