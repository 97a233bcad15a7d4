//! Secrets are seen nowhere: not on the screen, not in a file, not in an argument.

use std::fs;
use std::path::Path;

use libtest_mimic::Trial;
use stand_in::state::State;

use super::super::trial;
use super::{MANIFEST, SECRETS, apply_all, built, environment_with, setup};

pub fn trials() -> Vec<Trial> {
    vec![
        trial("apply_shows_no_secret_of_the_environment", from_the_process),
        trial("apply_shows_no_secret_of_the_env_file", from_the_file),
        trial("apply_shows_no_secret_that_an_answer_repeats", from_answers),
    ]
}

/// All files below a folder that hold the word.
fn holding(folder: &Path, word: &str) -> Vec<String> {
    let mut found = Vec::new();
    for entry in fs::read_dir(folder).into_iter().flatten().flatten() {
        let path = entry.path();
        if path.is_symlink() {
            continue;
        }
        if path.is_dir() {
            found.extend(holding(&path, word));
        } else if String::from_utf8_lossy(&fs::read(&path).unwrap_or_default()).contains(word) {
            found.push(path.display().to_string());
        }
    }
    found
}

fn from_the_process() {
    let world = built(&State::new(), MANIFEST);
    let run = world.gusset(&["apply", "--setup", "--yes", "-vv"]).ends(0);
    let deployed = environment_with(&world, "production", &["-vv"]).ends(0);
    assert!(
        deployed.stderr.contains("versori connections create"),
        "calls are told"
    );
    let said = format!("{run:?}{deployed:?}{:?}", world.calls());
    assert!(!said.contains("canary"), "{said}");
    assert_eq!(holding(&world.root(), "canary"), Vec::<String>::new());
    apply_all(&world);
}

fn from_the_file() {
    let mut world = built(&State::new(), MANIFEST);
    world.variables.clear();
    let lines: String = SECRETS
        .iter()
        .map(|name| format!("{name}='file-canary'\n"))
        .collect();
    world.write("versori/.env.production", &lines);
    setup(&world).ends(0);
    let run = environment_with(&world, "production", &["-vv"]).ends(0);
    assert!(!format!("{run:?}{:?}", world.calls()).contains("file-canary"));
    let mine = world.folder().join("versori/.env.production");
    assert_eq!(
        holding(&world.root(), "file-canary"),
        [mine.display().to_string()]
    );
}

fn from_answers() {
    let mut world = built(&State::new(), MANIFEST);
    setup(&world).ends(0);
    let secret = world.variables["SHOP_API_KEY"].clone();
    world.variables.insert("STAND_IN_CANARY".into(), secret);
    let mut hidden = 0;
    for number in 1..12 {
        // The fault is counted from here.
        world.clear_log();
        world
            .variables
            .insert("STAND_IN_FAULT".into(), format!("fail-before@{number}"));
        let run = environment_with(&world, "production", &["-vv"]);
        let said = format!("{run:?}");
        assert!(!said.contains("canary-shop_api_key"), "{number}: {said}");
        hidden += usize::from(said.contains("[hidden]"));
    }
    assert!(hidden > 0, "answers repeat the secret");
    assert_eq!(
        holding(&world.state_folder(), "canary"),
        Vec::<String>::new()
    );
}
