//! Users who are activated in an environment.

use serde_json::{Map, Value};

use super::connection::{Names, credential_args};
use super::credentials::{short_digest, user_credentials};
use super::environment::step;
use super::lookups::{project_id, text};
use super::{
    Address, Done, Ensure, Find, IdFrom, Known, Lookup, Manual, Page, Put, Read, Refusal, Rows,
    Step, Test,
};
use crate::contract::{Arg, Call, ContractError, table};
use crate::platform::{Environment, Platform, System, SystemValues, User};

/// The user, the connections of their own, the activation and its variables.
pub(super) fn user(
    platform: &Platform,
    environment: &Environment,
    user: &User,
) -> Result<Vec<Step>, ContractError> {
    let mut steps = vec![find(user)?];
    for system in platform.systems.iter().filter(|system| system.per_user) {
        steps.push(connection(platform, environment, system, user)?);
    }
    steps.push(activation(platform, environment, user)?);
    for (name, value) in &user.variables {
        steps.push(variable(environment, user, name, value)?);
    }
    Ok(steps)
}

/// The file that holds the variables of a new activation, relative to `versori/`, and its
/// text; `None` where it has none.
pub fn variables_file(environment: &Environment, user: &User) -> Option<(String, String)> {
    if user.variables.is_empty() {
        return None;
    }
    let values: Map<String, Value> = user.variables.iter().cloned().collect();
    let text = serde_json::to_string_pretty(&values).unwrap_or_default() + "\n";
    // Names of files are no place for texts from elsewhere: a digest tells them apart.
    let safe = |text: &str| -> String {
        let safe = |c: char| {
            if c.is_ascii_alphanumeric() {
                c.to_ascii_lowercase()
            } else {
                '-'
            }
        };
        text.chars().take(40).map(safe).collect()
    };
    let whole = format!("{}\0{}", environment.name, user.external_id);
    let path = format!(
        "variables/{}-{}-{}.json",
        safe(&environment.name),
        safe(&user.external_id),
        short_digest(&whole)
    );
    Some((path, text))
}

fn find(user: &User) -> Result<Step, ContractError> {
    let (id, name) = (&user.external_id, &user.display_name);
    let list = Call::new(&table::users::LIST, vec![("output", text("json"))])?;
    let create = Call::new(
        &table::users::CREATE,
        vec![("display-name", text(name)), ("external-id", text(id))],
    )?;
    Ok(step(
        Address::User(id.clone()),
        Vec::new(),
        Ensure::Find(Find {
            known: Vec::new(),
            lookup: Lookup {
                list,
                rows: Rows::Items,
                by: vec![("externalId", text(id))],
                id: "id",
                page: Page::First(20),
            },
            moved: None,
            adopt: false,
            agree: vec![Refusal {
                field: "displayName",
                value: text(name),
                message: format!("change the name of the user {id} to {name} in the browser"),
                is_url: false,
                is_manual: true,
            }],
            create: Some(create),
            id: IdFrom::FindAgain,
            note: None,
            unknown: format!(
                "activate the user {id} in the browser, and take the user out of the manifest"
            ),
            upload: None,
            marks: Vec::new(),
        }),
    ))
}

/// A connection of the user, by name.
fn connections(system: &System, user: &User, name: &str) -> Result<Lookup, ContractError> {
    let list = Call::new(
        &table::connections::LIST,
        vec![
            ("system", Arg::Id(Address::System(system.name.clone()))),
            ("end-user", Arg::Id(Address::User(user.external_id.clone()))),
            ("output", text("json")),
        ],
    )?;
    Ok(Lookup {
        list,
        rows: Rows::Items,
        by: vec![("connectionName", text(name))],
        id: "connectionId",
        page: Page::First(20),
    })
}

