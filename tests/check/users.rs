//! `[environments.E.users.ID]`: what is checked of users.

use gusset::compile::{Compilation, compile};
use gusset::source::Sources;

const BASE: &str = r#"
[integration]
name = "orders-to-books"

[systems.shop]
domain = "shop.example.com"
base_url = "https://{shop}.example.com"
inputs.shop = { description = "the shop's name" }
auth = { type = "api-key", in = "header", name = "X-Api-Key" }
per_user = true

[systems.books]
domain = "books.example.com"

[variables.ledger]
type = "string"
required = true

[workflows.nightly]
schedule = { cron = "0 3 * * *", users = "all" }

[[workflows.nightly.steps]]
id = "orders"
system = "shop"
get = "/orders"

[[workflows.nightly.steps]]
id = "saved"
system = "books"
post = "/orders"
body = "{ ledger: variables.ledger }"
"#;

const ADA: &str = r#"
[environments.production.users.ada]
display_name = "Ada"
variables.ledger = "1"
systems.shop.inputs.shop = "ada"
"#;

fn compiled(blocks: &str) -> Compilation {
    let mut sources = Sources::new();
    sources.add("integration.toml", format!("{BASE}\n{blocks}").as_str());
    compile(&sources, "integration.toml")
}

/// Each gives one finding, of this code and with this help.
#[test]
fn what_is_wrong_is_told_once() {
    let cases = [
        (
            ADA.replace("variables.ledger = \"1\"", ""),
            "GS0711",
            "`variables.ledger = …`",
        ),
        (
            ADA.replace("variables.ledger = \"1\"", "variables.ledger = 1"),
            "GS0305",
            "",
        ),
        (
            ADA.replace("variables.ledger", "variables.leger"),
            "GS0303",
            "`ledger`",
        ),
        (
            ADA.replace("systems.shop.inputs.shop = \"ada\"", ""),
            "GS0710",
            "`systems.shop.inputs.shop = \"…\"`",
        ),
        (ADA.replace("inputs.shop", "inputs.shp"), "GS0304", "`shop`"),
        (
            ADA.replace("systems.shop.", "systems.shp."),
            "GS0301",
            "`shop`",
        ),
        (
            format!("{ADA}systems.books.rotation = 2\n"),
            "GS0316",
            "`per_user = true`",
        ),
        (ADA.replace("display_name = \"Ada\"", ""), "GS0206", ""),
        (
            ADA.replace("users.ada", "users.\" ada\""),
            "GS0212",
            "one line",
        ),
        (ADA.replace("users.ada", "users.\"\""), "GS0212", "one line"),
    ];
    for (blocks, code, help) in cases {
        let found = compiled(&blocks).diagnostics;
        let ids: Vec<&str> = found.iter().map(|one| one.code.id).collect();
        assert_eq!(
            ids.first(),
            Some(&code),
            "{blocks}: {ids:?} {:?}",
            found.first().map(|d| &d.message)
        );
        let said = found[0].help.as_deref().unwrap_or_default();
        assert!(said.contains(help), "{blocks}: {said}");
        assert_eq!(ids.len(), 1, "{blocks}: {ids:?}");
    }
}

#[test]
fn the_environment_gives_what_a_user_does_not() {
    let blocks = r#"
[environments.production]
variables.ledger = "all"
systems.shop = { inputs.shop = "any", rotation = 3 }

[environments.production.users."Ada@example.com"]
display_name = "Ada"

[environments.production.users.bob]
display_name = "Bob"
variables.ledger = "bob's"
systems.shop.inputs.shop = "bob"
"#;
    let compilation = compiled(blocks);
    assert!(
        compilation.diagnostics.is_empty(),
        "{:?}",
        compilation.diagnostics
    );
    let text = |path: &str| {
        let mut artifacts = compilation.artifacts.iter();
        let found = artifacts.find(|artifact| artifact.path.starts_with(path));
        found
            .unwrap_or_else(|| panic!("there is no {path}"))
            .contents
            .clone()
    };
    assert!(text("variables/production-ada-example-com-").contains("\"all\""));
    assert!(text("variables/production-bob-").contains("\"bob's\""));
    let deploy = text("scripts/deploy-production.sh");
    for told in [
        "shop-production-bob-r3",
        "https://bob.example.com",
        "shop-production-Ada@example.com-r3",
        "https://any.example.com",
    ] {
        assert!(deploy.contains(told), "{told}");
    }
    assert!(text(".env.example").contains("SHOP_BOB_API_KEY=''"));
}

#[test]
fn names_of_secrets_never_meet() {
    let two = r#"
[systems.shop-a]
domain = "a.example.com"
auth = { type = "api-key", in = "header", name = "X-Api-Key" }

[environments.production]
variables.ledger = "all"
systems.shop = { inputs.shop = "any" }

[environments.production.users.a]
display_name = "A"

[environments.staging]
variables.ledger = "all"
systems.shop = { inputs.shop = "any" }

[environments.staging.users.a]
display_name = "A"

[workflows.other]
schedule = { cron = "0 4 * * *" }

[[workflows.other.steps]]
id = "orders"
system = "shop-a"
get = "/orders"
"#;
    let found = compiled(two).diagnostics;
    let ids: Vec<&str> = found.iter().map(|one| one.code.id).collect();
    assert_eq!(ids, ["GS0706"], "{found:?}");
}
