//! Types within whole manifests: what is told, and what is emitted.

use std::collections::BTreeMap;

use gusset::compile::{Compilation, compile};
use gusset::source::{Refusal, Sources};

/// Compiles a manifest of `types` and what else is written, over a shop and a sink.
fn compiled(parts: &str, files: &[(&str, &str)]) -> (Compilation, Sources) {
    let shop = if parts.contains("\"shop\"") {
        "[systems.shop]\ndomain = \"shop.example.com\"\n"
    } else {
        ""
    };
    let manifest = format!(
        "[integration]\nname = \"x\"\n\n[systems.sink]\ndomain = \"sink.example.com\"\n\n{shop}{parts}"
    );
    let mut sources = Sources::new();
    sources.add("integration.toml", manifest);
    for (path, content) in files {
        sources.add(*path, *content);
    }
    let mut found = compile(&sources, "integration.toml");
    while !found.needs.is_empty() {
        for path in found.needs {
            sources.refuse(path, Refusal::Missing);
        }
        found = compile(&sources, "integration.toml");
    }
    (found, sources)
}

/// The findings as `GS0413 "text" message`.
fn told(parts: &str, files: &[(&str, &str)]) -> Vec<String> {
    let (found, sources) = compiled(parts, files);
    found
        .diagnostics
        .iter()
        .map(|one| {
            format!(
                "{} {:?} {}",
                one.code.id,
                sources.slice(one.span),
                one.message
            )
        })
        .collect()
}

/// The emitted files below `src/`.
fn emitted(parts: &str, files: &[(&str, &str)]) -> BTreeMap<String, String> {
    let (found, _) = compiled(parts, files);
    assert!(!found.artifacts.is_empty(), "{:#?}", found.diagnostics);
    let texts = found.artifacts.into_iter().filter_map(|artifact| {
        let path = artifact.path.split_once("/src/")?.1.to_owned();
        Some((path, artifact.contents))
    });
    texts.collect()
}

const DOCUMENT: &str = r##"{"openapi":"3.0.0","servers":[{"url":"https://shop.example.com/v2"}],
"paths":{
  "/orders/{id}":{"get":{"operationId":"getOrder","responses":{"200":{"content":{"application/json":
    {"schema":{"$ref":"#/components/schemas/Order"}}}}}}},
  "/notes":{"post":{"requestBody":{"content":{"application/json":{"schema":
    {"type":"object","required":["text"],"properties":{"text":{"type":"string"},"no":{"type":"integer"}}}}}},
    "responses":{"204":{}}}}},
"components":{"schemas":{
  "Order":{"type":"object","required":["id","total"],"properties":{
    "id":{"type":"string"},"total":{"type":"number"},"broken":{"$ref":"#/components/schemas/Gone"},
    "gone":{"$ref":"#/components/schemas/Gone"},"customer":{"$ref":"#/components/schemas/Customer"}}},
  "Customer":{"type":"object","properties":{"email":{"type":"string"},"name":{"type":"string"},
    "orders":{"type":"array","items":{"$ref":"#/components/schemas/Order"}}}}}}}"##;

const TYPES: &str = r#"
[types]
order = { openapi = "shop.json", schema = "Order" }
sent = { type = "object", properties = { id = { type = "string" }, mail = { type = "string" }, any = {} } }

[workflows.w]
schedule = { cron = "0 3 * * *" }
steps = [
  { id = "order", system = "shop", get = "/order", returns = "order" },
  { system = "sink", post = "/order", body = "to_sent(steps.order.body)" },
]

[mappings.to_sent]
from = "order"
to = "sent"
"#;

#[test]
fn what_is_wrong_with_a_document_is_told_where_it_is_used() {
    let files = [("shop.json", DOCUMENT)];
    let fields = |fields: &str| told(&format!("{TYPES}fields = {{ {fields} }}\n"), &files);
    assert_eq!(fields("id = 'source.id'"), [""; 0]);
    assert_eq!(
        fields("id = 'source.id', any = 'source.broken'"),
        [
            "GS0413 \"\\\"#/components/schemas/Gone\\\"\" `#/components/schemas/Gone` leads to nothing"
        ]
    );
    // The same reference is told once, wherever it is used.
    assert_eq!(fields("any = '[source.broken, source.gone]'").len(), 1);
}

#[test]
fn only_what_is_used_is_emitted() {
    let files = emitted(
        &format!("{TYPES}fields = {{ id = 'source.id', mail = 'source.customer?.email' }}\n"),
        &[("shop.json", DOCUMENT)],
    );
    let order = &files["types/order.ts"];
    for kept in ["id: string", "customer?: Customer", "email?: string"] {
        assert!(order.contains(kept), "{kept}\n{order}");
    }
    for left_out in ["total", "orders", "name", "broken", "encode"] {
        assert!(!order.contains(left_out), "{left_out}\n{order}");
    }
    let sent = &files["types/sent.ts"];
    assert!(
        sent.contains("mail?: string") && !sent.contains("any"),
        "{sent}"
    );
}

