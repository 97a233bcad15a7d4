//! The ledger is read from disk and not trusted.

use gusset::project::{LEDGER, Output};
use gusset::source::Sources;

use crate::support::folder::Folder;

fn codes(ledger: &str) -> Vec<&'static str> {
    let folder = Folder::with(&[(LEDGER, ledger), ("x", "kept\n")]);
    let output = Output::compare(folder.utf8(), &[], true).unwrap();
    let mut sources = Sources::new();
    let findings = output.obstacles(false, &mut sources);
    findings.iter().map(|finding| finding.code.id).collect()
}

#[test]
fn an_empty_ledger_is_fine() {
    assert!(codes(r#"{"format": 1, "files": {}}"#).is_empty());
}

#[test]
fn what_is_no_ledger_is_told() {
    for ledger in [
        "",
        "[]",
        "{}",
        r#"{"format": 2, "files": {}}"#,
        r#"{"format": 1, "files": {}, "more": 1}"#,
        r#"{"format": 1, "files": {"../x": ""}}"#,
        r#"{"format": 1, "files": {"/etc/passwd": ""}}"#,
        r#"{"format": 1, "files": {}, "pending": {"a/../../x": ""}}"#,
        r#"{"format": 1, "files": {".gusset-ledger.json": ""}}"#,
    ] {
        assert_eq!(codes(ledger), ["GS0914"], "{ledger}");
    }
}

#[test]
fn a_ledger_that_is_not_utf8_is_told() {
    let folder = Folder::empty();
    folder.write(LEDGER, b"\xff\xfe");
    let output = Output::compare(folder.utf8(), &[], true).unwrap();
    assert_eq!(output.obstacles(false, &mut Sources::new()).len(), 1);
}
