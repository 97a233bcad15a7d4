//! The log of calls and of breaches of the contract.

use std::fs::{File, OpenOptions};
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
pub fn call(words: &[String]) -> u64 {
    let Some(path) = std::env::var_os("STAND_IN_LOG") else {
        return 0;
    };
    let path = Path::new(&path);
    // As many bytes as calls: reading the log again for each would take ever longer.
    let mut count = appending(&path.with_extension("count"));
    count.lock().expect("the count can be locked");
    if !path.exists() {
        count.set_len(0).expect("the count can be set back");
    }
    append(&json!({ "argv": words }));
    count.write_all(b".").expect("the count can be written");
    count.metadata().expect("the count has a length").len()
}

/// Notes what a script must not do.
pub fn violation(what: &str) {
    append(&json!({ "violation": what }));
}

fn append(line: &Value) {
    let Some(path) = std::env::var_os("STAND_IN_LOG") else {
        return;
    };
    // In one call, so that no reader finds half a line.
    appending(Path::new(&path))
        .write_all(format!("{line}\n").as_bytes())
        .expect("the log can be written");
}

fn appending(path: &Path) -> File {
    OpenOptions::new()
        .create(true)
        .append(true)
        .open(path)
        .expect("the log can be opened")
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
