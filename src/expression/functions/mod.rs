//! The function table: every method and function of the language, one row each.
//!
//! Adding a function is adding a row. The checker reads its signatures, the emitter
//! its `emit`, the documentation and completion the rest.

mod arrays;
mod clock;
mod collections;
mod conversions;
mod formats;
mod numbers;
mod presence;
mod reference;
mod row;
mod strings;
mod times;

pub use collections::ORDERS;
pub use formats::{DatePart, date_parts, reading_parts};
pub use numbers::ROUNDING;
pub use reference::reference;
pub use times::{DATE_UNITS, UNITS};

use crate::types::{Kind, Ty};

/// One function of the language.
#[derive(Debug)]
pub struct Function {
    pub name: &'static str,
    pub form: Form,
    /// What it does, as one sentence without a full stop.
    pub summary: &'static str,
    /// What it does at the edges: both back ends do exactly this.
    pub edges: &'static str,
    pub example: &'static str,
    /// When it fails at run time, if it can.
    pub fails: Option<&'static str>,
    /// Told apart by their number of arguments and the kinds of them.
    pub signatures: &'static [Signature],
    /// Names that people write for it, from habit or from other languages.
    pub synonyms: &'static [&'static str],
    /// The version that brought it.
    pub since: &'static str,
}

/// How a function is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Form {
    /// `receiver.name(…)`, with JavaScript's meaning; the receiver is the first parameter.
    Method,
    /// `receiver.name`
    Property,
    /// `name(…)`
    Free,
    /// A template's tag, name`…${value}…`: it is called with each value, one after the
    /// other, and the text between them stays as it is.
    Tag,
}

/// One way to call a function.
#[derive(Debug)]
pub struct Signature {
    pub parameters: &'static [FunctionParameter],
    pub returns: Returns,
    pub emit: Emit,
}

#[derive(Debug)]
pub struct FunctionParameter {
    pub name: &'static str,
    pub pattern: Pattern,
    /// May be left out.
    pub optional: bool,
}

