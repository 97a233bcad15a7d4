//! The part of TypeScript that the emitters need.
//!
//! Names are trusted to be identifiers ([`super::quote::camel_case`] makes them); every
//! other text may be hostile, the printer quotes it.

mod build;
mod expression;
mod item;
mod statement;
mod types;

pub use expression::{
    Arrow, ArrowBody, Binary, Call, Expression, Index, Member, New, Object, Operator, Pipeline,
    PipelineCall, Property, Template, UnaryOperator,
};
pub use item::{Const, Export, Function, Import, ImportName, Interface, Item, ItemKind, Module};
pub use statement::Statement;
pub use types::{FunctionType, Parameter, Type, TypeMember, TypeParameter};
