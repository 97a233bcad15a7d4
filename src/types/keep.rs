//! Of all types, what an integration uses.

use std::collections::BTreeSet;

use super::{Currency, DecimalWire, Field, Kind, Record, RecordId, Types, part};
use crate::diagnostics::Diagnostic;

impl Types {
    /// What is wrong with fields of foreign documents, as far as they are used; the same
    /// once.
    pub fn take_deferred(&mut self, used: impl Fn(RecordId, &str) -> bool) -> Vec<Diagnostic> {
        let mut found: Vec<Diagnostic> = Vec::new();
        for one in std::mem::take(&mut self.deferred) {
            let new = |known: &Diagnostic| known.message != one.diagnostic.message;
            if used(one.record, &one.field) && found.iter().all(new) {
                let record = self.record(one.record);
                let what = format!("`{}` leads there", part::field(&record.part, &one.field));
                found.push(one.diagnostic.related(record.span, what));
            }
        }
        found
    }

    /// Leaves only these fields in the records of declared types.
    pub fn keep(&mut self, used: impl Fn(RecordId, &str) -> bool) {
        let requests = self.requests.values();
        let bodies = requests.flat_map(|bodies| bodies.answer.iter().chain(&bodies.request));
        let named = self.named.iter().map(|named| &named.ty);
        let mut open: Vec<Kind> = named.chain(bodies).map(|ty| ty.kind.clone()).collect();
        let mut records = BTreeSet::new();
        let mut unions = BTreeSet::new();
        while let Some(kind) = open.pop() {
            match kind {
                Kind::Array(item) | Kind::Map(item) => open.push(item.kind.clone()),
                Kind::Record(id) if records.insert(id) => {
                    let fields = self.record(id).fields.iter();
                    open.extend(fields.map(|field| field.ty.kind.clone()));
                }
                Kind::Union(id) if unions.insert(id) => {
                    let variants = self.union(id).variants.iter();
                    open.extend(variants.map(|variant| variant.ty.kind.clone()));
                }
                _ => {}
            }
        }
        let mut tags: BTreeSet<(RecordId, String)> = BTreeSet::new();
        for id in unions {
            let union = self.union(id);
            let Some(property) = &union.discriminator else {
                continue;
            };
            for variant in &union.variants {
                if let Kind::Record(record) = variant.ty.kind {
                    tags.insert((record, property.clone()));
                }
            }
        }
        for id in records {
            if let Some(record) = self.records.get_mut(id.0 as usize) {
                let currencies = record.currencies();
                record.fields.retain(|field| {
                    used(id, &field.name)
                        || tags.contains(&(id, field.name.clone()))
                        || currencies.contains(&field.name)
                });
            }
        }
    }
}

impl Record {
    /// The properties that say in which currency others are.
    pub fn currencies(&self) -> Vec<String> {
        let currency = |field: &Field| match &field.ty.kind {
            Kind::Decimal {
                wire: DecimalWire::Minor(Currency::Property(name)),
                ..
            } => Some(name.to_string()),
            _ => None,
        };
        self.fields.iter().filter_map(currency).collect()
    }
}
