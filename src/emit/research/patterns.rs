//! Integration Patterns: triggers, limits, errors.

use super::Page;
use super::quote::{code, text};
use crate::ir::{EntryKind, Program};
use crate::types::Kind;

pub fn write(program: &Program<'_>, page: &mut Page) {
    page.heading(2, "Integration Patterns");
    let model = program.model;
    for flow in &program.flows {
        page.heading(3, &text(&flow.workflow.name.value));
        if let Some(description) = &flow.workflow.description {
            page.paragraph(&text(description));
        }
        for entry in &flow.entries {
            match &entry.kind {
                EntryKind::Schedule { cron, all_users } => page.item(&format!(
                    "Trigger: schedule {} in UTC{}.",
                    code(cron),
                    if *all_users { ", for every user" } else { "" }
                )),
                EntryKind::Webhook { body, manual, .. } => {
                    let kind = if *manual { "manual call" } else { "webhook" };
                    let payload = if body.kind == Kind::Unknown {
                        "any JSON".to_owned()
                    } else {
                        code(&model.types.describe(body))
                    };
                    page.item(&format!(
                        "Trigger: {kind} {}; payload: {payload}.",
                        code(&entry.id)
                    ));
                }
            }
        }
        match &flow.queue {
            Some(queue) => page.item(&format!(
                "Runs: queued, up to {} attempts, {} at a time.",
                queue.attempts, queue.limit
            )),
            None => page.item("Runs: at once, within thirty seconds, without a retry."),
        }
        page.item("Errors: wrong data ends the run and is logged by its place; what a person must fix becomes an issue.");
    }
    for system in model.systems.iter().filter(|system| !system.implied) {
        page.gap(format!("{}: rate limits.", code(&system.name.value)));
    }
}
