//! `gusset check`

use super::Exit;
use super::load::Paths;
use super::report::{self, Tally};
use super::terminal::{Terminal, green};
use crate::diagnostics::render::Report;

#[derive(Debug, clap::Args)]
pub(super) struct Arguments {
    #[command(flatten)]
    paths: Paths,
    /// How to write the findings
    #[arg(long, value_enum, default_value_t = Format::Text)]
    format: Format,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, clap::ValueEnum)]
enum Format {
    /// For people
    Text,
    /// For programs, as spec-schema/diagnostics.schema.json describes
    Json,
}

pub(super) fn run(arguments: &Arguments, terminal: &mut Terminal) -> Exit {
    let integrations = arguments.paths.find();
    let mut tally = Tally::default();
    let mut json = Report::new();
    let mut projects = 0;
    integrations.each(terminal, |terminal, project| {
        projects += 1;
        let findings = &project.compilation.diagnostics;
        tally.add(findings);
        if findings.is_empty() {
            return;
        }
        let sources = project.shown_sources();
        match arguments.format {
            Format::Text => terminal.out(&report::text(&sources, findings)),
            Format::Json => json.add(&sources, findings),
        }
    });
    match arguments.format {
        Format::Json => terminal.out(&json.finish()),
        Format::Text if tally.errors + tally.warnings == 0 => {
            terminal.out(&format!(
                "{} {}\n",
                green("fine:"),
                report::describe(tally, projects)
            ));
        }
        Format::Text => terminal.out(&format!("{}\n", report::describe(tally, projects))),
    }
    if tally.errors > 0 {
        Exit::Failed
    } else {
        Exit::Fine
    }
}
