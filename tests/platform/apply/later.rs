//! After an apply: what runs, earlier versions, other environments, and what was cut off.

use libtest_mimic::Trial;
use serde_json::Value;
use stand_in::state::State;

use super::super::shims::World;
use super::super::trial;
use super::{MANIFEST, apply_all, built, environment, is_settled, rebuild, setup};

pub fn trials() -> Vec<Trial> {
    vec![
        trial("status_tells_what_runs_and_what_failed", status),
        trial("an_earlier_version_is_deployed_again", earlier),
        trial("a_version_is_promoted", promotion),
        trial("recover_settles_what_no_list_shows", recover),
        trial("one_environment_leaves_the_journal_of_another", journals),
    ]
}

fn running(world: &World, name: &str) -> String {
    let mut state = world.state();
    let id = state.environment("orders", name).deployed.clone().unwrap();
    let versions = &state.project("orders").versions;
    versions
        .iter()
        .find(|held| held.id == id)
        .unwrap()
        .name
        .clone()
}

fn status() {
    let world = built(&State::new(), MANIFEST);
    setup(&world).ends(0);
    let before = world.gusset(&["status"]).ends(0);
    assert!(before.stdout.contains("nothing is deployed"), "{before:?}");
    apply_all(&world);
    let mut state = world.state();
    state.log(
        ("orders", "production"),
        60,
        ("error", "The data was refused"),
    );
    let fields = &mut state.logs.last_mut().unwrap().fields;
    fields.insert("step".into(), "sent".into());
    fields.insert("problem".into(), "no such count".into());
    state.save(&world.state_path());
    let told = world
        .gusset(&["status", "--environment", "production"])
        .ends(0);
    for words in ["running g-", "which is the manifest's", "no changes"] {
        assert!(told.stdout.contains(words), "{words}: {told:?}");
    }
    let told = world.gusset(&["status", "--format", "json"]).ends(0);
    let report: Value = serde_json::from_str(&told.stdout).unwrap();
    assert_eq!(report["environments"].as_array().map(Vec::len), Some(2));
    let failure = &report["environments"][0]["errors"][0];
    assert_eq!(failure["step"], "sent", "{report}");
    let line = failure["sources"][0]["line"].as_u64().unwrap();
    let text = MANIFEST
        .lines()
        .nth(usize::try_from(line).unwrap() - 1)
        .unwrap();
    let next = MANIFEST
        .lines()
        .nth(usize::try_from(line).unwrap())
        .unwrap();
    assert!(format!("{text}{next}").contains("\"sent\""), "{text}");
}

fn earlier() {
    let world = built(&State::new(), MANIFEST);
    apply_all(&world);
    let first = running(&world, "production");
    rebuild(&world, &MANIFEST.replace("/counts", "/v2/counts"));
    environment(&world, "production").ends(0);
    assert_ne!(running(&world, "production"), first);
    let versions = world.state().projects[0].versions.len();
    let back = [
        "apply",
        "--environment",
        "production",
        "--yes",
        "--release",
        &first,
    ];
    world.gusset(&back).ends(0);
    assert_eq!(running(&world, "production"), first);
    assert_eq!(
        world.state().projects[0].versions.len(),
        versions,
        "none is made"
    );
    let again = world.gusset(&back).ends(0);
    assert!(again.stdout.contains("no changes"), "{again:?}");
    let words = [
        "apply",
        "--environment",
        "production",
        "--yes",
        "--release",
        "g-none",
    ];
    let unknown = world.gusset(&words).ends(1);
    assert!(unknown.stdout.contains("no version g-none"), "{unknown:?}");
    // The present files come back as any change does.
    environment(&world, "production").ends(0);
    assert_ne!(running(&world, "production"), first);
    environment(&world, "staging").ends(0);
    is_settled(&world);
}

