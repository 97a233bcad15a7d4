//! The scripts, run by a real bash against the stand-in.

use std::collections::BTreeMap;
use std::fs;

use gusset::platform::{Environment, KeyLocation};
use libtest_mimic::Trial;
use serde_json::json;

use super::fixtures::{FILES, api_key, automatic, everything, install, platform, secrets, system};
use super::shims::World;
use super::trial;
use stand_in::state::{Connection, Context, State, System};

pub fn trials() -> Vec<Trial> {
    vec![
        trial("a_second_run_changes_nothing_and_says_so", second_run),
        trial("every_scheme_is_set_up_and_deployed", every_scheme),
        trial("deployment_waits_until_it_runs", waits),
        trial("deployment_refuses_without_set_up", refuses_without_set_up),
        trial("another_organisation_is_refused", other_organisation),
        trial("an_unbound_project_is_adopted_only_by_order", adopts),
        trial(
            "only_the_generated_files_are_uploaded",
            only_generated_files,
        ),
        trial("variables_of_others_stay", variables_stay),
        trial("a_changed_base_url_asks_for_a_rotation", base_url),
        trial("a_changed_scheme_asks_for_a_rotation", scheme_changes),
        trial(
            "a_scheme_is_not_sent_again_over_a_persons_entries",
            scheme_stays,
        ),
        trial("an_environment_needs_something_to_clone", clone_from),
        trial("options_are_checked", options),
    ]
}

/// Set up and deployed to production.
fn deployed(world: &World) {
    world.script("setup.sh", &[]).ends(0);
    world.script("deploy-production.sh", &[]).ends(0);
}

fn second_run() {
    let world = World::new(&State::new());
    install(&world, &automatic());
    let setup = world.script("setup.sh", &[]);
    assert!(
        setup.stderr.contains("set-up: done; changes: 6"),
        "{setup:?}"
    );
    assert_eq!(setup.stdout, "", "scripts are quiet on standard output");
    let lock = world.read("gusset.lock");
    let state = world.state();
    let id = |name: &str| {
        let mut systems = state.systems.iter();
        systems
            .find(|s| s.name == name)
            .map(|s| s.id.clone())
            .expect("a system")
    };
    assert_eq!(
        lock,
        format!(
            "# Binds the names of integration.toml to ids of the platform. Written by set-up; commit it.\n\
             organisation = \"{}\"\nproject = \"{}\"\n\n[systems]\nerp = \"{}\"\nshop = \"{}\"\n",
            state.contexts[0].organisation,
            state.projects[0].id,
            id("erp"),
            id("shop"),
        )
    );
    world
        .script("deploy-production.sh", &["--commit", "abc123"])
        .ends(0);
    let before = world.state();
    assert_eq!(before.projects[0].versions[0].description, "commit abc123");
    assert_eq!(before.projects[0].environments[0].status, "running");
    let again = world.script("setup.sh", &[]);
    assert!(
        again.stderr.contains("nothing was made or changed"),
        "{again:?}"
    );
    let again = world.script("deploy-production.sh", &[]);
    assert!(
        again.stderr.contains("nothing was made or changed"),
        "{again:?}"
    );
    assert_eq!(world.state(), before);
    assert_eq!(world.read("gusset.lock"), lock);
    // Renewed only by order.
    world.clear_log();
    world
        .script("deploy-production.sh", &["--redeploy"])
        .ends(0);
    assert!(
        world
            .calls()
            .iter()
            .any(|argv| argv[..3] == ["projects", "versions", "deploy"])
    );
}

