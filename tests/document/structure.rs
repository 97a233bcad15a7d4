//! The tree: keys, tables, spans, comments; and agreement with the `toml` crate on
//! which definitions may follow which.

use gusset::document::{Node, NodeKind, TableStyle};
use proptest::prelude::*;

use super::tools::{lines, plain, read, table};

#[test]
fn everything_has_its_place() {
    let source = "\
# first
[a.'b c']
one . two = 1_0 # second
[[a.list]]
x = { y.z = [true, -inf, 1.50, 0xFF] }
[[a.list]]
day = 2025-01-01 07:32
";
    let (sources, document, found) = read(source);
    assert!(found.is_empty(), "{}", lines(&sources, &found));
    let comments: Vec<_> = document
        .comments
        .iter()
        .map(|comment| (sources.slice(comment.span), comment.text.as_str()))
        .collect();
    assert_eq!(comments, [("# first", " first"), ("# second", " second")]);

    let a = document.root.get("a").expect("a");
    assert_eq!(sources.slice(a.key.span), "a");
    let a = a.value.as_table().expect("a table");
    assert_eq!(a.style, TableStyle::Implicit);
    let entry = a.get("b c").expect("a quoted key");
    assert_eq!(sources.slice(entry.key.span), "'b c'");
    assert_eq!(sources.slice(entry.value.span), "[a.'b c']");
    let inner = entry.value.as_table().expect("a table");
    assert_eq!(inner.style, TableStyle::Header);
    let one = inner.node("one").and_then(Node::as_table).expect("a table");
    assert_eq!(one.style, TableStyle::Dotted);
    let two = one.get("two").expect("two");
    assert_eq!(sources.slice(two.key.span), "two");
    assert_eq!(sources.slice(two.value.span), "1_0");
    assert!(matches!(two.value.kind, NodeKind::Integer(10)));

    let list = a.node("list").and_then(Node::as_array).expect("an array");
    assert_eq!(list.len(), 2);
    let x = list[0].as_table().and_then(|table| table.get("x"));
    let x = x.expect("x");
    assert_eq!(
        sources.slice(x.value.span),
        "{ y.z = [true, -inf, 1.50, 0xFF] }"
    );
    let z = x.value.as_table().and_then(|x| x.node("y")?.as_table());
    let z = z.and_then(|y| y.node("z")?.as_array()).expect("an array");
    assert!(matches!(z[0].kind, NodeKind::Boolean(true)));
    assert!(matches!(&z[1].kind, NodeKind::Float(text) if text == "-inf"));
    assert!(matches!(&z[2].kind, NodeKind::Float(text) if text == "1.50"));
    assert!(matches!(z[3].kind, NodeKind::Integer(255)));
    let day = list[1].as_table().and_then(|table| table.node("day"));
    assert!(
        matches!(&day.expect("day").kind, NodeKind::Datetime(text) if text == "2025-01-01 07:32")
    );
}

#[test]
fn a_repeated_key_has_both_places_and_the_first_value() {
    let (sources, document, found) = read("a = 1\nb = 2\na = 3\n");
    let [diagnostic] = found.as_slice() else {
        panic!("{}", lines(&sources, &found));
    };
    assert_eq!(diagnostic.span.range(), 12..13);
    assert_eq!(diagnostic.related[0].span.range(), 0..1);
    assert!(matches!(
        document.root.node("a").map(|node| &node.kind),
        Some(NodeKind::Integer(1))
    ));
    assert_eq!(document.root.entries.len(), 2);
}

#[test]
fn long_tables_are_found_by_name() {
    let source: String = (0..500).map(|at| format!("key{at} = {at}\n")).collect();
    let (_, document, found) = read(format!("{source}key499 = 1\n"));
    assert_eq!(found.len(), 1);
    for at in 0..500 {
        let node = document.root.node(&format!("key{at}"));
        assert!(
            matches!(node.map(|node| &node.kind), Some(NodeKind::Integer(value)) if *value == at)
        );
    }
    assert!(document.root.get("key500").is_none());
}

