//! Expressions: a typed, pure subset of TypeScript's expression syntax.
//!
//! ```text
//! Text -> syntax (tokens, tree with raw spans) -> check (names, types) -> Typed
//! ```
//!
//! [`check`](check()) takes one expression, [`check_tree`] a TOML value whose string leaves
//! are expressions, [`check_path`] a request path with `{expression}` holes. All give
//! a tree in which every name is resolved, every operator specialised and every
//! conversion explicit, so that what emits or evaluates it decides nothing.

mod check;
mod copy;
mod facts;
pub mod functions;
mod inherited;
mod path;
mod scope;
pub mod syntax;
mod tree;
mod typed;

pub use check::{Mismatch, assignable, check};
pub use copy::{Copied, check_fields};
pub use facts::{Fact, Known, facts};
pub use inherited::is_inherited;
pub use path::{PathPart, PathTemplate, check_path};
pub use scope::{
    Binding, Callable, CallableId, CallableKind, Callables, INPUTS, NameKind, Scope, Unavailable,
};
pub use tree::check_tree;
pub use typed::{
    Arithmetic, Class, Coercion, Comparison, Field, Number, Operand, Parameter, TemplatePart,
    Typed, TypedKind,
};
