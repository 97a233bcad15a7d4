//! One run at a time changes a project.

use std::time::{Duration, Instant};

use super::super::terminal::{Terminal, visible};
use super::Session;
use crate::project::{Guard, GuardError};

/// How often a guard is tried again.
const PAUSE: Duration = Duration::from_millis(50);

impl Session {
    /// Takes the project's guard for a command, and tells of a run that was cut off. The
    /// calls of a run that was killed are waited for: they may still act.
    ///
    /// # Errors
    /// When another run holds it, or the disk refuses.
    pub(in crate::cli) fn take_guard(
        &mut self,
        terminal: &mut Terminal,
        command: &str,
    ) -> Result<Guard, String> {
        let scope = match self.environment() {
            "" => "--setup".to_owned(),
            name => format!("--environment {name}"),
        };
        let said = format!("process {}, {command} {scope}", std::process::id());
        let deadline = Instant::now() + self.versori.timeout;
        loop {
            match self.state.guard(&self.project.folder, &said) {
                Ok(guard) => {
                    if !guard.left.is_empty() {
                        let line = format!(
                            "An earlier run ({}) did not come to its end; this one goes on from what is there.\n",
                            guard.left
                        );
                        terminal.err(&visible(&line));
                    }
                    self.versori.hold(&guard)?;
                    return Ok(guard);
                }
                Err(GuardError::Held(other)) if is_gone(&other) && Instant::now() < deadline => {
                    terminal.progress("waiting for the last call of a run that was killed …");
                    std::thread::sleep(PAUSE);
                }
                Err(GuardError::Held(other)) => {
                    return Err(format!(
                        "another run changes this project now ({other}): wait for it"
                    ));
                }
                Err(GuardError::Disk(error)) => {
                    return Err(format!(
                        "{error}: set GUSSET_STATE_DIR to a folder that can be written"
                    ));
                }
            }
        }
    }
}

/// Whether the process that wrote this is gone, so that only its calls are left. Where the
/// system does not tell, it is not.
fn is_gone(said: &str) -> bool {
    let Some(number) = said.strip_prefix("process ") else {
        // A run that has just begun has written nothing yet, and one whose folder was
        // removed has left nothing: both are over in a moment, or say so.
        return said.is_empty();
    };
    let number: String = number.chars().take_while(char::is_ascii_digit).collect();
    let own = std::path::Path::new("/proc/self");
    own.exists() && !own.with_file_name(number).exists()
}
