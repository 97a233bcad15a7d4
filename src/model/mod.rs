//! The resolved integration: every name bound, every expression typed, and the graph
//! of what uses what.
//!
//! A part that was wrong is absent here; it has its diagnostic already, and rules that
//! need it say nothing more.

mod constants;
mod environments;

mod graph;
mod mappings;
mod moves;
mod names;
mod resolve;
mod scope;
mod smoke;
mod steps;
mod systems;
mod tests;
mod usage;
mod uses;
mod words;
mod workflows;

use crate::document::Key;
use crate::expression::{PathTemplate, Typed};
use crate::manifest::{Duration, LogLevel, Manifest, Method, ResponseMode, Scheme, Tree, Users};
use crate::platform::ObjectKind;
use crate::source::{Span, Spanned};
use crate::types::{Ty, Types};

pub use graph::{Graph, NodeId, NodeKind};
pub use resolve::resolve;
pub use systems::{connection_name, incoming_name};
pub use tests::tree_to_json;
pub use usage::Usage;

/// Everything the checks and the lowering need, resolved.
#[derive(Debug, Default)]
pub struct Model {
    /// `integration.name`, or `integration` where it is missing.
    pub name: String,
    pub name_span: Span,
    pub description: Option<String>,
    pub alerts: Option<Alerts>,
    pub environments: Vec<Environment>,
    pub systems: Vec<System>,
    pub variables: Vec<Variable>,
    pub constants: Vec<Constant>,
    pub types: Types,
    pub functions: Vec<Function>,
    pub mappings: Vec<Mapping>,
    pub workflows: Vec<Workflow>,
    pub removed: Vec<Removed>,
    pub moved: Vec<Moved>,
    pub graph: Graph,
}

/// An object that is to be deleted; it is not declared.
#[derive(Clone, Debug)]
pub struct Removed {
    pub kind: ObjectKind,
    /// The manifest's name of it, where the whole path stands; empty for alerts.
    pub name: Spanned<String>,
    pub reason: String,
}

/// An object with another name; the new one is declared, the former is not.
#[derive(Clone, Debug)]
pub struct Moved {
    pub kind: ObjectKind,
    pub from: Spanned<String>,
    pub to: Spanned<String>,
    pub reason: String,
}

#[derive(Clone, Debug)]
pub struct Alerts {
    pub email: Spanned<String>,
    pub cc: Vec<Spanned<String>>,
}

/// A platform environment with what differs in it.
#[derive(Clone, Debug)]
pub struct Environment {
    pub name: Spanned<String>,
    pub clone_from: Option<Spanned<String>>,
    pub pool: Option<Spanned<String>>,
    pub resources: Option<crate::manifest::Resources>,
    pub systems: Vec<SystemValues>,
    pub variables: Vec<VariableValue>,
    pub users: Vec<User>,
}

/// A user who is activated in an environment.
#[derive(Clone, Debug)]
pub struct User {
    /// The external id.
    pub id: Spanned<String>,
    pub display_name: Spanned<String>,
    /// The user's own values.
    pub variables: Vec<VariableValue>,
    /// What differs for the user, of systems that are per user.
    pub systems: Vec<SystemValues>,
    /// Whether nothing was wrong with what is said of the user.
    pub is_whole: bool,
}

/// What one environment says of one system.
#[derive(Clone, Debug)]
pub struct SystemValues {
    /// Index into [`Model::systems`].
    pub system: usize,
    pub span: Span,
    pub base_url: Option<Spanned<String>>,
    pub inputs: Vec<(String, Spanned<String>)>,
    pub rotation: Option<Spanned<i64>>,
}

#[derive(Clone, Debug)]
pub struct VariableValue {
    /// Index into [`Model::variables`].
    pub variable: usize,
    pub value: Tree,
}

