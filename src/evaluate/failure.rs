//! Failures as values: what the generated code throws as a `DataError`.

use std::fmt;

use crate::source::Span;
use crate::types::{FailureCode, Mismatch, Step, place};

/// Data that is not what it must be: the same code, text and place in both back ends.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Failure {
    pub code: FailureCode,
    /// What is wrong, without the place and without the value.
    pub problem: String,
    /// Where, from the outside in.
    pub path: Vec<Step>,
}

impl Failure {
    pub fn new(code: FailureCode, problem: impl Into<String>) -> Self {
        Self {
            code,
            problem: problem.into(),
            path: Vec::new(),
        }
    }

    pub(super) fn of((code, problem): (FailureCode, &str)) -> Self {
        Self::new(code, problem)
    }

    pub(super) fn unsafe_integer() -> Self {
        Self::of(crate::types::UNSAFE)
    }

    /// The same, as seen from outside a step.
    #[must_use]
    pub fn within(mut self, step: Step) -> Self {
        self.path.insert(0, step);
        self
    }
}

impl From<Mismatch> for Failure {
    fn from(mismatch: Mismatch) -> Self {
        Self {
            code: mismatch.code,
            problem: mismatch.problem,
            path: mismatch.path,
        }
    }
}

/// As the generated code's message: `source.lines[2].price: expected a number, got null`.
impl fmt::Display for Failure {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.path.is_empty() {
            f.write_str(&self.problem)
        } else {
            write!(f, "{}: {}", place(&self.path), self.problem)
        }
    }
}

/// Why an evaluation gave no value.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Stop {
    /// The data is not what it must be; the generated code fails in the same way.
    Failed(Failure),
    /// A function in TypeScript is called, which only Deno can run.
    NeedsDeno(String),
    /// The evaluation would take more work or memory than it is given.
    Limit(&'static str),
    /// The typed tree is not what it promises to be: a fault of gusset.
    Fault(&'static str),
}

/// A [`Stop`] with the expression that it came from, where it came from one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Halted {
    pub stop: Stop,
    pub span: Option<Span>,
    /// Otherwise the place of the result that cannot be written, where that stopped it.
    pub place: Vec<Step>,
}

impl From<Stop> for Halted {
    fn from(stop: Stop) -> Self {
        Self {
            stop,
            span: None,
            place: Vec::new(),
        }
    }
}

impl From<Failure> for Stop {
    fn from(failure: Failure) -> Self {
        Self::Failed(failure)
    }
}

impl fmt::Display for Stop {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Failed(failure) => failure.fmt(f),
            Self::NeedsDeno(function) => {
                write!(f, "`{function}` is TypeScript, which only Deno runs")
            }
            Self::Limit(what) => write!(f, "the evaluation takes too much {what}"),
            Self::Fault(what) => write!(f, "{what}, which is a fault of gusset"),
        }
    }
}