fn connection(
    platform: &Platform,
    environment: &Environment,
    system: &System,
    user: &User,
) -> Result<Step, ContractError> {
    let names = Names::of_user(platform, environment, system, user);
    let mut values = user.systems.iter();
    let values = values.find(|values| values.system == system.name);
    let base_url = values.map_or(&system.base_url, |values: &SystemValues| &values.base_url);
    let (id, name) = (&user.external_id, &names.name);
    let disagrees = |is_manual| Refusal {
        field: "baseUrl",
        value: text(base_url),
        message: if is_manual {
            format!(
                "the connection {name} has another base URL than {base_url}: correct it in the browser"
            )
        } else {
            format!(
                "the connection {name} has another base URL than {base_url}: write rotation = {} for {} below the user {id}",
                names.rotation.saturating_add(1),
                system.name
            )
        },
        is_url: true,
        is_manual,
    };
    let ensure = if system.scheme.is_connectable() {
        let mut args = vec![
            ("project", project_id()),
            ("environment", text(&environment.name)),
            (
                "template-id",
                Arg::Id(Address::Template(system.name.clone())),
            ),
            ("name", text(name)),
            ("external-id", text(id)),
            ("base-url", text(base_url)),
            ("env-file", Arg::EnvFile),
        ];
        let credentials = user_credentials(system, id);
        let mut note = credential_args(system, credentials, &mut args);
        if names.rotation > 1 {
            note = Some(format!(
                "if {id} was active already, choose the connection {name} for the activation in the browser"
            ));
        }
        // One of a former name is taken as it is: connections cannot be renamed.
        let mut known = Vec::new();
        for name in std::iter::once(name).chain(&names.former) {
            known.push(Known::Row(connections(system, user, name)?));
        }
        if names.former.is_empty() {
            known.clear();
        }
        Ensure::Find(Find {
            known,
            lookup: connections(system, user, name)?,
            moved: None,
            adopt: false,
            agree: vec![disagrees(false)],
            create: Some(Call::new(&table::connections::CREATE, args)?),
            id: IdFrom::LastWord,
            note,
            unknown: format!(
                "remove connections of {id} to {} that are not used",
                system.name
            ),
            upload: None,
            marks: Vec::new(),
        })
    } else {
        let mut instructions = vec![
            format!(
                "Open the project's environment {}, and connect {} for the user {id}.",
                environment.name, system.name
            ),
            format!("Call the connection {name}; its base URL is {base_url}"),
        ];
        instructions.extend(system.docs.iter().map(|url| format!("See {url}")));
        instructions
            .push("It is done as soon as the platform lists a connection of that name.".into());
        let lookups = std::iter::once(name)
            .chain(&names.former)
            .map(|name| connections(system, user, name))
            .collect::<Result<_, _>>()?;
        Ensure::Manual(Manual {
            title: format!("connect {} by hand for {id}", system.name),
            instructions,
            done: Done::Row {
                lookups,
                agree: vec![disagrees(true)],
            },
        })
    };
    Ok(step(
        Address::UserConnection(system.name.clone(), id.clone()),
        vec![
            Address::User(id.clone()),
            Address::Template(system.name.clone()),
            Address::TemplateUsers(system.name.clone()),
            Address::Scheme(system.name.clone()),
        ],
        ensure,
    ))
}

/// The user's activation in the environment, if it is active.
fn active(environment: &Environment, user: &User) -> Result<Lookup, ContractError> {
    let list = Call::new(
        &table::activations::USERS_LIST,
        vec![
            ("project", project_id()),
            ("environment", text(&environment.name)),
            ("output", text("json")),
        ],
    )?;
    Ok(Lookup {
        list,
        rows: Rows::Items,
        by: vec![
            ("status", text("active")),
            ("externalId", text(&user.external_id)),
        ],
        id: "activationId",
        page: Page::First(20),
    })
}

/// Takes one connection for each template: the user's own, or the one that all share.
fn activation(
    platform: &Platform,
    environment: &Environment,
    user: &User,
) -> Result<Step, ContractError> {
    let id = &user.external_id;
    let mut needs = vec![
        Address::Environment,
        Address::Schema,
        Address::User(id.clone()),
    ];
    let mut args = vec![
        ("project", project_id()),
        ("environment", text(&environment.name)),
        ("external-id", text(id)),
    ];
    for system in &platform.systems {
        let name = || system.name.clone();
        let connection = if system.per_user {
            needs.push(Address::UserConnection(name(), id.clone()));
            Address::UserConnection(name(), id.clone())
        } else {
            needs.push(Address::Link(name()));
            Address::Connection(name())
        };
        args.push((
            "connection",
            Arg::Pair(Box::new((Address::Template(name()), connection))),
        ));
    }
    if let Some((path, _)) = variables_file(environment, user) {
        args.push(("variables-file", Arg::File(path)));
    }
    if platform.variables.is_none() {
        needs.retain(|need| *need != Address::Schema);
    }
    let lookup = active(environment, user)?;
    let unknown = format!(
        "activate {id} in the environment {} in the browser",
        environment.name
    );
    let ensure = if platform.systems.is_empty() {
        // The command line would ask for connections.
        Ensure::Manual(Manual {
            title: format!("activate {id} by hand"),
            instructions: vec![unknown],
            done: Done::Row {
                lookups: vec![lookup],
                agree: Vec::new(),
            },
        })
    } else {
        Ensure::Find(Find {
            known: Vec::new(),
            lookup,
            moved: None,
            adopt: false,
            agree: Vec::new(),
            create: Some(Call::new(&table::activations::USERS_ACTIVATE, args)?),
            id: IdFrom::LastWord,
            note: None,
            unknown,
            upload: None,
            marks: Vec::new(),
        })
    };
    Ok(step(Address::Activation(id.clone()), needs, ensure))
}

/// One variable of an activation that may be older than its value. What is given is read as
/// JSON where it is JSON, so it is given as JSON always.
fn variable(
    environment: &Environment,
    user: &User,
    name: &str,
    value: &Value,
) -> Result<Step, ContractError> {
    let id = &user.external_id;
    let call = Call::new(
        &table::activations::USERS_SET_VARIABLE,
        vec![
            ("project", project_id()),
            ("environment", text(&environment.name)),
            ("external-id", text(id)),
            ("name", text(name)),
            ("value", text(value.to_string())),
        ],
    )?;
    Ok(step(
        Address::ActivationVariable(id.clone(), name.to_owned()),
        vec![Address::Activation(id.clone())],
        Ensure::Put(Put {
            call,
            read: Some(Read {
                lookups: vec![active(environment, user)?],
                test: Test::Variable(name.to_owned(), value.clone()),
            }),
            resend: true,
            guard: None,
            wait: false,
            optional: false,
            marks: Vec::new(),
        }),
    ))
}
