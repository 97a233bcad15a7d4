//! What the two back ends once did differently: each expression with the fields that
//! showed it, and what both give now.

use serde_json::{Value, json};

use gusset::types::{DateTimeWire, DateWire, DecimalWire, IntegerWire, Kind, Ty};

use crate::compare::{Inputs, Tally};
use crate::program::Program;
use crate::session::{Outcome, Session};
use crate::shape::{Flavour, Shape, Slot};
use crate::support::deno;

/// An expression, the source, and the result as JSON or the failure as a message.
struct Found {
    text: &'static str,
    source: Value,
    gives: Result<&'static str, &'static str>,
}

fn found() -> Vec<Found> {
    let gives = |text, source, gives| Found {
        text,
        source,
        gives: Ok(gives),
    };
    let fails = |text, source, message| Found {
        text,
        source,
        gives: Err(message),
    };
    vec![
        // Capitals of other alphabets are no capitals of a currency's code.
        fails(
            "fromMinor(source.count, source.currency)",
            json!({ "count": 1, "currency": "ıdr" }),
            "expected a currency of ISO 4217 such as EUR",
        ),
        fails(
            "fromMinor(source.count, source.currency)",
            json!({ "count": 1, "currency": "ſek" }),
            "expected a currency of ISO 4217 such as EUR",
        ),
        // JavaScript writes numbers below a millionth with an exponent.
        gives("source.anything", json!({ "anything": 1e-7 }), "1e-7"),
        gives(
            "source.anything",
            json!({ "anything": 0.000_001 }),
            "0.000001",
        ),
        // A zone may lie in a year that no date may name.
        fails(
            "dateIn(source.time, 'America/New_York')",
            json!({ "time": "1900-01-01T00:00:00Z" }),
            "a date lies outside the years 1900 to 9998",
        ),
        fails(
            "dateIn(source.time, 'Pacific/Kiritimati')",
            json!({ "time": "9998-12-31T23:59:59Z" }),
            "a date lies outside the years 1900 to 9998",
        ),
        // Salesforce has dates without quotes.
        gives(
            "soql`x = ${source.day}`",
            json!({ "day": "2024-02-29" }),
            "\"x = 2024-02-29\"",
        ),
        // Of a table only what the manifest wrote is found, in a chain too.
        gives(
            "constants.flags[source.text]?.trim()",
            json!({ "text": "constructor" }),
            "null",
        ),
    ]
}

#[test]
fn what_was_found_stays_mended() {
    let slots = vec![
        ("text".to_owned(), optional(Shape::Text(Flavour::Plain))),
        (
            "currency".to_owned(),
            optional(Shape::Text(Flavour::Currency)),
        ),
        (
            "count".to_owned(),
            optional(Shape::Integer(IntegerWire::Number)),
        ),
        (
            "amount".to_owned(),
            optional(Shape::Decimal(DecimalWire::Number)),
        ),
        ("day".to_owned(), optional(Shape::Date(DateWire::Iso))),
        (
            "time".to_owned(),
            optional(Shape::Instant(DateTimeWire::Iso)),
        ),
        ("anything".to_owned(), optional(Shape::Json)),
    ];
    let any = Ty {
        null: true,
        ..Ty::new(Kind::Unknown)
    };
    let mut program = Program::new();
    let found = found();
    for one in &found {
        // Only what is given is there, and that for sure.
        let mut slots = slots.clone();
        for (name, slot) in &mut slots {
            slot.missing = one.source.get(&*name).is_none();
        }
        program
            .add_written(
                vec![("source".to_owned(), slots)],
                &[("r", one.text, any.clone())],
            )
            .unwrap();
    }
    let mut session = Session::start(&deno::pinned());
    session.load(&program.emit(), &[]);
    for (made, one) in program.made.iter().zip(&found) {
        let mut tally = Tally::default();
        let inputs = [Inputs::new(vec![("source".to_owned(), one.source.clone())])];
        let ours = tally.run(&program, made, &inputs, &mut session);
        assert!(
            tally.differences.is_empty(),
            "{}",
            tally.differences.join("\n")
        );
        let expected = match one.gives {
            Ok(json) => Outcome::Value(format!("{{\"r\":{json}}}")),
            Err(message) => match ours.first() {
                Some(Outcome::Failure(code, _)) => {
                    Outcome::Failure(code.clone(), message.to_owned())
                }
                _ => Outcome::Error(message.to_owned()),
            },
        };
        assert_eq!(ours, [expected], "{}", one.text);
    }
}

fn optional(shape: Shape) -> Slot {
    Slot {
        missing: true,
        ..Slot::new(shape)
    }
}
