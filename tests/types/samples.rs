//! Types from sample payloads.

use crate::support::sampled;

#[track_caller]
fn infers(samples: &[&str], expected: &str) {
    sampled(samples).reads("t", expected);
}

#[test]
fn each_kind_of_value() {
    infers(
        &[r#"{"s":"2024-01-01","b":true,"i":42,"d":29.99,"e":1e3,"z":2.0,"n":null,"a":[],"o":{}}"#],
        "{s: date, b: boolean, i: integer, d: decimal, e: decimal, z: decimal, n: json|null, a: [json], o: map(json)}",
    );
    infers(&["\"x\""], "string");
    infers(&["null"], "json|null");
    infers(&["9007199254740991"], "integer");
}

#[test]
fn what_one_sample_lacks_may_be_missing() {
    infers(
        &[r#"{"a":1,"b":"x"}"#, r#"{"a":2,"c":true}"#],
        "{a: integer, b?: string, c?: boolean}",
    );
}

#[test]
fn what_one_item_lacks_may_be_missing() {
    infers(
        &[r#"{"l":[{"a":1},{"a":null,"b":1.5},{"a":3,"b":2}]}"#],
        "{l: [{a: integer|null, b?: decimal}]}",
    );
    infers(&["[1, null]"], "[integer|null]");
}

#[test]
fn missing_is_counted_across_samples_and_items() {
    infers(
        &[
            r#"{"l":[{"a":1},{"a":1}]}"#,
            r#"{"l":[{}]}"#,
            r#"{"l":[]}"#,
            "{}",
        ],
        "{l?: [{a?: integer}]}",
    );
}

#[test]
fn null_and_missing_are_two_things() {
    infers(
        &[
            r#"{"a":null,"b":1}"#,
            r#"{"a":"x"}"#,
            r#"{"a":"x","b":null}"#,
        ],
        "{a: string|null, b?: integer|null}",
    );
}

#[test]
fn empty_arrays_take_the_items_of_others() {
    infers(
        &[r#"{"a":[]}"#, r#"{"a":[{"x":1}]}"#],
        "{a: [{x: integer}]}",
    );
    infers(&["[[], [1]]"], "[[integer]]");
}

#[test]
fn empty_objects_take_the_properties_of_others() {
    infers(&[r#"{"a":{}}"#, r#"{"a":{"x":1}}"#], "{a: {x?: integer}}");
}

#[test]
fn integers_and_decimals_are_decimals() {
    infers(&["[1, 2.5]"], "[decimal]");
}

#[test]
fn values_of_several_kinds_are_unions_and_say_so() {
    let samples = [r#"{"v":"x","l":[1,{}]}"#, r#"{"v":1,"l":[]}"#];
    infers(
        &samples,
        "{v: (integer | string), l: [(integer | map(json))]}",
    );
    let declared = sampled(&samples);
    let fields = &declared.types.records[0].fields;
    assert_eq!(
        fields[0].description.as_deref(),
        Some("Of several kinds in the samples: a number, a string.")
    );
    assert_eq!(
        fields[1].description.as_deref(),
        Some("Items of several kinds in the samples: a number, an object.")
    );
}

#[test]
fn odd_property_names_survive() {
    infers(
        &[r#"{"@id":1,"a-b":2,"":3,"__proto__":4,"constructor":5,"a.b":6,"é":7}"#],
        "{@id: integer, a-b: integer, : integer, __proto__: integer, constructor: integer, a.b: integer, é: integer}",
    );
}

#[test]
fn records_are_named_by_their_parts() {
    let declared = sampled(&[
        r#"{"line_items":[{"tax_lines":[{"rate":1}]}],"a.b":{"x":1},"date":{"y":1},"entries":[[{"z":1}]]}"#,
    ]);
    let names: Vec<(&str, &str)> = declared
        .types
        .records
        .iter()
        .map(|record| (record.part.as_str(), record.identifier.as_str()))
        .collect();
    assert_eq!(
        names,
        [
            ("t", "T"),
            ("t.line_items[]", "TLineItem"),
            ("t.line_items[].tax_lines[]", "TLineItemTaxLine"),
            ("t.\"a.b\"", "TAB"),
            ("t.date", "TDate"),
            ("t.entries[][]", "TEntry"),
        ]
    );
}

#[test]
fn numbers_that_are_rounded_are_any_json_with_a_warning() {
    for number in [
        "9007199254740993",
        "-12345678901234567890",
        "1e400",
        "0.30000000000000004",
    ] {
        let declared = sampled(&[&format!("{{\"id\": [1, {number}, {number}]}}")]);
        let (code, covered, message) = declared.only();
        assert_eq!((code, covered), ("GS0408", number));
        assert!(message.starts_with("`t.id[]` "), "{message}");
        assert_eq!(declared.show("t"), "{id: [json]}");
    }
}

#[test]
fn dates_and_instants_are_recognised_when_all_have_the_form() {
    infers(
        &[
            r#"{"day":"2024-01-01","at":"2024-05-31T09:30:00Z","local":"2024-05-31T09:30:00","some":"2024-01-01"}"#,
            r#"{"day":null,"at":"2024-05-31T09:30:00.5+02:00","local":"2024-05-31T09:30:01","some":""}"#,
        ],
        "{day: date|null, at: date-time, local: string, some: string}",
    );
    // A date and a date-time are both text.
    infers(&[r#"["2024-01-01", "2024-05-31T09:30:00Z"]"#], "[string]");
}

#[test]
fn amounts_as_text_are_decimals() {
    infers(
        &[
            r#"{"price":"12.50","total_tax":"-0.00","prices":["1.25"],"version":"1.10","weight":"12"}"#,
        ],
        "{price: decimal text, total_tax: decimal text, prices: [decimal text], version: string, weight: string}",
    );
    infers(
        &[r#"[{"price":"12.50"},{"price":"free"}]"#],
        "[{price: string}]",
    );
}

#[test]
fn texts_are_an_enumeration_when_few_were_seen_often() {
    let rows = |count: usize, extra: &str| {
        let rows: Vec<String> = (0..count)
            .map(|at| format!(r#"{{"state":"{}"}}"#, ["open", "paid"][at % 2]))
            .collect();
        format!("[{}{extra}]", rows.join(","))
    };
    infers(&[&rows(50, "")], r#"[{state: ["open", "paid"]}]"#);
    infers(&[&rows(48, "")], "[{state: string}]");
    infers(&[&rows(60, r#",{"state":"void"}"#)], "[{state: string}]");
}
