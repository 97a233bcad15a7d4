//! Where a problem is, through the four kinds of TOML string, and what a fix makes of it.

use gusset::diagnostics::{Diagnostic, Sink};
use gusset::document::{self, NodeKind, Text};
use gusset::expression::check;
use gusset::source::Sources;

use crate::fixture::{string, world};

/// Parses `x = <toml>` and checks the string's value.
fn problems(toml: &str) -> (String, Vec<Diagnostic>) {
    let source = format!("# before ü\nx = {toml}\n");
    let (text, mut sources) = string_of(&source);
    let mut world = world();
    let mut sink = Sink::new();
    check(
        &text,
        Some(&string()),
        &world.scope,
        &mut world.types,
        &mut sink,
    );
    sources.add("again", source.clone());
    (source, sink.into_sorted())
}

pub fn string_of(source: &str) -> (Text, Sources) {
    let mut sources = Sources::new();
    let file = sources.add("integration.toml", source.to_owned());
    let mut sink = Sink::new();
    let document = document::parse(&sources, file, &mut sink);
    assert!(sink.is_empty(), "{source}");
    match &document.root.node("x").expect("x").kind {
        NodeKind::String(text) => (text.clone(), sources),
        other => panic!("{other:?}"),
    }
}

fn slices(toml: &str) -> Vec<String> {
    let (source, problems) = problems(toml);
    problems
        .iter()
        .map(|problem| source[problem.span.range()].to_owned())
        .collect()
}

#[test]
fn problems_are_at_the_raw_text() {
    assert_eq!(slices("'source.naem'"), ["naem"]);
    assert_eq!(slices("\"source.naem\""), ["naem"]);
    assert_eq!(slices("'''source.naem'''"), ["naem"]);
    assert_eq!(slices("'''\nsource.naem'''"), ["naem"]);
    assert_eq!(slices("\"\"\"source.naem\"\"\""), ["naem"]);
    assert_eq!(slices("\"\"\"\n  source\\\n    .naem\"\"\""), ["naem"]);
    // Escapes before, within and after.
    assert_eq!(slices("\"`\\u00fc${source.naem}`\""), ["naem"]);
    assert_eq!(slices("\"source.n\\u0061em\""), ["n\\u0061em"]);
    assert_eq!(slices("\"source.na\\\\em\""), ["\\\\"]);
    assert_eq!(slices("\"\\u0073orce.name\""), ["\\u0073orce"]);
    assert_eq!(slices("\"source.naem + \\\"a\\tb\\\"\""), ["naem"]);
    // A continuation within what is wrong, and within a wrong text.
    assert_eq!(slices("\"\"\"source.na\\\n  em\"\"\""), ["na\\\n  em"]);
    assert_eq!(
        slices("\"\"\"source.status == 'op\\\n   ne' ? '' : ''\"\"\""),
        ["'op\\\n   ne'"]
    );
    // Line ends of Windows are one character of the value.
    assert_eq!(slices("'''`\r\n\r\n${source.naem}`'''"), ["naem"]);
    // Characters of several bytes.
    assert_eq!(slices("'`日本 ${source.naem} é`'"), ["naem"]);
    assert_eq!(slices("'source.nämé'"), ["nämé"]);
    // The end of the text is an empty span at its end.
    assert_eq!(slices("'source.name +'"), [""]);
}

#[test]
fn a_fix_leaves_right_toml() {
    // What is written, and what the fix makes of it; none where it cannot be spelt.
    let fixes = [
        ("\"pending\"", Some("\"'pending'\"")),
        ("'pending'", Some("\"'pending'\"")),
        ("'''pending'''", Some("\"'pending'\"")),
        ("\"\"\"pending\"\"\"", Some("\"'pending'\"")),
        ("\"source.naem\"", Some("\"source.name\"")),
        (
            "\"source.customer.email ?? ''\"",
            Some("\"source.customer?.email ?? ''\""),
        ),
        ("\"source.id\"", Some("\"text(source.id)\"")),
        ("\"source.name ?? ''\"", Some("\"source.name\"")),
        ("\"source?.name\"", Some("\"source.name\"")),
        (
            "\"source.status == 'opne' ? '' : ''\"",
            Some("\"source.status == 'open' ? '' : ''\""),
        ),
        (
            "'source.status == \"opne\" ? \"\" : \"\"'",
            Some("'source.status == \"open\" ? \"\" : \"\"'"),
        ),
        (
            "\"source.id === 1 ? '' : ''\"",
            Some("\"source.id == 1 ? '' : ''\""),
        ),
        (
            "\"source.lines.map(l => { a: l.sku }).length == 0 ? '' : ''\"",
            Some("\"source.lines.map(l => ({ a: l.sku })).length == 0 ? '' : ''\""),
        ),
        (
            "\"source.name.upper()\"",
            Some("\"source.name.toUpperCase()\""),
        ),
        ("\"source.name.trim\"", Some("\"source.name.trim()\"")),
        (
            "\"source.test ? '' : 'a'\"",
            Some("\"source.test == true ? '' : 'a'\""),
        ),
        ("\"source.note || 'x'\"", Some("\"source.note ?? 'x'\"")),
        ("\"undefined\"", None),
        ("\"source.name +\"", None),
    ];
    for (toml, fixed) in fixes {
        let (source, problems) = problems(toml);
        let [problem] = problems.as_slice() else {
            panic!("{toml}: {problems:?}");
        };
        let after = problem.fix.as_ref().map(|fix| {
            let mut edits = fix.edits.clone();
            edits.sort_by_key(|edit| std::cmp::Reverse(edit.span));
            let mut text = source.clone();
            for edit in edits {
                text.replace_range(edit.span.range(), &edit.text);
            }
            text
        });
        let expected = fixed.map(|fixed| format!("# before ü\nx = {fixed}\n"));
        if toml == "\"undefined\"" {
            // The fix is right, but then nothing is where text is needed.
            assert!(after.is_some_and(|text| text.contains("\"null\"")));
            continue;
        }
        assert_eq!(after, expected, "{toml}");
        if let Some(text) = after {
            let (value, _) = string_of(&text);
            let mut world = world();
            let mut sink = Sink::new();
            check(
                &value,
                Some(&string()),
                &world.scope,
                &mut world.types,
                &mut sink,
            );
            assert!(sink.is_empty(), "{text}: {:?}", sink.into_sorted());
        }
    }
}
