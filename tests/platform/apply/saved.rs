//! Saved plans: the same bytes anywhere, and refused when something has moved.

use libtest_mimic::Trial;
use stand_in::state::State;

use super::super::shims::World;
use super::super::trial;
use super::{MANIFEST, built, rebuild, setup};

pub fn trials() -> Vec<Trial> {
    vec![
        trial("a_saved_plan_is_carried_out", carried_out),
        trial(
            "a_saved_plan_has_the_same_bytes_in_another_folder",
            same_bytes,
        ),
        trial("a_saved_plan_is_refused_when_something_has_moved", refused),
        trial("what_is_no_plan_is_refused", no_plan),
        trial("a_plan_of_what_is_unchanged_is_small", small),
        trial("plans_and_states_have_their_schema", schemas),
    ]
}

fn save(world: &World, scope: &[&str]) -> String {
    let words = [&["plan", "--out", "plan.json"], scope].concat();
    world.gusset(&words).ends(0);
    world.read("plan.json")
}

fn carried_out() {
    let world = built(&State::new(), MANIFEST);
    save(&world, &["--setup"]);
    world.gusset(&["apply", "plan.json"]).ends(0);
    assert_eq!(world.state().systems.len(), 3);
    // It is done now, so that the same plan is none any more.
    let again = world.gusset(&["apply", "plan.json"]).ends(1);
    assert!(
        again.stderr.contains("gusset.lock has changed since"),
        "{again:?}"
    );
}

fn same_bytes() {
    let world = built(&State::new(), MANIFEST);
    let one = save(&world, &["--setup"]);
    let other = built(&world.state(), MANIFEST);
    other.write("deep/er/integration.toml", MANIFEST);
    other.gusset(&["build", "deep/er"]).ends(0);
    let words = ["plan", "deep/er", "--setup", "--out", "plan.json"];
    other.gusset(&words).ends(0);
    assert_eq!(other.read("plan.json"), one);
    assert!(one.contains("\"line\""), "it says where: {one}");
}

fn refused() {
    let world = built(&State::new(), MANIFEST);
    setup(&world).ends(0);
    let scope = ["--environment", "production"];
    let apply = |world: &World| world.gusset(&["apply", "plan.json", "--no-verify"]);

    save(&world, &scope);
    rebuild(&world, &MANIFEST.replace("\"/counts\"", "\"/v2/counts\""));
    let run = apply(&world).ends(1);
    assert!(
        run.stderr
            .contains("the manifest, or a file it uses, has changed"),
        "{run:?}"
    );
    rebuild(&world, MANIFEST);

    let lock = world.read("gusset.lock");
    world.write("gusset.lock", &format!("# a comment\n{lock}"));
    let run = apply(&world).ends(1);
    assert!(run.stderr.contains("gusset.lock has changed"), "{run:?}");
    world.write("gusset.lock", &lock);

    let mut state = world.state();
    let before = state.clone();
    state.environment("orders", "production").pool = "elsewhere".into();
    state.project("orders").variables =
        serde_json::json!({ "type": "object", "properties": { "region": { "type": "integer" } } });
    state.save(&world.state_path());
    let run = apply(&world).ends(1);
    assert!(
        run.stderr
            .contains("the platform has changed since: variables"),
        "{run:?}"
    );
    before.save(&world.state_path());
    assert_eq!(world.state().connections.len(), 0, "nothing was done");
    apply(&world).ends(0);
}

fn no_plan() {
    let world = built(&State::new(), MANIFEST);
    for (text, why) in [
        ("{}", "it is no plan of gusset"),
        ("x", "it cannot be read"),
        (
            "{\"format\":\"gusset.plan\",\"version\":99}",
            "of version 99",
        ),
    ] {
        world.write("plan.json", text);
        let run = world.gusset(&["apply", "plan.json"]).ends(1);
        assert!(run.stderr.contains(why), "{run:?}");
    }
    assert!(world.calls().is_empty());
    // Nor is anything but a plan written over.
    for path in ["integration.toml", "versori"] {
        let run = world.gusset(&["plan", "--setup", "--out", path]).ends(1);
        assert!(run.stderr.contains("is no saved plan"), "{run:?}");
    }
    assert_eq!(world.read("integration.toml"), MANIFEST);
}

fn small() {
    let world = built(&State::new(), MANIFEST);
    setup(&world).ends(0);
    let plan = save(&world, &["--setup"]);
    assert!(plan.len() < 1024, "{plan}");
}

/// Fails unless a document is what its published schema says.
#[track_caller]
fn is_of(world: &World, schema: &str, text: &str) {
    let schema = world.gusset(&["schema", schema]).ends(0).stdout;
    let schema = serde_json::from_str(&schema).unwrap();
    let document = serde_json::from_str(text).unwrap();
    let validator = jsonschema::validator_for(&schema).unwrap();
    let wrong: Vec<String> = validator
        .iter_errors(&document)
        .map(|error| format!("{}: {error}", error.instance_path()))
        .collect();
    assert!(wrong.is_empty(), "{wrong:?}\n{text}");
}

fn schemas() {
    let world = built(&State::new(), MANIFEST);
    let json = |words: &[&str]| {
        world
            .gusset(&[words, &["--format", "json"]].concat())
            .stdout
    };
    is_of(&world, "plan", &json(&["plan", "--setup"]));
    is_of(&world, "status", &json(&["status"]));
    setup(&world).ends(0);
    is_of(&world, "plan", &json(&["plan", "--setup"]));
    is_of(
        &world,
        "plan",
        &json(&[
            "plan",
            "--environment",
            "staging",
            "--exclude",
            "systems.shop",
        ]),
    );
    super::apply_all(&world);
    let manual = MANIFEST.replace(r#"{ type = "none" }"#, r#"{ type = "oauth2", grant = "authorization-code", authorize_url = "https://a.example.com", token_url = "https://t.example.com", scopes = [] }"#);
    rebuild(&world, &manual);
    let plan = json(&["plan", "--setup"]);
    assert!(plan.contains("\"fields\""), "{plan}");
    is_of(&world, "plan", &plan);
    setup(&world).ends(0);
    let plan = json(&["plan", "--environment", "production"]);
    is_of(&world, "plan", &plan);
    let mut state = world.state();
    state.edit_file("orders", "src/index.ts", "// by hand\n");
    state.deploy_foreign("orders", "production", "theirs");
    state.save(&world.state_path());
    let plan = json(&["plan", "--environment", "production"]);
    assert!(plan.contains("\"diff\""), "{plan}");
    is_of(&world, "plan", &plan);
    is_of(&world, "status", &json(&["status"]));
}
