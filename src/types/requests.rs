//! What the OpenAPI document of a system says of the requests to it.

use super::documents::{Library, Place};
use super::openapi::{self, Answer, Body, Version};
use super::part;
use crate::diagnostics::Diagnostic;
use crate::diagnostics::codes::types as codes;
use crate::manifest::{Manifest, Request, System, Verb};
use crate::source::{FileId, Span};

/// The bodies of one request.
#[derive(Clone, Debug)]
pub(super) struct Bodies {
    /// The request's path in the manifest.
    pub span: Span,
    /// What the parts of both are called: `shop.listOrders`.
    pub part: String,
    pub answer: Option<Place>,
    pub request: Option<Place>,
    /// The document has no such operation, which is reported.
    pub lost: bool,
}

/// Finds the operation of every request to a system that has a document.
pub(super) fn find(library: &mut Library<'_>, manifest: &Manifest) -> Vec<Bodies> {
    let mut found = Vec::new();
    for system in &manifest.systems {
        let Some(path) = &system.openapi else {
            continue;
        };
        let Some((file, version)) = openapi::version(library, &path.value, path.span) else {
            continue;
        };
        for request in requests(manifest, &system.name.name) {
            found.push(bodies(library, system, file, version, request));
        }
    }
    found
}

/// The requests to a system.
fn requests<'m>(manifest: &'m Manifest, system: &str) -> Vec<&'m Request> {
    let steps = manifest
        .workflows
        .iter()
        .flat_map(|workflow| &workflow.steps);
    steps
        .filter_map(|step| match &step.verb {
            Some(Verb::Request(request)) => Some(&**request),
            _ => None,
        })
        .filter(|request| {
            request
                .system
                .as_ref()
                .is_some_and(|name| name.value == system)
        })
        .collect()
}

fn bodies(
    library: &mut Library<'_>,
    system: &System,
    file: FileId,
    version: Version,
    request: &Request,
) -> Bodies {
    let method = request.method.value.as_str().to_ascii_lowercase();
    let base = system
        .base_url
        .as_ref()
        .map_or(String::new(), |url| openapi::path_of(&url.value));
    let path = &request.path;
    let Some(found) = openapi::route(library, file, &method, &base, &path.value) else {
        if request.returns.is_none() {
            let near = library.near_path(file, &path.value);
            library.report(unknown(near, &method, request));
        }
        return Bodies {
            span: path.span,
            part: String::new(),
            answer: None,
            request: None,
            lost: request.returns.is_none(),
        };
    };
    let answer = if request.returns.is_none() {
        let wanted = Body::Response(Answer::Success);
        openapi::find_body(library, version, &found, wanted)
    } else {
        None
    };
    let sent = openapi::find_body(library, version, &found, Body::Request);
    for place in answer.iter().chain(&sent) {
        library.follow(place);
    }
    let id = library
        .read(&found.place)
        .and_then(|operation| operation.get("operationId")?.value.as_str())
        .map_or_else(|| format!("{method} {}", path.value), str::to_owned);
    Bodies {
        span: path.span,
        part: part::field(&part::root(&system.name.name), &id),
        answer,
        request: sent,
        lost: false,
    }
}

fn unknown(near: Option<String>, method: &str, request: &Request) -> Diagnostic {
    let path = &request.path.value;
    let message = format!(
        "the document of the system has no operation `{} {path}`",
        method.to_uppercase()
    );
    let help = match near {
        Some(near) => format!("write `{near}`, or say with `returns` what it answers"),
        None => "correct the path, or say with `returns` what it answers: `returns = \"json\"`"
            .to_owned(),
    };
    Diagnostic::new(&codes::UNKNOWN_OPERATION, request.path.span, message).help(help)
}
