//! One type: its kind, whether a value may be missing, whether it may be null.
//!
//! A kind is the type an expression sees. How its values travel as JSON (the *wire*)
//! is part of it for leaves, so that the type, not the author, decides the conversion;
//! two kinds that differ only in their wire are the same type to an expression.

use std::sync::Arc;

use super::RecordId;

/// A type with its two bits.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Ty {
    pub kind: Kind,
    /// The property may be missing (`undefined`).
    pub missing: bool,
    /// The value may be `null`.
    pub null: bool,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Kind {
    /// Something wrong was already reported here; it agrees with everything.
    Error,
    /// Any JSON: it can be handed on, not looked into.
    Unknown,
    /// No value at all: the type of the literal `null`, whose `null` bit is set.
    Nothing,
    /// Text; with values, one of these (a literal has one).
    String(Option<Arc<[String]>>),
    Boolean,
    /// A safe integer, beyond which JavaScript's numbers are not exact.
    Integer(IntegerWire),
    /// An exact decimal, with at most this many places where that is known.
    Decimal {
        places: Option<u32>,
        wire: DecimalWire,
    },
    /// A calendar date.
    Date(DateWire),
    /// An instant.
    DateTime(DateTimeWire),
    Array(Arc<Ty>),
    /// Text keys, all values of one type: `additionalProperties`, lookup tables.
    Map(Arc<Ty>),
    Record(RecordId),
}

/// How an integer travels.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum IntegerWire {
    #[default]
    Number,
    /// Digits in a JSON string.
    String,
}

/// How a decimal travels.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum DecimalWire {
    /// A JSON number of at most 15 significant digits.
    #[default]
    Number,
    /// Digits in a JSON string.
    String,
}

/// How a date travels.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum DateWire {
    /// `2024-02-29`
    #[default]
    Iso,
}

/// How an instant travels.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum DateTimeWire {
    /// RFC 3339 with an offset.
    #[default]
    Iso,
}

impl Kind {
    /// A decimal of unknown places, as a number on the wire.
    pub const DECIMAL: Self = Self::Decimal {
        places: None,
        wire: DecimalWire::Number,
    };
    pub const INTEGER: Self = Self::Integer(IntegerWire::Number);
    pub const DATE: Self = Self::Date(DateWire::Iso);
    pub const DATE_TIME: Self = Self::DateTime(DateTimeWire::Iso);
    pub const STRING: Self = Self::String(None);

    pub fn array(item: Ty) -> Self {
        Self::Array(Arc::new(item))
    }

    pub fn map(value: Ty) -> Self {
        Self::Map(Arc::new(value))
    }

    /// Text that is one of these values.
    pub fn one_of(values: impl IntoIterator<Item = String>) -> Self {
        Self::String(Some(values.into_iter().collect()))
    }
}

impl Ty {
    /// Always there, never null.
    pub const fn new(kind: Kind) -> Self {
        Self {
            kind,
            missing: false,
            null: false,
        }
    }

    pub const ERROR: Self = Self::new(Kind::Error);

    /// May be absent in either way.
    pub const fn is_optional(&self) -> bool {
        self.missing || self.null
    }

    /// The same kind, always there and never null.
    #[must_use]
    pub fn present(&self) -> Self {
        Self::new(self.kind.clone())
    }

    /// This type with the bits of `other` added.
    #[must_use]
    pub fn or_absent_like(mut self, other: &Self) -> Self {
        self.missing |= other.missing;
        self.null |= other.null;
        self
    }
}
