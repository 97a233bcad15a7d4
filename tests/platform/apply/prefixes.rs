//! Scripts and `apply` are two readings of the same steps: from every prefix of a run of
//! one, the other ends in the same state, ids aside. `GUSSET_KILLS=all` takes every prefix.

use libtest_mimic::Trial;
use stand_in::state::State;

use super::super::faults::shape;
use super::super::shims::World;
use super::super::trial;
use super::{MANIFEST, built, environment, setup, stride};

pub fn trials() -> Vec<Trial> {
    vec![
        trial("apply_goes_on_from_every_prefix_of_a_script", from_scripts),
        trial("scripts_go_on_from_every_prefix_of_apply", from_apply),
    ]
}

fn by_scripts(world: &World) -> Option<i32> {
    let run = world.script("setup.sh", &[]);
    let run = match run.stderr.split("--adopt ").nth(1) {
        Some(rest) if run.code == Some(1) => {
            let id: String = rest.chars().take(26).collect();
            world.script("setup.sh", &["--adopt", &id])
        }
        _ => run,
    };
    if run.code != Some(0) {
        return run.code;
    }
    world.script("deploy-production.sh", &[]).code
}

fn by_apply(world: &World) -> Option<i32> {
    let run = setup(world);
    let run = match run.stdout.split("--adopt ").nth(1) {
        Some(rest) if run.code == Some(1) => {
            let id: String = rest.chars().take(26).collect();
            world.gusset(&["apply", "--setup", "--yes", "--adopt", &id])
        }
        _ => run,
    };
    if run.code != Some(0) {
        return run.code;
    }
    environment(world, "production").code
}

type Run = fn(&World) -> Option<i32>;

/// Cuts `first` off at every call, and lets `then` go on.
fn goes_on(first: Run, then: Run, step: usize) {
    let model = built(&State::new(), MANIFEST);
    let fresh = || {
        let mut world = World::new(&State::new());
        world.variables.clone_from(&model.variables);
        world.copy_from(&model);
        world
    };
    let clean = fresh();
    assert_eq!(then(&clean), Some(0));
    let wanted = shape(&clean);
    let other = fresh();
    assert_eq!(first(&other), Some(0));
    assert_eq!(shape(&other), wanted, "whole runs end in the same state");
    let calls = other.calls().len();
    for number in (1..=calls).step_by(stride(step)) {
        let mut world = fresh();
        world
            .variables
            .insert("STAND_IN_FAULT".into(), format!("die-before@{number}+"));
        let end = first(&world);
        if world.calls().len() > number {
            assert_ne!(end, Some(0), "it is cut off at {number}");
        }
        world.variables.remove("STAND_IN_FAULT");
        assert_eq!(then(&world), Some(0), "cut off at {number}");
        assert_eq!(shape(&world), wanted, "cut off at {number}");
    }
}

fn from_scripts() {
    goes_on(by_scripts, by_apply, 9);
}

fn from_apply() {
    goes_on(by_apply, by_scripts, 11);
}
