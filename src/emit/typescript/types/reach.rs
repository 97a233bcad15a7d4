//! Which declarations the names in use need.

use std::collections::BTreeSet;

use super::{decoder_name, encoder_name};
use crate::types::{Kind, RecordId, Ty, Types, UnionId, needs_encoder};

/// What gets a declaration: a named record or a named union.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Declared {
    Record(RecordId),
    Union(UnionId),
}

impl Declared {
    pub fn part(self, types: &Types) -> &str {
        match self {
            Self::Record(id) => &types.record(id).part,
            Self::Union(id) => &types.union(id).part,
        }
    }

    /// Its name in TypeScript.
    pub fn identifier(self, types: &Types) -> &str {
        match self {
            Self::Record(id) => &types.record(id).identifier,
            Self::Union(id) => &types.union(id).identifier,
        }
    }

    /// The types right inside.
    fn inside(self, types: &Types) -> Vec<&Ty> {
        match self {
            Self::Record(id) => {
                let fields = &types.record(id).fields;
                fields.iter().map(|field| &field.ty).collect()
            }
            Self::Union(id) => {
                let variants = &types.union(id).variants;
                variants.iter().map(|variant| &variant.ty).collect()
            }
        }
    }

    /// Everything that has a name.
    fn all(types: &Types) -> impl Iterator<Item = Self> {
        let records = (0u32..)
            .zip(&types.records)
            .filter(|(_, record)| !record.identifier.is_empty())
            .map(|(id, _)| Self::Record(RecordId(id)));
        let unions = (0u32..)
            .zip(&types.unions)
            .filter(|(_, union)| !union.identifier.is_empty())
            .map(|(id, _)| Self::Union(UnionId(id)));
        records.chain(unions)
    }
}

/// The types of which something is declared.
#[derive(Debug, Default)]
pub struct Reach {
    pub types: BTreeSet<Declared>,
    pub decoders: BTreeSet<Declared>,
    pub encoders: BTreeSet<Declared>,
}

impl Reach {
    /// What these names of types and functions need, themselves included.
    pub fn of(used: &BTreeSet<String>, types: &Types) -> Self {
        let mut reach = Self::default();
        for declared in Declared::all(types) {
            let identifier = declared.identifier(types);
            if used.contains(identifier) {
                reach.ty(declared, types);
            }
            if used.contains(&decoder_name(identifier)) {
                reach.decoder(declared, types);
            }
            if used.contains(&encoder_name(identifier)) {
                reach.encoder(declared, types);
            }
        }
        reach
    }

    fn ty(&mut self, root: Declared, types: &Types) {
        close(&mut self.types, root, types, |_| true);
    }

    fn decoder(&mut self, root: Declared, types: &Types) {
        for declared in close(&mut self.decoders, root, types, |_| true) {
            self.ty(declared, types);
        }
    }

    fn encoder(&mut self, root: Declared, types: &Types) {
        for declared in close(&mut self.encoders, root, types, |ty| {
            needs_encoder(ty, types)
        }) {
            self.ty(declared, types);
        }
    }
}

/// Adds a type and all that it leads to through `follows`; gives what is new.
fn close(
    known: &mut BTreeSet<Declared>,
    root: Declared,
    types: &Types,
    follows: impl Fn(&Ty) -> bool,
) -> BTreeSet<Declared> {
    let mut new = BTreeSet::new();
    let mut open = vec![root];
    while let Some(declared) = open.pop() {
        if !known.insert(declared) {
            continue;
        }
        new.insert(declared);
        for ty in declared.inside(types) {
            named_in(ty, types, &follows, &mut open);
        }
    }
    new
}

/// What has a name in a type; what has none is written in place, so its parts count.
fn named_in(ty: &Ty, types: &Types, follows: &impl Fn(&Ty) -> bool, found: &mut Vec<Declared>) {
    if !follows(ty) {
        return;
    }
    let declared = match &ty.kind {
        Kind::Array(item) | Kind::Map(item) => return named_in(item, types, follows, found),
        Kind::Record(id) => Declared::Record(*id),
        Kind::Union(id) => Declared::Union(*id),
        _ => return,
    };
    if declared.identifier(types).is_empty() {
        for inner in declared.inside(types) {
            named_in(inner, types, follows, found);
        }
    } else {
        found.push(declared);
    }
}
