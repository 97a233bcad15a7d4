//! Types from JSON Schema.

use gusset::diagnostics::Sink;
use gusset::manifest::TypeSource;
use gusset::source::Sources;
use gusset::types::{declare, variable_type};

use crate::support::{declared, key, schema, show, tree};

#[track_caller]
fn reads(content: &str, expected: &str) {
    schema(content).reads("t", expected);
}

/// One finding, with its code, the text it covers, and words of its help.
#[track_caller]
fn refuses(content: &str, code: &str, covered: &str, help: &str) {
    let declared = schema(content);
    let found = declared.only();
    assert_eq!((found.0, found.1), (code, covered), "{}", found.2);
    let said = declared.diagnostics[0].help.as_deref().unwrap_or_default();
    assert!(said.contains(help), "{said}");
}

#[test]
fn leaves() {
    for (content, expected) in [
        ("{}", "json"),
        ("true", "json"),
        (r#"{"type":"string"}"#, "string"),
        (r#"{"type":"boolean"}"#, "boolean"),
        (r#"{"type":"integer","format":"int64"}"#, "integer"),
        (r#"{"type":"number"}"#, "decimal"),
        (r#"{"type":"number","multipleOf":0.01}"#, "decimal(2)"),
        (r#"{"type":"number","multipleOf":0.05}"#, "decimal(2)"),
        (r#"{"type":"number","multipleOf":1}"#, "decimal(0)"),
        (r#"{"type":["integer","number"]}"#, "decimal"),
        (r#"{"type":"string","format":"decimal"}"#, "decimal text"),
        (
            r#"{"type":"string","format":"decimal","multipleOf":0.001}"#,
            "decimal(3) text",
        ),
        (r#"{"type":"string","format":"integer"}"#, "integer text"),
        (r#"{"type":"string","format":"date"}"#, "date"),
        (r#"{"type":"string","format":"date-time"}"#, "date-time"),
        (r#"{"type":"string","format":"email"}"#, "string"),
        (r#"{"type":"string","format":"time"}"#, "string"),
        (r#"{"type":["string","null"]}"#, "string|null"),
        (r#"{"type":"null"}"#, "json|null"),
        (r#"{"type":"string","nullable":true}"#, "string|null"),
        (r#"{"enum":["a","b","a"]}"#, r#"["a", "b"]"#),
        (r#"{"type":"string","enum":["a",null]}"#, r#"["a"]|null"#),
        (r#"{"const":"x"}"#, r#"["x"]"#),
        (r#"{"enum":[null]}"#, "json|null"),
    ] {
        reads(content, expected);
    }
}

#[test]
fn objects_maps_and_arrays() {
    reads(
        r#"{"type":"object","required":["id"],"properties":{
            "id":{"type":"integer"},"note":{"type":["string","null"]},
            "lines":{"type":"array","items":{"properties":{"sku":{"type":"string"}}}}},
            "additionalProperties":false}"#,
        "{id: integer, note?: string|null, lines?: [{sku?: string}]}",
    );
    reads(r#"{"type":"object"}"#, "map(json)");
    reads(r#"{"type":"object","properties":{}}"#, "map(json)");
    reads(
        r#"{"additionalProperties":{"type":"number"}}"#,
        "map(decimal)",
    );
    reads(
        r#"{"type":"object","additionalProperties":true}"#,
        "map(json)",
    );
    reads(r#"{"type":"array"}"#, "[json]");
}

#[test]
fn notes_are_kept_or_ignored() {
    let content = r#"{"$schema":"x","$id":"y","title":"T","description":" An order. ","x-own":1,
        "examples":[],"default":{},"type":"object","minProperties":1,
        "properties":{"id":{"type":"string","description":"Its id.","pattern":"^a"}}}"#;
    reads(content, "{id?: string}");
    let declared = schema(content);
    let record = &declared.types.records[0];
    assert_eq!(record.description.as_deref(), Some("An order."));
    assert_eq!(record.fields[0].description.as_deref(), Some("Its id."));
}

#[test]
fn references_share_records_and_may_recur() {
    reads(
        r##"{"$ref":"#/$defs/node","$defs":{"node":{"type":"object","properties":{
            "name":{"$ref":"#/$defs/name"},
            "children":{"type":"array","items":{"$ref":"#/$defs/node"}}}},
            "name":{"type":"string"}}}"##,
        "{name?: string, children?: [T]}",
    );
    reads(
        r##"{"properties":{"a":{"$ref":"#"},"b":{"$ref":"#/definitions/x","nullable":true}},
            "definitions":{"x":{"properties":{"c":{"type":"string"}}}}}"##,
        "{a?: T, b?: {c?: string}|null}",
    );
    let shared = schema(
        r##"{"properties":{"a":{"$ref":"#/$defs/x"},"b":{"$ref":"#/$defs/x"}},
            "$defs":{"x":{"properties":{"c":{"type":"string"}}}}}"##,
    );
    assert_eq!(shared.types.records.len(), 2);
    assert_eq!(shared.types.records[1].part, "t.a");
}

#[test]
fn long_chains_of_definitions_do_not_use_the_stack() {
    let chain = |length: usize| {
        let defs: Vec<String> = (0..length)
            .map(|at| {
                format!(
                    r##""d{at}":{{"properties":{{"n":{{"$ref":"#/$defs/d{}"}}}}}}"##,
                    at + 1
                )
            })
            .collect();
        schema(&format!(
            r##"{{"$ref":"#/$defs/d0","$defs":{{{},"d{length}":{{"type":"string"}}}}}}"##,
            defs.join(",")
        ))
    };
    assert!(chain(30).diagnostics.is_empty());
    assert_eq!(chain(10_000).only().0, "GS0414");
}

#[test]
fn references_without_end_are_refused() {
    for content in [
        r##"{"$ref":"#"}"##,
        r##"{"$ref":"#/$defs/a","$defs":{"a":{"$ref":"#/$defs/b"},"b":{"$ref":"#/$defs/a"}}}"##,
        r##"{"type":"array","items":{"$ref":"#"}}"##,
        r##"{"additionalProperties":{"$ref":"#"}}"##,
    ] {
        assert_eq!(schema(content).only().0, "GS0414", "{content}");
    }
}

#[test]
fn references_that_lead_nowhere_are_refused() {
    refuses(
        r##"{"$ref":"#/$defs/addres","$defs":{"address":{}}}"##,
        "GS0413",
        "\"#/$defs/addres\"",
        "write `#/$defs/address`",
    );
    refuses(
        r#"{"$ref":"other.json#/a"}"#,
        "GS0901",
        "\"other.json#/a\"",
        "add the file",
    );
    refuses(
        r#"{"$ref":"https://example.com/a.json"}"#,
        "GS0413",
        "\"https://example.com/a.json\"",
        "download it",
    );
    refuses(
        r##"{"$ref":"#name"}"##,
        "GS0413",
        "\"#name\"",
        "#/$defs/name",
    );
}

#[test]
fn unknown_keywords_are_refused_with_the_right_one() {
    refuses(
        r#"{"type":"object","propertys":{}}"#,
        "GS0409",
        "\"propertys\"",
        "`properties`",
    );
    refuses(
        r#"{"properties":{"a":{}},"require":["a"]}"#,
        "GS0409",
        "\"require\"",
        "`required`",
    );
    refuses(r#"{"fields":{}}"#, "GS0409", "\"fields\"", "`properties`");
    refuses(
        r#"{"quantity":{"type":"integer"}}"#,
        "GS0409",
        "\"quantity\"",
        "properties.quantity",
    );
}

#[test]
fn what_nothing_satisfies_is_refused() {
    refuses("false", "GS0410", "false", "leave");
    refuses(
        r#"{"allOf":[{"type":"string"},{"type":"integer"}]}"#,
        "GS0421",
        "\"integer\"",
        "same `type`",
    );
}

#[test]
fn wrong_values_of_keywords_are_refused() {
    for (content, covered, help) in [
        (r#"{"type":"strng"}"#, "\"strng\"", "`string`"),
        (r#"{"type":"date"}"#, "\"date\"", "format = \"date\""),
        (r#"{"type":"float"}"#, "\"float\"", "`number`"),
        (r#"{"type":3}"#, "3", "type = \"string\""),
        (r#"{"type":[]}"#, "[]", "leave `type` out"),
        (r#"{"properties":3}"#, "3", "properties.name"),
        (
            r#"{"properties":{"a":"string"}}"#,
            "\"string\"",
            "{ type = \"string\" }",
        ),
        (
            r#"{"properties":{"a":{}},"required":"a"}"#,
            "\"a\"",
            "required = [\"name\"]",
        ),
        (
            r#"{"properties":{"a":{}},"required":[1]}"#,
            "1",
            "required = [\"name\"]",
        ),
        (
            r#"{"properties":{"a":{"required":true}}}"#,
            "true",
            "required = [\"a\"]",
        ),
        (r#"{"type":"string","required":true}"#, "true", "required"),
        (r#"{"enum":"a"}"#, "\"a\"", "enum = ["),
        (r#"{"enum":[]}"#, "[]", "enum = ["),
        (
            r#"{"type":"string","format":"datetime"}"#,
            "\"datetime\"",
            "date-time",
        ),
        (r#"{"type":"string","format":1}"#, "1", "date-time"),
        (r#"{"type":"number","multipleOf":0}"#, "0", "0.01"),
        (r#"{"type":"string","nullable":"yes"}"#, "\"yes\"", "null"),
        (r#"{"$ref":1}"#, "1", "$defs"),
        ("3", "3", "type"),
        ("\"string\"", "\"string\"", "{ type = \"string\" }"),
    ] {
        refuses(content, "GS0411", covered, help);
    }
}

#[test]
fn required_names_are_properties() {
    refuses(
        r#"{"properties":{"name":{}},"required":["nmae"]}"#,
        "GS0412",
        "\"nmae\"",
        "write `name`",
    );
    // Another schema may describe it.
    reads(
        r#"{"properties":{"name":{}},"required":["total"]}"#,
        "{name?: json}",
    );
}

#[test]
fn findings_of_a_shared_definition_are_said_once() {
    let declared = schema(
        r##"{"properties":{"a":{"$ref":"#/$defs/x"},"b":{"$ref":"#/$defs/x"}},"$defs":{"x":{"type":"int"}}}"##,
    );
    assert_eq!(declared.only().0, "GS0411");
}

#[test]
fn inline_schemas_leave_the_form_to_the_manifest() {
    let inline = |content: &str| declared(vec![("t", TypeSource::Inline(tree(content)))], &[]);
    let fine = inline(
        r#"{"type":"object","required":["a"],"properties":{"a":{"type":"number","multipleOf":0.01}}}"#,
    );
    assert!(fine.diagnostics.is_empty());
    assert_eq!(fine.show("t"), "{a: decimal(2)}");
    for content in [
        r#"{"typ":"string"}"#,
        r#"{"type":"strng"}"#,
        r#"{"properties":{"a":1}}"#,
    ] {
        assert!(inline(content).diagnostics.is_empty(), "{content}");
    }
    assert_eq!(
        inline(r#"{"properties":{"a":{}},"required":["b"]}"#)
            .only()
            .0,
        "GS0412"
    );
}

#[test]
fn variables_are_schemas_with_a_required_of_their_own() {
    let of = |content: &str| {
        let mut types = gusset::types::Types::default();
        let mut sink = Sink::new();
        let ty = variable_type(&key("limit"), &tree(content), &mut types, &mut sink);
        let codes: Vec<String> = sink
            .into_sorted()
            .into_iter()
            .map(|found| format!("{} {}", found.code.id, found.message))
            .collect();
        (show(&types, &ty), codes)
    };
    assert_eq!(
        of(r#"{"type":"integer","required":true,"default":3}"#),
        ("integer".to_owned(), vec![])
    );
    assert_eq!(
        of(r#"{"type":"array","items":{"type":"integer"},"default":[1,"x"]}"#),
        (
            "[integer]".to_owned(),
            vec!["GS0405 the default does not fit: variables.limit[1]: expected an integer, got a string".to_owned()]
        )
    );
}

/// The codes that a manifest with `[types] t = …` gives, through all phases so far.
fn of_manifest(inline: &str) -> Vec<&'static str> {
    let mut sources = Sources::new();
    let source = format!("[integration]\nname = \"x\"\n\n[types]\nt = {inline}\n");
    let file = sources.add("integration.toml", source);
    let mut sink = Sink::new();
    let document = gusset::document::parse(&sources, file, &mut sink);
    let manifest = gusset::manifest::read(&document, &mut sink);
    let mut loaded = gusset::types::load(&manifest, &sources);
    declare(&manifest, &sources, &mut loaded, &mut sink);
    let found = sink.into_sorted();
    found.iter().map(|found| found.code.id).collect()
}

#[test]
fn a_mistake_inline_is_reported_once() {
    for (inline, code) in [
        ("{ type = 'object', propertys = {} }", "GS02"),
        ("{ type = 'strng' }", "GS02"),
        ("{ type = 3 }", "GS02"),
        ("{ type = [] }", "GS02"),
        ("{ type = 'object', properties = 3 }", "GS02"),
        ("{ properties = { a = 3 } }", "GS02"),
        (
            "{ properties = { a = { type = 'string', required = true } } }",
            "GS02",
        ),
        ("{ type = 'array', items = [] }", "GS02"),
        ("{ enum = 'a' }", "GS02"),
        ("{ enum = [] }", "GS02"),
        ("{ type = 'string', nullable = 'yes' }", "GS02"),
        ("{ '$ref' = 3 }", "GS02"),
        ("{ type = 'object', patternProperty = {} }", "GS02"),
        (
            "{ properties = { a = { type = 'string' } }, required = 'a' }",
            "GS02",
        ),
        (
            "{ properties = { a = { type = 'string' } }, required = ['b'] }",
            "GS0412",
        ),
        ("{ type = 'string', format = 'datetime' }", "GS0411"),
        ("{ type = 'number', multipleOf = 0 }", "GS0411"),
        ("{ '$ref' = '#/$defs/x' }", "GS0413"),
        ("{ '$ref' = '#' }", "GS0414"),
    ] {
        let found = of_manifest(inline);
        assert!(
            found.len() == 1 && found[0].starts_with(code),
            "{inline}: {found:?}"
        );
    }
    let fine = "{ type = 'object', properties = { a = { type = 'number', multipleOf = 0.01 } } }";
    assert!(of_manifest(fine).is_empty());
}
