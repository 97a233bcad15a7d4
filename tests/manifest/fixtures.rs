//! Manifests with the findings they are to have, in comments, and right ones.

use super::tools::{fixtures, listed, read, read_sources};
use crate::expectations;

#[test]
fn wrong_manifests_give_exactly_what_they_say() {
    let mut failures = String::new();
    for (name, text) in fixtures("wrong") {
        let (sources, _, diagnostics) = read_sources(&text);
        if let Err(why) = expectations::check(&sources, &diagnostics) {
            failures.push_str(&format!("{name}:\n{why}"));
        }
    }
    assert!(failures.is_empty(), "\n{failures}");
}

#[test]
fn right_manifests_give_nothing() {
    for (name, text) in fixtures("right") {
        let (_, diagnostics) = read(&text);
        assert!(
            diagnostics.is_empty(),
            "{name}:\n{}",
            listed(&text, &diagnostics)
        );
    }
}

#[test]
fn every_finding_says_what_to_write() {
    for (name, text) in fixtures("wrong") {
        for diagnostic in read(&text).1 {
            assert!(diagnostic.help.is_some(), "{name}: {}", diagnostic.message);
            assert!(!diagnostic.message.ends_with('.'), "{}", diagnostic.message);
        }
    }
}

#[test]
fn every_code_has_a_wrong_manifest() {
    let all: String = fixtures("wrong")
        .into_iter()
        .map(|(_, text)| text)
        .collect();
    for code in gusset::diagnostics::codes::shape::ALL {
        assert!(all.contains(code.id), "no wrong manifest for {}", code.id);
    }
}
