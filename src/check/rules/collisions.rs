//! Names that are different here and the same in the output: files on disks that fold
//! case, identifiers in camelCase, environment variables in capitals, platform objects.

use std::collections::{BTreeMap, BTreeSet};

use crate::check::{Rule, Subject};
use crate::diagnostics::{Diagnostic, Sink, codes::rules};
use crate::emit::typescript::quote;
use crate::expression::functions;
use crate::ir::Ids;
use crate::manifest::shown;
use crate::model::{Model, incoming_name};
use crate::source::Span;
use crate::steps::{user_prefix, variable_name};

pub const RULE: Rule = Rule {
    codes: &[&rules::COLLISION],
    run: check,
};

fn check(subject: &Subject<'_>, sink: &mut Sink) {
    let model = subject.model;
    systems(model, sink);
    callables(model, sink);
    workflows(model, sink);
    for workflow in &model.workflows {
        let mut tasks = Space::new("the task");
        for id in workflow.steps.iter().filter_map(|step| step.id.as_ref()) {
            tasks.take(quote::camel_case(&id.value), &id.value, id.span, sink);
        }
    }
}

/// One set of names that must differ after folding.
struct Space {
    what: &'static str,
    taken: BTreeMap<String, (String, Span)>,
}

impl Space {
    fn new(what: &'static str) -> Self {
        Self {
            what,
            taken: BTreeMap::new(),
        }
    }

    /// Two uses of the very same name are another rule's business.
    fn take(&mut self, folded: String, name: &str, span: Span, sink: &mut Sink) {
        match self.taken.get(&folded) {
            Some((first, at)) if first != name || self.what != "the task" => sink.push(
                Diagnostic::new(
                    &rules::COLLISION,
                    span,
                    format!(
                        "`{name}` and `{first}` both become {} `{folded}`",
                        self.what
                    ),
                )
                .related(*at, format!("`{first}` is declared here"))
                .help("rename one of them"),
            ),
            Some(_) => {}
            None => {
                self.taken.insert(folded, (name.to_owned(), span));
            }
        }
    }
}

/// Systems become platform systems, and prefixes of environment variables.
fn systems(model: &Model, sink: &mut Sink) {
    let mut platform = Space::new("the platform's system");
    let mut prefixes = Space::new("the environment variables of");
    for system in &model.systems {
        let name = &system.name;
        platform.take(name.value.clone(), &name.value, name.span, sink);
        prefixes.take(
            quote::constant_case(&name.value),
            &name.value,
            name.span,
            sink,
        );
    }
    users(model, &mut prefixes, sink);
    for system in &model.systems {
        if system.incoming.is_some() && !system.implied {
            let own = incoming_name(&system.name.value);
            let name = format!("{}.incoming", system.name.value);
            platform.take(own, &name, system.name.span, sink);
        }
    }
}

/// Each user has variables for the connections of their own.
fn users(model: &Model, prefixes: &mut Space, sink: &mut Sink) {
    for system in model.systems.iter().filter(|system| system.per_user) {
        let mut told = BTreeSet::new();
        for user in model
            .environments
            .iter()
            .flat_map(|environment| &environment.users)
        {
            // The same user of another environment has another env file.
            if !user.id.value.is_empty() && told.insert(&user.id.value) {
                let name = format!("{} of {}", system.name.value, shown(&user.id.value));
                let prefix = user_prefix(&system.name.value, &user.id.value);
                let folded = variable_name(&prefix, "");
                let folded = folded.strip_suffix('_').unwrap_or(&folded);
                prefixes.take(folded.to_owned(), &name, user.id.span, sink);
            }
        }
    }
}

/// Mappings and functions share one space with the language's own functions.
fn callables(model: &Model, sink: &mut Sink) {
    let mut identifiers = Space::new("the function");
    let mappings = model.mappings.iter().map(|mapping| &mapping.name);
    for name in mappings {
        identifiers.take(quote::camel_case(&name.value), &name.value, name.span, sink);
    }
    let own = model.functions.iter().map(|function| &function.name);
    for name in own.clone() {
        identifiers.take(quote::camel_case(&name.value), &name.value, name.span, sink);
    }
    let mappings = model.mappings.iter().map(|mapping| &mapping.name);
    for name in mappings.chain(own) {
        if functions::free(&name.value).is_some() {
            sink.push(
                Diagnostic::new(
                    &rules::COLLISION,
                    name.span,
                    format!("`{}` is a function of the language", name.value),
                )
                .help("rename it"),
            );
        }
    }
}

/// Triggers and queued runs share the platform's ids.
fn workflows(model: &Model, sink: &mut Sink) {
    let mut ids = Space::new("the platform's workflow");
    for workflow in &model.workflows {
        let name = &workflow.name;
        for id in Ids::of(workflow).iter() {
            ids.take(id.clone(), &name.value, name.span, sink);
        }
    }
}
