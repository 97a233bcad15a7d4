//! `gusset test`: outcomes, differences with their rows, coverage, JSON.

use gusset::cases::SCHEMA;
use serde_json::Value;

use super::fixture::{folder, line_of};
use crate::support::folder::Folder;
use crate::support::program::gusset;

const ORDER: &str = "{ id = \"7\", total = \"12.50\", paid = true, \
    lines = [{ sku = \" X \", price = 1.10 }, { sku = \"Y\", price = 2 }] }";

#[test]
fn cases_that_hold_pass() {
    let folder = folder(&format!(
        r#"
[[mappings.to_invoice.tests]]
name = "whole"
input = {ORDER}
expect = {{ number = "A-7", amount = 12.5, lines = [{{ code = "X", amount = 1.1 }}, {{ code = "Y", amount = 2 }}] }}

[[mappings.to_invoice.tests]]
name = "part"
input = {ORDER}
contains = {{ lines = [{{ code = "X" }}, {{}}] }}

[[mappings.to_invoice.tests]]
name = "refused"
input = {{ id = " ", total = "1", lines = [] }}
fails = "has no id"
"#
    ));
    let said = gusset(folder.path(), &["test"]).ends_with(0);
    let last = "3 cases passed in 1 integration\n\
        reached 6 of 6 rows, 1 of 2 sides of conditionals\n\
        51 generated inputs: 48 give a result, 3 fail\n";
    assert!(said.stdout.ends_with(last), "{}", said.stdout);
    assert_eq!(said.stderr, "");
}

#[test]
fn each_difference_is_shown_with_its_row() {
    let folder = folder(&format!(
        r#"
[[mappings.to_invoice.tests]]
name = "whole"
input = {ORDER}
expect = {{ number = "A-8", amount = 12.5, memo = "x", lines = [{{ code = "X", amount = 1.2 }}] }}
"#
    ));
    let said = gusset(folder.path(), &["test"]).ends_with(1).stdout;
    let at = |row: &str| format!("integration.toml:{}:", line_of(&folder, row));
    let expected = [
        ("number", "\"A-8\"", "\"A-7\"", at("number = \"`A-")),
        ("memo", "\"x\"", "nothing", at("memo = \"source")),
        ("lines[0].amount", "1.2", "1.1", at("amount = \"round")),
        (
            "lines[1]",
            "nothing",
            "{\"code\":\"Y\",\"amount\":2}",
            at("fields]\ncode"),
        ),
    ];
    let mut from = 0;
    for (path, wanted, got, place) in expected {
        let block = format!("  {path}\n    expected {wanted}\n    got      {got}\n");
        let found = said[from..].find(&block);
        let found = found.unwrap_or_else(|| panic!("{block}\n---\n{said}"));
        from += found + block.len();
        if path != "lines[1]" {
            assert!(
                said[from..].trim_start().starts_with(&place),
                "{place}\n---\n{said}"
            );
        }
    }
    assert!(
        said.contains("0 cases passed, 1 failed in 1 integration"),
        "{said}"
    );
}

#[test]
fn failures_name_the_expression() {
    let folder = folder(
        r#"
[[mappings.to_invoice.tests]]
name = "no number"
input = { id = "7", total = "1e3", paid = true, lines = [] }
expect = { number = "A-7" }

[[mappings.to_invoice.tests]]
name = "another failure"
input = { id = "", total = "1", lines = [] }
fails = "no currency"

[[mappings.to_invoice.tests]]
name = "no failure"
input = { id = "7", total = "1", lines = [] }
fails = "no id"
"#,
    );
    // The first does not fit its type, so it is told once, by `check`.
    let outcome = gusset(folder.path(), &["test"]).ends_with(1);
    assert!(outcome.stderr.contains("GS0309"), "{}", outcome.stderr);
    let said = outcome.stdout;
    for part in [
        "failed to_invoice: another failure",
        "expected a failure: no currency",
        "got the failure:    the order has no id",
        "required(nonblank(source.id), 'the order has no id')",
        "failed to_invoice: no failure",
        "got {\"number\":\"A-7\",\"amount\":0,\"lines\":[]}",
        "0 cases passed, 2 failed in 1 integration",
    ] {
        assert!(said.contains(part), "{part}\n---\n{said}");
    }
}

