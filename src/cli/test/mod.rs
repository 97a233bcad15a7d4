//! `gusset test`: the cases of mappings, in process.

mod text;
mod update;

use super::Exit;
use super::load::Paths;
use super::terminal::{Terminal, count, green, red};
use crate::cases::{Counts, Document};
use crate::compile;
use crate::project::Project;

#[derive(Debug, clap::Args)]
pub(super) struct Arguments {
    #[command(flatten)]
    paths: Paths,
    /// Write expectations: those that are missing, or also those that are not met
    #[arg(
        long,
        value_enum,
        value_name = "WHICH",
        num_args = 0..=1,
        require_equals = true,
        default_missing_value = "missing"
    )]
    update: Option<Which>,
    /// List the rows and the sides of conditionals that no case reaches
    #[arg(long)]
    coverage: bool,
    /// How to write the result
    #[arg(long, value_enum, default_value_t = Format::Text)]
    format: Format,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, clap::ValueEnum)]
enum Which {
    /// Cases that expect nothing yet
    Missing,
    /// Also cases whose result differs
    All,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, clap::ValueEnum)]
enum Format {
    /// For people
    Text,
    /// For programs; `gusset schema test` prints its schema
    Json,
}

pub(super) fn run(arguments: &Arguments, terminal: &mut Terminal) -> Exit {
    let mut exit = Exit::Fine;
    let mut total = Counts::default();
    let mut document = Document::default();
    let mut integrations = 0;
    arguments
        .paths
        .find()
        .each(compile::test, terminal, |terminal, mut project| {
            integrations += 1;
            if let Some(which) = arguments.update {
                exit = exit.and(update::update(&mut project, which, terminal));
            }
            let findings = &project.compilation.diagnostics;
            if !findings.is_empty() {
                terminal.err_findings(&project.shown_sources(), findings);
            }
            let counts = project.compilation.cases.counts();
            total.add(counts);
            if project.has_errors() || counts.failed > 0 {
                exit = exit.and(Exit::Failed);
            }
            tell(arguments, &project, &mut document, terminal);
        });
    match arguments.format {
        Format::Json => terminal.out(&document.finish()),
        Format::Text => terminal.out(&summary(total, integrations)),
    }
    exit
}

fn tell(
    arguments: &Arguments,
    project: &Project,
    document: &mut Document,
    terminal: &mut Terminal,
) {
    let report = &project.compilation.cases;
    let sources = project.shown_sources();
    match arguments.format {
        Format::Json => document.add(project.folder.as_str(), &sources, report),
        Format::Text => {
            let text = text::report(&sources, report, arguments.coverage);
            terminal.out(&text);
        }
    }
}

/// The last lines: what passed, what did not, what was reached.
fn summary(counts: Counts, integrations: usize) -> String {
    let mut parts = vec![format!("{} passed", count(counts.passed, "case"))];
    for (number, words) in [
        (counts.failed, "failed"),
        (counts.needs_deno, "need Deno: run `gusset verify`"),
        (counts.not_run, "not run, since their mappings have errors"),
    ] {
        if number > 0 {
            parts.push(format!("{number} {words}"));
        }
    }
    let line = format!(
        "{} in {}",
        parts.join(", "),
        count(integrations, "integration")
    );
    let line = if counts.failed > 0 {
        red(&line)
    } else {
        green(&line)
    };
    format!(
        "{line}\nreached {} of {}, {} of {}\n",
        counts.rows_covered,
        count(counts.rows, "row"),
        counts.sides_covered,
        count(counts.sides, "side") + " of conditionals",
    )
}
