//! A folder with a platform's state and a `PATH` that holds shims only.

use std::collections::BTreeMap;
use std::fs;
use std::os::unix::fs::symlink;
use std::os::unix::process::CommandExt;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Output, Stdio};

use stand_in::state::State;
use stand_in::{Entry, read_log};

/// What scripts may call beside `versori`: jq, and what every system has with bash.
const TOOLS: &[&str] = &[
    "bash",
    "cat",
    "env",
    "jq",
    "mktemp",
    "mv",
    "rm",
    "sha256sum",
    "sleep",
];

/// A folder of its own for one test; removed with it.
pub struct World {
    root: tempfile::TempDir,
    /// Further variables of the script's environment.
    pub variables: BTreeMap<String, String>,
}

impl World {
    /// A platform with this state.
    pub fn new(state: &State) -> Self {
        let root = tempfile::tempdir().expect("a temporary folder");
        let bin = root.path().join("bin");
        fs::create_dir(&bin).expect("a folder for shims");
        let this = std::env::current_exe().expect("this binary has a path");
        symlink(this, bin.join("versori")).expect("a shim for versori");
        for tool in TOOLS {
            symlink(find(tool), bin.join(tool)).expect("a shim for a tool");
        }
        fs::create_dir(root.path().join("work")).expect("a folder to work in");
        let world = Self {
            root,
            variables: BTreeMap::new(),
        };
        state.save(&world.state_path());
        world
    }

    /// A further program on the `PATH`: a real one, or what is there at that place.
    pub fn tool(&self, name: &str, at: Option<&Path>) {
        let at = at.map_or_else(|| find(name), Path::to_owned);
        symlink(at, self.root.path().join("bin").join(name)).expect("a shim for a tool");
    }

    /// A further program on the `PATH`: this script. It takes the place of another.
    pub fn fake(&self, name: &str, script: &str) {
        let path = self.root.path().join("bin").join(name);
        let _ = fs::remove_file(&path);
        fs::write(&path, format!("#!/bin/sh\n{script}\n")).expect("a script");
        let rights = std::os::unix::fs::PermissionsExt::from_mode(0o755);
        fs::set_permissions(&path, rights).expect("it can be run");
    }

    /// Where the project lies.
    pub fn folder(&self) -> PathBuf {
        self.root.path().join("work")
    }

    pub fn state_path(&self) -> PathBuf {
        self.root.path().join("state.json")
    }

    pub fn log_path(&self) -> PathBuf {
        self.root.path().join("log.jsonl")
    }

    pub fn state(&self) -> State {
        State::load(&self.state_path())
    }

    /// The calls since the log was last cleared. Panics on a breach of the contract.
    pub fn calls(&self) -> Vec<Vec<String>> {
        read_log(&self.log_path())
            .into_iter()
            .map(|entry| match entry {
                Entry::Call(argv) => argv,
                Entry::Violation(what) => panic!("the contract is broken: {what}"),
            })
            .collect()
    }

    pub fn clear_log(&self) {
        let _ = fs::remove_file(self.log_path());
    }

    pub fn write(&self, path: &str, text: &str) {
        let path = self.folder().join(path);
        fs::create_dir_all(path.parent().unwrap_or(Path::new("/"))).expect("a folder");
        fs::write(path, text).expect("a file");
    }

    pub fn read(&self, path: &str) -> String {
        fs::read_to_string(self.folder().join(path)).unwrap_or_default()
    }

    /// Runs a script that was emitted.
    pub fn script(&self, name: &str, arguments: &[&str]) -> Ran {
        let path = format!("versori/scripts/{name}");
        let mut words = vec![path.as_str()];
        words.extend(arguments);
        let output = self.run("bash", &words);
        Ran {
            code: output.status.code(),
            stdout: String::from_utf8_lossy(&output.stdout).into_owned(),
            stderr: String::from_utf8_lossy(&output.stderr).into_owned(),
        }
    }

