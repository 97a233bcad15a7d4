//! `[[moved]]` and `[[removed]]`: what they may say, and what becomes of them.

use gusset::compile::{Compilation, compile};
use gusset::source::Sources;

const BASE: &str = include_str!("orders.toml");

fn compiled(blocks: &str) -> Compilation {
    let mut sources = Sources::new();
    sources.add("integration.toml", format!("{BASE}\n{blocks}").as_str());
    compile(&sources, "integration.toml")
}

fn removed(object: &str) -> String {
    format!("[[removed]]\nobject = {object:?}\nreason = \"gone\"\n")
}

fn moved(from: &str, to: &str) -> String {
    format!("[[moved]]\nfrom = {from:?}\nto = {to:?}\nreason = \"so\"\n")
}

/// Each gives one finding, of this code and with this help.
#[test]
fn what_is_wrong_is_told_once() {
    let cases = [
        (removed("crm"), "GS0310", "`systems.shop`"),
        (removed("systems"), "GS0310", "`systems.old-name`"),
        (removed("systems."), "GS0310", "`systems.old-name`"),
        (removed("systems.Shop"), "GS0310", "`systems.old-name`"),
        (removed("systems.a.b"), "GS0310", "`systems.old-name`"),
        (
            removed("variables.tax-code"),
            "GS0310",
            "`variables.old_name`",
        ),
        (
            removed("system.crm"),
            "GS0310",
            "did you mean `systems.crm`?",
        ),
        (removed("alert"), "GS0310", "did you mean `alerts`?"),
        (removed("integration.name"), "GS0310", "in the browser"),
        (
            removed("workflows.sync"),
            "GS0311",
            "leave this `[[removed]]` out",
        ),
        (
            moved("mappings.a", "mappings.b"),
            "GS0311",
            "leave this `[[moved]]` out",
        ),
        (removed("systems.shop"), "GS0312", "remove `[systems.shop]`"),
        (removed("systems.shop-incoming"), "GS0312", ""),
        (
            removed("variables.ledger"),
            "GS0312",
            "remove `[variables.ledger]`",
        ),
        (
            moved("systems.books", "systems.shop"),
            "GS0312",
            "remove `[systems.books]`",
        ),
        (
            moved("systems.old", "systems.shopp"),
            "GS0313",
            "did you mean `systems.shop`?",
        ),
        (
            moved("environments.a", "environments.zebra"),
            "GS0313",
            "declare it as `[environments.zebra]`",
        ),
        (
            moved("systems.old", "variables.ledger"),
            "GS0315",
            "`systems.ledger`",
        ),
        (moved("systems.old", "alerts"), "GS0310", "`[[removed]]`"),
        (moved("systems.shop", "systems.shop"), "GS0314", "leave out"),
        (
            removed("systems.old") + &removed("systems.old"),
            "GS0314",
            "keep one",
        ),
        (
            removed("systems.old") + &moved("systems.old", "systems.shop"),
            "GS0314",
            "keep one",
        ),
        (
            moved("systems.a", "systems.shop") + &moved("systems.b", "systems.shop"),
            "GS0314",
            "`object = \"systems.b\"`",
        ),
        (
            moved("systems.a", "systems.b") + &moved("systems.b", "systems.shop"),
            "GS0314",
            "`from = \"systems.a\"`, `to = \"systems.shop\"`",
        ),
    ];
    for (blocks, code, help) in cases {
        let found = compiled(&blocks).diagnostics;
        let [one] = found.as_slice() else {
            panic!("{blocks}: {found:?}");
        };
        assert_eq!(one.code.id, code, "{blocks}: {one:?}");
        let said = one.help.as_deref().unwrap_or_default();
        assert!(said.contains(help), "{blocks}: {said}");
    }
    // A circle has two entries that are wrong, and a reason says something.
    let circle = moved("systems.a", "systems.b") + &moved("systems.b", "systems.a");
    let codes: Vec<&str> = compiled(&circle)
        .diagnostics
        .iter()
        .map(|d| d.code.id)
        .collect();
    assert_eq!(codes, ["GS0314", "GS0314"]);
    let without = removed("systems.crm").replace("gone", " ");
    let codes: Vec<&str> = compiled(&without)
        .diagnostics
        .iter()
        .map(|d| d.code.id)
        .collect();
    assert_eq!(codes, ["GS0213"]);
}

#[test]
fn what_is_right_reaches_the_scripts() {
    let blocks = removed("systems.\"crm\"")
        + &removed("alerts")
        + &removed("environments.staging")
        + &removed("variables.tax_code")
        + &moved("systems.market", "systems.shop")
        + &moved("variables.book", "variables.ledger");
    let compilation = compiled(&blocks);
    assert!(
        compilation.diagnostics.is_empty(),
        "{:?}",
        compilation.diagnostics
    );
    let script = |name: &str| {
        let path = format!("scripts/{name}");
        let mut artifacts = compilation.artifacts.iter();
        artifacts
            .find(|artifact| artifact.path == path)
            .unwrap_or_else(|| panic!("there is no {name}"))
            .contents
            .clone()
    };
    let setup = script("setup.sh");
    for told in [
        "remove the system crm from the organisation",
        "remove the system crm-incoming from the organisation",
        "unlink the notification channel orders-to-books-alerts",
        "remove the environment staging",
        "rename the system market-incoming to shop-incoming",
    ] {
        assert!(setup.contains(told), "{told}");
    }
    let deploy = script("deploy-production.sh");
    let taken = "merged_schema \"$schema\" '[\"tax_code\",\"book\"]'";
    assert!(deploy.contains(taken), "{deploy}");
}
