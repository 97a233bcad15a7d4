//! Documents as others write them: what is accepted though it is odd, and what is large.

use std::fmt::Write as _;

use gusset::compile::check;
use gusset::manifest::{OpenApiPart, OperationBody, TypeSource};
use gusset::source::{Refusal, Sources};

use crate::support::{declared, text};

/// The type of a schema `T`, with these members of `components.schemas` and of the
/// document.
#[track_caller]
fn reads(schemas: &str, expected: &str) {
    let document = format!(r#"{{"openapi":"3.0.0","components":{{"schemas":{{{schemas}}}}}}}"#);
    let source = TypeSource::OpenApi(text("api.json"), OpenApiPart::Schema(text("T")));
    let declared = declared(vec![("t", source)], &[("api.json", &document)]);
    declared.reads("t", expected);
}

#[test]
fn a_type_beside_a_reference_gives_way_to_it() {
    let word = r#""Word":{"type":"string","enum":["a","b"]}"#;
    reads(
        &format!(
            r##"{word},"T":{{"type":"object","oneOf":[{{"$ref":"#/components/schemas/Word"}},{{"type":"null"}}]}}"##
        ),
        "[\"a\", \"b\"]|null",
    );
    reads(
        &format!(
            r##"{word},"T":{{"type":"object","properties":{{"w":{{"type":"object","$ref":"#/components/schemas/Word"}}}}}}"##
        ),
        "{w?: [\"a\", \"b\"]}",
    );
    reads(
        &format!(
            r##"{word},"T":{{"type":"object","allOf":[{{"$ref":"#/components/schemas/Word"}}]}}"##
        ),
        "[\"a\", \"b\"]",
    );
}

#[test]
fn schemas_that_contradict_each_other_are_still_told() {
    let document = r#"{"openapi":"3.0.0","components":{"schemas":{
        "T":{"allOf":[{"type":"string"},{"type":"object"}]}}}}"#;
    let source = TypeSource::OpenApi(text("api.json"), OpenApiPart::Schema(text("T")));
    let declared = declared(vec![("t", source)], &[("api.json", document)]);
    assert_eq!(declared.only().0, "GS0421");
}

#[test]
fn names_of_schemas_in_a_mapping_may_have_dots() {
    reads(
        r##""a.Cat":{"type":"object","properties":{"kind":{"type":"string"},"claws":{"type":"integer"}}},
            "a.Dog":{"type":"object","properties":{"kind":{"type":"string"},"tail":{"type":"integer"}}},
            "T":{"oneOf":[{"$ref":"#/components/schemas/a.Cat"},{"$ref":"#/components/schemas/a.Dog"}],
                 "discriminator":{"propertyName":"kind","mapping":{"cat":"a.Cat","dog":"a.Dog"}}}"##,
        "(kind: cat: {kind: [\"cat\"], claws?: integer} | dog: {kind: [\"dog\"], tail?: integer})",
    );
}

#[test]
fn a_slash_alone_is_the_whole_document() {
    let files = [
        (
            "api.yaml",
            "openapi: 3.0.0\ncomponents: { schemas: { T: { $ref: './t.yaml#/' } } }\n",
        ),
        (
            "t.yaml",
            "type: object\nproperties: { id: { type: string } }\n",
        ),
    ];
    let source = TypeSource::OpenApi(text("api.yaml"), OpenApiPart::Schema(text("T")));
    let declared = declared(vec![("t", source)], &files);
    assert!(
        declared.diagnostics.is_empty(),
        "{:#?}",
        declared.diagnostics
    );
    assert_eq!(declared.show("t"), "{id?: string}");
}

#[test]
fn ids_and_names_of_webhooks_may_have_spaces() {
    let document = r#"{"openapi":"3.1.0",
        "paths":{"/pets":{"get":{"operationId":"find all pets","responses":{"200":{"description":"",
            "content":{"application/json":{"schema":{"type":"string"}}}}}}}},
        "webhooks":{"Pet was found":{"post":{"requestBody":{"content":{"application/json":
            {"schema":{"type":"integer"}}}}}}}}"#;
    let by = |operation: &str, body: Option<OperationBody>| {
        TypeSource::OpenApi(
            text("api.json"),
            OpenApiPart::Operation {
                operation: text(operation),
                body,
                status: None,
            },
        )
    };
    let types = vec![
        ("pets", by("find all pets", None)),
        ("found", by("Pet was found", None)),
    ];
    let declared = declared(types, &[("api.json", document)]);
    assert!(
        declared.diagnostics.is_empty(),
        "{:#?}",
        declared.diagnostics
    );
    assert_eq!(declared.show("pets"), "string");
    assert_eq!(declared.show("found"), "integer");
}

/// The codes of a manifest that reads the schema `T` of a document, and sends it back to
/// an operation that takes a `T`.
fn sent_back(schemas: &str) -> Vec<&'static str> {
    let manifest = r#"[integration]
