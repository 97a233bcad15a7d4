//! A plan for people: one line an object, with its reason.

use serde_json::Value;

use super::super::terminal::{bold, count, dim, green, red, visible, visible_line, yellow};
use crate::execute::FieldChange;
use crate::plan::{Action, Change, Plan, Scope, Summary};

/// The longest value of a field that is shown, in characters.
const LONGEST: usize = 100;

/// The whole plan; with `fields`, each field that changes.
pub(in crate::cli) fn plan(plan: &Plan, fields: bool) -> String {
    let mut text = format!("{}\n", bold(&visible_line(&heading(plan))));
    let width = plan
        .changes
        .iter()
        .map(|change| change.object.to_string().chars().count())
        .max()
        .unwrap_or(0);
    for change in &plan.changes {
        text.push_str(&line(change, width));
        if fields {
            for field in &change.fields {
                text.push_str(&format!("      {}\n", visible_line(&told(field))));
            }
        }
    }
    for other in &plan.unmanaged {
        let line = format!(
            "  ? {}: not in the manifest; {}",
            other.object, other.advice
        );
        text.push_str(&format!("{}\n", dim(&visible_line(&line))));
    }
    for file in &plan.files {
        let line = format!("  {} {}", legend(file.action), file.path);
        text.push_str(&format!("{}\n", visible_line(&line)));
        if fields {
            text.push_str(&visible(&file.diff));
        }
    }
    text.push_str(&by_hand(plan));
    let line = format!("Plan: {}\n", legend_of(&plan.summary));
    text.push_str(&bold(&visible(&line)));
    text
}

fn heading(plan: &Plan) -> String {
    let what = match &plan.scope {
        Scope::Setup => "set-up".to_owned(),
        Scope::Environment(name) => format!("environment {name}"),
        Scope::Base(revision) => format!("changes since {revision}"),
    };
    if plan.organisation.is_empty() {
        return format!("{}: {what}", plan.integration);
    }
    format!(
        "{}: {what}, organisation {}",
        plan.integration, plan.organisation
    )
}

fn line(change: &Change, width: usize) -> String {
    let object = change.object.to_string();
    let pad = " ".repeat(width.saturating_sub(object.chars().count()));
    let mut told: Vec<String> = Vec::new();
    if let Some(former) = &change.former {
        told.push(format!("was {former}"));
    }
    if !change.reason.is_empty() {
        told.push(change.reason.clone());
    } else if let Some(step) = change.by_hand.first() {
        told.push(step.title.clone());
    } else if !change.waits_for.is_empty() {
        let all: Vec<String> = change.waits_for.iter().map(ToString::to_string).collect();
        told.push(format!("waits for {}", all.join(", ")));
    } else if !change.fields.is_empty() {
        let names: Vec<&str> = change
            .fields
            .iter()
            .map(|field| field.field.as_str())
            .collect();
        told.push(names.join(", "));
    }
    let reason = visible_line(&told.join("; ").replace('\n', " "));
    let place = change
        .source
        .as_ref()
        .map(|place| dim(&visible(&format!("  {}:{}", place.file, place.line))))
        .unwrap_or_default();
    let word = change.action.word();
    let head = visible_line(&format!(
        "  {} {object}{pad}  {word:9}",
        legend(change.action)
    ));
    let head = match change.action {
        Action::Create | Action::Adopt => green(&head),
        Action::Delete | Action::Refuse => red(&head),
        Action::Update | Action::Rename | Action::ByHand | Action::Wait => yellow(&head),
        Action::Same => head,
    };
    let head = if reason.is_empty() {
        head
    } else {
        format!("{head} {reason}")
    };
    format!("{head}{place}\n")
}

fn legend(action: Action) -> char {
    match action {
        Action::Create => '+',
        Action::Update => '~',
        Action::Rename => '>',
        Action::Adopt => '=',
        Action::Delete => '-',
        Action::ByHand => '!',
        Action::Wait => '.',
        Action::Refuse => 'x',
        Action::Same => ' ',
    }
}

/// `scopes: ["read"] → ["read","write"]`
pub(super) fn told(field: &FieldChange) -> String {
    let shown = |value: &Option<Value>| match value {
        None => "absent".to_owned(),
        Some(value) => clipped(&value.to_string()),
    };
    format!(
        "{}: {} → {}",
        field.field,
        shown(&field.from),
        shown(&field.to)
    )
}

fn clipped(text: &str) -> String {
    if text.chars().count() <= LONGEST {
        return text.to_owned();
    }
    let beginning: String = text.chars().take(LONGEST).collect();
    format!("{beginning}…")
}

/// The manual steps, each once.
fn by_hand(plan: &Plan) -> String {
    let mut text = String::new();
    for (number, (change, step)) in plan.by_hand().enumerate() {
        if number == 0 {
            text.push_str(&format!("\n{}\n", bold("To do by hand:")));
        }
        let place = change
            .source
            .as_ref()
            .map(|place| format!(" ({}:{})", place.file, place.line))
            .unwrap_or_default();
        let line = format!("  {}. {}{place}", number + 1, step.title);
        text.push_str(&format!("{}\n", visible_line(&line)));
        for line in &step.instructions {
            text.push_str(&format!("     {}\n", visible_line(line)));
        }
    }
    if !text.is_empty() {
        text.push('\n');
    }
    text
}

/// `2 to create, 1 to update; 3 by hand; 12 unchanged`
pub(in crate::cli) fn legend_of(summary: &Summary) -> String {
    let mut parts = Vec::new();
    for (number, what) in [
        (summary.create, "to create"),
        (summary.update, "to update"),
        (summary.rename, "to rename"),
        (summary.adopt, "to adopt"),
        (summary.delete, "to delete"),
        (summary.by_hand, "by hand"),
        (summary.waiting, "waiting"),
        (summary.refused, "refused"),
    ] {
        if number > 0 {
            parts.push(format!("{number} {what}"));
        }
    }
    if parts.is_empty() {
        return format!(
            "no changes; {} unchanged",
            count(summary.unchanged, "object")
        );
    }
    format!("{}; {} unchanged", parts.join(", "), summary.unchanged)
}
