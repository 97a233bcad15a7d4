//! Money in both back ends, against a table that neither made: `tables/money.py` says how.

use serde_json::Value;

use gusset::types::{DecimalWire, IntegerWire, Kind, Ty};

use crate::compare::{Inputs, Tally};
use crate::program::Program;
use crate::session::{Outcome, Session};
use crate::shape::{Flavour, Shape, Slot};
use crate::support::deno;

/// How each kind of row is written.
const KINDS: &[(&str, &str)] = &[
    ("sum", "text(sum(source.list))"),
    ("tax", "text(round(source.a * source.b, 2))"),
    (
        "tax half-even",
        "text(round(source.a * source.b, 2, 'half-even'))",
    ),
    ("round 0", "text(round(source.a, 0))"),
    ("round 0 half-even", "text(round(source.a, 0, 'half-even'))"),
    ("round 2", "text(round(source.a, 2))"),
    ("round 2 half-even", "text(round(source.a, 2, 'half-even'))"),
    ("round 3", "text(round(source.a, 3))"),
    ("round 3 half-even", "text(round(source.a, 3, 'half-even'))"),
    ("from minor", "text(fromMinor(source.n, source.currency))"),
    ("to minor", "text(toMinor(source.a, source.currency))"),
    ("number", "source.a"),
    ("line", "(source.a * source.n).toFixed(2)"),
    ("share", "text(divide(source.a, source.b, 2))"),
    (
        "share half-even",
        "text(divide(source.a, source.b, 2, 'half-even'))",
    ),
];

fn slots() -> Vec<(String, Slot)> {
    let decimal = || Slot::new(Shape::Decimal(DecimalWire::String));
    vec![
        ("a".to_owned(), decimal()),
        ("b".to_owned(), decimal()),
        (
            "n".to_owned(),
            Slot::new(Shape::Integer(IntegerWire::Number)),
        ),
        (
            "currency".to_owned(),
            Slot::new(Shape::Text(Flavour::Currency)),
        ),
        (
            "list".to_owned(),
            Slot::new(Shape::List(Box::new(decimal()))),
        ),
    ]
}

#[test]
fn money_is_exact() {
    let table: Value = serde_json::from_str(include_str!("tables/money.json")).unwrap();
    let rows = table["rows"].as_array().unwrap();
    assert!(rows.len() > 1000);
    let mut program = Program::new();
    for (kind, text) in KINDS {
        let ty = Ty::new(if *kind == "number" {
            Kind::DECIMAL
        } else {
            Kind::STRING
        });
        let inputs = vec![("source".to_owned(), slots())];
        program.add_written(inputs, &[("r", text, ty)]).unwrap();
    }
    let mut session = Session::start(&deno::pinned());
    session.load(&program.emit(), &[]);
    let mut seen = 0;
    for ((kind, _), made) in KINDS.iter().zip(&program.made) {
        let of_kind: Vec<&Value> = rows.iter().filter(|row| row["kind"] == *kind).collect();
        assert!(!of_kind.is_empty(), "{kind}");
        seen += of_kind.len();
        let inputs: Vec<Inputs> = of_kind
            .iter()
            .map(|row| {
                let mut source = serde_json::json!({
                    "a": "0", "b": "0", "n": 0, "currency": "EUR", "list": [],
                });
                for (name, value) in row["source"].as_object().unwrap() {
                    source[name] = value.clone();
                }
                Inputs::new(vec![("source".to_owned(), source)])
            })
            .collect();
        let mut tally = Tally::default();
        let ours = tally.run(&program, made, &inputs, &mut session);
        assert!(
            tally.differences.is_empty(),
            "{}",
            tally.differences.join("\n")
        );
        for (row, ours) in of_kind.iter().zip(ours) {
            let gives = row["gives"].as_str().unwrap();
            let written = match *kind {
                "number" => gives.to_owned(),
                _ => format!("\"{gives}\""),
            };
            assert_eq!(
                ours,
                Outcome::Value(format!("{{\"r\":{written}}}")),
                "{row}"
            );
        }
    }
    assert_eq!(seen, rows.len());
}
