//! An environment and what belongs to all of it.

use serde_json::{Map, Value, json};
use sha2::{Digest, Sha256};

use super::lookups::{channels, environments, project_id, text, variables};
use super::{
    Address, Done, Ensure, Find, IdFrom, Layer, Lookup, Manual, Mark, Page, Put, Read, Rows, Step,
    Test,
};
use crate::contract::{Arg, Call, ContractError, table};
use crate::platform::{
    Channel, Environment, Moved, ObjectKind, Platform, Resources, VariableSchema,
};

/// The variable in the env file by which a person says that the values are entered.
pub(super) const VALUES_SET: &str = "GUSSET_VALUES_SET";

/// The environment itself, its pool and its resources.
pub(super) fn environment(
    platform: &Platform,
    environment: &Environment,
) -> Result<Vec<Step>, ContractError> {
    let mut moved = platform.moved.iter();
    let moved =
        moved.find(|moved| moved.kind == ObjectKind::Environment && moved.to == environment.name);
    let mut steps = vec![match moved {
        Some(moved) => renamed(moved)?,
        None => find(environment)?,
    }];
    if let Some(pool) = &environment.pool {
        steps.push(self::pool(environment, pool)?);
    }
    steps.extend(resources(environment)?);
    Ok(steps)
}

fn find(environment: &Environment) -> Result<Step, ContractError> {
    let create = match &environment.clone_from {
        Some(source) => {
            let mut args = vec![
                ("project", project_id()),
                ("old-env", text(source)),
                ("new-env", text(&environment.name)),
            ];
            args.extend(
                environment
                    .pool
                    .as_ref()
                    .map(|pool| ("execution-pool", text(pool))),
            );
            args.push(("output", text("json")));
            Some(Call::new(&table::environments::CREATE, args)?)
        }
        None => None,
    };
    Ok(step(
        Address::Environment,
        Vec::new(),
        Ensure::Find(Find {
            known: Vec::new(),
            lookup: environments(&environment.name)?,
            moved: None,
            adopt: false,
            agree: Vec::new(),
            create,
            id: IdFrom::FindAgain,
            note: None,
            unknown: format!(
                "the project has no environment {}: say which one to clone, with clone_from, or use the name of one that it has",
                environment.name
            ),
            upload: None,
            marks: Vec::new(),
        }),
    ))
}

/// An environment that has another name now. It is not made: then there would be two.
fn renamed(moved: &Moved) -> Result<Step, ContractError> {
    let (from, to) = (&moved.from, &moved.to);
    Ok(step(
        Address::Environment,
        Vec::new(),
        Ensure::Manual(Manual {
            title: format!("rename the environment {from} to {to}"),
            instructions: vec![
                format!("Why: {}", moved.reason),
                format!("In the browser, open the project's environment {from} and call it {to}."),
                format!(
                    "If the project has no {from}, take its [[moved]] out of the manifest: {to} is made then."
                ),
                "It is done as soon as the platform lists an environment of that name.".into(),
            ],
            done: Done::Row {
                lookups: vec![environments(to)?],
                agree: Vec::new(),
            },
        }),
    ))
}

fn pool(environment: &Environment, pool: &str) -> Result<Step, ContractError> {
    let call = Call::new(
        &table::environments::UPDATE_EXECUTION_POOL,
        vec![
            ("project", project_id()),
            ("environment", text(&environment.name)),
            ("execution-pool", text(pool)),
            ("yes", Arg::Switch(true)),
            ("output", text("json")),
        ],
    )?;
    Ok(step(
        Address::Pool,
        vec![Address::Environment],
        Ensure::Put(Put {
            call,
            read: Some(Read {
                lookups: vec![environments(&environment.name)?],
                test: Test::Equals("provisioner", text(pool)),
            }),
            resend: true,
            guard: None,
            wait: false,
            optional: false,
            marks: vec![Mark::Redeploy],
        }),
    ))
}

/// All that is known is sent together: what is left out, the command resets.
fn resources(environment: &Environment) -> Result<Option<Step>, ContractError> {
    let Some(resources) = &environment.resources else {
        return Ok(None);
    };
    let mut args = vec![
        ("project", project_id()),
        ("environment", text(&environment.name)),
    ];
    if let Some(replicas) = resources.replicas {
        args.push(("replicas", Arg::Number(replicas.into())));
    }
    if let Some(replicas) = resources.max_replicas {
        args.push(("max-replicas", Arg::Number(replicas.into())));
    }
    if let Some(cpu) = &resources.cpu {
        args.push(("resource.cpu.requests", text(cpu)));
        args.push(("resource.cpu.limits", text(cpu)));
    }
    if let Some(memory) = &resources.memory {
        args.push(("resource.memory.requests", text(memory)));
        args.push(("resource.memory.limits", text(memory)));
    }
    if args.len() == 2 {
        return Ok(None);
    }
    Ok(Some(step(
        Address::Resources,
        vec![Address::Environment],
        Ensure::Put(Put {
            call: Call::new(&table::projects::EDIT, args)?,
            read: Some(Read {
                lookups: vec![environments(&environment.name)?],
                test: Test::Holds(
                    json!({ "config": { "deploymentSpec": specification(resources) } }),
                ),
            }),
            resend: true,
            guard: None,
            wait: false,
            optional: false,
            marks: Vec::new(),
        }),
    )))
}

