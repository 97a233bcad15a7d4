//! A change of the manifest arrives on the platform, and then nothing is left to do.

use libtest_mimic::Trial;
use stand_in::state::State;

use super::super::trial;
use super::{
    MANIFEST, apply_all, built, environment, environment_with, is_settled, rebuild, setup,
};

pub fn trials() -> Vec<Trial> {
    vec![
        trial("apply_sets_everything_up_once", once),
        trial("apply_brings_changes_over", changes),
        trial("apply_rotates_a_credential", rotation),
        trial("apply_renames_a_system", renaming),
        trial("apply_removes_a_system", removal),
        trial("apply_leaves_strays_and_tells_them", strays),
        trial("files_of_others_are_not_replaced_in_silence", remote),
        trial("parts_can_be_chosen_and_left_out", parts),
    ]
}

fn once() {
    let world = built(&State::new(), MANIFEST);
    apply_all(&world);
    is_settled(&world);
    let before = world.state();
    world.clear_log();
    apply_all(&world);
    assert_eq!(world.state(), before);
    assert!(
        world
            .calls()
            .iter()
            .all(|call| super::super::faults::is_read(call))
    );
}

fn changes() {
    let world = built(&State::new(), MANIFEST);
    apply_all(&world);
    let changed = MANIFEST
        .replace("scopes = [\"read\"]", "scopes = [\"read\", \"write\"]")
        .replace("Where the shop is.", "The shop's region.")
        .replace("\"/counts\"", "\"/v2/counts\"")
        .replace("replicas = 2", "replicas = 3");
    rebuild(&world, &changed);
    // Environments come after set-up, and say so.
    let early = environment(&world, "production").ends(1);
    assert!(early.stderr.contains("nothing was changed"), "{early:?}");
    let plan = world.gusset(&["plan", "--setup", "-v"]).ends(0);
    assert!(plan.stdout.contains("auth scheme erp"), "{plan:?}");
    assert!(plan.stdout.contains("oauth2.scopes"), "{plan:?}");
    setup(&world).ends(0);
    let plan = world
        .gusset(&["plan", "--environment", "production", "-v"])
        .ends(0);
    for word in [
        "variables",
        "region",
        "version",
        "deployment",
        "replicas: 2 → 3",
    ] {
        assert!(plan.stdout.contains(word), "{word}: {plan:?}");
    }
    apply_all(&world);
    is_settled(&world);
    let state = world.state();
    let environment = &state.projects[0].environments[0];
    assert_eq!(environment.config["deploymentSpec"]["replicas"], 3);
    let scheme = &state
        .systems
        .iter()
        .find(|system| system.name == "erp")
        .unwrap()
        .schemes[0];
    assert_eq!(scheme["oauth2"]["scopes"].as_array().map(Vec::len), Some(2));
}

fn rotation() {
    let world = built(&State::new(), MANIFEST);
    apply_all(&world);
    let moved = MANIFEST.replace(
        "https://shop.example.com\"",
        "https://new.shop.example.com\"",
    );
    rebuild(&world, &moved);
    let refused = environment(&world, "production").ends(1);
    assert!(
        refused.stdout.contains("write rotation = 2 for shop"),
        "{refused:?}"
    );
    let rotated = moved.replace("[environments.staging.systems.shop]", "[environments.production.systems.shop]\nrotation = 2\n\n[environments.staging.systems.shop]");
    rebuild(&world, &rotated);
    environment(&world, "production").ends(0);
    environment(&world, "staging").ends(0);
    is_settled(&world);
    let state = world.state();
    let names: Vec<&str> = state
        .connections
        .iter()
        .map(|one| one.name.as_str())
        .collect();
    assert_eq!(
        names
            .iter()
            .filter(|name| name.starts_with("shop-production"))
            .count(),
        2,
        "{names:?}"
    );
}

fn renaming() {
    let mut world = built(&State::new(), MANIFEST);
    apply_all(&world);
    let connections = world.state().connections.len();
    let renamed = MANIFEST
        .replace("systems.shop", "systems.store")
        .replace("\"shop\"", "\"store\"")
        + "\n[[moved]]\nfrom = \"systems.shop\"\nto = \"systems.store\"\nreason = \"It is called so now.\"\n";
    world
        .variables
        .insert("STORE_API_KEY".into(), "canary-store".into());
    rebuild(&world, &renamed);
    let run = setup(&world).ends(4);
    assert!(run.stdout.contains("store"), "{run:?}");
    let lock = world.read("gusset.lock");
    assert!(
        lock.contains("store = ") && !lock.contains("shop = "),
        "{lock}"
    );
    // A person renames the organisation's system.
    let mut state = world.state();
    state.rename_system("shop", "store");
    state.save(&world.state_path());
    setup(&world).ends(0);
    let plan = world
        .gusset(&["plan", "--environment", "production"])
        .ends(0);
    assert!(
        plan.stdout.contains("> connection template store"),
        "{plan:?}"
    );
    environment(&world, "production").ends(0);
    environment(&world, "staging").ends(0);
    is_settled(&world);
    let state = world.state();
    assert_eq!(state.connections.len(), connections, "none is made anew");
    for environment in &state.projects[0].environments {
        let names: Vec<&str> = environment
            .templates
            .iter()
            .map(|one| one.name.as_str())
            .collect();
        assert!(
            names.contains(&"store") && !names.contains(&"shop"),
            "{names:?}"
        );
    }
}

