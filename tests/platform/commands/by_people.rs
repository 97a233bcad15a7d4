//! What people do, and what the platform says of its own.

use libtest_mimic::Trial;
use serde_json::json;

use super::super::trial;
use super::{at, fails, good, json_of, place};

pub fn trials() -> Vec<Trial> {
    vec![
        trial("what_a_person_does_is_seen", person),
        trial("a_canary_passes_where_the_platforms_texts_do", canary),
    ]
}

fn person() {
    let place = place();
    let world = &place.world;
    let mut state = world.state();
    state.rename_system("shop", "store");
    state.set_base_url("store", "https://elsewhere.example");
    let id = state.connect_by_hand(("p", "production", "shop"), "by-hand");
    state.edit_file("p", "src/index.ts", "theirs");
    state.deploy_foreign("p", "production", "theirs");
    state.save(&world.state_path());
    let rows = json_of(world, &["systems", "list"]);
    assert_eq!(rows["items"][0]["name"], "store");
    assert_eq!(
        rows["items"][0]["templateBaseUrl"],
        "https://elsewhere.example"
    );
    let rows = json_of(world, &at(&place, "projects systems list-connections", &[]));
    assert_eq!(rows["items"][0]["id"], json!(id));
    let details = json_of(world, &["projects", "details", &place.project]);
    let deployed = &details["environments"][0]["deployedVersion"];
    assert_eq!(deployed["name"], "theirs");
    state.delete_connection("by-hand");
    state.delete_system("store");
    state.save(&world.state_path());
    let rows = json_of(world, &at(&place, "projects systems list", &[]));
    assert_eq!(rows["items"].as_array().map(Vec::len), Some(1));
}

fn canary() {
    let mut place = place();
    let variables = &mut place.world.variables;
    variables.insert("STAND_IN_CANARY".into(), "canary-7".into());
    let world = &place.world;
    fails(world, &["projects", "details", "x"], "canary-7");
    let mut state = world.state();
    state.log(("p", "production"), 1, ("error", "boom"));
    state.deploy_foreign("p", "production", "v1");
    state.save(&world.state_path());
    let text = good(world, &at(&place, "projects logs", &[]));
    assert!(text.contains("boom (canary-7)"), "{text}");
    let details = json_of(world, &["projects", "details", &place.project]);
    assert_eq!(
        details["environments"][0]["deployedVersion"]["labels"]["note"],
        "canary-7"
    );
}