/// The resources as the platform shows them: a `DeploymentSpec` of its API.
fn specification(resources: &Resources) -> Value {
    let amounts = || {
        let mut amounts = Map::new();
        let parts = [("cpu", &resources.cpu), ("memory", &resources.memory)];
        for (name, amount) in parts {
            amounts.extend(
                amount
                    .as_ref()
                    .map(|text| (name.to_owned(), text.as_str().into())),
            );
        }
        Value::Object(amounts)
    };
    let mut wanted = Map::new();
    if let Some(replicas) = resources.replicas {
        wanted.insert("replicas".into(), replicas.into());
    }
    let autoscaling = resources
        .max_replicas
        .map(|most| json!({ "maxReplicas": most }));
    wanted.insert("autoscaling".into(), autoscaling.unwrap_or_default());
    if resources.cpu.is_some() || resources.memory.is_some() {
        let both = json!({ "requests": amounts(), "limits": amounts() });
        wanted.insert("resources".into(), both);
    }
    Value::Object(wanted)
}

/// The schema of the activation variables. Variables that only the platform has stay, but
/// for those that are to be deleted or have another name.
pub(super) fn schema(platform: &Platform) -> Result<Option<Step>, ContractError> {
    let Some(wanted) = wanted_schema(platform) else {
        return Ok(None);
    };
    let call = Call::new(
        &table::variables::SET,
        vec![("project", project_id()), ("file", Arg::MergedSchema)],
    )?;
    let gone = platform.removed(ObjectKind::Variable);
    let moved = platform.moved.iter();
    let moved = moved.filter(|moved| moved.kind == ObjectKind::Variable);
    let removed = gone
        .map(|removed| removed.name.clone())
        .chain(moved.map(|moved| moved.from.clone()))
        .collect();
    Ok(Some(step(
        Address::Schema,
        Vec::new(),
        Ensure::Put(Put {
            call,
            read: Some(Read {
                lookups: vec![variables()?],
                test: Test::Schema { wanted, removed },
            }),
            resend: true,
            guard: None,
            wait: false,
            optional: false,
            marks: Vec::new(),
        }),
    )))
}

/// The schema as the platform keeps it; `None` where nothing is wanted of it.
pub(crate) fn wanted_schema(platform: &Platform) -> Option<Value> {
    let none = VariableSchema::default();
    let schema = match &platform.variables {
        Some(schema) => schema,
        None if platform.removed(ObjectKind::Variable).next().is_some() => &none,
        None => return None,
    };
    let mut required = schema.required.clone();
    required.sort();
    Some(json!({ "type": "object", "properties": schema.properties, "required": required }))
}

/// The static user's values: neither to be set nor to be read by the command line.
pub(super) fn values(environment: &Environment) -> Option<Step> {
    if environment.variables.is_empty() {
        return None;
    }
    let mut instructions = vec![format!(
        "In the browser, open the project's environment {} and set these activation variables of the static user:",
        environment.name
    )];
    let mut digest = Sha256::new();
    for (name, value) in &environment.variables {
        let line = format!("  {name} = {value}");
        digest.update(line.as_bytes());
        digest.update([0]);
        instructions.push(line);
    }
    let value: String = digest
        .finalize()
        .iter()
        .take(6)
        .map(|byte| format!("{byte:02x}"))
        .collect();
    instructions.push(format!(
        "Nothing can read them back. When they are set, write {VALUES_SET}={value} into the env file."
    ));
    Some(step(
        Address::Values,
        vec![Address::Environment, Address::Schema],
        Ensure::Manual(Manual {
            title: "set the activation variables of the static user".into(),
            instructions,
            done: Done::Said {
                variable: VALUES_SET.into(),
                value,
            },
        }),
    ))
}

/// The channel, joined to the environment.
pub(super) fn alerts(environment: &Environment, channel: &Channel) -> Result<Step, ContractError> {
    let list = Call::new(
        &table::notifications::PROJECT_LIST,
        vec![
            ("project", project_id()),
            ("environment", text(&environment.name)),
            ("output", text("json")),
        ],
    )?;
    let create = Call::new(
        &table::notifications::PROJECT_LINK,
        vec![
            ("project", project_id()),
            ("environment", text(&environment.name)),
            ("channel-id", Arg::Id(Address::Channel)),
            ("name", text(&channel.name)),
        ],
    )?;
    Ok(step(
        Address::Alerts,
        vec![Address::Environment, Address::Channel],
        Ensure::Find(Find {
            known: Vec::new(),
            lookup: Lookup {
                list,
                rows: Rows::Items,
                by: vec![
                    ("channelId", Arg::Id(Address::Channel)),
                    ("environmentId", Arg::Id(Address::Environment)),
                ],
                id: "id",
                page: Page::First(20),
            },
            moved: None,
            adopt: false,
            agree: Vec::new(),
            create: Some(create),
            id: IdFrom::FindAgain,
            note: None,
            unknown: format!(
                "link the notification channel {} to the environment {} in the browser",
                channel.name, environment.name
            ),
            upload: None,
            marks: Vec::new(),
        }),
    ))
}

/// The channel that set-up has made.
pub(super) fn channel(channel: &Channel) -> Result<Step, ContractError> {
    Ok(step(
        Address::Channel,
        Vec::new(),
        Ensure::Find(Find {
            known: Vec::new(),
            lookup: channels(&channel.name)?,
            moved: None,
            adopt: false,
            agree: Vec::new(),
            create: None,
            id: IdFrom::FindAgain,
            note: None,
            unknown: format!(
                "the organisation has no notification channel {}: run set-up first, by `gusset apply --setup` or setup.sh",
                channel.name
            ),
            upload: None,
            marks: Vec::new(),
        }),
    ))
}

pub(super) fn step(at: Address, needs: Vec<Address>, ensure: Ensure) -> Step {
    Step {
        at,
        layer: Layer::Environment,
        needs,
        ensure,
    }
}
