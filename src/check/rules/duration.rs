//! The platform ends a webhook's or a schedule's run after about thirty seconds; a
//! durable run has its own time.

use crate::check::{Rule, Subject};
use crate::diagnostics::{Diagnostic, Sink, codes::rules};
use crate::model::{Action, Workflow};

pub const RULE: Rule = Rule {
    codes: &[&rules::TOO_LONG],
    run: check,
};

/// What one run that is not durable may take.
const LIMIT_MS: u64 = 30_000;

fn check(subject: &Subject<'_>, sink: &mut Sink) {
    for workflow in &subject.model.workflows {
        if workflow.durable.is_some() {
            continue;
        }
        let total = worst_case(workflow);
        if total > LIMIT_MS {
            sink.push(
                Diagnostic::new(
                    &rules::TOO_LONG,
                    workflow.name.span,
                    format!(
                        "the requests of `{}` may take {} s together, and a run that is not durable ends after 30 s",
                        workflow.name.value,
                        total.div_ceil(1000)
                    ),
                )
                .help("write `durable = { attempts = 5 }`, or shorter `timeout`s"),
            );
        }
    }
}

/// The timeouts of the requests that one run makes at most.
fn worst_case(workflow: &Workflow) -> u64 {
    workflow
        .steps
        .iter()
        .filter_map(|step| match &step.action {
            Action::Request(request) => Some(request.timeout.milliseconds),
            _ => None,
        })
        .fold(0, u64::saturating_add)
}
