//! What `plan`, `apply`, `status` and `recover` share: one integration, one scope, and the
//! platform behind the command line.

mod dotenv;
mod env_file;
mod guard;
mod options;
mod redact;
mod released;
mod session;
mod versori;

pub(super) use env_file::EnvFile;
pub(super) use options::{Options, Reach, ScopeOptions};
pub(super) use redact::Redactor;
pub(super) use released::Allowed;
pub(super) use session::{Session, digest};
pub(super) use versori::Versori;
