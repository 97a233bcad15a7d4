//! `allOf`, `oneOf`, `anyOf`, discriminators, and everything that makes alternatives.

use crate::support::schema;

#[track_caller]
fn reads(content: &str, expected: &str) {
    schema(content).reads("t", expected);
}

#[test]
fn all_of_merges_properties_required_and_limits() {
    reads(
        r##"{"allOf":[{"$ref":"#/$defs/a"},{"properties":{"b":{"type":"number"}},"required":["b"]}],
            "$defs":{"a":{"type":"object","properties":{"a":{"type":"string"},"b":{"multipleOf":0.01}},"required":["a"]}}}"##,
        "{a: string, b: decimal(2)}",
    );
    reads(
        r#"{"allOf":[{"type":["string","integer"]},{"type":["string","null"]}]}"#,
        "string",
    );
    reads(
        r#"{"allOf":[{"type":"number"},{"type":"integer"}]}"#,
        "integer",
    );
    reads(
        r#"{"allOf":[{"enum":["a","b"]},{"enum":["b","c"]}]}"#,
        r#"["b"]"#,
    );
    reads(r#"{"allOf":[],"type":"string"}"#, "string");
    let declared = schema(
        r#"{"allOf":[{"type":"string","maxLength":9,"pattern":"a"},{"maxLength":5,"minLength":1,"pattern":"b"}]}"#,
    );
    let limits = declared
        .types
        .named("t")
        .unwrap()
        .ty
        .limits
        .clone()
        .unwrap();
    assert_eq!((limits.min_length, limits.max_length), (Some(1), Some(5)));
    assert_eq!(limits.patterns.len(), 2);
}

