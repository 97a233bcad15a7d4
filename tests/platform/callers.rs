//! Faults that end who calls, and faults of many calls: the stand-in's own.

use std::process::Command;

use libtest_mimic::Trial;
use stand_in::faults::KILLS;
use stand_in::state::State;

use super::shims::World;
use super::trial;

pub fn trials() -> Vec<Trial> {
    vec![
        trial("a_caller_in_another_group_is_killed", killed),
        trial("a_fault_can_be_of_every_call_from_one_on", from_one_on),
    ]
}

/// What a call in a session of its own does to the process that started it.
fn killed() {
    for kind in KILLS {
        for names_it in [false, true] {
            let mut world = World::new(&State::new());
            let faults = &mut world.variables;
            faults.insert("STAND_IN_FAULT".into(), format!("{kind}@2"));
            let create = "setsid versori projects create --name p -o json > answer";
            let script = format!(
                "{}; {create}; {create}; echo survived",
                if names_it {
                    "export STAND_IN_CALLER=$$"
                } else {
                    ":"
                }
            );
            let mut command = Command::new("/bin/sh");
            let path = std::env::var("PATH").unwrap_or_default();
            let bin = world.folder().parent().expect("a root").join("bin");
            let output = command
                .args(["-c", &script])
                .current_dir(world.folder())
                .env("PATH", format!("{}:{path}", bin.display()))
                .env("STAND_IN_STATE", world.state_path())
                .env("STAND_IN_LOG", world.log_path())
                .envs(&world.variables)
                .output()
                .expect("a shell");
            assert_eq!(output.status.code(), None, "{kind}: {output:?}");
            assert_eq!(output.stdout, b"", "{kind}");
            let done = if *kind == "kill-before" { 1 } else { 2 };
            assert_eq!(world.state().projects.len(), done, "{kind}");
            let answer = world.read("answer");
            let is_whole = answer.ends_with('}');
            assert_eq!(is_whole, *kind == "kill-after", "{kind}: {answer}");
            assert_eq!(world.calls().len(), 2, "{kind}");
        }
    }
}

fn from_one_on() {
    let mut world = World::new(&State::new());
    let create = ["projects", "create", "--name", "p", "-o", "json"];
    let code = |world: &World| world.run("versori", &create).status.code();
    let order = |world: &mut World, fault: &str| {
        let faults = &mut world.variables;
        faults.insert("STAND_IN_FAULT".into(), fault.into());
    };
    order(&mut world, "fail-before@2+");
    let codes = [code(&world), code(&world), code(&world)];
    assert_eq!(codes, [Some(0), Some(1), Some(1)]);
    assert_eq!(world.state().projects.len(), 1);
    // The count begins anew with the log.
    world.clear_log();
    order(&mut world, "fail-before@2,garbage@3");
    let codes = [code(&world), code(&world), code(&world)];
    assert_eq!(codes, [Some(0), Some(1), Some(0)]);
    assert_eq!(world.state().projects.len(), 3);
}
