//! Reading is total: whatever the document holds, there is a manifest and no panic, and
//! every span lies in the file.

use super::tools::{fixtures, read};
use proptest::prelude::*;

/// Words of the vocabulary, near misses, and others.
const NAMES: &[&str] = &[
    "integration",
    "systems",
    "workflows",
    "types",
    "mappings",
    "steps",
    "auth",
    "type",
    "get",
    "post",
    "url",
    "baseUrl",
    "cron",
    "schedule",
    "webhook",
    "manual",
    "durable",
    "from",
    "to",
    "fields",
    "let",
    "tests",
    "name",
    "domain",
    "headers",
    "query",
    "body",
    "form",
    "respond",
    "status",
    "each",
    "do",
    "retry",
    "timeout",
    "variables",
    "required",
    "properties",
    "items",
    "enum",
    "shop",
    "x",
    "\"\"",
    "\"ü\"",
    "\"a b\"",
    "X-Y",
    "404",
    "environments",
    "resources",
    "functions",
    "params",
    "alerts",
    "inputs",
    "incoming",
    "grant",
    "scopes",
    "digest",
    "samples",
    "sample",
    "openapi",
    "copy",
    "expect",
    "fails",
    "with",
    "skip",
    "stop",
    "log",
    "level",
];

const VALUES: &[&str] = &[
    "1",
    "-5",
    "9223372036854775807",
    "1.5",
    "inf",
    "nan",
    "true",
    "\"\"",
    "\"a\"",
    "\"basic\"",
    "\"oauth2\"",
    "\"/orders\"",
    "\"https://x.example\"",
    "\"30 seconds\"",
    "2024-01-01",
    "07:32:00",
    "\"99999999999999999999d\"",
    "'''\n`\u{7f}'''",
    "\"\\u0000\"",
    "[]",
    "{}",
];

fn value() -> impl Strategy<Value = String> {
    let leaf = prop::sample::select(VALUES).prop_map(str::to_owned);
    leaf.prop_recursive(3, 24, 4, |inner| {
        prop_oneof![
            prop::collection::vec(inner.clone(), 0..4)
                .prop_map(|items| format!("[{}]", items.join(", "))),
            prop::collection::vec((prop::sample::select(NAMES), inner), 0..4).prop_map(|entries| {
                let entries: Vec<_> = entries
                    .into_iter()
                    .map(|(name, value)| format!("{name} = {value}"))
                    .collect();
                format!("{{ {} }}", entries.join(", "))
            }),
        ]
    })
}

fn line() -> impl Strategy<Value = String> {
    let path =
        || prop::collection::vec(prop::sample::select(NAMES), 1..5).prop_map(|path| path.join("."));
    prop_oneof![
        (path(), value()).prop_map(|(path, value)| format!("{path} = {value}")),
        path().prop_map(|path| format!("[{path}]")),
        path().prop_map(|path| format!("[[{path}]]")),
        Just("[[workflows.w.steps]]".to_owned()),
        Just("[systems.shop]".to_owned()),
    ]
}

fn check(text: &str) {
    for diagnostic in read(text).1 {
        assert!(diagnostic.span.end as usize <= text.len());
        for edit in diagnostic.fix.iter().flat_map(|fix| &fix.edits) {
            assert!(text.is_char_boundary(edit.span.start as usize));
            assert!(text.is_char_boundary(edit.span.end as usize));
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(512))]

    #[test]
    fn random_trees(lines in prop::collection::vec(line(), 0..24)) {
        check(&lines.join("\n"));
    }

    #[test]
    fn random_lines_in_a_manifest(at in 0usize..200, lines in prop::collection::vec(line(), 1..3)) {
        for (_, text) in fixtures("right") {
            let mut all: Vec<&str> = text.lines().collect();
            let at = at % all.len();
            for line in &lines {
                all.insert(at, line);
            }
            check(&all.join("\n"));
        }
    }
}

#[test]
fn deep_nesting() {
    check(&format!("a = {}{}", "[".repeat(5000), "]".repeat(5000)));
    check(&format!("{} = 1", vec!["a"; 5000].join(".")));
    check(&format!("[constants.{}]", vec!["a"; 5000].join(".")));
    check(&format!(
        "[types.t.{}]\ntype = \"object\"",
        vec!["properties.a"; 2000].join(".")
    ));
}
