//! `[variables]`, `[constants]`, `[types]`, `[functions]` and `[mappings]`.

use crate::document::{Key, Text};
use crate::source::{Span, Spanned};

use super::Tree;

/// `[variables.NAME]`: JSON Schema with `required` as a boolean beside it.
#[derive(Clone, Debug)]
pub struct Variable {
    pub name: Key,
    pub required: Option<Spanned<bool>>,
    pub schema: Tree,
}

/// `[constants] NAME = literal`
#[derive(Clone, Debug)]
pub struct Constant {
    pub name: Key,
    pub value: Tree,
}

/// `[types.NAME]`
#[derive(Clone, Debug)]
pub struct TypeDeclaration {
    pub name: Key,
    pub source: Option<TypeSource>,
}

#[derive(Clone, Debug)]
pub enum TypeSource {
    /// `sample` or `samples`: paths of JSON files.
    Samples(Vec<Text>),
    /// `schema`: the path of a JSON Schema file.
    Schema(Text),
    /// Inline JSON Schema, spelt in TOML.
    Inline(Tree),
}

/// `[functions.NAME]`
#[derive(Clone, Debug)]
pub struct Function {
    pub name: Key,
    pub file: Option<Text>,
    /// Parameter names with type names or parts.
    pub params: Vec<(Key, Text)>,
    pub returns: Option<Text>,
}

/// `[mappings.NAME]`
#[derive(Clone, Debug)]
pub struct Mapping {
    pub name: Key,
    pub from: Option<MappingFrom>,
    pub to: Option<Text>,
    /// Expressions with names, in order.
    pub lets: Vec<(Key, Tree)>,
    /// The target's tree; leaves are expressions.
    pub fields: Option<Tree>,
    /// Fields that are taken over under their names; the one name `*` is for all.
    pub copy: Vec<Text>,
    /// Fields that `*` leaves out.
    pub except: Vec<Text>,
    pub tests: Vec<MappingTest>,
}

#[derive(Clone, Debug)]
pub enum MappingFrom {
    /// A type or part; the input is called `source`.
    One(Text),
    Named(Vec<(Key, Text)>),
}

/// One `[[mappings.NAME.tests]]`.
#[derive(Clone, Debug)]
pub struct MappingTest {
    pub span: Span,
    pub name: Option<Text>,
    /// A literal, or a string that is the path of a JSON file.
    pub input: Option<Tree>,
    /// `with.variables`, `with.constants`.
    pub with: Option<Tree>,
    pub expect: Option<Tree>,
    /// A part of the result.
    pub contains: Option<Tree>,
    /// Part of the message of the failure that is expected.
    pub fails: Option<Text>,
}
