//! One type for several alternatives: arms of a condition, items of an array.

use super::Checker;
use super::limits::{at_most, most_of_either};
use crate::source::Span;
use crate::types::{Field, Kind, Record, RecordId, Ty, Types};

/// Texts beyond this many alternatives are any text.
const MAX_VALUES: usize = 32;

impl Checker<'_> {
    /// The type that holds both, if there is one. Integers and decimals become
    /// decimals; their values are still to be converted.
    pub(super) fn join(&mut self, a: &Ty, b: &Ty) -> Option<Ty> {
        let kind = match (&a.kind, &b.kind) {
            (Kind::Integer(_), decimal @ Kind::Decimal { .. })
            | (decimal @ Kind::Decimal { .. }, Kind::Integer(_)) => decimal.clone(),
            _ => self.join_kinds(&a.kind, &b.kind)?,
        };
        let most = most_of_either(a, b);
        let ty = Ty {
            kind,
            missing: a.missing || b.missing,
            null: a.null || b.null,
            limits: None,
        };
        Some(at_most(ty, most))
    }

    /// As `join`, within other types, where nothing can be converted.
    pub(super) fn join_within(&mut self, a: &Ty, b: &Ty) -> Option<Ty> {
        Some(Ty {
            kind: self.join_kinds(&a.kind, &b.kind)?,
            missing: a.missing || b.missing,
            null: a.null || b.null,
            limits: None,
        })
    }

    fn join_kinds(&mut self, a: &Kind, b: &Kind) -> Option<Kind> {
        Some(match (a, b) {
            (Kind::Error, _) | (_, Kind::Error) => Kind::Error,
            (Kind::Nothing, other) | (other, Kind::Nothing) => other.clone(),
            (Kind::Unknown, Kind::Unknown) => Kind::Unknown,
            (Kind::String(a), Kind::String(b)) => match (a, b) {
                (Some(a), Some(b)) => {
                    let mut values = a.to_vec();
                    values.extend(b.iter().filter(|value| !a.contains(value)).cloned());
                    if values.len() > MAX_VALUES {
                        Kind::STRING
                    } else {
                        Kind::one_of(values)
                    }
                }
                _ => Kind::STRING,
            },
            (Kind::Boolean, Kind::Boolean)
            | (Kind::Integer(_), Kind::Integer(_))
            | (Kind::Date(_), Kind::Date(_))
            | (Kind::DateTime(_), Kind::DateTime(_)) => a.clone(),
            (Kind::Decimal { places: left, wire }, Kind::Decimal { places: right, .. }) => {
                Kind::Decimal {
                    places: left.zip(*right).map(|(left, right)| left.max(right)),
                    wire: wire.clone(),
                }
            }
            (Kind::Array(a), Kind::Array(b)) => Kind::array(self.join_within(a, b)?),
            (Kind::Map(a), Kind::Map(b)) => Kind::map(self.join_within(a, b)?),
            (Kind::Record(a), Kind::Record(b)) => Kind::Record(self.join_records(*a, *b)?),
            (Kind::Union(a), Kind::Union(b)) if a == b => Kind::Union(*a),
            (Kind::Union(id), other) | (other, Kind::Union(id)) => {
                let whole = Ty::new(Kind::Union(*id));
                super::assign::fits_within(&Ty::new(other.clone()), &whole, self.types).ok()?;
                Kind::Union(*id)
            }
            _ => return None,
        })
    }

    fn join_records(&mut self, a: RecordId, b: RecordId) -> Option<RecordId> {
        if a == b {
            return Some(a);
        }
        let fits = |from, to| {
            let ty = |id| Ty::new(Kind::Record(id));
            super::assign::fits_within(&ty(from), &ty(to), self.types).is_ok()
        };
        let literal = |id| self.types.record(id).part.is_empty();
        match (literal(a), literal(b)) {
            (true, true) => self.merge(a, b),
            (true, false) => fits(a, b).then_some(b),
            (false, true) => fits(b, a).then_some(a),
            (false, false) => (fits(a, b) && fits(b, a)).then_some(a),
        }
    }

    /// A record with the keys of two object literals.
    fn merge(&mut self, a: RecordId, b: RecordId) -> Option<RecordId> {
        let left = self.types.record(a).clone();
        let right = self.types.record(b).clone();
        let mut fields = Vec::with_capacity(left.fields.len());
        for field in &left.fields {
            let mut ty = match right.field(&field.name) {
                Some(other) => self.join_within(&field.ty, &other.ty)?,
                None => field.ty.clone(),
            };
            ty.missing |= right.field(&field.name).is_none();
            fields.push(Field {
                ty,
                ..field.clone()
            });
        }
        for field in &right.fields {
            if left.field(&field.name).is_none() {
                let mut field = field.clone();
                field.ty.missing = true;
                fields.push(field);
            }
        }
        Some(self.literal_record(fields, left.span))
    }

    /// The type of an object literal.
    pub(super) fn literal_record(&mut self, fields: Vec<Field>, span: Span) -> RecordId {
        literal_record(self.types, fields, span)
    }
}

/// A record without a name.
pub(super) fn literal_record(types: &mut Types, fields: Vec<Field>, span: Span) -> RecordId {
    types.add(Record {
        part: String::new(),
        identifier: String::new(),
        description: None,
        fields,
        span,
    })
}