#[test]
fn limits_of_every_draft_are_kept() {
    let limits = |content: &str| {
        let declared = schema(content);
        declared.types.named("t").unwrap().ty.limits.clone()
    };
    let range = limits(r#"{"type":"number","minimum":0,"exclusiveMinimum":true,"maximum":10.5}"#);
    let range = range.unwrap();
    let (low, high) = (
        range.minimum.clone().unwrap(),
        range.maximum.clone().unwrap(),
    );
    assert_eq!((&*low.digits, low.exclusive), ("0", true));
    assert_eq!((&*high.digits, high.exclusive), ("10.5", false));
    let range = limits(r#"{"type":"integer","exclusiveMinimum":3,"minimum":1}"#).unwrap();
    let low = range.minimum.clone().unwrap();
    assert_eq!((&*low.digits, low.exclusive), ("3", true));
    assert!(
        limits(r#"{"type":"integer","format":"int64"}"#)
            .unwrap()
            .wide
    );
    assert!(
        !limits(r#"{"type":"integer","format":"int64","maximum":1000}"#)
            .unwrap()
            .wide
    );
    assert_eq!(limits(r#"{"type":"integer","format":"int32"}"#), None);
    let values = limits(r#"{"enum":[1,2,3]}"#).unwrap();
    assert_eq!(values.integers.as_deref(), Some(&[1, 2, 3][..]));
    let email = limits(r#"{"type":"string","format":"email"}"#).unwrap();
    assert_eq!(email.format.as_deref(), Some("email"));
    let items = limits(r#"{"type":"array","minItems":1,"maxItems":9,"uniqueItems":true}"#).unwrap();
    assert_eq!(
        (items.min_items, items.max_items, items.unique_items),
        (Some(1), Some(9), true)
    );
}

#[test]
fn null_among_alternatives_is_a_bit() {
    for content in [
        r#"{"oneOf":[{"type":"string"},{"type":"null"}]}"#,
        r#"{"anyOf":[{"type":"null"},{"type":"string"}]}"#,
        r#"{"type":["null","string"]}"#,
        r#"{"allOf":[{"type":"string"}],"nullable":true}"#,
        r##"{"$ref":"#/$defs/a","nullable":true,"$defs":{"a":{"type":"string"}}}"##,
        r##"{"$ref":"#/$defs/a","$defs":{"a":{"type":"string","nullable":true}}}"##,
        r#"{"oneOf":[{"type":"string"},{"enum":[null]}]}"#,
        r#"{"oneOf":[{"type":"string","x-nullable":true}]}"#,
    ] {
        reads(content, "string|null");
    }
    reads(
        r##"{"properties":{"a":{"oneOf":[{"$ref":"#/$defs/o"},{"type":"null"}]}},
            "$defs":{"o":{"properties":{"x":{"type":"integer"}}}}}"##,
        "{a?: {x?: integer}|null}",
    );
}

#[test]
fn alternatives_of_one_kind_are_one_kind() {
    reads(
        r#"{"anyOf":[{"enum":["a"]},{"const":"b"}]}"#,
        r#"["a", "b"]"#,
    );
    // A list of known values beside any text is any text.
    reads(r#"{"anyOf":[{"enum":["a"]},{"type":"string"}]}"#, "string");
    reads(
        r#"{"oneOf":[{"type":"string","format":"date"},{"type":"string","format":"date-time"}]}"#,
        "string",
    );
    reads(
        r#"{"oneOf":[{"type":"integer"},{"type":"number"}]}"#,
        "decimal",
    );
    reads(
        r#"{"oneOf":[{"type":"array","items":{"type":"string"}},{"type":"array","items":{"type":"integer"}}]}"#,
        "[(string | integer)]",
    );
    reads(r#"{"anyOf":[{"type":"string"},{}]}"#, "json");
}

#[test]
fn kinds_are_told_apart_by_the_types_of_json() {
    reads(
        r#"{"type":["string","number","boolean"]}"#,
        "(string | decimal | boolean)",
    );
    reads(r#"{"enum":["a",1]}"#, r#"(["a"] | integer)"#);
    // Where only JSON's types tell, how a value travels is what it is.
    reads(
        r#"{"oneOf":[{"type":"string","format":"decimal"},{"type":"integer","format":"epoch-seconds"}]}"#,
        "(string | integer)",
    );
    reads(
        r#"{"oneOf":[{"type":"string"},{"properties":{"id":{"type":"string"}}},{"type":"array"}]}"#,
        "(string | {id?: string} | [json])",
    );
}

#[test]
fn objects_are_told_apart_by_a_discriminator() {
    let animals = r#""$defs":{
        "Cat":{"properties":{"pet":{"type":"string"},"lives":{"type":"integer"}},"required":["pet"]},
        "Dog":{"properties":{"pet":{"type":"string"},"barks":{"type":"boolean"}}}}"#;
    // Names of schemas, where there is no mapping.
    reads(
        &format!(
            r##"{{"oneOf":[{{"$ref":"#/$defs/Cat"}},{{"$ref":"#/$defs/Dog"}}],"discriminator":{{"propertyName":"pet"}},{animals}}}"##
        ),
        r#"(pet: Cat: {pet: ["Cat"], lives?: integer} | Dog: {pet: ["Dog"], barks?: boolean})"#,
    );
    reads(
        &format!(
            r##"{{"oneOf":[{{"$ref":"#/$defs/Cat"}},{{"$ref":"#/$defs/Dog"}}],
                "discriminator":{{"propertyName":"pet","mapping":{{"cat":"#/$defs/Cat","kitten":"#/$defs/Cat","dog":"#/$defs/Dog"}}}},{animals}}}"##
        ),
        r#"(pet: cat/kitten: {pet: ["cat", "kitten"], lives?: integer} | dog: {pet: ["dog"], barks?: boolean})"#,
    );
}

#[test]
fn a_required_constant_is_a_discriminator() {
    reads(
        r#"{"oneOf":[
            {"properties":{"type":{"const":"card"},"last4":{"type":"string"}},"required":["type"]},
            {"properties":{"type":{"enum":["bank","wire"]},"iban":{"type":"string"}},"required":["type"]}]}"#,
        r#"(type: card: {type: ["card"], last4?: string} | bank/wire: {type: ["bank", "wire"], iban?: string})"#,
    );
    // Of two that cannot be told apart, one holds both.
    reads(
        r#"{"anyOf":[
            {"properties":{"object":{"const":"customer"},"email":{"type":"string"}},"required":["object","email"]},
            {"properties":{"object":{"const":"customer"},"deleted":{"type":"boolean"}},"required":["object"]},
            {"properties":{"object":{"const":"account"}},"required":["object"]}]}"#,
        r#"(object: customer: {object: ["customer"], email?: string, deleted?: boolean} | account: {object: ["account"]})"#,
    );
}

#[test]
fn objects_without_a_discriminator_are_one_object_that_holds_any() {
    reads(
        r#"{"oneOf":[
            {"properties":{"id":{"type":"string"},"card":{"type":"string"}},"required":["id","card"]},
            {"properties":{"id":{"type":"integer"},"iban":{"type":"string"}},"required":["id","iban"]}]}"#,
        "{id: (string | integer), card?: string, iban?: string}",
    );
    // What only says which properties go together changes no types.
    reads(
        r#"{"type":"object","properties":{"a":{"type":"string"},"b":{"type":"string"}},
            "anyOf":[{"required":["a"]},{"required":["b"]}]}"#,
        "{a?: string, b?: string}",
    );
}

#[test]
fn heirs_that_name_their_parent_end() {
    let schema_of = |root: &str| {
        format!(
            r##"{{"$ref":"#/$defs/{root}","$defs":{{
            "Pet":{{"type":"object","required":["kind"],"properties":{{"kind":{{"type":"string"}}}},
                "discriminator":{{"propertyName":"kind","mapping":{{"cat":"#/$defs/Cat","dog":"#/$defs/Dog"}}}}}},
            "Cat":{{"allOf":[{{"$ref":"#/$defs/Pet"}},{{"properties":{{"lives":{{"type":"integer"}}}}}}]}},
            "Dog":{{"allOf":[{{"$ref":"#/$defs/Pet"}},{{"properties":{{"barks":{{"type":"boolean"}}}}}}]}}}}}}"##
        )
    };
    reads(
        &schema_of("Pet"),
        r#"(kind: cat: {kind: ["cat"], lives?: integer} | dog: {kind: ["dog"], barks?: boolean})"#,
    );
    reads(&schema_of("Cat"), "{kind: string, lives?: integer}");
}

