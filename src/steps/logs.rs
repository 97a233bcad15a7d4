//! What was logged in an environment.

use super::lookups::{project_id, text};
use crate::contract::{Call, ContractError, table};

/// Reads the log of the last time: a Go duration, as `24h`.
///
/// # Errors
/// A text that no argument can hold.
pub fn logs(environment: &str, since: &str) -> Result<Call, ContractError> {
    Call::new(
        &table::projects::LOGS,
        vec![
            ("project", project_id()),
            ("environment", text(environment)),
            ("since", text(since)),
        ],
    )
}
