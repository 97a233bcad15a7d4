//! Types in TypeScript, checked and run by Deno.

#![allow(
    clippy::disallowed_methods,
    reason = "a project for Deno is written to disk"
)]

use std::collections::BTreeSet;
use std::fmt::Write as _;
use std::fs;
use std::path::Path;

use gusset::emit::typescript::ast::{
    Expression, Item, ItemKind, Module, Parameter, Statement, Type,
};
use gusset::emit::typescript::imports::{Imports, Place};
use gusset::emit::typescript::runtime::{Helper, select};
use gusset::emit::typescript::{ast, print, types as emit};
use gusset::manifest::TypeSource;
use gusset::types::{Kind, conforms_json};
use proptest::strategy::{Strategy as _, ValueTree as _};
use proptest::test_runner::TestRunner;
use serde_json::{Value, json};

use crate::deno;
use crate::support::{Declared, declared, text};

/// Every kind of leaf, absent in every way; odd names; recursion; an injection.
const ORDER: &str = r##"{
  "description": "An order. */ throw 1; /*",
  "type": "object",
  "required": ["id", "at", "paid", "total", "lines", "parent", "tags"],
  "properties": {
    "id": { "type": "integer", "description": "Its id.\nUnique." },
    "at": { "type": "string", "format": "date-time" },
    "day": { "type": ["string", "null"], "format": "date" },
    "paid": { "type": ["boolean", "null"] },
    "total": { "type": "string", "format": "decimal" },
    "discount": { "type": "number", "multipleOf": 0.01 },
    "shipping": { "type": ["number", "null"] },
    "count": { "type": "string", "format": "integer" },
    "state": { "enum": ["open", "closed", "it's \"done\"", null] },
    "note": { "type": "string" },
    "any": {},
    "tags": { "type": "object", "additionalProperties": { "type": "string" } },
    "rates": { "additionalProperties": { "type": ["number", "null"] } },
    "lines": {
      "type": "array",
      "items": {
        "required": ["price", "sku"],
        "properties": {
          "sku": { "type": "string" },
          "price": { "type": "string", "format": "decimal" },
          "taxes": { "type": "array", "items": { "type": ["number", "null"] } }
        }
      }
    },
    "grid": { "type": "array", "items": { "type": "array", "items": { "type": "number" } } },
    "address": { "properties": { "city": { "type": ["string", "null"] } } },
    "parent": { "anyOf": [], "$comment": "replaced below" },
    "created": { "type": "integer", "format": "epoch-seconds" },
    "moved": { "type": ["integer", "null"], "format": "epoch-milliseconds" },
    "seen": { "type": "string", "format": "ms-date-time" },
    "born": { "type": "string", "format": "ms-date" },
    "amount": { "type": "integer", "format": "minor-units", "currency": "currency" },
    "currency": { "type": "string" },
    "fee": { "type": "integer", "format": "minor-units", "currency": "KWD" },
    "mixed": { "type": ["string", "number", "boolean", "null"] },
    "either": { "anyOf": [
      { "type": "string" },
      { "type": "array", "items": { "type": "number" } },
      { "properties": { "x": { "type": "number" } } }
    ] },
    "payment": { "oneOf": [
      { "required": ["kind"], "properties": { "kind": { "const": "card" }, "fee": { "type": "number" } } },
      { "required": ["kind"], "properties": { "kind": { "enum": ["bank", "wire"] }, "iban": { "type": "string" } } }
    ] },
    "several": { "oneOf": [
      { "required": ["kind"], "properties": { "kind": { "enum": ["a", "b"] }, "n": { "type": "number" } } },
      { "required": ["kind", "m"], "properties": { "kind": { "const": "c" }, "m": { "type": "number" } } }
    ] },
    "many": { "oneOf": [
      { "required": ["kind"], "properties": { "kind": { "enum": ["a", "b"] }, "n": { "type": "number" } } },
      { "required": ["kind", "m"], "properties": { "kind": { "enum": ["c", "d"] }, "m": { "type": "number" } } }
    ] },
    "events": { "type": "array", "items": { "oneOf": [
      { "required": ["no"], "properties": { "no": { "const": "x" }, "at": { "type": "string", "format": "date" } } },
      { "required": ["no"], "properties": { "no": { "const": "10" }, "n": { "type": "integer" } } },
      { "required": ["no"], "properties": { "no": { "const": "2" }, "n": { "type": "string" } } }
    ] } },
    "tree": { "$ref": "#/$defs/tree" },
    "pair": { "type": "array", "prefixItems": [{ "type": "string" }, { "type": "number" }] },
    "named": { "allOf": [
      { "properties": { "a": { "type": "integer" } }, "required": ["a"] },
      { "properties": { "b": { "type": "number" } }, "required": ["b"] }
    ] },
    "@id": { "type": "string" },
    "a-b": { "type": "number" },
    "": { "type": "integer" },
    "it's \"quoted\" `${x}`": { "type": "integer" },
    "__proto__": { "type": "number" },
    "constructor": { "type": "integer" },
    "toString": { "type": "number" }
  },
  "$defs": {
    "tree": { "anyOf": [
      { "type": "number" },
      { "type": "array", "items": { "$ref": "#/$defs/tree" } },
      { "type": "object", "additionalProperties": { "$ref": "#/$defs/tree" } }
    ] }
  }
}"##;

