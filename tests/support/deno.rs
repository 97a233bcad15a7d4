//! The Denos that tests run, always offline.

#![allow(dead_code, reason = "each test binary uses a part")]

use std::path::{Path, PathBuf};
use std::process::{Command, Output};
use std::sync::OnceLock;

/// One of the two Denos.
#[derive(Clone, Debug)]
pub struct Deno {
    /// `pinned` or `current`.
    pub name: &'static str,
    path: PathBuf,
}

/// The version that the platform runs.
pub fn pinned() -> Deno {
    Deno::installed("pinned", "GUSSET_DENO_PINNED", 0)
}

/// A current version.
pub fn current() -> Deno {
    Deno::installed("current", "GUSSET_DENO_CURRENT", 1)
}

pub fn both() -> [Deno; 2] {
    [pinned(), current()]
}

/// What a run gave.
#[derive(Debug)]
pub struct Run {
    pub succeeded: bool,
    pub stdout: String,
    pub stderr: String,
}

impl Run {
    /// Fails the test with all output unless the run succeeded.
    #[track_caller]
    pub fn assert_success(&self, what: &str) {
        assert!(
            self.succeeded,
            "{what} failed\n--- stdout\n{}\n--- stderr\n{}",
            self.stdout, self.stderr
        );
    }
}

impl Deno {
    fn installed(name: &'static str, variable: &str, line: usize) -> Self {
        let path = match std::env::var_os(variable) {
            Some(path) => PathBuf::from(path),
            None => install()[line].clone(),
        };
        assert!(path.is_file(), "{variable}: no file {}", path.display());
        Self { name, path }
    }

    /// The executable.
    pub fn path(&self) -> &Path {
        &self.path
    }

    /// Runs `deno ARGUMENTS…` in a folder, with a cache kept between tests.
    pub fn run(&self, folder: &Path, arguments: &[&str]) -> Run {
        let cache = Path::new(env!("CARGO_TARGET_TMPDIR")).join(format!("deno-{}", self.name));
        self.run_with_cache(folder, arguments, &cache)
    }

    /// Runs `deno ARGUMENTS…` in a folder as if Deno had never run before.
    pub fn run_cold(&self, folder: &Path, arguments: &[&str]) -> Run {
        let cache = tempfile::tempdir().expect("a temporary folder");
        self.run_with_cache(folder, arguments, cache.path())
    }

    /// `deno ARGUMENTS…` in a folder, to be started, with a cache kept between tests.
    pub fn command(&self, folder: &Path, arguments: &[&str]) -> Command {
        let cache = Path::new(env!("CARGO_TARGET_TMPDIR")).join(format!("deno-{}", self.name));
        self.prepared(folder, arguments, &cache)
    }

    fn run_with_cache(&self, folder: &Path, arguments: &[&str], cache: &Path) -> Run {
        let mut command = self.prepared(folder, arguments, cache);
        let output = command
            .output()
            .unwrap_or_else(|error| panic!("{}: {error}", self.path.display()));
        run_of(output)
    }

    fn prepared(&self, folder: &Path, arguments: &[&str], cache: &Path) -> Command {
        // Nothing listens on port 1, so that whatever looks for a network fails at once.
        const NOWHERE: &str = "http://127.0.0.1:1/";
        let mut command = if can_drop_network() {
            let mut command = Command::new("unshare");
            command.args(["--map-root-user", "--net"]).arg(&self.path);
            command
        } else {
            Command::new(&self.path)
        };
        for variable in [
            "HTTP_PROXY",
            "HTTPS_PROXY",
            "ALL_PROXY",
            "http_proxy",
            "https_proxy",
            "all_proxy",
            "NPM_CONFIG_REGISTRY",
            "npm_config_registry",
            "JSR_URL",
        ] {
            command.env(variable, NOWHERE);
        }
        command
            .args(arguments)
            .current_dir(folder)
            .env("DENO_DIR", cache)
            .env("DENO_NO_UPDATE_CHECK", "1")
            .env("NO_COLOR", "1")
            .env_remove("NO_PROXY")
            .env_remove("no_proxy");
        command
    }
}

fn run_of(output: Output) -> Run {
    Run {
        succeeded: output.status.success(),
        stdout: String::from_utf8_lossy(&output.stdout).into_owned(),
        stderr: String::from_utf8_lossy(&output.stderr).into_owned(),
    }
}

/// The paths that `.ci/deno` installs, or a failure that says why it could not.
fn install() -> &'static [PathBuf] {
    static PATHS: OnceLock<Vec<PathBuf>> = OnceLock::new();
    PATHS.get_or_init(|| {
        let script = Path::new(env!("CARGO_MANIFEST_DIR")).join(".ci/deno");
        let print = r#"printf '%s\n' "$GUSSET_DENO_PINNED" "$GUSSET_DENO_CURRENT""#;
        let output = Command::new("bash")
            .arg(script)
            .args(["bash", "-c", print])
            .output()
            .expect("bash runs .ci/deno");
        let run = run_of(output);
        run.assert_success("`bash .ci/deno`, which installs Deno,");
        run.stdout.lines().map(PathBuf::from).collect()
    })
}

/// Whether a process can be started without any network, for certainty.
fn can_drop_network() -> bool {
    static CAN: OnceLock<bool> = OnceLock::new();
    *CAN.get_or_init(|| {
        Command::new("unshare")
            .args(["--map-root-user", "--net", "true"])
            .output()
            .is_ok_and(|output| output.status.success())
    })
}
