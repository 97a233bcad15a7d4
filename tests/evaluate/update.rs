//! `gusset test --update`: what is written, and what stays.

use super::fixture::{folder, manifest};
use crate::support::program::gusset;

/// Runs an update, checks that all passes then, and that a second one writes nothing.
fn updated(folder: &crate::support::folder::Folder, flag: &str) {
    let said = gusset(folder.path(), &["test", flag]).ends_with(0);
    assert!(said.stderr.starts_with("wrote "), "{}", said.stderr);
    let before = folder.read("integration.toml");
    let again = gusset(folder.path(), &["test", flag]).ends_with(0);
    assert_eq!(again.stderr, "");
    assert_eq!(folder.read("integration.toml"), before);
    gusset(folder.path(), &["check"]).ends_with(0);
}

#[test]
fn a_missing_expectation_goes_below_the_case() {
    let cases = |expect: [&str; 3]| {
        format!(
            r#"
# Before.
[[mappings.to_line.tests]]
name  = "a"
input = {{ sku = "X", price = 1.50 }} # the input{}

  [[mappings.to_line.tests]]
  input.sku = "Y'\""
  input.price = 2
  name = "b"{}

[[mappings.to_invoice.tests]]
name = "c"
fails = "no id"
[mappings.to_invoice.tests.input]
id = ""
total = "1"
lines = []

[mappings.other]
from = "order.lines[]"
to = "order.lines[]"
fields = {{ sku = "source.sku", price = "source.price" }}
tests = [{{ name = "d", input = {{ sku = "Z", price = 0.5 }}{} }}] # end
"#,
            expect[0], expect[1], expect[2]
        )
    };
    let written = [
        "\nexpect = { code = \"X\", amount = 1.5 }",
        "\n  expect = { code = \"Y'\\\"\", amount = 2 }",
        ", expect = { sku = \"Z\", price = 0.5 }",
    ];
    for line_end in ["\n", "\r\n"] {
        let text = |expect| manifest(&cases(expect)).replace('\n', line_end);
        let folder = folder("");
        folder.write("integration.toml", text(["", "", ""]));
        gusset(folder.path(), &["test"]).ends_with(1);
        let said = gusset(folder.path(), &["test", "--update"]).ends_with(0);
        assert_eq!(said.stderr.lines().next(), Some("wrote 3 expectations"));
        assert_eq!(folder.read("integration.toml"), text(written));
    }
}

#[test]
fn what_toml_cannot_say_goes_to_a_file() {
    let folder = folder(
        r#"
[[mappings.to_invoice.tests]]
name = "A null: in a file!"
input = { id = "7", note = "n", total = "1", lines = [] }

[[mappings.to_invoice.tests]]
name = "null"
input = "samples/null.json"

[[mappings.to_invoice.tests]]
name = "named"
input = "samples/null.json"
expect = "expected/null.json"
"#,
    );
    folder.write(
        "samples/null.json",
        r#"{ "id": "7", "note": null, "total": "1", "lines": [{ "sku": "é", "price": 1 }] }"#,
    );
    updated(&folder, "--update");
    let manifest = folder.read("integration.toml");
    assert!(
        manifest.contains("expect = { number = \"A-7\", memo = \"n\", amount = 0, lines = [] }\n"),
        "{manifest}"
    );
    assert!(
        manifest.contains("expect = \"samples/to_invoice.null.json\"\n"),
        "{manifest}"
    );
    let json = "{\n  \"number\": \"A-7\",\n  \"memo\": null,\n  \"amount\": 0,\n  \"lines\": [\n    \
        {\n      \"code\": \"é\",\n      \"amount\": 1\n    }\n  ]\n}\n";
    assert_eq!(folder.read("samples/to_invoice.null.json"), json);
    assert_eq!(folder.read("expected/null.json"), json);
}

#[test]
fn a_changed_expectation_changes_only_where_asked_and_only_where_it_differs() {
    let cases = |a: &str, b: &str, c: &str| {
        format!(
            r#"
[[mappings.to_line.tests]]
name = "a"
input = {{ sku = "X", price = 1.50 }}
expect = {{ amount = {a},   code = "X" }} # kept

[[mappings.to_invoice.tests]]
name = "b"
input = {{ id = "7", total = "1", lines = [{{ sku = "X", price = 1 }}] }}
contains = {{ lines = [{{ code = {b} }}] }}

[[mappings.to_invoice.tests]]
name = "c"
input = {{ id = "", total = "1", lines = [] }}
fails = {c}

[[mappings.to_invoice.tests]]
name = "d"
input = {{ id = "7", total = "1", lines = [{{ sku = "X", price = 1 }}] }}
expect = "d.json"
"#
        )
    };
    let before = manifest(&cases("1.2", "'x'", "'''nothing'''"));
    let folder = folder("");
    folder.write("integration.toml", &before);
    let file = |number: &str, lines: &str| {
        format!("{{ \"number\"  :  \"{number}\",\n\t\"amount\": 0,\n  \"lines\": {lines} }}\n")
    };
    folder.write("d.json", file("A-8", "[]"));
    let kept = gusset(folder.path(), &["test", "--update"]).ends_with(1);
    assert!(!kept.stderr.contains("wrote"), "{}", kept.stderr);
    assert_eq!(folder.read("integration.toml"), before);
    updated(&folder, "--update=all");
    let after = manifest(&cases("1.5", "\"X\"", "\"the order has no id\""));
    assert_eq!(folder.read("integration.toml"), after);
    let lines = "[\n    {\n      \"code\": \"X\",\n      \"amount\": 1\n    }\n  ]";
    assert_eq!(folder.read("d.json"), file("A-7", lines));
}

#[test]
fn what_cannot_be_written_is_told() {
    // Tables with headers of their own, and a file that is there already.
    let text = r#"
[[mappings.to_line.tests]]
name = "a"
input = { sku = "X", price = 1.50 }
[mappings.to_line.tests.expect]
code = "X"

[[mappings.to_invoice.tests]]
name = "x"
input = "samples/null.json"
"#;
    let folder = folder(text);
    folder.write(
        "samples/null.json",
        r#"{ "id": "7", "note": null, "total": "1", "lines": [] }"#,
    );
    folder.write("samples/to_invoice.x.json", "mine");
    let before = folder.read("integration.toml");
    let said = gusset(folder.path(), &["test", "--update=all"]).ends_with(1);
    assert!(
        said.stderr
            .contains("`a` cannot be updated: its tables have headers of their own"),
        "{}",
        said.stderr
    );
    assert!(
        said.stderr
            .contains("to_invoice.x.json`: it is there already"),
        "{}",
        said.stderr
    );
    assert_eq!(folder.read("integration.toml"), before);
    assert_eq!(folder.read("samples/to_invoice.x.json"), "mine");
}

/// Two cases that want different things of one file.
#[test]
fn nothing_is_written_that_would_not_pass() {
    let folder = folder(
        r#"
[[mappings.to_line.tests]]
name = "a"
input = { sku = "X", price = 1 }
expect = "line.json"

[[mappings.to_line.tests]]
name = "b"
input = { sku = "Y", price = 1 }
expect = "line.json"
"#,
    );
    let before = "{ \"code\": \"Z\", \"amount\": 1 }";
    folder.write("line.json", before);
    let said = gusset(folder.path(), &["test", "--update=all"]).ends_with(1);
    assert!(
        said.stderr.contains("nothing was written"),
        "{}",
        said.stderr
    );
    assert_eq!(folder.read("line.json"), before);
}
