//! `[types]` and `[variables]` into types.

use super::json::{Json, JsonKind};
use super::lower::Lowering;
use super::schema::{self, Origin};
use super::shape::Shape;
use super::{NamedType, Ty, Types, files, part, value};
use crate::diagnostics::codes::types as codes;
use crate::diagnostics::{Diagnostic, Sink};
use crate::document::{Key, Text};
use crate::manifest::{Manifest, Tree, TypeDeclaration, TypeSource};
use crate::source::{Sources, Span};

/// Reads every `[types.NAME]`. A type that cannot be read is there as
/// [`Kind::Error`](super::Kind::Error).
pub fn declare(manifest: &Manifest, sources: &Sources, sink: &mut Sink) -> Types {
    let mut types = Types::default();
    for declaration in &manifest.types {
        types.keep_identifier(&part::root(&declaration.name.name));
    }
    for declaration in &manifest.types {
        let span = declaration.name.span;
        let name = &declaration.name.name;
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
        let ty = declared(declaration, sources, &mut types, sink);
        types.named.push(NamedType {
            name: name.clone(),
            ty,
            span,
        });
    }
    types
}

fn declared(
    declaration: &TypeDeclaration,
    sources: &Sources,
    types: &mut Types,
    sink: &mut Sink,
) -> Ty {
    let part = part::root(&declaration.name.name);
    let origin = |checked| Origin {
        part: &part,
        span: declaration.name.span,
        checked,
    };
    match &declaration.source {
        None => Ty::ERROR,
        Some(TypeSource::Samples(paths)) => samples(paths, &origin(false), sources, types, sink),
        Some(TypeSource::Schema(path)) => match files::load(path, sources, sink) {
            Some(json) => schema::read(&json, &origin(false), types, sink),
            None => Ty::ERROR,
        },
        Some(TypeSource::Inline(tree)) => {
            schema::read(&Json::from(tree), &origin(true), types, sink)
        }
    }
}

fn samples(
    paths: &[Text],
    origin: &Origin<'_>,
    sources: &Sources,
    types: &mut Types,
    sink: &mut Sink,
) -> Ty {
    // Every file is read, so that each says what is wrong with it.
    let read: Vec<Option<Json>> = paths
        .iter()
        .map(|path| files::load(path, sources, sink))
        .collect();
    let mut shape = Shape::NOTHING;
    for json in &read {
        match json {
            Some(json) => shape.merge(Shape::of(json)),
            None => return Ty::ERROR,
        }
    }
    let mut lowering = Lowering {
        types,
        sink,
        span: origin.span,
        literals: false,
    };
    lowering.ty(&shape, origin.part)
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
    let ty = schema::read(
        &json,
        &Origin {
            part: &part,
            span: name.span,
            checked: true,
        },
        types,
        sink,
    );
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