fn every_scheme() {
    let platform = everything();
    let world = World::new(&State::new());
    install(&world, &platform);
    world.script("setup.sh", &[]).ends(0);
    let first = world.script("deploy-production.sh", &[]).ends(4);
    for title in ["shop-incoming", "books", "mutual"] {
        let told = format!("TO DO BY HAND: connect {title} by hand");
        assert!(first.stderr.contains(&told), "{first:?}");
    }
    assert!(first.stderr.contains("deployment: waits"), "{first:?}");
    // What does not wait is done: the version is there, and seven connections are.
    let mut state = world.state();
    assert_eq!(state.projects[0].versions.len(), 1);
    assert_eq!(state.projects[0].environments[0].deployed, None);
    let credentials: BTreeMap<&str, &str> = state
        .connections
        .iter()
        .map(|c| (c.name.as_str(), c.credential.as_str()))
        .collect();
    assert_eq!(
        credentials,
        BTreeMap::from([
            ("basic-production-r1", "basic-auth"),
            ("client-production-r1", "oauth2-client"),
            ("cookie-key-production-r1", "string"),
            ("open-production-r1", "none"),
            ("password-production-r1", "oauth2-password"),
            ("query-key-production-r1", "string"),
            ("shop-production-r1", "string"),
        ])
    );
    let template = |state: &State, name: &str| {
        let mut templates = state.projects[0].environments[0].templates.iter();
        templates
            .find(|t| t.name == name)
            .cloned()
            .expect("a template")
    };
    assert!(template(&state, "crm-users").dynamic);
    assert!(!template(&state, "shop").dynamic);
    // A person connects what the command line cannot; one is not linked yet.
    for (name, is_linked) in [("shop-incoming", false), ("books", true), ("mutual", true)] {
        let template = template(&state, name);
        let id = state.id();
        state.connections.push(Connection {
            id,
            name: format!("{name}-production-r1"),
            system: template.system,
            base_url: format!("https://{name}.example/v1/"),
            credential: "by hand".into(),
            templates: if is_linked {
                vec![template.id]
            } else {
                Vec::new()
            },
            user: String::new(),
        });
    }
    state.save(&world.state_path());
    let second = world.script("deploy-production.sh", &[]).ends(0);
    assert!(!second.stderr.contains("BY HAND"), "{second:?}");
    let state = world.state();
    let incoming = template(&state, "shop-incoming");
    assert!(
        state
            .connections
            .iter()
            .any(|c| c.templates.contains(&incoming.id))
    );
    assert_eq!(state.projects[0].environments[0].status, "running");

    // The second environment: cloned, with its pool, resources, base URL and rotation.
    let staging = world.script("deploy-staging.sh", &[]).ends(4);
    assert!(staging.stderr.contains("tenant = \"t-1\""), "{staging:?}");
    let state = world.state();
    let environment = &state.projects[0].environments[1];
    assert_eq!(
        (environment.name.as_str(), environment.pool.as_str()),
        ("staging", "aws")
    );
    assert_eq!(
        environment.config["deploymentSpec"],
        json!({
            "autoscaling": { "maxReplicas": 3 },
            "replicas": 1,
            "resources": {
                "limits": { "cpu": "500m", "memory": "256Mi" },
                "requests": { "cpu": "500m", "memory": "256Mi" },
            },
        })
    );
    let mut connections = state.connections.iter();
    let shop = connections
        .find(|c| c.name == "shop-staging-r2")
        .expect("the rotated one");
    assert_eq!(shop.base_url, "https://staging.shop.example/v1");
    // What cannot be read back, a person says.
    let line = staging
        .stderr
        .split_whitespace()
        .find(|word| word.starts_with("GUSSET_VALUES_SET="))
        .expect("the line to write")
        .to_owned();
    let env_file = world.read("versori/.env.staging");
    world.write("versori/.env.staging", &format!("{env_file}{line}\n"));
    let staging = world.script("deploy-staging.sh", &[]).ends(4);
    assert!(!staging.stderr.contains("tenant = "), "{staging:?}");
    assert!(
        staging.stderr.contains("waiting for steps by hand: 3"),
        "{staging:?}"
    );
}

fn waits() {
    let mut world = World::new(&State::new());
    install(&world, &automatic());
    world.variables.insert("STAND_IN_SLOW".into(), "3".into());
    deployed(&world);
    assert_eq!(world.state().projects[0].environments[0].status, "running");
}

fn refuses_without_set_up() {
    let world = World::new(&State::new());
    install(&world, &automatic());
    let before = world.state();
    let run = world.script("deploy-production.sh", &[]).ends(1);
    assert!(run.stderr.contains("run setup.sh first"), "{run:?}");
    assert_eq!(world.state(), before);
    // One system is missing in the lock.
    world.script("setup.sh", &[]).ends(0);
    let before = world.state();
    let lock = world.read("gusset.lock");
    let cut: Vec<&str> = lock
        .lines()
        .filter(|line| !line.starts_with("erp"))
        .collect();
    world.write("gusset.lock", &cut.join("\r\n"));
    let run = world.script("deploy-production.sh", &[]).ends(1);
    assert!(run.stderr.contains("no system erp"), "{run:?}");
    assert_eq!(world.state(), before);
    world.write("gusset.lock", "project: 1\n");
    let run = world.script("deploy-production.sh", &[]).ends(1);
    assert!(run.stderr.contains("cannot be read"), "{run:?}");
    // A scheme that has changed since.
    world.write("gusset.lock", &lock);
    let mut changed = automatic();
    changed.systems[0].scheme = api_key(KeyLocation::Header, "X-Other", "");
    install(&world, &changed);
    let run = world.script("deploy-production.sh", &[]).ends(1);
    assert!(run.stderr.contains("run set-up first"), "{run:?}");
    deployed(&world);
}

