//! `[environments]`: names bound to systems, inputs, variables and each other.

use super::names::Names;
use super::{
    Environment, Input, System, SystemValues, User, Variable, VariableValue, spanned, text,
};
use crate::diagnostics::{Diagnostic, Sink, closest, codes::names};
use crate::document::Key;
use crate::manifest::{self, Manifest, Tree};
use crate::types::{Types, conforms};

pub fn resolve(
    manifest: &Manifest,
    systems: &[System],
    variables: &[Variable],
    types: &Types,
    sink: &mut Sink,
) -> Vec<Environment> {
    let system_names = Names::new(
        "system",
        "systems",
        &names::UNKNOWN_SYSTEM,
        systems.iter().map(|system| system.name.value.as_str()),
    );
    let variable_names = Names::new(
        "variable",
        "variables",
        &names::UNKNOWN_VARIABLE,
        variables
            .iter()
            .map(|variable| variable.name.value.as_str()),
    );
    let environment_names = Names::new(
        "environment",
        "environments",
        &names::UNKNOWN_ENVIRONMENT,
        manifest
            .environments
            .iter()
            .map(|environment| environment.name.name.as_str()),
    );
    let values = Values {
        names: &variable_names,
        variables,
        types,
    };
    manifest
        .environments
        .iter()
        .map(|environment| {
            if let Some(from) = &environment.clone_from {
                environment_names.find(from, sink);
            }
            Environment {
                name: spanned(&environment.name),
                clone_from: environment.clone_from.as_ref().map(text),
                pool: environment.pool.as_ref().map(text),
                resources: environment.resources.clone(),
                systems: environment
                    .systems
                    .iter()
                    .filter_map(|values| system_values(values, &system_names, systems, sink))
                    .collect(),
                variables: values.of(&environment.variables, sink),
                users: environment
                    .users
                    .iter()
                    .map(|user| {
                        let before = sink.len();
                        let variables = values.of(&user.variables, sink);
                        let written = user.systems.iter().filter_map(|values| {
                            let values = system_values(values, &system_names, systems, sink)?;
                            is_per_user(&values, systems, sink).then_some(values)
                        });
                        let systems = written.collect();
                        let id = spanned(&user.id);
                        User {
                            display_name: user
                                .display_name
                                .as_ref()
                                .map_or_else(|| id.clone(), text),
                            id,
                            variables,
                            systems,
                            is_whole: sink.len() == before,
                        }
                    })
                    .collect(),
            }
        })
        .collect()
}

/// Gives values to variables.
struct Values<'a> {
    names: &'a Names<'a>,
    variables: &'a [Variable],
    types: &'a Types,
}

impl Values<'_> {
    fn of(&self, written: &[(Key, Tree)], sink: &mut Sink) -> Vec<VariableValue> {
        written
            .iter()
            .filter_map(|(key, value)| {
                let at = self.names.find_at(&key.name, key.span, sink)?;
                let ty = self.variables[at].ty.present();
                if let Err(mismatch) = conforms(value, &ty, self.types) {
                    sink.push(
                        Diagnostic::new(
                            &names::VARIABLE_VALUE,
                            mismatch.span.unwrap_or(value.span),
                            format!("`{}`: {mismatch}", key.name),
                        )
                        .help(
                            "write a value that the variable's schema allows, or change the schema",
                        ),
                    );
                }
                Some(VariableValue {
                    variable: at,
                    value: value.clone(),
                })
            })
            .collect()
    }
}

/// A system that all users share has nothing that differs for one.
fn is_per_user(values: &SystemValues, systems: &[System], sink: &mut Sink) -> bool {
    let system = &systems[values.system];
    if system.per_user {
        return true;
    }
    sink.push(
        Diagnostic::new(
            &names::SHARED_SYSTEM,
            values.span,
            format!("all users share the connection to `{}`", system.name.value),
        )
        .related(system.name.span, "the system is declared here")
        .help(format!(
            "write `per_user = true` in `[systems.{}]`, or say this of the environment",
            system.name.value
        )),
    );
    false
}

fn system_values(
    values: &manifest::SystemOverride,
    system_names: &Names<'_>,
    systems: &[System],
    sink: &mut Sink,
) -> Option<SystemValues> {
    let at = system_names.find_at(&values.name.name, values.name.span, sink)?;
    let declared = &systems[at].inputs;
    for (key, _) in &values.inputs {
        check_input(key, declared, &values.name.name, sink);
    }
    Some(SystemValues {
        system: at,
        span: values.name.span,
        base_url: values.base_url.as_ref().map(text),
        inputs: values
            .inputs
            .iter()
            .map(|(key, value)| (key.name.clone(), text(value)))
            .collect(),
        rotation: values.rotation.clone(),
    })
}

fn check_input(key: &Key, declared: &[Input], system: &str, sink: &mut Sink) {
    if declared.iter().any(|input| input.name.value == key.name) {
        return;
    }
    let help = closest(
        &key.name,
        declared.iter().map(|input| input.name.value.as_str()),
    )
    .map_or_else(
        || {
            format!(
                "declare it: `[systems.{system}]` with `inputs.{} = {{ description = \"…\" }}`",
                key.name
            )
        },
        |meant| format!("did you mean `{meant}`?"),
    );
    sink.push(
        Diagnostic::new(
            &names::UNKNOWN_INPUT,
            key.span,
            format!("system `{system}` has no input `{}`", key.name),
        )
        .help(help),
    );
}
