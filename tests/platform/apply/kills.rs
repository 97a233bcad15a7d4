//! Killed at any moment, a run is finished by the next: nothing is doubled, nothing lost.
//!
//! `GUSSET_KILLS=all` kills at every call, which takes long; the suite at some.

use std::collections::BTreeSet;
use std::fs;

use libtest_mimic::Trial;
use stand_in::faults::KILLS;
use stand_in::state::State;

use super::super::faults::shape;
use super::super::shims::{Ran, World};
use super::super::trial;
use super::{MANIFEST, built, stride};

pub fn trials() -> Vec<Trial> {
    let mut all = Vec::new();
    for kind in KILLS {
        for scope in [SETUP, DEPLOYMENT] {
            for journal in [true, false] {
                let word = if journal { "with" } else { "without" };
                let name = format!(
                    "apply_{}_survives_{kind}_{word}_journal",
                    scope[1].trim_start_matches('-')
                );
                all.push(trial(&name, move || small(kind, scope, journal)));
            }
        }
        all.push(trial(
            &format!("a_hundred_steps_survive_{kind}"),
            move || large(kind),
        ));
        all.push(trial(
            &format!("behind_25_systems_nothing_is_doubled_by_{kind}"),
            move || crowded(kind),
        ));
    }
    all
}

type Scope = &'static [&'static str];
const SETUP: Scope = &["apply", "--setup", "--yes"];
const DEPLOYMENT: Scope = &[
    "apply",
    "--environment",
    "production",
    "--yes",
    "--no-verify",
];

/// A platform and a folder before the run that is killed.
struct Start {
    state: State,
    lock: String,
    manifest: String,
}

impl Start {
    fn new(state: &State, manifest: String, scope: Scope) -> Self {
        let world = built(state, &manifest);
        if scope == DEPLOYMENT {
            world.gusset(SETUP).ends(0);
        }
        Self {
            state: world.state(),
            lock: world.read("gusset.lock"),
            manifest,
        }
    }

    /// A world as it was; `like` has the output already.
    fn again(&self, like: &World) -> World {
        let mut world = World::new(&self.state);
        world.variables.clone_from(&like.variables);
        world.variables.remove("STAND_IN_FAULT");
        world.copy_from(like);
        if self.lock.is_empty() {
            let _ = fs::remove_file(world.folder().join("gusset.lock"));
        } else {
            world.write("gusset.lock", &self.lock);
        }
        world
    }
}

/// Applies until it is through, and follows what a refusal says to do.
fn finish(world: &World, scope: Scope) {
    for _ in 0..4 {
        let run = world.gusset(scope);
        if run.code == Some(0) {
            return;
        }
        let Some(id) = adoptable(&run) else {
            panic!("{run:?}");
        };
        let words = [scope, &["--adopt", &id]].concat();
        if world.gusset(&words).code == Some(0) {
            return;
        }
    }
    panic!("it does not come to an end");
}

fn adoptable(run: &Ran) -> Option<String> {
    let rest = run.stdout.split("--adopt ").nth(1)?;
    Some(rest.chars().take(26).collect())
}

fn small(kind: &str, scope: Scope, journal: bool) {
    let start = Start::new(&State::new(), MANIFEST.to_owned(), scope);
    every(kind, scope, &start, journal, stride(3));
}

/// Kills at every `step`-th call, and finishes; gives how many calls a whole run makes.
fn every(kind: &str, scope: Scope, start: &Start, journal: bool, step: usize) -> usize {
    let model = built(&start.state, &start.manifest);
    let clean = start.again(&model);
    clean.gusset(scope).ends(0);
    let wanted = shape(&clean);
    let calls = clean.calls().len();
    assert!(calls > 8, "it calls something: {calls}");
    let mut seen = BTreeSet::new();
    let mut number = 1;
    while number <= calls {
        let mut world = start.again(&model);
        world
            .variables
            .insert("STAND_IN_FAULT".into(), format!("{kind}@{number}"));
        let run = world.gusset(scope);
        if world.calls().len() >= number {
            assert_eq!(run.code, None, "{kind}@{number} kills it: {run:?}");
        }
        world.variables.remove("STAND_IN_FAULT");
        if !journal {
            let _ = fs::remove_dir_all(world.state_folder());
        }
        // Without a journal, a run depends on nothing but the platform and the lock.
        if journal || seen.insert(shape(&world)) {
            finish(&world, scope);
            let had = shape(&world);
            let diff = gusset::project::unified("state", &wanted, &had);
            assert!(diff.is_empty(), "{kind}@{number}: {diff}");
        }
        number += step;
    }
    calls
}

/// A manifest with this many systems more.
pub fn large_manifest(systems: usize) -> String {
    let mut text = MANIFEST.to_owned();
    for number in 0..systems {
        text.push_str(&format!(
            r#"
[systems.more-{number}]
domain = "more-{number}.example.com"
auth   = {{ type = "none" }}

[workflows.more-{number}]
schedule = {{ cron = "0 3 * * *" }}

[[workflows.more-{number}.steps]]
id      = "stock"
system  = "shop"
get     = "/stock"
returns = "stock"

[[workflows.more-{number}.steps]]
system = "more-{number}"
post   = "/notes"
body   = "{{ amount: steps.stock.body.amount }}"
"#
        ));
    }
    text
}

fn large(kind: &str) {
    // Six steps a system: a hundred, and some for the rest.
    let manifest = large_manifest(14);
    let start = Start::new(&State::new(), manifest, DEPLOYMENT);
    let calls = every(kind, DEPLOYMENT, &start, false, stride(97));
    assert!(calls > 200, "a hundred steps make more calls than {calls}");
    every(kind, DEPLOYMENT, &start, true, stride(131));
}

/// A page of the organisation's systems is full: what it does not show may exist.
fn crowded(kind: &str) {
    let mut state = State::new();
    state.add_foreign_systems(25);
    let world = built(&state, MANIFEST);
    let run = world.gusset(SETUP).ends(1);
    assert!(run.stdout.contains("cut off"), "{run:?}");
    assert_eq!(world.state().systems.len(), 25, "nothing is made");
    // The page fills while it runs: what is made first is seen, what comes later is not.
    let mut state = State::new();
    state.add_foreign_systems(18);
    let start = Start::new(&state, MANIFEST.to_owned(), SETUP);
    let model = built(&start.state, MANIFEST);
    for number in (1..40).step_by(stride(4)) {
        let mut world = start.again(&model);
        world
            .variables
            .insert("STAND_IN_FAULT".into(), format!("{kind}@{number}"));
        world.gusset(SETUP);
        world.variables.remove("STAND_IN_FAULT");
        let run = world.gusset(SETUP);
        if let Some(id) = adoptable(&run) {
            world.gusset(&[SETUP, &["--adopt", &id]].concat());
        }
        let mut names: Vec<String> = world
            .state()
            .systems
            .into_iter()
            .map(|one| one.name)
            .collect();
        let all = names.len();
        names.sort();
        names.dedup();
        assert_eq!(names.len(), all, "{kind}@{number} doubles none");
    }
}