#[test]
fn typescript_is_counted_apart() {
    let folder = Folder::copy_of("examples/resend-order");
    let said = gusset(folder.path(), &["test"]).ends_with(0).stdout;
    assert!(said.contains("needs Deno"), "{said}");
    assert!(said.contains("3 need Deno: run `gusset verify`"), "{said}");
}

#[test]
fn errors_elsewhere_do_not_stop_cases() {
    let folder = folder(&format!(
        r#"
[[mappings.to_line.tests]]
name = "trimmed"
input = {{ sku = " X", price = 1 }}
expect = {{ code = "X", amount = 1 }}

[mappings.again]
from = "order"
to = "order"
fields = {{ id = "source.id", lines = "source.lines", total = "again(source).total" }}
tests = [{{ name = "in a circle", input = {ORDER}, fails = "x" }}]

[mappings.wrong]
from = "order"
to = "invoice"
fields = {{ number = "source.nmbr" }}
tests = [{{ name = "typo", input = {ORDER}, fails = "x" }}]
"#
    ));
    let outcome = gusset(folder.path(), &["test"]).ends_with(1);
    assert!(outcome.stderr.contains("GS0307"), "{}", outcome.stderr);
    assert!(outcome.stderr.contains("GS0513"), "{}", outcome.stderr);
    let said = outcome.stdout;
    assert!(said.contains("not run again: in a circle"), "{said}");
    assert!(said.contains("not run wrong: typo"), "{said}");
    assert!(said.contains("1 case passed, 2 not run"), "{said}");
}

#[test]
fn coverage_lists_what_no_case_reaches() {
    let folder = folder(
        r#"
[[mappings.to_invoice.tests]]
name = "no lines"
input = { id = "7", total = "1", lines = [] }
contains = { number = "A-7" }
"#,
    );
    let said = gusset(folder.path(), &["test", "--coverage"])
        .ends_with(0)
        .stdout;
    for part in [
        "to_line in no case",
        "row code: source.sku.trim()",
        "row amount: round(source.price, 2)",
        "`?:`, the true side, which only generated inputs reach: source.paid == true ? decimal(source.total) : 0",
        "reached 4 of 6 rows, 1 of 2 sides of conditionals",
    ] {
        assert!(said.contains(part), "{part}\n---\n{said}");
    }
}

#[test]
fn json_follows_its_schema() {
    let schema: Value = serde_json::from_str(SCHEMA).unwrap();
    jsonschema::draft202012::meta::validate(&schema).unwrap();
    let validator = jsonschema::validator_for(&schema).unwrap();
    let folder = folder(&format!(
        r#"
[[mappings.to_invoice.tests]]
name = "differs"
input = {ORDER}
expect = {{ number = "A-8" }}

[[mappings.to_invoice.tests]]
name = "fails"
input = {{ id = "", total = "1", lines = [] }}
expect = {{ number = "A-8" }}

[[mappings.to_invoice.tests]]
name = "other"
input = {{ id = "", total = "1", lines = [] }}
fails = "x"

[[mappings.to_invoice.tests]]
name = "value"
input = {ORDER}
fails = "x"

[[mappings.to_invoice.tests]]
name = "unwritten"
input = {ORDER}

[[mappings.to_line.tests]]
name = "passes"
input = {{ sku = "X", price = 1 }}
expect = {{ code = "X", amount = 1 }}

[mappings.again]
from = "order"
to = "order"
fields = {{ id = "source.id", lines = "source.lines", total = "again(source).total" }}
tests = [{{ name = "in a circle", input = {ORDER}, fails = "x" }}]
"#
    ));
    folder.add_copy_of("examples/resend-order/custom");
    let deno = Folder::copy_of("examples/resend-order");
    let mut statuses = Vec::new();
    for (folder, code) in [(&folder, 1), (&deno, 0)] {
        let said = gusset(folder.path(), &["test", "--format", "json"]).ends_with(code);
        let document: Value = serde_json::from_str(&said.stdout).unwrap();
        if let Err(error) = validator.validate(&document) {
            panic!("{error}\n{document:#}");
        }
        let mappings = document["integrations"][0]["mappings"].as_array().unwrap();
        for case in mappings
            .iter()
            .flat_map(|mapping| mapping["cases"].as_array().unwrap())
        {
            statuses.push(case["status"].as_str().unwrap().to_owned());
        }
    }
    statuses.sort_unstable();
    statuses.dedup();
    assert_eq!(
        statuses,
        ["failed", "needs-deno", "not-run", "passed", "unwritten"]
    );
}
