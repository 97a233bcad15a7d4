//! Whatever goes wrong at whichever call, a further run ends in the same state.

use std::collections::BTreeSet;

use gusset::platform::{KeyLocation, Platform};
use libtest_mimic::Trial;

use super::fixtures::{api_key, install, platform, system};
use super::shims::World;
use super::trial;
use stand_in::faults::KINDS;
use stand_in::state::State;

pub fn trials() -> Vec<Trial> {
    KINDS
        .iter()
        .flat_map(|kind| {
            ["setup.sh", "deploy-production.sh"].map(|script| {
                trial(
                    &format!("{script}_survives_{kind}_at_every_call"),
                    move || {
                        survives(kind, script);
                    },
                )
            })
        })
        .collect()
}

fn small() -> Platform {
    platform(vec![system(
        "shop",
        api_key(KeyLocation::Header, "X-Token", ""),
    )])
}

/// The platform's and the lock's state with ids in order of appearance.
pub fn shape(world: &World) -> String {
    let mut state = world.state();
    state.clock = 0;
    // What is made at once is made in any order.
    state.systems.sort_by(|a, b| a.name.cmp(&b.name));
    state.connections.sort_by(|a, b| a.name.cmp(&b.name));
    for asset in &mut state.assets {
        asset.uploaded = 0;
    }
    for project in &mut state.projects {
        for environment in &mut project.environments {
            environment.templates.sort_by(|a, b| a.name.cmp(&b.name));
        }
        for version in &mut project.versions {
            version.created = 0;
        }
    }
    let text = format!("{state:#?}\n{}", world.read("gusset.lock"));
    let mut ids: Vec<&str> = Vec::new();
    let mut shape = String::new();
    for (number, part) in text.split("01K0").enumerate() {
        if number == 0 {
            shape.push_str(part);
            continue;
        }
        let (id, rest) = part.split_at(22);
        let at = ids
            .iter()
            .position(|known| *known == id)
            .unwrap_or_else(|| {
                ids.push(id);
                ids.len() - 1
            });
        shape.push_str(&format!("<id {at}>{rest}"));
    }
    shape
}

/// What a script starts from.
pub struct Start {
    state: State,
    lock: String,
}

/// Everything before the script has been done.
pub fn before(script: &str) -> Start {
    let world = World::new(&State::new());
    install(&world, &small());
    if script != "setup.sh" {
        world.script("setup.sh", &[]).ends(0);
    }
    Start {
        state: world.state(),
        lock: world.read("gusset.lock"),
    }
}

pub fn prepared(start: &Start) -> World {
    let world = World::new(&start.state);
    install(&world, &small());
    if !start.lock.is_empty() {
        world.write("gusset.lock", &start.lock);
    }
    world
}

/// Runs until it is through; follows what a refusal says to do.
pub fn finish(world: &World, script: &str) {
    let run = world.script(script, &[]);
    let adopt = run.stderr.split("--adopt ").nth(1);
    match (run.code, adopt) {
        (Some(0), _) => {}
        (Some(1), Some(rest)) => {
            let id = rest.split(';').next().unwrap_or_default();
            world.script(script, &["--adopt", id]).ends(0);
        }
        _ => panic!("{run:?}"),
    }
}

/// Whether a call changes nothing on the platform.
pub fn is_read(call: &[String]) -> bool {
    [
        "list",
        "list-connections",
        "details",
        "get",
        "show",
        "save",
        "files",
    ]
    .iter()
    .any(|word| call.iter().any(|argument| argument == word))
}

fn survives(kind: &str, script: &str) {
    let start = before(script);
    let clean = prepared(&start);
    clean.script(script, &[]).ends(0);
    let wanted = shape(&clean);
    let calls = clean.calls();
    assert!(
        calls.len() > 8,
        "the script calls something: {}",
        calls.len()
    );
    let mut seen = BTreeSet::new();
    for number in 1..=calls.len() {
        // Where nothing is changed, every kind of failure is the same as dying.
        if is_read(&calls[number - 1]) && matches!(kind, "die-before" | "fail-after") {
            continue;
        }
        let mut world = prepared(&start);
        world
            .variables
            .insert("STAND_IN_FAULT".into(), format!("{kind}@{number}"));
        let run = world.script(script, &[]);
        assert!(world.calls().len() >= number, "{kind}@{number}: {run:?}");
        if kind.starts_with("kill") {
            assert_eq!(run.code, None, "{kind}@{number} kills the script");
        }
        world.variables.clear();
        // A run depends on nothing but the platform and the lock.
        if !seen.insert(shape(&world)) {
            continue;
        }
        finish(&world, script);
        let had = shape(&world);
        assert_eq!(had, wanted, "{kind}@{number} {:?}", calls[number - 1]);
    }
}