#[test]
fn bytes_that_are_not_utf8_end_the_reading() {
    let (sources, document, found) = read(b"[a]\nx = 1\n[b]\ny = \"\xff\"\nz = 1\n".as_slice());
    assert_eq!(found.len(), 1, "{}", lines(&sources, &found));
    assert_eq!(found[0].code.id, "GS0101");
    assert_eq!(found[0].span.range(), 19..20);
    assert!(table(&document, "a").is_some_and(|table| table.get("x").is_some()));
    assert!(document.root.incomplete);
}

#[test]
fn what_was_lost_is_marked() {
    let (_, document, _) = read("[a]\nx y\n[b]\nz = { k 1, l = 2 }\n[c.d!]\ne = 1\n[f]\n");
    let incomplete = |path| table(&document, path).map(|table| table.incomplete);
    assert_eq!(incomplete("a"), Some(true));
    assert_eq!(incomplete("b"), Some(false));
    assert_eq!(incomplete("b.z"), Some(true));
    // `[c.d!]` names a table of `c`, and there is no `c` otherwise.
    assert!(document.root.incomplete);
    assert_eq!(incomplete("c"), None);
    assert_eq!(incomplete("f"), Some(false));
}

#[test]
fn deep_nesting_is_refused_and_harmless() {
    for (open, close) in [("[", "]"), ("{a=", "}"), ("[", ""), ("{a=", ""), ("", "]")] {
        let deep = format!(
            "x = {}1{}\n[b]\nmarker = 1\n",
            open.repeat(10_000),
            close.repeat(10_000)
        );
        let (sources, document, found) = read(deep);
        assert_eq!(found.len(), 1, "{}", lines(&sources, &found));
        assert!(table(&document, "b").is_some_and(|table| table.get("marker").is_some()));
    }
    let dotted = format!("{}z = 1\n[{}z]\n", "a.".repeat(10_000), "b.".repeat(10_000));
    let (_, _, found) = read(dotted);
    assert_eq!(found.len(), 2);
    assert!(
        found
            .iter()
            .all(|diagnostic| diagnostic.code.id == "GS0115")
    );
}

/// A line of a document that defines something, over few names.
fn definition() -> impl Strategy<Value = String> {
    let key = "[abc](\\.[abc]){0,2}";
    let value = prop_oneof![
        4 => Just("1".to_owned()),
        1 => Just("[]".to_owned()),
        1 => Just("[{ a = 1 }]".to_owned()),
        2 => Just("{}".to_owned()),
        1 => key.prop_map(|key| format!("{{ {key} = 1 }}")),
        1 => (key, key).prop_map(|(one, two)| format!("{{ {one} = 1, {two} = {{}} }}")),
    ];
    prop_oneof![
        3 => key.prop_map(|key| format!("[{key}]")),
        2 => key.prop_map(|key| format!("[[{key}]]")),
        4 => (key, value).prop_map(|(key, value)| format!("{key} = {value}")),
    ]
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 4000, ..ProptestConfig::default() })]

    #[test]
    fn definitions_follow_the_rules_of_the_toml_crate(
        lines_of in proptest::collection::vec(definition(), 1..7)
    ) {
        let source = lines_of.join("\n");
        let (sources, document, found) = read(source.as_str());
        match source.parse::<toml::Table>() {
            Ok(expected) if found.is_empty() => {
                prop_assert_eq!(plain(&document.root), expected, "{}", source);
            }
            // A dotted key through an array of tables: the crate adds to its last table,
            // TOML does not allow it.
            Ok(_) => prop_assert!(
                found.iter().any(|diagnostic| diagnostic.code.id == "GS0114"
                    && diagnostic.message.ends_with("an array")),
                "{}\n{}", source, lines(&sources, &found)
            ),
            Err(error) => prop_assert!(!found.is_empty(), "{}\n{}", source, error),
        }
    }
}
