//! A system's static connection in one environment.

use super::credentials::{Credential, credentials};
use super::environment::step;
use super::lookups::{connections, linked, project_id, text};
use super::{
    Address, Done, Ensure, Find, IdFrom, Known, Lookup, Manual, Mark, Moved, Put, Read, Refusal,
    Step, Test,
};
use crate::contract::{Arg, Call, ContractError, table};
use crate::platform::{
    Environment, Grant, ObjectKind, Platform, Scheme, System, SystemValues, User,
};

/// The connection and its link to the template.
pub(super) fn connection(
    platform: &Platform,
    environment: &Environment,
    system: &System,
) -> Result<Vec<Step>, ContractError> {
    let name = &system.name;
    let values = values(environment, system);
    let names = Names::new(platform, environment, system);
    let template = || Arg::Id(Address::Template(name.clone()));
    let connection = || Arg::Id(Address::Connection(name.clone()));
    let ensure = if system.scheme.is_connectable() {
        automatic(environment, system, &values, &names)?
    } else {
        manual(environment, system, &values, &names)?
    };
    let link = Call::new(
        &table::project_systems::CONNECT,
        vec![
            ("project", project_id()),
            ("environment", text(&environment.name)),
            ("template-id", template()),
            ("connection-id", connection()),
        ],
    )?;
    let is_linked = linked(
        &environment.name,
        vec![("id", connection()), ("connectionTemplateId", template())],
    )?;
    Ok(vec![
        step(
            Address::Connection(name.clone()),
            vec![
                Address::Template(name.clone()),
                Address::TemplateScheme(name.clone()),
                Address::Scheme(name.clone()),
            ],
            ensure,
        ),
        step(
            Address::Link(name.clone()),
            vec![Address::Connection(name.clone())],
            Ensure::Put(Put {
                call: link,
                read: Some(Read {
                    lookups: vec![is_linked],
                    test: Test::Exists,
                }),
                resend: true,
                guard: None,
                wait: false,
                optional: false,
                marks: vec![Mark::Redeploy],
            }),
        ),
    ])
}

/// What the environment says of the system; the system's own facts where it says nothing.
fn values(environment: &Environment, system: &System) -> SystemValues {
    environment
        .systems
        .iter()
        .find(|values| values.system == system.name)
        .cloned()
        .unwrap_or_else(|| SystemValues {
            system: system.name.clone(),
            base_url: system.base_url.clone(),
            rotation: 1,
        })
}

/// What the connection is called, and was called before its system or its environment
/// was renamed: connections keep their names.
pub(super) struct Names {
    pub(super) rotation: u32,
    pub(super) name: String,
    /// The most recent one first.
    pub(super) former: Vec<String>,
}

impl Names {
    pub(super) fn new(platform: &Platform, environment: &Environment, system: &System) -> Self {
        let rotation = values(environment, system).rotation.max(1);
        Self::with(platform, environment, system, rotation, "")
    }

    /// Of the connection of a user.
    pub(super) fn of_user(
        platform: &Platform,
        environment: &Environment,
        system: &System,
        user: &User,
    ) -> Self {
        let mut values = user.systems.iter();
        let values = values.find(|values| values.system == system.name);
        let rotation = values.map_or(1, |values| values.rotation.max(1));
        let of = format!("-{}", user.external_id);
        Self::with(platform, environment, system, rotation, &of)
    }

    fn with(
        platform: &Platform,
        environment: &Environment,
        system: &System,
        rotation: u32,
        of: &str,
    ) -> Self {
        let former_system = platform.former(ObjectKind::System, &system.name);
        let former_environment = platform.former(ObjectKind::Environment, &environment.name);
        let named =
            |system: &str, environment: &str| format!("{system}-{environment}{of}-r{rotation}");
        let mut former = Vec::new();
        former.extend(former_environment.map(|old| named(&system.name, old)));
        if let Some(old) = former_system {
            former.push(named(old, &environment.name));
            former.extend(former_environment.map(|environment| named(old, environment)));
        }
        Self {
            rotation,
            name: named(&system.name, &environment.name),
            former,
        }
    }

    /// The connections linked to the system's template, under each of the names.
    pub(super) fn linked(
        &self,
        environment: &Environment,
        system: &System,
    ) -> Result<Vec<Lookup>, ContractError> {
        let template = || Arg::Id(Address::Template(system.name.clone()));
        std::iter::once(&self.name)
            .chain(&self.former)
            .map(|name| {
                linked(
                    &environment.name,
                    vec![
                        ("name", text(name.as_str())),
                        ("connectionTemplateId", template()),
                    ],
                )
            })
            .collect()
    }
}