fn other_organisation() {
    let world = World::new(&State::new());
    install(&world, &automatic());
    deployed(&world);
    let mut state = world.state();
    let organisation = state.id();
    state.contexts.push(Context {
        name: "other".into(),
        organisation,
    });
    state.active_context = "other".into();
    state.save(&world.state_path());
    for script in ["setup.sh", "deploy-production.sh"] {
        world.clear_log();
        let run = world.script(script, &[]).ends(1);
        assert!(run.stderr.contains("is of the organisation"), "{run:?}");
        assert_eq!(world.calls().len(), 1, "only the context is read");
        assert_eq!(world.state(), state);
        world.clear_log();
        world.script(script, &["--context", "work"]).ends(0);
        let calls = world.calls();
        assert!(
            calls
                .iter()
                .all(|argv| argv.contains(&"--context=work".to_owned()))
        );
    }
}

fn adopts() {
    let world = World::new(&State::new());
    install(&world, &automatic());
    deployed(&world);
    let before = world.state();
    fs::remove_file(world.folder().join("gusset.lock")).expect("the lock is there");
    let run = world.script("setup.sh", &[]).ends(1);
    let adopt = format!("--adopt {}", before.projects[0].id);
    assert!(run.stderr.contains(&adopt), "{run:?}");
    assert_eq!(world.state(), before);
    let words: Vec<&str> = adopt.split(' ').collect();
    world.script("setup.sh", &words).ends(0);
    world.script("deploy-production.sh", &[]).ends(0);
    assert_eq!(world.state(), before);
}

fn only_generated_files() {
    let world = World::new(&State::new());
    install(&world, &automatic());
    world.script("setup.sh", &[]).ends(0);
    let refused = |said: &str| {
        let run = world.script("deploy-production.sh", &[]).ends(1);
        assert!(run.stderr.contains(said), "{run:?}");
        assert_eq!(world.state().projects[0].versions, []);
    };
    world.write("versori/project/.env", "SECRET=canary\n");
    refused("not generated: .env");
    world.write("versori/project/.gitignore", ".env*\n.gitignore\n");
    let (path, text) = FILES[1];
    fs::remove_file(world.folder().join("versori/project").join(path)).expect("a file");
    refused("missing: src/index.ts");
    world.write(&format!("versori/project/{path}"), "export const x = 1;\n");
    refused("src/index.ts was changed");
    world.write(&format!("versori/project/{path}"), text);
    world.script("deploy-production.sh", &[]).ends(0);
    let uploaded: Vec<String> = world.state().projects[0].versions[0]
        .files
        .iter()
        .map(|(path, _)| path.clone())
        .collect();
    let generated: Vec<&str> = FILES.iter().map(|(path, _)| *path).collect();
    assert_eq!(uploaded, generated);
}

fn variables_stay() {
    let world = World::new(&State::new());
    install(&world, &automatic());
    world.script("setup.sh", &[]).ends(0);
    let mut state = world.state();
    state.projects[0].variables = json!({
        "type": "object",
        "properties": { "theirs": { "type": "string" }, "tenant": { "type": "integer" } },
        "required": ["theirs", "tenant"],
        "additionalProperties": false,
    });
    state.save(&world.state_path());
    world.script("deploy-production.sh", &[]).ends(0);
    let schema = &world.state().projects[0].variables;
    assert_eq!(schema["properties"]["theirs"], json!({ "type": "string" }));
    assert_eq!(schema["properties"]["tenant"], json!({ "type": "string" }));
    assert_eq!(schema["required"], json!(["tenant", "theirs"]));
    assert_eq!(schema["additionalProperties"], json!(false));
}

fn base_url() {
    let world = World::new(&State::new());
    let mut platform = automatic();
    install(&world, &platform);
    deployed(&world);
    let before = world.state();
    let mut values = gusset::platform::SystemValues {
        system: "shop".into(),
        base_url: "https://shop.example/v2".into(),
        rotation: 1,
    };
    platform.environments[0].systems = vec![values.clone()];
    install(&world, &platform);
    let run = world.script("deploy-production.sh", &[]).ends(1);
    assert!(
        run.stderr.contains("write rotation = 2 for shop"),
        "{run:?}"
    );
    assert_eq!(world.state(), before);
    values.rotation = 2;
    platform.environments[0].systems = vec![values];
    install(&world, &platform);
    world.clear_log();
    let run = world.script("deploy-production.sh", &[]).ends(0);
    assert!(
        run.stderr.contains("the earlier connection of shop"),
        "{run:?}"
    );
    let state = world.state();
    assert!(
        state
            .connections
            .iter()
            .any(|c| c.name == "shop-production-r2")
    );
    // What runs is renewed, so that it uses the new connection.
    assert!(
        world
            .calls()
            .iter()
            .any(|argv| argv[..3] == ["projects", "versions", "deploy"])
    );
}

