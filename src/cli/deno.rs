//! Finds Deno and runs it.

use std::env;
use std::process::{Command, Stdio};

use camino::{Utf8Path, Utf8PathBuf};

use super::verify::Ran;

/// The platform runs this minor version; older ones check other rules.
const OLDEST: (u32, u32) = (2, 3);

/// What to do where Deno is missing.
const HOW_TO_GET: &str = "install it by `npm install --global deno@2.3.7`, or name one by \
                          `--deno PATH` or the variable GUSSET_DENO";

/// A Deno that runs.
#[derive(Debug)]
pub(super) struct Deno {
    program: Utf8PathBuf,
    /// As `deno --version` says it: `2.3.7`.
    pub(super) version: String,
}

impl Deno {
    /// The Deno named on the command line, else by `GUSSET_DENO`, else the first in
    /// `PATH`.
    ///
    /// # Errors
    /// A phrase: why there is none, and how to get it.
    pub(super) fn find(named: Option<&Utf8Path>) -> Result<Self, String> {
        let from_environment = env::var("GUSSET_DENO")
            .ok()
            .filter(|path| !path.is_empty())
            .map(Utf8PathBuf::from);
        let program = named
            .map(Utf8Path::to_owned)
            .or(from_environment)
            .unwrap_or_else(|| Utf8PathBuf::from("deno"));
        let program = from_here(program);
        let output = Command::new(&program)
            .arg("--version")
            .stdin(Stdio::null())
            .output();
        let output = match output {
            Ok(output) if output.status.success() => output,
            Ok(output) => {
                return Err(format!(
                    "`{program} --version` failed ({}); {HOW_TO_GET}",
                    output.status
                ));
            }
            Err(error) if error.kind() == std::io::ErrorKind::NotFound => {
                return Err(format!(
                    "verify needs Deno {}.{} or newer, and `{program}` is not there; {HOW_TO_GET}",
                    OLDEST.0, OLDEST.1
                ));
            }
            Err(error) => {
                return Err(format!("`{program}` does not run: {error}; {HOW_TO_GET}"));
            }
        };
        let text = String::from_utf8_lossy(&output.stdout).into_owned();
        match version(&text) {
            Some((number, version)) if number >= OLDEST => Ok(Self { program, version }),
            Some((_, version)) => Err(format!(
                "verify needs Deno {}.{} or newer, and `{program}` is {version}; {HOW_TO_GET}",
                OLDEST.0, OLDEST.1
            )),
            None => Err(format!("`{program}` is no Deno; {HOW_TO_GET}")),
        }
    }

    /// Runs a subcommand in `folder`, without asking anything and without colour.
    ///
    /// # Errors
    /// A phrase, when the program does not start.
    pub(super) fn run(&self, folder: &Utf8Path, arguments: &[&str]) -> Result<Ran, String> {
        let mut command = Command::new(&self.program);
        command
            .args(arguments)
            .current_dir(folder)
            .env("NO_COLOR", "1")
            .env("DENO_NO_PROMPT", "1")
            .env("DENO_NO_UPDATE_CHECK", "1")
            // A backtrace of Deno's own says nothing about what it checked.
            .env_remove("RUST_BACKTRACE");
        Ran::of(&mut command)
    }
}

/// A path with folders in it is relative to here, not to where the program is started.
pub(super) fn from_here(program: Utf8PathBuf) -> Utf8PathBuf {
    if program.components().count() < 2 {
        return program;
    }
    camino::absolute_utf8(&program).unwrap_or(program)
}

/// `deno 2.3.7 (stable, …)` as numbers and as text.
fn version(text: &str) -> Option<((u32, u32), String)> {
    let version = text.strip_prefix("deno ")?.split_whitespace().next()?;
    let mut numbers = version.split('.').map(str::parse);
    let major = numbers.next()?.ok()?;
    let minor = numbers.next()?.ok()?;
    Some(((major, minor), version.to_owned()))
}

#[cfg(test)]
mod tests {
    use super::version;

    #[test]
    fn versions_are_read_from_the_first_line() {
        let read = version("deno 2.3.7 (stable, release)\nv8 13\n");
        assert_eq!(read, Some(((2, 3), "2.3.7".to_owned())));
        assert_eq!(version("v22.1.0"), None);
        assert_eq!(version("deno two"), None);
    }
}
