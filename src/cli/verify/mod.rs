//! `gusset verify`: what `build` writes, checked and tested in a folder of its own.

mod generated;

use std::process::{Command, Stdio};
use std::time::Instant;

use camino::{Utf8Path, Utf8PathBuf};

use super::Exit;
use super::deno::Deno;
use super::load::Paths;
use super::terminal::{Terminal, green, red, visible};
use crate::compile;
use crate::contract::check_script;
use crate::emit::Artifact;
use crate::project::{OUTPUT, Project, write_new};

/// Deno's subcommands, all without the network: a name for people and the arguments.
const CHECKS: [(&str, &[&str]); 4] = [
    ("deno check", &["check", "--no-remote", "."]),
    ("deno lint", &["lint"]),
    ("deno fmt --check", &["fmt", "--check"]),
    (
        "deno test",
        &["test", "--no-prompt", "--no-remote", "--permit-no-files"],
    ),
];

#[derive(Debug, clap::Args)]
pub(super) struct Arguments {
    #[command(flatten)]
    paths: Paths,
    /// The Deno to use; else the variable GUSSET_DENO, else `deno` in PATH
    #[arg(long, value_name = "PATH")]
    deno: Option<Utf8PathBuf>,
}

pub(super) fn run(arguments: &Arguments, terminal: &mut Terminal) -> Exit {
    let deno = match Deno::find(arguments.deno.as_deref()) {
        Ok(deno) => deno,
        Err(why) => {
            terminal.error(&why);
            return Exit::Failed;
        }
    };
    let mut exit = Exit::Fine;
    arguments
        .paths
        .find()
        .each(compile::verify, terminal, |terminal, project| {
            exit = exit.and(verify(&deno, &project, terminal));
        });
    exit
}

/// Checks one integration, and tells how each check went.
pub(super) fn verify(deno: &Deno, project: &Project, terminal: &mut Terminal) -> Exit {
    let findings = &project.compilation.diagnostics;
    if !findings.is_empty() {
        terminal.err_findings(&project.shown_sources(), findings);
    }
    if project.has_errors() {
        return Exit::Failed;
    }
    let artifacts = &project.compilation.artifacts;
    let folder = match write_temporary(artifacts) {
        Ok(folder) => folder,
        Err(error) => {
            terminal.error(&format!("cannot write to a temporary folder: {error}"));
            return Exit::Failed;
        }
    };
    let Some(root) = Utf8Path::from_path(folder.path()) else {
        terminal.error("the temporary folder's path is not UTF-8; set TMPDIR");
        return Exit::Failed;
    };
    let title = format!("{} with Deno {}\n", project.folder, deno.version);
    terminal.out(&visible(&title));
    let mut run = Run {
        terminal,
        temporary: root,
        shown: project.shown(OUTPUT),
        exit: Exit::Fine,
    };
    for (name, arguments) in CHECKS {
        run.check(name, || deno.run(root, arguments));
    }
    if !project.compilation.generated.is_empty() {
        let mut told = String::new();
        let agree = run.check("generated inputs", || {
            let (ran, words) = generated::check(deno, &project.compilation)?;
            told = words;
            Ok(ran)
        });
        if agree {
            run.terminal.out(&format!("    {told}\n"));
        }
    }
    let scripts = scripts(artifacts);
    if !scripts.is_empty() {
        run.check("versori calls", || Ok(check_calls(root, &scripts)));
        if has_bash() {
            run.check("bash -n", || check_syntax(root, &scripts));
        }
    }
    run.exit
}

/// How one check ended.
pub(super) struct Ran {
    pub(super) passed: bool,
    /// What it said.
    pub(super) output: String,
}

impl Ran {
    /// Runs a program to its end, with nothing to read.
    ///
    /// # Errors
    /// A phrase, when it does not start.
    pub(super) fn of(command: &mut Command) -> Result<Self, String> {
        let name = command.get_program().to_string_lossy().into_owned();
        let output = command
            .stdin(Stdio::null())
            .output()
            .map_err(|error| format!("`{name}` does not run: {error}"))?;
        let mut text = String::from_utf8_lossy(&output.stdout).into_owned();
        text.push_str(&String::from_utf8_lossy(&output.stderr));
        Ok(Self {
            passed: output.status.success(),
            output: text,
        })
    }
}

/// The checks of one integration.
struct Run<'a> {
    terminal: &'a mut Terminal,
    temporary: &'a Utf8Path,
    /// Where the files lie as people see it.
    shown: Utf8PathBuf,
    exit: Exit,
}

impl Run<'_> {
    /// Runs one check and tells how it went; what it said only when it failed. Gives
    /// whether it passed.
    fn check(&mut self, name: &str, run: impl FnOnce() -> Result<Ran, String>) -> bool {
        self.terminal.progress(&format!("{name} …"));
        let start = Instant::now();
        let ran = run().unwrap_or_else(|why| Ran {
            passed: false,
            output: why,
        });
        let seconds = start.elapsed().as_secs_f64();
        let word = if ran.passed {
            green("ok")
        } else {
            red("failed")
        };
        self.terminal
            .out(&format!("  {name:18} {word} ({seconds:.1} s)\n"));
        if ran.passed {
            return true;
        }
        self.exit = Exit::Failed;
        let said = ran
            .output
            .replace(&format!("file://{}", self.temporary), self.shown.as_str())
            .replace(self.temporary.as_str(), self.shown.as_str());
        self.terminal
            .out(&format!("{}\n", visible(said.trim_end_matches('\n'))));
        false
    }
}

/// The bash scripts of the output.
fn scripts(artifacts: &[Artifact]) -> Vec<&Artifact> {
    artifacts
        .iter()
        .filter(|artifact| Utf8Path::new(&artifact.path).extension() == Some("sh"))
        .collect()
}

/// Every call of `versori` against the contract of its command line.
fn check_calls(root: &Utf8Path, scripts: &[&Artifact]) -> Ran {
    let mut output = String::new();
    for script in scripts {
        for breach in check_script(&script.contents).breaches {
            output.push_str(&format!(
                "{}:{}: {}\n",
                root.join(&script.path),
                breach.line,
                breach.what
            ));
        }
    }
    Ran {
        passed: output.is_empty(),
        output,
    }
}

fn has_bash() -> bool {
    Ran::of(Command::new("bash").arg("--version")).is_ok_and(|ran| ran.passed)
}

/// `bash -n` for each script.
fn check_syntax(root: &Utf8Path, scripts: &[&Artifact]) -> Result<Ran, String> {
    let mut all = Ran {
        passed: true,
        output: String::new(),
    };
    for script in scripts {
        let path = root.join(&script.path);
        let ran = Ran::of(Command::new("bash").arg("-n").arg(path))?;
        all.passed &= ran.passed;
        all.output.push_str(&ran.output);
    }
    Ok(all)
}

/// Writes the artifacts to a new folder, which is removed when dropped. Its path is the
/// real one, since Deno names files by that.
fn write_temporary(artifacts: &[Artifact]) -> std::io::Result<tempfile::TempDir> {
    let parent = std::env::temp_dir().canonicalize()?;
    let folder = tempfile::Builder::new()
        .prefix("gusset-verify-")
        .tempdir_in(parent)?;
    write_new(folder.path(), artifacts)?;
    Ok(folder)
}