fn scheme_changes() {
    // The organisation's system has another scheme first.
    let mut state = State::new();
    let id = state.id();
    state.systems.push(System {
        id,
        name: "shop".into(),
        domain: "shop.example".into(),
        base_url: "https://elsewhere.example".into(),
        schemes: vec![
            json!({ "basicAuth": { "description": "", "id": "theirs" }, "type": "basic-auth" }),
        ],
    });
    let world = World::new(&state);
    let mut platform = platform(vec![system("shop", api_key(KeyLocation::Header, "X", ""))]);
    install(&world, &platform);
    deployed(&world);
    let state = world.state();
    assert_eq!(
        state.systems.len(),
        1,
        "the unique system of that name is taken"
    );
    assert_eq!(state.systems[0].schemes.len(), 2);
    assert_eq!(state.connections[0].credential, "string");
    platform.systems[0].scheme = gusset::platform::Scheme::BasicAuth;
    install(&world, &platform);
    world.script("setup.sh", &[]).ends(0);
    let before = world.state();
    let run = world.script("deploy-production.sh", &[]).ends(1);
    assert!(
        run.stderr.contains("write rotation = 2 for shop"),
        "{run:?}"
    );
    assert_eq!(world.state(), before);
    platform.environments[0].systems = vec![gusset::platform::SystemValues {
        system: "shop".into(),
        base_url: "https://shop.example/v1".into(),
        rotation: 2,
    }];
    install(&world, &platform);
    world.script("deploy-production.sh", &[]).ends(0);
    assert_eq!(world.state().connections[1].credential, "basic-auth");
}

fn scheme_stays() {
    let world = World::new(&State::new());
    install(&world, &everything());
    world.script("setup.sh", &[]).ends(0);
    world.script("deploy-production.sh", &[]).ends(4);
    let mut state = world.state();
    let books = state
        .systems
        .iter_mut()
        .find(|s| s.name == "books")
        .expect("books");
    books.schemes[0]["oauth2"]["grant"]["authorizationCode"]["clientId"] = json!("entered");
    state.save(&world.state_path());
    world.script("setup.sh", &[]).ends(0);
    assert_eq!(world.state().systems, state.systems);
    // Beyond the first page they are read through the project's templates.
    let mut behind = State {
        clock: state.clock,
        ..State::default()
    };
    behind.add_foreign_systems(25);
    state.clock = behind.clock;
    state.systems.splice(0..0, behind.systems);
    state.save(&world.state_path());
    let run = world.script("setup.sh", &[]).ends(0);
    assert!(
        run.stderr.contains("nothing was made or changed"),
        "{run:?}"
    );
    assert_eq!(world.state().systems, state.systems);
}

fn clone_from() {
    let world = World::new(&State::new());
    let mut platform = automatic();
    platform.environments.push(Environment {
        name: "staging".into(),
        ..Environment::default()
    });
    install(&world, &platform);
    world.script("setup.sh", &[]).ends(0);
    let before = world.state();
    let run = world.script("deploy-staging.sh", &[]).ends(1);
    assert!(run.stderr.contains("clone_from"), "{run:?}");
    assert_eq!(world.state(), before);
}

fn options() {
    let mut world = World::new(&State::new());
    install(&world, &automatic());
    for (script, arguments) in [
        ("setup.sh", &["--bogus"][..]),
        ("setup.sh", &["--adopt"]),
        ("deploy-production.sh", &["now"]),
        ("deploy-production.sh", &["--commit"]),
    ] {
        world.script(script, arguments).ends(64);
    }
    world.script("setup.sh", &["--adopt", "it"]).ends(1);
    world.script("setup.sh", &["--system", "shop"]).ends(1);
    assert_eq!(
        world.calls().len(),
        0,
        "nothing is called with wrong options"
    );
    // Without an env file, secrets come from the process environment.
    fs::remove_file(world.folder().join("versori/.env.production")).expect("an env file");
    world.script("setup.sh", &[]).ends(0);
    let run = world.script("deploy-production.sh", &[]).ends(1);
    assert!(
        run.stderr.contains("variable \"SHOP_API_KEY\" not found"),
        "{run:?}"
    );
    world.variables.extend(secrets(&automatic()));
    world.script("deploy-production.sh", &[]).ends(0);
}
