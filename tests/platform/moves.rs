//! Renamings and deletions: what the steps say of them, and that scripts only go forward.

use gusset::contract::{Arg, check_script};
use gusset::emit::shell;
use gusset::execute::{Known, Listed, find};
use gusset::platform::{KeyLocation, Moved, ObjectKind, Platform, Removed};
use gusset::steps::{Address, Done, Ensure, EnvironmentSteps, Layer, Step, Test, describe};
use libtest_mimic::Trial;
use serde_json::json;

use super::fixtures::{api_key, automatic, everything, install, system};
use super::shims::World;
use super::trial;
use stand_in::state::State;

pub fn trials() -> Vec<Trial> {
    vec![
        trial("scripts_refuse_to_rename_a_system", system_moves),
        trial("scripts_speak_of_deletions_and_do_none", deletions),
        trial("removed_variables_leave_the_schema", variables_leave),
        trial(
            "a_renamed_environment_is_never_made_anew",
            environment_moves,
        ),
        trial("removed_objects_have_their_steps", removal_steps),
        trial("connections_of_any_rotation_are_found", rotations),
        trial(
            "scripts_with_moves_keep_to_the_contract",
            keeps_to_the_contract,
        ),
    ]
}

fn moved(kind: ObjectKind, from: &str, to: &str) -> Moved {
    Moved {
        kind,
        from: from.into(),
        to: to.into(),
        reason: "it is called so now".into(),
    }
}

fn removed(kind: ObjectKind, name: &str) -> Removed {
    Removed {
        kind,
        name: name.into(),
        reason: "nobody uses it".into(),
    }
}

/// The automatic platform, its shop called `store`.
fn renamed() -> Platform {
    let mut platform = automatic();
    platform.systems[0].name = "store".into();
    platform.moved = vec![moved(ObjectKind::System, "shop", "store")];
    platform
}

/// The automatic platform without its shop, its alerts and its limit.
fn reduced() -> Platform {
    let mut platform = automatic();
    platform.systems.remove(0);
    platform.alerts = None;
    let variables = platform.variables.as_mut().expect("variables");
    variables.properties.shift_remove("limit");
    platform.removed = vec![
        removed(ObjectKind::System, "shop"),
        removed(ObjectKind::Alerts, "orders-alerts"),
        removed(ObjectKind::Variable, "limit"),
        removed(ObjectKind::Environment, "staging"),
    ];
    platform
}

fn deployed() -> World {
    let world = World::new(&State::new());
    install(&world, &automatic());
    world.script("setup.sh", &[]).ends(0);
    world.script("deploy-production.sh", &[]).ends(0);
    world
}

fn system_moves() {
    let world = deployed();
    let before = world.state();
    let lock = world.read("gusset.lock");
    install(&world, &renamed());
    let run = world.script("setup.sh", &[]).ends(0);
    assert!(
        run.stderr
            .contains("by hand: rename the system shop to store"),
        "{run:?}"
    );
    assert_eq!(world.state(), before);
    assert_eq!(
        world.read("gusset.lock"),
        lock.replace("shop = ", "store = ")
    );
    for _ in 0..2 {
        let run = world.script("deploy-production.sh", &[]).ends(1);
        let told = "connection template store: it was called shop: gusset apply renames it";
        assert!(run.stderr.contains(told), "{run:?}");
        assert_eq!(world.state(), before);
    }
    // Once the template has its name, the connection of the former one is taken.
    let mut state = before;
    let templates = &mut state.projects[0].environments[0].templates;
    templates[0].name = "store".into();
    state.save(&world.state_path());
    world.script("deploy-production.sh", &[]).ends(0);
    let after = world.state();
    assert_eq!(after.connections, state.connections);
    assert_eq!(after.systems, state.systems);
    // A lock that set-up has not renamed yet serves as well.
    world.write("gusset.lock", &lock);
    world.script("deploy-production.sh", &[]).ends(0);
    assert_eq!(world.state(), after);
    // Without a lock and without templates, the organisation's system is the former one's.
    let mut state = world.state();
    state.projects[0].environments[0].templates.clear();
    state.save(&world.state_path());
    let unbound: String = lock
        .lines()
        .filter(|line| !line.starts_with("shop = "))
        .map(|line| format!("{line}\n"))
        .collect();
    world.write("gusset.lock", &unbound);
    let run = world.script("setup.sh", &[]).ends(1);
    assert!(run.stderr.contains("it was called shop"), "{run:?}");
    assert_eq!(world.state(), state);
}

