//! The way back from a string's value to its raw text.

use gusset::document::{Node, Text};
use proptest::prelude::*;

use super::tools::read;

fn text(node: Option<&Node>) -> &Text {
    node.and_then(Node::as_text).expect("a string")
}

/// A piece of a string's content as it may be written.
fn piece(quote: &'static str) -> BoxedStrategy<String> {
    let plain = prop_oneof![
        "[a-z#=. \t\u{e9}\u{20ac}\u{1f680}]{1,4}",
        Just("[b]".to_owned()),
    ];
    let escapes = prop_oneof![
        "\\\\[btnfre\"\\\\]",
        "\\\\x[0-7][0-9a-f]",
        "\\\\u00[0-9A-F]{2}",
        "\\\\u20[aA]c",
        "\\\\U0001f6[89]0",
    ];
    let breaks = prop_oneof![Just("\n".to_owned()), Just("\r\n".to_owned())];
    let continued = prop_oneof![
        Just("\\\n".to_owned()),
        Just("\\ \t\r\n  \n ".to_owned()),
        Just("\\\n\t\t".to_owned()),
    ];
    match quote {
        "\"" => prop_oneof![plain, Just("'".to_owned()), escapes].boxed(),
        "'" => prop_oneof![plain, Just("\"".to_owned()), Just("\\".to_owned())].boxed(),
        "\"\"\"" => prop_oneof![
            plain,
            Just("\"\"x".to_owned()),
            Just("'''".to_owned()),
            escapes,
            breaks,
            continued
        ]
        .boxed(),
        _ => prop_oneof![
            plain,
            Just("''x".to_owned()),
            Just("\\".to_owned()),
            Just("\"\"\"".to_owned()),
            breaks
        ]
        .boxed(),
    }
}

/// The quote of a string and its content.
fn written() -> impl Strategy<Value = (&'static str, String)> {
    prop_oneof![Just("\""), Just("'"), Just("\"\"\""), Just("'''")].prop_flat_map(|quote| {
        proptest::collection::vec(piece(quote), 0..7)
            .prop_map(move |pieces| (quote, pieces.concat()))
    })
}

/// Without the carriage returns before line feeds: we normalise line ends that are
/// written as such, the `toml` crate does not, and an escaped `\r` may stand before one.
fn line_feeds(text: &str) -> String {
    let mut text = text.to_owned();
    while text.contains("\r\n") {
        text = text.replace("\r\n", "\n");
    }
    text
}

/// What a part of a string's content says, read as a string of its own. In multi-line
/// strings a first line end would be trimmed, so one is put before.
fn says(quote: &str, raw: &str) -> Option<String> {
    let start = if quote.len() == 3 { "\n" } else { "" };
    let source = format!("key = {quote}{start}{raw}{quote}\n");
    let (_, document, found) = read(source);
    found
        .is_empty()
        .then(|| text(document.root.node("key")).value.clone())
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 600, ..ProptestConfig::default() })]

    #[test]
    fn every_part_of_a_value_is_where_raw_says(
        (quote, content) in written(),
        first in prop_oneof![Just(""), Just("\n"), Just("\r\n")],
        before in prop_oneof![Just(""), Just("# \u{20ac}\r\n"), Just("\u{feff}")],
    ) {
        let first = if quote.len() == 3 { first } else { "" };
        let source = format!("{before}key = {quote}{first}{content}{quote}\r\nnext = 1\n");
        // Now and then quotes meet so that it is another string, or none.
        let Ok(expected) = source.parse::<toml::Table>() else {
            return Ok(());
        };
        let (sources, document, found) = read(source.as_str());
        prop_assert!(found.is_empty(), "{found:?}");
        let text = text(document.root.node("key"));
        let theirs = expected["key"].as_str().expect("a string");
        prop_assert_eq!(line_feeds(&text.value), line_feeds(theirs));
        let whole = format!("{quote}{first}{content}{quote}");
        prop_assert_eq!(sources.slice(text.span), whole.as_str());

        let places: Vec<usize> = text
            .value
            .char_indices()
            .map(|(at, _)| at)
            .chain([text.value.len()])
            .collect();
        for (number, start) in places.iter().enumerate() {
            for end in &places[number..] {
                let span = text.raw(*start..*end);
                prop_assert!(text.span.contains(span), "{span:?} of {start}..{end}");
                let raw = sources.slice(span);
                let part = &text.value[*start..*end];
                prop_assert_eq!(raw.is_empty(), part.is_empty());
                let says = says(quote, raw);
                prop_assert_eq!(says.as_deref(), Some(part), "{:?}", raw);
            }
        }
    }

    #[test]
    fn a_quoted_text_reads_as_itself(value in "\\PC{0,20}|[\"'\\\\\u{0}-\u{1f}\u{7f}a]{0,8}") {
        let source = format!("key = {}\n", gusset::document::quote(&value));
        let (_, document, found) = read(source.as_str());
        prop_assert!(found.is_empty(), "{source}: {found:?}");
        prop_assert_eq!(&text(document.root.node("key")).value, &value);
    }
}

#[test]
fn spans_of_escapes_and_continuations() {
    let source = "key = \"\"\"\r\n\\u20ACa\\\r\n   b\r\nc\"\"\"";
    let (sources, document, found) = read(source);
    assert!(found.is_empty());
    let text = text(document.root.node("key"));
    assert_eq!(text.value, "\u{20ac}ab\nc");
    let raw = |range| sources.slice(text.raw(range));
    assert_eq!(raw(0..3), "\\u20AC");
    // A byte inside a character stands for the whole of it.
    assert_eq!(raw(1..2), "\\u20AC");
    assert_eq!(raw(3..4), "a");
    assert_eq!(raw(3..5), "a\\\r\n   b");
    assert_eq!(raw(5..6), "\r\n");
    assert_eq!(raw(6..7), "c");
    assert_eq!(raw(7..99), "");
    let end = text.raw(7..7);
    assert_eq!(end.start as usize, source.len() - 3);
}

#[test]
fn an_empty_value_is_inside_its_quotes() {
    for (source, at) in [
        ("key = ''", 7),
        ("key = \"\"", 7),
        ("key = ''''''", 9),
        ("key = \"\"\"\n\"\"\"", 10),
        ("key = \"\"\"\\\n\"\"\"", 9),
    ] {
        let (_, document, found) = read(source);
        assert!(found.is_empty());
        let span = text(document.root.node("key")).raw(0..0);
        assert_eq!((span.start, span.end), (at, at), "{source:?}");
    }
}
