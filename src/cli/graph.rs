//! `gusset graph`

use super::Exit;
use super::load::Paths;
use super::terminal::{Terminal, visible};
use crate::compile;

#[derive(Debug, clap::Args)]
pub(super) struct Arguments {
    #[command(flatten)]
    paths: Paths,
}

/// Prints what could be read also when there are errors, which go to standard error.
pub(super) fn run(arguments: &Arguments, terminal: &mut Terminal) -> Exit {
    let mut exit = Exit::Fine;
    arguments
        .paths
        .find()
        .each(compile::compile, terminal, |terminal, project| {
            let findings = &project.compilation.diagnostics;
            if !findings.is_empty() {
                terminal.err_findings(&project.shown_sources(), findings);
            }
            if project.has_errors() {
                exit = exit.and(Exit::Failed);
            }
            terminal.out(&visible(&project.compilation.graph));
        });
    exit
}
