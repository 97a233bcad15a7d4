//! One type: its kind, whether a value may be missing, whether it may be null.
//!
//! A kind is the type an expression sees. How its values travel as JSON (the *wire*)
//! is part of it for leaves, so that the type, not the author, decides the conversion;
//! two kinds that differ only in their wire are the same type to an expression.

use std::sync::Arc;

use super::{Limits, RecordId, UnionId};

/// A type with its two bits.
///
/// Limits are not compared: a short text and a long one are of one type.
#[derive(Clone, Debug)]
pub struct Ty {
    pub kind: Kind,
    /// The property may be missing (`undefined`).
    pub missing: bool,
    /// The value may be `null`.
    pub null: bool,
    /// What the schema says of a value beyond its kind, when it says anything.
    pub limits: Option<Arc<Limits>>,
}

impl PartialEq for Ty {
    fn eq(&self, other: &Self) -> bool {
        self.kind == other.kind && self.missing == other.missing && self.null == other.null
    }
}

impl Eq for Ty {}

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
    /// One of several kinds, told apart by what the value is, or by a property.
    Union(UnionId),
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
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
pub enum DecimalWire {
    /// A JSON number of at most 15 significant digits.
    #[default]
    Number,
    /// Digits in a JSON string.
    String,
    /// An integer of the currency's smallest unit.
    Minor(Currency),
}

/// Which currency says how many places an amount in minor units has.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum Currency {
    /// A fixed number of places, of a currency named in the type.
    Places(u32),
    /// The ISO 4217 code in the property of this name, beside the amount.
    Property(Arc<str>),
}

/// How a date travels.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum DateWire {
    /// `2024-02-29`
    #[default]
    Iso,
    /// `/Date(1709164800000+0000)/`: milliseconds since 1970 at midnight in UTC.
    Slashes,
}

/// How an instant travels.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum DateTimeWire {
    /// RFC 3339 with an offset.
    #[default]
    Iso,
    /// Seconds since 1970, as a number.
    EpochSeconds,
    /// Milliseconds since 1970, as a number.
    EpochMilliseconds,
    /// `/Date(1709164800000+0000)/`: milliseconds since 1970, with an offset that
    /// changes nothing.
    Slashes,
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
            limits: None,
        }
    }

    pub const ERROR: Self = Self::new(Kind::Error);

    /// May be absent in either way.
    pub const fn is_optional(&self) -> bool {
        self.missing || self.null
    }

    /// The same kind within the same limits, always there and never null.
    #[must_use]
    pub fn present(&self) -> Self {
        Self {
            limits: self.limits.clone(),
            ..Self::new(self.kind.clone())
        }
    }

    /// This type with the bits of `other` added.
    #[must_use]
    pub fn or_absent_like(mut self, other: &Self) -> Self {
        self.missing |= other.missing;
        self.null |= other.null;
        self
    }
}

/// JSON's types, without `null`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum JsonType {
    Boolean,
    Number,
    String,
    Array,
    Object,
}

impl JsonType {
    /// Its name, as JSON Schema has it.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Boolean => "boolean",
            Self::Number => "number",
            Self::String => "string",
            Self::Array => "array",
            Self::Object => "object",
        }
    }

    /// One value of it in words.
    pub const fn describe(self) -> &'static str {
        match self {
            Self::Boolean => "a boolean",
            Self::Number => "a number",
            Self::String => "a string",
            Self::Array => "an array",
            Self::Object => "an object",
        }
    }
}

impl Kind {
    /// The JSON type of every value of this kind as it travels; `None` where there are
    /// several, or none is known.
    pub fn json_type(&self) -> Option<JsonType> {
        Some(match self {
            Self::Error | Self::Unknown | Self::Nothing | Self::Union(_) => return None,
            Self::Boolean => JsonType::Boolean,
            Self::Integer(IntegerWire::Number)
            | Self::Decimal {
                wire: DecimalWire::Number | DecimalWire::Minor(_),
                ..
            }
            | Self::DateTime(DateTimeWire::EpochSeconds | DateTimeWire::EpochMilliseconds) => {
                JsonType::Number
            }
            Self::String(_)
            | Self::Integer(IntegerWire::String)
            | Self::Decimal {
                wire: DecimalWire::String,
                ..
            }
            | Self::Date(_)
            | Self::DateTime(DateTimeWire::Iso | DateTimeWire::Slashes) => JsonType::String,
            Self::Array(_) => JsonType::Array,
            Self::Map(_) | Self::Record(_) => JsonType::Object,
        })
    }
}