#[test]
fn unions_may_be_part_of_themselves() {
    reads(
        r##"{"anyOf":[{"type":"string"},{"type":"array","items":{"$ref":"#"}}]}"##,
        "(string | [T])",
    );
    reads(
        r##"{"properties":{"next":{"anyOf":[{"$ref":"#"},{"type":"null"}]}}}"##,
        "{next?: T|null}",
    );
}

#[test]
fn arrays_with_places_hold_any_of_them() {
    reads(
        r#"{"type":"array","prefixItems":[{"type":"string"},{"type":"integer"}],"items":false}"#,
        "[(string | integer)]",
    );
    reads(
        r#"{"type":"array","items":[{"type":"string"}],"additionalItems":{"type":"string"}}"#,
        "[string]",
    );
    reads(r#"{"type":"array","items":[]}"#, "[json]");
}

#[test]
fn maps_take_what_their_keywords_say() {
    reads(
        r#"{"type":"object","patternProperties":{"^a":{"type":"integer"}},"additionalProperties":{"type":"string"}}"#,
        "map((integer | string))",
    );
    reads(
        r#"{"type":"object","patternProperties":{"^a":{"type":"integer"}},"additionalProperties":false}"#,
        "map(integer)",
    );
    reads(
        r#"{"properties":{"a":{"type":"integer"}},"additionalProperties":{"type":"string"}}"#,
        "{a?: integer}",
    );
}

#[test]
fn words_beside_a_reference_hold_with_it() {
    reads(
        r##"{"$ref":"#/$defs/a","description":"x","required":["x"],"$defs":{"a":{"properties":{"x":{"type":"integer"}}}}}"##,
        "{x: integer}",
    );
}

#[test]
fn too_many_alternatives_are_any_json() {
    let four = r#"{"oneOf":[{"title":"a"},{"title":"b"},{"title":"c"},{"title":"d"}]}"#;
    let content = format!(r#"{{"type":"string","allOf":[{}]}}"#, [four; 8].join(","));
    reads(&content, "json");
}

#[test]
fn anchors_and_addresses_within_a_file_are_found() {
    reads(
        r##"{"properties":{"a":{"$ref":"#line"},"b":{"$ref":"https://example.com/b.json"}},
            "$defs":{"x":{"$anchor":"line","type":"string"},"y":{"$id":"https://example.com/b.json","type":"integer"}}}"##,
        "{a?: string, b?: integer}",
    );
    reads(
        r##"{"properties":{"a":{"$ref":"#line"}},"definitions":{"x":{"id":"#line","type":"string"}}}"##,
        "{a?: string}",
    );
    reads(
        r##"{"$dynamicAnchor":"node","properties":{"a":{"$dynamicRef":"#node"}}}"##,
        "{a?: T}",
    );
}

#[test]
fn wires_are_formats() {
    for (content, expected) in [
        (
            r#"{"type":"integer","format":"epoch-seconds"}"#,
            "date-time s",
        ),
        (r#"{"type":"integer","format":"unix-time"}"#, "date-time s"),
        (
            r#"{"type":"number","format":"epoch-milliseconds"}"#,
            "date-time ms",
        ),
        (
            r#"{"type":"string","format":"ms-date-time"}"#,
            "date-time /",
        ),
        (r#"{"type":"string","x-is-msdate":true}"#, "date /"),
        (
            r#"{"type":"integer","format":"minor-units","currency":"JPY"}"#,
            "decimal(0) minor(0)",
        ),
        (
            r#"{"type":"integer","format":"minor-units","currency":"currency"}"#,
            "decimal minor(currency)",
        ),
        (r#"{"type":"number","format":"int64"}"#, "integer"),
        (r#"{"type":"string","format":"int64"}"#, "string"),
        (r#"{"type":"number","format":"double"}"#, "decimal"),
    ] {
        reads(content, expected);
    }
    let wrong = schema(r#"{"type":"integer","format":"minor-units"}"#);
    assert_eq!(wrong.only().0, "GS0411");
    let wrong = schema(r#"{"type":"integer","format":"minor-units","currency":"EUX"}"#);
    assert_eq!((wrong.only().0, wrong.only().1), ("GS0411", "\"EUX\""));
}
