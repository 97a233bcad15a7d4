//! Transcripts: each folder of `tests/cli/cases` has a `transcript` of commands with what
//! they print, run in a copy of its folder `in`. `GUSSET_UPDATE=1 cargo test --test cli
//! cases` writes what is printed now.
//!
//! Commands: `gusset ARGUMENTS`, `append PATH TEXT`, `remove PATH`, `list` (files that are
//! there), `show PATH`.

use std::fs;
use std::path::Path;

use crate::support::folder::{Folder, repository};
use crate::support::program::gusset;

#[test]
fn transcripts_are_as_written() {
    let cases = repository().join("tests/cli/cases");
    let mut names: Vec<String> = fs::read_dir(&cases)
        .unwrap()
        .map(|entry| entry.unwrap().file_name().into_string().unwrap())
        .collect();
    names.sort();
    assert!(!names.is_empty());
    let update = std::env::var_os("GUSSET_UPDATE").is_some_and(|value| value == "1");
    let mut failures = String::new();
    for name in names {
        let file = cases.join(&name).join("transcript");
        let expected = fs::read_to_string(&file).unwrap();
        let found = run(&cases.join(&name).join("in"), &expected);
        if update {
            fs::write(&file, &found).unwrap();
        } else if found != expected {
            let diff = similar::TextDiff::from_lines(&expected, &found);
            failures.push_str(&diff.unified_diff().header(&name, "found").to_string());
        }
    }
    assert!(failures.is_empty(), "{failures}");
}

/// The transcript of the commands of another.
fn run(source: &Path, transcript: &str) -> String {
    let folder = Folder::empty();
    if source.is_dir() {
        let relative = source.strip_prefix(repository()).unwrap();
        folder.add_copy_of(relative.to_str().unwrap());
    }
    let mut found = String::new();
    for command in transcript
        .lines()
        .filter_map(|line| line.strip_prefix("$ "))
    {
        found.push_str(&format!("$ {command}\n"));
        let (name, rest) = command.split_once(' ').unwrap_or((command, ""));
        match name {
            "gusset" => found.push_str(&gusset_says(&folder, rest)),
            "append" => {
                let (path, text) = rest.split_once(' ').unwrap();
                folder.write(path, format!("{}{text}\n", folder.read(path)));
            }
            "remove" => folder.remove(rest),
            "list" => found.extend(folder.files().keys().map(|path| format!("{path}\n"))),
            "show" => found.push_str(&folder.read(rest)),
            _ => panic!("`{command}` is no command of a transcript"),
        }
    }
    found
}

fn gusset_says(folder: &Folder, arguments: &str) -> String {
    let arguments: Vec<&str> = arguments.split_whitespace().collect();
    let outcome = gusset(folder.path(), &arguments);
    let mut text = without_emitted(&outcome.stdout);
    if !outcome.stderr.is_empty() {
        text.push_str(&format!("[stderr]\n{}", outcome.stderr));
    }
    if outcome.code != 0 {
        text.push_str(&format!("[exit {}]\n", outcome.code));
    }
    text
}

/// What is generated belongs to other tests: how many files there are, and which, is
/// left out.
fn without_emitted(stdout: &str) -> String {
    let mut text = String::new();
    for line in stdout.lines() {
        if line.starts_with("created  ") {
            if !text.ends_with("created  …\n") {
                text.push_str("created  …\n");
            }
            continue;
        }
        let words = line.split(' ').collect::<Vec<_>>();
        let counts = |at: usize| {
            words
                .get(at + 1)
                .is_some_and(|word| word.starts_with("files"))
        };
        let line: Vec<&str> = (words.iter().enumerate())
            .map(|(at, word)| if counts(at) { "…" } else { word })
            .collect();
        text.push_str(&line.join(" "));
        text.push('\n');
    }
    text
}
