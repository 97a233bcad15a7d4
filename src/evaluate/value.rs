//! Values, as the generated code has them at run time.

use std::collections::BTreeMap;
use std::rc::Rc;

use super::{Decimal, Text};
use crate::expression::Class;
use crate::types::json::array_index;

/// A value of an expression. Dates and instants are checked text.
#[derive(Clone, Debug, PartialEq)]
pub enum Value {
    /// Not there: JavaScript's `undefined`.
    Missing,
    Null,
    Boolean(bool),
    /// A safe integer.
    Integer(i64),
    /// A number of any JSON that is no safe integer.
    Number(f64),
    Decimal(Decimal),
    String(Text),
    Array(Rc<[Value]>),
    Object(Rc<Object>),
}

impl Value {
    pub fn text(text: &str) -> Self {
        Self::String(text.into())
    }

    pub fn array(items: Vec<Self>) -> Self {
        Self::Array(items.into())
    }

    pub fn object(entries: Vec<(Text, Self)>) -> Self {
        Self::Object(Rc::new(Object::new(entries)))
    }

    /// A number as JavaScript reads it.
    pub fn number(number: f64) -> Self {
        if crate::types::is_safe_integer(number) {
            #[allow(clippy::cast_possible_truncation, reason = "a safe integer")]
            Self::Integer(number as i64)
        } else {
            Self::Number(number)
        }
    }

    /// Missing or null.
    pub const fn is_absent(&self) -> bool {
        matches!(self, Self::Missing | Self::Null)
    }

    /// What `typeof` tells it is; `None` where it is absent.
    pub const fn class(&self) -> Option<Class> {
        Some(match self {
            Self::Missing | Self::Null => return None,
            Self::Boolean(_) => Class::Boolean,
            Self::Integer(_) | Self::Number(_) | Self::Decimal(_) => Class::Number,
            Self::String(_) => Class::String,
            Self::Array(_) | Self::Object(_) => Class::Object,
        })
    }

    /// The property of that name; missing where there is none, or no object.
    #[must_use]
    pub fn get(&self, name: &str) -> Self {
        match self {
            Self::Object(object) => object.get(&name.into()).cloned(),
            _ => None,
        }
        .unwrap_or(Self::Missing)
    }
}

/// Names with values. A value may be missing, as where a type has a field that the
/// value lacks.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Object {
    entries: Vec<(Text, Value)>,
    /// Names to positions, kept only for objects too long to search from the front.
    index: BTreeMap<Text, usize>,
}

/// Objects up to this length are searched entry by entry.
const SEARCHED: usize = 16;

impl Object {
    /// Of a repeated name the last value stays, at the first one's place.
    pub fn new(entries: Vec<(Text, Value)>) -> Self {
        let mut object = Self::default();
        for (name, value) in entries {
            object.set(name, value);
        }
        object
    }

    fn set(&mut self, name: Text, value: Value) {
        match self.position(&name).and_then(|at| self.entries.get_mut(at)) {
            Some(entry) => entry.1 = value,
            None => {
                self.entries.push((name, value));
                if self.entries.len() > SEARCHED {
                    let known = self.index.len();
                    for (at, (name, _)) in self.entries.iter().enumerate().skip(known) {
                        self.index.insert(name.clone(), at);
                    }
                }
            }
        }
    }

    fn position(&self, name: &Text) -> Option<usize> {
        if self.index.len() == self.entries.len() {
            return self.index.get(name).copied();
        }
        self.entries.iter().position(|(known, _)| known == name)
    }

    pub fn get(&self, name: &Text) -> Option<&Value> {
        self.entries.get(self.position(name)?).map(|entry| &entry.1)
    }

    /// The entries that are there, in the order in which JavaScript enumerates them:
    /// names that are array indexes come first, by their numbers.
    pub fn enumerated(&self) -> Vec<&(Text, Value)> {
        let mut entries: Vec<_> = self
            .entries
            .iter()
            .filter(|(_, value)| *value != Value::Missing)
            .collect();
        let index = |name: &Text| {
            // An index has at most ten digits.
            let short = name.len() <= 10;
            short
                .then(|| name.to_utf8())
                .flatten()
                .and_then(|name| array_index(&name))
        };
        entries.sort_by_key(|(name, _)| index(name).map_or(u64::MAX, u64::from));
        entries
    }

    pub fn len(&self) -> usize {
        self.entries.len()
    }

    pub fn is_empty(&self) -> bool {
        self.entries.is_empty()
    }
}
