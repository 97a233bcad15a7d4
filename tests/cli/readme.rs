//! What the README shows is true.

use crate::support::folder::{Folder, repository};
use crate::support::page::Example;
use crate::support::program::gusset;

fn readme() -> String {
    std::fs::read_to_string(repository().join("README.md")).unwrap()
}

/// The first manifest with its sample, in a folder.
fn first() -> Folder {
    let example = Example::read(&readme(), "A first manifest").unwrap();
    let folder = Folder::with(&[("integration.toml", &example.manifest.unwrap())]);
    assert_eq!(example.files.len(), 1);
    for (path, text) in &example.files {
        folder.write(path, text);
    }
    folder
}

#[test]
fn the_first_manifest_builds_without_a_finding() {
    let folder = first();
    let outcome = gusset(folder.path(), &["build"]).ends_with(0);
    assert_eq!(outcome.stderr, "");
    assert!(folder.has("versori/project/src/index.ts"));
}

#[test]
fn the_error_looks_as_shown() {
    let folder = first();
    let manifest = folder.read("integration.toml");
    assert!(manifest.contains("source.total"));
    folder.write(
        "integration.toml",
        manifest.replace("source.total", "source.totl"),
    );
    let said = gusset(folder.path(), &["check"]).ends_with(1).stdout;
    let example = Example::read(&readme(), "What an error looks like").unwrap();
    let shown = example.commands.first().unwrap();
    assert_eq!(*shown, format!("$ gusset check\n{said}"));
}

#[test]
fn the_two_commands_are_there() {
    let readme = readme();
    for command in [
        "bash .ci/deno cargo run --release -- verify examples/shopify-to-quickbooks",
        "bash .ci/deno cargo test",
    ] {
        assert!(readme.contains(&format!("$ {command}\n")), "{command}");
    }
}
