//! What a set of JSON values have in common, before it becomes a type.
//!
//! Merging is associative and commutative up to the order of fields, so the order of
//! samples does not matter.

use std::collections::{BTreeMap, BTreeSet};

use super::JsonType;
use super::json::{Json, JsonKind};
use super::number;
use crate::source::Span;

/// The shape of one value, or of several merged: what was seen of each of JSON's types.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Shape {
    pub null: bool,
    pub texts: Option<TextShape>,
    pub boolean: bool,
    pub number: Option<NumberShape>,
    /// A TOML date.
    pub date: bool,
    /// A TOML date-time with an offset.
    pub date_time: bool,
    pub array: Option<Box<Shape>>,
    pub object: Option<ObjectShape>,
    /// Has its diagnostic already.
    pub invalid: bool,
    /// The order in which the types were first seen.
    pub order: Vec<JsonType>,
}

/// Texts, each with how often it was seen.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct TextShape {
    pub counts: BTreeMap<String, usize>,
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
    /// Where it was first seen.
    pub span: Span,
    /// In how many of the objects it was seen.
    seen: usize,
}

impl Shape {
    /// The shape of one value.
    pub fn of(json: &Json) -> Self {
        let mut shape = Self::default();
        let ty = match &json.kind {
            JsonKind::Null => {
                shape.null = true;
                return shape;
            }
            JsonKind::Invalid => {
                shape.invalid = true;
                return shape;
            }
            JsonKind::Boolean(_) => {
                shape.boolean = true;
                JsonType::Boolean
            }
            JsonKind::Number(digits) => {
                shape.number = Some(number_shape(digits, json.span));
                JsonType::Number
            }
            JsonKind::String(text) => {
                shape.texts = Some(TextShape::of(text));
                JsonType::String
            }
            JsonKind::Datetime(text) => {
                match datetime(text) {
                    Moment::Date => shape.date = true,
                    Moment::DateTime => shape.date_time = true,
                    Moment::Text => shape.texts = Some(TextShape::of(text)),
                }
                JsonType::String
            }
            JsonKind::Array(items) => {
                let mut item = Self::default();
                for value in items {
                    item.merge(Self::of(value));
                }
                shape.array = Some(Box::new(item));
                JsonType::Array
            }
            JsonKind::Object(members) => {
                let mut object = ObjectShape {
                    count: 1,
                    ..ObjectShape::default()
                };
                for member in members {
                    object.add(FieldShape {
                        name: member.name.clone(),
                        shape: Self::of(&member.value),
                        span: member.name_span,
                        seen: 1,
                    });
                }
                shape.object = Some(object);
                JsonType::Object
            }
        };
        shape.order.push(ty);
        shape
    }

    /// Widens this shape until it holds the other's values too.
    pub fn merge(&mut self, other: Self) {
        self.null |= other.null;
        self.boolean |= other.boolean;
        self.date |= other.date;
        self.date_time |= other.date_time;
        self.invalid |= other.invalid;
        merge(&mut self.texts, other.texts, TextShape::merge);
        merge(&mut self.number, other.number, NumberShape::merge);
        merge(&mut self.array, other.array, |a, b| a.merge(*b));
        merge(&mut self.object, other.object, ObjectShape::merge);
        for ty in other.order {
            if !self.order.contains(&ty) {
                self.order.push(ty);
            }
        }
    }

    /// Whether the values are of several kinds, at any depth.
    pub fn is_mixed(&self) -> bool {
        self.kinds().len() > 1
            || self.array.as_ref().is_some_and(|item| item.is_mixed())
            || self.object.as_ref().is_some_and(|object| {
                let mut fields = object.fields.iter();
                fields.any(|field| field.shape.is_mixed())
            })
    }

    /// What the values are, each in a word or two.
    pub fn kinds(&self) -> BTreeSet<&'static str> {
        let found = [
            (self.texts.is_some(), "a string"),
            (self.boolean, "a boolean"),
            (self.number.is_some(), "a number"),
            (self.date, "a date"),
            (self.date_time, "a date-time"),
            (self.array.is_some(), "an array"),
            (self.object.is_some(), "an object"),
        ];
        let seen = found.into_iter().filter(|(seen, _)| *seen);
        seen.map(|(_, word)| word).collect()
    }
}

fn merge<T>(into: &mut Option<T>, other: Option<T>, both: impl FnOnce(&mut T, T)) {
    match (into.as_mut(), other) {
        (_, None) => {}
        (None, other) => *into = other,
        (Some(into), Some(other)) => both(into, other),
    }
}

impl TextShape {
    fn of(text: &str) -> Self {
        Self {
            counts: BTreeMap::from([(text.to_owned(), 1)]),
        }
    }

    fn merge(&mut self, other: Self) {
        for (text, count) in other.counts {
            *self.counts.entry(text).or_default() += count;
        }
    }

    /// The texts, each once.
    pub fn values(&self) -> impl Iterator<Item = &str> {
        self.counts.keys().map(String::as_str)
    }
}

impl NumberShape {
    fn merge(&mut self, other: Self) {
        self.decimal |= other.decimal;
        self.inexact = match (self.inexact, other.inexact) {
            (Some(a), Some(b)) => Some(a.min(b)),
            (a, b) => a.or(b),
        };
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

    fn add(&mut self, new: FieldShape) {
        let place = self.places.get(&new.name).copied();
        if let Some(field) = place.and_then(|place| self.fields.get_mut(place)) {
            field.shape.merge(new.shape);
            field.seen += new.seen;
            field.span = field.span.min(new.span);
        } else {
            self.places.insert(new.name.clone(), self.fields.len());
            self.fields.push(new);
        }
    }

    fn merge(&mut self, other: Self) {
        self.count += other.count;
        for field in other.fields {
            self.add(field);
        }
    }
}

fn number_shape(text: &str, span: Span) -> NumberShape {
    let decimal = text.contains(['.', 'e', 'E']);
    let double = number::double(text);
    let exact = double.is_some_and(|double| {
        if decimal {
            number::decimal_of_number(double).is_ok()
        } else {
            number::is_safe_integer(double)
        }
    });
    NumberShape {
        decimal,
        inexact: (!exact).then_some(span),
    }
}

/// What a TOML date-time is to a mapping.
enum Moment {
    Date,
    DateTime,
    Text,
}

/// A time without a date, or without an offset, is text.
fn datetime(text: &str) -> Moment {
    match text.split_once('T') {
        None if text.contains(':') => Moment::Text,
        None => Moment::Date,
        Some((_, time)) if time.ends_with(['Z', 'z']) || time.contains(['+', '-']) => {
            Moment::DateTime
        }
        Some(_) => Moment::Text,
    }
}
