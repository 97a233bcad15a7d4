//! Texts of a manifest arrive intact and run nothing; secrets arrive nowhere.

use std::fs;
use std::path::Path;

use gusset::contract::{ContractError, check_script};
use gusset::emit::shell;
use gusset::platform::{
    Channel, Endpoint, EndpointKind, Environment, Grant, Platform, ProjectFiles, Resources, Scheme,
    System, SystemValues, User,
};
use libtest_mimic::Trial;
use serde_json::json;

use super::fixtures::{api_key, everything, hmac, install, platform};
use super::shims::World;
use super::trial;
use stand_in::state::{Connection, State};

pub fn trials() -> Vec<Trial> {
    vec![
        trial("hostile_texts_arrive_intact_and_run_nothing", intact),
        trial("texts_with_nul_are_refused", nul),
        trial("secrets_are_seen_nowhere", secrets),
    ]
}

/// A text that runs something wherever it is not quoted.
fn hostile(tag: &str) -> String {
    format!(
        "--{tag}' \"; : >pwned; $(: >pwned) `: >pwned`\n: >pwned # é漢\u{2028}\u{1b} {{x,y}} \\ $HOME ${{PATH}} !! * ~ | & <a>,\t'"
    )
}

fn hostile_system(name: &str, scheme: Scheme) -> System {
    System {
        name: hostile(name),
        domain: hostile(&format!("{name}-domain")),
        base_url: hostile(&format!("{name}-url")),
        scheme,
        per_user: false,
        docs: Some(hostile("docs")),
        incoming: false,
    }
}

pub fn hostile_platform() -> Platform {
    let mut all = platform(vec![
        hostile_system(
            "key",
            api_key(
                gusset::platform::KeyLocation::Query,
                &hostile("header"),
                &hostile("prefix"),
            ),
        ),
        hostile_system(
            "client",
            Scheme::OAuth2 {
                grant: Grant::ClientCredentials,
                authorize_url: None,
                token_url: hostile("token-url"),
                scopes: vec![hostile("scope")],
            },
        ),
        hostile_system("hook", hmac()),
    ]);
    all.source = hostile("source");
    all.project = hostile("project");
    all.alerts = Some(Channel {
        name: hostile("channel"),
        email: hostile("email"),
        cc: vec![hostile("cc"), "plain@example.com".into()],
    });
    if let Some(schema) = &mut all.variables {
        schema.properties.insert(
            hostile("variable"),
            json!({ "description": hostile("description") }),
        );
        schema.required.push(hostile("variable"));
    }
    all.environments = vec![Environment {
        name: "staging'$(: >pwned)`: >pwned`\"; : >pwned\n é".into(),
        clone_from: Some("production".into()),
        pool: Some(hostile("pool")),
        resources: Some(Resources {
            cpu: Some(hostile("cpu")),
            memory: Some(hostile("memory")),
            ..Resources::default()
        }),
        systems: vec![SystemValues {
            system: hostile("key"),
            base_url: hostile("environment-url"),
            rotation: 1,
        }],
        variables: vec![(hostile("variable"), json!(hostile("value")))],
        users: vec![User {
            external_id: hostile("user"),
            display_name: hostile("display-name"),
            variables: vec![
                ("tenant".into(), json!(hostile("tenant"))),
                (hostile("variable"), json!(hostile("users-value"))),
            ],
            systems: Vec::new(),
        }],
    }];
    all.files = ProjectFiles::new([("src/it's $(: >pwned).ts", &b"x"[..])]);
    all.endpoints = vec![Endpoint {
        workflow: hostile("workflow"),
        path: hostile("path"),
        method: "POST".into(),
        kind: EndpointKind::Webhook,
    }];
    all
}

