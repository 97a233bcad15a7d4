//! That the registry and the sources agree, and that any selection is a clean module.

use std::collections::{BTreeMap, BTreeSet};

use gusset::emit::typescript::runtime::{Helper, select};
use gusset::types::currency;

use crate::deno;
use crate::workspace::Workspace;

fn one(helper: Helper) -> BTreeSet<Helper> {
    BTreeSet::from([helper])
}

#[test]
fn each_helper_is_exported_by_its_module_under_its_name() {
    for helper in Helper::ALL {
        let files = select(&one(*helper));
        let file = files
            .iter()
            .find(|file| file.name == helper.module().file)
            .unwrap_or_else(|| panic!("{} is not in {}", helper.name(), helper.module().file));
        let (types, values) = (
            ["export type ", "export interface "],
            [
                "export class ",
                "export function ",
                "export async function ",
            ],
        );
        let keywords = if helper.is_type() {
            &types[..]
        } else {
            &values
        };
        let name = helper.name();
        let is_exported = file.text.lines().any(|line| {
            keywords.iter().any(|keyword| {
                line.strip_prefix(keyword).is_some_and(|rest| {
                    rest.strip_prefix(name)
                        .is_some_and(|end| end.starts_with(['(', '<', ' ']))
                })
            })
        });
        assert!(is_exported, "{name}\n{}", file.text);
    }
}

#[test]
fn every_export_is_registered_under_a_name_of_its_own() {
    let every: BTreeSet<Helper> = Helper::ALL.iter().copied().collect();
    let files = select(&every);
    // A function with overloads is exported on several lines.
    let exports: BTreeSet<String> = files
        .iter()
        .flat_map(|file| file.text.lines())
        .filter_map(|line| line.strip_prefix("export "))
        .map(|line| line.trim_start_matches("async "))
        .filter_map(|line| line.split([' ', '(', '<', ':']).nth(1).map(str::to_owned))
        .collect();
    let names: BTreeSet<&str> = Helper::ALL.iter().map(|helper| helper.name()).collect();
    assert_eq!(names.len(), Helper::ALL.len());
    assert_eq!(exports, names.into_iter().map(str::to_owned).collect());
}

#[test]
fn both_back_ends_know_the_same_currencies() {
    let files = select(&one(Helper::CurrencyPlaces));
    let text = &files
        .iter()
        .find(|file| file.name == "currency.ts")
        .expect("a file")
        .text;
    // Groups of codes, each after its number of places.
    let mut found: BTreeMap<String, u32> = BTreeMap::new();
    let mut places = 0;
    let table = text.split_once("= [").expect("a table").1;
    let table = table.split_once("];").expect("its end").0;
    for word in table.split(|c: char| !c.is_ascii_alphanumeric()) {
        match word.parse() {
            Ok(number) => places = number,
            Err(_) if word.is_empty() => {}
            Err(_) => assert_eq!(found.insert(word.to_owned(), places), None, "{word}"),
        }
    }
    let expected: BTreeMap<String, u32> = currency::codes()
        .map(|code| (code.to_owned(), currency::places(code).expect("is known")))
        .collect();
    assert_eq!(found, expected);
    assert!(found.len() > 150);
}

#[test]
fn nothing_used_gives_no_file() {
    assert_eq!(select(&BTreeSet::new()), []);
}

#[test]
fn a_selection_holds_only_what_it_needs() {
    let files = select(&one(Helper::Nonblank));
    assert_eq!(files.len(), 1);
    assert!(!files[0].text.contains("import"));
    assert!(!files[0].text.contains("compact"));
    let names: Vec<&str> = select(&one(Helper::Sum)).iter().map(|f| f.name).collect();
    assert_eq!(names, ["data-error.ts", "decimal.ts"]);
}

/// Each helper alone, some together: what is missing does not compile, what is needless
/// does not pass the linter, and all of it is formatted.
#[test]
fn every_selection_is_clean() {
    let workspace = Workspace::new();
    let mut selections: BTreeMap<String, BTreeSet<Helper>> = Helper::ALL
        .iter()
        .map(|helper| (format!("only-{helper:?}"), one(*helper)))
        .collect();
    for (at, chunk) in Helper::ALL.chunks(5).enumerate() {
        selections.insert(format!("some-{at}"), chunk.iter().copied().collect());
    }
    let every = Helper::ALL.iter().copied().collect();
    selections.insert("all".to_owned(), every);
    for (folder, helpers) in selections {
        for file in select(&helpers) {
            workspace.write(&format!("project/src/{folder}/{}", file.name), &file.text);
        }
    }
    for deno in deno::both() {
        for command in [&["check"][..], &["lint"], &["fmt", "--check"]] {
            deno.run(workspace.root(), command)
                .assert_success(&format!("{} deno {command:?}", deno.name));
        }
    }
}
