//! Literals where a union is needed: which variant they are meant to be.

use std::sync::Arc;

use super::{Checker, Want};
use crate::diagnostics::{closest, codes::expressions as codes, list};
use crate::expression::syntax::{self, Entry, ExprKind};
use crate::expression::typed::Typed;
use crate::source::Span;
use crate::types::{Kind, RecordId, Ty, UnionId};

impl Checker<'_> {
    /// An object literal where a union is needed; `None` where it takes no object.
    pub(super) fn object_for_union(
        &mut self,
        id: UnionId,
        entries: &[&Entry],
        open: Option<Span>,
        span: Span,
        want: Want<'_>,
    ) -> Option<Typed> {
        let union = self.types.union(id);
        let is_record = |kind: &Kind| matches!(kind, Kind::Record(_));
        if !union
            .variants
            .iter()
            .any(|variant| is_record(&variant.ty.kind))
        {
            return None;
        }
        let discriminator = union.discriminator.clone().unwrap_or_default();
        let entry = entries.iter().find(|entry| entry.name == discriminator);
        let tag = match entry.map(|entry| &entry.value.bare().kind) {
            Some(ExprKind::String(tag)) => Some(tag.clone()),
            Some(ExprKind::Text(text)) => match &syntax::parse(text).0.bare().kind {
                ExprKind::String(tag) => Some(tag.clone()),
                _ => None,
            },
            _ => None,
        };
        if let Some(record) = self.variant_of_literal(id, tag.as_deref()) {
            return Some(self.object_for(record, entries, open, span, want));
        }
        if !matches!(want, Want::Must(_)) {
            return None;
        }
        let tags = list(self.types.union(id).tags().map(|tag| format!("`'{tag}'`")));
        let target = self.describe(&Ty::new(Kind::Union(id)));
        for entry in entries {
            self.field(entry, Want::Any);
        }
        match (entry, &tag) {
            (Some(entry), Some(tag)) => {
                let known: Vec<String> = self.types.union(id).tags().map(str::to_owned).collect();
                let meant = closest(tag, known.iter().map(String::as_str));
                let help = match meant {
                    Some(meant) => format!("did you mean `'{meant}'`? allowed: {tags}"),
                    None => format!("write {tags}"),
                };
                self.problem(
                    &codes::NOT_IN_ENUM,
                    entry.value.span,
                    format!("`'{tag}'` is not one of the allowed values"),
                    help,
                );
            }
            (Some(entry), None) => self.problem(
                &codes::TYPE_MISMATCH,
                entry.value.span,
                format!("`{discriminator}` decides which of {target} this is, and is not literal"),
                format!("write {tags}; where it depends, choose between whole objects: `x ? {{ … }} : {{ … }}`"),
            ),
            (None, _) => {
                if let Some(open) = open {
                    self.problem(
                        &codes::MISSING_KEY,
                        open,
                        format!("{target} needs `{discriminator}`, which decides between them"),
                        format!("give `{discriminator}` one of the values {tags}"),
                    );
                }
            }
        }
        Some(Typed::error(span))
    }

    /// What the items of an array literal are, where a union has one array.
    pub(super) fn item_of_union(&self, id: UnionId) -> Option<Arc<Ty>> {
        let variants = &self.types.union(id).variants;
        variants.iter().find_map(|variant| match &variant.ty.kind {
            Kind::Array(item) => Some(Arc::clone(item)),
            _ => None,
        })
    }

    /// The record that an object literal for a union is meant to be: what its
    /// discriminator says, or the only one there is.
    fn variant_of_literal(&mut self, id: UnionId, tag: Option<&str>) -> Option<RecordId> {
        let union = self.types.union(id);
        let mut records = union
            .variants
            .iter()
            .filter_map(|variant| match variant.ty.kind {
                Kind::Record(record) => Some((record, &variant.tags)),
                _ => None,
            });
        match (&union.discriminator, tag) {
            (Some(_), Some(tag)) => records
                .find(|(_, tags)| tags.iter().any(|known| known == tag))
                .map(|(record, _)| record),
            (Some(_), None) => None,
            (None, _) => records.next().map(|(record, _)| record),
        }
    }
}
