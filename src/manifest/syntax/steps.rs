//! Steps.

use crate::document::{Key, Text};
use crate::source::{Span, Spanned};

use super::{Duration, Method, Tree};

/// One `[[workflows.NAME.steps]]`.
#[derive(Clone, Debug)]
pub struct Step {
    /// The header's brackets or the inline table.
    pub span: Span,
    pub id: Option<Text>,
    pub when: Option<Tree>,
    /// `None` where there is none or more than one, or where the step asks for what is
    /// not built yet; that is reported. What it gives is not known then.
    pub verb: Option<Verb>,
}

/// What a step does.
#[derive(Clone, Debug)]
pub enum Verb {
    Request(Box<Request>),
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
    /// What it does on the other side; by the method where it is not said.
    pub effect: Option<Spanned<Effect>>,
}

/// What a request does on the other side.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Effect {
    /// Changes nothing.
    Read,
    /// Makes something new each time.
    Create,
    /// Changes a part of what is there.
    Update,
    /// Sets the whole: doing it twice is doing it once.
    Replace,
    /// Takes it away.
    Delete,
}
