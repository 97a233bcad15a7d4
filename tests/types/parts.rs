//! Names of types and their parts.

use gusset::diagnostics::Sink;
use gusset::manifest::TypeSource;
use gusset::source::{FileId, Span};

use crate::support::{Declared, declared, show, text};

const ORDER: &str = r#"{"id":1,"line_items":[{"price":"1.00","tax":null}],"customer":null,
    "a.b":{"c":1},"matrix":[[1.5]],"rates":{}}"#;

fn order() -> Declared {
    declared(
        vec![
            (
                "order",
                TypeSource::Samples(vec![text("1.json"), text("2.json")]),
            ),
            ("broken", TypeSource::Samples(vec![text("none.json")])),
        ],
        &[
            ("1.json", ORDER),
            (
                "2.json",
                &ORDER.replace("\"customer\":null", "\"customer\":{\"email\":\"x\"}"),
            ),
        ],
    )
}

#[test]
fn parts_have_types() {
    let declared = order();
    for (part, expected) in [
        ("order.id", "integer"),
        (
            "order.line_items",
            "[{price: decimal text, tax: json|null}]",
        ),
        (
            "order.line_items[]",
            "{price: decimal text, tax: json|null}",
        ),
        ("order.line_items[].price", "decimal text"),
        ("order.line_items[].tax", "json"),
        ("order.customer", "{email: string}"),
        ("order.customer.email", "string"),
        ("order.\"a.b\".c", "integer"),
        ("order.matrix[][]", "decimal"),
        ("order.rates[]", "json"),
        ("string", "string"),
        ("boolean", "boolean"),
        ("integer", "integer"),
        ("decimal", "decimal"),
        ("date", "date"),
        ("date-time", "date-time"),
        ("json", "json"),
        ("broken", "error"),
        ("broken.anything[]", "error"),
    ] {
        let mut sink = Sink::new();
        let ty = declared.types.part(part, Span::default(), &mut sink);
        assert!(sink.is_empty(), "{part}");
        assert_eq!(show(&declared.types, &ty.unwrap()), expected, "{part}");
    }
}

#[test]
fn wrong_parts_say_where_and_what_to_write() {
    let declared = order();
    for (part, code, covered, help) in [
        ("ordr", "GS0401", "ordr", "write `order`"),
        ("text", "GS0401", "text", "write `string`"),
        ("Number", "GS0401", "Number", "write `decimal`"),
        ("invoice", "GS0401", "invoice", "one of `order`, `broken`"),
        (
            "order.line_item[]",
            "GS0402",
            "line_item",
            "write `order.line_items`",
        ),
        (
            "order.line_items.price",
            "GS0402",
            "price",
            "`order.line_items[].price`",
        ),
        ("order.id[]", "GS0402", "[]", "write `order.id`"),
        ("order.id.x", "GS0402", "x", "write `order.id`"),
        ("order.zzzzzz", "GS0402", "zzzzzz", "has `id`"),
        ("order.", "GS0403", "order.", "order.line_items[]"),
        ("order[0]", "GS0402", "[0]", "write `order`"),
        ("order[0", "GS0403", "[", "order.line_items[]"),
        ("", "GS0403", "", "order.line_items[]"),
    ] {
        let mut sink = Sink::new();
        let place = text(part);
        assert!(declared.types.part_of(&place, &mut sink).is_none());
        let found = sink.into_sorted();
        assert_eq!(found.len(), 1, "{part}: {found:?}");
        let start = part.rfind(covered).unwrap() + 1;
        let span = Span::new(FileId(0), start, start + covered.len());
        assert_eq!((found[0].code.id, found[0].span), (code, span), "{part}");
        let said = found[0].help.as_deref().unwrap();
        assert!(said.contains(help), "{part}: {said}");
    }
}

#[test]
fn only_certain_corrections_are_fixes() {
    let declared = order();
    let fix = |part: &str| {
        let mut sink = Sink::new();
        declared.types.part_of(&text(part), &mut sink);
        let found = sink.into_sorted().remove(0);
        found.fix.map(|fix| fix.edits[0].text.clone())
    };
    assert_eq!(fix("bool").as_deref(), Some("boolean"));
    assert_eq!(fix("ordr"), None);
}
