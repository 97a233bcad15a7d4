//! `[types]` and `[variables]` into types.

use std::collections::BTreeMap;

use super::documents::Library;
use super::json::{Json, JsonKind};
use super::load::{Loaded, Root};
use super::lower::Lowering;
use super::schema::{Origin, Reader, Use};
use super::shape::Shape;
use super::{NamedType, Ty, Types, files, overrides, part, value};
use crate::diagnostics::codes::types as codes;
use crate::diagnostics::{Diagnostic, Sink};
use crate::document::{Key, Text};
use crate::manifest::{Manifest, MappingFrom, Step, Tree, TypeDeclaration, TypeSource, Verb};
use crate::source::{Sources, Span};

/// Makes every `[types.NAME]` a type. One that cannot be read is there as
/// [`Kind::Error`](super::Kind::Error).
pub fn declare(
    manifest: &Manifest,
    sources: &Sources,
    loaded: &mut Loaded<'_>,
    sink: &mut Sink,
) -> Types {
    let mut types = Types::default();
    for declaration in &manifest.types {
        types.keep_identifier(&part::root(&declaration.name.name));
    }
    sink.extend(loaded.library.take_findings());
    let loaded = &*loaded;
    let mut found = of_documents(manifest, loaded, &mut types, sink);
    for declaration in &manifest.types {
        let name = &declaration.name.name;
        let span = declaration.name.span;
        if part::SCALARS.iter().any(|(scalar, _)| scalar == name) {
            sink.push(
                Diagnostic::new(
                    &codes::RESERVED_TYPE_NAME,
                    span,
                    format!("`{name}` is a type already"),
                )
                .help("give this type another name"),
            );
            continue;
        }
        let part = part::root(name);
        let ty = match &declaration.source {
            Some(TypeSource::Samples(paths)) => {
                samples(paths, &part, span, sources, &mut types, sink)
            }
            Some(TypeSource::Inline(tree)) => {
                let (schema, used) = (Json::from(tree), usage(manifest, name));
                inline(
                    &schema,
                    &part,
                    span,
                    used,
                    &loaded.library,
                    &mut types,
                    sink,
                )
            }
            _ => found.remove(name).unwrap_or(Ty::ERROR),
        };
        types.named.push(NamedType {
            name: name.clone(),
            ty,
            span,
        });
    }
    for declaration in &manifest.types {
        overrides::apply(declaration, &loaded.library, &mut types, sink);
        check_samples(declaration, sources, &types, sink);
    }
    types
}

/// The types from schema files and OpenAPI documents. Those of one use are read together,
/// so that what they share is one type; one with parts of its own stands alone.
fn of_documents(
    manifest: &Manifest,
    loaded: &Loaded<'_>,
    types: &mut Types,
    sink: &mut Sink,
) -> BTreeMap<String, Ty> {
    type Group<'m> = Vec<(&'m TypeDeclaration, &'m Root)>;
    let mut groups: BTreeMap<(bool, Use, usize), Group<'_>> = BTreeMap::new();
    for (at, declaration) in manifest.types.iter().enumerate() {
        let name = &declaration.name.name;
        let Some(root) = loaded.roots.get(name) else {
            continue;
        };
        let is_file = matches!(declaration.source, Some(TypeSource::Schema(_)));
        let used = if root.sent {
            usage(manifest, name).sent()
        } else {
            usage(manifest, name)
        };
        let alone = if declaration.parts.is_empty() {
            0
        } else {
            at + 1
        };
        let group = groups.entry((is_file, used, alone)).or_default();
        group.push((declaration, root));
    }
    let mut found = BTreeMap::new();
    // The requests to systems with a document share their records with these types.
    for used in [Use::Read, Use::Written] {
        if !loaded.requests.is_empty() {
            groups.entry((false, used, 0)).or_default();
        }
    }
    for ((is_file, used, alone), group) in groups {
        let origin = if is_file {
            Origin::File
        } else {
            Origin::Document
        };
        let mut reader = Reader::new(types, sink, &loaded.library, origin, used);
        for (declaration, root) in &group {
            if let Some(schema) = loaded.library.value(&root.place) {
                reader.claim(schema, &part::root(&declaration.name.name));
            }
        }
        for (declaration, root) in &group {
            if let Some(schema) = loaded.library.value(&root.place) {
                let part = part::root(&declaration.name.name);
                let ty = reader.read(schema, &part, declaration.name.span);
                found.insert(declaration.name.name.clone(), ty);
            }
        }
        if !is_file && alone == 0 && used != Use::Both {
            of_requests(loaded, used, &mut reader);
        }
    }
    found
}

