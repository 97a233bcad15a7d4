//! `[workflows.NAME.smoke]`: what is checked of it, and what it becomes.

use gusset::compile::{Compilation, compile};
use gusset::source::{Refusal, Sources};

const BASE: &str = r#"
[integration]
name = "orders-to-books"

[systems.shop]
domain = "shop.example.com"
incoming = { type = "hmac", in = "header", name = "X-Shop-Signature", algorithm = "sha256" }

[systems.books]
domain = "books.example.com"

[types.order]
type = "object"
required = ["id"]
properties = { id = { type = "integer" } }

[workflows.order]
webhook = { body = "order", verify = "shop" }

[[workflows.order.steps]]
system = "books"
post = "/orders"
body = "{ id: trigger.body.id }"

[workflows.again]
manual = { body = "order" }
schedule = { cron = "0 3 * * *" }

[[workflows.again.steps]]
system = "books"
post = "/orders"
body = "{ day: run.started_at }"

[workflows.nightly]
schedule = { cron = "0 4 * * *" }

[[workflows.nightly.steps]]
system = "books"
post = "/days"
body = "{ day: run.started_at }"

[workflows.ping]
webhook = { method = "get", verify = "shop" }

[[workflows.ping.steps]]
system = "books"
get = "/ping"
"#;

fn compiled(manifest: &str) -> Compilation {
    let mut sources = Sources::new();
    sources.add("integration.toml", manifest);
    sources.add(
        "samples/order.json",
        r#"{ "note": "ü", "id": 7, "sum": 9007199254740993.10 }"#,
    );
    sources.add("samples/wrong.json", r#"{ "id": "A1" }"#);
    sources.add("samples/broken.json", "{");
    let long = format!(r#"{{ "id": 1, "note": "{}" }}"#, "x".repeat(100_000));
    sources.add("samples/long.json", long.as_str());
    sources.refuse("samples/none.json", Refusal::Missing);
    compile(&sources, "integration.toml")
}

/// A workflow with what is added to it: one finding, of this code, whose help holds this.
type Case = (&'static str, &'static str, &'static str, &'static str);

fn are_told(cases: &[Case]) {
    for (workflow, lines, code, help) in cases {
        let header = format!("[workflows.{workflow}]\n");
        let manifest = BASE.replace(&header, &format!("{header}{lines}\n"));
        let findings = compiled(&manifest).diagnostics;
        let ids: Vec<&str> = findings.iter().map(|finding| finding.code.id).collect();
        assert_eq!(ids, [*code], "{workflow}: {lines}\n{findings:#?}");
        let said = findings[0].help.as_deref().unwrap_or_default();
        assert!(said.contains(help), "{workflow}: {lines}\n{said}");
    }
}

/// The body, the headers and the status.
#[test]
fn wrong_values_are_told_once() {
    let cases = [
        (
            "order",
            r#"smoke = { body = "samples/none.json", status = 401 }"#,
            "GS0901",
            "",
        ),
        (
            "order",
            r#"smoke = { body = "samples/wrong.json", status = 401 }"#,
            "GS0309",
            "write what the declared type allows",
        ),
        (
            "order",
            r#"smoke = { body = "samples/broken.json", status = 401 }"#,
            "GS0309",
            "`.json` file",
        ),
        (
            "order",
            r#"smoke = { body = "samples/long.json", status = 401 }"#,
            "GS0309",
            "send less",
        ),
        (
            "order",
            "smoke = { body = { id = 1.5 }, status = 401 }",
            "GS0309",
            "",
        ),
        ("order", "smoke = { status = 401 }", "GS0309", "`body = "),
        ("again", "smoke = { status = 401 }", "GS0309", "`body = "),
        (
            "again",
            r#"smoke = { body = { id = "A1" }, status = 401 }"#,
            "GS0309",
            "",
        ),
        (
            "order",
            "smoke = { body = { id = 1 }, status = 401, headers = { X-A = \"a\\nb\" } }",
            "GS0309",
            "in one line",
        ),
        (
            "ping",
            "smoke = { body = { id = 1 }, status = 401 }",
            "GS0607",
            "leave `body` out",
        ),
        (
            "order",
            "smoke = { body = { id = 1 }, status = 42 }",
            "GS0210",
            "",
        ),
        (
            "order",
            "smoke = { body = { id = 1 }, status = 199 }",
            "GS0210",
            "",
        ),
        (
            "order",
            "smoke = { body = { id = 1 }, status = 600 }",
            "GS0210",
            "",
        ),
        (
            "order",
            r#"smoke = { body = { id = 1 }, status = 401, path = "/x" }"#,
            "GS0201",
            "leave it out",
        ),
    ];
    are_told(&cases);
}

/// Who is called, and how the caller is checked.
#[test]
fn wrong_calls_are_told_once() {
    let cases = [
        ("nightly", "smoke = {}", "GS0716", "`manual = true`"),
        (
            "nightly",
            "manual = false\nsmoke = {}",
            "GS0716",
            "`manual = true`",
        ),
        (
            "order",
            "smoke = { body = { id = 1 } }",
            "GS0717",
            "`status = 401`",
        ),
        (
            "again",
            "smoke = { body = { id = 1 } }",
            "GS0717",
            "`status = 401`",
        ),
        (
            "order",
            r#"smoke = { body = { id = 1 }, status = 200, headers = { x-shop-signature = "0a" } }"#,
            "GS0718",
            "leave the header out",
        ),
        (
            "again",
            r#"smoke = { body = { id = 1 }, status = 200, headers = { X-Manual-Key = "k" } }"#,
            "GS0718",
            "",
        ),
        (
            "order",
            r#"smoke = { body = { id = 1 }, status = 401, headers = { Authorization = "Basic abc" } }"#,
            "GS0701",
            "",
        ),
        (
            "order",
            r#"smoke = { body = { id = 1 }, status = 401, headers = { X-Api-Key = "k" } }"#,
            "GS0701",
            "",
        ),
        (
            "order",
            r#"smoke = { body = { id = 1, key = "sk_live_0123456789ab" }, status = 401 }"#,
            "GS0701",
            "",
        ),
    ];
    are_told(&cases);
}

/// The body travels as it is in the file, numbers with all their digits.
#[test]
fn a_smoke_call_is_what_the_manifest_says() {
    let smokes = r#"
[workflows.order.smoke]
body = "samples/order.json"
status = 401
headers = { X-Smoke = "1" }

[workflows.ping.smoke]
status = 401
"#;
    let compilation = compiled(&format!("{BASE}{smokes}"));
    assert!(
        compilation.diagnostics.is_empty(),
        "{:#?}",
        compilation.diagnostics
    );
    let platform = compilation.platform.expect("the platform");
    let [order, ping] = platform.smokes.as_slice() else {
        panic!("two calls: {:?}", platform.smokes);
    };
    assert_eq!(order.workflow, "order");
    assert_eq!(
        (order.method.as_str(), order.path.as_str()),
        ("POST", "/order")
    );
    assert_eq!(
        order.body.as_deref(),
        Some(r#"{"note":"ü","id":7,"sum":9007199254740993.10}"#)
    );
    assert_eq!(order.headers, [("X-Smoke".to_owned(), "1".to_owned())]);
    assert_eq!(order.status, Some(401));
    assert_eq!((ping.method.as_str(), ping.body.as_deref()), ("GET", None));
}