fn removal() {
    let world = built(&State::new(), MANIFEST);
    apply_all(&world);
    let system = MANIFEST.find("[systems.erp]").unwrap();
    let next = MANIFEST.find("[systems.audit]").unwrap();
    let step = MANIFEST
        .find("[[workflows.count.steps]]\nid     = \"sent\"")
        .unwrap();
    let after = MANIFEST.rfind("[[workflows.count.steps]]").unwrap();
    let reduced = [
        &MANIFEST[..system],
        &MANIFEST[next..step],
        &MANIFEST[after..],
        "\n[[removed]]\nobject = \"systems.erp\"\nreason = \"Nobody uses it.\"\n",
    ]
    .concat();
    rebuild(&world, &reduced);
    let plan = world
        .gusset(&["plan", "--environment", "production"])
        .ends(0);
    assert!(
        plan.stdout.contains("- connection template erp"),
        "{plan:?}"
    );
    for name in ["production", "staging"] {
        let run = environment(&world, name).ends(4);
        assert!(
            run.stdout.contains("remove the connections of erp"),
            "{run:?}"
        );
    }
    let run = setup(&world).ends(4);
    assert!(run.stdout.contains("remove the system erp"), "{run:?}");
    // A person does what the command line cannot.
    let mut state = world.state();
    state.delete_connection("erp-production-r1");
    state.delete_connection("erp-staging-r1");
    state.delete_system("erp");
    state.save(&world.state_path());
    setup(&world).ends(0);
    assert!(!world.read("gusset.lock").contains("erp"));
    is_settled(&world);
}

fn strays() {
    let world = built(&State::new(), MANIFEST);
    apply_all(&world);
    let start = MANIFEST.find("[variables.region]").unwrap();
    let end = MANIFEST.find("[systems.shop]").unwrap();
    let without = format!("{}{}", &MANIFEST[..start], &MANIFEST[end..])
        .replace(", region: variables.region ?? ''", "");
    rebuild(&world, &without);
    apply_all(&world);
    let plan = world
        .gusset(&["plan", "--environment", "production"])
        .ends(0);
    assert!(
        plan.stdout
            .contains("? variables region: not in the manifest"),
        "{plan:?}"
    );
    assert!(
        world.state().projects[0]
            .variables
            .to_string()
            .contains("region")
    );
}

fn remote() {
    let world = built(&State::new(), MANIFEST);
    apply_all(&world);
    let mut state = world.state();
    state.edit_file("orders", "src/index.ts", "// by hand\n");
    state.deploy_foreign("orders", "production", "from the browser");
    state.save(&world.state_path());
    let plan = world
        .gusset(&["plan", "--environment", "production", "-v"])
        .ends(1);
    assert!(
        plan.stdout.contains("deployed as from the browser"),
        "{plan:?}"
    );
    assert!(plan.stdout.contains("+// by hand"), "{plan:?}");
    let before = world.state();
    environment(&world, "production").ends(1);
    assert_eq!(world.state(), before);
    environment_with(&world, "production", &["--overwrite"]).ends(0);
    is_settled(&world);
}

fn parts() {
    let world = built(&State::new(), MANIFEST);
    let only = ["apply", "--setup", "--yes", "--target", "systems.shop"];
    world.gusset(&only).ends(0);
    let names = |world: &super::World| -> Vec<String> {
        world
            .state()
            .systems
            .iter()
            .map(|system| system.name.clone())
            .collect()
    };
    assert_eq!(names(&world), ["shop"]);
    assert!(world.state().channels.is_empty());
    world
        .gusset(&["apply", "--setup", "--yes", "--exclude", "alerts"])
        .ends(0);
    assert_eq!(names(&world).len(), 3);
    assert!(world.state().channels.is_empty());
    let unknown = world
        .gusset(&["plan", "--setup", "--target", "systems.shp"])
        .ends(1);
    assert!(
        unknown.stderr.contains("did you mean `systems.shop`"),
        "{unknown:?}"
    );
}
