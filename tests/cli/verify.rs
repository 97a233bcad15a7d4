//! `verify` with the real Deno, and with stand-ins that show what it does with answers.

use crate::support::deno;
use crate::support::folder::Folder;
use crate::support::program::{Outcome, gusset};

fn project() -> Folder {
    Folder::copy_of("tests/cli/cases/twice/in")
}

#[test]
fn a_project_passes_with_the_platforms_deno() {
    let folder = project();
    let deno = deno::pinned();
    let path = deno.path().to_str().unwrap();
    let outcome = gusset(folder.path(), &["verify", "--deno", path]).ends_with(0);
    let checks = ["check", "lint", "fmt --check", "test"].map(|name| format!("deno {name}"));
    for check in checks.iter().map(String::as_str).chain(["versori calls"]) {
        let line = outcome.stdout.lines().find(|line| line.contains(check));
        assert!(
            line.is_some_and(|line| line.contains(" ok ")),
            "{}",
            outcome.stdout
        );
    }
    assert!(!folder.has("versori"), "verify wrote into the project");
}

#[cfg(unix)]
fn with_stand_in(script: &str) -> Outcome {
    use std::os::unix::fs::PermissionsExt;
    let folder = project();
    folder.write("bin/deno", format!("#!/bin/sh\n{script}"));
    let program = folder.path().join("bin/deno");
    std::fs::set_permissions(program, PermissionsExt::from_mode(0o755)).unwrap();
    gusset(folder.path(), &["verify", "--deno", "bin/deno"])
}

#[cfg(unix)]
#[test]
fn what_a_failed_check_says_is_shown_under_the_projects_paths() {
    let script = r#"
case $1 in
  --version) echo 'deno 2.3.7 (stand-in)' ;;
  lint) echo "bad: file://$PWD/project/src/index.ts:1:1"; exit 1 ;;
  test) echo "also bad: $PWD/project"; exit 1 ;;
esac
"#;
    let stdout = with_stand_in(script).ends_with(1).stdout;
    assert!(
        stdout.contains("\nbad: versori/project/src/index.ts:1:1\n"),
        "{stdout}"
    );
    assert!(stdout.contains("\nalso bad: versori/project\n"), "{stdout}");
    assert!(!stdout.contains("gusset-verify-"), "{stdout}");
    let failed = stdout
        .lines()
        .filter(|line| line.contains(" failed "))
        .count();
    assert_eq!(failed, 2, "{stdout}");
}

#[cfg(unix)]
#[test]
fn a_deno_that_is_too_old_or_none_is_refused() {
    let old = with_stand_in("echo 'deno 1.46.3 (stable)'\n").ends_with(1);
    assert!(old.stderr.contains("is 1.46.3"), "{}", old.stderr);
    let none = with_stand_in("echo 'hello'\n").ends_with(1);
    assert!(none.stderr.contains("is no Deno"), "{}", none.stderr);
    let broken = with_stand_in("exit 3\n").ends_with(1);
    assert!(broken.stderr.contains("failed"), "{}", broken.stderr);
    for outcome in [old, none, broken] {
        assert_eq!(outcome.stdout, "");
        assert!(outcome.stderr.contains("npm install --global deno@2.3.7"));
    }
}

#[test]
fn a_manifest_with_errors_is_not_verified() {
    let folder = project();
    let manifest = folder.read("integration.toml").replace("domain", "domian");
    folder.write("integration.toml", manifest);
    let deno = deno::pinned();
    let path = deno.path().to_str().unwrap();
    let outcome = gusset(folder.path(), &["verify", "--deno", path]).ends_with(1);
    assert!(outcome.stderr.contains("GS0201"), "{}", outcome.stderr);
    assert_eq!(outcome.stdout, "");
}