fn order() -> Declared {
    let schema = ORDER.replace(
        r#"{ "anyOf": [], "$comment": "replaced below" }"#,
        r##"{ "$ref": "#", "nullable": true }"##,
    );
    let declared = declared(
        vec![
            ("order", TypeSource::Schema(text("order.json"))),
            ("orders", TypeSource::Samples(vec![text("orders.json")])),
            ("unused", TypeSource::Samples(vec![text("orders.json")])),
        ],
        &[
            ("order.json", &schema),
            (
                "orders.json",
                r#"[{"id": 1, "items": [{"v": 1}, {"v": "x"}], "at": null}]"#,
            ),
        ],
    );
    assert!(
        declared.diagnostics.is_empty(),
        "{:#?}",
        declared.diagnostics
    );
    declared
}

/// What a payload can be: the right shape for the most part, with leaves that fit
/// here and there.
fn payloads() -> Vec<Value> {
    let mut fit = json!({
        "id": 7, "at": "2024-05-31T09:30:00.5+02:00", "day": "2024-02-29", "paid": null,
        "total": "12.50", "discount": 0.3, "shipping": null, "count": "12", "state": "it's \"done\"",
        "any": [null, {"x": 1.5}], "tags": {"a": "b", "__proto__": "c"}, "rates": {"x": 1.25, "y": null},
        "lines": [{"sku": "A", "price": "1.00", "taxes": [0.5, null]}, {"sku": "B", "price": "-0.0"}],
        "grid": [[1.5], []], "address": {}, "a-b": 2.5, "": 1, "it's \"quoted\" `${x}`": 3,
        "__proto__": 4.5, "constructor": 5, "toString": 6.5, "dropped": true,
        "parent": {"id": 1, "at": "2024-05-31T09:30:00Z", "paid": true, "total": "1", "lines": [],
            "tags": {}, "parent": null},
    });
    let more = json!({
        "created": 1_709_164_800, "moved": 1_709_164_800_123_i64,
        "seen": "/Date(1709164800123+0000)/", "born": "/Date(1709164800000+0000)/",
        "amount": 1250, "currency": "JPY", "fee": -1, "mixed": "a", "either": {"x": 1.5},
        "payment": {"kind": "card", "fee": 0.25},
        "several": {"kind": "b", "n": 0.5}, "many": {"kind": "d", "m": 1.5},
        "events": [{"no": "10", "n": 1}, {"no": "2", "n": "a"}, {"no": "x", "at": "2024-02-29"}],
        "tree": [1.5, {"a": [], "b": 2.5}], "pair": ["a", 0.5], "named": {"a": 1, "b": 2.5},
    });
    fit.as_object_mut()
        .unwrap()
        .extend(more.as_object().unwrap().clone());
    let mut payloads = vec![fit.clone(), json!(null), json!([]), json!("x")];
    let wrong: Vec<Value> = [
        "null",
        "true",
        "1",
        "-1",
        "1.5",
        "9007199254740992",
        "0.30000000000000004",
        "1e21",
        "1e40",
        "1e-7",
        "1e-40",
        "-0",
        "\"\"",
        "\"1\"",
        "\"1.50\"",
        "\"+1\"",
        "\"1,5\"",
        "\"9007199254740993\"",
        "\"99999999999999999999999999999999999\"",
        "\"2024-02-30\"",
        "\"2024-02-29\"",
        "\"1899-01-01\"",
        "\"2024-05-31T09:30:00\"",
        "\"2024-05-31T09:30:00Z\"",
        "\"open\"",
        "[]",
        "[null]",
        "[1]",
        "{}",
        "{\"a\":1}",
        "[[]]",
        "[{}]",
        "{\"sku\":\"A\",\"price\":\"1\"}",
        "1709164800",
        "-2208988801",
        "1709164800000",
        "253370764800000",
        "\"/Date(1)/\"",
        "\"/Date(-2208988800001)/\"",
        "\"/Date(1709164800000-0500)/\"",
        "\"/Date(12345678901234567)/\"",
        "\"/Date(1+1)/\"",
        "\"usd\"",
        "{\"kind\":\"wire\"}",
        "{\"kind\":\"cash\"}",
        "{\"kind\":1}",
        "{\"x\":\"1\"}",
        "[{\"no\":\"3\"}]",
        "[{\"no\":\"10\",\"n\":\"a\"}]",
        "[\"a\"]",
        "[\"a\",true]",
        "[[[0.5]]]",
        "{\"a\":{\"b\":\"c\"}}",
    ]
    .iter()
    .map(|text| serde_json::from_str(text).unwrap())
    .collect();
    for name in fit.as_object().unwrap().keys() {
        let mut without = fit.clone();
        without.as_object_mut().unwrap().remove(name);
        payloads.push(without);
        for value in &wrong {
            let mut changed = fit.clone();
            changed[name.as_str()] = value.clone();
            payloads.push(changed);
        }
    }
    for value in &wrong {
        for place in [
            "/lines/1/price",
            "/lines/0/taxes/1",
            "/lines/1",
            "/rates/x",
            "/tags/__proto__",
            "/grid/0/0",
            "/parent/total",
            "/any/0",
            "/payment/kind",
            "/payment/fee",
            "/events/0/no",
            "/events/2/at",
            "/tree/1/b",
            "/pair/1",
            "/named/b",
        ] {
            let mut changed = fit.clone();
            *changed.pointer_mut(place).unwrap() = value.clone();
            payloads.push(changed);
        }
    }
    let mut runner = TestRunner::deterministic();
    let any = super::properties::json();
    payloads.extend((0..300).map(|_| any.new_tree(&mut runner).unwrap().current()));
    payloads
}

