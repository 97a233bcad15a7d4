//! `docs/mapping.md`: its examples give what their comments say, and its list of functions
//! is that of the table. `GUSSET_UPDATE=1` writes the list.

use std::fs;
use std::path::Path;

use gusset::compile::check;
use gusset::diagnostics::codes::names;
use gusset::expression::functions;
use gusset::source::Sources;

use super::expectations;

const BASE: &str = include_str!("manifests/base.toml");
const HEADING: &str = "## Functions\n";

fn page() -> (std::path::PathBuf, String) {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("docs/mapping.md");
    let text = fs::read_to_string(&path).unwrap();
    (path, text)
}

/// The rows of each block of TOML.
fn blocks(page: &str) -> Vec<&str> {
    page.split("```toml\n")
        .skip(1)
        .map(|rest| rest.split("```").next().unwrap())
        .collect()
}

#[test]
fn its_examples_give_what_they_say() {
    let (_, page) = page();
    let blocks = blocks(&page);
    assert!(blocks.len() > 20, "{}", blocks.len());
    let mut failures = String::new();
    for rows in blocks {
        // Rows of a mapping, or whole mappings.
        let mut manifest = if rows.starts_with('[') {
            format!("{BASE}\n")
        } else {
            format!(
                "{BASE}\n[mappings.example]\nfrom = \"order\"\nto = \"receipt\"\n\n\
                 [mappings.example.fields]\nid = \"source.id\"\nnumber = \"source.number\"\n"
            )
        };
        manifest.push_str(rows);
        let mut sources = Sources::new();
        sources.add("integration.toml", manifest);
        let found: Vec<_> = check(&sources, "integration.toml")
            .diagnostics
            .into_iter()
            .filter(|diagnostic| *diagnostic.code != names::UNUSED)
            .collect();
        if let Err(why) = expectations::check(&sources, &found) {
            failures.push_str(&format!("{rows}{why}\n"));
        }
    }
    assert!(failures.is_empty(), "\n{failures}");
}

#[test]
fn its_functions_are_those_of_the_table() {
    let (path, page) = page();
    let (before, after) = page.split_once(HEADING).unwrap();
    let (introduction, list) = match after.split_once("\n### ") {
        Some((introduction, list)) => (introduction, format!("\n### {list}")),
        None => (after.trim_end_matches('\n'), String::new()),
    };
    let made = functions::reference();
    if std::env::var_os("GUSSET_UPDATE").is_some_and(|value| value == "1") {
        let introduction = introduction.trim_end_matches('\n');
        fs::write(path, format!("{before}{HEADING}{introduction}\n{made}")).unwrap();
        return;
    }
    assert!(
        list == made,
        "docs/mapping.md is not current; run: GUSSET_UPDATE=1 cargo test --test expression docs"
    );
}
