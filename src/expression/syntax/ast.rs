//! The syntax tree. Spans are those of the raw file.

use crate::document::Text;
use crate::source::Span;

/// An expression as it was written.
#[derive(Clone, Debug)]
pub struct Expr {
    pub kind: ExprKind,
    pub span: Span,
    /// The number of nodes on the longest way down, this one included.
    pub height: u16,
}

#[derive(Clone, Debug)]
pub enum ExprKind {
    /// Could not be read; reported.
    Error,
    Null,
    Boolean(bool),
    Number(NumberLiteral),
    String(String),
    Template(Vec<TemplatePart>),
    /// A template with a name before it.
    Tagged {
        tag: String,
        tag_span: Span,
        parts: Vec<TemplatePart>,
    },
    Name(String),
    /// `(…)`: kept, as it ends a chain of `?.` and lets `??` stand beside `||`.
    Group(Box<Expr>),
    Unary {
        operator: Unary,
        operand: Box<Expr>,
    },
    Binary {
        operator: Binary,
        operator_span: Span,
        left: Box<Expr>,
        right: Box<Expr>,
    },
    Conditional {
        test: Box<Expr>,
        then: Box<Expr>,
        otherwise: Box<Expr>,
    },
    /// `base.a?.b[c].d(e)`: at least one link.
    Chain {
        base: Box<Expr>,
        links: Vec<Link>,
    },
    /// `name(…)`
    Call {
        name: String,
        name_span: Span,
        arguments: Vec<Expr>,
    },
    Array(Vec<Expr>),
    Object {
        entries: Vec<Entry>,
        /// The opening brace, or the header of a TOML table.
        open: Span,
        /// Whether all of it could be read.
        complete: bool,
    },
    Lambda {
        parameters: Vec<Parameter>,
        body: Box<Expr>,
    },
    /// An expression in a TOML string of its own, inside a TOML array or table, not
    /// parsed yet.
    Text(Box<Text>),
}

/// A number as written, checked.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum NumberLiteral {
    /// At most 2^53 - 1.
    Integer(i64),
    /// Digits with one point, and how many follow it.
    Decimal { digits: String, places: u32 },
}

#[derive(Clone, Debug)]
pub enum TemplatePart {
    Text(String),
    Value(Expr),
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unary {
    Not,
    Negate,
    /// Only in a comparison with a word.
    TypeOf,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Binary {
    Coalesce,
    Or,
    And,
    Equal,
    NotEqual,
    Less,
    LessOrEqual,
    Greater,
    GreaterOrEqual,
    Add,
    Subtract,
    Multiply,
    Remainder,
}

/// One step of a chain.
#[derive(Clone, Debug)]
pub struct Link {
    pub kind: LinkKind,
    /// Written with `?.`.
    pub optional: bool,
    /// `.`, `?.` or `[`.
    pub operator: Span,
    /// From the operator to the end of the link.
    pub span: Span,
}

#[derive(Clone, Debug)]
pub enum LinkKind {
    Member {
        name: String,
        name_span: Span,
    },
    Method {
        name: String,
        name_span: Span,
        arguments: Vec<Expr>,
    },
    Index(Box<Expr>),
    /// Could not be read; reported.
    Error,
}

/// `name: value`, or `name` alone.
#[derive(Clone, Debug)]
pub struct Entry {
    pub name: String,
    pub name_span: Span,
    pub value: Expr,
}

/// A parameter of an arrow function.
#[derive(Clone, Debug)]
pub struct Parameter {
    pub name: String,
    pub span: Span,
}

impl Binary {
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Coalesce => "??",
            Self::Or => "||",
            Self::And => "&&",
            Self::Equal => "==",
            Self::NotEqual => "!=",
            Self::Less => "<",
            Self::LessOrEqual => "<=",
            Self::Greater => ">",
            Self::GreaterOrEqual => ">=",
            Self::Add => "+",
            Self::Subtract => "-",
            Self::Multiply => "*",
            Self::Remainder => "%",
        }
    }

    /// How strongly it binds; a greater number binds more strongly.
    pub const fn power(self) -> u8 {
        match self {
            Self::Coalesce => 1,
            Self::Or => 2,
            Self::And => 3,
            Self::Equal | Self::NotEqual => 4,
            Self::Less | Self::LessOrEqual | Self::Greater | Self::GreaterOrEqual => 5,
            Self::Add | Self::Subtract => 6,
            Self::Multiply | Self::Remainder => 7,
        }
    }

    /// Whether it is `||` or `&&`.
    pub const fn is_logical(self) -> bool {
        matches!(self, Self::Or | Self::And)
    }

    /// Whether it compares, by order or equality.
    pub const fn is_comparison(self) -> bool {
        matches!(self.power(), 4 | 5)
    }
}

impl Expr {
    /// A node whose children have at most this height.
    pub const fn above(kind: ExprKind, span: Span, below: u16) -> Self {
        Self {
            kind,
            span,
            height: below.saturating_add(1),
        }
    }

    /// A node without children.
    pub const fn leaf(kind: ExprKind, span: Span) -> Self {
        Self::above(kind, span, 0)
    }

    pub const fn error(span: Span) -> Self {
        Self::leaf(ExprKind::Error, span)
    }

    /// The expression without parentheses around it.
    pub fn bare(&self) -> &Self {
        match &self.kind {
            ExprKind::Group(inner) => inner.bare(),
            _ => self,
        }
    }
}
