//! The stand-in's commands that are not in the recorded runs, by the contract.

mod by_people;
mod of_projects;
mod of_users;

use libtest_mimic::Trial;
use serde_json::Value;
use stand_in::state::State;
use stand_in::{Entry, read_log};

use super::shims::World;

pub fn trials() -> Vec<Trial> {
    let groups = [
        of_users::trials(),
        of_projects::trials(),
        by_people::trials(),
    ];
    groups.into_iter().flatten().collect()
}

struct Said {
    code: Option<i32>,
    stdout: String,
    stderr: String,
}

fn run(world: &World, words: &[&str]) -> Said {
    let output = world.run("versori", words);
    Said {
        code: output.status.code(),
        stdout: String::from_utf8(output.stdout).expect("UTF-8"),
        stderr: String::from_utf8(output.stderr).expect("UTF-8"),
    }
}

#[track_caller]
fn good(world: &World, words: &[&str]) -> String {
    let said = run(world, words);
    assert_eq!(said.code, Some(0), "{words:?}: {}", said.stderr);
    world.calls();
    said.stdout
}

#[track_caller]
fn json_of(world: &World, words: &[&str]) -> Value {
    let mut words = words.to_vec();
    words.extend(["-o", "json"]);
    let text = good(world, &words);
    serde_json::from_str(&text).unwrap_or_else(|error| panic!("{words:?}: {error}: {text}"))
}

/// It fails with this text, and that it does so is no breach of the contract.
#[track_caller]
fn fails(world: &World, words: &[&str], with: &str) {
    let said = run(world, words);
    assert_eq!(said.code, Some(1), "{words:?}: {}", said.stdout);
    assert!(said.stderr.contains(with), "{words:?}: {}", said.stderr);
    world.calls();
}

/// It is a breach of the contract of this kind, and changes nothing.
#[track_caller]
fn breaks(world: &World, words: &[&str], with: &str) {
    let before = world.state();
    world.clear_log();
    let said = run(world, words);
    let entries = read_log(&world.log_path());
    world.clear_log();
    let is_noted = entries
        .iter()
        .any(|entry| matches!(entry, Entry::Violation(what) if what.contains(with)));
    assert!(is_noted, "{words:?}: {entries:?} {}", said.stderr);
    assert_eq!(said.code, Some(1), "{words:?}");
    let mut after = world.state();
    after.clock = before.clock;
    assert_eq!(after, before, "{words:?}");
}

/// A project with one environment, a static and a dynamic template.
struct Place {
    world: World,
    project: String,
    /// Of the static and of the dynamic system.
    templates: [String; 2],
}

fn place() -> Place {
    let world = World::new(&State::new());
    let project = json_of(&world, &["projects", "create", "--name", "p"]);
    let project = project["id"].as_str().expect("an id").to_owned();
    for (name, dynamic) in [("shop", "false"), ("crm", "true")] {
        let system = json_of(
            &world,
            &[
                "systems",
                "create",
                "--name",
                name,
                "--domain",
                "s.example",
                "--template-base-url",
                "https://s.example",
            ],
        );
        let id = system["id"].as_str().expect("an id").to_owned();
        good(
            &world,
            &[
                "systems",
                "add-auth-scheme",
                "--system-id",
                &id,
                "--type",
                "none",
                "--name",
                "none",
            ],
        );
        json_of(
            &world,
            &[
                "projects",
                "systems",
                "add",
                "--project",
                &project,
                "--system",
                &id,
                "--name",
                name,
                "--environment",
                "production",
                &format!("--dynamic={dynamic}"),
            ],
        );
    }
    let state = world.state();
    let templates = &state.projects[0].environments[0].templates;
    let templates = [templates[0].id.clone(), templates[1].id.clone()];
    Place {
        world,
        project,
        templates,
    }
}

/// The words of a command with the project and its environment.
fn at<'a>(place: &'a Place, command: &'a str, more: &[&'a str]) -> Vec<&'a str> {
    let mut words: Vec<&str> = command.split(' ').collect();
    words.extend(["--project", &place.project, "--environment", "production"]);
    words.extend(more);
    words
}
