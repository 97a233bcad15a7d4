//! The typed tree: what an expression means, with nothing left to decide.
//!
//! Whoever lowers it (to TypeScript, or by evaluating it) needs no scope and no
//! schema: names say what they name, operators say what they operate on, every
//! conversion is a node, and each node has its type.

use super::functions::{Function, Signature};
use super::scope::{CallableId, CallableKind, NameKind};
use crate::source::Span;
use crate::types::{Kind, Ty};

/// A node with its type and the text it came from.
#[derive(Clone, Debug)]
pub struct Typed {
    pub kind: TypedKind,
    /// Inside a [`TypedKind::Chain`], the type on the way where nothing was absent.
    pub ty: Ty,
    pub span: Span,
}

#[derive(Clone, Debug)]
pub enum TypedKind {
    /// Something that is wrong, and reported.
    Error,
    /// `null`
    Null,
    Boolean(bool),
    /// A whole number that JavaScript's numbers hold exactly.
    Integer(i64),
    /// An exact decimal, as digits with at most one point: `19.99`. Its sign, if
    /// any, is a [`TypedKind::Negate`] or a leading `-` (from a TOML float).
    Decimal(String),
    /// Literal text, decoded.
    String(String),
    /// A template literal. Values are strings or integers; others have a
    /// [`Coercion::Text`] around them.
    Template(Vec<TemplatePart>),
    /// A name in scope: a root, an input, a `let`, or a parameter of an arrow function.
    Name {
        name: String,
        kind: NameKind,
    },
    /// A field of a record. `optional` where `?.` was written: an absent object then
    /// ends the enclosing [`TypedKind::Chain`].
    Member {
        object: Box<Typed>,
        name: String,
        optional: bool,
    },
    /// The value of a map, or of a table (a record of constants of one type), at a key;
    /// absent where it has no such key or, with `optional`, is absent itself. A table
    /// that has every key there can be gives a value that is never missing. It is no link of a chain: one before it is closed
    /// and is the map.
    Lookup {
        map: Box<Typed>,
        /// A string.
        key: Box<Typed>,
        optional: bool,
    },
    /// The item of an array at an index from 0; absent beyond its end.
    Index {
        array: Box<Typed>,
        /// An integer.
        index: Box<Typed>,
        optional: bool,
    },
    /// A whole chain of members, indexes and method calls that contains a
    /// `?.`: absent (`undefined`) as soon as the object of one with `optional` is.
    /// The node inside is the last link. Chains in parentheses nest.
    Chain(Box<Typed>),
    /// Something whose declared type may be absent or has more values or variants, which
    /// a test around it or before it has excluded. Its value is that of the node inside. TypeScript sees the same
    /// unless `asserted`: then the test is outside the arrow function that this is in
    /// (or in an earlier step), and the path has members, where TypeScript forgets; or a
    /// variant of several tags is excluded, which TypeScript keeps.
    Narrowed {
        value: Box<Typed>,
        asserted: bool,
    },
    /// `!value` of a boolean.
    Not(Box<Typed>),
    /// `-value`
    Negate {
        number: Number,
        value: Box<Typed>,
    },
    /// `left + right`, `-` and `*` of two numbers of the same kind, `%` of two integers.
    Arithmetic {
        operator: Arithmetic,
        number: Number,
        left: Box<Typed>,
        right: Box<Typed>,
    },
    /// `left + right` of two strings.
    Concatenate {
        left: Box<Typed>,
        right: Box<Typed>,
    },
    /// A comparison of two values of the same kind, or of a union with a string, integer
    /// or boolean, which it is unequal to where it is of another kind. With `Equal` and `NotEqual` at
    /// most one side may be absent, and is then unequal; otherwise both are present.
    Compare {
        operator: Comparison,
        operand: Operand,
        left: Box<Typed>,
        right: Box<Typed>,
    },
    /// `value == null`, or with `negated` `value != null`: true for missing and null.
    IsAbsent {
        value: Box<Typed>,
        negated: bool,
    },
    /// `typeof value == 'string'`, or with `negated` `!=`, of a union that is there.
    IsClass {
        value: Box<Typed>,
        class: Class,
        negated: bool,
    },
    And {
        left: Box<Typed>,
        right: Box<Typed>,
    },
    Or {
        left: Box<Typed>,
        right: Box<Typed>,
    },
    /// `left ?? right`: right where left is missing or null.
    Coalesce {
        left: Box<Typed>,
        right: Box<Typed>,
    },
    /// `test ? then : otherwise`
    Conditional {
        test: Box<Typed>,
        then: Box<Typed>,
        otherwise: Box<Typed>,
    },
    Array(Vec<Typed>),
    /// An object literal, in the order written. Its type is a record, whose optional
    /// fields may have no entry here, or a map.
    Object(Vec<Field>),
    /// A function of the table. The receiver of a method is the first argument;
    /// with `optional` (`receiver?.method()`) an absent one ends the enclosing chain.
    Call {
        function: &'static Function,
        /// The one of the function's signatures that applies.
        signature: &'static Signature,
        arguments: Vec<Typed>,
        optional: bool,
    },
    /// A call of a mapping or of a function in `custom/`.
    Apply {
        kind: CallableKind,
        callable: CallableId,
        name: String,
        arguments: Vec<Typed>,
    },
    /// An arrow function: only as an argument of a [`TypedKind::Call`]. Its type is
    /// that of the body.
    Lambda {
        parameters: Vec<Parameter>,
        body: Box<Typed>,
    },
    /// A mapping or a function in `custom/` by its name alone, of one parameter: only
    /// as an argument of a [`TypedKind::Call`]. Its type is what it returns.
    Reference {
        kind: CallableKind,
        callable: CallableId,
        name: String,
    },
    /// A conversion that the types ask for and that cannot fail.
    Coerce {
        coercion: Coercion,
        value: Box<Typed>,
    },
}

