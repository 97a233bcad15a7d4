//! Where the manifest says what an object is.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use crate::model::{Model, incoming_name};
use crate::source::{Sources, Span};

/// A place in a file, for people and editors.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Place {
    /// Relative to the integration's folder.
    pub file: String,
    /// From 1.
    pub line: usize,
    /// From 1, in characters.
    pub column: usize,
    /// The bytes of it: the first, and the one after the last.
    pub start: u32,
    pub end: u32,
}

/// The places of the parts of a manifest, by [`super::Object::part`].
pub fn origins(model: &Model, sources: &Sources) -> BTreeMap<String, Place> {
    let mut places = BTreeMap::new();
    let mut add = |part: String, span: Span| {
        if let Some(place) = place(sources, span) {
            places.insert(part, place);
        }
    };
    add("integration".to_owned(), model.name_span);
    if let Some(alerts) = &model.alerts {
        add("alerts".to_owned(), alerts.email.span);
    }
    for system in &model.systems {
        let name = &system.name;
        add(format!("systems.{}", name.value), name.span);
        if let Some(incoming) = &system.incoming {
            add(
                format!("systems.{}", incoming_name(&name.value)),
                incoming.span,
            );
        }
    }
    for environment in &model.environments {
        let name = &environment.name;
        add(format!("environments.{}", name.value), name.span);
        for user in &environment.users {
            let part = format!("environments.{}.users.{}", name.value, user.id.value);
            add(part, user.id.span);
        }
    }
    if let Some(variable) = model.variables.first() {
        add("variables".to_owned(), variable.name.span);
    }
    for workflow in &model.workflows {
        let name = &workflow.name;
        add(format!("workflows.{}", name.value), name.span);
        for (number, step) in workflow.steps.iter().enumerate() {
            let id = match &step.id {
                Some(id) => id.value.clone(),
                None => format!("step_{}", number + 1),
            };
            add(format!("workflows.{}.{id}", name.value), step.span);
        }
    }
    places
}

/// The places of a step that a log names; of all workflows, where it names none.
pub fn steps_named<'p>(
    places: &'p BTreeMap<String, Place>,
    workflow: &str,
    step: &str,
) -> Vec<&'p Place> {
    let is_it = |part: &str| {
        let rest = part.strip_prefix("workflows.");
        let parts = rest.and_then(|rest| rest.rsplit_once('.'));
        parts.is_some_and(|(held, id)| id == step && (workflow.is_empty() || held == workflow))
    };
    let found: Vec<&Place> = places
        .iter()
        .filter(|(part, _)| is_it(part))
        .map(|(_, place)| place)
        .collect();
    if found.is_empty() && !workflow.is_empty() {
        return places
            .get(&format!("workflows.{workflow}"))
            .into_iter()
            .collect();
    }
    found
}

fn place(sources: &Sources, span: Span) -> Option<Place> {
    let file = sources.file(span.file)?;
    let at = file.line_column(span.start);
    Some(Place {
        file: file.path().to_owned(),
        line: at.line,
        column: at.column,
        start: span.start,
        end: span.end,
    })
}
