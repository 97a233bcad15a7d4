//! Runs the cases of a model.

use std::collections::BTreeSet;

use serde_json::Value as Json;

use super::compare::{Difference, differences};
use super::coverage::Coverage;
use super::origin::origin;
use super::report::{CaseReport, MappingReport, Outcome, Report};
use super::update::{self, Manifest};
use crate::evaluate::{Evaluator, Halted, Observer, Stop, Value, decode, from_json, stringify};
use crate::expression::{CallableKind, Typed, TypedKind};
use crate::ir;
use crate::model::{Expectation, Mapping, Model, TestCase};
use crate::source::{Span, Spanned};

/// Runs every case of every mapping that has no error. `manifest` is for the edits that
/// bring expectations up to date.
pub fn run(model: &Model, manifest: &Manifest<'_>) -> Report {
    let evaluator = Evaluator::new(model);
    let variables = ir::variables_read(model);
    let whole = whole(model);
    let mut coverage = Coverage::default();
    let mut cases: Vec<Vec<CaseReport>> = Vec::with_capacity(model.mappings.len());
    for (index, mapping) in model.mappings.iter().enumerate() {
        let is_whole = whole.get(index) == Some(&true);
        let read = variables.get(index).cloned().unwrap_or_default();
        let reports = mapping.tests.iter().map(|case| {
            if !is_whole {
                return CaseReport {
                    name: case.name.clone(),
                    outcome: Outcome::NotRun,
                    update: None,
                };
            }
            let run = Run {
                model,
                evaluator: &evaluator,
                index,
                read: &read,
            };
            let result = run.evaluate(&case.inputs, &case.variables, &mut coverage);
            let outcome = judge(model, mapping, case, &result);
            CaseReport {
                name: case.name.clone(),
                update: update::update(manifest, (index, case), &outcome, &result),
                outcome,
            }
        });
        cases.push(reports.collect());
    }
    let mappings = model.mappings.iter().zip(cases).zip(&whole);
    Report {
        mappings: mappings
            .map(|((mapping, cases), whole)| {
                let (rows, branches) = if *whole {
                    coverage.of(mapping)
                } else {
                    <_>::default()
                };
                MappingReport {
                    name: Spanned::new(mapping.name.value.clone(), mapping.name.span),
                    cases,
                    whole: *whole,
                    rows,
                    branches,
                }
            })
            .collect(),
    }
}

/// One mapping, by its index, ready to be evaluated.
pub(super) struct Run<'a> {
    pub model: &'a Model,
    pub evaluator: &'a Evaluator<'a>,
    pub index: usize,
    /// The variables that it, or a mapping it calls, reads.
    pub read: &'a BTreeSet<String>,
}

impl Run<'_> {
    /// The result for inputs and variables as JSON, by their names.
    pub fn evaluate(
        &self,
        inputs: &[(String, Json)],
        variables: &[(String, Json)],
        observer: &mut dyn Observer,
    ) -> Result<Value, Halted> {
        let variables = self.evaluator.variables(self.read, variables)?;
        let mapping = self.model.mappings.get(self.index);
        let declared = mapping.map_or(&[][..], |mapping| &mapping.inputs);
        let mut decoded = Vec::with_capacity(inputs.len());
        for (name, value) in inputs {
            if let Some((_, ty)) = declared.iter().find(|(input, _)| input.value == *name) {
                let value = decode(value, ty, &self.model.types, name)?;
                decoded.push((name.clone(), value));
            }
        }
        let given = self
            .evaluator
            .mapping(self.index, &decoded, &variables, observer);
        given.map_err(|mut halted| {
            if let (None, [_, ..], Some(mapping)) = (halted.span, &*halted.place, mapping) {
                halted.span = Some(origin(self.model, mapping, &halted.place));
            }
            halted
        })
    }
}

fn judge(
    model: &Model,
    mapping: &Mapping,
    case: &TestCase,
    result: &Result<Value, Halted>,
) -> Outcome {
    let compared = |got: &Value, expected: &Json, partly| {
        let found = differences(got, &from_json(expected), partly);
        if found.is_empty() {
            return Outcome::Passed;
        }
        let located = |difference: Difference| Difference {
            span: Some(origin(model, mapping, &difference.path)),
            ..difference
        };
        Outcome::Differs(found.into_iter().map(located).collect())
    };
    match (result, &case.expect) {
        (Ok(got), Expectation::Value(expected)) => compared(got, expected, false),
        (Ok(got), Expectation::Part(expected)) => compared(got, expected, true),
        (Ok(got), Expectation::Fails(expected)) => Outcome::GaveValue {
            expected: expected.clone(),
            got: stringify(got),
        },
        (Ok(got), Expectation::Unwritten) => Outcome::Unwritten {
            got: stringify(got),
        },
        (Err(halted), expected) => refused(halted, expected),
    }
}

fn refused(halted: &Halted, expected: &Expectation) -> Outcome {
    let span: Option<Span> = halted.span;
    let problem = halted.stop.to_string();
    match (&halted.stop, expected) {
        (Stop::NeedsDeno(function), _) => Outcome::NeedsDeno(function.clone()),
        (Stop::Limit(_) | Stop::Fault(_), _) => Outcome::Stopped { problem, span },
        (Stop::Failed(_), Expectation::Fails(part)) if problem.contains(part.as_str()) => {
            Outcome::Passed
        }
        (Stop::Failed(_), Expectation::Fails(part)) => Outcome::FailedOtherwise {
            expected: part.clone(),
            problem,
            span,
        },
        (Stop::Failed(_), _) => Outcome::Failed { problem, span },
    }
}

/// Which mappings can be evaluated: nothing is wrong in them or in what they call, and
/// none leads back to itself.
pub(super) fn whole(model: &Model) -> Vec<bool> {
    let calls: Vec<Option<Vec<usize>>> = model.mappings.iter().map(calls).collect();
    // A mapping is whole once all that it calls are, so those in a circle never become it.
    let mut whole = vec![false; calls.len()];
    loop {
        let mut grown = false;
        for (at, calls) in calls.iter().enumerate() {
            let ready = calls
                .as_ref()
                .is_some_and(|calls| calls.iter().all(|called| whole.get(*called) == Some(&true)));
            if let (true, Some(known @ false)) = (ready, whole.get_mut(at)) {
                *known = true;
                grown = true;
            }
        }
        if !grown {
            return whole;
        }
    }
}

/// The mappings that one calls, by index; `None` where something in it is wrong.
pub(super) fn calls(mapping: &Mapping) -> Option<Vec<usize>> {
    let body = mapping.body.as_ref()?;
    let mut called = Vec::new();
    let mut wrong = false;
    let mut see = |typed: &Typed| match &typed.kind {
        TypedKind::Error => wrong = true,
        TypedKind::Apply {
            kind: CallableKind::Mapping,
            callable,
            ..
        }
        | TypedKind::Reference {
            kind: CallableKind::Mapping,
            callable,
            ..
        } => called.push(callable.0 as usize),
        _ => {}
    };
    for (_, typed) in &mapping.lets {
        typed.walk(&mut see);
    }
    body.walk(&mut see);
    (!wrong).then_some(called)
}
