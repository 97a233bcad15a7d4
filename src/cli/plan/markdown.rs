//! A plan as a comment of a pull request.

use super::super::terminal::{visible, visible_line};
use super::text::{legend_of, told};
use crate::emit::research::quote;
use crate::plan::{Change, Plan, Scope};

/// The whole plan: a table, then what a person has to do, then the files.
pub(super) fn plan(plan: &Plan) -> String {
    let what = match &plan.scope {
        Scope::Setup => "set-up".to_owned(),
        Scope::Environment(name) => format!("environment {}", code(name)),
        Scope::Base(revision) => format!("changes since {}", code(revision)),
    };
    let mut page = format!(
        "### Plan for {}: {what}\n\n**{}**\n",
        text(&plan.integration),
        legend_of(&plan.summary)
    );
    if !plan.changes.is_empty() {
        page.push_str("\n| | Object | Why | Where |\n| --- | --- | --- | --- |\n");
        for change in &plan.changes {
            page.push_str(&row(change));
        }
    }
    if !plan.unmanaged.is_empty() {
        page.push_str("\nNot in the manifest, and left alone:\n\n");
        for other in &plan.unmanaged {
            page.push_str(&format!("- {}\n", text(&other.object.to_string())));
        }
    }
    for (number, (_, step)) in plan.by_hand().enumerate() {
        if number == 0 {
            page.push_str("\n#### To do by hand\n\n");
        }
        page.push_str(&format!("{}. {}\n", number + 1, text(&step.title)));
        for line in &step.instructions {
            page.push_str(&format!("   - {}\n", text(line)));
        }
    }
    for file in &plan.files {
        let diff = visible(&file.diff);
        let fence = fence(&diff);
        page.push_str(&format!(
            "\n<details><summary>{} {}</summary>\n\n{fence}diff\n{}\n{fence}\n\n</details>\n",
            file.action.word(),
            mentionless(&html(&visible_line(&file.path))),
            diff.trim_end_matches('\n')
        ));
    }
    page
}

fn row(change: &Change) -> String {
    let mut why: Vec<String> = Vec::new();
    if let Some(former) = &change.former {
        why.push(format!("was {}", code(former)));
    }
    if !change.reason.is_empty() {
        why.push(text(&change.reason));
    }
    why.extend(change.fields.iter().map(|field| code(&told(field))));
    why.extend(change.by_hand.iter().map(|step| text(&step.title)));
    if !change.waits_for.is_empty() {
        let all: Vec<String> = change.waits_for.iter().map(ToString::to_string).collect();
        why.push(text(&format!("waits for {}", all.join(", "))));
    }
    let place = change
        .source
        .as_ref()
        .map(|place| code(&format!("{}:{}", place.file, place.line)))
        .unwrap_or_default();
    format!(
        "| {} | {} | {} | {place} |\n",
        change.action.word(),
        text(&change.object.to_string()),
        why.join("<br>")
    )
}

/// A fence longer than any run of backticks in a text.
fn fence(body: &str) -> String {
    let longest = body.split(|c| c != '`').map(str::len).max().unwrap_or(0);
    "`".repeat((longest + 1).max(3))
}

/// Text within a line. What steers a reader is shown as it is written, and nobody is
/// called by it.
fn text(body: &str) -> String {
    mentionless(&quote::text(&visible_line(body)))
}

/// Code within a line.
fn code(body: &str) -> String {
    quote::code(&visible_line(body))
}

/// A comment in it keeps `@name` from calling a person, whom a platform's text may name.
fn mentionless(markdown: &str) -> String {
    markdown.replace('@', "@<!-- -->")
}

/// Text within HTML.
fn html(body: &str) -> String {
    body.replace('&', "&amp;")
        .replace('<', "&lt;")
        .replace('>', "&gt;")
}