fn intact() {
    let all = hostile_platform();
    let mut state = State::new();
    state.pools.push(hostile("pool"));
    let mut world = World::new(&state);
    for artifact in shell::render(&all).expect("no NUL") {
        assert!(
            !artifact.path.contains(['\'', '\n', '$']),
            "{}",
            artifact.path
        );
        world.write(&format!("versori/{}", artifact.path), &artifact.contents);
        if artifact.executable {
            let checked = check_script(&artifact.contents);
            assert_eq!(checked.breaches, []);
        }
    }
    world.write("versori/project/src/it's $(: >pwned).ts", "x");
    for (name, secret) in super::fixtures::secrets(&all) {
        world.variables.insert(name, secret);
    }
    world.script("setup.sh", &[]).ends(0);
    let deploy = fs::read_dir(world.folder().join("versori/scripts"))
        .expect("the scripts")
        .flatten()
        .map(|entry| entry.file_name().to_string_lossy().into_owned())
        .find(|name| name.starts_with("deploy-"))
        .expect("a script");
    world.script(&deploy, &[]).ends(4);
    // The webhook's connection is made by hand, under its hostile name.
    let mut state = world.state();
    let environment = &all.environments[0].name;
    let mut templates = state.projects[0].environments[1].templates.iter();
    let template = templates
        .find(|t| t.name == hostile("hook"))
        .cloned()
        .expect("a template");
    let id = state.id();
    state.connections.push(Connection {
        id,
        name: format!("{}-{environment}-r1", hostile("hook")),
        system: template.system,
        base_url: hostile("hook-url"),
        credential: "by hand".into(),
        templates: Vec::new(),
        user: String::new(),
    });
    state.save(&world.state_path());
    // Only the values wait.
    let run = world.script(&deploy, &[]).ends(4);
    assert!(
        run.stderr.contains("waiting for steps by hand: 1"),
        "{run:?}"
    );
    let state = world.state();
    assert_eq!(state.projects[0].environments[1].status, "running");
    world.script("setup.sh", &[]).ends(0);
    world.script(&deploy, &[]).ends(4);
    assert_eq!(world.state(), state, "found again under their names");

    let arguments: Vec<String> = world.calls().into_iter().flatten().collect();
    let expected = [
        format!("--name={}", hostile("project")),
        format!("--name={}", hostile("key")),
        format!("--domain={}", hostile("key-domain")),
        format!("--template-base-url={}", hostile("key-url")),
        format!("--api-key.name={}", hostile("header")),
        format!("--oauth2.token-url={}", hostile("token-url")),
        format!("--token-url={}", hostile("token-url")),
        format!("--oauth2.scope={0}={0}", hostile("scope")),
        format!("--oauth2.default-scope={}", hostile("scope")),
        format!("--name={}", hostile("channel")),
        format!("--email={}", hostile("email")),
        format!("--new-env={environment}"),
        format!("--environment={environment}"),
        format!("--execution-pool={}", hostile("pool")),
        format!("--resource.cpu.limits={}", hostile("cpu")),
        format!("--resource.memory.requests={}", hostile("memory")),
        format!("--base-url={}", hostile("environment-url")),
        format!("--name={}-{environment}-r1", hostile("key")),
    ];
    for argument in expected {
        assert!(arguments.contains(&argument), "missing: {argument}");
    }
    assert_eq!(
        state.channels[0].cc,
        [hostile("cc"), "plain@example.com".into()]
    );
    let schema = &state.projects[0].variables;
    assert_eq!(
        schema["properties"][hostile("variable")]["description"],
        json!(hostile("description"))
    );
    assert_eq!(
        state.projects[0].versions[0].files[0].0,
        "src/it's $(: >pwned).ts"
    );
    let mut pwned = Vec::new();
    walk(&world.folder(), &mut |path, _| {
        if path.to_string_lossy().ends_with("pwned") {
            pwned.push(path.to_owned());
        }
    });
    assert_eq!(pwned, Vec::<std::path::PathBuf>::new());
}

fn walk(folder: &Path, see: &mut dyn FnMut(&Path, &[u8])) {
    for entry in fs::read_dir(folder).expect("a folder").flatten() {
        let path = entry.path();
        if path.is_dir() {
            walk(&path, see);
        } else {
            see(&path, &fs::read(&path).unwrap_or_default());
        }
    }
}

fn nul() {
    let mut all = everything();
    all.systems[0].domain = "a\0b".into();
    assert!(matches!(
        shell::render(&all),
        Err(ContractError::Nul { flag: "domain", .. })
    ));
}

fn secrets() {
    let all = everything();
    let world = World::new(&State::new());
    install(&world, &all);
    let mut said = String::new();
    for script in ["setup.sh", "deploy-production.sh", "deploy-staging.sh"] {
        let run = world.script(script, &[]);
        said.push_str(&run.stdout);
        said.push_str(&run.stderr);
    }
    assert!(world.state().connections.len() > 7, "{said}");
    assert!(!said.contains("canary"), "{said}");
    let calls = format!("{:?}", world.calls());
    assert!(calls.contains("--api-key=$SHOP_API_KEY"), "by reference");
    assert!(!calls.contains("canary"));
    let mut holders = Vec::new();
    let root = world.folder();
    walk(
        root.parent().expect("the test's own folder"),
        &mut |path, bytes| {
            let holds = String::from_utf8_lossy(bytes).contains("canary");
            let is_ours = path.starts_with(root.parent().expect("a folder").join("bin"));
            if holds && !is_ours {
                holders.push(path.file_name().unwrap_or_default().to_owned());
            }
        },
    );
    holders.sort();
    assert_eq!(holders, [".env.production", ".env.staging"]);
}
