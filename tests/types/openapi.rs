//! Types from OpenAPI and Swagger documents.

use gusset::manifest::{
    Manifest, Mapping, MappingFrom, OpenApiPart, OperationBody, TypeDeclaration, TypeSource,
};
use gusset::source::Sources;

use crate::support::{Declared, MANIFEST, declared, key, of_manifest, text};

/// A document of OpenAPI 3.0 with what the tests name.
const SHOP: &str = r##"openapi: 3.0.3
info: { title: Shop, version: "1" }
servers: [{ url: "https://api.example.com/v2" }]
paths:
  /orders:
    get:
      operationId: listOrders
      responses:
        "200":
          description: Orders.
          content:
            application/json; charset=utf-8:
              schema: { type: array, items: { $ref: "#/components/schemas/Order" } }
        default: { $ref: "#/components/responses/Problem" }
    post:
      operationId: createOrder
      requestBody: { $ref: "#/components/requestBodies/Order" }
      responses:
        "201":
          description: Made.
          content:
            application/vnd.shop+json: { schema: { $ref: "#/components/schemas/Order" } }
  /orders/{id}:
    parameters: [{ name: id, in: path }]
    delete:
      responses: { "204": { description: Gone. } }
    put:
      operationId: addOrder
      requestBody: { $ref: "#/components/requestBodies/Order" }
      responses: { "202": { description: Taken. } }
    get:
      operationId: getOrder
      responses:
        "200": { description: A page., content: { text/html: {} } }
  /ping:
    $ref: "#/x-items/ping"
x-items:
  ping:
    get:
      operationId: ping
      responses: { 2XX: { description: Fine., content: { "*/*": { schema: { type: string } } } } }
components:
  requestBodies:
    Order:
      content: { application/json: { schema: { $ref: "#/components/schemas/NewOrder" } } }
  responses:
    Problem:
      description: Wrong.
      content: { application/problem+json: { schema: { $ref: "#/components/schemas/Problem" } } }
  schemas:
    Order:
      type: object
      required: [id, total, secret]
      properties:
        id: { type: integer, format: int64, readOnly: true }
        total: { type: string, format: decimal }
        secret: { type: string, writeOnly: true }
        "next~of/all": { $ref: "#/components/schemas/Odd.Name-%3CA%3E" }
    NewOrder:
      allOf:
        - $ref: "#/components/schemas/Order"
        - { required: [note], properties: { note: { type: string, nullable: true } } }
    Odd.Name-<A>: { type: object, properties: { class: { type: string } } }
    Problem: { type: object, properties: { title: { type: string } } }
    Day: { type: string, enum: [1, on, true] }
"##;

fn by_schema(name: &str) -> TypeSource {
    TypeSource::OpenApi(text("shop.yaml"), OpenApiPart::Schema(text(name)))
}

fn by_operation(name: &str, body: Option<OperationBody>, status: Option<u16>) -> TypeSource {
    TypeSource::OpenApi(
        text("shop.yaml"),
        OpenApiPart::Operation {
            operation: text(name),
            body,
            status,
        },
    )
}

fn shop(source: TypeSource) -> Declared {
    declared(vec![("t", source)], &[("shop.yaml", SHOP)])
}

#[track_caller]
fn reads(source: TypeSource, expected: &str) {
    shop(source).reads("t", expected);
}

#[track_caller]
fn refuses(source: TypeSource, code: &str, message: &str, help: &str) {
    let declared = shop(source);
    let found = declared.only();
    assert_eq!(found.0, code);
    assert!(found.2.contains(message), "{}", found.2);
    let said = declared.diagnostics[0].help.as_deref().unwrap();
    assert!(said.contains(help), "{said}");
}

const ORDER: &str =
    "{id: integer, total: decimal text, secret?: string, next~of/all?: {class?: string}}";

