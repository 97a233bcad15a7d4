//! Bash: one reading of the steps. A script for set-up, one for the deployment of each
//! environment, the example of their env files, and the schema they send.

mod block;
mod command;
mod env_example;
mod lists;
mod names;
mod pieces;
mod quote;
mod script;

use std::collections::BTreeSet;

pub use quote::quote;

use super::Artifact;
use crate::contract::ContractError;
use crate::platform::Platform;
use crate::steps::{describe, variables_file, wanted_schema};

/// The scripts and what they read.
///
/// # Errors
/// See [`describe`].
pub fn render(platform: &Platform) -> Result<Vec<Artifact>, ContractError> {
    let steps = describe(platform)?;
    let mut artifacts = vec![Artifact {
        path: "scripts/setup.sh".into(),
        contents: script::setup(platform, &steps),
        executable: true,
    }];
    let mut taken = BTreeSet::new();
    for environment in &steps.environments {
        let file = file_name(&environment.environment, &mut taken);
        artifacts.push(Artifact {
            contents: script::deploy(platform, environment, &file),
            path: format!("scripts/{file}"),
            executable: true,
        });
    }
    artifacts.push(Artifact {
        path: ".env.example".into(),
        contents: env_example::render(platform),
        executable: false,
    });
    if let Some(schema) = wanted_schema(platform) {
        let text = serde_json::to_string_pretty(&schema).unwrap_or_default();
        artifacts.push(Artifact {
            path: "variables.json".into(),
            contents: text + "\n",
            executable: false,
        });
    }
    for environment in &platform.environments {
        for user in &environment.users {
            if let Some((path, contents)) = variables_file(environment, user) {
                artifacts.push(Artifact {
                    path,
                    contents,
                    executable: false,
                });
            }
        }
    }
    Ok(artifacts)
}

/// `deploy-NAME.sh`, safe as a file's name whatever the environment is called.
fn file_name(environment: &str, taken: &mut BTreeSet<String>) -> String {
    let safe: String = environment
        .chars()
        .map(|letter| match letter {
            'A'..='Z' | 'a'..='z' | '0'..='9' | '_' | '.' | '-' => letter,
            _ => '-',
        })
        .collect();
    let mut name = format!("deploy-{safe}.sh");
    let mut number = 2;
    while !taken.insert(name.clone()) {
        name = format!("deploy-{safe}-{number}.sh");
        number += 1;
    }
    name
}