name = "x"
[systems.a]
domain = "a.example.com"
[systems.b]
domain = "b.example.com"
openapi = "api.json"
[types]
t = { openapi = "api.json", schema = "T" }
[workflows.w]
schedule = { cron = "0 3 * * *" }
steps = [
  { id = "x", system = "a", get = "/t", returns = "t" },
  { system = "b", post = "/t", body = "steps.x.body" },
]
"#;
    let document = format!(
        r##"{{"openapi":"3.0.0","paths":{{"/t":{{"post":{{"requestBody":{{"content":{{"application/json":
            {{"schema":{{"$ref":"#/components/schemas/T"}}}}}}}},"responses":{{"204":{{"description":""}}}}}}}}}},
            "components":{{"schemas":{{{schemas}}}}}}}"##
    );
    let mut sources = Sources::new();
    sources.add("integration.toml", manifest);
    sources.add("api.json", document);
    let mut found = check(&sources, "integration.toml");
    while !found.needs.is_empty() {
        for path in found.needs {
            sources.refuse(path, Refusal::Missing);
        }
        found = check(&sources, "integration.toml");
    }
    found.diagnostics.iter().map(|one| one.code.id).collect()
}

/// A read-only property makes what is read and what is sent two types.
const SIDED: &str = r#""id":{"type":"string","readOnly":true}"#;

#[test]
fn types_that_lead_far_are_compared_without_the_stack() {
    const LENGTH: usize = 5_000;
    let mut schemas = String::from(r#""T":{"type":"object","properties":{"#);
    for at in 0..LENGTH {
        let comma = if at == 0 { "" } else { "," };
        let _ = write!(
            schemas,
            r##"{comma}"p{at}":{{"$ref":"#/components/schemas/r{at}"}}"##
        );
    }
    schemas.push_str("}}");
    for at in 0..LENGTH {
        let next = (at + 1) % LENGTH;
        let _ = write!(
            schemas,
            r##","r{at}":{{"type":"object","properties":{{{SIDED},"next":{{"$ref":"#/components/schemas/r{next}"}}}}}}"##
        );
    }
    assert_eq!(sent_back(&schemas), [""; 0]);
}

#[test]
fn unions_within_unions_are_compared_once() {
    // Each of these holds unions of all of them: to look at each way is without an end.
    const VARIANTS: usize = 24;
    let one_of: Vec<String> = (0..VARIANTS)
        .map(|at| format!(r##"{{"$ref":"#/components/schemas/v{at}"}}"##))
        .collect();
    let one_of = one_of.join(",");
    let mut schemas = format!(r#""T":{{"oneOf":[{one_of}]}}"#);
    for at in 0..VARIANTS {
        let _ = write!(
            schemas,
            r##","v{at}":{{"type":"object","required":["kind"],"properties":{{{SIDED},
                "kind":{{"type":"string","enum":["v{at}"]}},
                "a":{{"type":"array","items":{{"$ref":"#/components/schemas/T"}}}},
                "b":{{"type":"array","items":{{"oneOf":[{one_of}]}}}},
                "c":{{"$ref":"#/components/schemas/T"}}}}}}"##
        );
    }
    assert_eq!(sent_back(&schemas), [""; 0]);
}

#[test]
fn a_union_may_hold_itself_without_an_object_between() {
    let schemas = format!(
        r##""T":{{"oneOf":[{{"type":"string"}},{{"type":"array","items":{{"$ref":"#/components/schemas/T"}}}},
            {{"type":"object","properties":{{{SIDED}}}}}]}}"##
    );
    assert_eq!(sent_back(&schemas), [""; 0]);
}

#[test]
fn a_union_that_holds_itself_is_described() {
    let schema = r##"{"$ref":"#/$defs/v","$defs":{"v":{"anyOf":[{"type":"string"},
        {"type":"object","additionalProperties":{"$ref":"#/$defs/v"}},
        {"type":"array","items":{"$ref":"#/$defs/v"}}]}}}"##;
    let declared = declared(
        vec![("t", TypeSource::Schema(text("t.json")))],
        &[("t.json", schema)],
    );
    assert!(declared.diagnostics.is_empty());
    let ty = &declared.types.named("t").unwrap().ty;
    assert_eq!(
        declared.types.describe(ty),
        "a string, a map of `t` or an array of `t`"
    );
}

#[test]
fn schema_files_may_have_keywords_of_editors_and_leave_properties_to_others() {
    let schema = r#"{"type":"object","markdownDescription":"**x**","properties":{
        "kind":{"enum":["a"],"enumDescriptions":["A."]},"any":{"markdownDescription":"y"}},
        "oneOf":[{"required":["kind"]},{"required":["elsewhere"]}]}"#;
    let declared = declared(
        vec![("t", TypeSource::Schema(text("t.json")))],
        &[("t.json", schema)],
    );
    assert!(
        declared.diagnostics.is_empty(),
        "{:#?}",
        declared.diagnostics
    );
    assert_eq!(declared.show("t"), "{kind?: [\"a\"], any?: json}");
}

#[test]
fn what_does_not_fit_is_found_however_deep() {
    let schemas = r##""T":{"type":"object","properties":{"list":{"type":"array","items":{"$ref":"#/components/schemas/U"}}}},
        "U":{"oneOf":[
          {"type":"object","required":["kind","pin"],"properties":{"kind":{"type":"string","enum":["a"]},
            "pin":{"type":"string","writeOnly":true},"self":{"$ref":"#/components/schemas/U"}}},
          {"type":"object","required":["kind"],"properties":{"kind":{"type":"string","enum":["b"]},
            "self":{"$ref":"#/components/schemas/U"}}}]}"##;
    assert_eq!(sent_back(schemas), ["GS0520"]);
}
