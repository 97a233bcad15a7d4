//! Expressions. Parentheses are the printer's business.

use super::{Parameter, Statement, Type};

#[derive(Clone, Debug, PartialEq)]
pub enum Expression {
    Identifier(String),
    Member(Box<Member>),
    Index(Box<Index>),
    Call(Box<Call>),
    New(Box<New>),
    Template(Template),
    String(String),
    /// The digits as TypeScript writes them; may begin with `-`.
    Number(String),
    /// The digits without the `n`; may begin with `-`.
    BigInt(String),
    Boolean(bool),
    Null,
    Undefined,
    Array(Vec<Expression>),
    Object(Object),
    Arrow(Box<Arrow>),
    Unary(UnaryOperator, Box<Expression>),
    Binary(Box<Binary>),
    Conditional {
        test: Box<Expression>,
        consequent: Box<Expression>,
        alternate: Box<Expression>,
    },
    Await(Box<Expression>),
    AsConst(Box<Expression>),
    As(Box<Expression>, Type),
    Satisfies(Box<Expression>, Type),
    /// `...value`, in arrays and arguments only.
    Spread(Box<Expression>),
    /// A chain that is written one call a line, however short.
    Pipeline(Box<Pipeline>),
}

/// `object.property` or `object?.property`. A property that is no identifier is
/// printed as an index.
#[derive(Clone, Debug, PartialEq)]
pub struct Member {
    pub object: Expression,
    pub property: String,
    pub optional: bool,
}

/// `object[index]` or `object?.[index]`
#[derive(Clone, Debug, PartialEq)]
pub struct Index {
    pub object: Expression,
    pub index: Expression,
    pub optional: bool,
}

/// `callee<types>(arguments)` or `callee?.(arguments)`
#[derive(Clone, Debug, PartialEq)]
pub struct Call {
    pub callee: Expression,
    pub types: Vec<Type>,
    pub arguments: Vec<Expression>,
    pub optional: bool,
}

/// `new callee<types>(arguments)`
#[derive(Clone, Debug, PartialEq)]
pub struct New {
    pub callee: Expression,
    pub types: Vec<Type>,
    pub arguments: Vec<Expression>,
}

/// A template literal: `strings` has one entry more than `values`; entries are plain
/// text, which the printer escapes.
#[derive(Clone, Debug, PartialEq)]
pub struct Template {
    pub strings: Vec<String>,
    pub values: Vec<Expression>,
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct Object {
    pub properties: Vec<Property>,
    /// One property a line even where all would fit on one.
    pub expanded: bool,
}

#[derive(Clone, Debug, PartialEq)]
pub enum Property {
    /// `key: value`; written short where the value is the identifier `key`.
    Value { key: String, value: Expression },
    /// `[key]: value`
    Computed { key: Expression, value: Expression },
    /// `...value`
    Spread(Expression),
    /// A `//` comment on lines of its own, before the next property.
    Comment(String),
}

#[derive(Clone, Debug, PartialEq)]
pub struct Arrow {
    pub asynchronous: bool,
    pub parameters: Vec<Parameter>,
    pub returns: Option<Type>,
    pub body: ArrowBody,
}

#[derive(Clone, Debug, PartialEq)]
pub enum ArrowBody {
    Expression(Expression),
    Block(Vec<Statement>),
}

#[derive(Clone, Debug, PartialEq)]
pub struct Binary {
    pub operator: Operator,
    pub left: Expression,
    pub right: Expression,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum UnaryOperator {
    Not,
    Minus,
    TypeOf,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Operator {
    Coalesce,
    Or,
    And,
    /// `===`
    Equal,
    /// `!==`
    NotEqual,
    /// `==`, which is true of both `null` and `undefined` for either
    LooseEqual,
    /// `!=`
    LooseNotEqual,
    Less,
    LessOrEqual,
    Greater,
    GreaterOrEqual,
    In,
    InstanceOf,
    Add,
    Subtract,
    Multiply,
    Divide,
    Remainder,
}

/// `head`, then each call on a line of its own: workflows are written so.
#[derive(Clone, Debug, PartialEq)]
pub struct Pipeline {
    pub head: Expression,
    pub calls: Vec<PipelineCall>,
}

/// `.name(arguments)`
#[derive(Clone, Debug, PartialEq)]
pub struct PipelineCall {
    pub name: String,
    pub arguments: Vec<Expression>,
}
