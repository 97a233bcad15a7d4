//! Every code is registered once, documented, and its page tells the truth: the wrong
//! example gives exactly that code, the right one nothing.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]
#![allow(clippy::disallowed_methods)]

#[path = "support/page.rs"]
mod page;

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use gusset::compile::compile;
use gusset::diagnostics::{Code, codes};
use gusset::source::{Refusal, Sources};

use page::Example;

#[test]
fn codes_ascend_and_names_are_unique() {
    let ids: Vec<&str> = codes::all().map(|code| code.id).collect();
    assert!(ids.is_sorted_by(|a, b| a < b), "{ids:?}");
    let mut names = BTreeSet::new();
    for code in codes::all() {
        assert!(names.insert(code.name), "{} is there twice", code.name);
        let kebab = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-';
        assert!(code.name.chars().all(kebab), "{}", code.name);
        assert!(!code.summary.ends_with('.'), "{}", code.id);
    }
}

#[test]
fn each_phase_has_its_own_range() {
    let phases = [
        ("GS01", codes::syntax::ALL),
        ("GS02", codes::shape::ALL),
        ("GS03", codes::names::ALL),
        ("GS04", codes::types::ALL),
        ("GS05", codes::expressions::ALL),
        ("GS06", codes::flow::ALL),
        ("GS07", codes::rules::ALL),
        ("GS08", codes::platform::ALL),
        ("GS09", codes::files::ALL),
    ];
    for (range, all) in phases {
        for code in all {
            assert!(
                code.id.starts_with(range) && code.id.len() == 6,
                "{}",
                code.id
            );
        }
    }
}

#[test]
fn every_page_belongs_to_a_code_and_has_its_parts() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("docs/codes");
    let mut pages = BTreeSet::new();
    for entry in fs::read_dir(folder).unwrap() {
        let name = entry.unwrap().file_name().into_string().unwrap();
        let id = name.strip_suffix(".md").unwrap_or(&name).to_owned();
        assert!(codes::find(&id).is_some_and(|code| code.id == id), "{name}");
        pages.insert(id);
    }
    for code in codes::all() {
        assert!(pages.contains(code.id), "{}", code.id);
        let title = format!("# {}: {}\n", code.id, code.summary);
        assert!(code.page.starts_with(&title), "{}: {title}", code.id);
        let order = ["\n## Wrong\n", "\n## Right\n"].map(|part| code.page.find(part));
        assert!(order.iter().all(Option::is_some), "{}", code.id);
        assert!(order.is_sorted(), "{}", code.id);
    }
}

#[test]
fn every_example_gives_what_its_page_says() {
    let mut failures = Vec::new();
    for code in codes::all() {
        for (part, expected) in [("Wrong", Some(code)), ("Right", None)] {
            if let Err(why) = check(code, part, expected) {
                failures.push(format!("{} {part}: {why}", code.id));
            }
        }
    }
    assert!(failures.is_empty(), "{}", failures.join("\n"));
}

fn check(code: Code, part: &str, expected: Option<Code>) -> Result<(), String> {
    let example = Example::read(code.page, part)?;
    let Some(manifest) = example.manifest else {
        // What goes wrong on disk cannot be said in a manifest; commands show it.
        let host = code.id.starts_with("GS09") && !example.commands.is_empty();
        return if host {
            Ok(())
        } else {
            Err("no ```toml block".to_owned())
        };
    };
    let mut sources = Sources::new();
    sources.add("integration.toml", manifest);
    for (path, text) in example.files {
        sources.add(path, text);
    }
    let mut compiled = compile(&sources, "integration.toml");
    while !compiled.needs.is_empty() {
        for path in compiled.needs {
            let outside = path.starts_with('/') || path.contains("..");
            let why = if outside {
                Refusal::Outside
            } else {
                Refusal::Missing
            };
            sources.refuse(path, why);
        }
        compiled = compile(&sources, "integration.toml");
    }
    let found = compiled.diagnostics;
    let ids: BTreeSet<&str> = found.iter().map(|finding| finding.code.id).collect();
    let expected: BTreeSet<&str> = expected.iter().map(|code| code.id).collect();
    if ids == expected {
        return Ok(());
    }
    let list: String = found
        .iter()
        .map(|finding| format!("\n    {}: {}", finding.code.id, finding.message))
        .collect();
    Err(format!("expected {expected:?}, found {ids:?}{list}"))
}