/// What an argument must be. A pattern without `Optional` refuses what may be absent.
#[derive(Debug, PartialEq, Eq)]
pub enum Pattern {
    /// Any value.
    Any,
    String,
    Boolean,
    Integer,
    /// An integer is converted.
    Decimal,
    Date,
    DateTime,
    /// A type variable.
    Item,
    /// As `Item`, where `===` compares what is meant: a string, integer, boolean or date.
    Plain,
    /// Another type variable, which an arrow function returns.
    Result,
    Array(&'static Pattern),
    /// What may be absent, as the pattern when it is there.
    Optional(&'static Pattern),
    /// An arrow function, or the name of a mapping: parameters, and what it returns.
    /// It may be written with fewer parameters.
    Function(&'static [Pattern], &'static Pattern),
    /// What `sortBy` orders by: a string, integer, decimal, date or date-time.
    Key,
    /// What `groupBy` groups by: as `Plain`.
    PlainKey,
    /// A value that is computed when the function asks for it.
    Lazy(&'static Pattern),
    /// Text keys, all values of one type.
    Map(&'static Pattern),
    /// One of these words, literally.
    Words(&'static [&'static str]),
    /// An array of texts of which each is known.
    WordList,
    /// A union of a string and a number.
    NumberOrText,
    /// A union of values that have a text form.
    Textual,
    /// Text that is known not to be empty.
    NonEmpty,
    /// Text; a literal one is not empty.
    Search,
    /// A time zone's name; a literal one is looked up.
    Zone,
    /// A currency's code of ISO 4217; a literal one is looked up.
    Currency,
    /// A whole number, literally, from the least to the most.
    Constant {
        least: i64,
        most: i64,
    },
    /// The pattern of a text that names a date.
    ReadFormat,
    /// The pattern of a text that is made of a date, or of an instant in a zone.
    WriteFormat {
        time: bool,
    },
    /// A span of time as literal text: `'24h'`.
    Duration,
    /// Text that reads as a date, an instant, a decimal or an integer. Literal text is
    /// checked.
    DateText,
    InstantText,
    /// A date and a time without an offset.
    LocalText,
    DecimalText,
    IntegerText,
}

/// Decimal places that can be asked for.
const PLACES: Pattern = Pattern::Constant { least: 0, most: 20 };

/// The type of the result.
#[derive(Debug, PartialEq, Eq)]
pub enum Returns {
    /// A decimal among it has the most places of the decimal arguments.
    Is(Pattern),
    /// The same, possibly missing.
    Maybe(Pattern),
    /// A decimal with as many places as the argument at this position says.
    Rounded(usize),
    /// Text of at most as many characters as the argument at this position says.
    Truncated(usize),
    /// A decimal with the places of the currency at this position.
    Major(usize),
    /// An array of records of a `key`, as the function gives it, and its `items`.
    Groups,
    /// An array of records of a `key`, a string, and a `value` of the map.
    Entries,
}

/// How a call looks in TypeScript. The first argument is the receiver of a method.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Emit {
    /// `first.name(others)`, by this name: JavaScript's method, or one of the
    /// decimal's class.
    Method(&'static str),
    /// `first.name`
    Property(&'static str),
    /// `helper(arguments)`, of the generated run-time files.
    Helper(&'static str),
    /// `name(arguments)` of JavaScript itself: `String`, `Math.abs`.
    Global(&'static str),
    /// As `Method`, of a text; where it may leave half a character, `toWellFormed()` follows.
    Text(&'static str),
    /// `first.replaceAll(old, new)`, by this name, with `$` in the new text doubled.
    Replace(&'static str),
    /// `helper(() => argument)`
    Lazy(&'static str),
    /// `sortBy(items, key, order)`; instants have a helper of their own.
    Sort,
    /// `json(value)`, of the value as it travels.
    Json,
    /// `sha256(json(value))`
    Hash,
    /// `addToDate(date, amount, unit)`, with the amount negated to go back.
    Calendar { back: bool },
    /// `helper(instant, duration)` where the second and third arguments, an amount
    /// and a unit, together make the duration: `24` and `'hours'` are `24h`.
    Shift(&'static str),
    /// The argument itself.
    Identity,
}

/// Every function, by table.
pub fn all() -> impl Iterator<Item = &'static Function> {
    [
        strings::TABLE,
        arrays::TABLE,
        collections::TABLE,
        presence::TABLE,
        conversions::TABLE,
        numbers::TABLE,
        clock::TABLE,
        times::TABLE,
    ]
    .into_iter()
    .flatten()
}

/// The function of that name, which is unique whatever its form.
pub fn find(name: &str) -> Option<&'static Function> {
    all().find(|function| function.name == name)
}

/// The function written `name(…)`.
pub fn free(name: &str) -> Option<&'static Function> {
    find(name).filter(|function| function.form == Form::Free)
}

/// The method or property of that name, whatever it is a method of.
pub fn method(name: &str) -> Option<&'static Function> {
    find(name).filter(|function| function.is_member())
}

/// The tag of that name.
pub fn tag(name: &str) -> Option<&'static Function> {
    find(name).filter(|function| function.form == Form::Tag)
}

impl Function {
    /// Whether it is written after a value and a point.
    pub fn is_member(&self) -> bool {
        matches!(self.form, Form::Method | Form::Property)
    }

    /// How it is written, for messages: `trim()`, `length`, `round(value, places)`.
    pub fn usage(&self) -> String {
        self.signatures
            .first()
            .map_or_else(|| self.name.to_owned(), |first| self.usage_of(first))
    }

    /// How it is written with the arguments that a signature needs.
    pub fn usage_of(&self, signature: &Signature) -> String {
        let parameters = signature
            .parameters
            .iter()
            .skip(usize::from(self.form == Form::Method))
            .filter(|parameter| !parameter.optional)
            .map(|parameter| parameter.name)
            .collect::<Vec<_>>()
            .join(", ");
        match self.form {
            Form::Property => self.name.to_owned(),
            Form::Method | Form::Free => format!("{}({parameters})", self.name),
            Form::Tag => format!("{}`…${{value}}…`", self.name),
        }
    }

    /// Whether a value of this kind can be its first argument.
    pub fn takes(&self, kind: &Kind) -> bool {
        self.signatures
            .iter()
            .filter_map(|signature| signature.parameters.first())
            .any(|first| first.pattern.accepts(kind))
    }

    /// The fewest arguments of any signature, a receiver included.
    pub fn least_arguments(&self) -> usize {
        self.signatures
            .iter()
            .map(|signature| *signature.arity().start())
            .min()
            .unwrap_or(0)
    }

    /// What its first arguments are, in the plural: "strings and arrays".
    pub fn receivers(&self) -> String {
        let mut words: Vec<&str> = Vec::new();
        for signature in self.signatures {
            let word = match signature.parameters.first().map(|first| &first.pattern) {
                Some(Pattern::Array(Pattern::String)) => "arrays of strings",
                Some(Pattern::Array(_)) => "arrays",
                Some(Pattern::Integer | Pattern::Decimal) => "numbers",
                _ => "strings",
            };
            if !words.contains(&word) {
                words.push(word);
            }
        }
        words.join(" and ")
    }
}

impl Signature {
    /// The numbers of arguments it takes, the receiver of a method included.
    pub fn arity(&self) -> std::ops::RangeInclusive<usize> {
        let needed = self
            .parameters
            .iter()
            .filter(|parameter| !parameter.optional)
            .count();
        needed..=self.parameters.len()
    }
}

impl Pattern {
    /// Whether a variant of a union can be meant by a pattern of unions.
    pub fn accepts_variant(&self, kind: &Kind) -> bool {
        match self {
            Self::NumberOrText => matches!(
                kind,
                Kind::String(_) | Kind::Integer(_) | Kind::Decimal { .. }
            ),
            Self::Textual => matches!(
                kind,
                Kind::String(_)
                    | Kind::Integer(_)
                    | Kind::Decimal { .. }
                    | Kind::Boolean
                    | Kind::Date(_)
            ),
            _ => true,
        }
    }

    /// In words, for messages: "an array of strings".
    pub fn describe(&self) -> String {
        match self {
            Self::Any | Self::Item | Self::Plain | Self::Result => "a value".to_owned(),
            Self::String
            | Self::Search
            | Self::DateText
            | Self::InstantText
            | Self::LocalText
            | Self::DecimalText
            | Self::IntegerText => "a string".to_owned(),
            Self::Boolean => "a boolean".to_owned(),
            Self::Integer => "an integer".to_owned(),
            Self::Decimal => "a decimal".to_owned(),
            Self::Date => "a date".to_owned(),
            Self::DateTime => "a date-time".to_owned(),
            Self::Array(item) => match item {
                Self::String => "an array of strings".to_owned(),
                Self::Integer => "an array of integers".to_owned(),
                Self::Decimal => "an array of decimals".to_owned(),
                Self::Plain => "an array of strings, integers, booleans or dates".to_owned(),
                _ => "an array".to_owned(),
            },
            Self::Optional(inner) | Self::Lazy(inner) => inner.describe(),
            Self::Key => "a string, number, date or date-time".to_owned(),
            Self::PlainKey => "a string, integer, boolean or date".to_owned(),
            Self::Map(_) => "a map".to_owned(),
            Self::WordList => "an array of literal words".to_owned(),
            Self::NumberOrText => "a string or a number".to_owned(),
            Self::Textual => "a string, number, boolean or date".to_owned(),
            Self::NonEmpty => "a literal text".to_owned(),
            Self::Currency => "a currency".to_owned(),
            Self::ReadFormat | Self::WriteFormat { .. } => "a pattern".to_owned(),
            Self::Function(..) => "a function".to_owned(),
            Self::Words(_) => "a literal word".to_owned(),
            Self::Zone => "a time zone".to_owned(),
            Self::Constant { .. } => "a literal number".to_owned(),
            Self::Duration => "a duration".to_owned(),
        }
    }

    /// Whether a present value of this kind can be meant by the pattern.
    pub fn accepts(&self, kind: &Kind) -> bool {
        match (self, kind) {
            (_, Kind::Error) | (Self::Any | Self::Item | Self::Result, _) => true,
            (Self::Optional(inner), Kind::Nothing) => !matches!(inner, Self::Array(_)),
            (Self::Optional(inner) | Self::Lazy(inner), _) => inner.accepts(kind),
            (Self::WordList, Kind::Array(item)) => matches!(item.kind, Kind::String(Some(_))),
            (
                Self::String
                | Self::NonEmpty
                | Self::Search
                | Self::Currency
                | Self::ReadFormat
                | Self::WriteFormat { .. }
                | Self::LocalText
                | Self::Words(_)
                | Self::Zone
                | Self::Duration
                | Self::DateText
                | Self::InstantText
                | Self::DecimalText
                | Self::IntegerText,
                Kind::String(_),
            )
            | (Self::Boolean, Kind::Boolean)
            | (Self::Integer | Self::Constant { .. }, Kind::Integer(_))
            | (Self::Decimal, Kind::Integer(_) | Kind::Decimal { .. })
            | (Self::Date, Kind::Date(_))
            | (Self::DateTime, Kind::DateTime(_))
            | (
                Self::Plain | Self::PlainKey,
                Kind::String(_) | Kind::Integer(_) | Kind::Boolean | Kind::Date(_),
            )
            | (
                Self::Key,
                Kind::String(_)
                | Kind::Integer(_)
                | Kind::Decimal { .. }
                | Kind::Date(_)
                | Kind::DateTime(_),
            )
            | (Self::Map(_), Kind::Map(_))
            // Of which variants is looked at where the types are at hand.
            | (Self::NumberOrText | Self::Textual, Kind::Union(_)) => true,
            (Self::Array(item), Kind::Array(ty)) => item.accepts_item(ty),
            _ => false,
        }
    }

    fn accepts_item(&self, ty: &Ty) -> bool {
        // The items of `[]` are of no kind, and so of any.
        ty.kind == Kind::Nothing || self.accepts(&ty.kind)
    }
}
