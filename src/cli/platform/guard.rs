//! One run at a time changes a project.

use super::super::terminal::{Terminal, visible};
use super::Session;
use crate::project::{Guard, GuardError};

impl Session {
    /// Takes the project's guard for a command, and tells of a run that was cut off.
    ///
    /// # Errors
    /// When another run holds it, or the disk refuses.
    pub(in crate::cli) fn take_guard(
        &self,
        terminal: &mut Terminal,
        command: &str,
    ) -> Result<Guard, String> {
        let scope = match self.environment() {
            "" => "--setup".to_owned(),
            name => format!("--environment {name}"),
        };
        let said = format!("process {}, {command} {scope}", std::process::id());
        match self.state.guard(&said) {
            Ok(guard) => {
                if !guard.left.is_empty() {
                    let line = format!(
                        "An earlier run ({}) did not come to its end; this one goes on from what is there.\n",
                        guard.left
                    );
                    terminal.err(&visible(&line));
                }
                Ok(guard)
            }
            Err(GuardError::Held(said)) => Err(format!(
                "another run changes this project now ({said}): wait for it"
            )),
            Err(GuardError::Disk(error)) => Err(format!(
                "{error}: set GUSSET_STATE_DIR to a folder that can be written"
            )),
        }
    }
}
