//! From what samples have in common to a type.

use super::shape::{FieldShape, NumberShape, ObjectShape, Shape, ShapeKind};
use super::{Access, Field, Kind, Ty, Types, part};
use crate::diagnostics::codes::types as codes;
use crate::diagnostics::{Diagnostic, Sink};
use crate::source::Span;

/// Makes types of shapes, adding records to the arena.
///
/// Text stays plain text; what was never seen (an empty array's items, a property that
/// is always null) and what is of several kinds is [`Kind::Unknown`].
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
    pub fn ty(&mut self, shape: &Shape, part: &str) -> Ty {
        let kind = match &shape.kind {
            ShapeKind::Invalid => Kind::Error,
            ShapeKind::Nothing | ShapeKind::Mixed(_) => Kind::Unknown,
            ShapeKind::String(values) if self.literals && values.len() <= MAX_LITERALS => {
                Kind::one_of(values.iter().cloned())
            }
            ShapeKind::String(_) => Kind::STRING,
            ShapeKind::Boolean => Kind::Boolean,
            ShapeKind::Number(number) => self.number(number, part),
            ShapeKind::Date => Kind::DATE,
            ShapeKind::DateTime => Kind::DATE_TIME,
            ShapeKind::Array(item) => Kind::array(self.ty(item, &part::item(part))),
            ShapeKind::Object(object) if object.fields().is_empty() => {
                Kind::map(Ty::new(Kind::Unknown))
            }
            ShapeKind::Object(object) => self.record(object, part),
        };
        Ty {
            null: shape.null,
            ..Ty::new(kind)
        }
    }

    fn record(&mut self, object: &ObjectShape, part: &str) -> Kind {
        let id = self.types.open(part, None, None, self.span);
        let mut fields = Vec::with_capacity(object.fields().len());
        for field in object.fields() {
            let mut ty = self.ty(&field.shape, &part::field(part, &field.name));
            ty.missing = object.misses(field);
            fields.push(Field {
                name: field.name.clone(),
                ty,
                description: description(field),
                access: Access::Both,
                span: Span::default(),
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

/// Says why a property's type is not known.
fn description(field: &FieldShape) -> Option<String> {
    let (shape, whose) = match &field.shape.kind {
        ShapeKind::Array(item) => (&**item, "Items of several kinds"),
        _ => (&field.shape, "Of several kinds"),
    };
    let ShapeKind::Mixed(words) = &shape.kind else {
        return None;
    };
    let words: Vec<&str> = words.iter().copied().collect();
    Some(format!("{whose} in the samples: {}.", words.join(", ")))
}