/// Writes the types in use, the helpers they need, and a program that decodes and
/// encodes each payload; gives the program's place.
fn project(folder: &Path, declared: &Declared, payloads: &[Value]) {
    let types = &declared.types;
    let roots = ["order", "orders"].map(|name| types.named(name).unwrap().ty.clone());
    let mut imports = Imports::new(Place::Root);
    let mut program = Vec::new();
    for (name, ty) in ["order", "orders"].iter().zip(&roots) {
        let value = || Expression::identifier("value");
        let decoder = emit::decoder(ty, types, &mut imports);
        program.push(Item::exported(ItemKind::Const(ast::Const::new(
            format!("{name}Decoder"),
            decoder,
        ))));
        let inner = emit::value_type(ty, types, &mut imports);
        let encoded = emit::encoded(ty, value(), types, &mut imports);
        program.push(Item::exported(ItemKind::Function(ast::Function {
            asynchronous: false,
            name: format!("{name}Encoder"),
            type_parameters: Vec::new(),
            parameters: vec![Parameter::typed("value", inner)],
            returns: Some(Type::named("unknown")),
            body: vec![Statement::Return(Some(encoded))],
        })));
    }
    imports.helper(Helper::DataError);
    let used: BTreeSet<String> = imports.names_of_types().map(str::to_owned).collect();
    let mut helpers = imports.helpers().clone();
    let mut files = vec![(
        "src/boundary.ts".to_owned(),
        print::module(&Module {
            header: None,
            imports: imports
                .to_ast()
                .into_iter()
                .filter(|import| !import.module.contains("data-error"))
                .collect(),
            items: program,
        }),
    )];
    for file in emit::modules(&used, types, "Generated.") {
        helpers.extend(file.imports.helpers());
        files.push((format!("src/{}", file.path), print::module(&file.module)));
    }
    assert!(files.iter().all(|(path, _)| !path.contains("unused")));
    for file in select(&helpers) {
        files.push((format!("src/services/runtime/{}", file.name), file.text));
    }
    files.push(("deno.json".to_owned(), DENO_JSON.to_owned()));
    files.push(("run.ts".to_owned(), RUN.to_owned()));
    files.push((
        "payloads.json".to_owned(),
        serde_json::to_string(payloads).unwrap(),
    ));
    for (path, contents) in files {
        let path = folder.join(path);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, contents).unwrap();
    }
}

