//! Finds in the documents what the types of a manifest name, before anything is typed.

use std::collections::BTreeMap;

use super::documents::{Library, Place};
use super::json::Json;
use super::openapi::{self, Answer, Body};
use super::requests::{self, Bodies};
use crate::diagnostics::Diagnostic;
use crate::diagnostics::codes::shape::MISSING_KEY;
use crate::diagnostics::codes::types as codes;
use crate::document::{Key, Text};
use crate::manifest::{Manifest, OpenApiPart, OperationBody, TypeSource};
use crate::source::{Sources, Span};

/// The documents of a manifest's types, as far as they are wanted.
#[derive(Debug)]
pub struct Loaded<'s> {
    pub(super) library: Library<'s>,
    pub(super) roots: BTreeMap<String, Root>,
    /// The requests to systems that have a document.
    pub(super) requests: Vec<Bodies>,
}

/// Where a type's schema is.
#[derive(Clone, Debug)]
pub(super) struct Root {
    pub place: Place,
    /// What we send, whatever the mappings do with it.
    pub sent: bool,
}

impl Loaded<'_> {
    /// Further files that schemas refer to, with where each is named.
    pub fn needs(&self) -> Vec<(String, Span)> {
        let needs = self.library.needs();
        needs.map(|(path, span)| (path.to_owned(), span)).collect()
    }
}

/// Reads of each document what the types lead to.
pub fn load<'s>(manifest: &Manifest, sources: &'s Sources) -> Loaded<'s> {
    let mut library = Library::new(sources);
    let mut roots = BTreeMap::new();
    for declaration in &manifest.types {
        let root = match &declaration.source {
            Some(TypeSource::Schema(path)) => file(&mut library, path),
            Some(TypeSource::OpenApi(path, part)) => {
                document(&mut library, &declaration.name, path, part)
            }
            Some(TypeSource::Inline(tree)) => {
                inline(&mut library, sources, &Json::from(tree));
                None
            }
            Some(TypeSource::Samples(_)) | None => None,
        };
        for part in &declaration.parts {
            inline(&mut library, sources, &Json::from(&part.schema));
        }
        if let Some(root) = root {
            library.follow(&root.place);
            roots.insert(declaration.name.name.clone(), root);
        }
    }
    let requests = requests::find(&mut library, manifest);
    Loaded {
        library,
        roots,
        requests,
    }
}

fn inline(library: &mut Library<'_>, sources: &Sources, schema: &Json) {
    if let Some(file) = sources.file(schema.span.file) {
        library.register(schema.span.file, file.path());
        library.follow_from(schema);
    }
}

/// A JSON Schema file as a whole.
fn file(library: &mut Library<'_>, path: &Text) -> Option<Root> {
    let document = library.document(&path.value, path.span)?;
    let place = Place::new(document.file, &[]);
    let is_openapi = |(name, _): &(String, Span)| name == "openapi" || name == "swagger";
    let names = library.names(&place).unwrap_or_default();
    if names.iter().any(is_openapi) {
        let message = format!("`{}` is an OpenAPI document, not a schema", path.value);
        let help = format!(
            "write `openapi = \"{}\"`, and `schema` with the name of one",
            path.value
        );
        library.report(Diagnostic::new(&codes::WRONG_SCHEMA_VALUE, path.span, message).help(help));
        return None;
    }
    if let Some(document) = library.document(&path.value, path.span)
        && let Ok(repeated) = document.repeated()
    {
        for key in repeated {
            library.report(super::files::repeated(&key));
        }
    }
    library.read(&place)?;
    Some(Root { place, sent: false })
}

/// A type of an OpenAPI document.
fn document(
    library: &mut Library<'_>,
    name: &Key,
    path: &Text,
    part: &OpenApiPart,
) -> Option<Root> {
    let (file, version) = openapi::version(library, &path.value, path.span)?;
    match part {
        OpenApiPart::Missing => {
            let message = format!("`types.{}` needs `schema` or `operation`", name.name);
            let help = "add `schema = \"NAME\"`, or `operation = \"GET /path\"`";
            library.report(Diagnostic::new(&MISSING_KEY, path.span, message).help(help));
            None
        }
        OpenApiPart::Schema(schema) => {
            let place = openapi::schema(library, file, version, schema)?;
            Some(Root { place, sent: false })
        }
        OpenApiPart::Operation {
            operation,
            body,
            status,
        } => {
            let found = openapi::operation(library, file, operation)?;
            let wanted = match (body, status) {
                (Some(OperationBody::Request | OperationBody::Webhook), _) => Body::Request,
                (Some(OperationBody::Response), None) => Body::Response(Answer::Success),
                (_, Some(status)) => Body::Response(Answer::Status(*status)),
                (None, None) if found.webhook => Body::Request,
                (None, None) => Body::Response(Answer::Success),
            };
            let place = openapi::body(library, version, &found, wanted, operation.span)?;
            let called = found.webhook || *body == Some(OperationBody::Webhook);
            Some(Root {
                place,
                sent: wanted == Body::Request && !called,
            })
        }
    }
}
