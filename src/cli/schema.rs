//! `gusset schema`

use super::Exit;
use super::terminal::Terminal;
use crate::cases;
use crate::diagnostics::render::SCHEMA;
use crate::manifest::json_schema;

#[derive(Debug, clap::Args)]
pub(super) struct Arguments {
    /// What to describe
    #[arg(value_enum, default_value_t = Subject::Manifest)]
    subject: Subject,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, clap::ValueEnum)]
enum Subject {
    /// `integration.toml`, for editors
    Manifest,
    /// What `check --format json` prints
    Diagnostics,
    /// What `test --format json` prints
    Test,
    /// What `plan --format json` prints and `plan --out` saves
    Plan,
    /// What `status --format json` prints
    Status,
}

pub(super) fn run(arguments: &Arguments, terminal: &mut Terminal) -> Exit {
    match arguments.subject {
        Subject::Manifest => terminal.out(&format!("{:#}\n", json_schema())),
        Subject::Diagnostics => terminal.out(SCHEMA),
        Subject::Test => terminal.out(cases::SCHEMA),
        Subject::Plan => terminal.out(crate::plan::SCHEMA),
        Subject::Status => terminal.out(super::status::SCHEMA),
    }
    Exit::Fine
}
