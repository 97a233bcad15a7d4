//! The program as a whole: exit codes, streams, colour.

use std::io::Read;
use std::process::Stdio;

use gusset::diagnostics::codes;

use crate::support::folder::Folder;
use crate::support::program::{command, gusset, outcome};

#[test]
fn help_and_version_end_well() {
    let here = Folder::empty();
    let help = gusset(here.path(), &["--help"]).ends_with(0);
    for word in ["check", "build", "verify", "explain", "Exit codes"] {
        assert!(help.stdout.contains(word), "{word}");
    }
    assert!(help.stderr.is_empty());
    let version = gusset(here.path(), &["--version"]).ends_with(0);
    assert_eq!(
        version.stdout,
        format!("gusset {}\n", env!("CARGO_PKG_VERSION"))
    );
}

#[test]
fn wrong_usage_ends_with_64_and_says_why_on_stderr() {
    let here = Folder::empty();
    for arguments in [
        &[][..],
        &["chek"],
        &["check", "--nonsense"],
        &["check", "--format", "yaml"],
        &["build", "--check", "--force"],
        &["explain", "GS9999"],
    ] {
        let outcome = gusset(here.path(), arguments).ends_with(64);
        assert!(outcome.stdout.is_empty(), "{arguments:?}");
        assert!(!outcome.stderr.is_empty(), "{arguments:?}");
    }
}

#[test]
fn a_path_that_leads_nowhere_is_named() {
    let here = Folder::empty();
    for arguments in [
        ["check", "absent"],
        ["build", "absent"],
        ["graph", "absent"],
    ] {
        let outcome = gusset(here.path(), &arguments).ends_with(1);
        let said = outcome.stdout + &outcome.stderr;
        assert!(
            said.contains("GS0905") && said.contains("`absent`"),
            "{said}"
        );
    }
    let outcome = gusset(here.path(), &["check"]).ends_with(1);
    assert!(
        outcome.stdout.contains("`integration.toml`"),
        "{}",
        outcome.stdout
    );
}

#[test]
fn out_takes_one_integration() {
    let here = Folder::with(&[("a/integration.toml", ""), ("b/integration.toml", "")]);
    let outcome = gusset(here.path(), &["build", "--out", "x"]).ends_with(64);
    assert!(outcome.stderr.contains("--out"), "{}", outcome.stderr);
    assert!(!here.has("x"));
}

#[test]
fn explain_prints_the_page_by_id_and_by_name() {
    let here = Folder::empty();
    let by_id = gusset(here.path(), &["explain", "gs0911"]).ends_with(0);
    let by_name = gusset(here.path(), &["explain", "output-edited"]).ends_with(0);
    assert_eq!(by_id.stdout, by_name.stdout);
    assert_eq!(by_id.stdout, codes::files::OUTPUT_EDITED.page);
}

#[test]
fn explain_suggests_a_name_that_is_close() {
    let here = Folder::empty();
    let outcome = gusset(here.path(), &["explain", "output-editd"]).ends_with(64);
    assert!(
        outcome.stderr.contains("`output-edited`"),
        "{}",
        outcome.stderr
    );
}

#[test]
fn explain_without_a_code_lists_all() {
    let here = Folder::empty();
    let list = gusset(here.path(), &["explain"]).ends_with(0).stdout;
    assert_eq!(list.lines().count(), codes::all().count());
}

#[test]
fn colour_is_for_terminals_or_who_forces_it() {
    let here = Folder::empty();
    let plain = gusset(here.path(), &["explain", "GS0911"]).stdout;
    assert!(!plain.contains('\x1b'));
    let mut forced = command(here.path(), &["explain", "GS0911"]);
    let forced = outcome(forced.env("CLICOLOR_FORCE", "1")).stdout;
    assert!(forced.contains('\x1b'));
    let mut refused = command(here.path(), &["explain", "GS0911"]);
    let refused = outcome(refused.env("CLICOLOR_FORCE", "1").env("NO_COLOR", "1"));
    assert!(!refused.stdout.contains('\x1b'));
}

/// A reader such as `head` may go away.
#[test]
fn a_closed_pipe_is_no_panic() {
    let here = Folder::empty();
    let mut child = command(here.path(), &["explain"])
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    drop(child.stdout.take());
    let mut said = String::new();
    child
        .stderr
        .take()
        .unwrap()
        .read_to_string(&mut said)
        .unwrap();
    assert_eq!(said, "");
    assert_eq!(child.wait().unwrap().code(), Some(0));
}

#[cfg(target_os = "linux")]
#[test]
fn a_full_disk_is_told() {
    let here = Folder::empty();
    let full = std::fs::OpenOptions::new()
        .write(true)
        .open("/dev/full")
        .unwrap();
    let mut explain = command(here.path(), &["explain"]);
    let output = explain.stdout(full).stderr(Stdio::piped()).spawn().unwrap();
    let output = output.wait_with_output().unwrap();
    assert_eq!(output.status.code(), Some(1));
    assert!(
        String::from_utf8(output.stderr)
            .unwrap()
            .contains("cannot write")
    );
}

#[test]
fn a_missing_deno_is_told_with_the_way_to_get_it() {
    let here = Folder::with(&[("integration.toml", "")]);
    let mut verify = command(here.path(), &["verify"]);
    let outcome = outcome(verify.env("PATH", here.path())).ends_with(1);
    assert!(
        outcome.stderr.contains("npm install --global deno@2.3.7"),
        "{}",
        outcome.stderr
    );
    let named = gusset(here.path(), &["verify", "--deno", "./no-deno"]).ends_with(1);
    assert!(named.stderr.contains("no-deno"), "{}", named.stderr);
}
