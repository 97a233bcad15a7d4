//! What the integration asks of the platform, from the model.

use serde_json::{Map, Value};

use super::{EntryKind, Flow, moves};
use crate::manifest;
use crate::model::{
    self, Environment, Model, System, User, VariableValue, connection_name, tree_to_json,
};
use crate::platform::{
    self, Channel, Endpoint, EndpointKind, Platform, ProjectFiles, Scheme, Smoke, SystemValues,
    VariableSchema,
};

/// Fills in the platform's data; `files` are those that are uploaded.
pub fn platform(model: &Model, flows: &[Flow<'_>], files: ProjectFiles) -> Platform {
    let mut platform = Platform {
        source: "integration.toml".to_owned(),
        project: model.name.clone(),
        systems: model.systems.iter().flat_map(systems).collect(),
        environments: model
            .environments
            .iter()
            .enumerate()
            .map(|(at, environment)| {
                let mut platform = self::environment(model, environment);
                // The platform makes the first one with the project; others are copies.
                if at > 0 && platform.clone_from.is_none() {
                    platform.clone_from = model.environments.first().map(|e| e.name.value.clone());
                }
                platform
            })
            .collect(),
        variables: variables(model),
        alerts: model.alerts.as_ref().map(|alerts| Channel {
            name: channel_name(model),
            email: alerts.email.value.clone(),
            cc: alerts.cc.iter().map(|cc| cc.value.clone()).collect(),
        }),
        files,
        research: None,
        endpoints: flows.iter().flat_map(endpoints).collect(),
        smokes: flows.iter().filter_map(smoke).collect(),
        removed: Vec::new(),
        moved: Vec::new(),
    };
    platform.removed = moves::removed(model, &platform);
    platform.moved = moves::moved(model, &platform);
    platform
}

/// The notification channel's name in the organisation.
pub(super) fn channel_name(model: &Model) -> String {
    format!("{}-alerts", model.name)
}

/// The system itself, and the one that checks its calls.
fn systems(system: &System) -> Vec<platform::System> {
    let name = &system.name.value;
    let domain = system.domain.as_ref().map_or(name, |domain| &domain.value);
    let one = |name: String, written: Option<&manifest::Scheme>, incoming| platform::System {
        name,
        domain: domain.clone(),
        base_url: if incoming && !system.implied {
            format!("https://{domain}")
        } else {
            system.base_url.value.clone()
        },
        scheme: written.map_or(Scheme::None, scheme),
        per_user: system.per_user && !incoming,
        docs: system.docs.as_ref().map(|docs| docs.value.clone()),
        incoming,
    };
    let incoming = system
        .incoming
        .as_ref()
        .map(|incoming| one(connection_name(system, true), Some(&incoming.value), true));
    let outgoing = (!system.implied && system.is_called).then(|| {
        one(
            name.clone(),
            system.auth.as_ref().map(|auth| &auth.value),
            false,
        )
    });
    outgoing.into_iter().chain(incoming).collect()
}

fn scheme(written: &manifest::Scheme) -> Scheme {
    let text = |text: &Option<crate::document::Text>| {
        text.as_ref()
            .map_or_else(String::new, |text| text.value.clone())
    };
    let place = |place: &Option<crate::source::Spanned<manifest::KeyLocation>>| {
        place
            .as_ref()
            .map_or(manifest::KeyLocation::Header, |place| place.value)
    };
    match written {
        manifest::Scheme::None => Scheme::None,
        manifest::Scheme::ApiKey {
            location,
            name,
            prefix,
        } => Scheme::ApiKey {
            location: place(location),
            name: text(name),
            prefix: text(prefix),
        },
        manifest::Scheme::BasicAuth => Scheme::BasicAuth,
        manifest::Scheme::OAuth2 {
            grant,
            authorize_url,
            token_url,
            scopes,
        } => Scheme::OAuth2 {
            grant: grant
                .as_ref()
                .map_or(manifest::Grant::AuthorizationCode, |grant| grant.value),
            authorize_url: authorize_url.as_ref().map(|url| url.value.clone()),
            token_url: text(token_url),
            scopes: scopes.iter().map(|scope| scope.value.clone()).collect(),
        },
        manifest::Scheme::Hmac {
            location,
            name,
            algorithm,
            encoding,
            digest,
        } => Scheme::Hmac {
            location: place(location),
            name: text(name),
            algorithm: algorithm
                .as_ref()
                .map_or(manifest::HmacAlgorithm::Sha256, |word| word.value),
            encoding: encoding
                .as_ref()
                .map_or(manifest::HmacEncoding::Hex, |word| word.value),
            digest: if digest.is_empty() {
                vec![manifest::HmacInput::Body]
            } else {
                digest.iter().map(|input| input.value).collect()
            },
        },
        manifest::Scheme::Certificate => Scheme::Certificate,
    }
}

fn environment(model: &Model, environment: &Environment) -> platform::Environment {
    let count = |number: &Option<crate::source::Spanned<i64>>| {
        number.as_ref().and_then(|n| u32::try_from(n.value).ok())
    };
    let text = |text: &Option<crate::document::Text>| text.as_ref().map(|text| text.value.clone());
    platform::Environment {
        name: environment.name.value.clone(),
        clone_from: environment
            .clone_from
            .as_ref()
            .map(|from| from.value.clone()),
        pool: environment.pool.as_ref().map(|pool| pool.value.clone()),
        resources: environment
            .resources
            .as_ref()
            .map(|resources| platform::Resources {
                replicas: count(&resources.replicas),
                max_replicas: count(&resources.max_replicas),
                cpu: text(&resources.cpu),
                memory: text(&resources.memory),
            }),
        systems: model
            .systems
            .iter()
            .enumerate()
            .flat_map(|(at, system)| values(&[&environment.systems], at, system))
            .collect(),
        variables: environment
            .variables
            .iter()
            .filter_map(|value| {
                let variable = model.variables.get(value.variable)?;
                Some((variable.name.value.clone(), tree_to_json(&value.value)?))
            })
            .collect(),
        users: environment
            .users
            .iter()
            .map(|user| self::user(model, environment, user))
            .collect(),
    }
}

fn user(model: &Model, environment: &Environment, user: &User) -> platform::User {
    let per_user = model.systems.iter().enumerate();
    platform::User {
        external_id: user.id.value.clone(),
        display_name: user.display_name.value.clone(),
        variables: variable_values(model, &[&user.variables, &environment.variables]),
        systems: per_user
            .filter(|(_, system)| system.per_user)
            .flat_map(|(at, system)| values(&[&user.systems, &environment.systems], at, system))
            .collect(),
    }
}

/// The values of the variables, in their order; the first that is written counts.
fn variable_values(model: &Model, written: &[&[VariableValue]]) -> Vec<(String, Value)> {
    let variables = model.variables.iter().enumerate();
    variables
        .filter_map(|(at, variable)| {
            let mut values = written.iter().flat_map(|values| values.iter());
            let value = values.find(|value| value.variable == at)?;
            Some((variable.name.value.clone(), tree_to_json(&value.value)?))
        })
        .collect()
}

/// What is said of one system; of each fact, the first that is written counts.
fn values(written: &[&[model::SystemValues]], at: usize, system: &System) -> Vec<SystemValues> {
    let own = || {
        let values = written.iter().flat_map(|values| values.iter());
        values.filter(move |values| values.system == at)
    };
    let mut base_url = own()
        .find_map(|values| values.base_url.as_ref())
        .unwrap_or(&system.base_url)
        .value
        .clone();
    for (name, value) in own().flat_map(|values| &values.inputs) {
        base_url = base_url.replace(&format!("{{{name}}}"), &value.value);
    }
    let rotation = own()
        .find_map(|values| values.rotation.as_ref())
        .map_or(system.rotation, |rotation| rotation.value);
    let rotation = u32::try_from(rotation).unwrap_or(1);
    systems(system)
        .into_iter()
        .map(|platform| SystemValues {
            base_url: if platform.incoming {
                platform.base_url
            } else {
                base_url.clone()
            },
            system: platform.name,
            rotation,
        })
        .collect()
}

/// The schema as JSON; `required` of the manifest stands beside the properties.
fn variables(model: &Model) -> Option<VariableSchema> {
    if model.variables.is_empty() {
        return None;
    }
    let mut properties = Map::new();
    for variable in &model.variables {
        let mut schema = tree_to_json(&variable.schema).unwrap_or(Value::Object(Map::new()));
        if let Value::Object(entries) = &mut schema {
            entries.shift_remove("required");
        }
        properties.insert(variable.name.value.clone(), schema);
    }
    Some(VariableSchema {
        properties,
        required: model
            .variables
            .iter()
            .filter(|variable| variable.required)
            .map(|variable| variable.name.value.clone())
            .collect(),
    })
}

fn endpoints(flow: &Flow<'_>) -> Vec<Endpoint> {
    flow.entries
        .iter()
        .filter_map(|entry| match &entry.kind {
            EntryKind::Webhook { method, manual, .. } => Some(Endpoint {
                workflow: flow.workflow.name.value.clone(),
                path: format!("/{}", entry.id),
                method: method.as_str().to_owned(),
                kind: if *manual {
                    EndpointKind::Manual
                } else {
                    EndpointKind::Webhook
                },
            }),
            EntryKind::Schedule { .. } => None,
        })
        .collect()
}

/// The call of the webhook, or else of the manual trigger.
fn smoke(flow: &Flow<'_>) -> Option<Smoke> {
    let declared = flow.workflow.smoke.as_ref()?;
    let mut endpoints = endpoints(flow);
    endpoints.sort_by_key(|endpoint| endpoint.kind == EndpointKind::Manual);
    let endpoint = endpoints.into_iter().next()?;
    Some(Smoke {
        workflow: endpoint.workflow,
        path: endpoint.path,
        method: endpoint.method,
        body: declared.body.as_ref().map(Value::to_string),
        headers: declared
            .headers
            .iter()
            .map(|(name, value)| (name.value.clone(), value.value.clone()))
            .collect(),
        status: declared.status.as_ref().map(|status| status.value),
    })
}
