//! The mappings of each integration as TypeScript: clean, and all cases pass.

use super::integration::{Integration, MANIFEST};
use crate::support::deno;
use crate::support::folder::Folder;
use crate::support::program::agreeing;

const CLEAN: [&[&str]; 3] = [
    &["check", "--no-remote", "."],
    &["lint"],
    &["fmt", "--check"],
];
const TEST: &[&str] = &["test", "--no-prompt", "--no-remote", "--permit-no-files"];

#[track_caller]
fn passes(name: &str, cases: usize) {
    let folder = Folder::empty();
    for artifact in Integration::read(name).build_derived().artifacts {
        folder.write(&artifact.path, artifact.contents);
    }
    for deno in deno::both() {
        for arguments in CLEAN {
            let run = deno.run(folder.path(), arguments);
            run.assert_success(&format!("{name}: {} {arguments:?}", deno.name));
        }
        let run = deno.run(folder.path(), TEST);
        run.assert_success(&format!("{name}: {} test", deno.name));
        let passed = format!("ok | {cases} passed | 0 failed");
        assert!(run.stdout.contains(&passed), "{name}: {}", run.stdout);
    }
}

#[test]
fn fluent_asn() {
    passes("fluent-asn", 8);
}

#[test]
fn hubspot_contacts() {
    passes("hubspot-contacts", 4);
}

#[test]
fn clientary_to_quickbooks() {
    passes("clientary-to-quickbooks", 6);
}

#[test]
fn square_orders() {
    passes("square-orders", 5);
}

#[test]
fn xero_create_invoice() {
    passes("xero-create-invoice", 8);
}

#[test]
fn generated_inputs_agree() {
    let deno = deno::current();
    for (name, least) in [
        ("fluent-asn", 60),
        ("hubspot-contacts", 80),
        ("clientary-to-quickbooks", 80),
        ("square-orders", 50),
        ("xero-create-invoice", 250),
    ] {
        let folder = Folder::copy_of(&format!("tests/design/{name}"));
        folder.write(MANIFEST, Integration::read(name).derived());
        let path = deno.path().to_str().unwrap();
        let count = agreeing(&folder, path);
        assert!(count >= least, "{name}: {count}");
    }
}