#[test]
fn what_is_handed_on_whole_is_kept_whole() {
    let manifest = TYPES.replace("to_sent(steps.order.body)", "steps.order.body");
    let document = DOCUMENT.replace("schemas/Gone", "schemas/Customer");
    let files = emitted(
        &format!("{manifest}fields = {{ id = 'source.id' }}\n"),
        &[("shop.json", &document)],
    );
    let order = &files["types/order.ts"];
    for kept in [
        "total: Decimal",
        "orders?: readonly Order[]",
        "broken?: Customer",
    ] {
        assert!(order.contains(kept), "{kept}\n{order}");
    }
}

/// Requests to a system with a document.
const REQUESTS: &str = r#"
[systems.notes]
domain = "example.com"
base_url = "https://shop.example.com"
openapi = "shop.json"

[workflows.w]
schedule = { cron = "0 3 * * *" }
steps = [
  { id = "order", system = "notes", get = "PATH" },
  { system = "notes", post = "/v2/notes", body = "BODY" },
  { system = "sink", post = "/", body = "{ id: steps.order.body.id }" },
]
"#;

fn requests(path: &str, body: &str) -> Vec<String> {
    let manifest = REQUESTS.replace("PATH", path).replace("BODY", body);
    told(&manifest, &[("shop.json", DOCUMENT)])
}

#[test]
fn a_systems_document_types_its_requests() {
    let text = "{ text: steps.order.body.customer?.email ?? steps.order.body.id }";
    assert_eq!(requests("/v2/orders/7", text), [""; 0]);
    assert_eq!(requests("/orders/{run.id}", text), [""; 0]);
    // A question mark in a hole begins no query.
    let path = "/orders/{run.id == '' ? run.user : run.id}";
    assert_eq!(requests(path, text), [""; 0]);
    let found = requests("/v2/orders/7", "{ text: steps.order.body.nmae }");
    assert_eq!(found.len(), 1, "{found:?}");
    assert!(found[0].contains("nmae"), "{found:?}");
    let found = requests("/v2/orders/7", "{ txt: steps.order.body.id }");
    assert_eq!(found.len(), 1, "{found:?}");
    let found = requests("/v2/order/7", "{ text: 'x' }");
    assert_eq!(found.len(), 1, "{found:?}");
    assert!(
        found[0].starts_with("GS0419 \"\\\"/v2/order/7\\\"\""),
        "{found:?}"
    );
}

#[test]
fn requests_of_a_document_are_emitted() {
    let manifest = REQUESTS
        .replace("PATH", "/v2/orders/7")
        .replace("BODY", "{ text: steps.order.body.id }");
    let files = emitted(&manifest, &[("shop.json", DOCUMENT)]);
    let shop = &files["types/notes.ts"];
    assert!(shop.contains("export interface Order {"), "{shop}");
    assert!(!shop.contains("customer"), "{shop}");
}

/// A type with a sample and parts.
fn charge(parts: &str, sample: &str) -> Vec<String> {
    let types = format!(
        r#"
[types.charge]
schema = "charge.json"
sample = "sample.json"
{parts}

[workflows.w]
schedule = {{ cron = "0 3 * * *" }}
steps = [
  {{ id = "charge", system = "shop", get = "/charge", returns = "charge" }},
  {{ system = "sink", post = "/charge", body = "steps.charge.body" }},
]
"#
    );
    let schema = r#"{"properties":{"id":{"type":"integer"},"created":{"type":"integer"},
        "amount":{"type":"integer"},"currency":{"type":"string"},
        "lines":{"type":"array","items":{"properties":{"price":{"type":"string"}}}}},"required":["id"]}"#;
    told(&types, &[("charge.json", schema), ("sample.json", sample)])
}

