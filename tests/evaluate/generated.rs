//! Inputs made from types: what is tried, what is left alone, and how it is told.

use gusset::cases::generated::{Generated, MOST, Outcome, Tally};
use gusset::compile::{self, Compilation};
use gusset::source::Sources;

use super::fixture;
use crate::support::folder::repository;
use crate::support::program::gusset;

fn compiled(manifest: &str, compile: fn(&Sources, &str) -> Compilation) -> Compilation {
    let mut sources = Sources::new();
    sources.add("integration.toml", manifest);
    let compilation = compile(&sources, "integration.toml");
    assert!(compilation.needs.is_empty(), "{:?}", compilation.needs);
    compilation
}

fn kinds() -> String {
    let path = repository().join("tests/evaluate/kinds/integration.toml");
    std::fs::read_to_string(path).unwrap()
}

fn of(compilation: &Compilation, mapping: &str) -> Generated {
    let mut generated = compilation.generated.iter();
    let found = generated.find(|one| one.mapping.value == mapping);
    found.unwrap_or_else(|| panic!("{mapping}")).clone()
}

fn words(generated: &Generated) -> Vec<&str> {
    generated.tried.iter().map(|one| &*one.words).collect()
}

/// Whether each of these was tried, once.
#[track_caller]
fn tried(words: &[&str], expected: &[&str]) {
    for one in expected {
        let count = words.iter().filter(|words| *words == one).count();
        assert_eq!(count, 1, "{one}\n{words:#?}");
    }
}

#[test]
fn every_kind_is_varied() {
    let compilation = compiled(&kinds(), compile::test);
    let generated = of(&compilation, "to_row");
    let words = words(&generated);
    // Absent, null, enums, unions, booleans, what expressions name.
    tried(
        &words,
        &[
            "`source.note` is left out",
            "`source.note` is null",
            "`source.lines[0].quantity` is left out",
            "`source.parent` is left out",
            "`source.status` is \"paid\"",
            "`source.status` is \"void\"",
            "`source.gift` is false",
            "`source.pay` is `bank`",
            "`source.pay.iban` is null",
            "`source.colour` is \"red\"",
            "`source.colour` is \"constructor\"",
            "`source.currency` is \"JPY\"",
            "`source.currency` is \"KWD\"",
            "`source.labels` is empty",
            "`source.labels` has `constructor`",
        ],
    );
    // Counts and numbers, within the limits of their schemas.
    tried(
        &words,
        &[
            "`source.lines` is empty",
            "`source.lines` has several items",
            "`source.count` is 1",
            "`source.count` is 99",
            "`source.count` is 9",
            "`source.count` is 11",
            "`source.long` is 0",
            "`source.long` is -1",
            "`source.long` is 9007199254740991",
            "`source.long` is -9007199254740991",
            "`source.price` is -0.01",
            "`source.price` is 123456789012345",
            "`source.amount` is \"12345678901234567890.1234567890\"",
            "`variables.region` is \"\"",
            "`variables.limit` is there",
            "`variables.limit` is -1",
        ],
    );
    for words in &words {
        assert!(!words.starts_with("`source.count` is 0"), "{words}");
        assert!(!words.starts_with("`source.price` is 0.005"), "{words}");
        assert!(!words.starts_with("`source.id` is \"\""), "{words}");
        assert!(!words.contains("unread"), "{words}");
    }
}

