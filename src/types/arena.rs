//! All records and named types of one integration.

use std::collections::BTreeMap;

use super::identifier::{Identifiers, pascal_case};
use super::part::segments;
use super::{JsonType, Kind, Ty};
use crate::diagnostics::Diagnostic;
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
    /// Who sets it.
    pub access: Access,
    /// Where a schema or a sample has it; empty where the type is made up.
    pub span: Span,
}

/// Who sets a property: OpenAPI's `readOnly` and `writeOnly`.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Access {
    #[default]
    Both,
    /// Only the API; it is not to be sent.
    ReadOnly,
    /// Only whoever calls the API, which never answers with it.
    WriteOnly,
}

/// A union of a [`Types`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct UnionId(pub u32);

/// One of several types.
///
/// A value shows which: by JSON's own types, of which each occurs in one variant at
/// most, and objects by the value of a property that all of them have.
#[derive(Clone, Debug)]
pub struct Union {
    /// As of [`Record`]; never empty.
    pub part: String,
    /// Its name in TypeScript; empty where only scalars occur in it, which are written
    /// in place.
    pub identifier: String,
    pub description: Option<String>,
    /// The property that tells the objects apart, when there is more than one. It is
    /// a field of every object variant, required, of a [`Kind::String`](super::Kind)
    /// with the variant's tags.
    pub discriminator: Option<String>,
    /// In the order of the schema. Neither missing nor null, and no unions.
    pub variants: Vec<Variant>,
    /// The declaration that brought it in.
    pub span: Span,
}

/// One type of a union.
#[derive(Clone, Debug)]
pub struct Variant {
    pub ty: Ty,
    /// The discriminator's values that mean this variant; empty for a scalar, and for
    /// the only object.
    pub tags: Vec<String>,
}

/// What an OpenAPI document says of one request.
#[derive(Clone, Debug, Default)]
pub struct BodyTypes {
    /// What it answers, where the step does not say so itself.
    pub answer: Option<Ty>,
    /// What it takes.
    pub request: Option<Ty>,
}

/// What is wrong with a field, for when it is used.
#[derive(Clone, Debug)]
pub(super) struct Deferred {
    pub record: RecordId,
    pub field: String,
    pub diagnostic: Diagnostic,
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
    pub unions: Vec<Union>,
    pub named: Vec<NamedType>,
    identifiers: Identifiers,
    /// What is wrong with fields of foreign documents, told only where they are used.
    pub(super) deferred: Vec<Deferred>,
    /// What OpenAPI documents say of requests, by the places of their paths.
    pub(super) requests: BTreeMap<Span, BodyTypes>,
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

    /// Adds a union whose invariants hold.
    pub fn add_union(&mut self, union: Union) -> UnionId {
        let id = UnionId(u32::try_from(self.unions.len()).unwrap_or(u32::MAX));
        self.unions.push(union);
        id
    }

    /// The union of some variants of another, by their positions.
    pub fn part_of_union(&mut self, id: UnionId, variants: &[usize]) -> UnionId {
        let whole = self.union(id);
        let part = Union {
            identifier: String::new(),
            variants: variants
                .iter()
                .filter_map(|at| whole.variants.get(*at).cloned())
                .collect(),
            ..whole.clone()
        };
        let same = |union: &Union| {
            union.identifier.is_empty()
                && union.part == part.part
                && union.variants.len() == part.variants.len()
                && std::iter::zip(&union.variants, &part.variants).all(|(a, b)| a.ty == b.ty)
        };
        match self.unions.iter().position(same) {
            Some(at) => UnionId(u32::try_from(at).unwrap_or(u32::MAX)),
            None => self.add_union(part),
        }
    }

    /// The union of that id. Ids come from [`Types::add_union`] of the same arena.
    pub fn union(&self, id: UnionId) -> &Union {
        &self.unions[id.0 as usize]
    }

    pub fn named(&self, name: &str) -> Option<&NamedType> {
        self.named.iter().find(|named| named.name == name)
    }

