//! The research document, as an asset of the project.

use std::fs;
use std::os::unix::fs::symlink;

use libtest_mimic::Trial;
use stand_in::state::State;

use super::super::shims::World;
use super::super::trial;
use super::{MANIFEST, apply_all, built, environment, in_order, is_settled, number_in, setup};

const FILE: &str = "versori/project/versori-research/research.md";

pub fn trials() -> Vec<Trial> {
    vec![
        trial("the_research_document_is_an_asset", is_sent),
        trial("a_research_document_of_another_size_is_sent", other_size),
        trial("scripts_send_the_research_document", by_script),
        trial("assets_that_cannot_be_read_are_told", unreadable),
        trial("a_research_document_that_is_refused_is_told", refused),
    ]
}

fn deployable() -> World {
    let world = built(&State::new(), MANIFEST);
    setup(&world).ends(0);
    world.clear_log();
    world
}

fn uploads(world: &World) -> usize {
    let calls = world.calls();
    let is_upload = |call: &&Vec<String>| call.iter().any(|word| word == "upload");
    calls.iter().filter(is_upload).count()
}

#[track_caller]
fn has_document(world: &World) {
    let assets = world.state().assets;
    let [asset] = assets.as_slice() else {
        panic!("one asset: {assets:?}");
    };
    assert_eq!(asset.name, "research.md");
    assert_eq!(asset.folder, "research/documents");
    assert_eq!(asset.content, world.read(FILE));
}

fn is_sent() {
    let world = built(&State::new(), MANIFEST);
    apply_all(&world);
    has_document(&world);
    // It is the project's: the second environment finds it.
    assert_eq!(uploads(&world), 1);
    is_settled(&world);
}

fn other_size() {
    let world = deployable();
    environment(&world, "production").ends(0);
    let mut state = world.state();
    state.assets[0].content.push('x');
    state.save(&world.state_path());
    let words = [
        "plan",
        "--environment",
        "production",
        "--detailed-exitcode",
        "-v",
    ];
    let plan = world.gusset(&words).ends(2);
    assert!(plan.stdout.contains("~ research document"), "{plan:?}");
    environment(&world, "production").ends(0);
    has_document(&world);
    // What the size does not tell, nothing does.
    state = world.state();
    state.assets[0].content.replace_range(0..1, "x");
    state.save(&world.state_path());
    world.gusset(&words).ends(0);
}

fn by_script() {
    let world = deployable();
    world.script("deploy-production.sh", &[]).ends(0);
    has_document(&world);
    world.script("deploy-production.sh", &[]).ends(0);
    environment(&world, "production").ends(0);
    assert_eq!(uploads(&world), 1);
}

fn is_deployed(world: &World) -> bool {
    world.state().projects[0].environments[0].deployed.is_some()
}

/// Where the host of assets refuses, all else is done.
fn unreadable() {
    let world = deployable();
    let real = world.root().join("real");
    fs::create_dir(&real).unwrap();
    symlink(std::env::current_exe().unwrap(), real.join("versori")).unwrap();
    let real = real.display();
    world.fake(
        "versori",
        &format!(
            "case \"$*\" in *'asset list'*) echo 'no such host' >&2; exit 1;; esac\nexec '{real}/versori' \"$@\""
        ),
    );
    let run = environment(&world, "production").ends(0);
    assert!(run.stderr.contains("left as it is"), "{run:?}");
    assert!(run.stderr.contains("no such host"), "{run:?}");
    assert!(is_deployed(&world));
    assert_eq!(uploads(&world), 0);
    let words = ["plan", "--environment", "production", "--detailed-exitcode"];
    world.gusset(&words).ends(0);
    let script = world.script("deploy-production.sh", &[]).ends(0);
    assert!(
        script.stderr.contains("it cannot be read, so it is left"),
        "{script:?}"
    );
}

fn refused() {
    let clean = deployable();
    in_order(&clean).ends(0);
    let number = number_in(&clean, &["projects", "asset", "upload"]);
    let mut world = deployable();
    let fault = format!("fail-before@{number}");
    world.variables.insert("STAND_IN_FAULT".into(), fault);
    let run = in_order(&world).ends(1);
    assert!(run.stderr.contains("research document: failed"), "{run:?}");
    assert!(run.stderr.contains("deployment: done"), "{run:?}");
    assert!(is_deployed(&world));
    world.variables.remove("STAND_IN_FAULT");
    in_order(&world).ends(0);
    has_document(&world);
}
