//! Emitted mappings in one Deno that stays: JSON lines in, JSON lines out.

use std::io::{BufRead, BufReader, Write};
use std::path::{Path, PathBuf};
use std::process::{Child, ChildStdin, ChildStdout, Stdio};

use serde_json::{Value, json};

use crate::support::deno::Deno;

const HARNESS: &str = concat!(
    include_str!("../../src/emit/typescript/project/outcome.ts"),
    include_str!("harness.ts")
);

/// How a mapping ended.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Outcome {
    /// The result as JSON text, byte for byte.
    Value(String),
    /// A data error's code and message.
    Failure(String, String),
    /// Anything else, which must not be.
    Error(String),
}

pub struct Session {
    child: Child,
    stdin: Option<ChildStdin>,
    stdout: BufReader<ChildStdout>,
    folder: tempfile::TempDir,
    programs: usize,
}

impl Session {
    pub fn start(deno: &Deno) -> Self {
        let folder = tempfile::tempdir().expect("a folder");
        std::fs::write(folder.path().join("harness.ts"), HARNESS).expect("the harness");
        let arguments = [
            "run",
            "--no-config",
            "--no-check",
            "--no-remote",
            "--allow-read",
            "harness.ts",
        ];
        let mut child = deno
            .command(folder.path(), &arguments)
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .spawn()
            .expect("Deno starts");
        Self {
            stdin: child.stdin.take(),
            stdout: BufReader::new(child.stdout.take().expect("its output")),
            child,
            folder,
            programs: 0,
        }
    }

    fn ask(&mut self, request: &Value) -> Value {
        let stdin = self.stdin.as_mut().expect("it listens");
        writeln!(stdin, "{request}").expect("it reads");
        stdin.flush().expect("it reads");
        let mut line = String::new();
        self.stdout.read_line(&mut line).expect("it answers");
        serde_json::from_str(&line).unwrap_or_else(|error| panic!("{error}: {line}"))
    }

    /// Loads a project, with texts in its files replaced: part of a path, old, new. Each
    /// must be there, in one of the files of that path.
    pub fn load(&mut self, files: &[(String, String)], replaced: &[(&str, &str, &str)]) {
        self.load_some(files, replaced, &[]);
    }

    /// As [`Self::load`], only these mappings of it; all where none are named.
    pub fn load_some(
        &mut self,
        files: &[(String, String)],
        replaced: &[(&str, &str, &str)],
        mappings: &[&str],
    ) {
        self.programs += 1;
        let root = self.folder.path().join(self.programs.to_string());
        let mut calls = Vec::new();
        let mut missing: Vec<_> = replaced.to_vec();
        for (path, contents) in files {
            if !path.starts_with("project/src/") || path.ends_with("/src/index.ts") {
                continue;
            }
            let of = mapping(path);
            if of.is_some_and(|name| !mappings.is_empty() && !mappings.contains(&name)) {
                continue;
            }
            let mut contents = contents.clone();
            for one in replaced {
                let (file, old, new) = *one;
                if path.contains(file) && contents.contains(old) {
                    contents = contents.replacen(old, new, 1);
                    missing.retain(|other| other != one);
                }
            }
            let file: PathBuf = root.join(path);
            std::fs::create_dir_all(file.parent().expect("a folder")).expect("the folder");
            std::fs::write(&file, contents).expect("the file");
            if let (Some(name), true) = (of, path.ends_with(".call.ts")) {
                calls.push(json!([name, url(&file)]));
            }
        }
        assert!(missing.is_empty(), "not in the output: {missing:?}");
        let loaded = self.ask(&json!({ "load": calls }));
        assert_eq!(loaded, json!(calls.len()), "{loaded}");
    }

    /// Runs a mapping of the project that was loaded last. Inputs are objects by the
    /// names of inputs and variables, as JSON text.
    pub fn run(&mut self, mapping: &str, inputs: &[String]) -> Vec<Outcome> {
        let said = self.ask(&json!({ "mapping": mapping, "inputs": inputs }));
        let outcomes = said
            .as_array()
            .unwrap_or_else(|| panic!("{mapping}: {said}"));
        outcomes
            .iter()
            .map(|outcome| {
                let text = |at: usize| outcome[at].as_str().unwrap_or_default().to_owned();
                match text(0).as_str() {
                    "value" => Outcome::Value(text(1)),
                    "failure" => Outcome::Failure(text(1), text(2)),
                    _ => Outcome::Error(text(1)),
                }
            })
            .collect()
    }
}

impl Drop for Session {
    fn drop(&mut self) {
        // Without more to read it ends.
        drop(self.stdin.take());
        let _ = self.child.wait();
    }
}

/// The mapping that a file belongs to: `m3` of `services/m3.ts`, `types/m3.ts`.
fn mapping(path: &str) -> Option<&str> {
    let stem = path.rsplit('/').next()?.split('.').next()?;
    let number = stem.strip_prefix('m')?;
    number.parse::<usize>().is_ok().then_some(stem)
}

fn url(path: &Path) -> String {
    format!("file://{}", path.display())
}
