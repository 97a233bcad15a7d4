//! The scripts, run by a real bash against the stand-in.

use std::process::Output;

use libtest_mimic::Trial;

use super::fixtures::{automatic, everything, install};
use super::shims::World;
use super::trial;
use crate::stand_in::state::State;

pub fn trials() -> Vec<Trial> {
    vec![
        trial("scripts_set_up_and_deploy", sets_up_and_deploys),
        trial("dump", dump),
    ]
}

fn dump() {
    let world = World::new(&State::new());
    install(&world, &everything());
    let _ = std::process::Command::new("cp")
        .args([
            "-r",
            world.folder().join("versori").to_str().unwrap(),
            "/tmp/dump",
        ])
        .status();
}

pub fn script(world: &World, name: &str, arguments: &[&str]) -> Output {
    let path = format!("versori/scripts/{name}");
    let mut words = vec![path.as_str()];
    words.extend(arguments);
    world.run("bash", &words)
}

fn sets_up_and_deploys() {
    let world = World::new(&State::new());
    install(&world, &automatic());
    let output = script(&world, "setup.sh", &[]);
    assert!(
        output.status.success(),
        "{}",
        String::from_utf8_lossy(&output.stderr)
    );
    eprintln!("{}", String::from_utf8_lossy(&output.stderr));
    let output = script(&world, "deploy-production.sh", &[]);
    eprintln!("{}", String::from_utf8_lossy(&output.stderr));
    assert!(
        output.status.success(),
        "{}",
        String::from_utf8_lossy(&output.stderr)
    );
    eprintln!("{:#?}", world.calls());
}
