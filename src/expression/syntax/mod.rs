//! Text into a tree: a lexer and a Pratt parser, both by hand, that keep going after
//! errors. Nothing here knows names or types.

mod ast;
mod collection;
mod lexer;
mod literal;
mod parser;
mod postfix;
mod primary;
mod token;
mod unsupported;

pub use ast::{
    Binary, Entry, Expr, ExprKind, Link, LinkKind, NumberLiteral, Parameter, TemplatePart, Unary,
};
pub use parser::{MAX_HEIGHT, parse, parse_hole};

pub(super) use literal::number as number_literal;
pub(super) use token::is_identifier;
