//! Which declarations the names in use need.

use std::collections::BTreeSet;

use super::{decoder_name, encoder_name, needs_encoder};
use crate::types::{Kind, RecordId, Ty, Types};

/// The records of which something is declared.
#[derive(Debug, Default)]
pub struct Reach {
    pub interfaces: BTreeSet<RecordId>,
    pub decoders: BTreeSet<RecordId>,
    pub encoders: BTreeSet<RecordId>,
}

impl Reach {
    /// What these names of types and functions need, themselves included.
    pub fn of(used: &BTreeSet<String>, types: &Types) -> Self {
        let mut reach = Self::default();
        for (at, record) in types.records.iter().enumerate() {
            if record.identifier.is_empty() {
                continue;
            }
            let id = RecordId(u32::try_from(at).unwrap_or(u32::MAX));
            if used.contains(&record.identifier) {
                reach.interface(id, types);
            }
            if used.contains(&decoder_name(record)) {
                reach.decoder(id, types);
            }
            if used.contains(&encoder_name(record)) {
                reach.encoder(id, types);
            }
        }
        reach
    }

    fn interface(&mut self, root: RecordId, types: &Types) {
        close(&mut self.interfaces, root, types, |_| true);
    }

    fn decoder(&mut self, root: RecordId, types: &Types) {
        for id in close(&mut self.decoders, root, types, |_| true) {
            self.interface(id, types);
        }
    }

    fn encoder(&mut self, root: RecordId, types: &Types) {
        for id in close(&mut self.encoders, root, types, |ty| {
            needs_encoder(ty, types)
        }) {
            self.interface(id, types);
        }
    }
}

/// Adds a record and all that its fields lead to through `follows`; gives what is new.
fn close(
    known: &mut BTreeSet<RecordId>,
    root: RecordId,
    types: &Types,
    follows: impl Fn(&Ty) -> bool,
) -> BTreeSet<RecordId> {
    let mut new = BTreeSet::new();
    let mut open = vec![root];
    while let Some(id) = open.pop() {
        if !known.insert(id) {
            continue;
        }
        new.insert(id);
        for field in &types.record(id).fields {
            records_in(&field.ty, types, &follows, &mut open);
        }
    }
    new
}

/// The named records in a type; an unnamed one is written in place, so its fields count.
fn records_in(ty: &Ty, types: &Types, follows: &impl Fn(&Ty) -> bool, found: &mut Vec<RecordId>) {
    if !follows(ty) {
        return;
    }
    match &ty.kind {
        Kind::Array(item) | Kind::Map(item) => records_in(item, types, follows, found),
        Kind::Record(id) if types.record(*id).identifier.is_empty() => {
            for field in &types.record(*id).fields {
                records_in(&field.ty, types, follows, found);
            }
        }
        Kind::Record(id) => found.push(*id),
        _ => {}
    }
}
