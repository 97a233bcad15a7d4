//! A whole project of odd names and values: both Denos accept it, and its cases hold.

use gusset::compile::compile;
use gusset::source::Sources;

use super::deno;

const MANIFEST: &str = include_str!("odd.toml");

#[test]
fn odd_names_stay_what_they_are() {
    let mut sources = Sources::new();
    sources.add("integration.toml", MANIFEST);
    let compiled = compile(&sources, "integration.toml");
    assert!(
        compiled.diagnostics.is_empty() && compiled.needs.is_empty(),
        "{:?}",
        compiled.diagnostics
    );
    let folder = tempfile::tempdir().unwrap();
    for artifact in &compiled.artifacts {
        let path = folder.path().join(&artifact.path);
        std::fs::create_dir_all(path.parent().unwrap()).unwrap();
        std::fs::write(path, &artifact.contents).unwrap();
    }
    let cases = MANIFEST.matches(".tests]]").count();
    for deno in deno::both() {
        for command in [
            &["check", "project"][..],
            &["lint", "project"],
            &["fmt", "--check"],
            &["test"],
        ] {
            let run = deno.run(folder.path(), command);
            run.assert_success(&format!("{} deno {}", deno.name, command.join(" ")));
            if command == ["test"] {
                let passed = format!("ok | {cases} passed | 0 failed");
                assert!(run.stdout.contains(&passed), "{passed}: {}", run.stdout);
            }
        }
    }
}
