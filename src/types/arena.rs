//! All records and named types of one integration.

use std::collections::BTreeMap;

use super::Ty;
use super::identifier::{Identifiers, pascal_case};
use super::part::segments;
use crate::source::Span;

/// A record of a [`Types`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct RecordId(pub u32);

/// An object type. Records may refer to each other and to themselves.
#[derive(Clone, Debug)]
pub struct Record {
    /// What people call it: the type's name or part, `order.line_items[]`; for an
    /// object literal, empty.
    pub part: String,
    /// Its name in TypeScript, unique among records: `OrderLineItem`; for an object
    /// literal, empty.
    pub identifier: String,
    pub description: Option<String>,
    pub fields: Vec<Field>,
    /// The declaration that brought it in.
    pub span: Span,
}

#[derive(Clone, Debug)]
pub struct Field {
    pub name: String,
    /// `missing` is set where the property is not required.
    pub ty: Ty,
    pub description: Option<String>,
}

/// A `[types.NAME]` with its type.
#[derive(Clone, Debug)]
pub struct NamedType {
    pub name: String,
    pub ty: Ty,
    pub span: Span,
}

/// The arena: every record, and the named types in the order of the manifest.
#[derive(Clone, Debug, Default)]
pub struct Types {
    pub records: Vec<Record>,
    pub named: Vec<NamedType>,
    identifiers: Identifiers,
    /// Identifiers kept for the records of named types, by part.
    kept: BTreeMap<String, String>,
}

impl Types {
    pub fn add(&mut self, record: Record) -> RecordId {
        let id = RecordId(u32::try_from(self.records.len()).unwrap_or(u32::MAX));
        self.records.push(record);
        id
    }

    /// The record of that id. Ids come from [`Types::add`] of the same arena.
    pub fn record(&self, id: RecordId) -> &Record {
        &self.records[id.0 as usize]
    }

    pub fn named(&self, name: &str) -> Option<&NamedType> {
        self.named.iter().find(|named| named.name == name)
    }

    /// Adds a record without fields, named after its part; the fields come later, so
    /// that they can refer back to it.
    pub(super) fn open(&mut self, part: &str, description: Option<String>, span: Span) -> RecordId {
        let identifier = match self.kept.remove(part) {
            Some(kept) => kept,
            None => self.unique_identifier(part),
        };
        self.add(Record {
            part: part.to_owned(),
            identifier,
            description,
            fields: Vec::new(),
            span,
        })
    }

    /// Gives a record its fields.
    pub(super) fn close(&mut self, id: RecordId, fields: Vec<Field>) {
        if let Some(record) = self.records.get_mut(id.0 as usize) {
            record.fields = fields;
        }
    }

    /// Keeps the plain identifier of a named type for it, whatever comes before.
    pub(super) fn keep_identifier(&mut self, part: &str) {
        let identifier = self.unique_identifier(part);
        self.kept.insert(part.to_owned(), identifier);
    }

    fn unique_identifier(&mut self, part: &str) -> String {
        let segments = segments(part).unwrap_or_default();
        let names = segments
            .iter()
            .map(|segment| (segment.name.as_str(), !segment.items.is_empty()));
        self.identifiers.unique(&pascal_case(names))
    }
}

impl Record {
    pub fn field(&self, name: &str) -> Option<&Field> {
        self.fields.iter().find(|field| field.name == name)
    }
}
