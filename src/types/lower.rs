//! From what samples have in common to a type.

use super::shape::{FieldShape, NumberShape, ObjectShape, Shape, TextShape};
use super::{Access, Field, JsonType, Kind, Ty, Types, Union, Variant, evidence, part};
use crate::diagnostics::codes::types as codes;
use crate::diagnostics::{Diagnostic, Sink};
use crate::source::Span;

/// Makes types of shapes, adding records and unions to the arena.
///
/// What was never seen (an empty array's items, a property that is always null) is
/// [`Kind::Unknown`]; what is of several kinds is a union.
pub(super) struct Lowering<'a> {
    pub types: &'a mut Types,
    pub sink: &'a mut Sink,
    /// The declaration, for the records.
    pub span: Span,
    /// The values are constants: text is one of what is there.
    pub literals: bool,
}

/// The most values of which a constant's text is known to be one.
const MAX_LITERALS: usize = 64;

impl Lowering<'_> {
    /// The type of a shape at a part, whose own name says what it may mean.
    pub fn ty(&mut self, shape: &Shape, part: &str, name: &str) -> Ty {
        let kind = if shape.invalid {
            Kind::Error
        } else {
            match shape.order.as_slice() {
                [] => Kind::Unknown,
                [ty] => self.kind(shape, *ty, part, name),
                _ => self.union(shape, part, name),
            }
        };
        Ty {
            null: shape.null,
            ..Ty::new(kind)
        }
    }

    /// The kind of the values of one JSON type.
    fn kind(&mut self, shape: &Shape, ty: JsonType, part: &str, name: &str) -> Kind {
        match ty {
            JsonType::Boolean => Kind::Boolean,
            JsonType::String => self.text(shape, name),
            JsonType::Number => match &shape.number {
                Some(number) => self.number(number, part),
                None => Kind::Unknown,
            },
            JsonType::Array => match &shape.array {
                Some(item) => Kind::array(self.ty(item, &part::item(part), name)),
                None => Kind::Unknown,
            },
            JsonType::Object => match &shape.object {
                Some(object) if !object.fields().is_empty() => self.record(object, part),
                _ => Kind::map(Ty::new(Kind::Unknown)),
            },
        }
    }

    fn text(&self, shape: &Shape, name: &str) -> Kind {
        match (&shape.texts, shape.date, shape.date_time) {
            (None, true, false) => Kind::DATE,
            (None, false, true) => Kind::DATE_TIME,
            (Some(texts), false, false) if self.literals => literal(texts),
            (Some(texts), false, false) => evidence::kind(texts, name),
            _ => Kind::STRING,
        }
    }

    /// One variant for each of JSON's types.
    fn union(&mut self, shape: &Shape, part: &str, name: &str) -> Kind {
        // What cannot be told of the numbers is known before anything is added.
        if let Some(number) = &shape.number
            && self.number(number, part) == Kind::Unknown
        {
            return Kind::Unknown;
        }
        let mut order = shape.order.clone();
        order.sort();
        let scalar = |ty: &JsonType| !matches!(ty, JsonType::Array | JsonType::Object);
        let identifier = if order.iter().all(scalar) {
            String::new()
        } else {
            self.types.identifier(part, None)
        };
        let mut variants = Vec::with_capacity(order.len());
        for ty in order {
            let place = part::variant(part, ty.word());
            let kind = match self.kind(shape, ty, &place, name) {
                Kind::Decimal {
                    wire: super::DecimalWire::String,
                    ..
                } => Kind::STRING,
                other => other,
            };
            variants.push(Variant {
                ty: Ty::new(kind),
                tags: Vec::new(),
            });
        }
        let id = self.types.add_union(Union {
            part: part.to_owned(),
            identifier,
            description: None,
            discriminator: None,
            variants,
            span: self.span,
        });
        Kind::Union(id)
    }

    fn record(&mut self, object: &ObjectShape, part: &str) -> Kind {
        let id = self.types.open(part, None, None, self.span);
        let mut fields = Vec::with_capacity(object.fields().len());
        for field in object.fields() {
            let mut ty = self.ty(&field.shape, &part::field(part, &field.name), &field.name);
            ty.missing = object.misses(field);
            fields.push(Field {
                name: field.name.clone(),
                ty,
                description: description(field),
                access: Access::Both,
                span: field.span,
            });
        }
        self.types.close(id, fields);
        Kind::Record(id)
    }

    fn number(&mut self, number: &NumberShape, part: &str) -> Kind {
        // A constant is written into the code as digits, and was checked as such.
        if let Some(span) = number.inexact.filter(|_| !self.literals) {
            let message =
                format!("`{part}` has a number with more digits than JavaScript's numbers keep");
            self.sink.push(
                Diagnostic::new(&codes::INEXACT_NUMBER, span, message)
                    .help("ask the API to send it as a string; until then its type is `json`"),
            );
            return Kind::Unknown;
        }
        if number.decimal {
            Kind::DECIMAL
        } else {
            Kind::INTEGER
        }
    }
}

/// One of the texts that are there, unless they are many.
fn literal(texts: &TextShape) -> Kind {
    if texts.counts.len() > MAX_LITERALS {
        return Kind::STRING;
    }
    Kind::one_of(texts.values().map(str::to_owned))
}

/// Says of what kinds a property was.
fn description(field: &FieldShape) -> Option<String> {
    let (shape, whose) = match &field.shape.array {
        Some(item) if field.shape.order.len() == 1 => (&**item, "Items of several kinds"),
        _ => (&field.shape, "Of several kinds"),
    };
    if shape.order.len() < 2 {
        return None;
    }
    let words: Vec<&str> = shape.kinds().into_iter().collect();
    Some(format!("{whose} in the samples: {}.", words.join(", ")))
}
