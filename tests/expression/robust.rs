//! Any input: no panic, spans within the text, few problems for one mistake.

use std::fmt::Write as _;

use gusset::diagnostics::Sink;
use gusset::document::Text;
use gusset::expression::{check, check_path};
use gusset::source::{FileId, Span};
use proptest::prelude::*;

use crate::fixture::{World, string, text, world};
use crate::typing::TYPES;

/// Problems of an expression and of a path of that text; their spans are checked.
fn run(world: &mut World, value: &str) -> usize {
    let mut sink = Sink::new();
    let text = text(value);
    let records = world.types.records.len();
    check(
        &text,
        Some(&string()),
        &world.scope,
        &mut world.types,
        &mut sink,
    );
    check(
        &text,
        None,
        &world.scope,
        &mut world.types,
        &mut Sink::new(),
    );
    let count = sink.len();
    check_path(&text, &world.scope, &mut world.types, &mut sink);
    world.types.records.truncate(records);
    for problem in sink.iter() {
        let fix = problem.fix.iter().flat_map(|fix| &fix.edits);
        let spans = fix.map(|edit| edit.span).chain([problem.span]);
        for span in spans {
            assert!(
                span.start <= span.end && value.get(span.range()).is_some(),
                "{value:?}: {problem:?}"
            );
        }
        assert!(problem.help.is_some(), "{value:?}: {problem:?}");
    }
    count
}

const WORDS: &[&str] = &[
    "source",
    ".",
    "?.",
    "name",
    "lines",
    "note",
    "customer",
    "[",
    "]",
    "(",
    ")",
    "{",
    "}",
    ",",
    ":",
    "?",
    "??",
    "||",
    "&&",
    "==",
    "===",
    "!=",
    "<",
    ">=",
    "+",
    "-",
    "*",
    "/",
    "!",
    "=>",
    "x",
    "'a'",
    "\"b\"",
    "'",
    "\"",
    "`",
    "`a`",
    "${",
    "$",
    "\\",
    "1",
    "1.5",
    "0x",
    "null",
    "true",
    "map",
    "trim",
    "round",
    "sum",
    "to_line",
    "...",
    "=",
    ";",
    "new",
    "é",
    "\u{2028}",
    "\n",
    "not",
    "//",
    "filter",
    "compact",
    "date",
    "'2024-02-30'",
    "steps",
    "later",
    "trigger",
    "qbo`",
    "=> {",
];

proptest! {
    #![proptest_config(ProptestConfig { cases: 4000, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn token_soup(words in prop::collection::vec(prop::sample::select(WORDS), 0..40), spaced in any::<bool>()) {
        let soup = words.join(if spaced { " " } else { "" });
        run(&mut world(), &soup);
    }

    #[test]
    fn any_text(value in "\\PC{0,60}") {
        run(&mut world(), &value);
    }

    #[test]
    fn any_bytes(bytes in prop::collection::vec(any::<u8>(), 0..80)) {
        run(&mut world(), &String::from_utf8_lossy(&bytes));
    }

    /// With a table of raw places, as of a string with escapes: spans stay inside.
    #[test]
    fn through_escapes(words in prop::collection::vec(prop::sample::select(WORDS), 0..20)) {
        let value = words.concat();
        let mut raw = String::from("\"");
        let mut bytes = Vec::new();
        for character in value.chars() {
            let start = u32::try_from(raw.len()).unwrap();
            write!(raw, "\\u{:04X}", u32::from(character)).unwrap();
            let end = u32::try_from(raw.len()).unwrap();
            bytes.resize(bytes.len() + character.len_utf8(), (start, end));
        }
        raw.push('"');
        let span = Span::new(FileId(0), 0, raw.len());
        let text = Text::decoded(value, span, bytes);
        let mut world = world();
        let mut sink = Sink::new();
        check(&text, None, &world.scope, &mut world.types, &mut sink);
        check_path(&text, &world.scope, &mut world.types, &mut sink);
        for problem in sink.iter() {
            prop_assert!(span.contains(problem.span), "{:?}", problem);
        }
    }
}