fn deletions() {
    let world = deployed();
    let before = world.state();
    install(&world, &reduced());
    let setup = world.script("setup.sh", &[]).ends(0);
    let deploy = world.script("deploy-production.sh", &[]).ends(0);
    for told in [
        "by hand: remove the system shop from the organisation",
        "notification channel: to be removed, which gusset apply does",
        "by hand: remove the environment staging",
    ] {
        assert!(setup.stderr.contains(told), "{told}: {setup:?}");
    }
    for told in [
        "connection template shop: to be removed, which gusset apply does",
        "by hand: remove the connections of shop for production",
        "alerts: to be removed, which gusset apply does",
    ] {
        assert!(deploy.stderr.contains(told), "{told}: {deploy:?}");
    }
    // The schema of the variables is all that goes.
    let mut after = world.state();
    after.projects[0].variables = before.projects[0].variables.clone();
    assert_eq!(after, before);
}

fn variables_leave() {
    let none = json!({ "type": "object", "properties": {}, "required": [] });
    let both = json!({
        "type": "object",
        "properties": { "limit": { "type": "integer" }, "theirs": true },
        "required": ["limit", "theirs"],
        "additionalProperties": false,
    });
    let left = json!({
        "type": "object",
        "properties": { "theirs": true },
        "required": ["theirs"],
        "additionalProperties": false,
    });
    let world = deployed();
    let mut platform = automatic();
    platform.variables = None;
    platform.removed = vec![
        removed(ObjectKind::Variable, "limit"),
        removed(ObjectKind::Variable, "tenant"),
    ];
    install(&world, &platform);
    let run = world.script("deploy-production.sh", &[]).ends(0);
    assert!(run.stderr.contains("variables: setting it"), "{run:?}");
    assert_eq!(world.state().projects[0].variables, none);
    let before = world.state();
    world.script("deploy-production.sh", &[]).ends(0);
    assert_eq!(world.state(), before);
    let mut state = world.state();
    state.projects[0].variables = both;
    state.save(&world.state_path());
    world.script("deploy-production.sh", &[]).ends(0);
    assert_eq!(world.state().projects[0].variables, left);
}

fn environment_moves() {
    let world = deployed();
    let mut platform = automatic();
    platform.environments[0].name = "live".into();
    platform.environments[0].clone_from = Some("production".into());
    platform.moved = vec![moved(ObjectKind::Environment, "production", "live")];
    install(&world, &platform);
    let mut before = world.state();
    let run = world.script("deploy-live.sh", &[]).ends(4);
    assert!(
        run.stderr
            .contains("TO DO BY HAND: rename the environment production to live"),
        "{run:?}"
    );
    assert_eq!(world.state(), before);
    // The connections keep the names that they were made with.
    before.projects[0].environments[0].name = "live".into();
    before.save(&world.state_path());
    world.script("deploy-live.sh", &[]).ends(0);
    assert_eq!(world.state(), before);
}

fn find_step<'s>(steps: &'s [Step], at: &Address) -> &'s Step {
    let mut steps = steps.iter();
    steps
        .find(|step| step.at == *at)
        .unwrap_or_else(|| panic!("there is no {at}"))
}

