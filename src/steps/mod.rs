//! What has to be done on the platform, as data. Scripts and `apply` are two readings of
//! it; it holds no shell text. From every prefix of a run, repeated, the platform ends in
//! the same state, ids aside.

mod address;
mod connection;
mod credentials;
mod deployment;
mod environment;
mod logs;
mod lookups;
mod project;
mod references;
mod release;
mod removal;
mod research;
mod scheme;
mod step;
mod system;
mod template;
mod users;

pub use address::Address;
pub use credentials::{
    Credential, all_credentials, credentials, user_credentials, user_prefix, variable_name,
};
pub(crate) use environment::wanted_schema;
pub use logs::logs;
pub(crate) use lookups::{environments, files, templates_of, variables, versions};
pub use release::release;
pub use scheme::facts as scheme_facts;
pub use step::{
    Check, Done, Ensure, Find, Guard, IdFrom, Known, Layer, Lookup, Manual, Mark, Moved, Page, Put,
    Read, Refusal, Remove, Rows, Step, Test,
};
pub use users::variables_file;

use crate::contract::{Call, ContractError};
use crate::platform::{Environment, Platform};

/// Every step, in an order in which each comes after what it needs.
#[derive(Clone, Debug, PartialEq)]
pub struct Steps {
    /// Run by a person, in the pull request that needs it; binds names to ids.
    pub setup: Vec<Step>,
    /// Run for each environment; changes no committed file.
    pub environments: Vec<EnvironmentSteps>,
}

/// The steps of one environment's deployment.
#[derive(Clone, Debug, PartialEq)]
pub struct EnvironmentSteps {
    /// The environment's name.
    pub environment: String,
    pub steps: Vec<Step>,
    /// How to call each endpoint once it is deployed, with the workflow's name.
    pub calls: Vec<(String, Call)>,
    /// The calls that are made once it is deployed.
    pub smokes: Vec<Smoke>,
}

/// A call of a workflow, and what has to come back.
#[derive(Clone, Debug, PartialEq)]
pub struct Smoke {
    /// The workflow's name.
    pub workflow: String,
    pub call: Call,
    /// Any status from 200 to 299 where there is none.
    pub status: Option<u16>,
}

/// Describes what the platform has to hold.
///
/// # Errors
/// A text of the manifest that no argument can hold, or a fault of this description.
pub fn describe(platform: &Platform) -> Result<Steps, ContractError> {
    let mut setup = vec![project::project(platform)?];
    for system in &platform.systems {
        setup.push(system::system(platform, system)?);
        setup.push(scheme::scheme(system)?);
        setup.extend(system::renamed(platform, system)?);
    }
    if let Some(channel) = &platform.alerts {
        setup.push(project::channel(channel)?);
    }
    setup.extend(removal::setup(platform)?);
    let environments = platform
        .environments
        .iter()
        .map(|environment| describe_environment(platform, environment))
        .collect::<Result<_, _>>()?;
    Ok(Steps {
        setup,
        environments,
    })
}

fn describe_environment(
    platform: &Platform,
    environment: &Environment,
) -> Result<EnvironmentSteps, ContractError> {
    let mut steps = environment::environment(platform, environment)?;
    steps.extend(environment::schema(platform)?);
    steps.extend(environment::values(environment));
    for system in &platform.systems {
        steps.extend(template::template(platform, environment, system)?);
        if system.per_user {
            continue;
        }
        steps.extend(connection::connection(platform, environment, system)?);
    }
    if let Some(channel) = &platform.alerts {
        steps.push(environment::channel(channel)?);
        steps.push(environment::alerts(environment, channel)?);
    }
    steps.extend(removal::environment(platform, environment)?);
    steps.extend(deployment::deployment(platform, environment)?);
    // Last, so that none of them keeps the deployment from being made.
    for user in &environment.users {
        steps.extend(users::user(platform, environment, user)?);
    }
    if let Some(document) = &platform.research {
        steps.push(research::research(document)?);
    }
    Ok(EnvironmentSteps {
        environment: environment.name.clone(),
        steps,
        calls: deployment::calls(platform, environment)?,
        smokes: deployment::smokes(platform, environment)?,
    })
}
