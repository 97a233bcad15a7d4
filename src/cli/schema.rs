//! `gusset schema`

use super::Exit;
use super::terminal::Terminal;

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
}
