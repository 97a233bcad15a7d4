//! `plan` and `apply` from the command line, against the stand-in.

mod attacks;
mod canaries;
mod changes;
mod faults;
mod kills;
mod later;
mod prefixes;
mod research;
mod saved;
mod shown;
mod smoke;
mod troubles;

use libtest_mimic::Trial;

use super::shims::{Ran, World};
use stand_in::state::State;

pub fn trials() -> Vec<Trial> {
    let groups = [
        changes::trials(),
        research::trials(),
        saved::trials(),
        shown::trials(),
        smoke::trials(),
        troubles::trials(),
        canaries::trials(),
        prefixes::trials(),
        faults::trials(),
        kills::trials(),
        later::trials(),
        attacks::trials(),
    ];
    groups.into_iter().flatten().collect()
}

/// Every how many calls something goes wrong: `usual` in the suite, each with
/// `GUSSET_KILLS=all`.
pub fn stride(usual: usize) -> usize {
    let is_whole = std::env::var("GUSSET_KILLS").is_ok_and(|all| all == "all");
    if is_whole { 1 } else { usual }
}

/// A manifest with everything that the command line can set up by itself.
pub const MANIFEST: &str = r#"
[integration]
name = "orders"

[alerts]
email = "ops@example.com"

[environments.production]
resources = { replicas = 2, cpu = "500m", memory = "256Mi" }

[environments.staging]
clone_from = "production"

[environments.staging.systems.shop]
base_url = "https://staging.shop.example.com"

[variables.region]
type        = "string"
description = "Where the shop is."

[systems.shop]
domain   = "shop.example.com"
base_url = "https://shop.example.com"
auth     = { type = "api-key", in = "header", name = "X-Token" }

[systems.erp]
domain   = "erp.example.com"
base_url = "https://erp.example.com"
auth     = { type = "oauth2", grant = "client-credentials", token_url = "https://erp.example.com/token", scopes = ["read"] }

[systems.audit]
domain   = "audit.example.com"
base_url = "https://audit.example.com"
auth     = { type = "none" }

[types.stock]
type       = "object"
required   = ["amount"]
properties = { amount = { type = "integer" } }

[workflows.count]
schedule = { cron = "0 * * * *" }

[[workflows.count.steps]]
id      = "stock"
system  = "shop"
get     = "/stock"
returns = "stock"

[[workflows.count.steps]]
id     = "sent"
system = "erp"
post   = "/counts"
body   = "{ amount: steps.stock.body.amount }"

[[workflows.count.steps]]
id     = "noted"
system = "audit"
post   = "/notes"
body   = "{ amount: steps.stock.body.amount, region: variables.region ?? '' }"
"#;

/// The variables that its connections take.
pub const SECRETS: &[&str] = &["SHOP_API_KEY", "ERP_CLIENT_ID", "ERP_CLIENT_SECRET"];

/// A world with a manifest, built, and its secrets in the environment.
pub fn built(state: &State, manifest: &str) -> World {
    let mut world = World::new(state);
    for name in SECRETS {
        let secret = format!("canary-{}", name.to_lowercase());
        world.variables.insert((*name).to_owned(), secret);
    }
    rebuild(&world, manifest);
    world
}

/// Gives the manifest another text.
pub fn rebuild(world: &World, manifest: &str) {
    world.write("integration.toml", manifest);
    world.gusset(&["build"]).ends(0);
}

/// Applies set-up and both environments.
pub fn apply_all(world: &World) {
    setup(world).ends(0);
    for name in ["production", "staging"] {
        environment(world, name).ends(0);
    }
}

pub fn setup(world: &World) -> Ran {
    world.gusset(&["apply", "--setup", "--yes"])
}

pub fn environment(world: &World, name: &str) -> Ran {
    environment_with(world, name, &[])
}

/// The same, with more words.
pub fn environment_with(world: &World, name: &str, more: &[&str]) -> Ran {
    let words = ["apply", "--environment", name, "--yes", "--no-verify"];
    world.gusset(&[&words, more].concat())
}

/// Applies production, one call after the other, so that two runs make the same calls.
pub fn in_order(world: &World) -> Ran {
    environment_with(world, "production", &["--parallel", "1"])
}

/// The number of the first call in the log that begins with these words, from 1.
pub fn number_in(world: &World, words: &[&str]) -> usize {
    let is_it = |call: &Vec<String>| words.iter().eq(call.iter().take(words.len()));
    let found = world.calls().iter().position(is_it);
    found.expect("it is called") + 1
}

/// Fails unless nothing is left to be done.
#[track_caller]
pub fn is_settled(world: &World) {
    for scope in [
        &["--setup"][..],
        &["--environment", "production"],
        &["--environment", "staging"],
    ] {
        let words = [&["plan", "--detailed-exitcode"], scope].concat();
        let plan = world.gusset(&words).ends(0);
        assert!(plan.stdout.contains("no changes"), "{plan:?}");
    }
}
