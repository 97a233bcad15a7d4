//! `[workflows]` and what starts them.

use crate::document::{Key, Text};
use crate::source::{Span, Spanned};

use super::{Duration, Step, Tree};

/// `[workflows.NAME]`
#[derive(Clone, Debug)]
pub struct Workflow {
    pub name: Key,
    pub description: Option<Text>,
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

impl Method {
    /// The method as HTTP writes it (RFC 9110).
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Get => "GET",
            Self::Post => "POST",
            Self::Put => "PUT",
            Self::Patch => "PATCH",
            Self::Delete => "DELETE",
        }
    }
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

/// `manual`: `true`, or a table.
#[derive(Clone, Debug)]
pub struct Manual {
    pub span: Span,
    /// `false` where `manual = false` is written.
    pub enabled: bool,
    /// The system whose `incoming` scheme checks the call.
    pub verify: Option<Text>,
    /// A type name or part.
    pub body: Option<Text>,
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

/// `[workflows.NAME.smoke]`: a call after each deployment.
#[derive(Clone, Debug)]
pub struct Smoke {
    pub span: Span,
    /// The body as TOML, or the path of a JSON file.
    pub body: Option<Tree>,
    /// Plain text, not expressions.
    pub headers: Vec<(Key, Text)>,
    pub status: Option<Spanned<i64>>,
    /// Whether there is a status, be it right or wrong.
    pub has_status: bool,
}
