//! The log of calls and of breaches of the contract.

use std::fs::OpenOptions;
use std::io::Write;
use std::path::Path;

use serde_json::{Value, json};

/// One line of the log.
#[derive(Debug, PartialEq)]
pub enum Entry {
    Call(Vec<String>),
    Violation(String),
}

/// Notes a call; gives its number, from 1.
pub fn call(words: &[String]) -> usize {
    append(&json!({ "argv": words }));
    let Some(path) = std::env::var_os("STAND_IN_LOG") else {
        return 0;
    };
    read(Path::new(&path))
        .iter()
        .filter(|entry| matches!(entry, Entry::Call(_)))
        .count()
}

/// Notes what a script must not do.
pub fn violation(what: &str) {
    append(&json!({ "violation": what }));
}

fn append(line: &Value) {
    let Some(path) = std::env::var_os("STAND_IN_LOG") else {
        return;
    };
    let mut file = OpenOptions::new()
        .create(true)
        .append(true)
        .open(path)
        .expect("the log can be written");
    // In one call, so that no reader finds half a line.
    file.write_all(format!("{line}\n").as_bytes())
        .expect("the log can be written");
}

/// Everything in a log; empty when there is none.
pub fn read(path: &Path) -> Vec<Entry> {
    let text = std::fs::read_to_string(path).unwrap_or_default();
    // What has no end yet is still being written.
    let whole = text.rsplit_once('\n').map_or("", |(whole, _)| whole);
    whole
        .lines()
        .map(|line| {
            let value: Value = serde_json::from_str(line).expect("a line of the log is JSON");
            match value.get("argv") {
                Some(argv) => Entry::Call(
                    serde_json::from_value(argv.clone()).expect("argv is a list of strings"),
                ),
                None => Entry::Violation(value["violation"].as_str().unwrap_or("?").to_owned()),
            }
        })
        .collect()
}
