//! Paths with holes, and TOML values with expressions in them.

use gusset::diagnostics::Sink;
use gusset::document::Key;
use gusset::expression::{PathPart, PathTemplate, TypedKind, check_path, check_tree, facts};
use gusset::manifest::{Tree, TreeKind};
use gusset::source::{FileId, Span};
use gusset::types::Ty;

use crate::fixture::{World, array, integer, places, string, text, world};

fn path(value: &str) -> (PathTemplate, Vec<String>) {
    let mut world = world();
    let mut sink = Sink::new();
    let template = check_path(&text(value), &world.scope, &mut world.types, &mut sink);
    let found = sink
        .into_sorted()
        .iter()
        .map(|problem| format!("{} {}", problem.code.id, &value[problem.span.range()]))
        .collect();
    (template, found)
}

fn shape(template: &PathTemplate) -> Vec<String> {
    template
        .parts
        .iter()
        .map(|part| match part {
            PathPart::Literal(text) => text.clone(),
            PathPart::Hole(value) => match value.kind {
                TypedKind::Coerce { .. } => "{text}".to_owned(),
                _ => "{}".to_owned(),
            },
        })
        .collect()
}

#[test]
fn paths_are_cut_at_their_holes() {
    let right: &[(&str, &[&str])] = &[
        ("/orders.json", &["/orders.json"]),
        ("/orders/{source.id}/lines", &["/orders/", "{}", "/lines"]),
        ("{source.name}", &["{}"]),
        ("/a/{source.id}{source.name}", &["/a/", "{}", "{}"]),
        ("/a/{source.status}", &["/a/", "{}"]),
        ("/a/{source.due}", &["/a/", "{text}"]),
        ("/a/{`}${source.name}{`}/b", &["/a/", "{}", "/b"]),
        ("/a/{source.note ?? '}'}", &["/a/", "{}"]),
        ("/a/{json({ a: { b: 1 } })}/b", &["/a/", "{}", "/b"]),
        ("/ä/{ source.id }/ö", &["/ä/", "{}", "/ö"]),
        ("", &[]),
    ];
    for (value, parts) in right {
        let (template, found) = path(value);
        assert!(found.is_empty(), "{value}: {found:?}");
        assert_eq!(shape(&template), *parts, "{value}");
        assert_eq!(template.written, *value);
    }
}

#[test]
fn wrong_holes_are_told() {
    let wrong: &[(&str, &[&str])] = &[
        ("/a/{source.id", &["GS0535 {"]),
        ("/a/{", &["GS0535 {"]),
        ("/a/}/b", &["GS0535 }"]),
        ("/a/{}/b", &["GS0508 {}"]),
        ("/a/${source.id}", &["GS0535 $"]),
        ("/a/{source.naem}/{nope}", &["GS0513 naem", "GS0511 nope"]),
        ("/a/{source.note}", &["GS0521 source.note"]),
        ("/a/{source.lines}", &["GS0534 source.lines"]),
        ("/a/{source.created_at}", &["GS0534 source.created_at"]),
        ("/a/{source.id source.name}/b", &["GS0501 source"]),
        ("/a/{'x}", &["GS0502 'x}"]),
        ("/a/{source.anything}", &["GS0534 source.anything"]),
    ];
    for (value, codes) in wrong {
        assert_eq!(path(value).1, *codes, "{value}");
    }
}

fn span() -> Span {
    Span::new(FileId(0), 0, 1)
}

fn tree(kind: TreeKind) -> Tree {
    Tree { kind, span: span() }
}

fn table(rows: Vec<(&str, TreeKind)>) -> TreeKind {
    let key = |name: &str| Key {
        name: name.to_owned(),
        span: span(),
    };
    TreeKind::Table(
        rows.into_iter()
            .map(|(name, kind)| (key(name), tree(kind)))
            .collect(),
    )
}

fn expression(value: &str) -> TreeKind {
    TreeKind::String(text(value))
}

fn checked(
    world: &mut World,
    kind: TreeKind,
    expected: Option<&Ty>,
) -> (String, Vec<&'static str>) {
    let mut sink = Sink::new();
    let typed = check_tree(
        &tree(kind),
        expected,
        &world.scope,
        &mut world.types,
        &mut sink,
    );
    let codes = sink
        .into_sorted()
        .iter()
        .map(|problem| problem.code.id)
        .collect();
    let shown = typed.map_or("none".to_owned(), |typed| world.show(&typed.ty));
    (shown, codes)
}

