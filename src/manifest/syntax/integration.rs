//! The whole manifest, `[integration]`, `[alerts]` and `[environments]`.

use crate::document::{Key, Text};
use crate::source::{Span, Spanned};

use super::{
    Constant, Function, Mapping, Moved, Removed, System, Tree, TypeDeclaration, Variable, Workflow,
};

/// Everything `integration.toml` says.
#[derive(Clone, Debug, Default)]
pub struct Manifest {
    pub integration: Integration,
    pub alerts: Option<Alerts>,
    pub environments: Vec<Environment>,
    pub systems: Vec<System>,
    pub variables: Vec<Variable>,
    pub constants: Vec<Constant>,
    pub types: Vec<TypeDeclaration>,
    pub functions: Vec<Function>,
    pub mappings: Vec<Mapping>,
    pub workflows: Vec<Workflow>,
    pub moved: Vec<Moved>,
    pub removed: Vec<Removed>,
}

#[derive(Clone, Debug, Default)]
pub struct Integration {
    /// The `[integration]` header, or the start of the file.
    pub span: Span,
    pub name: Option<Text>,
    pub description: Option<Text>,
}

#[derive(Clone, Debug)]
pub struct Alerts {
    pub span: Span,
    pub email: Option<Text>,
    pub cc: Vec<Text>,
}

/// `[environments.NAME]`
#[derive(Clone, Debug)]
pub struct Environment {
    pub name: Key,
    pub clone_from: Option<Text>,
    pub pool: Option<Text>,
    pub resources: Option<Resources>,
    pub systems: Vec<SystemOverride>,
    /// Values of activation variables, any TOML.
    pub variables: Vec<(Key, Tree)>,
    pub users: Vec<User>,
}

/// `[environments.E.users.ID]`
#[derive(Clone, Debug)]
pub struct User {
    /// The external id.
    pub id: Key,
    pub display_name: Option<Text>,
    pub variables: Vec<(Key, Tree)>,
    pub systems: Vec<SystemOverride>,
}

#[derive(Clone, Debug)]
pub struct Resources {
    pub span: Span,
    pub replicas: Option<Spanned<i64>>,
    pub max_replicas: Option<Spanned<i64>>,
    pub cpu: Option<Text>,
    pub memory: Option<Text>,
}

/// `[environments.E.systems.S]`
#[derive(Clone, Debug)]
pub struct SystemOverride {
    pub name: Key,
    pub base_url: Option<Text>,
    pub inputs: Vec<(Key, Text)>,
    pub rotation: Option<Spanned<i64>>,
}