#[test]
fn times_at_their_edges_are_tried() {
    let compilation = compiled(&kinds(), compile::test);
    let generated = of(&compilation, "to_row");
    let words = words(&generated);
    tried(
        &words,
        &[
            "`source.day` is \"2024-02-29\" (leap day)",
            "`source.day` is \"2023-12-31\" (year end)",
            "`source.day` is \"9998-12-31\" (the last date there is)",
            "`source.at` is \"2024-05-31T09:30:00.123456789Z\" (nine digits of a fraction)",
            // New York moves its clocks on 12 March and 5 November 2023, at 2 o'clock.
            "`source.day` is \"2023-03-12\" (clocks of America/New_York go forward)",
            "`source.at` is \"2023-03-12T06:59:59Z\" (the second before clocks of America/New_York go forward)",
            "`source.at` is \"2023-03-12T07:00:00Z\" (the moment at which clocks of America/New_York go forward)",
            "`source.at` is \"2023-11-05T05:30:00Z\" (the first pass of the time repeated when clocks of America/New_York go back)",
            "`source.at` is \"2023-11-05T06:30:00Z\" (the second pass of the time repeated when clocks of America/New_York go back)",
            "`source.local` is \"2023-03-12T02:30:00\" (a time that is skipped when clocks of America/New_York go forward)",
            "`source.local` is \"2023-11-05T01:30:00\" (a time that is shown twice when clocks of America/New_York go back)",
            // A constant names the other zone; 2023-03-26T01:00:00Z travels as a number.
            "`source.billed` is 1679792400 (the moment at which clocks of Europe/London go forward)",
        ],
    );
}

#[test]
fn two_runs_are_alike_and_nothing_of_them_is_emitted() {
    let told = |compilation: &Compilation| format!("{:?}", compilation.generated);
    let verified = compiled(&kinds(), compile::verify);
    assert_eq!(told(&compiled(&kinds(), compile::verify)), told(&verified));
    assert_eq!(told(&compiled(&kinds(), compile::test)), told(&verified));
    let built = compiled(&kinds(), compile::compile);
    assert_eq!(built.artifacts, verified.artifacts);
    assert!(built.generated.is_empty() && built.callable.files.is_empty());
    // What is run in Deno are the very mappings that are emitted.
    let services = built.artifacts.iter().filter(|file| {
        let path = file.path.strip_prefix("project/src/services/");
        path.is_some_and(|path| !path.contains('/') && !path.ends_with(".test.ts"))
    });
    let mut count = 0;
    for file in services {
        count += 1;
        assert!(verified.callable.files.contains(file), "{}", file.path);
    }
    assert_eq!(count, 4);
}

#[test]
fn more_than_the_most_are_cut_from_the_end_of_the_order() {
    let fields = |write: &dyn Fn(usize) -> String| (0..120).map(write).collect::<String>();
    let manifest = format!(
        "[integration]\nname = \"x\"\n\
         [types.a]\ntype = \"object\"\n[types.a.properties]\n{}\
         [mappings.m]\nfrom = \"a\"\nto = \"a\"\n[mappings.m.fields]\n{}\
         [[mappings.m.tests]]\nname = \"none\"\ninput = {{}}\nexpect = {{}}\n",
        fields(&|at| format!("f{at} = {{ type = \"string\" }}\n")),
        fields(&|at| format!("f{at} = \"source.f{at}\"\n")),
    );
    let generated = of(&compiled(&manifest, compile::test), "m");
    // The case itself, and each part there, then as six texts.
    let all = 1 + 120 * 7;
    assert_eq!(generated.tried.len(), MOST);
    assert_eq!(generated.left_out, all - MOST);
    assert_eq!(generated.base, "the input of the case `none`");
    let there = generated
        .tried
        .iter()
        .filter(|one| one.words.ends_with("is there"));
    assert_eq!(there.count(), 120);
    assert!(
        generated
            .tried
            .iter()
            .all(|one| matches!(one.outcome, Outcome::Value(_)))
    );
    let mut tally = Tally::default();
    tally.add(generated.tally());
    assert_eq!((tally.inputs, tally.results), (MOST, MOST));
}

