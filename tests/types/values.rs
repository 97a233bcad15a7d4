//! Literals against types, in the words of the generated decoders.

use gusset::types::{conforms, conforms_json};

use crate::support::{schema, tree};

const SCHEMA: &str = r##"{"type":"object","required":["id","at","lines"],"properties":{
    "id":{"type":"integer"},"at":{"type":"string","format":"date-time"},
    "day":{"type":"string","format":"date"},"state":{"enum":["open","closed"]},
    "paid":{"type":["boolean","null"]},"rate":{"type":"number"},
    "count":{"type":"string","format":"integer"},"any":{},
    "tags":{"type":"object","additionalProperties":{"type":"string"}},
    "parent":{"$ref":"#"},
    "lines":{"type":"array","items":{"type":"object","required":["price"],
        "properties":{"price":{"type":"string","format":"decimal"}}}}}}"##;

/// A value that fits, with some properties set otherwise; `null` stays null.
fn value(changes: &str) -> String {
    let mut value: serde_json::Value = serde_json::from_str(
        r#"{"id":1,"at":"2024-05-31T09:30:00Z","lines":[{"price":"1.00"},{"price":"2"}],"unknown":1}"#,
    )
    .unwrap();
    let changes: serde_json::Value = serde_json::from_str(changes).unwrap();
    for (name, change) in changes.as_object().unwrap() {
        value[name] = change.clone();
    }
    value.to_string()
}

#[test]
fn values_that_fit() {
    let declared = schema(SCHEMA);
    let ty = &declared.types.named("t").unwrap().ty;
    for changes in [
        "{}",
        r#"{"paid":null}"#,
        r#"{"paid":true,"rate":29.99,"state":"open","day":"2024-02-29","count":"12"}"#,
        r#"{"rate":3,"id":1e3,"tags":{"a":"b","__proto__":"c"},"any":{"x":[null]}}"#,
        r#"{"parent":{"id":2,"at":"2024-05-31T09:30:00+02:00","lines":[]}}"#,
    ] {
        let value = serde_json::from_str(&value(changes)).unwrap();
        assert_eq!(
            conforms_json(&value, ty, &declared.types),
            Ok(()),
            "{changes}"
        );
    }
}

#[test]
fn values_that_do_not_fit_say_where_and_why() {
    let declared = schema(SCHEMA);
    let ty = &declared.types.named("t").unwrap().ty;
    for (changes, message) in [
        (
            r#"{"lines":[{"price":"1"},{"price":null}]}"#,
            "lines[1].price: expected a decimal string, got null",
        ),
        (
            r#"{"lines":[{"price":"1"},{"price":2}]}"#,
            "lines[1].price: expected a decimal string, got an integer",
        ),
        (r#"{"lines":[{}]}"#, "lines[0].price: is missing"),
        (
            r#"{"lines":[{"price":"1,5"}]}"#,
            "lines[0].price: expected a decimal such as 12.50, got other text",
        ),
        (r#"{"lines":{}}"#, "lines: expected an array, got an object"),
        (
            r#"{"lines":[3]}"#,
            "lines[0]: expected an object, got an integer",
        ),
        (r#"{"id":"1"}"#, "id: expected an integer, got a string"),
        (r#"{"id":1.5}"#, "id: expected an integer, got a number"),
        (r#"{"id":9007199254740992}"#, "id: expected a safe integer"),
        (r#"{"id":null}"#, "id: expected an integer, got null"),
        (
            r#"{"at":"2024-05-31T09:30:00"}"#,
            "at: expected a date-time with an offset such as 2024-05-31T09:30:00Z",
        ),
        (
            r#"{"at":1}"#,
            "at: expected a date-time string, got an integer",
        ),
        (
            r#"{"day":"2023-02-29"}"#,
            "day: expected a calendar date such as 2024-05-31",
        ),
        (
            r#"{"state":"opne"}"#,
            "state: expected \"open\" or \"closed\", got another string",
        ),
        (
            r#"{"state":true}"#,
            "state: expected \"open\" or \"closed\", got a boolean",
        ),
        (
            r#"{"paid":"yes"}"#,
            "paid: expected a boolean, got a string",
        ),
        (r#"{"rate":"1"}"#, "rate: expected a number, got a string"),
        (
            r#"{"rate":0.30000000000000004}"#,
            "rate: a number has more than 15 significant digits; send it as a string",
        ),
        (r#"{"rate":1e400}"#, "rate: expected a finite number"),
        (
            r#"{"count":"x"}"#,
            "count: expected an integer such as 12, got other text",
        ),
        (
            r#"{"count":"9007199254740993"}"#,
            "count: expected a safe integer",
        ),
        (
            r#"{"count":1}"#,
            "count: expected an integer string, got an integer",
        ),
        (
            r#"{"tags":{"a":1}}"#,
            "tags.a: expected a string, got an integer",
        ),
        (r#"{"tags":[]}"#, "tags: expected an object, got an array"),
        (r#"{"parent":{"id":1}}"#, "parent.at: is missing"),
    ] {
        let text = value(changes);
        let json = serde_json::from_str(&text).unwrap();
        let found = conforms_json(&json, ty, &declared.types).unwrap_err();
        assert_eq!(found.to_string(), message);
        assert_eq!(found.span, None);
    }
    let whole = conforms_json(&serde_json::Value::Null, ty, &declared.types).unwrap_err();
    assert_eq!(whole.to_string(), "expected an object, got null");
    assert_eq!(
        whole.within("trigger.body").to_string(),
        "trigger.body: expected an object, got null"
    );
}

#[test]
fn trees_have_spans() {
    let declared = schema(SCHEMA);
    let ty = &declared.types.named("t").unwrap().ty;
    let text = value(r#"{"lines":[{"price":"x"}]}"#);
    let found = conforms(&tree(&text), ty, &declared.types).unwrap_err();
    assert_eq!(&text[found.span.unwrap().range()], "\"x\"");
}
