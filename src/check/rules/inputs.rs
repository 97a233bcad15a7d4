//! Values that an environment must give: inputs of base URLs, required variables.

use crate::check::{Rule, Subject};
use crate::diagnostics::{Diagnostic, Sink, codes::rules};
use crate::manifest::shown;
use crate::model::{Environment, Model, User};

pub const RULE: Rule = Rule {
    codes: &[&rules::INPUT_WITHOUT_VALUE, &rules::VARIABLE_WITHOUT_VALUE],
    run: check,
};

fn check(subject: &Subject<'_>, sink: &mut Sink) {
    for environment in &subject.model.environments {
        inputs(subject.model, environment, sink);
        variables(subject.model, environment, sink);
        for user in environment.users.iter().filter(|user| user.is_whole) {
            users_inputs(subject.model, environment, user, sink);
            users_variables(subject.model, environment, user, sink);
        }
    }
}

/// Each user who is declared has a connection of their own.
fn users_inputs(model: &Model, environment: &Environment, user: &User, sink: &mut Sink) {
    for (at, system) in model.systems.iter().enumerate() {
        if !system.per_user || !system.is_called {
            continue;
        }
        let written = [&user.systems, &environment.systems]
            .map(|values| values.iter().find(|values| values.system == at));
        let mut written_urls = written
            .iter()
            .flatten()
            .filter_map(|values| values.base_url.as_ref());
        let base_url = written_urls.next().unwrap_or(&system.base_url);
        for input in &system.inputs {
            let name = &input.name.value;
            let is_given = written
                .iter()
                .flatten()
                .any(|values| values.inputs.iter().any(|(given, _)| given == name));
            if is_given || !base_url.value.contains(&format!("{{{name}}}")) {
                continue;
            }
            sink.push(
                Diagnostic::new(
                    &rules::INPUT_WITHOUT_VALUE,
                    user.id.span,
                    format!(
                        "user `{}` has no value of the input `{name}` of system `{}`",
                        shown(&user.id.value),
                        system.name.value
                    ),
                )
                .related(input.name.span, "the input is declared here")
                .help(format!(
                    "write `systems.{}.inputs.{name} = \"…\"` below the user",
                    system.name.value
                )),
            );
        }
    }
}

/// Where all users share every system, the environment has to give the values already.
fn users_variables(model: &Model, environment: &Environment, user: &User, sink: &mut Sink) {
    if !model.systems.iter().any(|system| system.per_user) {
        return;
    }
    for (at, variable) in model.variables.iter().enumerate() {
        let mut given = user.variables.iter().chain(&environment.variables);
        if !variable.required || given.any(|value| value.variable == at) {
            continue;
        }
        sink.push(
            Diagnostic::new(
                &rules::VARIABLE_WITHOUT_VALUE,
                user.id.span,
                format!(
                    "user `{}` has no value of the required variable `{}`",
                    shown(&user.id.value),
                    variable.name.value
                ),
            )
            .related(variable.name.span, "the variable is declared here")
            .help(format!(
                "write `variables.{} = …` below the user, or in the environment",
                variable.name.value
            )),
        );
    }
}

/// A per-user system's inputs come with each user's connection.
fn inputs(model: &Model, environment: &Environment, sink: &mut Sink) {
    for (at, system) in model.systems.iter().enumerate() {
        let values = environment.systems.iter().find(|v| v.system == at);
        let base_url = values.and_then(|values| values.base_url.as_ref());
        if system.per_user || base_url.is_some_and(|url| !url.value.contains('{')) {
            continue;
        }
        for input in &system.inputs {
            let hole = format!("{{{}}}", input.name.value);
            let wanted = base_url.unwrap_or(&system.base_url).value.contains(&hole);
            let given =
                values.is_some_and(|v| v.inputs.iter().any(|(name, _)| *name == input.name.value));
            if wanted && !given {
                sink.push(
                    Diagnostic::new(
                        &rules::INPUT_WITHOUT_VALUE,
                        environment.name.span,
                        format!(
                            "environment `{}` gives the input `{}` of system `{}` no value",
                            environment.name.value, input.name.value, system.name.value
                        ),
                    )
                    .related(input.name.span, "the input is declared here")
                    .help(format!(
                        "write `[environments.{}.systems.{}]` with `inputs.{} = \"…\"`",
                        environment.name.value, system.name.value, input.name.value
                    )),
                );
            }
        }
    }
}

/// Where some user's activation may bring the value, the environment need not.
fn variables(model: &Model, environment: &Environment, sink: &mut Sink) {
    if model.systems.iter().any(|system| system.per_user) {
        return;
    }
    for (at, variable) in model.variables.iter().enumerate() {
        let given = environment.variables.iter().any(|v| v.variable == at);
        if variable.required && !given {
            sink.push(
                Diagnostic::new(
                    &rules::VARIABLE_WITHOUT_VALUE,
                    environment.name.span,
                    format!(
                        "environment `{}` gives the required variable `{}` no value",
                        environment.name.value, variable.name.value
                    ),
                )
                .related(variable.name.span, "the variable is declared here")
                .help(format!(
                    "write `[environments.{}.variables]` with `{} = …`",
                    environment.name.value, variable.name.value
                )),
            );
        }
    }
}