#[test]
fn failures_are_grouped_and_do_not_fail_the_run() {
    let folder = fixture::folder(
        r#"
[[mappings.to_invoice.tests]]
name = "whole"
input = { id = "7", total = "12.50", paid = true, lines = [{ sku = "X", price = 1 }] }
contains = { number = "A-7" }
"#,
    );
    let said = gusset(folder.path(), &["test"]).ends_with(0).stdout;
    let line = fixture::line_of(&folder, "number = \"`A-");
    let block = format!(
        "  the order has no id\n    integration.toml:{line}:16  \
         required(nonblank(source.id), 'the order has no id')\n    `source.id` is \"\"; and 1 more\n"
    );
    assert!(said.contains(&block), "{block}\n---\n{said}");
    // A result that cannot be written is the row's.
    let line = fixture::line_of(&folder, "amount = \"source.paid");
    let row = format!(
        "  a number cannot hold more than 15 significant digits\n    integration.toml:{line}:11  "
    );
    assert!(said.contains(&row), "{row}\n---\n{said}");
    assert!(
        said.contains("varied: the input of the case `whole`\n"),
        "{said}"
    );
    let last = said.lines().last().unwrap();
    assert!(last.contains(" generated inputs: "), "{said}");
    assert!(last.contains(" fail"), "{said}");
    let said = gusset(folder.path(), &["test", "--generated"])
        .ends_with(0)
        .stdout;
    assert!(
        said.contains("    `source.id` is \"   \"\n      {\"source\":"),
        "{said}"
    );
}

#[test]
fn coverage_tells_what_only_generated_inputs_reach() {
    let folder = fixture::folder(
        r#"
[[mappings.to_invoice.tests]]
name = "unpaid"
input = { id = "7", total = "12.50", lines = [] }
contains = { number = "A-7" }
"#,
    );
    let said = gusset(folder.path(), &["test", "--coverage"])
        .ends_with(0)
        .stdout;
    let part = "`?:`, the true side, which only generated inputs reach: source.paid == true";
    assert!(said.contains(part), "{said}");
    assert!(said.contains("1 of 2 sides of conditionals"), "{said}");
}

/// Types that hold themselves and one another in more ways than can be written down.
#[test]
fn types_without_an_end_are_cut() {
    let schema = |parts: &str| {
        format!(
            "[integration]\nname = \"x\"\n[types]\na = {{ schema = \"a.json\" }}\n\
             [types.b]\ntype = \"object\"\n[types.b.properties]\ntext = {{ type = \"string\" }}\n\
             [mappings.m]\nfrom = \"a\"\nto = \"b\"\n[mappings.m.fields]\ntext = \"{parts}\"\n\
             [[mappings.m.tests]]\nname = \"none\"\ninput = {{}}\n"
        )
    };
    let mut definitions = serde_json::Map::new();
    for at in 0..40 {
        let next = serde_json::json!({ "$ref": format!("#/$defs/t{}", (at + 1) % 40) });
        let list = serde_json::json!({ "type": "array", "items": next });
        definitions.insert(
            format!("t{at}"),
            serde_json::json!({ "type": "object", "properties": { "a": next, "b": next, "c": list, "d": next } }),
        );
    }
    definitions.insert(
        "tree".to_owned(),
        serde_json::json!({ "oneOf": [
            { "type": "array", "items": { "$ref": "#/$defs/tree" } },
            { "type": "string" },
        ] }),
    );
    let document = serde_json::json!({
        "type": "object",
        "properties": { "tree": { "$ref": "#/$defs/tree" }, "deep": { "$ref": "#/$defs/t0" } },
        "$defs": definitions,
    });
    let mut sources = Sources::new();
    sources.add("integration.toml", schema("hash(json(source))"));
    sources.add("a.json", document.to_string());
    let compilation = compile::test(&sources, "integration.toml");
    assert!(compilation.needs.is_empty(), "{:?}", compilation.needs);
    let generated = of(&compilation, "m");
    assert_eq!(generated.tried.len(), MOST);
    assert!(generated.left_out > 0);
    assert!(words(&generated).contains(&"`source.tree` is there"));
}

#[test]
fn a_type_without_a_value_is_told() {
    let folder = crate::support::folder::Folder::with(&[
        (
            "integration.toml",
            "[integration]\nname = \"x\"\n[types]\na = { schema = \"a.json\" }\n\
             [mappings.m]\nfrom = \"a\"\nto = \"a\"\n[mappings.m.fields]\na = \"source.a\"\n",
        ),
        (
            "a.json",
            r##"{ "type": "object", "required": ["a"], "properties": { "a": { "$ref": "#" } } }"##,
        ),
    ]);
    let outcome = gusset(folder.path(), &["test"]);
    let told = "m: its types give no input to try\n";
    assert!(outcome.stdout.contains(told), "{}", outcome.stdout);
}