    /// Runs gusset here.
    pub fn gusset(&self, arguments: &[&str]) -> Ran {
        let output = self.run(env!("CARGO_BIN_EXE_gusset"), arguments);
        Ran {
            code: output.status.code(),
            stdout: String::from_utf8_lossy(&output.stdout).into_owned(),
            stderr: String::from_utf8_lossy(&output.stderr).into_owned(),
        }
    }

    /// Starts gusset here; what it says is dropped.
    pub fn start_gusset(&self, arguments: &[&str]) -> Child {
        self.command(env!("CARGO_BIN_EXE_gusset"), arguments)
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .spawn()
            .expect("the program runs")
    }

    /// All that belongs to this world.
    pub fn root(&self) -> PathBuf {
        self.root.path().to_owned()
    }

    /// Where gusset keeps its journals.
    pub fn state_folder(&self) -> PathBuf {
        self.root.path().join("journals")
    }

    /// Takes over the folder of another world.
    pub fn copy_from(&self, other: &Self) {
        let words = ["-R", "."].map(str::to_owned);
        let status = Command::new("cp")
            .args(words)
            .arg(self.folder())
            .current_dir(other.folder())
            .status();
        assert!(status.is_ok_and(|status| status.success()), "a copy");
    }

    /// Runs a program of the shims, alone in its process group, without a terminal.
    pub fn run(&self, program: &str, arguments: &[&str]) -> Output {
        self.command(program, arguments)
            .output()
            .expect("the program runs")
    }

    /// Starts a script that was emitted. What it says goes to files of the world.
    pub fn start(&self, name: &str) -> Child {
        let said = |name: &str| fs::File::create(self.root.path().join(name)).expect("a file");
        let script = format!("versori/scripts/{name}");
        // Tests in the background, or under nohup, ignore signals, and children inherit that.
        let words = ["--default-signal=HUP,INT,TERM", "bash", &script];
        self.command("env", &words)
            .stdout(said("stdout"))
            .stderr(said("stderr"))
            .spawn()
            .expect("the program runs")
    }

    /// What a script that was started has said so far, for people.
    pub fn told(&self) -> String {
        fs::read_to_string(self.root.path().join("stderr")).unwrap_or_default()
    }

    /// Temporary files that scripts have left behind.
    pub fn leftovers(&self) -> Vec<String> {
        fs::read_dir(self.root.path())
            .expect("the folder is there")
            .map(|entry| entry.expect("an entry").file_name())
            .map(|name| name.to_string_lossy().into_owned())
            .filter(|name| name.starts_with("tmp."))
            .collect()
    }

    fn command(&self, program: &str, arguments: &[&str]) -> Command {
        let bin = self.root.path().join("bin");
        let mut command = Command::new(bin.join(program));
        command
            .arg0(program)
            .args(arguments)
            .current_dir(self.folder())
            .env_clear()
            .env("PATH", &bin)
            .env("HOME", self.root.path())
            .env("TMPDIR", self.root.path())
            .env("TERM", "dumb")
            .env("STAND_IN_STATE", self.state_path())
            .env("STAND_IN_LOG", self.log_path())
            .env("STAND_IN_GROUP", "own")
            .env("GUSSET_POLL_SECONDS", "0")
            .env("GUSSET_STATE_DIR", self.state_folder())
            .envs(&self.variables)
            .stdin(Stdio::null())
            .process_group(0);
        command
    }
}

/// How a script ended and what it said.
#[derive(Debug)]
pub struct Ran {
    /// `None` when a signal ended it.
    pub code: Option<i32>,
    pub stdout: String,
    pub stderr: String,
}

impl Ran {
    /// Panics unless it ended with this code.
    #[track_caller]
    pub fn ends(self, code: i32) -> Self {
        assert_eq!(self.code, Some(code), "{}", self.stderr);
        self
    }
}

/// The real place of a tool.
fn find(tool: &str) -> PathBuf {
    let path = std::env::var_os("PATH").unwrap_or_default();
    std::env::split_paths(&path)
        .map(|folder| folder.join(tool))
        .find(|candidate| candidate.is_file())
        .unwrap_or_else(|| panic!("`{tool}` is needed for these tests and is not on PATH"))
}
