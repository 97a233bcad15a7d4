//! Binds the whole manifest, section by section, in the order in which they need
//! each other.

use std::sync::Arc;

use super::{
    Action, Alerts, Environment, Model, constants, environments, mappings, moves, scope, spanned,
    systems, text, unavailable_files, uses, workflows,
};
use crate::diagnostics::Sink;
use crate::expression::check_tree;
use crate::manifest::Manifest;
use crate::source::{Sources, Spanned};
use crate::types;

/// The environment of a manifest that declares none: what the platform calls the first.
const DEFAULT_ENVIRONMENT: &str = "production";

/// Resolves the manifest with the documents of its types. Whatever was wrong is reported
/// and left out.
pub fn resolve(
    manifest: &Manifest,
    sources: &Sources,
    loaded: &mut types::Loaded<'_>,
    sink: &mut Sink,
) -> Model {
    unavailable_files(manifest, sources, sink);
    let mut types = types::declare(manifest, sources, loaded, sink);
    let constants = constants::constants(manifest, &mut types, sink);
    let variables = constants::variables(manifest, &mut types, sink);
    let mut systems = systems::resolve(manifest, sink);
    let functions = mappings::functions(manifest, &types, sink);
    let mut mappings = mappings::signatures(manifest, &types, sink);
    let callables = Arc::new(mappings::callables(&mappings, &functions, &mut types));
    let everywhere = scope::everywhere(&constants, &variables, callables, &mut types);
    mappings::bodies(
        manifest,
        &mut mappings,
        &mappings::Surroundings {
            everywhere: &everywhere,
            variables: &variables,
            sources,
        },
        &mut types,
        sink,
    );
    for (system, written) in systems.iter_mut().zip(&manifest.systems) {
        system.headers = written
            .headers
            .iter()
            .filter_map(|(key, tree)| {
                let typed = check_tree(tree, None, &everywhere, &mut types, sink)?;
                Some((spanned(key), typed))
            })
            .collect();
    }
    let workflows = workflows::resolve(
        manifest,
        &mut systems,
        &everywhere,
        &mut types,
        sources,
        sink,
    );
    for step in workflows.iter().flat_map(|workflow| &workflow.steps) {
        if let Action::Request(request) = &step.action {
            systems[request.system].is_called = true;
        }
    }
    let name = manifest.integration.name.as_ref().map_or_else(
        || Spanned::new("integration".to_owned(), manifest.integration.span),
        text,
    );
    let mut environments = environments::resolve(manifest, &systems, &variables, &types, sink);
    if environments.is_empty() {
        environments.push(Environment {
            name: Spanned::new(DEFAULT_ENVIRONMENT.to_owned(), name.span),
            clone_from: None,
            pool: None,
            resources: None,
            systems: Vec::new(),
            variables: Vec::new(),
            users: Vec::new(),
        });
    }
    let alerts = manifest.alerts.as_ref().and_then(|alerts| {
        Some(Alerts {
            email: text(alerts.email.as_ref()?),
            cc: alerts.cc.iter().map(text).collect(),
        })
    });
    let (removed, moved) = moves::resolve(manifest, sink);
    let graph = uses::graph(manifest, &environments, sources, sink);
    Model {
        name: name.value,
        name_span: name.span,
        description: manifest
            .integration
            .description
            .as_ref()
            .map(|text| text.value.clone()),
        alerts,
        environments,
        systems,
        variables,
        constants,
        types,
        functions,
        mappings,
        workflows,
        removed,
        moved,
        graph,
    }
}