#[test]
fn schemas_are_found_by_name() {
    reads(by_schema("Order"), ORDER);
    reads(by_schema("#/components/schemas/Order"), ORDER);
    reads(by_schema("Odd.Name-<A>"), "{class?: string}");
    reads(by_schema("Day"), r#"["1", "on", "true"]"#);
    refuses(by_schema("order"), "GS0418", "`order`", "write `Order`");
    refuses(by_schema("Ordr"), "GS0418", "`Ordr`", "write `Order`");
    refuses(by_schema("OddName"), "GS0418", "`OddName`", "Odd.Name");
    refuses(
        by_schema("Zebra"),
        "GS0418",
        "`Zebra`",
        "the document has `Order`",
    );
}

#[test]
fn operations_are_found_by_id_and_by_path() {
    let list = format!("[{ORDER}]");
    reads(by_operation("listOrders", None, None), &list);
    reads(by_operation("GET /orders", None, None), &list);
    reads(by_operation("get /orders/", None, None), &list);
    reads(by_operation("createOrder", None, None), ORDER);
    reads(by_operation("ping", None, None), "string");
    reads(by_operation("GET /ping", None, None), "string");
    reads(
        by_operation("listOrders", None, Some(404)),
        "{title?: string}",
    );
    refuses(
        by_operation("listOrder", None, None),
        "GS0419",
        "`listOrder`",
        "write `listOrders`",
    );
    refuses(
        by_operation("GET /order", None, None),
        "GS0419",
        "`GET /order`",
        "write `GET /orders`",
    );
}

#[test]
fn bodies_are_json_or_refused() {
    // What only the API sets is not required of what is sent, and not sent.
    reads(
        by_operation("createOrder", Some(OperationBody::Request), None),
        "{id?: integer, total: decimal text, secret?: string, next~of/all?: {class?: string}, note: string|null}",
    );
    refuses(
        by_operation("DELETE /orders/{order}", None, None),
        "GS0420",
        "",
        "`204`",
    );
    refuses(
        by_operation("addOrder", None, None),
        "GS0420",
        "no body",
        "write `body = \"request\"`",
    );
    refuses(
        by_operation("getOrder", None, None),
        "GS0420",
        "`text/html`",
        "sample",
    );
    refuses(
        by_operation("listOrders", Some(OperationBody::Request), None),
        "GS0420",
        "takes no body",
        "leave `body` out",
    );
    refuses(
        TypeSource::OpenApi(text("shop.yaml"), OpenApiPart::Missing),
        "GS0206",
        "`schema` or `operation`",
        "add",
    );
}

#[test]
fn swagger_keeps_bodies_in_parameters() {
    let document = r##"{"swagger":"2.0","paths":{"/orders":{"parameters":[{"$ref":"#/parameters/Order"}],
        "post":{"operationId":"create","responses":{"200":{"$ref":"#/responses/Made"}}}},
        "/form":{"post":{"parameters":[{"in":"formData","name":"x","type":"string"}],"responses":{}}}},
        "parameters":{"Order":{"in":"body","name":"body","schema":{"$ref":"#/definitions/Order"}}},
        "responses":{"Made":{"description":"","schema":{"$ref":"#/definitions/Order"}}},
        "definitions":{"Order":{"type":"object","properties":{"id":{"type":"string","x-nullable":true}}}}}"##;
    let of = |operation: &str, body| {
        let part = OpenApiPart::Operation {
            operation: text(operation),
            body,
            status: None,
        };
        declared(
            vec![("t", TypeSource::OpenApi(text("a.json"), part))],
            &[("a.json", document)],
        )
    };
    let request = of("create", Some(OperationBody::Request));
    assert_eq!(request.show("t"), "{id?: string|null}");
    assert_eq!(of("create", None).show("t"), "{id?: string|null}");
    let form = of("POST /form", Some(OperationBody::Request));
    assert!(form.only().2.contains("form"), "{}", form.only().2);
}

#[test]
fn webhooks_are_what_the_api_sends() {
    let document = r#"{"openapi":"3.1.0","webhooks":{"order.created":{"post":{"operationId":"onOrder","requestBody":
        {"content":{"application/json":{"schema":{"type":"object","required":["id"],
        "properties":{"id":{"type":["integer","null"],"readOnly":true}}}}}}}}}}"#;
    for operation in ["order.created", "onOrder"] {
        for body in [None, Some(OperationBody::Webhook)] {
            let part = OpenApiPart::Operation {
                operation: text(operation),
                body,
                status: None,
            };
            let declared = declared(
                vec![("t", TypeSource::OpenApi(text("a.json"), part))],
                &[("a.json", document)],
            );
            assert!(
                declared.diagnostics.is_empty(),
                "{:?}",
                declared.diagnostics
            );
            assert_eq!(declared.show("t"), "{id: integer|null}");
        }
    }
}

