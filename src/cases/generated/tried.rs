//! What generated inputs gave.

use super::Given;
use crate::cases::report::Branch;
use crate::source::{Span, Spanned};

/// The generated inputs of one mapping.
#[derive(Clone, Debug)]
pub struct Generated {
    pub mapping: Spanned<String>,
    /// The input that the others vary, in words.
    pub base: String,
    pub tried: Vec<Tried>,
    /// Inputs that were not tried: see [`MOST`](super::MOST).
    pub left_out: usize,
    /// The conditionals of the mapping, with the sides that no input took.
    pub branches: Vec<Branch>,
}

/// One input and what it gave.
#[derive(Clone, Debug)]
pub struct Tried {
    /// How it differs from the base: "`source.note` is null".
    pub words: String,
    pub given: Given,
    pub outcome: Outcome,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Outcome {
    /// The result as JSON text.
    Value(String),
    /// The data is not what the mapping needs: the failure's code and text, and the
    /// expression that failed.
    Failed {
        code: &'static str,
        problem: String,
        span: Option<Span>,
    },
    /// It calls this function in TypeScript.
    NeedsDeno(String),
    /// The evaluator gave up; with `fault` it is gusset that is wrong.
    Stopped {
        problem: String,
        span: Option<Span>,
        fault: bool,
    },
}

/// How many inputs gave what.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Tally {
    pub inputs: usize,
    pub results: usize,
    pub failed: usize,
    pub needs_deno: usize,
    /// The evaluator gave up on them.
    pub stopped: usize,
    /// Of these, by a fault of gusset.
    pub faults: usize,
    /// Inputs that were not tried.
    pub left_out: usize,
}

impl Tally {
    pub const fn add(&mut self, other: Self) {
        self.inputs += other.inputs;
        self.results += other.results;
        self.failed += other.failed;
        self.needs_deno += other.needs_deno;
        self.stopped += other.stopped;
        self.faults += other.faults;
        self.left_out += other.left_out;
    }
}

/// Failing inputs of one cause.
#[derive(Clone, Debug)]
pub struct Group<'g> {
    pub problem: &'g str,
    /// The expression that failed.
    pub span: Option<Span>,
    pub inputs: Vec<&'g Tried>,
}

impl Generated {
    pub fn tally(&self) -> Tally {
        let mut tally = Tally {
            inputs: self.tried.len(),
            left_out: self.left_out,
            ..Tally::default()
        };
        for one in &self.tried {
            match &one.outcome {
                Outcome::Value(_) => tally.results += 1,
                Outcome::Failed { .. } => tally.failed += 1,
                Outcome::NeedsDeno(_) => tally.needs_deno += 1,
                Outcome::Stopped { fault, .. } => {
                    tally.stopped += 1;
                    tally.faults += usize::from(*fault);
                }
            }
        }
        tally
    }

    /// The inputs without a result, by the expression and the failure, in the order of
    /// their first ones.
    pub fn groups(&self) -> Vec<Group<'_>> {
        let mut groups: Vec<Group<'_>> = Vec::new();
        for one in &self.tried {
            let (problem, span) = match &one.outcome {
                Outcome::Failed { problem, span, .. } | Outcome::Stopped { problem, span, .. } => {
                    (problem.as_str(), *span)
                }
                Outcome::Value(_) | Outcome::NeedsDeno(_) => continue,
            };
            let known = |group: &&mut Group<'_>| group.problem == problem && group.span == span;
            match groups.iter_mut().find(known) {
                Some(group) => group.inputs.push(one),
                None => groups.push(Group {
                    problem,
                    span,
                    inputs: vec![one],
                }),
            }
        }
        groups
    }
}
