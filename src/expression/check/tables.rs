//! Lookup tables: records of `[constants]`, whose values are of one type.

use super::{Checker, Want};
use crate::diagnostics::codes::expressions as codes;
use crate::diagnostics::list;
use crate::expression::syntax::Expr;
use crate::expression::typed::{Typed, TypedKind};
use crate::source::Span;
use crate::types::{Kind, RecordId, Ty};

impl Checker<'_> {
    /// Whether any key can be looked up in a record.
    pub(super) fn is_table(&self, id: RecordId) -> bool {
        let record = self.types.record(id);
        record.identifier.is_empty() && record.part.starts_with("constants.")
    }

    /// `table[key]`: a value for sure where the table has every key there can be.
    pub(super) fn lookup(
        &mut self,
        table: Typed,
        id: RecordId,
        key: &Expr,
        optional: bool,
        span: Span,
    ) -> Typed {
        let key = self.expr(key, Want::Must(&Ty::new(Kind::STRING)));
        if key.is_error() {
            return Typed::error(span);
        }
        let known = match &key.ty.kind {
            Kind::String(Some(keys)) => Some(keys.to_vec()),
            _ => None,
        };
        let fields = self.types.record(id).fields.clone();
        let total = known
            .as_ref()
            .is_some_and(|keys| lacking(keys, &fields).next().is_none());
        let possible = fields
            .iter()
            .filter(|field| known.as_ref().is_none_or(|keys| keys.contains(&field.name)));
        let mut joined: Option<Ty> = None;
        for field in possible {
            joined = match joined {
                None => Some(field.ty.clone()),
                Some(before) => match self.join_within(&before, &field.ty) {
                    Some(ty) => Some(ty),
                    None => {
                        let (found, before) = (self.describe(&field.ty), self.describe(&before));
                        self.problem(
                            &codes::DIFFERENT_TYPES,
                            span,
                            format!("this table has {found} beside {before}"),
                            "give all entries one type, or name the entry: `constants.table.name`",
                        );
                        return Typed::error(span);
                    }
                },
            };
        }
        let Some(value) = joined else {
            let keys = known.unwrap_or_default();
            let keys = list(keys.iter().map(|key| format!("`{key}`")));
            self.problem(
                &codes::UNKNOWN_FIELD,
                key.span,
                format!("the table has no entry for {keys}"),
                "add an entry to the table, or look another key up",
            );
            return Typed::error(span);
        };
        let kind = TypedKind::Lookup {
            map: Box::new(table),
            key: Box::new(key),
            optional,
        };
        let ty = Ty {
            missing: !total || optional || value.missing,
            ..value
        };
        Typed::new(kind, ty, span)
    }

    /// What a table lacks, where a value is looked up that may not be in it.
    pub(super) fn lacking_entries(&self, value: &Typed) -> Option<String> {
        let inner = match &value.kind {
            TypedKind::Chain(inner) | TypedKind::Coerce { value: inner, .. } => inner,
            _ => value,
        };
        let TypedKind::Lookup { map, key, .. } = &inner.kind else {
            return None;
        };
        let (Kind::Record(id), Kind::String(Some(keys))) = (&map.ty.kind, &key.ty.kind) else {
            return None;
        };
        let fields = &self.types.record(*id).fields;
        let missing: Vec<String> = lacking(keys, fields)
            .map(|key| format!("`{key}`"))
            .collect();
        (!missing.is_empty()).then(|| list(missing.into_iter()).replace(" or ", " and "))
    }
}

/// The keys that a table does not have.
fn lacking<'a>(
    keys: &'a [String],
    fields: &'a [crate::types::Field],
) -> impl Iterator<Item = &'a String> {
    keys.iter()
        .filter(|key| !fields.iter().any(|field| field.name == **key))
}
