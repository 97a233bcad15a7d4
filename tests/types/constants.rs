//! Types of constants.

use gusset::diagnostics::Sink;
use gusset::manifest::{Tree, TreeKind};
use gusset::source::Span;
use gusset::types::{Types, constant_type};

use crate::support::{key, show, tree};

fn of(tree: &Tree) -> (String, Vec<&'static str>) {
    let mut types = Types::default();
    let mut sink = Sink::new();
    let ty = constant_type(&key("c"), tree, &mut types, &mut sink);
    let codes = sink
        .into_sorted()
        .iter()
        .map(|found| found.code.id)
        .collect();
    (show(&types, &ty), codes)
}

#[test]
fn literals_have_types() {
    for (literal, expected) in [
        ("3", "integer"),
        ("2.50", "decimal"),
        ("1234567890.123456789", "decimal"),
        ("true", "boolean"),
        ("\"EUR\"", "[\"EUR\"]"),
        ("[\"a\", \"b\", \"a\"]", "[[\"a\", \"b\"]]"),
        ("[1, 2.5]", "[decimal]"),
        ("[]", "[json]"),
        ("{}", "map(json)"),
        (
            "{\"DHL\": 7, \"UPS 2\": 3}",
            "{DHL: integer, UPS 2: integer}",
        ),
        ("{\"a\": 1, \"b\": 2.5}", "{a: decimal, b: decimal}"),
        (
            "{\"a\": \"X\", \"b\": \"Y\"}",
            "{a: [\"X\", \"Y\"], b: [\"X\", \"Y\"]}",
        ),
        ("{\"a\": 1, \"b\": \"x\"}", "{a: integer, b: [\"x\"]}"),
        (
            "{\"a\": {\"n\": 1}, \"b\": {\"n\": 2}}",
            "{a: {n: integer}, b: {n: integer}}",
        ),
        (
            "{\"a\": {\"n\": 1}, \"b\": {\"m\": 2}}",
            "{a: {n: integer}, b: {m: integer}}",
        ),
        (
            "[{\"n\": 1}, {\"n\": 2, \"m\": true}]",
            "[{n: integer, m?: boolean}]",
        ),
    ] {
        assert_eq!(
            of(&tree(literal)),
            (expected.to_owned(), vec![]),
            "{literal}"
        );
    }
}

#[test]
fn dates_are_dates() {
    let datetime = |text: &str| Tree {
        kind: TreeKind::Datetime(text.to_owned()),
        span: Span::default(),
    };
    for (text, expected) in [
        ("2024-02-29", "date"),
        ("2024-02-29T08:00:00Z", "date-time"),
        ("2024-02-29 08:00:00+01:00", "date-time"),
        ("2024-02-29T08:00:00", "[\"2024-02-29T08:00:00\"]"),
        ("08:00:00", "[\"08:00:00\"]"),
    ] {
        assert_eq!(of(&datetime(text)), (expected.to_owned(), vec![]), "{text}");
    }
}

#[test]
fn items_of_several_types_and_inexact_numbers_are_refused() {
    for literal in [
        "[1, \"a\"]",
        "{\"a\": [1, true], \"b\": 1}",
        "9007199254740993",
        "[0.12345678901234567890123456789012345]",
    ] {
        assert_eq!(
            of(&tree(literal)),
            ("error".to_owned(), vec!["GS0415"]),
            "{literal}"
        );
    }
    let nan = Tree {
        kind: TreeKind::Float("nan".to_owned()),
        span: Span::default(),
    };
    assert_eq!(of(&nan).1, ["GS0415"]);
    let invalid = Tree {
        kind: TreeKind::Invalid,
        span: Span::default(),
    };
    assert_eq!(of(&invalid), ("error".to_owned(), vec![]));
}
