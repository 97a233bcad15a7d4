//! What a run of cases gave.

use super::compare::Difference;
use super::update::Update;
use crate::source::{Span, Spanned};

/// The mappings of one integration, in the manifest's order.
#[derive(Clone, Debug, Default)]
pub struct Report {
    pub mappings: Vec<MappingReport>,
}

#[derive(Clone, Debug)]
pub struct MappingReport {
    pub name: Spanned<String>,
    pub cases: Vec<CaseReport>,
    /// Nothing of it was wrong, so that it could be evaluated.
    pub whole: bool,
    /// The rows of its target, and of object literals in its expressions.
    pub rows: Vec<Row>,
    pub branches: Vec<Branch>,
}

#[derive(Clone, Debug)]
pub struct CaseReport {
    pub name: Spanned<String>,
    pub outcome: Outcome,
    /// What would make it pass, where a case has no expectation or another one.
    pub update: Option<Result<Update, String>>,
}

#[derive(Clone, Debug)]
pub enum Outcome {
    Passed,
    /// Another value than expected.
    Differs(Vec<Difference>),
    /// A failure where a value was expected; with the expression that failed.
    Failed {
        problem: String,
        span: Option<Span>,
    },
    /// A value where a failure was expected.
    GaveValue {
        expected: String,
        got: String,
    },
    /// Another failure than expected.
    FailedOtherwise {
        expected: String,
        problem: String,
        span: Option<Span>,
    },
    /// It expects nothing yet; with what came out.
    Unwritten {
        got: String,
    },
    /// It calls this function in TypeScript, which only Deno runs.
    NeedsDeno(String),
    /// The mapping, or one it calls, has errors.
    NotRun,
    /// The evaluator gave up: what it would have taken too much of, or a fault of gusset.
    Stopped {
        problem: String,
        span: Option<Span>,
    },
}

/// A leaf of an object literal.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Row {
    /// `Line[].Amount`
    pub path: String,
    pub span: Span,
    /// Some case gave it a value.
    pub covered: bool,
}

/// A `?:`, `??`, `&&` or `||`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Branch {
    pub operator: &'static str,
    pub span: Span,
    /// The sides that no case took, in words: "the right side".
    pub untaken: Vec<&'static str>,
}

/// Numbers for a summary.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Counts {
    pub passed: usize,
    pub failed: usize,
    pub needs_deno: usize,
    /// Cases of mappings that have errors.
    pub not_run: usize,
    pub rows: usize,
    pub rows_covered: usize,
    /// Two for each conditional.
    pub sides: usize,
    pub sides_covered: usize,
}

impl Outcome {
    /// For programs.
    pub const fn status(&self) -> &'static str {
        match self {
            Self::Passed => "passed",
            Self::NeedsDeno(_) => "needs-deno",
            Self::NotRun => "not-run",
            Self::Unwritten { .. } => "unwritten",
            _ => "failed",
        }
    }
}

impl Report {
    pub fn counts(&self) -> Counts {
        let mut counts = Counts::default();
        for mapping in &self.mappings {
            for case in &mapping.cases {
                match case.outcome {
                    Outcome::Passed => counts.passed += 1,
                    Outcome::NeedsDeno(_) => counts.needs_deno += 1,
                    Outcome::NotRun => counts.not_run += 1,
                    _ => counts.failed += 1,
                }
            }
            counts.rows += mapping.rows.len();
            counts.rows_covered += mapping.rows.iter().filter(|row| row.covered).count();
            counts.sides += 2 * mapping.branches.len();
            let untaken: usize = mapping.branches.iter().map(|b| b.untaken.len()).sum();
            counts.sides_covered += 2 * mapping.branches.len() - untaken;
        }
        counts
    }
}

impl Counts {
    pub fn add(&mut self, other: Self) {
        self.passed += other.passed;
        self.failed += other.failed;
        self.needs_deno += other.needs_deno;
        self.not_run += other.not_run;
        self.rows += other.rows;
        self.rows_covered += other.rows_covered;
        self.sides += other.sides;
        self.sides_covered += other.sides_covered;
    }
}
