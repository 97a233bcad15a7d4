//! Mappings in whole manifests: `manifests/` shows the rules of mappings, `defects/` the
//! mistakes that mapping languages let through in silence. Comments say what is told.

use std::fs;
use std::path::Path;

use gusset::compile::check;
use gusset::diagnostics::codes::names;
use gusset::source::Sources;

use super::expectations;

const BASE: &str = include_str!("manifests/base.toml");

/// The fixtures of a folder: a name, and the text after what they have in common.
fn fixtures(folder: &str) -> Vec<(String, String)> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("tests/expression")
        .join(folder);
    let mut found: Vec<(String, String)> = fs::read_dir(folder)
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .filter(|path| !path.ends_with("base.toml"))
        .map(|path| {
            let name = path.file_name().unwrap().to_string_lossy().into_owned();
            (name, fs::read_to_string(&path).unwrap())
        })
        .collect();
    found.sort();
    assert!(!found.is_empty());
    found
}

/// The codes that the fixtures expect.
pub fn codes() -> Vec<String> {
    ["manifests", "defects"]
        .into_iter()
        .flat_map(fixtures)
        .flat_map(|(_, text)| expectations::expectations(&text))
        .map(|expectation| expectation.code)
        .collect()
}

/// What is wrong with what is told of a manifest; that mappings are not used is no matter.
fn unexpected(text: &str) -> Option<String> {
    let mut sources = Sources::new();
    sources.add("integration.toml", format!("{BASE}\n{text}"));
    let diagnostics: Vec<_> = check(&sources, "integration.toml")
        .diagnostics
        .into_iter()
        .filter(|diagnostic| *diagnostic.code != names::UNUSED)
        .collect();
    for diagnostic in &diagnostics {
        assert!(diagnostic.help.is_some(), "{}", diagnostic.message);
    }
    expectations::check(&sources, &diagnostics).err()
}

#[track_caller]
fn all_as_they_say(folder: &str) {
    let mut failures = String::new();
    for (name, text) in fixtures(folder) {
        if let Some(why) = unexpected(&text) {
            failures.push_str(&format!("{name}:\n{why}"));
        }
    }
    assert!(failures.is_empty(), "\n{failures}");
}

#[test]
fn mappings_are_checked_as_a_whole() {
    all_as_they_say("manifests");
}

/// The twelve that other languages let through, and each is told.
#[test]
fn no_known_defect_is_silent() {
    all_as_they_say("defects");
    for (name, text) in fixtures("defects") {
        assert!(text.contains("# error: GS"), "{name}");
    }
    assert_eq!(fixtures("defects").len(), 12);
}