#[test]
fn a_sample_has_to_fit_the_schema_beside_it() {
    assert_eq!(charge("", r#"{"id":1,"more":true}"#), [""; 0]);
    let found = charge("", r#"{"id":1,"lines":[{"price":"1"},{"price":2}]}"#);
    assert_eq!(
        found,
        [
            "GS0422 \"2\" the sample does not fit: charge.lines[1].price: expected a string, got an integer"
        ]
    );
}

#[test]
fn both_places_of_a_disagreement_are_shown() {
    let types = "[types.t]\nschema = \"s.json\"\nsample = \"p.json\"\n\n[workflows.w]\nschedule = { cron = \"0 3 * * *\" }\nsteps = [{ id = \"a\", system = \"shop\", get = \"/\", returns = \"t\" }, { system = \"sink\", post = \"/\", body = \"steps.a.body\" }]\n";
    let (found, sources) = compiled(
        types,
        &[
            ("s.json", r#"{"properties":{"a":{"type":"integer"}}}"#),
            ("p.json", r#"{"a":"x"}"#),
        ],
    );
    let [finding] = found.diagnostics.as_slice() else {
        panic!("{:#?}", found.diagnostics);
    };
    let file = |span: gusset::source::Span| sources.file(span.file).unwrap().path().to_owned();
    assert_eq!(file(finding.span), "p.json");
    let related = finding.related[0].span;
    assert_eq!(
        (file(related), sources.slice(related)),
        ("s.json".to_owned(), "\"a\"")
    );
}

#[test]
fn parts_say_how_values_travel() {
    let sample = r#"{"id":"7","created":1709164800,"amount":1250,"currency":"JPY","lines":[{"price":"1.50"}]}"#;
    let parts = r#"
[types.charge.parts]
id = { type = "string" }
created = { format = "epoch-seconds", required = true }
amount = { format = "minor-units", currency = "currency" }
currency = { required = true }
"lines[].price" = { format = "decimal" }
"#;
    assert_eq!(charge(parts, sample), [""; 0]);
    // Without them the sample does not fit.
    assert_eq!(charge("", sample).len(), 1);
    let found = charge("parts.amuont = { format = \"minor-units\" }", r#"{"id":1}"#);
    assert_eq!(found.len(), 1, "{found:?}");
    assert!(found[0].starts_with("GS0402 \"amuont\""), "{found:?}");
    // Parts are named from the type on; its own name before them is a slip.
    let with_root = r#"[types.charge.parts]
"charge.amount" = { format = "minor-units", currency = "EUR" }
"#;
    assert_eq!(
        charge(with_root, r#"{"id":1}"#),
        ["GS0402 \"\\\"charge.amount\\\"\" parts are named from `charge` on"]
    );
    let found = charge("parts.created = { required = true }", r#"{"id":1}"#);
    assert_eq!(
        found,
        ["GS0422 \"{\\\"id\\\":1}\" the sample does not fit: charge.created: is missing"]
    );
}

#[test]
fn a_document_that_is_not_there_is_told_once() {
    let found = told(&format!("{TYPES}fields = {{ id = 'source.id' }}\n"), &[]);
    assert_eq!(found.len(), 1, "{found:?}");
    assert!(
        found[0].starts_with("GS0901 \"\\\"shop.json\\\"\""),
        "{found:?}"
    );
}

#[test]
fn a_variant_of_several_tags_that_a_test_excludes_is_asserted() {
    let document = r#"{"openapi":"3.0.0","components":{"schemas":{"T":{"oneOf":[
      {"type":"object","required":["kind","n"],"properties":{"kind":{"type":"string","enum":["a","b"]},"n":{"type":"string"}}},
      {"type":"object","required":["kind","m"],"properties":{"kind":{"type":"string","enum":["c"]},"m":{"type":"string"}}}]}}}}"#;
    let row = |row: &str| {
        let files = emitted(
            &format!(
                r#"
[types]
t = {{ openapi = "t.json", schema = "T" }}
sent = {{ type = "object", properties = {{ x = {{ type = "string" }} }} }}

[workflows.w]
schedule = {{ cron = "0 3 * * *" }}
steps = [
  {{ id = "t", system = "shop", get = "/t", returns = "t" }},
  {{ system = "sink", post = "/t", body = "to_sent(steps.t.body)" }},
]

[mappings.to_sent]
from = "t"
to = "sent"
fields = {{ x = "{row}" }}
"#
            ),
            &[("t.json", document)],
        );
        files["services/to-sent.ts"].clone()
    };
    // TypeScript rules `TA` out by neither of two comparisons.
    let excluded = row("source.kind == 'a' || source.kind == 'b' ? null : source.m");
    assert!(excluded.contains("(source as TC).m"), "{excluded}");
    let single = row("source.kind == 'c' ? null : source.n");
    assert!(single.contains(": source.n"), "{single}");
}

#[test]
fn parts_stand_in_for_what_a_document_leaves_out() {
    let types = |parts: &str| {
        format!(
            r#"
[types.order]
openapi = "shop.json"
schema = "Order"

[types.order.parts]
{parts}

[workflows.w]
schedule = {{ cron = "0 3 * * *" }}
steps = [
  {{ id = "order", system = "shop", get = "/order", returns = "order" }},
  {{ system = "sink", post = "/order", body = "steps.order.body" }},
]
"#
        )
    };
    let files = [("shop.json", DOCUMENT)];
    assert_eq!(
        told(&types("id = { description = 'Its id.' }"), &files).len(),
        1
    );
    assert_eq!(told(&types("broken = {}"), &files).len(), 1);
    let both = types("broken = {}\ngone = { type = \"string\" }");
    assert_eq!(told(&both, &files), [""; 0]);
}