/// Something with an API. One whose callers are checked has `incoming` as well.
#[derive(Clone, Debug)]
pub struct System {
    pub name: Spanned<String>,
    pub domain: Option<Spanned<String>>,
    /// With `{input}` holes; `https://` and the domain where the manifest has none.
    pub base_url: Spanned<String>,
    pub inputs: Vec<Input>,
    pub auth: Option<Spanned<Scheme>>,
    pub incoming: Option<Spanned<Scheme>>,
    /// Whether the manifest has an `incoming`, be it right or wrong.
    pub incoming_declared: bool,
    pub per_user: bool,
    pub headers: Vec<(Spanned<String>, Typed)>,
    pub timeout: Option<Duration>,
    pub docs: Option<Spanned<String>>,
    pub rotation: i64,
    /// Whether some step sends it requests.
    pub is_called: bool,
    /// Made by `manual = true`, not written as `[systems.…]`.
    pub implied: bool,
}

#[derive(Clone, Debug)]
pub struct Input {
    pub name: Spanned<String>,
    pub description: Option<String>,
}

/// An activation variable.
#[derive(Clone, Debug)]
pub struct Variable {
    pub name: Spanned<String>,
    pub ty: Ty,
    pub required: bool,
    pub description: Option<String>,
    pub default: Option<Tree>,
    pub schema: Tree,
}

#[derive(Clone, Debug)]
pub struct Constant {
    pub name: Spanned<String>,
    pub ty: Ty,
    pub value: Tree,
}

/// The user's TypeScript, with declared types.
#[derive(Clone, Debug)]
pub struct Function {
    pub name: Spanned<String>,
    pub file: Spanned<String>,
    pub params: Vec<(Spanned<String>, Ty)>,
    pub returns: Ty,
}

/// A typed function from its inputs to its target.
#[derive(Clone, Debug)]
pub struct Mapping {
    pub name: Spanned<String>,
    /// Input names with their types; one unnamed input is `source`.
    pub inputs: Vec<(Spanned<String>, Ty)>,
    pub to: Ty,
    /// One input that is called `source`.
    pub single: bool,
    /// The parts as written: `order.line_items[]`.
    pub from_parts: Vec<String>,
    pub to_part: String,
    pub lets: Vec<(Spanned<String>, Typed)>,
    /// An object of the target's type; `None` where a field was wrong.
    pub body: Option<Typed>,
    pub tests: Vec<TestCase>,
}

/// A case of a mapping, its files read.
#[derive(Clone, Debug)]
pub struct TestCase {
    /// Its position among the mapping's cases in the manifest.
    pub index: usize,
    pub name: Spanned<String>,
    pub inputs: Vec<(String, serde_json::Value)>,
    pub variables: Vec<(String, serde_json::Value)>,
    pub expect: Expectation,
}

#[derive(Clone, Debug)]
pub enum Expectation {
    /// The whole result.
    Value(serde_json::Value),
    /// A part of it: objects may have more properties.
    Part(serde_json::Value),
    /// A part of the failure's message.
    Fails(String),
    /// None yet: `gusset test --update` writes it.
    Unwritten,
}

#[derive(Clone, Debug)]
pub struct Workflow {
    pub name: Spanned<String>,
    pub description: Option<String>,
    pub webhook: Option<Webhook>,
    pub schedule: Option<Schedule>,
    pub manual: Option<Manual>,
    pub durable: Option<Durable>,
    pub smoke: Option<Smoke>,
    pub steps: Vec<Step>,
}

#[derive(Clone, Debug)]
pub struct Webhook {
    pub span: Span,
    pub method: Method,
    pub body: Ty,
    /// Index into [`Model::systems`] of the caller; it has `incoming`.
    pub verify: Option<Spanned<usize>>,
    pub mode: ResponseMode,
}

#[derive(Clone, Debug)]
pub struct Schedule {
    pub span: Span,
    pub cron: Spanned<String>,
    pub users: Users,
}

/// A POST webhook that a person calls through `versori projects proxy`.
#[derive(Clone, Debug)]
pub struct Manual {
    pub span: Span,
    pub body: Ty,
    /// Index into [`Model::systems`].
    pub verify: usize,
}

