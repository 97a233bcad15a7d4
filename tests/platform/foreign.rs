//! What other projects have in the organisation fills the pages of lists.

use libtest_mimic::Trial;

use super::fixtures::{automatic, install};
use super::shims::World;
use super::trial;
use stand_in::state::{Channel, Connection, State, System};

pub fn trials() -> Vec<Trial> {
    vec![
        trial(
            "behind_25_systems_it_is_refused_until_ids_are_given",
            behind_25,
        ),
        trial("behind_some_systems_nothing_is_doubled", behind_some),
        trial("systems_of_one_name_are_refused", ambiguous),
        trial("a_system_of_another_domain_is_refused", other_domain),
        trial("behind_25_connections_it_is_refused", behind_connections),
        trial(
            "behind_25_projects_and_channels_it_is_refused",
            behind_projects,
        ),
    ]
}

fn assert_nothing_doubled(state: &State) {
    let mut names: Vec<String> = Vec::new();
    names.extend(state.systems.iter().map(|s| format!("system {}", s.name)));
    names.extend(state.projects.iter().map(|p| format!("project {}", p.name)));
    names.extend(state.channels.iter().map(|c| format!("channel {}", c.name)));
    names.extend(
        state
            .connections
            .iter()
            .map(|c| format!("connection {} {}", c.system, c.name)),
    );
    for project in &state.projects {
        for environment in &project.environments {
            let of = format!("{} {}", project.name, environment.name);
            names.extend(
                environment
                    .templates
                    .iter()
                    .map(|t| format!("template {of} {}", t.name)),
            );
        }
    }
    names.sort();
    for pair in names.windows(2) {
        assert_ne!(pair[0], pair[1]);
    }
}

fn behind_25() {
    let mut state = State::new();
    state.add_foreign_systems(25);
    let world = World::new(&state);
    install(&world, &automatic());
    for _ in 0..2 {
        let run = world.script("setup.sh", &[]).ends(1);
        assert!(run.stderr.contains("--system shop=ID"), "{run:?}");
        assert_eq!(world.state().systems.len(), 25);
    }
    // A person makes the systems and says which they are.
    let mut state = world.state();
    let mut arguments = Vec::new();
    for name in ["shop", "erp"] {
        let id = state.id();
        arguments.extend(["--system".to_owned(), format!("{name}={id}")]);
        state.systems.push(System {
            id,
            name: name.into(),
            domain: format!("{name}.example"),
            base_url: format!("https://{name}.example/v1"),
            schemes: Vec::new(),
        });
    }
    state.save(&world.state_path());
    let words: Vec<&str> = arguments.iter().map(String::as_str).collect();
    world.script("setup.sh", &words).ends(0);
    // Sent once; beyond the page it cannot be read, and the lock says that it was sent.
    world.clear_log();
    world.script("setup.sh", &[]).ends(0);
    assert!(
        !world
            .calls()
            .iter()
            .any(|argv| argv[1] == "add-auth-scheme")
    );
    world.script("deploy-production.sh", &[]).ends(0);
    let before = world.state();
    assert_eq!(before.systems.len(), 27);
    assert_nothing_doubled(&before);
    world.script("setup.sh", &[]).ends(0);
    world.script("deploy-production.sh", &[]).ends(0);
    assert_eq!(world.state(), before);
}

fn behind_some() {
    for count in 17..=21 {
        let mut state = State::new();
        state.add_foreign_systems(count);
        let world = World::new(&state);
        install(&world, &automatic());
        for _ in 0..3 {
            let run = world.script("setup.sh", &[]);
            let is_refused = run.code == Some(1) && run.stderr.contains("--system");
            assert!(run.code == Some(0) || is_refused, "{count}: {run:?}");
            assert_nothing_doubled(&world.state());
        }
    }
}

fn ambiguous() {
    let mut state = State::new();
    for _ in 0..2 {
        let id = state.id();
        state.systems.push(System {
            id,
            name: "erp".into(),
            domain: "erp.example".into(),
            base_url: String::new(),
            schemes: Vec::new(),
        });
    }
    let chosen = state.systems[1].id.clone();
    let world = World::new(&state);
    install(&world, &automatic());
    let run = world.script("setup.sh", &[]).ends(1);
    assert!(run.stderr.contains(&chosen), "{run:?}");
    world
        .script("setup.sh", &["--system", &format!("erp={chosen}")])
        .ends(0);
    assert!(
        world
            .read("gusset.lock")
            .contains(&format!("erp = \"{chosen}\""))
    );
    assert_eq!(world.state().systems.len(), 3);
}

fn other_domain() {
    let mut state = State::new();
    let id = state.id();
    state.systems.push(System {
        id,
        name: "erp".into(),
        domain: "another.example".into(),
        base_url: String::new(),
        schemes: Vec::new(),
    });
    let world = World::new(&state);
    install(&world, &automatic());
    let run = world.script("setup.sh", &[]).ends(1);
    assert!(run.stderr.contains("another domain"), "{run:?}");
    assert_eq!(world.state().systems[0], state.systems[0]);
}

fn behind_connections() {
    let world = World::new(&State::new());
    install(&world, &automatic());
    world.script("setup.sh", &[]).ends(0);
    let mut state = world.state();
    let system = state.systems[0].id.clone();
    for number in 0..25 {
        let id = state.id();
        state.connections.push(Connection {
            id,
            name: format!("theirs-{number}"),
            system: system.clone(),
            base_url: String::new(),
            credential: "string".into(),
            templates: Vec::new(),
            user: String::new(),
        });
    }
    state.save(&world.state_path());
    let run = world.script("deploy-production.sh", &[]).ends(1);
    assert!(run.stderr.contains("cut off"), "{run:?}");
    assert_eq!(world.state().connections.len(), 25);
}

fn behind_projects() {
    let mut state = State::new();
    for number in 0..25 {
        let id = state.id();
        state.projects.push(stand_in::state::Project {
            id,
            name: format!("theirs-{number}"),
            environments: Vec::new(),
            files: Vec::new(),
            variables: serde_json::Value::Null,
            versions: Vec::new(),
        });
        let id = state.id();
        state.channels.push(Channel {
            id,
            name: format!("theirs-{number}"),
            to: String::new(),
            cc: Vec::new(),
        });
    }
    let world = World::new(&state);
    install(&world, &automatic());
    let run = world.script("setup.sh", &[]).ends(1);
    assert!(run.stderr.contains("--adopt"), "{run:?}");
    assert_eq!(world.state().projects.len(), 25);
    state.projects.truncate(1);
    state.save(&world.state_path());
    let run = world.script("setup.sh", &[]).ends(1);
    assert!(run.stderr.contains("notification channel"), "{run:?}");
    assert_eq!(world.state().channels.len(), 25);
}
