//! A report for people: only what needs attention.

use crate::cases::generated::Generated;
use crate::cases::{CaseReport, Difference, MappingReport, Outcome, Report};
use crate::cli::terminal::{bold, dim, green, red, shortened, visible};
use crate::source::{Sources, Span};
use crate::types::place;

/// Values are cut to this many characters.
const LONGEST: usize = 200;

/// The failed cases of each mapping, with the lines that gave what differs; with
/// `coverage`, also what no case reaches, and whether generated inputs do.
pub(super) fn report(
    sources: &Sources,
    report: &Report,
    generated: &[Generated],
    coverage: bool,
) -> String {
    let mut out = String::new();
    for mapping in &report.mappings {
        for case in &mapping.cases {
            tell(&mut out, sources, mapping, case);
        }
        if coverage {
            let name = mapping.name.span;
            let generated = generated.iter().find(|one| one.mapping.span == name);
            uncovered(&mut out, sources, mapping, generated);
        }
    }
    out
}

fn tell(out: &mut String, sources: &Sources, mapping: &MappingReport, case: &CaseReport) {
    let word = match &case.outcome {
        Outcome::Passed => return,
        Outcome::NeedsDeno(_) => "needs Deno",
        Outcome::NotRun => "not run",
        Outcome::Unwritten { .. } => "expects nothing",
        _ => "failed",
    };
    let title = format!("{}: {}", mapping.name.value, case.name.value);
    line(out, 0, &format!("{} {}", red(word), bold(&visible(&title))));
    line(out, 1, &dim(&at(sources, case.name.span)));
    match &case.outcome {
        Outcome::Passed | Outcome::NotRun => {}
        Outcome::NeedsDeno(function) => {
            let why = format!("`{function}` is TypeScript: run `gusset verify`");
            line(out, 1, &visible(&why));
        }
        Outcome::Differs(differences) => {
            for difference in differences {
                differs(out, sources, difference);
            }
        }
        Outcome::Failed { problem, span } | Outcome::Stopped { problem, span } => {
            line(out, 1, &format!("fails: {}", visible(problem)));
            from(out, sources, *span, 1);
        }
        Outcome::GaveValue { expected, got } => {
            line(
                out,
                1,
                &format!("expected a failure: {}", green(&visible(expected))),
            );
            line(out, 1, &format!("got {}", red(&cut(got))));
        }
        Outcome::FailedOtherwise {
            expected,
            problem,
            span,
        } => {
            line(
                out,
                1,
                &format!("expected a failure: {}", green(&visible(expected))),
            );
            line(
                out,
                1,
                &format!("got the failure:    {}", red(&visible(problem))),
            );
            from(out, sources, *span, 1);
        }
        Outcome::Unwritten { got } => {
            line(out, 1, &format!("gives {}", cut(got)));
            line(out, 1, "`gusset test --update` writes that down");
        }
    }
}

fn differs(out: &mut String, sources: &Sources, difference: &Difference) {
    let name = match place(&difference.path) {
        name if name.is_empty() => "the whole".to_owned(),
        name => name,
    };
    line(out, 1, &visible(&name));
    let shown = |value: &Option<String>| match value {
        Some(value) => cut(value),
        None => "nothing".to_owned(),
    };
    line(
        out,
        2,
        &format!("expected {}", green(&shown(&difference.expected))),
    );
    line(
        out,
        2,
        &format!("got      {}", red(&shown(&difference.got))),
    );
    from(out, sources, difference.span, 2);
}

/// The line that gave a value.
fn from(out: &mut String, sources: &Sources, span: Option<Span>, depth: usize) {
    if let Some(span) = span {
        let written = cut(sources.slice(span).lines().next().unwrap_or(""));
        line(
            out,
            depth,
            &format!("{}  {written}", dim(&at(sources, span))),
        );
    }
}

fn uncovered(
    out: &mut String,
    sources: &Sources,
    mapping: &MappingReport,
    generated: Option<&Generated>,
) {
    let rows = mapping.rows.iter().filter(|row| !row.covered);
    let rows = rows.map(|row| (row.span, format!("row {}", row.path)));
    let sides = mapping
        .branches
        .iter()
        .enumerate()
        .flat_map(|(at, branch)| {
            let reached = generated.and_then(|generated| generated.branches.get(at));
            branch.untaken.iter().map(move |side| {
                let words = match reached {
                    Some(reached) if !reached.untaken.contains(side) => {
                        ", which only generated inputs reach"
                    }
                    _ => "",
                };
                let what = format!("`{}`, {side}{words}", branch.operator);
                (branch.span, what)
            })
        });
    let mut missing: Vec<(Span, String)> = rows.chain(sides).collect();
    missing.sort_by_key(|(span, _)| *span);
    if missing.is_empty() {
        return;
    }
    let title = format!("{} in no case", mapping.name.value);
    line(out, 0, &bold(&visible(&title)));
    for (span, what) in missing {
        let written = cut(sources.slice(span).lines().next().unwrap_or(""));
        let place = dim(&at(sources, span));
        line(out, 1, &format!("{place}  {}: {written}", visible(&what)));
    }
}

/// `integration.toml:12:5`
pub(super) fn at(sources: &Sources, span: Span) -> String {
    match sources.file(span.file) {
        Some(file) => {
            let position = file.line_column(span.start);
            visible(&format!(
                "{}:{}:{}",
                file.path(),
                position.line,
                position.column
            ))
        }
        None => String::new(),
    }
}

pub(super) fn cut(text: &str) -> String {
    shortened(&visible(text), LONGEST)
}

pub(super) fn line(out: &mut String, depth: usize, text: &str) {
    out.push_str(&"  ".repeat(depth));
    out.push_str(text);
    out.push('\n');
}