/// The types of requests, as far as they have this use.
fn of_requests<'a>(loaded: &'a Loaded<'a>, used: Use, reader: &mut Reader<'a, '_>) {
    for bodies in &loaded.requests {
        if bodies.lost && used == Use::Read {
            reader.set_body(bodies.span, used, Ty::ERROR);
        }
        let (place, part) = if used == Use::Read {
            (&bodies.answer, bodies.part.clone())
        } else {
            (&bodies.request, part::field(&bodies.part, "request"))
        };
        let schema = place.as_ref().and_then(|place| loaded.library.value(place));
        if let Some(schema) = schema {
            let ty = reader.read(schema, &part, bodies.span);
            reader.set_body(bodies.span, used, ty);
        }
    }
}

/// What a type is for: the targets of mappings are sent, all else comes from an API.
fn usage(manifest: &Manifest, name: &str) -> Use {
    let root = |text: &Text| -> bool {
        let end = text.value.find(['.', '[']).unwrap_or(text.value.len());
        text.value.get(..end) == Some(name)
    };
    let written = manifest
        .mappings
        .iter()
        .any(|mapping| mapping.to.as_ref().is_some_and(root));
    let mapped = manifest.mappings.iter().any(|mapping| match &mapping.from {
        Some(MappingFrom::One(text)) => root(text),
        Some(MappingFrom::Named(inputs)) => inputs.iter().any(|(_, text)| root(text)),
        None => false,
    });
    let received = manifest.workflows.iter().any(|workflow| {
        let returned = |step: &Step| {
            let Some(Verb::Request(request)) = &step.verb else {
                return false;
            };
            request.returns.as_ref().is_some_and(root)
        };
        workflow.steps.iter().any(returned)
    });
    match (written, mapped || received) {
        (true, false) => Use::Written,
        (true, true) => Use::Both,
        (false, _) => Use::Read,
    }
}

fn inline(
    schema: &Json,
    part: &str,
    span: Span,
    used: Use,
    library: &Library<'_>,
    types: &mut Types,
    sink: &mut Sink,
) -> Ty {
    Reader::new(types, sink, library, Origin::Manifest, used).read(schema, part, span)
}

fn samples(
    paths: &[Text],
    part: &str,
    span: Span,
    sources: &Sources,
    types: &mut Types,
    sink: &mut Sink,
) -> Ty {
    // Every file is read, so that each says what is wrong with it.
    let read: Vec<Option<Json>> = paths
        .iter()
        .map(|path| files::load(path, sources, sink))
        .collect();
    let mut shape = Shape::default();
    for json in &read {
        match json {
            Some(json) => shape.merge(Shape::of(json)),
            None => return Ty::ERROR,
        }
    }
    let mut lowering = Lowering {
        types,
        sink,
        span,
        literals: false,
    };
    lowering.ty(&shape, part, "")
}

/// Holds samples against the schema beside them.
fn check_samples(declaration: &TypeDeclaration, sources: &Sources, types: &Types, sink: &mut Sink) {
    let name = &declaration.name.name;
    let Some(ty) = types.named(name).map(|named| named.ty.clone()) else {
        return;
    };
    for path in &declaration.samples {
        let Some(json) = files::load(path, sources, sink) else {
            continue;
        };
        if let Err(found) = value::check(&json, &ty, types) {
            let span = found.span.unwrap_or(json.span);
            let place = found.declared(&ty, types).unwrap_or(declaration.name.span);
            let message = format!("the sample does not fit: {}", found.within(name));
            sink.push(
                Diagnostic::new(&codes::SAMPLE_MISMATCH, span, message)
                    .related(place, "the schema says so here")
                    .help("correct the one that is wrong; where the API does not keep to its schema, say how it is under `parts`"),
            );
        }
    }
}

/// The type of a variable's schema, without the missing bit, which depends on
/// `required`. A `default` that does not fit is reported.
pub fn variable_type(name: &Key, schema: &Tree, types: &mut Types, sink: &mut Sink) -> Ty {
    let mut json = Json::from(schema);
    if let JsonKind::Object(members) = &mut json.kind {
        // A variable's own `required` is a boolean, and no keyword.
        members.retain(|member| member.name != "required");
    }
    let part = part::field("variables", &name.name);
    let sources = Sources::new();
    let library = Library::new(&sources);
    let ty = inline(&json, &part, name.span, Use::Read, &library, types, sink);
    if let Some(default) = json.get("default") {
        report_mismatch(&default.value, &ty, types, &part, default.value.span, sink);
    }
    ty
}

fn report_mismatch(json: &Json, ty: &Ty, types: &Types, place: &str, span: Span, sink: &mut Sink) {
    if let Err(found) = value::check(json, ty, types) {
        let span = found.span.unwrap_or(span);
        let message = format!("the default does not fit: {}", found.within(place));
        let is = types.describe(ty);
        sink.push(
            Diagnostic::new(&codes::DEFAULT_MISMATCH, span, message)
                .help(format!("write {is}, or change the type")),
        );
    }
}
