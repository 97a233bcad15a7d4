//! Generated inputs that fail, for people: grouped by what failed and why.

use super::text::{at, cut, line};
use crate::cases::generated::{Generated, Group, Outcome, Tally, Tried};
use crate::cli::terminal::{bold, count, dim, visible};
use crate::source::Sources;

/// Causes that are told of one mapping where not all are wanted.
const CAUSES: usize = 3;

/// What failed of each mapping; with `all`, every input with what it is given.
pub(super) fn report(sources: &Sources, generated: &[Generated], all: bool) -> String {
    let mut out = String::new();
    for one in generated {
        if one.tried.is_empty() {
            let words = format!("{}: its types give no input to try", one.mapping.value);
            line(&mut out, 0, &visible(&words));
        }
        let groups = one.groups();
        if groups.is_empty() {
            continue;
        }
        let tally = one.tally();
        let failed = tally.failed + tally.stopped;
        let title = format!(
            "{}: {failed} of {} fail",
            one.mapping.value,
            count(tally.inputs, "generated input")
        );
        line(&mut out, 0, &bold(&visible(&title)));
        line(
            &mut out,
            1,
            &dim(&visible(&format!("varied: {}", one.base))),
        );
        // What is wrong with gusset is always told.
        let (faults, others): (Vec<_>, Vec<_>) = groups.iter().partition(|group| is_fault(group));
        let told = if all { others.len() } else { CAUSES };
        for group in faults.iter().chain(others.iter().take(told)) {
            cause(&mut out, sources, group, all);
        }
        let more = others.len().saturating_sub(told);
        if more > 0 {
            let words = format!(
                "and {}: `gusset test --generated` lists them",
                count(more, "more cause")
            );
            line(&mut out, 1, &words);
        }
    }
    out
}

fn is_fault(group: &Group<'_>) -> bool {
    let fault = |one: &&Tried| matches!(one.outcome, Outcome::Stopped { fault: true, .. });
    group.inputs.iter().any(fault)
}

fn cause(out: &mut String, sources: &Sources, group: &Group<'_>, all: bool) {
    line(out, 1, &visible(group.problem));
    if let Some(span) = group.span {
        let written = cut(sources.slice(span).lines().next().unwrap_or(""));
        line(out, 2, &format!("{}  {written}", dim(&at(sources, span))));
    }
    if all {
        for one in &group.inputs {
            line(out, 2, &cut(&one.words));
            let given = serde_json::Value::Object(one.given.clone()).to_string();
            line(out, 3, &dim(&visible(&given)));
        }
    } else if let Some(first) = group.inputs.first() {
        let more = match group.inputs.len() {
            1 => String::new(),
            number => format!("; and {} more", number - 1),
        };
        line(out, 2, &format!("{}{more}", cut(&first.words)));
    }
}

/// One line: how many there were and what they gave; empty where there were none.
pub(super) fn summary(tally: Tally) -> String {
    if tally.inputs == 0 {
        return String::new();
    }
    let mut parts = vec![match tally.results {
        1 => "1 gives a result".to_owned(),
        results => format!("{results} give a result"),
    }];
    let fail = match tally.failed {
        1 => "fails",
        _ => "fail",
    };
    for (number, words) in [
        (tally.failed, fail),
        (tally.stopped, "stopped"),
        (tally.needs_deno, "need Deno"),
    ] {
        if number > 0 {
            parts.push(format!("{number} {words}"));
        }
    }
    let left_out = match tally.left_out {
        0 => String::new(),
        more => format!("; {more} more were not tried"),
    };
    format!(
        "{}: {}{left_out}\n",
        count(tally.inputs, "generated input"),
        parts.join(", ")
    )
}
