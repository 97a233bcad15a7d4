//! Systems: defaults filled in, `{input}` holes of base URLs bound to inputs.

use super::{Input, System, spanned, text};
use crate::diagnostics::{Diagnostic, Sink, closest, codes::names};
use crate::document::Text;
use crate::manifest;
use crate::platform;
use crate::source::{Span, Spanned};

/// Resolves `[systems]`; their `headers` are typed later, when the scope is known.
pub fn resolve(manifest: &manifest::Manifest, sink: &mut Sink) -> Vec<System> {
    manifest
        .systems
        .iter()
        .map(|system| resolve_one(system, sink))
        .collect()
}

fn resolve_one(system: &manifest::System, sink: &mut Sink) -> System {
    let name = spanned(&system.name);
    let inputs: Vec<Input> = system
        .inputs
        .iter()
        .map(|input| Input {
            name: spanned(&input.name),
            description: input.description.as_ref().map(|text| text.value.clone()),
        })
        .collect();
    let domain = system.domain.as_ref().map(text);
    let base_url = if let Some(url) = &system.base_url {
        check_holes(url, &inputs, sink);
        text(url)
    } else {
        let host = domain.as_ref().map_or(name.value.as_str(), |d| &d.value);
        Spanned::new(format!("https://{host}"), name.span)
    };
    System {
        domain,
        base_url,
        inputs,
        auth: system.auth.as_ref().and_then(|auth| auth.scheme.clone()),
        incoming_declared: system.incoming.is_some(),
        incoming: system
            .incoming
            .as_ref()
            .and_then(|auth| auth.scheme.clone()),
        per_user: system.per_user.as_ref().is_some_and(|flag| flag.value),
        headers: Vec::new(),
        timeout: system.timeout.as_ref().map(|timeout| timeout.value),
        docs: system.docs.as_ref().map(text),
        rotation: system.rotation.as_ref().map_or(1, |number| number.value),
        is_called: false,
        implied: false,
        name,
    }
}

/// Every `{hole}` of a base URL must be an input, so that it can be given a value.
fn check_holes(url: &Text, inputs: &[Input], sink: &mut Sink) {
    for (hole, span) in holes(url) {
        if inputs.iter().any(|input| input.name.value == hole) {
            continue;
        }
        let help = closest(&hole, inputs.iter().map(|input| input.name.value.as_str()))
            .map_or_else(
                || format!("declare it: `inputs.{hole} = {{ description = \"…\" }}`"),
                |meant| format!("did you mean `{{{meant}}}`?"),
            );
        sink.push(
            Diagnostic::new(
                &names::UNKNOWN_INPUT,
                span,
                format!("the base URL wants an input `{hole}` that the system does not declare"),
            )
            .help(help),
        );
    }
}

/// The `{name}` holes of a base URL with their spans, braces included.
pub fn holes(url: &Text) -> Vec<(String, Span)> {
    let mut found = Vec::new();
    let mut rest = 0;
    while let Some(open) = url.value[rest..].find('{').map(|at| rest + at) {
        let Some(close) = url.value[open..].find('}').map(|at| open + at) else {
            break;
        };
        found.push((
            url.value[open + 1..close].to_owned(),
            url.raw(open..close + 1),
        ));
        rest = close + 1;
    }
    found
}

/// The platform's name of the system that checks calls: a system of its own, since a
/// connection uses one scheme.
pub fn incoming_name(system: &str) -> String {
    platform::System::incoming_name(system)
}

impl System {
    /// The system that checks manual calls where the manifest names none.
    pub fn manual_caller(name: &str, span: Span) -> Self {
        let text = |value: &str| Spanned::new(value.to_owned(), span);
        Self {
            name: text(name),
            domain: None,
            base_url: text("https://versori.com"),
            inputs: Vec::new(),
            auth: None,
            incoming: Some(Spanned::new(
                manifest::Scheme::ApiKey {
                    location: Some(Spanned::new(manifest::KeyLocation::Header, span)),
                    name: Some(Text::verbatim("X-Manual-Key".to_owned(), span, span.start)),
                    prefix: None,
                },
                span,
            )),
            incoming_declared: true,
            per_user: false,
            headers: Vec::new(),
            timeout: None,
            docs: None,
            rotation: 1,
            is_called: false,
            implied: true,
        }
    }
}

/// The platform's name of a system's connection template.
pub fn connection_name(system: &System, incoming: bool) -> String {
    if incoming && !system.implied {
        incoming_name(&system.name.value)
    } else {
        system.name.value.clone()
    }
}
