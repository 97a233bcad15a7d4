//! `[types.NAME.parts]`: what the manifest says of a part instead.

use super::documents::Library;
use super::json::{Json, JsonKind, Member};
use super::part::{Inner, segments};
use super::schema::{Origin, Reader, Use};
use super::{Kind, Ty, Types, part};
use crate::diagnostics::{Diagnostic, Sink, codes::types as codes};
use crate::manifest::{TypeDeclaration, TypePart};

/// Changes the parts of a declared type. A record that the type has in several places
/// changes in all of them.
pub(super) fn apply(
    declaration: &TypeDeclaration,
    library: &Library<'_>,
    types: &mut Types,
    sink: &mut Sink,
) {
    let name = part::root(&declaration.name.name);
    for part in &declaration.parts {
        let separator = if part.part.name.starts_with('[') {
            ""
        } else {
            "."
        };
        let text = format!("{name}{separator}{}", part.part.name);
        let is_known = types
            .named(&declaration.name.name)
            .is_some_and(|named| named.ty != Ty::ERROR);
        if !is_known {
            continue;
        }
        let mut problems = Sink::new();
        if types.part(&text, part.part.span, &mut problems).is_none() {
            match without_root(part, &name, types) {
                Some(problem) => sink.push(problem),
                None => sink.extend(problems.into_sorted()),
            }
            continue;
        }
        let said = said(part, &text, library, types, sink);
        let Ok(steps) = segments(&text) else {
            continue;
        };
        let mut path = Vec::new();
        for (at, segment) in steps.into_iter().enumerate() {
            if at > 0 {
                path.push(Step::Field(segment.name));
            }
            path.extend(segment.inner.into_iter().map(Step::Inner));
        }
        let Some(whole) = types
            .named(&declaration.name.name)
            .map(|named| named.ty.clone())
        else {
            continue;
        };
        let changed = change(&whole, &path, &said, types);
        if let Some(named) = types
            .named
            .iter_mut()
            .find(|named| named.name == declaration.name.name)
        {
            named.ty = changed;
        }
    }
}

/// What to say of `order.name` among the parts of `order`, where `name` is a part.
fn without_root(part: &TypePart, root: &str, types: &Types) -> Option<Diagnostic> {
    let rest = part.part.name.strip_prefix(root)?.strip_prefix('.')?;
    types.part(&format!("{root}.{rest}"), part.part.span, &mut Sink::new())?;
    let problem = Diagnostic::new(
        &codes::UNKNOWN_PART,
        part.part.span,
        format!("parts are named from `{root}` on"),
    );
    Some(problem.help(format!("write `{}`", part::key(rest))))
}

/// What an entry says.
struct Said {
    /// The type without the bits; `None` where only the bits change.
    ty: Option<Ty>,
    missing: Option<bool>,
    null: Option<bool>,
}

enum Step {
    Field(String),
    Inner(Inner),
}

fn said(
    entry: &TypePart,
    text: &str,
    library: &Library<'_>,
    types: &mut Types,
    sink: &mut Sink,
) -> Said {
    let mut schema = Json::from(&entry.schema);
    // The empty schema is any JSON.
    let is_any = schema.members().is_empty() && entry.required.is_none();
    let mut null = None;
    if let JsonKind::Object(members) = &mut schema.kind {
        members.retain(|member| member.name != "required");
        if let Some(at) = members.iter().position(|one| one.name == "nullable")
            && let JsonKind::Boolean(nullable) = members.remove(at).value.kind
        {
            null = Some(nullable);
        }
        if let Some(word) = implied_type(members) {
            let span = schema.span;
            members.push(Member {
                name: "type".to_owned(),
                name_span: span,
                value: Json {
                    kind: JsonKind::String(word.to_owned()),
                    span,
                },
            });
        }
    }
    let mut members = schema.members().iter();
    let says_kind = is_any || !members.all(|member| member.name == "description");
    let ty = says_kind.then(|| {
        let mut reader = Reader::new(types, sink, library, Origin::Manifest, Use::Both);
        reader.read(&schema, text, entry.part.span)
    });
    Said {
        null: null.or_else(|| ty.as_ref().filter(|ty| ty.null).map(|_| true)),
        ty,
        missing: entry.required.as_ref().map(|required| !required.value),
    }
}

/// The `type` that goes with a format that stands alone.
fn implied_type(members: &[Member]) -> Option<&'static str> {
    const TYPED: &[&str] = &[
        "type",
        "enum",
        "const",
        "$ref",
        "oneOf",
        "anyOf",
        "allOf",
        "properties",
        "items",
    ];
    if members
        .iter()
        .any(|member| TYPED.contains(&member.name.as_str()))
    {
        return None;
    }
    let format = members.iter().find(|member| member.name == "format")?;
    Some(match format.value.as_str()? {
        "epoch-seconds" | "epoch-milliseconds" | "unix-time" | "minor-units" => "integer",
        _ => "string",
    })
}

/// Whether something in a value's type could not be read.
fn has_error(kind: &Kind) -> bool {
    match kind {
        Kind::Array(item) | Kind::Map(item) => has_error(&item.kind),
        kind => *kind == Kind::Error,
    }
}

/// The type with its part at the end of the path changed.
fn change(ty: &Ty, path: &[Step], said: &Said, types: &mut Types) -> Ty {
    let Some((step, rest)) = path.split_first() else {
        let (kind, limits) = match &said.ty {
            Some(new) => (new.kind.clone(), new.limits.clone()),
            None => (ty.kind.clone(), ty.limits.clone()),
        };
        return Ty {
            kind,
            limits,
            missing: said.missing.unwrap_or(ty.missing),
            null: said.null.unwrap_or(ty.null),
        };
    };
    let kind = match (&ty.kind, step) {
        (Kind::Array(item), Step::Inner(_)) => Kind::array(change(item, rest, said, types)),
        (Kind::Map(value), Step::Inner(_)) => Kind::map(change(value, rest, said, types)),
        (
            Kind::Union(id),
            Step::Inner(Inner {
                variant: Some(name),
                ..
            }),
        ) => {
            let variants = &types.union(*id).variants;
            let at = variants
                .iter()
                .position(|one| one.names().contains(&name.as_str()));
            let inner = at.and_then(|at| variants.get(at)).map(|one| one.ty.clone());
            if let (Some(at), Some(inner)) = (at, inner) {
                let new = change(&inner, rest, said, types);
                types.set_variant(*id, at, new);
            }
            ty.kind.clone()
        }
        (Kind::Record(id), Step::Field(name)) => {
            if let Some(field) = types.record(*id).field(name).map(|field| field.ty.clone()) {
                let new = change(&field, rest, said, types);
                if said.ty.is_some() && !has_error(&new.kind) {
                    types.settle(*id, name);
                }
                types.set_field(*id, name, new);
            }
            ty.kind.clone()
        }
        (kind, _) => kind.clone(),
    };
    Ty { kind, ..ty.clone() }
}
