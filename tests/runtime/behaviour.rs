//! What the helpers do: the Deno tests beside this file.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use gusset::emit::typescript::runtime::{Helper, select};

use crate::deno;
use crate::workspace::Workspace;

#[test]
fn helpers_do_what_their_tables_say() {
    let workspace = Workspace::new();
    let every: BTreeSet<Helper> = Helper::ALL.iter().copied().collect();
    for file in select(&every) {
        workspace.write(&format!("project/src/runtime/{}", file.name), &file.text);
    }
    let here = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/runtime");
    let mut tests = 0;
    for folder in [here.clone(), here.join("tables")] {
        for entry in fs::read_dir(folder).expect("the tests are there") {
            let path = entry.expect("an entry").path();
            let relative = path
                .strip_prefix(&here)
                .expect("inside")
                .display()
                .to_string();
            if path
                .extension()
                .is_some_and(|end| end == "ts" || end == "json")
            {
                let contents = fs::read_to_string(&path).expect("a file");
                tests += contents.matches("Deno.test(").count();
                workspace.write(&format!("tests/{relative}"), &contents);
            }
        }
    }
    for deno in deno::both() {
        for command in [&["test"][..], &["lint"]] {
            let run = deno.run(workspace.root(), command);
            run.assert_success(&format!("{} deno {command:?}", deno.name));
            if command == ["test"] {
                let passed = format!("ok | {tests} passed | 0 failed");
                assert!(run.stdout.contains(&passed), "{passed}: {}", run.stdout);
            }
        }
    }
}
