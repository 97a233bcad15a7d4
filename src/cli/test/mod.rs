//! `gusset test`: the cases of mappings, in process.

mod generated;
mod text;
mod update;

use super::Exit;
use super::load::Paths;
use super::terminal::{Terminal, count, green, red};
use crate::cases::generated::Tally;
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
    /// List every generated input that fails, with what it is given; otherwise a few
    #[arg(long)]
    generated: bool,
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
    let mut inputs = Tally::default();
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
            let mut tried = Tally::default();
            for generated in &project.compilation.generated {
                tried.add(generated.tally());
            }
            inputs.add(tried);
            // A generated input may be meant to fail; gusset is not.
            if project.has_errors() || counts.failed > 0 || tried.faults > 0 {
                exit = exit.and(Exit::Failed);
            }
            tell(arguments, &project, &mut document, terminal);
        });
    match arguments.format {
        Format::Json => terminal.out(&document.finish()),
        Format::Text => {
            terminal.out(&summary(total, integrations));
            terminal.out(&generated::summary(inputs));
        }
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
    let generated = &project.compilation.generated;
    let sources = project.shown_sources();
    match arguments.format {
        Format::Json => document.add(project.folder.as_str(), &sources, report, generated),
        Format::Text => {
            let text = text::report(&sources, report, generated, arguments.coverage);
            terminal.out(&text);
            let text = generated::report(&sources, generated, arguments.generated);
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
