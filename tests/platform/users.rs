//! Users with connections of their own, and their activations.

use gusset::contract::check_script;
use gusset::emit::shell;
use gusset::platform::{
    Environment, Grant, KeyLocation, Moved, ObjectKind, Platform, SystemValues, User,
};
use gusset::steps::{all_credentials, describe, variables_file};
use libtest_mimic::Trial;
use serde_json::{Value, json};
use stand_in::state::{Connection, State};

use super::fixtures::{api_key, automatic, install, oauth2, secrets, system};
use super::shims::World;
use super::trial;

pub fn trials() -> Vec<Trial> {
    vec![
        trial("users_are_activated_once", activated_once),
        trial("changed_values_of_users_are_set_exactly", values),
        trial("a_rotation_of_a_user_makes_a_connection", rotation),
        trial("connections_of_users_keep_their_names", renamed),
        trial("a_person_connects_for_a_user", by_hand),
        trial("a_user_of_another_name_is_told", other_name),
        trial("odd_external_ids_arrive_intact", odd_ids),
        trial("behind_25_users_it_is_refused", behind_25),
    ]
}

fn user(id: &str, variables: &[(&str, Value)]) -> User {
    User {
        external_id: id.into(),
        display_name: format!("The shop of {id}"),
        variables: variables
            .iter()
            .map(|(name, value)| ((*name).to_owned(), value.clone()))
            .collect(),
        systems: vec![SystemValues {
            system: "crm".into(),
            base_url: "https://one.crm.example".into(),
            rotation: 1,
        }],
    }
}

/// The automatic platform and a system that each of these users connects.
fn platform(users: Vec<User>) -> Platform {
    let mut platform = automatic();
    let mut crm = system(
        "crm",
        api_key(KeyLocation::Header, "Authorization", "Bearer "),
    );
    crm.per_user = true;
    platform.systems.push(crm);
    platform.environments = vec![Environment {
        name: "production".into(),
        users,
        ..Environment::default()
    }];
    platform
}

fn deployed(platform: &Platform) -> World {
    let world = World::new(&State::new());
    install(&world, platform);
    world.script("setup.sh", &[]).ends(0);
    world.script("deploy-production.sh", &[]).ends(0);
    world
}

fn variables(state: &State, at: usize) -> Value {
    json!(state.activations[at].variables)
}

fn activated_once() {
    let platform = platform(vec![
        user("ada", &[("tenant", json!("1")), ("limit", json!(3))]),
        user("bob", &[("tenant", json!("true"))]),
    ]);
    for script in shell::render(&platform).expect("the platform can be described") {
        if script.executable {
            let checked = check_script(&script.contents);
            assert_eq!(checked.breaches, [], "{}", script.path);
        }
    }
    let steps = describe(&platform).expect("the platform can be described");
    super::emitted::assert_ordered(&steps, &[]);
    // What is about a user is found where the manifest declares the user.
    for step in &steps.environments[0].steps {
        let object = gusset::plan::object(&step.at);
        if object.to_string().ends_with("ada") {
            assert_eq!(
                object.part("production"),
                "environments.production.users.ada"
            );
        }
    }
    let world = deployed(&platform);
    let state = world.state();
    assert_eq!(state.users.len(), 2);
    assert_eq!(state.activations.len(), 2);
    assert_eq!(variables(&state, 0), json!({ "limit": 3, "tenant": "1" }));
    assert_eq!(variables(&state, 1), json!({ "tenant": "true" }));
    // One connection for each template: their own, and those that all share.
    assert_eq!(state.activations[0].connections.len(), 3);
    let own: Vec<&Connection> = state
        .connections
        .iter()
        .filter(|c| !c.user.is_empty())
        .collect();
    let names: Vec<&str> = own.iter().map(|c| c.name.as_str()).collect();
    assert_eq!(names, ["crm-production-ada-r1", "crm-production-bob-r1"]);
    assert!(own.iter().all(|c| c.base_url == "https://one.crm.example"));
    let before = world.state();
    let again = world.script("deploy-production.sh", &[]).ends(0);
    assert!(
        again.stderr.contains("nothing was made or changed"),
        "{again:?}"
    );
    assert_eq!(world.state(), before);
    // Secrets of users are in the example, and nowhere else.
    let example = world.read("versori/.env.example");
    for name in ["CRM_ADA_API_KEY=''", "CRM_BOB_API_KEY=''", "# crm of ada"] {
        assert!(example.contains(name), "{example}");
    }
}

