//! The host: finds and reads integrations on disk, writes their artifacts, and keeps
//! the ledger of what it wrote. All of gusset's access to files is here and in `cli`.

// The pure core is forbidden the disk; this is the part that has it.
#![allow(clippy::disallowed_methods)]

mod atomic;
mod bindings;
mod diff;
mod disk;
mod edit;
mod find;
mod git;
mod ledger;
mod lock;
mod obstacles;
mod output;
mod place;
mod read;
mod revision;
mod state;
mod write;

pub use bindings::Bindings;
pub use diff::{between, unified};
pub use disk::DiskError;
pub use edit::{create, overwrite, rewrite};
pub use find::{Found, NotFound, find};
pub use git::ask_git;
pub use ledger::LEDGER;
pub use lock::OutputLock;
pub use output::{Item, Output, OutputError, State};
pub use read::{Compile, Project};
pub use revision::{Revision, RevisionError};
pub use state::{Guard, GuardError, StateFolder};
pub use write::{Written, write, write_new};

/// The file that makes a folder an integration.
pub const MANIFEST: &str = "integration.toml";

/// Where the output lies, beside the manifest.
pub const OUTPUT: &str = "versori";

/// The part of the output that is uploaded; nothing else may lie in it.
pub const DEPLOYED: &str = "project";
