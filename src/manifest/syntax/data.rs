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
    /// Payloads that have to fit a source that is no sample.
    pub samples: Vec<Text>,
    pub parts: Vec<TypePart>,
}

/// An entry of `[types.NAME.parts]`.
#[derive(Clone, Debug)]
pub struct TypePart {
    /// The part's name within the type: `lines[].price`.
    pub part: Key,
    pub required: Option<Spanned<bool>>,
    /// JSON Schema, without `required`.
    pub schema: Tree,
}

#[derive(Clone, Debug)]
pub enum TypeSource {
    /// `sample` or `samples`: paths of JSON files.
    Samples(Vec<Text>),
    /// `schema`: the path of a JSON Schema file.
    Schema(Text),
    /// `openapi`: the path of an OpenAPI document, and what of it is meant.
    OpenApi(Text, OpenApiPart),
    /// Inline JSON Schema, spelt in TOML.
    Inline(Tree),
}

/// A type of an OpenAPI document.
#[derive(Clone, Debug)]
pub enum OpenApiPart {
    /// Neither `schema` nor `operation` is there.
    Missing,
    /// A schema by its name.
    Schema(Text),
    /// A body of an operation.
    Operation {
        operation: Text,
        body: Option<OperationBody>,
        status: Option<u16>,
    },
}

/// `body`: which body of an operation.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum OperationBody {
    Request,
    Response,
    Webhook,
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