fn values() {
    let odd = json!({ "a": [1.0, "b"], "c": null });
    let mut all = platform(vec![user(
        "ada",
        &[("tenant", json!("x")), ("limit", json!(3))],
    )]);
    let schema = all.variables.as_mut().expect("variables");
    schema.properties.insert("odd".into(), json!({}));
    schema
        .properties
        .insert("flag".into(), json!({ "type": "boolean" }));
    let world = deployed(&all);
    all.environments[0].users[0] = user(
        "ada",
        &[
            ("tenant", json!("12")),
            ("limit", json!(3.0)),
            ("odd", odd.clone()),
            ("flag", json!(false)),
        ],
    );
    install(&world, &all);
    world.clear_log();
    world.script("deploy-production.sh", &[]).ends(0);
    let state = world.state();
    assert_eq!(
        variables(&state, 0),
        json!({ "tenant": "12", "limit": 3, "odd": odd, "flag": false })
    );
    let sent: Vec<String> = world
        .calls()
        .into_iter()
        .filter(|argv| argv[2] == "set-variable")
        .map(|argv| argv.join(" "))
        .collect();
    assert_eq!(sent.len(), 3, "{sent:?}");
    let before = world.state();
    world.script("deploy-production.sh", &[]).ends(0);
    assert_eq!(world.state(), before);
}

fn rotation() {
    let mut all = platform(vec![user("ada", &[("tenant", json!("x"))])]);
    let world = deployed(&all);
    let values = &mut all.environments[0].users[0].systems[0];
    values.base_url = "https://two.crm.example".into();
    install(&world, &all);
    let run = world.script("deploy-production.sh", &[]).ends(1);
    let told = "write rotation = 2 for crm below the user ada";
    assert!(run.stderr.contains(told), "{run:?}");
    all.environments[0].users[0].systems[0].rotation = 2;
    install(&world, &all);
    let run = world.script("deploy-production.sh", &[]).ends(0);
    assert!(
        run.stderr
            .contains("choose the connection crm-production-ada-r2"),
        "{run:?}"
    );
    let state = world.state();
    assert_eq!(state.activations.len(), 1);
    let names: Vec<&str> = state.connections.iter().map(|c| c.name.as_str()).collect();
    assert!(names.contains(&"crm-production-ada-r2"), "{names:?}");
}

fn renamed() {
    let mut all = platform(vec![user("ada", &[("tenant", json!("x"))])]);
    let world = deployed(&all);
    all.systems.last_mut().expect("a system").name = "sales".into();
    all.environments[0].users[0].systems[0].system = "sales".into();
    all.environments[0].name = "live".into();
    let moved = |kind, from: &str, to: &str| Moved {
        kind,
        from: from.into(),
        to: to.into(),
        reason: "so".into(),
    };
    all.moved = vec![
        moved(ObjectKind::System, "crm", "sales"),
        moved(ObjectKind::Environment, "production", "live"),
    ];
    install(&world, &all);
    world.script("setup.sh", &[]).ends(0);
    let mut state = world.state();
    let environment = &mut state.projects[0].environments[0];
    environment.name = "live".into();
    environment.templates[2].name = "sales".into();
    state.save(&world.state_path());
    world.script("deploy-live.sh", &[]).ends(0);
    assert_eq!(world.state(), state, "connections keep their names");
}