const DENO_JSON: &str = r#"{
  "compilerOptions": {
    "strict": true,
    "exactOptionalPropertyTypes": false,
    "noFallthroughCasesInSwitch": true,
    "noImplicitOverride": true,
    "noImplicitReturns": true,
    "noUncheckedIndexedAccess": true,
    "noUnusedLocals": true,
    "noUnusedParameters": true,
    "verbatimModuleSyntax": true
  }
}
"#;

const RUN: &str = r#"import { orderDecoder, orderEncoder } from "./src/boundary.ts";
import { DataError } from "./src/services/runtime/data-error.ts";

const payloads: unknown[] = JSON.parse(Deno.readTextFileSync("payloads.json"));
for (const payload of payloads) {
  try {
    console.log("=" + JSON.stringify(orderEncoder(orderDecoder(payload))));
  } catch (error) {
    if (!(error instanceof DataError)) throw error;
    console.log("!" + error.message);
  }
}
"#;

#[test]
fn generated_types_pass_deno_and_judge_payloads_as_gusset_does() {
    let declared = order();
    let payloads = payloads();
    let folder = tempfile::tempdir().unwrap();
    project(folder.path(), &declared, &payloads);
    let ty = &declared.types.named("order").unwrap().ty;
    let expected: Vec<Option<String>> = payloads
        .iter()
        .map(|payload| {
            conforms_json(payload, ty, &declared.types)
                .err()
                .map(|found| found.to_string())
        })
        .collect();
    for deno in deno::both() {
        let run = |arguments: &[&str]| {
            let run = deno.run(folder.path(), arguments);
            run.assert_success(&format!("{} deno {}", deno.name, arguments.join(" ")));
            run.stdout
        };
        run(&["check", "run.ts"]);
        run(&["lint", "src"]);
        run(&["fmt", "--check", "src"]);
        let output = run(&["run", "--allow-read=payloads.json", "run.ts"]);
        let lines: Vec<&str> = output.lines().collect();
        assert_eq!(lines.len(), payloads.len());
        let mut different = String::new();
        for ((payload, line), expected) in payloads.iter().zip(lines).zip(&expected) {
            let agrees = match expected {
                Some(message) => line.strip_prefix('!') == Some(message),
                None => line.starts_with('=') && survives(payload, line),
            };
            if !agrees {
                writeln!(
                    different,
                    "{payload}\n  gusset: {expected:?}\n  deno:   {line}"
                )
                .unwrap();
            }
        }
        assert!(different.is_empty(), "{}\n{different}", deno.name);
    }
    assert!(expected.iter().filter(|found| found.is_none()).count() > 50);
}

/// Whether what was encoded decodes to the same: numbers as numbers, decimals as
/// decimals, and nothing of the payload lost but what the type does not know.
fn survives(payload: &Value, line: &str) -> bool {
    let written: Value = serde_json::from_str(&line[1..]).unwrap();
    let mut known = payload.clone();
    known.as_object_mut().unwrap().remove("dropped");
    for (name, field) in [("address", "city"), ("either", "x")] {
        if let Some(object) = known.get_mut(name).and_then(Value::as_object_mut) {
            object.retain(|name, _| name == field);
        }
    }
    same(&written, &known)
}

