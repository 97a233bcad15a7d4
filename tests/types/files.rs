//! The files behind types: what is wanted, absent or broken.

use gusset::manifest::{Manifest, TypeDeclaration, TypeSource};
use gusset::types::needs;

use crate::support::{declared, key, sampled, text, tree};

#[test]
fn samples_and_schemas_are_wanted() {
    let declaration = |name: &str, source| TypeDeclaration {
        name: key(name),
        source,
        samples: Vec::new(),
        parts: Vec::new(),
    };
    let manifest = Manifest {
        types: vec![
            declaration(
                "a",
                Some(TypeSource::Samples(vec![text("1.json"), text("2.json")])),
            ),
            declaration("b", Some(TypeSource::Schema(text("s.json")))),
            declaration("c", Some(TypeSource::Inline(tree("{}")))),
            declaration("d", None),
        ],
        ..Manifest::default()
    };
    let wanted: Vec<String> = needs(&manifest).into_iter().map(|(path, _)| path).collect();
    assert_eq!(wanted, ["1.json", "2.json", "s.json"]);
}

#[test]
fn absent_files_are_each_reported_at_their_path() {
    let declared = declared(
        vec![
            (
                "t",
                TypeSource::Samples(vec![text("a.json"), text("b.json")]),
            ),
            ("u", TypeSource::Samples(vec![text("c.json")])),
        ],
        &[("a.json", "1")],
    );
    assert_eq!(
        declared.codes(),
        ["GS0901 integration.toml:1:1", "GS0901 integration.toml:1:1"]
    );
    assert_eq!(declared.show("t"), "error");
}

#[test]
fn broken_json_is_reported_where_it_breaks() {
    for (content, place, what) in [
        ("", "1:1", "expected a JSON value"),
        (
            "{\n  \"a\": 1,\n}",
            "3:1",
            "expected a property name in double quotes",
        ),
        (
            "{'a': 1}",
            "1:2",
            "expected a property name in double quotes",
        ),
        ("[1 2]", "1:4", "expected `,` or `]`"),
        ("{\"a\" 1}", "1:6", "expected `:`"),
        ("1 // note", "1:3", "expected the end of the file"),
        ("[01]", "1:3", "a number has no leading zeros"),
        ("[1.]", "1:4", "expected a digit"),
        (
            "\"a\nb\"",
            "1:3",
            "a control character in a string must be escaped",
        ),
        ("[\"a", "1:2", "the string has no closing quote"),
        ("\"\\x\"", "1:2", "an unknown escape in a string"),
        ("\"\\uD800\"", "1:2", "an escape that is no character"),
        ("\"é\\u12\"", "1:3", "an escape that is no character"),
    ] {
        let declared = sampled(&[content]);
        assert_eq!(
            declared.codes(),
            [format!("GS0406 0.json:{place}")],
            "{content}"
        );
        let message = format!("this is not JSON: {what}");
        assert_eq!(declared.diagnostics[0].message, message);
        assert_eq!(declared.show("t"), "error");
    }
}

#[test]
fn deep_json_is_refused_not_overflowed() {
    let deep = "[".repeat(100_000);
    assert_eq!(sampled(&[&deep]).codes(), ["GS0406 0.json:1:128"]);
    let most = format!("{}{}", "[".repeat(127), "]".repeat(127));
    assert!(sampled(&[&most]).diagnostics.is_empty());
}

#[test]
fn bytes_that_are_not_text_are_reported() {
    let mut sources = gusset::source::Sources::new();
    sources.add("integration.toml", "");
    sources.add("a.json", b"\"a\xff\"".as_slice());
    let manifest = Manifest {
        types: vec![TypeDeclaration {
            name: key("t"),
            source: Some(TypeSource::Samples(vec![text("a.json")])),
            samples: Vec::new(),
            parts: Vec::new(),
        }],
        ..Manifest::default()
    };
    let mut sink = gusset::diagnostics::Sink::new();
    let mut loaded = gusset::types::load(&manifest, &sources);
    gusset::types::declare(&manifest, &sources, &mut loaded, &mut sink);
    let found = sink.into_sorted();
    assert_eq!(found.len(), 1);
    assert_eq!((found[0].code.id, found[0].span.range()), ("GS0406", 2..3));
}

#[test]
fn repeated_keys_are_reported_with_both_places() {
    let declared = sampled(&["{\"a\": 1, \"b\": {\"x\": 1, \"x\": 2}, \"\\u0061\": \"s\"}"]);
    assert_eq!(
        declared.codes(),
        ["GS0407 0.json:1:24", "GS0407 0.json:1:33"]
    );
    assert_eq!(declared.diagnostics[1].related[0].span.start, 1);
}

#[test]
fn a_type_must_not_take_a_built_in_name() {
    let declared = declared(
        vec![(
            "string",
            TypeSource::Inline(tree("{\"type\": \"integer\"}")),
        )],
        &[],
    );
    assert_eq!(declared.codes(), ["GS0404 integration.toml:1:1"]);
}