#[test]
fn toml_values_are_expressions_in_their_leaves() {
    let mut world = world();
    let rows: Vec<(TreeKind, Option<Ty>, &str, &[&str])> = vec![
        (TreeKind::Integer(-3), None, "integer", &[]),
        (TreeKind::Float("-1.50".to_owned()), None, "decimal(2)", &[]),
        (TreeKind::Integer(3), Some(places(2)), "decimal(0)", &[]),
        (TreeKind::Boolean(true), Some(string()), "none", &["GS0520"]),
        (TreeKind::Float("inf".to_owned()), None, "none", &["GS0509"]),
        (TreeKind::Float("1e3".to_owned()), None, "none", &["GS0509"]),
        (TreeKind::Integer(i64::MIN), None, "none", &["GS0509"]),
        (
            TreeKind::Datetime("2024-02-29".to_owned()),
            None,
            "date",
            &[],
        ),
        (
            TreeKind::Datetime("2024-02-29 10:00:00z".to_owned()),
            None,
            "date-time",
            &[],
        ),
        (
            TreeKind::Datetime("2024-02-29T10:00:00".to_owned()),
            None,
            "none",
            &["GS0532"],
        ),
        (expression("source.id"), Some(integer()), "integer", &[]),
        (
            TreeKind::Array(vec![
                tree(expression("source.name")),
                tree(expression("pending")),
            ]),
            Some(array(string())),
            "string[]",
            &["GS0512"],
        ),
        (
            table(vec![
                ("a", expression("source.id")),
                ("b", table(vec![("c", expression("'x'"))])),
            ]),
            None,
            "{ a: integer, b: { c: 'x' } }",
            &[],
        ),
        (TreeKind::Invalid, Some(string()), "none", &[]),
        (
            table(vec![("a", TreeKind::Invalid)]),
            None,
            "{ a: ERROR }",
            &[],
        ),
    ];
    for (kind, expected, shown, codes) in rows {
        let case = format!("{kind:?}");
        let (found, problems) = checked(&mut world, kind, expected.as_ref());
        assert_eq!(
            (found.as_str(), problems.as_slice()),
            (shown, codes),
            "{case}"
        );
    }
}

#[test]
fn trees_nest_to_a_limit() {
    let mut world = world();
    let mut deep = TreeKind::Integer(1);
    for _ in 0..1000 {
        deep = TreeKind::Array(vec![tree(deep)]);
    }
    assert_eq!(checked(&mut world, deep, None).1, ["GS0506"]);
}

#[test]
fn a_test_narrows_what_comes_after() {
    let mut world = world();
    let mut when = |condition: &str| {
        let outcome = world.check(condition, None);
        assert!(
            outcome.problems.is_empty(),
            "{condition}: {:?}",
            outcome.found()
        );
        outcome.typed.expect("is right")
    };
    // `when = …` with `skip`: afterwards the condition is false.
    let skipped = when("source.note == null || source.customer?.address?.zip == null");
    world.scope.assume(facts(&skipped, false));
    for (expression, captured) in [
        ("source.note", true),
        ("source.customer.address.zip", true),
        ("source.customer.address.city", false),
    ] {
        let outcome = world.check(expression, Some(&string()));
        assert!(
            outcome.problems.is_empty(),
            "{expression}: {:?}",
            outcome.found()
        );
        let typed = outcome.typed.expect("is right");
        let outermost = matches!(typed.kind, TypedKind::Narrowed { asserted: true, .. });
        assert_eq!(outermost, captured, "{expression}");
    }
    let outcome = world.check("source.customer.email", Some(&string()));
    assert_eq!(outcome.found(), ["GS0521 source.customer.email"]);
}

#[test]
fn narrowing_inside_a_function_says_so() {
    let captured = |expression: &str| {
        let mut world = world();
        let outcome = world.check(expression, None);
        assert!(
            outcome.problems.is_empty(),
            "{expression}: {:?}",
            outcome.found()
        );
        let mut found = Vec::new();
        outcome.typed.expect("is right").walk(&mut |node| {
            if let TypedKind::Narrowed { asserted, .. } = node.kind {
                found.push(asserted);
            }
        });
        found
    };
    assert_eq!(captured("source.note == null ? '' : source.note"), [false]);
    assert_eq!(
        captured("source.note == null ? [] : source.tags.map(t => t + source.note)"),
        [true]
    );
    // A name alone stays narrowed within arrow functions, in TypeScript too.
    assert_eq!(
        captured("price == null ? [] : source.counts.map(c => price * c)"),
        [false]
    );
    assert_eq!(
        captured("source.lines.map(l => l.title == null ? '' : l.title)"),
        [false]
    );
}