    /// Adds a record without fields, named after its part, or as its schema is; the
    /// fields come later, so that they can refer back to it.
    pub(super) fn open(
        &mut self,
        part: &str,
        name: Option<&str>,
        description: Option<String>,
        span: Span,
    ) -> RecordId {
        let identifier = self.identifier(part, name);
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

    /// A name in TypeScript for a part, or for a schema of this name.
    pub(super) fn identifier(&mut self, part: &str, name: Option<&str>) -> String {
        match (self.kept.remove(part), name) {
            (Some(kept), _) => kept,
            (None, Some(name)) => self.identifiers.unique(&pascal_case([(name, false)])),
            (None, None) => self.unique_identifier(part),
        }
    }

    /// Gives a union its variants.
    pub(super) fn set_variants(&mut self, id: UnionId, variants: Vec<Variant>) {
        if let Some(union) = self.unions.get_mut(id.0 as usize) {
            union.variants = variants;
        }
    }

    /// Gives a variant of a union another type.
    pub(super) fn set_variant(&mut self, id: UnionId, at: usize, ty: Ty) {
        let union = self.unions.get_mut(id.0 as usize);
        if let Some(variant) = union.and_then(|union| union.variants.get_mut(at)) {
            variant.ty = ty;
        }
    }

    /// Gives a field another type.
    pub(super) fn set_field(&mut self, id: RecordId, name: &str, ty: Ty) {
        let record = self.records.get_mut(id.0 as usize);
        let fields = record.map(|record| record.fields.iter_mut());
        if let Some(field) = fields
            .into_iter()
            .flatten()
            .find(|field| field.name == name)
        {
            field.ty = ty;
        }
    }

    /// What an OpenAPI document says of the request whose path stands there.
    pub fn request(&self, path: Span) -> BodyTypes {
        self.requests.get(&path).cloned().unwrap_or_default()
    }

    pub(super) fn set_request(&mut self, path: Span, bodies: BodyTypes) {
        self.requests.insert(path, bodies);
    }

    /// Keeps a finding until it is known whether the field is used.
    pub(super) fn defer(&mut self, record: RecordId, field: &str, diagnostic: Diagnostic) {
        self.deferred.push(Deferred {
            record,
            field: field.to_owned(),
            diagnostic,
        });
    }

    /// Forgets what was wrong with a field: the manifest says what it is.
    pub(super) fn settle(&mut self, record: RecordId, field: &str) {
        self.deferred
            .retain(|one| one.record != record || one.field != field);
    }

    fn unique_identifier(&mut self, part: &str) -> String {
        let segments = segments(part).unwrap_or_default();
        let names = segments.iter().flat_map(|segment| {
            let is_item = segment.inner.iter().any(|inner| inner.variant.is_none());
            let variants = segment
                .inner
                .iter()
                .filter_map(|inner| inner.variant.as_deref());
            let variants = variants.map(|name| (name, false));
            std::iter::once((segment.name.as_str(), is_item)).chain(variants)
        });
        self.identifiers.unique(&pascal_case(names))
    }
}

impl Variant {
    /// What it is called in parts: its tags, or else JSON's word for its values.
    pub fn names(&self) -> Vec<&str> {
        if !self.tags.is_empty() {
            return self.tags.iter().map(String::as_str).collect();
        }
        let ty = self.ty.kind.json_type().unwrap_or(JsonType::Object);
        vec![ty.word()]
    }
}

impl Union {
    /// The variant of that name in parts.
    pub fn named(&self, name: &str) -> Option<&Variant> {
        self.variants
            .iter()
            .find(|variant| variant.names().contains(&name))
    }

    /// The variant that a value of the discriminator means.
    pub fn tagged(&self, tag: &str) -> Option<&Variant> {
        let means = |variant: &&Variant| variant.tags.iter().any(|known| known == tag);
        self.variants.iter().find(means)
    }

    /// All values of the discriminator, in the order of the variants.
    pub fn tags(&self) -> impl Iterator<Item = &str> {
        let tags = self.variants.iter().flat_map(|variant| &variant.tags);
        tags.map(String::as_str)
    }
}

impl Field {
    /// A property without a description.
    pub fn new(name: impl Into<String>, ty: Ty) -> Self {
        Self {
            name: name.into(),
            ty,
            description: None,
            access: Access::Both,
            span: Span::default(),
        }
    }
}

impl Record {
    /// Whether a property can be the currency of the amounts beside it: a text.
    pub fn has_currency(&self, name: &str) -> bool {
        let is_text = |field: &Field| matches!(field.ty.kind, Kind::String(_));
        self.field(name).is_some_and(is_text)
    }

    pub fn field(&self, name: &str) -> Option<&Field> {
        self.fields.iter().find(|field| field.name == name)
    }
}
