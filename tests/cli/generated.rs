//! `verify`: the inputs made from types, in the evaluator and in the emitted TypeScript.

use crate::support::deno;
use crate::support::folder::Folder;
use crate::support::program::{agreeing, gusset};

#[test]
fn every_kind_agrees() {
    let folder = Folder::copy_of("tests/evaluate/kinds");
    for deno in deno::both() {
        let count = agreeing(&folder, deno.path().to_str().unwrap());
        assert!(count > 200, "{count}");
    }
    assert!(!folder.has("versori"), "verify wrote into the project");
}

#[test]
fn the_examples_agree() {
    let deno = deno::pinned();
    let deno = deno.path().to_str().unwrap();
    for (example, least) in [
        ("shopify-to-quickbooks", 250),
        ("stripe-balance-to-slack", 60),
        // What calls its `[functions]` runs in Deno alone.
        ("resend-order", 10),
    ] {
        let folder = Folder::copy_of(&format!("examples/{example}"));
        let count = agreeing(&folder, deno);
        assert!(count >= least, "{example}: {count}");
    }
}

/// A Deno in which the emitted mappings are changed before they run.
#[cfg(unix)]
fn planted(folder: &Folder, change: &str) -> String {
    use std::os::unix::fs::PermissionsExt;
    let deno = deno::pinned();
    let deno = deno.path().to_str().unwrap();
    let script = format!(
        "#!/bin/sh\ncase $1 in\n  test | run) for file in project/src/services/*.ts; do \
         sed '{change}' \"$file\" > planted && mv planted \"$file\"; done ;;\nesac\n\
         exec '{deno}' \"$@\"\n"
    );
    folder.write("bin/deno", script);
    let program = folder.path().join("bin/deno");
    std::fs::set_permissions(program, PermissionsExt::from_mode(0o755)).unwrap();
    gusset(folder.path(), &["verify", "--deno", "bin/deno"])
        .ends_with(1)
        .stdout
}

#[cfg(unix)]
#[test]
fn faults_that_no_case_finds_are_found() {
    for (change, found) in [
        // Another value, another failure, and something that is no data error.
        (
            r#"s/"no note"/"none"/"#,
            "to_sales_receipt: `source.note` is null\n  gusset gives {",
        ),
        (
            "s/truncate(source.zip, 30)/truncate(source.zip, 200)/",
            "`source.billing_address.zip` is long text",
        ),
        (
            r#"s/source.payment_gateway_names.at(0) ?? ""/source.payment_gateway_names.at(0)!.trim()/"#,
            "  Deno   breaks: TypeError",
        ),
    ] {
        let folder = Folder::copy_of("examples/shopify-to-quickbooks");
        let said = planted(&folder, change);
        let line = |name: &str| {
            let mut lines = said.lines();
            lines
                .find(|line| line.contains(name))
                .unwrap_or_else(|| panic!("{name}\n{said}"))
        };
        assert!(line("deno test").contains(" ok "), "{said}");
        assert!(line("generated inputs").contains(" failed "), "{said}");
        assert!(said.contains(found), "{found}\n---\n{said}");
    }
}