#[derive(Clone, Debug)]
pub enum TemplatePart {
    Text(String),
    Value(Typed),
}

/// An entry of an object literal.
#[derive(Clone, Debug)]
pub struct Field {
    pub name: String,
    pub name_span: Span,
    pub value: Typed,
}

/// A parameter of an arrow function.
#[derive(Clone, Debug)]
pub struct Parameter {
    pub name: String,
    pub ty: Ty,
    pub span: Span,
}

/// Which numbers an operator works on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Number {
    Integer,
    Decimal,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Arithmetic {
    Add,
    Subtract,
    Multiply,
    /// Of two integers, with the sign of the left one; fails where the right one is 0.
    Remainder,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Comparison {
    Equal,
    NotEqual,
    Less,
    LessOrEqual,
    Greater,
    GreaterOrEqual,
}

/// What a comparison compares. Strings and booleans only by `==` and `!=`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Operand {
    String,
    Boolean,
    Integer,
    Decimal,
    Date,
    DateTime,
}

/// What `typeof` tells apart. A date and a date-time are strings, a decimal is a number,
/// an array is an object.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Class {
    String,
    Number,
    Boolean,
    Object,
}

impl Class {
    pub const ALL: [Self; 4] = [Self::String, Self::Number, Self::Boolean, Self::Object];

    /// As it is written: `'string'`.
    pub const fn word(self) -> &'static str {
        match self {
            Self::String => "string",
            Self::Number => "number",
            Self::Boolean => "boolean",
            Self::Object => "object",
        }
    }

    /// That of all values of a kind, if they are of one.
    pub const fn of(kind: &Kind) -> Option<Self> {
        Some(match kind {
            Kind::String(_) | Kind::Date(_) | Kind::DateTime(_) => Self::String,
            Kind::Integer(_) | Kind::Decimal { .. } => Self::Number,
            Kind::Boolean => Self::Boolean,
            Kind::Array(_) | Kind::Map(_) | Kind::Record(_) => Self::Object,
            Kind::Error | Kind::Unknown | Kind::Nothing | Kind::Union(_) => return None,
        })
    }
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Coercion {
    /// An integer (perhaps absent) as a decimal.
    IntegerToDecimal,
    /// An integer, decimal, boolean or date as text, in a template or a path.
    Text,
    /// Where the target may miss the value but not be null: `undefined` for `null`.
    NullToMissing,
    /// Where the target may be null but not missing: `null` for `undefined`.
    MissingToNull,
    /// A value of a known type where any JSON may stand: encoded by its own type.
    Json,
}

impl Typed {
    pub const fn new(kind: TypedKind, ty: Ty, span: Span) -> Self {
        Self { kind, ty, span }
    }

    /// What stands where something wrong was.
    pub const fn error(span: Span) -> Self {
        Self::new(TypedKind::Error, Ty::ERROR, span)
    }

    pub const fn is_error(&self) -> bool {
        matches!(self.ty.kind, Kind::Error)
    }

    /// Calls `see` with this node and everything in it, outside in, left to right.
    pub fn walk<'a>(&'a self, see: &mut impl FnMut(&'a Self)) {
        see(self);
        self.each_child(&mut |child| child.walk(see));
    }

    /// Calls `see` with each node directly inside this one, left to right.
    pub fn each_child<'a>(&'a self, see: &mut impl FnMut(&'a Self)) {
        match &self.kind {
            TypedKind::Error
            | TypedKind::Null
            | TypedKind::Boolean(_)
            | TypedKind::Integer(_)
            | TypedKind::Decimal(_)
            | TypedKind::String(_)
            | TypedKind::Name { .. }
            | TypedKind::Reference { .. } => {}
            TypedKind::Template(parts) => {
                for part in parts {
                    if let TemplatePart::Value(value) = part {
                        see(value);
                    }
                }
            }
            TypedKind::Member { object: value, .. }
            | TypedKind::Chain(value)
            | TypedKind::Narrowed { value, .. }
            | TypedKind::Not(value)
            | TypedKind::Negate { value, .. }
            | TypedKind::IsAbsent { value, .. }
            | TypedKind::IsClass { value, .. }
            | TypedKind::Lambda { body: value, .. }
            | TypedKind::Coerce { value, .. } => see(value),
            TypedKind::Lookup { map: a, key: b, .. }
            | TypedKind::Index {
                array: a, index: b, ..
            }
            | TypedKind::Arithmetic {
                left: a, right: b, ..
            }
            | TypedKind::Concatenate { left: a, right: b }
            | TypedKind::Compare {
                left: a, right: b, ..
            }
            | TypedKind::And { left: a, right: b }
            | TypedKind::Or { left: a, right: b }
            | TypedKind::Coalesce { left: a, right: b } => {
                see(a);
                see(b);
            }
            TypedKind::Conditional {
                test,
                then,
                otherwise,
            } => {
                see(test);
                see(then);
                see(otherwise);
            }
            TypedKind::Array(items) => items.iter().for_each(see),
            TypedKind::Object(fields) => fields.iter().for_each(|field| see(&field.value)),
            TypedKind::Call { arguments, .. } | TypedKind::Apply { arguments, .. } => {
                arguments.iter().for_each(see);
            }
        }
    }
}
