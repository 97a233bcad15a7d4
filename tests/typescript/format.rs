//! What the printer writes is what `deno fmt` would write.

use std::path::Path;

use gusset::emit::typescript::print;

use super::{deno, generate};

/// Fails with what `deno fmt` would change, for both Denos.
#[track_caller]
pub fn assert_formatted(folder: &Path) {
    for deno in deno::both() {
        let run = deno.run(folder, &["fmt", "--check", "--no-config", "."]);
        run.assert_success(&format!("`deno fmt --check` ({})", deno.name));
    }
}

#[test]
fn random_modules_are_formatted() {
    let folder = tempfile::tempdir().unwrap();
    for seed in 0..100 {
        let text = print::module(&generate::module(seed, 20));
        std::fs::write(folder.path().join(format!("module{seed}.ts")), text).unwrap();
    }
    assert_formatted(folder.path());
}

#[test]
fn the_same_seed_gives_the_same_text() {
    let text = || print::module(&generate::module(7, 20));
    assert_eq!(text(), text());
}