/// The day of `/Date(0)/`, all of it that a date keeps.
fn day(text: &str) -> Option<i64> {
    let digits = text.strip_prefix("/Date(")?;
    let end = digits.find(['+', ')']).filter(|end| *end > 0)?;
    let end = digits[1..end].find('-').map_or(end, |at| at + 1);
    let milliseconds: i64 = digits[..end].parse().ok()?;
    Some(milliseconds.div_euclid(86_400_000))
}

fn same(a: &Value, b: &Value) -> bool {
    match (a, b) {
        (Value::Number(a), Value::Number(b)) => a.as_f64() == b.as_f64(),
        (Value::String(a), Value::String(b)) => {
            let number = |text: &str| text.parse::<f64>().ok();
            a == b
                || (number(a).is_some() && number(a) == number(b))
                || (day(a).is_some() && day(a) == day(b))
        }
        (Value::Array(a), Value::Array(b)) => {
            a.len() == b.len() && a.iter().zip(b).all(|(a, b)| same(a, b))
        }
        (Value::Object(a), Value::Object(b)) => {
            a.len() == b.len()
                && a.iter()
                    .all(|(key, a)| b.get(key).is_some_and(|b| same(a, b)))
        }
        (a, b) => a == b,
    }
}

#[test]
fn a_file_holds_only_what_is_used() {
    let declared = order();
    let emitted = |names: &[&str]| {
        let used = names.iter().map(|name| (*name).to_owned()).collect();
        let files = emit::modules(&used, &declared.types, "Generated.");
        files
            .iter()
            .map(|file| (file.path.clone(), print::module(&file.module)))
            .collect::<Vec<_>>()
    };
    assert!(emitted(&[]).is_empty());
    let line = emitted(&["OrderLine"]);
    assert_eq!(line.len(), 1);
    assert_eq!(line[0].0, "types/order.ts");
    assert!(line[0].1.contains("export interface OrderLine {"));
    assert!(!line[0].1.contains("interface Order {") && !line[0].1.contains("decode"));
    let decoder = emitted(&["decodeOrderLine"])[0].1.clone();
    assert!(decoder.contains("function decodeOrderLine(") && !decoder.contains("encodeOrderLine"));
    let encoder = emitted(&["encodeOrder"])[0].1.clone();
    assert!(encoder.contains("function encodeOrderLine(") && !encoder.contains("decode"));
    assert!(
        !encoder.contains("encodeOrderAddress"),
        "an address is JSON as it is"
    );
    assert!(encoder.contains("isList"));
    assert_eq!(
        emitted(&["encodeOrder", "Orders2"]),
        emitted(&["Orders2", "encodeOrder"])
    );
}

#[test]
fn a_test_that_is_not_needed_imports_nothing() {
    let schema = r#"{"anyOf":[{"type":"number"},{"type":"array","items":{"type":"number"}}]}"#;
    let declared = declared(
        vec![("t", TypeSource::Schema(text("t.json")))],
        &[("t.json", schema)],
    );
    let used = std::iter::once("encodeT".to_owned()).collect();
    let files = emit::modules(&used, &declared.types, "Generated.");
    let printed = print::module(&files[0].module);
    assert!(printed.contains("instanceof Decimal"), "{printed}");
    assert!(!printed.contains("isList"), "{printed}");
}

#[test]
fn no_record_takes_the_name_of_a_helper() {
    for helper in Helper::ALL {
        let name = helper.name();
        if !name.starts_with(|c: char| c.is_ascii_uppercase()) {
            continue;
        }
        let declared = declared(
            vec![(name, TypeSource::Samples(vec![text("a.json")]))],
            &[("a.json", r#"{"x": 1}"#)],
        );
        let Kind::Record(id) = declared.types.named(name).unwrap().ty.kind else {
            panic!("a record");
        };
        assert_ne!(declared.types.record(id).identifier, name);
    }
}