fn promotion() {
    let world = built(&State::new(), MANIFEST);
    apply_all(&world);
    rebuild(&world, &MANIFEST.replace("/counts", "/v2/counts"));
    environment(&world, "staging").ends(0);
    let new = running(&world, "staging");
    assert_ne!(running(&world, "production"), new);
    let words = [
        "apply",
        "--environment",
        "production",
        "--yes",
        "--promote",
        "staging",
    ];
    world.gusset(&words).ends(0);
    assert_eq!(running(&world, "production"), new);
    is_settled(&world);
    let mut empty = world.state();
    empty.environment("orders", "staging").deployed = None;
    empty.save(&world.state_path());
    let none = world.gusset(&words).ends(1);
    assert!(none.stderr.contains("nothing to promote"), "{none:?}");
}

fn recover() {
    let mut state = State::new();
    state.add_foreign_systems(19);
    let mut world = built(&state, MANIFEST);
    // The second system fills the page, and the run is killed as soon as it is made.
    let words = ["apply", "--setup", "--yes", "--parallel", "1"];
    let clean = built(&state, MANIFEST);
    clean.gusset(&words);
    let creates: Vec<usize> = clean
        .calls()
        .iter()
        .enumerate()
        .filter(|(_, call)| call.starts_with(&["systems".into(), "create".into()]))
        .map(|(at, _)| at + 1)
        .collect();
    let last = *creates.last().unwrap();
    world
        .variables
        .insert("STAND_IN_FAULT".into(), format!("kill-during@{last}"));
    assert_eq!(world.gusset(&words).code, None);
    world.variables.remove("STAND_IN_FAULT");
    let systems = world.state().systems.len();
    let told = world.gusset(&["recover", "--setup"]);
    let name = world.state().systems.last().unwrap().name.clone();
    let id = world.state().systems.last().unwrap().id.clone();
    if told.code == Some(1) {
        assert!(
            told.stdout.contains(&format!("--made 'system {name}=ID'")),
            "{told:?}"
        );
        let made = format!("system {name}={id}");
        world
            .gusset(&["recover", "--setup", "--made", &made])
            .ends(0);
    } else {
        assert!(
            told.stdout
                .contains(&format!("system {name}: it was made: {id}")),
            "{told:?}"
        );
    }
    let run = world.gusset(&words);
    let made: Vec<String> = world
        .state()
        .systems
        .iter()
        .map(|one| one.name.clone())
        .collect();
    assert_eq!(
        made.iter().filter(|held| **held == name).count(),
        1,
        "{run:?}"
    );
    assert!(made.len() >= systems);
    // A person knows that the rest is not there, and says so.
    for other in ["shop", "erp", "audit"] {
        if !made.iter().any(|held| held == other) {
            let object = format!("system {other}");
            world.gusset(&["recover", "--setup", "--not-made", &object]);
        }
    }
    world.gusset(&words);
    let mut made: Vec<String> = world
        .state()
        .systems
        .iter()
        .map(|one| one.name.clone())
        .collect();
    assert_eq!(made.len(), 22, "{made:?}");
    made.sort();
    made.dedup();
    assert_eq!(made.len(), 22, "nothing is doubled");
}

fn journals() {
    let world = built(&State::new(), MANIFEST);
    apply_all(&world);
    // Production's run was killed after it had changed a connection.
    let folder = std::fs::read_dir(world.state_folder()).unwrap().next();
    let journal = folder.unwrap().unwrap().path().join("journal.jsonl");
    let line = "{\"environment\":\"production\",\"event\":\"stale\"}\n";
    std::fs::write(&journal, line).unwrap();
    rebuild(
        &world,
        &MANIFEST
            .replace(
                "https://staging.shop.example.com",
                "https://s2.shop.example.com",
            )
            .replace(
                "[environments.staging.systems.shop]",
                "[environments.staging.systems.shop]\nrotation = 2",
            ),
    );
    environment(&world, "staging").ends(0);
    assert_eq!(std::fs::read_to_string(&journal).unwrap(), line);
    let due = world
        .gusset(&["plan", "--environment", "production"])
        .ends(0);
    assert!(
        due.stdout.contains("an earlier run was cut off before it"),
        "{due:?}"
    );
    environment(&world, "production").ends(0);
    assert!(!journal.exists());
    is_settled(&world);
}
