//! The command line: one file a command, and what they share.

// Commands read the environment, start programs and print; the pure core does not.
#![allow(clippy::disallowed_methods)]

mod apply;
mod build;
mod check;
mod deno;
mod exit;
mod explain;
mod fault;
mod graph;
mod load;
mod plan;
mod platform;
mod recover;
mod schema;
mod status;
mod terminal;
mod test;
mod verify;

use std::process::ExitCode;

use clap::error::ErrorKind;
use clap::{Parser, Subcommand};

pub use exit::Exit;
use terminal::Terminal;

/// Compiles integration manifests into Versori integrations.
#[derive(Debug, Parser)]
#[command(name = "gusset", version, arg_required_else_help = true)]
#[command(
    after_help = "Exit codes: 0 fine, 1 the input is wrong or a run failed, 2 there are changes (where \
    asked for), 3 a check found something not current, 4 a person has something to do, 64 wrong usage, 70 a fault of gusset."
)]
struct Arguments {
    #[command(subcommand)]
    command: Command,
}

#[derive(Debug, Subcommand)]
enum Command {
    /// Report everything that is wrong with manifests
    Check(check::Arguments),
    /// Write the integration that a manifest describes
    Build(build::Arguments),
    /// Run the cases of mappings, without Deno
    Test(test::Arguments),
    /// Check and test what `build` writes, with Deno and the command line's contract
    Verify(verify::Arguments),
    /// Show what would change on the platform, or between two revisions
    Plan(plan::Arguments),
    /// Carry a plan out on the platform
    Apply(apply::Arguments),
    /// Tell what runs where, what is left to do, and what went wrong lately
    Status(status::Arguments),
    /// Settle what a run was making when it was cut off
    Recover(recover::Arguments),
    /// Explain a code of a diagnostic, with a wrong and a right example
    Explain(explain::Arguments),
    /// Print the dependency graph of manifests
    Graph(graph::Arguments),
    /// Print a JSON Schema: of the manifest, or of `check --format json`
    Schema(schema::Arguments),
}

/// Runs the program on the process's arguments and streams.
pub fn main() -> ExitCode {
    fault::install_hook();
    fault::guard(run).into()
}

fn run() -> Exit {
    let mut terminal = Terminal::standard();
    let arguments = match Arguments::try_parse() {
        Ok(arguments) => arguments,
        Err(error) => return usage(&mut terminal, &error),
    };
    let exit = match arguments.command {
        Command::Check(arguments) => check::run(&arguments, &mut terminal),
        Command::Build(arguments) => build::run(&arguments, &mut terminal),
        Command::Test(arguments) => test::run(&arguments, &mut terminal),
        Command::Verify(arguments) => verify::run(&arguments, &mut terminal),
        Command::Plan(arguments) => plan::run(&arguments, &mut terminal),
        Command::Apply(arguments) => apply::run(&arguments, &mut terminal),
        Command::Status(arguments) => status::run(&arguments, &mut terminal),
        Command::Recover(arguments) => recover::run(&arguments, &mut terminal),
        Command::Explain(arguments) => explain::run(&arguments, &mut terminal),
        Command::Graph(arguments) => graph::run(&arguments, &mut terminal),
        Command::Schema(arguments) => schema::run(&arguments, &mut terminal),
    };
    terminal.finish(exit)
}

/// Help and version were asked for; anything else is wrong usage.
fn usage(terminal: &mut Terminal, error: &clap::Error) -> Exit {
    let text = error.render().ansi().to_string();
    match error.kind() {
        ErrorKind::DisplayHelp | ErrorKind::DisplayVersion => {
            terminal.out(&text);
            terminal.finish(Exit::Fine)
        }
        _ => {
            terminal.err(&text);
            Exit::Usage
        }
    }
}
