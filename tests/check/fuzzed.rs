//! The bodies of the fuzz targets on random inputs.

#[path = "../support/fuzz.rs"]
mod fuzz;

use proptest::prelude::*;

/// Pieces of manifests, expressions and JSON.
const PIECES: &[&str] = &[
    "[",
    "]",
    "[[",
    "]]",
    "{",
    "}",
    "(",
    ")",
    "=",
    " = ",
    ".",
    ",",
    ":",
    "#",
    "\n",
    "\r\n",
    "\r",
    "\t",
    " ",
    "\"",
    "'",
    "\"\"\"",
    "'''",
    "`",
    "${",
    "$",
    "\\",
    "\\u00e9",
    "\\x",
    "-",
    "+",
    "0",
    "12",
    "1.5",
    "1e9",
    "0x1F",
    "9223372036854775808",
    "2025-01-31",
    "25:61",
    "true",
    "null",
    "inf",
    "é",
    "\u{feff}",
    "\u{2028}",
    "\u{0}",
    "\u{7}",
    "😀",
    "systems",
    "types",
    "mappings",
    "workflows",
    "steps",
    "fields",
    "tests",
    "integration",
    "name",
    "a",
    "b",
    "from",
    "to",
    "sample",
    "type",
    "string",
    "properties",
    "webhook",
    "schedule",
    "cron",
    "manual",
    "get",
    "post",
    "id",
    "when",
    "returns",
    "source",
    "trigger.body",
    "steps.a",
    "map",
    "=>",
    "??",
    "?.",
    "===",
    "!=",
    "&&",
    "[systems.a]\n",
    "[mappings.m.fields]\n",
    "[[workflows.w.steps]]\n",
    "base_url = \"https://a.example\"\n",
    "auth = { type = \"none\" }\n",
];

fn soup() -> impl Strategy<Value = String> {
    prop::collection::vec(prop::sample::select(PIECES), 0..60).prop_map(|pieces| pieces.concat())
}

fn text() -> impl Strategy<Value = String> {
    prop_oneof![soup(), any::<String>(), "[ -~\\n]{0,80}"]
}

fn config(cases: u32) -> ProptestConfig {
    ProptestConfig {
        cases,
        failure_persistence: None,
        ..ProptestConfig::default()
    }
}

proptest! {
    #![proptest_config(config(1500))]

    #[test]
    fn document(bytes in prop_oneof![text().prop_map(String::into_bytes), any::<Vec<u8>>()]) {
        fuzz::document(&bytes);
    }

    #[test]
    fn expression(text in text()) {
        fuzz::expression(&text);
    }

    #[test]
    fn sample(text in text()) {
        fuzz::sample(&text);
    }

    #[test]
    fn shell_word(text in text()) {
        fuzz::shell_word(&text);
    }

    #[test]
    fn typescript_string(text in text()) {
        fuzz::typescript_string(&text);
    }
}

/// The example of the tests with a piece in place of some of its text.
fn damaged() -> impl Strategy<Value = String> {
    const BASE: &str = include_str!("orders.toml");
    (0..BASE.len(), 0..30_usize, soup()).prop_map(|(at, length, soup)| {
        let before = BASE.get(..at).unwrap_or(BASE);
        let after = BASE.get(at + length..).unwrap_or("");
        format!("{before}{soup}{after}")
    })
}

proptest! {
    #![proptest_config(config(300))]

    #[test]
    fn manifest(text in prop_oneof![text(), damaged()]) {
        fuzz::manifest(&text);
    }
}