/// A call of the workflow's webhook, or else of its manual trigger, after a deployment.
#[derive(Clone, Debug)]
pub struct Smoke {
    pub span: Span,
    /// Of the type of the trigger's body.
    pub body: Option<serde_json::Value>,
    /// Plain text in one line.
    pub headers: Vec<(Spanned<String>, Spanned<String>)>,
    /// The status that has to come back; any from 200 to 299 where there is none.
    pub status: Option<Spanned<u16>>,
}

#[derive(Clone, Debug)]
pub struct Durable {
    pub span: Span,
    pub attempts: i64,
    pub ttl: Option<Duration>,
    pub limit: i64,
}

#[derive(Clone, Debug)]
pub struct Step {
    pub span: Span,
    pub id: Option<Spanned<String>>,
    pub when: Option<Typed>,
    pub action: Action,
    /// What `steps.ID` is afterwards.
    pub result: Option<Ty>,
}

#[derive(Clone, Debug)]
pub enum Action {
    Request(Box<Request>),
    Value(Typed),
    Log {
        message: Spanned<String>,
        level: LogLevel,
        data: Vec<(Spanned<String>, Typed)>,
    },
    /// Ends the run, fine.
    Skip(Spanned<String>),
    Stop(Spanned<String>),
    /// Ends the run in error.
    Fail(Spanned<String>),
    Respond {
        status: i64,
        headers: Vec<(Spanned<String>, Typed)>,
        body: Option<Typed>,
    },
    /// Something was wrong with it; it has its diagnostic.
    Invalid,
}

#[derive(Clone, Debug)]
pub struct Request {
    pub method: Spanned<Method>,
    /// Index into [`Model::systems`].
    pub system: usize,
    /// The path as written, its holes open.
    pub route: String,
    pub path: PathTemplate,
    pub query: Vec<(Spanned<String>, Typed)>,
    pub headers: Vec<(Spanned<String>, Typed)>,
    pub body: Body,
    /// The type of the answer's body; `Unknown` where the step says nothing.
    pub returns: Ty,
    pub timeout: Duration,
}

#[derive(Clone, Debug)]
pub enum Body {
    None,
    Json(Typed),
    Form(Vec<(Spanned<String>, Typed)>),
    Text(Typed),
}

impl Model {
    pub fn system(&self, name: &str) -> Option<usize> {
        self.systems
            .iter()
            .position(|system| system.name.value == name)
    }

    pub fn variable(&self, name: &str) -> Option<&Variable> {
        self.variables
            .iter()
            .find(|variable| variable.name.value == name)
    }
}

fn spanned(key: &Key) -> Spanned<String> {
    Spanned::new(key.name.clone(), key.span)
}

fn text(text: &crate::document::Text) -> Spanned<String> {
    Spanned::new(text.value.clone(), text.span)
}

/// The paths a manifest wants read besides itself: types, cases, functions.
pub fn needs(manifest: &Manifest) -> Vec<String> {
    let functions = manifest
        .functions
        .iter()
        .filter_map(|function| function.file.as_ref());
    tests::needs(manifest)
        .into_iter()
        .chain(functions)
        .map(|path| path.value.clone())
        .chain(
            crate::types::needs(manifest)
                .into_iter()
                .map(|(path, _)| path),
        )
        .collect()
}

/// Reports the files of cases and functions that could not be had; types report theirs.
fn unavailable_files(
    manifest: &Manifest,
    sources: &crate::source::Sources,
    sink: &mut crate::diagnostics::Sink,
) {
    let functions = manifest
        .functions
        .iter()
        .filter_map(|function| function.file.as_ref());
    for path in tests::needs(manifest).into_iter().chain(functions) {
        if sources.get(&path.value).is_none() {
            sink.push(crate::diagnostics::unavailable(sources, path));
        }
    }
}
