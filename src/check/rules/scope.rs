//! What gusset is for: moving data between systems. A webhook's caller counts as one.

use std::collections::BTreeSet;

use crate::check::{Rule, Subject};
use crate::diagnostics::{Diagnostic, Sink, codes::rules};
use crate::model::Action;

pub const RULE: Rule = Rule {
    codes: &[&rules::NO_FLOW],
    run: check,
};

fn check(subject: &Subject<'_>, sink: &mut Sink) {
    let model = subject.model;
    let broken = model
        .workflows
        .iter()
        .flat_map(|workflow| &workflow.steps)
        .any(|step| matches!(step.action, Action::Invalid));
    let incomplete = subject.manifest.workflows.len() != model.workflows.len();
    if broken || incomplete {
        return;
    }
    let moves = model.workflows.iter().any(|workflow| {
        let reached: BTreeSet<usize> = workflow
            .steps
            .iter()
            .filter_map(|step| match &step.action {
                Action::Request(request) => Some(request.system),
                _ => None,
            })
            .collect();
        let caller = usize::from(workflow.webhook.is_some());
        reached.len() + caller >= 2
    });
    if !moves {
        sink.push(
            Diagnostic::new(
                &rules::NO_FLOW,
                model.name_span,
                message(model.workflows.len()),
            )
            .help(
                "gusset is for integrations: a workflow that takes data from one system, or from a \
                 webhook's caller, to another. For a script, a report or a user interface write a \
                 Versori project by hand; for one-off jobs call the API directly",
            ),
        );
    }
}

fn message(workflows: usize) -> &'static str {
    if workflows == 0 {
        "this manifest has no workflow, so it moves no data between systems"
    } else {
        "no workflow of this manifest moves data between two systems"
    }
}
