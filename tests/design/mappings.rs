//! What of each integration is not built yet, and what its cases give in process.

use std::collections::BTreeSet;

use gusset::cases::{CaseReport, Outcome};
use gusset::diagnostics::codes::shape::NOT_SUPPORTED_YET;

use super::integration::Integration;

/// Everything but keys of the flow is right, and just these are not built; so many cases
/// pass, and these call a function in TypeScript.
#[track_caller]
fn holds(name: &str, waiting: &[&str], passing: usize, need_deno: &[&str]) {
    let compilation = Integration::read(name).test();
    let others: Vec<String> = compilation
        .diagnostics
        .iter()
        .filter(|found| found.code != &NOT_SUPPORTED_YET)
        .map(|found| format!("{}: {}", found.code.id, found.message))
        .collect();
    assert_eq!(others, [""; 0], "{name}");
    let keys: BTreeSet<&str> = compilation
        .diagnostics
        .iter()
        .filter_map(|found| found.message.split('`').nth(1))
        .collect();
    assert_eq!(keys, waiting.iter().copied().collect(), "{name}");

    let mut passed = 0;
    let mut deno = Vec::new();
    for mapping in &compilation.cases.mappings {
        assert!(!mapping.cases.is_empty(), "{name}: {}", mapping.name.value);
        for CaseReport { name, outcome, .. } in &mapping.cases {
            match outcome {
                Outcome::Passed => passed += 1,
                Outcome::NeedsDeno(_) => deno.push(name.value.as_str()),
                other => panic!("{}: {}: {other:#?}", mapping.name.value, name.value),
            }
        }
    }
    assert_eq!(deno, need_deno, "{name}");
    assert_eq!(passed, passing, "{name}");
}

#[test]
fn fluent_asn() {
    holds(
        "fluent-asn",
        &["dedupe", "graphql"],
        6,
        &[
            "two pallets, three lines",
            "pounds where nothing else is said, and half a pound kept",
        ],
    );
}

#[test]
fn hubspot_contacts() {
    holds(
        "hubspot-contacts",
        &["each", "paginate", "rate_limit", "retry", "state", "window"],
        4,
        &[],
    );
}

#[test]
fn clientary_to_quickbooks() {
    holds(
        "clientary-to-quickbooks",
        &["each", "idempotency", "paginate", "rate_limit", "window"],
        6,
        &[],
    );
}

#[test]
fn square_orders() {
    holds(
        "square-orders",
        &[
            "each",
            "items",
            "over",
            "paginate",
            "rate_limit",
            "retry",
            "state",
            "status",
            "window",
        ],
        5,
        &[],
    );
}

#[test]
fn xero_create_invoice() {
    holds(
        "xero-create-invoice",
        &["idempotency", "idempotency_key", "rate_limit", "status"],
        8,
        &[],
    );
}