fn removal_steps() {
    let steps = describe(&reduced()).expect("the platform can be described");
    let of = |at: &Address| find_step(&steps.setup, at);
    for at in [
        Address::RemovedSystem("shop".into()),
        Address::RemovedEnvironment("staging".into()),
        Address::Alerts,
    ] {
        let Ensure::Manual(manual) = &of(&at).ensure else {
            panic!("{at} is by hand");
        };
        assert!(matches!(manual.done, Done::Absent { .. }), "{at}");
        assert_eq!(manual.instructions[0], "Why: nobody uses it");
        assert_eq!(of(&at).layer, Layer::Setup);
    }
    // The channel waits for its links.
    assert_eq!(of(&Address::Channel).needs, [Address::Alerts]);
    let EnvironmentSteps { steps, .. } = &steps.environments[0];
    let template = Address::Template("shop".into());
    let mut calls = Vec::new();
    for at in [&template, &Address::Alerts] {
        let Ensure::Remove(remove) = &find_step(steps, at).ensure else {
            panic!("{at} is removed");
        };
        assert!(
            remove
                .call
                .args()
                .iter()
                .any(|(_, arg)| *arg == Arg::Id(at.clone()))
        );
        assert_eq!(remove.gone.len(), 1);
        calls.push(remove.call.command().path);
    }
    assert_eq!(
        calls,
        ["projects systems remove", "notifications project unlink"]
    );
    assert!(
        find_step(steps, &Address::Deployment)
            .needs
            .contains(&template)
    );
    let Ensure::Put(put) = &find_step(steps, &Address::Schema).ensure else {
        panic!("the schema is put");
    };
    let Some(Test::Schema { removed, .. }) = put.read.as_ref().map(|read| &read.test) else {
        panic!("the schema is compared");
    };
    assert_eq!(*removed, ["limit"]);
}

fn rotations() {
    let steps = describe(&reduced()).expect("the platform can be described");
    let at = Address::RemovedConnections("shop".into());
    let Ensure::Manual(manual) = &find_step(&steps.environments[0].steps, &at).ensure else {
        panic!("connections are removed by hand");
    };
    let Done::Absent { lookup } = &manual.done else {
        panic!("it is done when there are none");
    };
    let found = |name: &str| {
        let mut listed = Listed::default();
        listed.add(vec![json!({ "connectionName": name, "connectionId": "1" })]);
        let found = find(lookup, &listed, &Known::default()).expect("no ids are compared");
        found != gusset::execute::Found::Absent
    };
    for name in ["shop-production-r1", "shop-production-r12"] {
        assert!(found(name), "{name}");
    }
    for name in [
        "shop-production-r",
        "shop-production-r1x",
        "shop-production-eu-r1",
        "shop-staging-r1",
        "my-shop-production-r1",
    ] {
        assert!(!found(name), "{name}");
    }
}

fn keeps_to_the_contract() {
    let mut all = everything();
    all.systems[0].name = "store".into();
    all.systems[1].name = "store-incoming".into();
    all.environments[1].name = "test".into();
    all.environments[1].systems[0].system = "store".into();
    all.systems
        .push(system("new", api_key(KeyLocation::Header, "X-Token", "")));
    all.moved = vec![
        moved(ObjectKind::System, "shop", "store"),
        moved(ObjectKind::System, "shop-incoming", "store-incoming"),
        moved(ObjectKind::Environment, "staging", "test"),
        moved(ObjectKind::Variable, "shop", "tenant"),
    ];
    for platform in [renamed(), reduced(), all] {
        for artifact in shell::render(&platform).expect("the platform can be described") {
            if artifact.executable {
                let checked = check_script(&artifact.contents);
                assert_eq!(checked.breaches, [], "{}", artifact.path);
                // Whatever a script does, it deletes and renames nothing.
                for word in [
                    " remove --",
                    "project unlink",
                    " channels delete",
                    "--template=\"$template_store\" --name",
                ] {
                    assert!(
                        !artifact.contents.contains(word),
                        "{}: {word}",
                        artifact.path
                    );
                }
            }
        }
        let steps = describe(&platform).expect("the platform can be described");
        let mut bound: Vec<Address> = vec![Address::Project];
        bound.extend(
            platform
                .removed
                .iter()
                .map(|removed| Address::System(removed.name.clone())),
        );
        super::emitted::assert_ordered(&steps, &bound);
    }
}
