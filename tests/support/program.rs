//! Runs the real program.

use std::path::Path;
use std::process::{Command, Stdio};

use super::folder::Folder;

/// What one run gave.
#[derive(Debug)]
pub struct Outcome {
    pub code: i32,
    pub stdout: String,
    pub stderr: String,
}

impl Outcome {
    /// Fails the test with all that was printed when the exit code is another.
    #[track_caller]
    pub fn ends_with(self, code: i32) -> Self {
        assert_eq!(
            self.code, code,
            "exit code\n--- stdout\n{}\n--- stderr\n{}",
            self.stdout, self.stderr
        );
        self
    }
}

/// A command with nothing of the developer's environment that would change its output.
pub fn command(folder: &Path, arguments: &[&str]) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_gusset"));
    command
        .args(arguments)
        .current_dir(folder)
        .stdin(Stdio::null());
    for variable in [
        "NO_COLOR",
        "CLICOLOR_FORCE",
        "GUSSET_DENO",
        "RUST_BACKTRACE",
    ] {
        command.env_remove(variable);
    }
    command
}

/// Runs `gusset` with these arguments in a folder.
pub fn gusset(folder: &Path, arguments: &[&str]) -> Outcome {
    outcome(&mut command(folder, arguments))
}

/// Runs a command to its end.
pub fn outcome(command: &mut Command) -> Outcome {
    let output = command.output().unwrap();
    Outcome {
        code: output.status.code().unwrap_or(-1),
        stdout: String::from_utf8(output.stdout).unwrap(),
        stderr: String::from_utf8(output.stderr).unwrap(),
    }
}

/// How many generated inputs `gusset verify` says agree in this Deno.
///
/// # Panics
/// When it fails, or does not say.
pub fn agreeing(folder: &Folder, deno: &str) -> usize {
    let said = gusset(folder.path(), &["verify", "--deno", deno]).ends_with(0);
    let line = said
        .stdout
        .lines()
        .find(|line| line.contains("agree in Deno"));
    let line = line.unwrap_or_else(|| panic!("{}", said.stdout));
    let number = line.split_whitespace().next().unwrap();
    number.parse().unwrap()
}