#[test]
fn what_is_no_openapi_is_named() {
    for (content, what) in [
        ("", "an empty file"),
        ("\u{feff}  \n", "an empty file"),
        ("asyncapi: 2.6.0\nchannels: {}\n", "AsyncAPI"),
        (r#"{"asyncapi":"3.0.0"}"#, "AsyncAPI"),
        ("#%RAML 1.0\ntitle: x\n", "RAML"),
        (
            "<?xml version=\"1.0\"?><wsdl:definitions xmlns:wsdl=\"http://schemas.xmlsoap.org/wsdl/\"/>",
            "WSDL",
        ),
        ("<rss/>", "XML"),
        ("<!DOCTYPE html><html></html>", "a web page"),
        (
            r#"{"info":{"_postman_id":"x","name":"x"},"item":[]}"#,
            "a Postman collection",
        ),
        (r#"{"$schema":"x","type":"object"}"#, "a JSON Schema"),
        (r#"{"type":"object","properties":{}}"#, "a JSON Schema"),
        (r#"{"swaggerVersion":"1.2"}"#, "Swagger 1"),
        ("swagger: \"1.2\"\n", "version of Swagger"),
        ("openapi: 4.0.0\n", "version of OpenAPI"),
        ("FORMAT: 1A\n# Shop\n", "API Blueprint"),
        (
            "version https://git-lfs.github.com/spec/v1\noid x\n",
            "Git LFS",
        ),
        (r#"{"paths":{}}"#, "a part of an OpenAPI document"),
        ("[1]", "something else"),
        ("x: 1\n", "something else"),
    ] {
        for path in ["a.yaml", "a.json", "a"] {
            let declared = declared(
                vec![(
                    "t",
                    TypeSource::OpenApi(text(path), OpenApiPart::Schema(text("A"))),
                )],
                &[(path, content)],
            );
            // What is no JSON at all is told so in a file that says that it is.
            if path == "a.json" && declared.only().0 == "GS0406" {
                continue;
            }
            let (code, _, message) = declared.only();
            assert_eq!(code, "GS0417", "{content}: {message}");
            assert!(message.contains(what), "{content}: {message}");
        }
    }
    // A document where a schema is expected.
    let declared = declared(
        vec![("t", TypeSource::Schema(text("shop.yaml")))],
        &[("shop.yaml", SHOP)],
    );
    assert_eq!(declared.only().0, "GS0411");
    assert!(
        declared.diagnostics[0]
            .help
            .as_deref()
            .unwrap()
            .contains("openapi = \"shop.yaml\"")
    );
}

#[test]
fn references_lead_through_files_and_back() {
    let declared = declared(
        vec![(
            "t",
            TypeSource::OpenApi(text("specs/api.yaml"), OpenApiPart::Schema(text("Order"))),
        )],
        &[
            (
                "specs/api.yaml",
                "openapi: 3.0.0\npaths: {}\ncomponents:\n  schemas:\n    Order:\n      $ref: \"./parts/order%20.json#/Order\"\n    Money:\n      type: object\n      properties: { amount: { type: number } }\n",
            ),
            (
                "specs/parts/order .json",
                r##"{"Order":{"properties":{"lines":{"type":"array","items":{"$ref":"#/Line"}},
                    "total":{"$ref":"../api.yaml#/components/schemas/Money"},"before":{"$ref":"../api.yaml#/components/schemas/Order"}}},
                    "Line":{"properties":{"price":{"$ref":"../../common.yml#/Price"}}}}"##,
            ),
            (
                "common.yml",
                "Price: &price\n  type: number\n  multipleOf: 0.01\n",
            ),
        ],
    );
    assert!(
        declared.diagnostics.is_empty(),
        "{:#?}",
        declared.diagnostics
    );
    assert_eq!(
        declared.show("t"),
        "{lines?: [{price?: decimal(2)}], total?: {amount?: decimal}, before?: T}"
    );
}

#[test]
fn files_behind_references_are_asked_for() {
    let mut sources = Sources::new();
    sources.add(MANIFEST, " ");
    sources.add("a/s.json", r#"{"$ref":"../b/t.json"}"#);
    let manifest = Manifest {
        types: vec![TypeDeclaration {
            name: key("t"),
            source: Some(TypeSource::Schema(text("a/s.json"))),
            samples: Vec::new(),
            parts: Vec::new(),
        }],
        ..Manifest::default()
    };
    let wanted = |sources: &Sources| -> Vec<String> {
        let loaded = gusset::types::load(&manifest, sources);
        loaded.needs().into_iter().map(|(path, _)| path).collect()
    };
    assert_eq!(wanted(&sources), ["b/t.json"]);
    sources.add("b/t.json", r#"{"properties":{"x":{"$ref":"u.yaml#/X"}}}"#);
    assert_eq!(wanted(&sources), ["b/u.yaml"]);
    sources.add("b/u.yaml", "X: { type: integer }\n");
    assert!(wanted(&sources).is_empty());
    let declared = of_manifest(&manifest, sources);
    assert_eq!(declared.show("t"), "{x?: integer}");
}

/// The type `order` as the mappings use it.
fn used(read: bool, written: bool) -> String {
    let mapping = |from: &str, to: &str| Mapping {
        name: key("m"),
        from: Some(MappingFrom::One(text(from))),
        to: Some(text(to)),
        lets: Vec::new(),
        copy: Vec::new(),
        except: Vec::new(),
        fields: None,
        tests: Vec::new(),
    };
    let mut mappings = Vec::new();
    if read {
        mappings.push(mapping("order.x", "string"));
    }
    if written {
        mappings.push(mapping("string", "order"));
    }
    let mut sources = Sources::new();
    sources.add(MANIFEST, " ");
    sources.add("shop.yaml", SHOP);
    let manifest = Manifest {
        types: vec![TypeDeclaration {
            name: key("order"),
            source: Some(by_schema("Order")),
            samples: Vec::new(),
            parts: Vec::new(),
        }],
        mappings,
        ..Manifest::default()
    };
    let shown = of_manifest(&manifest, sources).show("order");
    shown.split(", next").next().unwrap().to_owned()
}

#[test]
fn read_only_and_write_only_follow_the_use() {
    assert_eq!(
        used(true, false),
        "{id: integer, total: decimal text, secret?: string"
    );
    assert_eq!(
        used(false, true),
        "{id?: integer, total: decimal text, secret: string"
    );
    assert_eq!(
        used(true, true),
        "{id?: integer, total: decimal text, secret?: string"
    );
}

#[test]
fn json_and_yaml_say_the_same() {
    let yaml = shop(by_schema("NewOrder"));
    let value: serde_json::Value = serde_json::json!({
        "openapi": "3.0.3",
        "components": {"schemas": {
            "Order": {"type": "object", "required": ["id", "total", "secret"], "properties": {
                "id": {"type": "integer", "format": "int64", "readOnly": true},
                "total": {"type": "string", "format": "decimal"},
                "secret": {"type": "string", "writeOnly": true},
                "next~of/all": {"$ref": "#/components/schemas/Odd.Name-%3CA%3E"},
            }},
            "NewOrder": {"allOf": [{"$ref": "#/components/schemas/Order"},
                {"required": ["note"], "properties": {"note": {"type": "string", "nullable": true}}}]},
            "Odd.Name-<A>": {"type": "object", "properties": {"class": {"type": "string"}}},
        }},
    });
    let json = declared(
        vec![("t", by_schema("NewOrder"))],
        &[("shop.yaml", &value.to_string())],
    );
    assert_eq!(json.show("t"), yaml.show("t"));
}

#[test]
fn schemas_that_types_share_are_one_record_with_a_good_name() {
    let declared = declared(
        vec![
            ("first", by_schema("NewOrder")),
            ("second", by_schema("Odd.Name-<A>")),
        ],
        &[("shop.yaml", SHOP)],
    );
    let names: Vec<(&str, &str)> = declared
        .types
        .records
        .iter()
        .map(|record| (record.part.as_str(), record.identifier.as_str()))
        .collect();
    assert_eq!(names, [("first", "First"), ("second", "Second")]);
    let alone = shop(by_schema("Order"));
    assert_eq!(alone.types.records[1].identifier, "OddNameA");
}
