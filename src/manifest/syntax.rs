//! The typed manifest. A part that is missing or has the wrong shape is `None`, and
//! has its diagnostic already where one is due. Names are not resolved here.

use crate::document::{Key, Text};
use crate::source::{Span, Spanned};

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

/// `[systems.NAME]`
#[derive(Clone, Debug)]
pub struct System {
    pub name: Key,
    pub domain: Option<Text>,
    pub base_url: Option<Text>,
    pub inputs: Vec<Input>,
    pub auth: Option<Auth>,
    pub incoming: Option<Auth>,
    pub per_user: Option<Spanned<bool>>,
    /// Expressions.
    pub headers: Vec<(Key, Tree)>,
    pub timeout: Option<Spanned<Duration>>,
    pub docs: Option<Text>,
    pub rotation: Option<Spanned<i64>>,
}

/// `inputs.NAME = { description }` of a system.
#[derive(Clone, Debug)]
pub struct Input {
    pub name: Key,
    pub description: Option<Text>,
}

/// `auth` or `incoming`.
#[derive(Clone, Debug)]
pub struct Auth {
    pub span: Span,
    /// `type`, one of the scheme words; `None` where missing or wrong.
    pub scheme: Option<Spanned<Scheme>>,
}

/// An authentication scheme with what it needs.
#[derive(Clone, Debug)]
pub enum Scheme {
    None,
    ApiKey {
        location: Option<Spanned<KeyLocation>>,
        name: Option<Text>,
        /// Written before the key's value, as in `Bearer `.
        prefix: Option<Text>,
    },
    BasicAuth,
    OAuth2 {
        grant: Option<Spanned<Grant>>,
        authorize_url: Option<Text>,
        token_url: Option<Text>,
        scopes: Vec<Text>,
    },
    Hmac {
        location: Option<Spanned<KeyLocation>>,
        name: Option<Text>,
        algorithm: Option<Spanned<HmacAlgorithm>>,
        encoding: Option<Spanned<HmacEncoding>>,
        digest: Vec<Spanned<HmacInput>>,
    },
    Certificate,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum KeyLocation {
    Header,
    Query,
    Cookie,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Grant {
    AuthorizationCode,
    ClientCredentials,
    Password,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum HmacAlgorithm {
    Sha1,
    Sha256,
    Sha512,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum HmacEncoding {
    Hex,
    Base64,
    Base64Url,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum HmacInput {
    Body,
    Url,
}

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
    /// Part of the message of the failure that is expected.
    pub fails: Option<Text>,
}

/// `[workflows.NAME]`
#[derive(Clone, Debug)]
pub struct Workflow {
    pub name: Key,
    pub description: Option<Text>,
    pub webhook: Option<Webhook>,
    pub schedule: Option<Schedule>,
    pub manual: Option<Spanned<bool>>,
    pub durable: Option<Durable>,
    pub steps: Vec<Step>,
}

#[derive(Clone, Debug)]
pub struct Webhook {
    pub span: Span,
    pub method: Option<Spanned<Method>>,
    /// A type name or part.
    pub body: Option<Text>,
    /// The system whose `incoming` scheme checks the call.
    pub verify: Option<Text>,
    pub mode: Option<Spanned<ResponseMode>>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Method {
    Get,
    Post,
    Put,
    Patch,
    Delete,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ResponseMode {
    Sync,
    Async,
}

#[derive(Clone, Debug)]
pub struct Schedule {
    pub span: Span,
    pub cron: Option<Text>,
    pub users: Option<Spanned<Users>>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Users {
    Static,
    All,
}

#[derive(Clone, Debug)]
pub struct Durable {
    pub span: Span,
    pub attempts: Option<Spanned<i64>>,
    pub ttl: Option<Spanned<Duration>>,
    pub limit: Option<Spanned<i64>>,
}

/// A duration in milliseconds, from `500ms`, `10s`, `5m`, `24h`, `90d`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Duration {
    pub milliseconds: u64,
}

/// One `[[workflows.NAME.steps]]`.
#[derive(Clone, Debug)]
pub struct Step {
    /// The header's brackets or the inline table.
    pub span: Span,
    pub id: Option<Text>,
    pub when: Option<Tree>,
    /// `None` where there is no verb, or more than one; that is reported.
    pub verb: Option<Verb>,
}

/// What a step does.
#[derive(Clone, Debug)]
pub enum Verb {
    Request(Request),
    Value(Tree),
    Log {
        message: Text,
        level: Option<Spanned<LogLevel>>,
        data: Vec<(Key, Tree)>,
    },
    /// `skip`, `stop`: ends the run, fine. `fail`: ends it in error.
    Skip(Text),
    Stop(Text),
    Fail(Text),
    Respond(Respond),
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LogLevel {
    Debug,
    Info,
    Warn,
    Error,
}

#[derive(Clone, Debug)]
pub struct Respond {
    pub span: Span,
    pub status: Option<Spanned<i64>>,
    pub headers: Vec<(Key, Tree)>,
    pub body: Option<Tree>,
}

/// `get`, `post`, `put`, `patch` or `delete` with what goes with it.
#[derive(Clone, Debug)]
pub struct Request {
    pub method: Spanned<Method>,
    /// A path with `{expression}` holes.
    pub path: Text,
    pub system: Option<Text>,
    pub query: Vec<(Key, Tree)>,
    pub headers: Vec<(Key, Tree)>,
    pub body: Option<Tree>,
    pub form: Vec<(Key, Tree)>,
    pub text: Option<Tree>,
    /// The type of the answer's body.
    pub returns: Option<Text>,
    pub timeout: Option<Spanned<Duration>>,
}

/// TOML of any shape. Where the key table says expressions, every string leaf is one.
#[derive(Clone, Debug)]
pub struct Tree {
    pub kind: TreeKind,
    pub span: Span,
}

#[derive(Clone, Debug)]
pub enum TreeKind {
    /// An expression, or literal text, as the key's type says.
    String(Text),
    Integer(i64),
    /// The digits as written.
    Float(String),
    Boolean(bool),
    Datetime(String),
    Array(Vec<Tree>),
    Table(Vec<(Key, Tree)>),
    Invalid,
}
