//! Whatever goes wrong at whichever call, what is independent goes on, and a further run
//! ends in the same state.

use libtest_mimic::Trial;
use stand_in::faults::HANGS;
use stand_in::state::State;

use super::super::faults::{is_read, shape};
use super::super::shims::World;
use super::super::trial;
use super::{MANIFEST, built, environment, environment_with, setup, stride};

pub fn trials() -> Vec<Trial> {
    let kinds = [
        "die-before",
        "die-after",
        "fail-before",
        "fail-after",
        "garbage",
    ];
    let mut all: Vec<Trial> = kinds
        .into_iter()
        .map(|kind| {
            trial(&format!("apply_survives_{kind}_at_every_call"), move || {
                survives(kind, &[], true);
            })
        })
        .collect();
    for kind in HANGS {
        all.push(trial(&format!("apply_survives_a_{kind}"), move || {
            survives(kind, &["--timeout", "1"], false);
        }));
    }
    all.push(trial("what_is_independent_goes_on", independent));
    all
}

fn deployed() -> World {
    let world = built(&State::new(), MANIFEST);
    setup(&world).ends(0);
    world
}

fn survives(kind: &str, more: &[&str], at_reads: bool) {
    let start = deployed();
    let lock = start.read("gusset.lock");
    let fresh = || {
        let mut world = World::new(&start.state());
        world.variables.clone_from(&start.variables);
        world.copy_from(&start);
        world.write("gusset.lock", &lock);
        world
    };
    let clean = fresh();
    environment(&clean, "production").ends(0);
    let wanted = shape(&clean);
    let calls = clean.calls();
    for (at, call) in calls.iter().enumerate().step_by(stride(2)) {
        if is_read(call) && !at_reads {
            continue;
        }
        let mut world = fresh();
        world
            .variables
            .insert("STAND_IN_FAULT".into(), format!("{kind}@{}", at + 1));
        let words = [&["--parallel", "1"], more].concat();
        let run = environment_with(&world, "production", &words);
        assert!(matches!(run.code, Some(0 | 1)), "{kind}@{} {run:?}", at + 1);
        world.variables.remove("STAND_IN_FAULT");
        environment(&world, "production").ends(0);
        assert_eq!(shape(&world), wanted, "{kind}@{} {call:?}", at + 1);
    }
}

fn independent() {
    let mut world = deployed();
    world.variables.remove("SHOP_API_KEY");
    let run = environment(&world, "production").ends(1);
    for line in [
        "connection of shop: write SHOP_API_KEY into the env file",
        "Done:\n",
        "  connection template shop\n",
        "Not attempted:",
        "deployment: it needs the connection of shop",
    ] {
        assert!(run.stdout.contains(line), "{line}: {run:?}");
    }
    let state = world.state();
    assert_eq!(state.connections.len(), 2, "the other connections are made");
    assert_eq!(state.projects[0].versions.len(), 1);
    assert!(state.projects[0].environments[0].deployed.is_none());
}
