//! What a set of JSON values have in common, before it becomes a type.
//!
//! Merging is associative and commutative up to the order of fields, so the order of
//! samples does not matter.

use std::collections::{BTreeMap, BTreeSet};

use super::json::{Json, JsonKind};
use super::number;
use crate::source::Span;

/// The shape of one value, or of several merged.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Shape {
    pub null: bool,
    pub kind: ShapeKind,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ShapeKind {
    /// No value was seen, or only `null`.
    Nothing,
    /// Text; in a manifest's literals, with the values seen.
    String(BTreeSet<String>),
    Boolean,
    Number(NumberShape),
    /// A TOML date.
    Date,
    /// A TOML date-time with an offset.
    DateTime,
    Array(Box<Shape>),
    Object(ObjectShape),
    /// Values of several kinds, with the words for them.
    Mixed(BTreeSet<&'static str>),
    /// Has its diagnostic already.
    Invalid,
}

#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct NumberShape {
    /// One was written with a point or an exponent.
    pub decimal: bool,
    /// One that a JSON number does not carry exactly.
    pub inexact: Option<Span>,
}

#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ObjectShape {
    /// How many objects were merged.
    count: usize,
    fields: Vec<FieldShape>,
    places: BTreeMap<String, usize>,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FieldShape {
    pub name: String,
    pub shape: Shape,
    /// In how many of the objects it was seen.
    seen: usize,
}

impl Shape {
    pub const NOTHING: Self = Self {
        null: false,
        kind: ShapeKind::Nothing,
    };

    /// The shape of one value.
    pub fn of(json: &Json) -> Self {
        let kind = match &json.kind {
            JsonKind::Null => {
                return Self {
                    null: true,
                    kind: ShapeKind::Nothing,
                };
            }
            JsonKind::Boolean(_) => ShapeKind::Boolean,
            JsonKind::Number(digits) => number_shape(digits, json.span),
            JsonKind::String(text) => ShapeKind::String(BTreeSet::from([text.clone()])),
            JsonKind::Datetime(text) => datetime(text),
            JsonKind::Array(items) => {
                let mut item = Self::NOTHING;
                for value in items {
                    item.merge(Self::of(value));
                }
                ShapeKind::Array(Box::new(item))
            }
            JsonKind::Object(members) => {
                let mut object = ObjectShape {
                    count: 1,
                    ..ObjectShape::default()
                };
                for member in members {
                    object.add(member.name.clone(), Self::of(&member.value), 1);
                }
                ShapeKind::Object(object)
            }
            JsonKind::Invalid => ShapeKind::Invalid,
        };
        Self { null: false, kind }
    }

    /// Widens this shape until it holds the other's values too.
    pub fn merge(&mut self, other: Self) {
        self.null |= other.null;
        let kind = std::mem::replace(&mut self.kind, ShapeKind::Nothing);
        self.kind = kind.merged(other.kind);
    }

    /// Whether the values are of several kinds, at any depth.
    pub fn is_mixed(&self) -> bool {
        match &self.kind {
            ShapeKind::Mixed(_) => true,
            ShapeKind::Array(item) => item.is_mixed(),
            ShapeKind::Object(object) => object.fields.iter().any(|field| field.shape.is_mixed()),
            _ => false,
        }
    }
}

impl ShapeKind {
    fn merged(self, other: Self) -> Self {
        match (self, other) {
            (Self::Invalid, _) | (_, Self::Invalid) => Self::Invalid,
            (Self::Nothing, kind) | (kind, Self::Nothing) => kind,
            (Self::String(mut values), Self::String(more)) => {
                values.extend(more);
                Self::String(values)
            }
            (Self::Number(a), Self::Number(b)) => Self::Number(a.merged(b)),
            (Self::Array(mut a), Self::Array(b)) => {
                a.merge(*b);
                Self::Array(a)
            }
            (Self::Object(mut a), Self::Object(b)) => {
                a.merge(b);
                Self::Object(a)
            }
            (a, b) if std::mem::discriminant(&a) == std::mem::discriminant(&b) => match (a, b) {
                (Self::Mixed(mut words), Self::Mixed(more)) => {
                    words.extend(more);
                    Self::Mixed(words)
                }
                (a, _) => a,
            },
            (a, b) => Self::Mixed(a.words().into_iter().chain(b.words()).collect()),
        }
    }

    /// What the values are, in a few words.
    fn words(&self) -> BTreeSet<&'static str> {
        let word = match self {
            Self::Mixed(words) => return words.clone(),
            Self::Nothing | Self::Invalid => return BTreeSet::new(),
            Self::String(_) => "a string",
            Self::Boolean => "a boolean",
            Self::Number(_) => "a number",
            Self::Date => "a date",
            Self::DateTime => "a date-time",
            Self::Array(_) => "an array",
            Self::Object(_) => "an object",
        };
        BTreeSet::from([word])
    }
}

impl NumberShape {
    fn merged(self, other: Self) -> Self {
        Self {
            decimal: self.decimal || other.decimal,
            inexact: first(self.inexact, other.inexact),
        }
    }
}

impl ObjectShape {
    /// The fields in the order in which they were first seen.
    pub fn fields(&self) -> &[FieldShape] {
        &self.fields
    }

    /// Whether every object has every field.
    pub fn is_uniform(&self) -> bool {
        self.fields.iter().all(|field| !self.misses(field))
    }

    /// Whether some of the objects lack the field.
    pub const fn misses(&self, field: &FieldShape) -> bool {
        field.seen < self.count
    }

    fn add(&mut self, name: String, shape: Shape, seen: usize) {
        let place = self.places.get(&name).copied();
        if let Some(field) = place.and_then(|place| self.fields.get_mut(place)) {
            field.shape.merge(shape);
            field.seen += seen;
        } else {
            self.places.insert(name.clone(), self.fields.len());
            self.fields.push(FieldShape { name, shape, seen });
        }
    }

    fn merge(&mut self, other: Self) {
        self.count += other.count;
        for field in other.fields {
            self.add(field.name, field.shape, field.seen);
        }
    }
}

fn first(a: Option<Span>, b: Option<Span>) -> Option<Span> {
    match (a, b) {
        (Some(a), Some(b)) => Some(a.min(b)),
        (a, b) => a.or(b),
    }
}

fn number_shape(text: &str, span: Span) -> ShapeKind {
    let decimal = text.contains(['.', 'e', 'E']);
    let double = number::double(text);
    let exact = double.is_some_and(|double| {
        if decimal {
            number::decimal_of_number(double).is_ok()
        } else {
            number::is_safe_integer(double)
        }
    });
    ShapeKind::Number(NumberShape {
        decimal,
        inexact: (!exact).then_some(span),
    })
}

/// A time without a date, or without an offset, is text to a mapping.
fn datetime(text: &str) -> ShapeKind {
    match text.split_once('T') {
        None if text.contains(':') => ShapeKind::String(BTreeSet::from([text.to_owned()])),
        None => ShapeKind::Date,
        Some((_, time)) if time.ends_with(['Z', 'z']) || time.contains(['+', '-']) => {
            ShapeKind::DateTime
        }
        Some(_) => ShapeKind::String(BTreeSet::from([text.to_owned()])),
    }
}