fn automatic(
    environment: &Environment,
    system: &System,
    values: &SystemValues,
    names: &Names,
) -> Result<Ensure, ContractError> {
    let Names { rotation, name, .. } = names;
    let template = Arg::Id(Address::Template(system.name.clone()));
    let mut args = vec![
        ("project", project_id()),
        ("environment", text(&environment.name)),
        ("template-id", template),
        ("name", text(name.as_str())),
        ("base-url", text(&values.base_url)),
        ("env-file", Arg::EnvFile),
    ];
    let mut note = credential_args(system, credentials(system), &mut args);
    if *rotation > 1 {
        note = Some(format!(
            "the earlier connection of {} may still be linked: remove it in the browser once {name} works",
            system.name
        ));
    }
    let moved = match names.former.last() {
        Some(former) => Some(Box::new(Moved {
            from: former.clone(),
            lookup: connections(&system.name, former)?,
            rename: None,
        })),
        None => None,
    };
    let linked = names.linked(environment, system)?;
    Ok(Ensure::Find(Find {
        known: linked.into_iter().map(Known::Row).collect(),
        lookup: connections(&system.name, name)?,
        moved,
        adopt: false,
        agree: vec![Refusal {
            field: "baseUrl",
            value: text(&values.base_url),
            message: format!(
                "the connection {name} has another base URL than {}: write rotation = {} for {}",
                values.base_url,
                rotation.saturating_add(1),
                system.name
            ),
            is_url: true,
            is_manual: false,
        }],
        create: Some(Call::new(&table::connections::CREATE, args)?),
        id: IdFrom::LastWord,
        note,
        unknown: format!(
            "look for the connection {name} in the browser and link it to the environment {}, or remove connections of {} that are not used",
            environment.name, system.name
        ),
        upload: None,
        marks: vec![Mark::Redeploy],
    }))
}

/// What a connection takes of its scheme, and what a person should know of that.
pub(super) fn credential_args(
    system: &System,
    credentials: Vec<Credential>,
    args: &mut Vec<(&'static str, Arg)>,
) -> Option<String> {
    for credential in credentials {
        args.push((credential.flag, Arg::EnvRef(credential.variable)));
    }
    match &system.scheme {
        Scheme::None => args.push(("bypass", Arg::Switch(true))),
        Scheme::OAuth2 {
            grant: Grant::ClientCredentials,
            token_url,
            ..
        } => args.push(("token-url", text(token_url))),
        Scheme::OAuth2 { .. } => {
            return Some(format!(
                "if {} wants a client id and secret beside the password, enter them in its auth scheme in the browser",
                system.name
            ));
        }
        _ => {}
    }
    None
}

fn manual(
    environment: &Environment,
    system: &System,
    values: &SystemValues,
    names: &Names,
) -> Result<Ensure, ContractError> {
    let name = &names.name;
    let mut instructions = Vec::new();
    let mut agree = Vec::new();
    match &system.scheme {
        Scheme::OAuth2 { .. } => {
            instructions.push(format!(
                "In the browser, open the system {}, its auth scheme {}, and enter the client id and client secret of your app.",
                system.name,
                system.scheme.id()
            ));
        }
        Scheme::Hmac { .. } => instructions.push(format!(
            "Have the signing secret at hand that {} shows for the webhook.",
            system
                .name
                .strip_suffix("-incoming")
                .unwrap_or(&system.name)
        )),
        _ => instructions.push("Have the client certificate and its key at hand.".into()),
    }
    instructions.push(format!(
        "Open the project's environment {}, connect {}, and call the connection {name}.",
        environment.name, system.name
    ));
    if !system.incoming {
        instructions.push(format!("Its base URL is {}", values.base_url));
        agree.push(Refusal {
            field: "baseUrl",
            value: text(&values.base_url),
            message: format!(
                "the connection {name} has another base URL than {}: correct it in the browser",
                values.base_url
            ),
            is_url: true,
            is_manual: true,
        });
    }
    instructions.extend(system.docs.iter().map(|url| format!("See {url}")));
    instructions.push("It is done as soon as the platform lists a connection of that name.".into());
    let mut lookups = names.linked(environment, system)?;
    for name in std::iter::once(name).chain(&names.former) {
        lookups.push(connections(&system.name, name)?);
    }
    Ok(Ensure::Manual(Manual {
        title: format!("connect {} by hand", system.name),
        instructions,
        done: Done::Row { lookups, agree },
    }))
}