#[test]
fn depth_is_capped() {
    let nested: [(&str, &str, &str); 9] = [
        ("(", "1", ")"),
        ("[", "1", "]"),
        ("{a:", "1", "}"),
        ("!", "true", ""),
        ("- ", "1", ""),
        ("`${", "1", "}`"),
        ("text(", "1", ")"),
        ("true ? ", "1", " : 2"),
        ("source.lines.map(l => ", "1", ")"),
    ];
    for (open, inside, close) in nested {
        for depth in [100_usize, 1000, 20_000] {
            let value = format!("{}{inside}{}", open.repeat(depth), close.repeat(depth));
            let mut world = world();
            let outcome = world.check(&value, None);
            let deep = outcome
                .problems
                .iter()
                .filter(|p| p.code.id == "GS0506")
                .count();
            if depth > 128 {
                assert_eq!(deep, 1, "{open} {depth}: {:?}", outcome.problems.first());
            }
        }
    }
    for chain in [
        " + 1", ".a", "?.a", "[0]", " ?? 1", " && true", ".trim()", " == 1",
    ] {
        for length in [50, 1000, 20_000] {
            let value = format!("source.name{}", chain.repeat(length));
            run(&mut world(), &value);
        }
    }
}

/// Every deletion, and every insertion and replacement by one of these.
const ALPHABET: &str = "a1.,:;?!()[]{}'\"`$\\=<>+-*/|& _";

fn mutations(value: &str) -> Vec<String> {
    let mut mutated = Vec::new();
    let places: Vec<usize> = value.char_indices().map(|(at, _)| at).collect();
    for &at in &places {
        let (before, rest) = value.split_at(at);
        let after: String = rest.chars().skip(1).collect();
        mutated.push(format!("{before}{after}"));
        for letter in ALPHABET.chars() {
            mutated.push(format!("{before}{letter}{after}"));
            mutated.push(format!("{before}{letter}{rest}"));
        }
    }
    mutated
}

/// One of so many mutations is tried.
const SHARE: usize = 7;

#[test]
fn one_mistake_gives_few_problems() {
    let mut world = world();
    let (mut wrong, mut problems, mut worst) = (0_usize, 0_usize, (0, String::new()));
    for (at, (expression, _)) in TYPES.iter().enumerate() {
        // A share of them, other ones of each expression.
        for mutated in mutations(expression)
            .into_iter()
            .skip(at % SHARE)
            .step_by(SHARE)
        {
            let outcome = world.check(&mutated, None);
            let count = outcome.problems.len();
            if count > worst.0 {
                worst = (count, mutated.clone());
            }
            wrong += usize::from(count > 0);
            problems += count;
            run(&mut world, &mutated);
        }
    }
    let hundredths = problems * 100 / wrong;
    assert!(
        hundredths <= 115,
        "{problems} problems of {wrong} wrong expressions; worst: {worst:?}"
    );
    assert!(worst.0 <= 3, "{worst:?}");
}

/// Every deletion, transposition, doubling and neighbouring letter of a name.
fn slips(name: &str) -> Vec<String> {
    let letters: Vec<char> = name.chars().collect();
    let mut slips = Vec::new();
    for at in 0..letters.len() {
        let mut deleted = letters.clone();
        deleted.remove(at);
        slips.push(deleted.iter().collect());
        let mut doubled = letters.clone();
        doubled.insert(at, letters[at]);
        slips.push(doubled.iter().collect());
        let mut replaced = letters.clone();
        replaced[at] = if letters[at] == 'e' { 'r' } else { 'e' };
        slips.push(replaced.iter().collect());
        if at > 0 {
            let mut swapped = letters.clone();
            swapped.swap(at - 1, at);
            slips.push(swapped.iter().collect());
        }
    }
    slips
}

#[test]
fn the_right_field_is_suggested() {
    let mut world = world();
    let order = world.scope.binding("source").unwrap().ty.clone();
    let gusset::types::Kind::Record(id) = order.kind else {
        panic!("source is a record");
    };
    let names: Vec<String> = world
        .types
        .record(id)
        .fields
        .iter()
        .map(|f| f.name.clone())
        .collect();
    let (mut asked, mut right, mut missed) = (0, 0, Vec::new());
    for name in names.iter().filter(|name| !name.contains('-')) {
        for slip in slips(name) {
            let is_name = slip.starts_with(|c: char| c.is_alphabetic());
            if names.contains(&slip) || !is_name {
                continue;
            }
            let outcome = world.check(&format!("source.{slip}"), None);
            let help = outcome.problems[0].help.clone().unwrap_or_default();
            asked += 1;
            if help.contains(&format!("`{name}`?")) {
                right += 1;
            } else {
                missed.push(format!("{slip} ({name}): {help}"));
            }
        }
    }
    assert!(right * 100 >= asked * 98, "{right} of {asked}: {missed:?}");
}
