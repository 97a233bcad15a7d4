//! Statements.

use super::{Expression, Type};

#[derive(Clone, Debug, PartialEq)]
pub enum Statement {
    Const {
        name: String,
        ty: Option<Type>,
        value: Expression,
    },
    Return(Option<Expression>),
    If {
        test: Expression,
        then: Vec<Statement>,
        /// A single `If` is written `else if`.
        otherwise: Vec<Statement>,
    },
    Throw(Expression),
    Expression(Expression),
    ForOf {
        name: String,
        values: Expression,
        body: Vec<Statement>,
    },
    Try {
        body: Vec<Statement>,
        /// The name of what was caught, where the handler uses it.
        binding: Option<String>,
        handler: Vec<Statement>,
    },
    /// `//` lines; the text is wrapped.
    Comment(String),
    /// An empty line between two statements.
    Blank,
}
