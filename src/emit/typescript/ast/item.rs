//! Modules and what stands at their top level.

use super::{Expression, Parameter, Statement, Type, TypeMember, TypeParameter};

/// A file. Items are separated by an empty line, except that a run of plain
/// statements stays together.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Module {
    /// `//` lines at the top.
    pub header: Option<String>,
    pub imports: Vec<Import>,
    pub items: Vec<Item>,
}

/// `import { names } from "module"`; without names, for its effect. The printer orders
/// the names.
#[derive(Clone, Debug, PartialEq)]
pub struct Import {
    pub module: String,
    /// `import type`
    pub type_only: bool,
    pub names: Vec<ImportName>,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ImportName {
    pub name: String,
    /// `name as alias`
    pub alias: Option<String>,
    /// `type name`, in an import that also has values
    pub type_only: bool,
}

#[derive(Clone, Debug, PartialEq)]
pub struct Item {
    /// JSDoc text.
    pub doc: Option<String>,
    pub export: bool,
    pub kind: ItemKind,
}

#[derive(Clone, Debug, PartialEq)]
pub enum ItemKind {
    Interface(Interface),
    TypeAlias {
        name: String,
        ty: Type,
    },
    Function(Function),
    Const(Const),
    Export(Export),
    /// A statement; `doc` and `export` do not apply.
    Statement(Statement),
}

#[derive(Clone, Debug, PartialEq)]
pub struct Interface {
    pub name: String,
    pub members: Vec<TypeMember>,
}

#[derive(Clone, Debug, PartialEq)]
pub struct Function {
    pub asynchronous: bool,
    pub name: String,
    pub type_parameters: Vec<TypeParameter>,
    pub parameters: Vec<Parameter>,
    pub returns: Option<Type>,
    pub body: Vec<Statement>,
}

#[derive(Clone, Debug, PartialEq)]
pub struct Const {
    pub name: String,
    pub ty: Option<Type>,
    pub value: Expression,
}

/// `export { names } from "module"`
#[derive(Clone, Debug, PartialEq)]
pub struct Export {
    pub module: String,
    pub type_only: bool,
    pub names: Vec<String>,
}
