//! Which row or expression gave a place of a result.

use crate::expression::{CallableKind, NameKind, Typed, TypedKind};
use crate::model::{Mapping, Model};
use crate::source::Span;
use crate::types::Step;

/// The deepest expression that a place of a mapping's result can be followed to: through
/// object and array literals, `let`s, and the mappings that it calls.
pub(super) fn origin(model: &Model, mapping: &Mapping, path: &[Step]) -> Span {
    let trace = Trace { model, mapping };
    match &mapping.body {
        Some(body) => trace.follow(body, path, mapping.lets.len()),
        None => mapping.name.span,
    }
}

#[derive(Clone, Copy)]
struct Trace<'m> {
    model: &'m Model,
    mapping: &'m Mapping,
}

impl Trace<'_> {
    /// Only the first `lets` can be named: a `let` sees those above it, so this ends.
    fn follow(self, typed: &Typed, path: &[Step], lets: usize) -> Span {
        let further = match (&typed.kind, path.split_first()) {
            (TypedKind::Object(fields), Some((Step::Key(name), rest))) => fields
                .iter()
                .find(|field| field.name == *name)
                .map(|field| self.follow(&field.value, rest, lets)),
            (TypedKind::Array(items), Some((Step::Index(at), rest))) => {
                items.get(*at).map(|item| self.follow(item, rest, lets))
            }
            (
                TypedKind::Coerce { value, .. }
                | TypedKind::Narrowed { value, .. }
                | TypedKind::Chain(value),
                _,
            ) => Some(self.follow(value, path, lets)),
            (
                TypedKind::Name {
                    name,
                    kind: NameKind::Let,
                },
                Some(_),
            ) => self
                .mapping
                .lets
                .iter()
                .take(lets)
                .position(|(known, _)| known.value == *name)
                .and_then(|at| Some(self.follow(&self.mapping.lets.get(at)?.1, path, at))),
            (
                TypedKind::Apply {
                    kind: CallableKind::Mapping,
                    callable,
                    ..
                },
                Some(_),
            ) => self.called(callable.0 as usize, path),
            (
                TypedKind::Call {
                    function,
                    arguments,
                    ..
                },
                Some((Step::Index(_), rest)),
            ) if function.name == "map" => {
                arguments.get(1).and_then(|function| match &function.kind {
                    TypedKind::Lambda { body, .. } => Some(self.follow(body, rest, lets)),
                    TypedKind::Reference { callable, .. } => self.called(callable.0 as usize, rest),
                    _ => None,
                })
            }
            _ => None,
        };
        further.unwrap_or(typed.span)
    }

    fn called(self, index: usize, path: &[Step]) -> Option<Span> {
        let mapping = self.model.mappings.get(index)?;
        Some(origin(self.model, mapping, path))
    }
}