fn by_hand() {
    let mut all = platform(vec![user("ada", &[("tenant", json!("x"))])]);
    let crm = all.systems.last_mut().expect("a system");
    crm.scheme = oauth2(Grant::AuthorizationCode);
    assert!(all_credentials(&all).iter().all(|one| one.system != "crm"));
    let world = World::new(&State::new());
    install(&world, &all);
    world.script("setup.sh", &[]).ends(0);
    let run = world.script("deploy-production.sh", &[]).ends(4);
    assert!(
        run.stderr
            .contains("TO DO BY HAND: connect crm by hand for ada"),
        "{run:?}"
    );
    assert!(run.stderr.contains("activation of ada: waits"), "{run:?}");
    // The deployment does not wait for users.
    let mut state = world.state();
    assert_eq!(state.projects[0].environments[0].status, "running");
    assert_eq!(state.activations, []);
    let templates = &state.projects[0].environments[0].templates;
    let crm = templates
        .iter()
        .find(|t| t.name == "crm")
        .expect("crm")
        .clone();
    let (id, user) = (state.id(), state.users[0].id.clone());
    state.connections.push(Connection {
        id,
        name: "crm-production-ada-r1".into(),
        system: crm.system,
        base_url: "https://one.crm.example/".into(),
        credential: "by hand".into(),
        templates: vec![crm.id],
        user,
    });
    state.save(&world.state_path());
    world.script("deploy-production.sh", &[]).ends(0);
    assert_eq!(world.state().activations.len(), 1);
}

fn other_name() {
    let mut all = platform(vec![user("ada", &[("tenant", json!("x"))])]);
    let world = deployed(&all);
    all.environments[0].users[0].display_name = "Ada Ltd".into();
    install(&world, &all);
    let before = world.state();
    let run = world.script("deploy-production.sh", &[]).ends(4);
    let told = "change the name of the user ada to Ada Ltd in the browser";
    assert!(run.stderr.contains(told), "{run:?}");
    assert_eq!(world.state(), before);
}

fn odd_ids() {
    let ids = [
        "a'b\"c $HOME `x`",
        "Ada",
        "ada",
        "ünï@exämple.com",
        "-r",
        "a=b,c",
    ];
    let tenant = [("tenant", json!("$HOME, 'x' \"y\" \u{1f600}"))];
    let all = platform(ids.iter().map(|id| user(id, &tenant)).collect());
    let names: Vec<String> = secrets(&all).into_iter().map(|(name, _)| name).collect();
    let mut unique = names.clone();
    unique.sort();
    unique.dedup();
    assert_eq!(unique.len(), names.len(), "{names:?}");
    let files: std::collections::BTreeSet<String> = all.environments[0]
        .users
        .iter()
        .filter_map(|user| variables_file(&all.environments[0], user))
        .map(|(path, _)| path)
        .collect();
    assert_eq!(files.len(), ids.len());
    let world = deployed(&all);
    let state = world.state();
    let found: Vec<&str> = state
        .users
        .iter()
        .map(|user| user.external_id.as_str())
        .collect();
    assert_eq!(found, ids);
    assert_eq!(state.activations.len(), ids.len());
    for at in 0..ids.len() {
        assert_eq!(variables(&state, at), json!({ "tenant": tenant[0].1 }));
    }
}

fn behind_25() {
    let all = platform(vec![user("ada", &[("tenant", json!("x"))])]);
    let mut state = State::new();
    for number in 0..25 {
        let id = state.id();
        state.users.push(stand_in::state::User {
            id,
            external_id: format!("theirs-{number}"),
            display_name: format!("theirs {number}"),
            created: 0,
        });
    }
    let world = World::new(&state);
    install(&world, &all);
    world.script("setup.sh", &[]).ends(0);
    let run = world.script("deploy-production.sh", &[]).ends(1);
    assert!(
        run.stderr.contains("take the user out of the manifest"),
        "{run:?}"
    );
    let state = world.state();
    assert_eq!(state.users.len(), 25);
    assert_eq!(state.projects[0].environments[0].status, "running");
}
