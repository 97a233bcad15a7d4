//! `gusset check`

use super::Exit;
use super::load::Paths;
use super::terminal::{Terminal, count, green};
use crate::compile;
use crate::diagnostics::render::{Counts, Report};

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
    /// For programs; `gusset schema diagnostics` prints its schema
    Json,
}

pub(super) fn run(arguments: &Arguments, terminal: &mut Terminal) -> Exit {
    let mut counts = Counts::default();
    let mut report = Report::new();
    let mut projects = 0;
    arguments
        .paths
        .find()
        .each(compile::check, terminal, |terminal, project| {
            projects += 1;
            let findings = &project.compilation.diagnostics;
            if findings.is_empty() {
                return;
            }
            counts.add(findings);
            let sources = project.shown_sources();
            match arguments.format {
                Format::Text => terminal.out_findings(&sources, findings),
                Format::Json => report.add(&sources, findings),
            }
        });
    match arguments.format {
        Format::Text => {
            let line = format!("{counts} in {}", count(projects, "integration"));
            let is_clean = counts == Counts::default();
            let line = if is_clean { green(&line) } else { line };
            terminal.out(&format!("{line}\n"));
        }
        Format::Json => terminal.out(&report.finish()),
    }
    if counts.errors > 0 {
        Exit::Failed
    } else {
        Exit::Fine
    }
}
