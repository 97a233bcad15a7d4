//! What compiles against the declarations, what does not, and how workflows run.

use std::fs;
use std::path::{Path, PathBuf};

use crate::deno;
use crate::workspace::Workspace;

/// The `.ts` files of a folder below `tests/sdk`, by name.
fn sources(folder: &str) -> Vec<(String, String)> {
    let folder: PathBuf = Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("tests/sdk")
        .join(folder);
    let mut sources: Vec<(String, String)> = fs::read_dir(&folder)
        .expect("the folder is there")
        .map(|entry| entry.expect("an entry").path())
        .map(|path| {
            let name = path
                .file_name()
                .expect("a name")
                .to_string_lossy()
                .into_owned();
            (name, fs::read_to_string(path).expect("a source"))
        })
        .collect();
    sources.sort();
    assert!(!sources.is_empty());
    sources
}

#[test]
fn every_documented_construct_compiles() {
    let workspace = Workspace::new();
    for (name, source) in sources("snippets") {
        workspace.write(&format!("project/src/{name}"), &source);
    }
    for deno in deno::both() {
        for command in [&["check"][..], &["lint"], &["fmt", "--check"]] {
            deno.run(workspace.root(), command)
                .assert_success(&format!("{} deno {command:?}", deno.name));
        }
    }
}

/// Each line that ends with `// TSnnnn` has this error, and no other line has one.
#[test]
fn wrong_uses_do_not_compile() {
    let workspace = Workspace::new();
    let mut expected = Vec::new();
    for (name, source) in sources("wrong") {
        for (at, line) in source.lines().enumerate() {
            if let Some((_, code)) = line.rsplit_once("// TS") {
                expected.push((format!("{name}:{}", at + 1), format!("TS{code}")));
            }
        }
        workspace.write(&format!("project/src/{name}"), &source);
    }
    expected.sort();
    for deno in deno::both() {
        let run = deno.run(workspace.root(), &["check"]);
        assert!(!run.succeeded);
        let mut found = Vec::new();
        let mut code = "";
        for line in run.stderr.lines() {
            if let Some((start, _)) = line.split_once(" [ERROR]: ") {
                code = start.trim();
            } else if let Some((_, place)) = line.split_once("/project/src/")
                && line.trim_start().starts_with("at ")
            {
                let place = place.rsplit_once(':').map_or(place, |(line, _)| line);
                found.push((place.to_owned(), code.to_owned()));
            }
        }
        found.sort();
        assert_eq!(found, expected, "{}\n{}", deno.name, run.stderr);
    }
}

#[test]
fn workflows_run_as_documented() {
    let workspace = Workspace::new();
    for (name, source) in sources("runs") {
        workspace.write(&format!("tests/{name}"), &source);
    }
    for deno in deno::both() {
        for command in [&["test"][..], &["lint"], &["fmt", "--check"]] {
            deno.run(workspace.root(), command)
                .assert_success(&format!("{} deno {command:?}", deno.name));
        }
    }
}

#[test]
fn the_declarations_hold_no_any() {
    for (path, source) in gusset::emit::typescript::sdk::FILES {
        for (at, line) in source.lines().enumerate() {
            let code = line.trim_start();
            let is_comment = ["*", "/*", "//"].iter().any(|mark| code.starts_with(mark));
            let words = || code.split(|c: char| !c.is_alphanumeric() && c != '_');
            assert!(
                is_comment || words().all(|word| word != "any"),
                "{path}:{}",
                at + 1
            );
        }
    }
}
