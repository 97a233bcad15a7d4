//! YAML of documentation as JSON.

use granit_parser::{Event, Parser, ScalarStyle};
use serde_json::{Map, Value};

/// One document, without anchors.
///
/// # Panics
/// When it is no YAML.
pub fn parse(text: &str) -> Value {
    let events: Vec<Event<'_>> = Parser::new_from_str(text)
        .map(|event| event.unwrap_or_else(|error| panic!("{error}: {text}")).0)
        .filter(|event| {
            matches!(
                event,
                Event::Scalar(..)
                    | Event::SequenceStart(..)
                    | Event::SequenceEnd
                    | Event::MappingStart(..)
                    | Event::MappingEnd
            )
        })
        .collect();
    let mut events = events.into_iter().peekable();
    let value = value(&mut events);
    assert!(events.next().is_none(), "one document");
    value
}

type Events<'e> = std::iter::Peekable<std::vec::IntoIter<Event<'e>>>;

fn value(events: &mut Events<'_>) -> Value {
    match events.next().expect("a value") {
        Event::Scalar(text, style, ..) => {
            if style != ScalarStyle::Plain {
                return Value::from(text.into_owned());
            }
            match &*text {
                "" | "~" | "null" => Value::Null,
                "true" => true.into(),
                "false" => false.into(),
                number if number.parse::<i64>().is_ok() => {
                    number.parse::<i64>().unwrap_or_default().into()
                }
                other => other.into(),
            }
        }
        Event::SequenceStart(..) => {
            let mut items = Vec::new();
            while events
                .next_if(|event| matches!(event, Event::SequenceEnd))
                .is_none()
            {
                items.push(value(events));
            }
            items.into()
        }
        Event::MappingStart(..) => {
            let mut members = Map::new();
            while events
                .next_if(|event| matches!(event, Event::MappingEnd))
                .is_none()
            {
                let key = value(events);
                let key = key.as_str().expect("keys are texts").to_owned();
                let before = members.insert(key.clone(), value(events));
                assert!(before.is_none(), "{key} stands twice");
            }
            members.into()
        }
        other => panic!("{other:?} in place of a value"),
    }
}
