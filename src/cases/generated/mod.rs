//! Inputs that come from the types: every optional part left out, every nullable one null,
//! every value of an enum and variant of a union, and numbers, dates and texts at their
//! edges.
//!
//! A base input is varied in one place at a time, and only where an expression of the
//! mapping, or of one that it calls, reads. Nobody wrote down what should come out, so a
//! result proves nothing and a failure may be meant: they are told apart from the cases.
//! `gusset verify` has the emitted TypeScript do the same.
//!
//! ```text
//! hints (expressions) ─┐
//! types, usage ────────┼─► base ─► vary ─► evaluate ─► Tried
//! cases, samples ──────┘
//! ```

mod base;
mod given;
mod hints;
mod leaves;
mod ordinary;
mod times;
mod tried;
mod vary;

pub use given::Given;
pub use tried::{Generated, Group, Outcome, Tally, Tried};

use super::coverage::Coverage;
use super::run::{Run, calls, whole};
use super::update::Manifest;
use crate::evaluate::{Evaluator, Halted, Observer, Stop, Value, stringify};
use crate::ir;
use crate::model::{Mapping, Model, Usage};
use crate::source::Spanned;
use crate::types::{Ty, conforms_json};
use base::Base;
use hints::Hints;
use leaves::Class;
use ordinary::Ordinary;
use vary::{Draft, Walk};

/// The most inputs of one mapping. Beyond it, what is left out is, in this order: texts, dates
/// and instants, numbers, counts of items, values of choices, nulls, absent parts; and of
/// each the parts that stand last in the types.
pub const MOST: usize = 500;

/// Generates inputs for every mapping that has no error, and evaluates them. The model's
/// types are narrowed to the fields in use.
pub fn run(model: &Model, manifest: &Manifest<'_>) -> Vec<Generated> {
    let evaluator = Evaluator::new(model);
    let variables = ir::variables_read(model);
    let whole = whole(model);
    let mut found = Vec::new();
    for (index, mapping) in model.mappings.iter().enumerate() {
        if whole.get(index) == Some(&true) {
            let read = variables.get(index).cloned().unwrap_or_default();
            let run = Run {
                model,
                evaluator: &evaluator,
                index,
                read: &read,
            };
            found.push(of_mapping(&run, manifest, mapping));
        }
    }
    found
}

fn of_mapping(run: &Run<'_>, manifest: &Manifest<'_>, mapping: &Mapping) -> Generated {
    let model = run.model;
    let reached = with_called(model, run.index);
    let usage = Usage::of_mappings(model, &reached);
    let hints = Hints::of(model, &reached);
    let ordinary = || Ordinary {
        types: &model.types,
        usage: &usage,
        hints: &hints,
    };
    let variables: Vec<(String, Ty)> = model
        .variables
        .iter()
        .filter(|variable| run.read.contains(&variable.name.value))
        .map(|variable| {
            let mut ty = variable.ty.present();
            ty.missing = variable.ty.missing || variable.default.is_some();
            (format!("variables.{}", variable.name.value), ty)
        })
        .collect();
    let base = base::choose(model, manifest, mapping, &variables, &ordinary(), |base| {
        gives(run, base)
    });
    let mut walk = Walk::new(ordinary());
    walk.found.push(Draft {
        class: Class::Base,
        words: base.words.clone(),
        given: base.given.clone(),
    });
    for (name, ty) in &mapping.inputs {
        // Every input is given, whatever its type says of parts of others.
        let ty = Ty {
            missing: false,
            ..ty.clone()
        };
        walk.root(&base.given, &name.value, &ty);
    }
    for (name, ty) in &variables {
        walk.root(&base.given, name, ty);
    }
    let more = walk.left_out;
    let mut drafts = walk.found;
    // Parts that hold each other, as an amount and its currency, may not fit one by one.
    drafts.retain(|draft| fits(model, mapping, &variables, &draft.given));
    drafts.sort_by_key(|draft| draft.class);
    let left_out = more + drafts.len().saturating_sub(MOST);
    drafts.truncate(MOST);
    let mut coverage = Coverage::default();
    let tried = drafts.into_iter().map(|draft| Tried {
        outcome: outcome(evaluate(run, &draft.given, &mut coverage)),
        words: draft.words,
        given: draft.given,
    });
    let tried = tried.collect();
    Generated {
        mapping: Spanned::new(mapping.name.value.clone(), mapping.name.span),
        base: base.words,
        tried,
        left_out,
        branches: coverage.of(mapping).1,
    }
}

/// A mapping and those that it calls, and they in turn.
fn with_called(model: &Model, index: usize) -> Vec<usize> {
    let mut found = vec![index];
    let mut at = 0;
    while let Some(mapping) = found.get(at).and_then(|index| model.mappings.get(*index)) {
        for called in calls(mapping).unwrap_or_default() {
            if !found.contains(&called) {
                found.push(called);
            }
        }
        at += 1;
    }
    found
}

/// Whether a base gives a value, or would in Deno.
fn gives(run: &Run<'_>, base: &Base) -> bool {
    match evaluate(run, &base.given, &mut ()) {
        Ok(_) => true,
        Err(halted) => matches!(halted.stop, Stop::NeedsDeno(_)),
    }
}

fn evaluate(run: &Run<'_>, given: &Given, observer: &mut dyn Observer) -> Result<Value, Halted> {
    let mut inputs = Vec::new();
    let mut variables = Vec::new();
    for (name, value) in given {
        match name.strip_prefix("variables.") {
            Some(name) => variables.push((name.to_owned(), value.clone())),
            None => inputs.push((name.clone(), value.clone())),
        }
    }
    run.evaluate(&inputs, &variables, observer)
}

/// Whether everything given is of its type.
fn fits(model: &Model, mapping: &Mapping, variables: &[(String, Ty)], given: &Given) -> bool {
    let inputs = mapping.inputs.iter().map(|(name, ty)| (&name.value, ty));
    let variables = variables.iter().map(|(name, ty)| (name, ty));
    inputs
        .chain(variables)
        .all(|(name, ty)| match given.get(name) {
            Some(value) => conforms_json(value, ty, &model.types).is_ok(),
            None => true,
        })
}

fn outcome(result: Result<Value, Halted>) -> Outcome {
    let halted = match result {
        Ok(value) => return Outcome::Value(stringify(&value)),
        Err(halted) => halted,
    };
    let span = halted.span;
    let problem = halted.stop.to_string();
    match halted.stop {
        Stop::Failed(failure) => Outcome::Failed {
            code: failure.code.as_str(),
            problem,
            span,
        },
        Stop::NeedsDeno(function) => Outcome::NeedsDeno(function),
        Stop::Limit(_) => Outcome::Stopped {
            problem,
            span,
            fault: false,
        },
        Stop::Fault(_) => Outcome::Stopped {
            problem,
            span,
            fault: true,
        },
    }
}
