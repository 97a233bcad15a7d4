//! Reports as JSON: `gusset test --format json`.

use serde_json::{Map, Value, json};

use super::generated::{Generated, Tally};
use super::report::{CaseReport, Counts, MappingReport, Outcome, Report};
use crate::source::{Sources, Span};
use crate::types::place;

/// The JSON Schema of what [`Document`] writes.
pub const SCHEMA: &str = include_str!(concat!(
    env!("CARGO_MANIFEST_DIR"),
    "/spec-schema/test.schema.json"
));

/// Collects the reports of one run, which may be over several integrations.
#[derive(Clone, Debug, Default)]
pub struct Document {
    integrations: Vec<Value>,
    counts: Counts,
    inputs: Tally,
}

impl Document {
    /// Adds a report, and the generated inputs, whose spans lie in `sources`.
    pub fn add(
        &mut self,
        folder: &str,
        sources: &Sources,
        report: &Report,
        generated: &[Generated],
    ) {
        self.counts.add(report.counts());
        for one in generated {
            self.inputs.add(one.tally());
        }
        let mappings: Vec<Value> = report
            .mappings
            .iter()
            .map(|one| {
                let name = one.name.span;
                let generated = generated.iter().find(|made| made.mapping.span == name);
                mapping(sources, one, generated)
            })
            .collect();
        self.integrations.push(json!({
            "folder": folder,
            "mappings": mappings,
        }));
    }

    /// The document, on several lines, with a line end at its end.
    pub fn finish(self) -> String {
        let counts = self.counts;
        let document = json!({
            "format": "gusset.test",
            "version": 2,
            "integrations": self.integrations,
            "summary": {
                "passed": counts.passed,
                "failed": counts.failed,
                "needs_deno": counts.needs_deno,
                "not_run": counts.not_run,
                "rows": { "covered": counts.rows_covered, "total": counts.rows },
                "sides": { "covered": counts.sides_covered, "total": counts.sides },
                "generated": inputs(self.inputs),
            },
        });
        format!("{document:#}\n")
    }
}

fn inputs(tally: Tally) -> Value {
    json!({
        "inputs": tally.inputs,
        "results": tally.results,
        "failed": tally.failed,
        "stopped": tally.stopped,
        "needs_deno": tally.needs_deno,
        "left_out": tally.left_out,
    })
}

/// What was tried of a mapping, and what failed.
fn generated(sources: &Sources, generated: &Generated) -> Value {
    let failures = generated.groups().into_iter().map(|group| {
        let inputs = group.inputs.iter();
        let inputs = inputs.map(|one| json!({ "variation": one.words, "given": one.given }));
        let inputs: Vec<Value> = inputs.collect();
        let failure = json!({ "message": group.problem, "inputs": inputs });
        located(sources, group.span, failure)
    });
    let failures: Vec<Value> = failures.collect();
    json!({
        "varied": generated.base,
        "counts": inputs(generated.tally()),
        "failures": failures,
    })
}

fn mapping(sources: &Sources, mapping: &MappingReport, made: Option<&Generated>) -> Value {
    let cases: Vec<Value> = mapping.cases.iter().map(|one| case(sources, one)).collect();
    let rows: Vec<Value> = mapping
        .rows
        .iter()
        .filter(|row| !row.covered)
        .map(|row| located(sources, Some(row.span), json!({ "field": row.path })))
        .collect();
    let sides: Vec<Value> = mapping
        .branches
        .iter()
        .flat_map(|branch| {
            branch.untaken.iter().map(|side| {
                let side = json!({ "operator": branch.operator, "side": side });
                located(sources, Some(branch.span), side)
            })
        })
        .collect();
    let mut object = json!({
        "name": mapping.name.value,
        "cases": cases,
        "uncovered": { "rows": rows, "sides": sides },
    });
    if let (Value::Object(object), Some(made)) = (&mut object, made) {
        object.insert("generated".to_owned(), generated(sources, made));
    }
    object
}

fn case(sources: &Sources, case: &CaseReport) -> Value {
    let mut object = json!({
        "name": case.name.value,
        "status": case.outcome.status(),
    });
    object = located(sources, Some(case.name.span), object);
    let details = match &case.outcome {
        Outcome::Passed | Outcome::NotRun => return object,
        Outcome::Differs(differences) => {
            let differences: Vec<Value> = differences
                .iter()
                .map(|difference| {
                    let mut object = Map::new();
                    object.insert("path".to_owned(), place(&difference.path).into());
                    if let Some(expected) = &difference.expected {
                        object.insert("expected".to_owned(), expected.as_str().into());
                    }
                    if let Some(got) = &difference.got {
                        object.insert("got".to_owned(), got.as_str().into());
                    }
                    located(sources, difference.span, Value::Object(object))
                })
                .collect();
            json!({ "differences": differences })
        }
        Outcome::Failed { problem, span } | Outcome::Stopped { problem, span } => {
            let failure = located(sources, *span, json!({ "message": problem }));
            json!({ "failure": failure })
        }
        Outcome::FailedOtherwise {
            expected,
            problem,
            span,
        } => {
            let failure = located(sources, *span, json!({ "message": problem }));
            json!({ "failure": failure, "expected_failure": expected })
        }
        Outcome::GaveValue { expected, got } => json!({ "expected_failure": expected, "got": got }),
        Outcome::Unwritten { got } => json!({ "got": got }),
        Outcome::NeedsDeno(function) => json!({ "function": function }),
    };
    if let (Value::Object(object), Value::Object(details)) = (&mut object, details) {
        object.extend(details);
    }
    object
}

/// Adds `file`, `line` and `column` of a span's start.
fn located(sources: &Sources, span: Option<Span>, mut value: Value) -> Value {
    let file = span.and_then(|span| Some((sources.file(span.file)?, span)));
    if let (Some((file, span)), Value::Object(object)) = (file, &mut value) {
        let position = file.line_column(span.start);
        object.insert("file".to_owned(), file.path().into());
        object.insert("line".to_owned(), position.line.into());
        object.insert("column".to_owned(), position.column.into());
    }
    value
}
