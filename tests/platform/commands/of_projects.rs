//! What a project consists of.

use libtest_mimic::Trial;
use serde_json::json;
use stand_in::state::{State, Version};

use super::super::trial;
use super::{at, breaks, fails, good, json_of, place, run};

pub fn trials() -> Vec<Trial> {
    vec![
        trial("templates_are_removed", templates),
        trial("environments_are_promoted", promote),
        trial("edit_keeps_the_form_of_the_platform", edit),
        trial("logs_are_lines_of_json", logs),
        trial("assets_are_uploaded_once", assets),
        trial("files_are_listed_as_a_whole", files),
        trial("pools_are_listed_and_must_exist", pools),
    ]
}

fn version(name: &str, files: &[(&str, &str)], state: &mut State) -> String {
    let id = state.id();
    let version = Version {
        id: id.clone(),
        name: name.into(),
        description: String::new(),
        state: "draft".into(),
        created: state.clock,
        files: files
            .iter()
            .map(|(path, text)| ((*path).to_owned(), (*text).to_owned()))
            .collect(),
    };
    state.project("p").versions.insert(0, version);
    id
}

fn templates() {
    let place = place();
    let world = &place.world;
    let project = place.project.as_str();
    let [shop, crm] = &place.templates;
    let mut state = world.state();
    state.connect_by_hand(("p", "production", "shop"), "shop-by-hand");
    state.save(&world.state_path());
    let remove = ["projects", "systems", "remove", "--project", project];
    breaks(world, &remove, "required flag(s) \"template\" not set");
    let mut words = remove.to_vec();
    words.extend(["--template", shop]);
    assert_eq!(good(world, &words), "removed\n");
    fails(
        world,
        &words,
        "Message: \n  failed to remove system from project\nReason:\n  API Message: ",
    );
    let state = world.state();
    assert_eq!(state.projects[0].environments[0].templates.len(), 1);
    assert_eq!(state.connections[0].templates, Vec::<String>::new());
    assert_eq!(state.systems.len(), 2, "the organisation keeps its system");
    let delete = ["projects", "systems", "delete-connection-template"];
    breaks(
        world,
        &[&delete[..], &["--template", crm]].concat(),
        "required flag(s) \"project\" not set",
    );
    let words = [&delete[..], &["--project", project, "--template", crm]].concat();
    assert_eq!(good(world, &words), "deleted\n");
    let list = at(&place, "projects systems list", &["-o", "json"]);
    assert_eq!(good(world, &list), "(no items)\n");
}

fn promote() {
    let place = place();
    let world = &place.world;
    let project = place.project.as_str();
    json_of(
        world,
        &[
            "projects",
            "environments",
            "create",
            "--project",
            project,
            "--old-env",
            "production",
            "--new-env",
            "staging",
        ],
    );
    let promote = |source: &str, target: &str| {
        let words = ["projects", "environments", "promote", "--project", project];
        [&words[..], &["--source", source, "--target", target]]
            .concat()
            .into_iter()
            .map(str::to_owned)
            .collect::<Vec<String>>()
    };
    let words = promote("staging", "production");
    let words: Vec<&str> = words.iter().map(String::as_str).collect();
    fails(world, &words, "not deployed");
    let mut state = world.state();
    let deployed = state.deploy_foreign("p", "staging", "v1");
    state.save(&world.state_path());
    fails(
        world,
        &words,
        "missing connections for the following systems: shop",
    );
    state.connect_by_hand(("p", "production", "shop"), "shop-by-hand");
    state.save(&world.state_path());
    let row = json_of(world, &words);
    assert_eq!(
        row,
        json!({ "id": project, "name": "p", "environments": ["production", "staging"] })
    );
    let environment = &world.state().projects[0].environments[0];
    assert_eq!(environment.deployed.as_ref(), Some(&deployed));
    let words = ["projects", "environments", "promote", "--project", project];
    breaks(
        world,
        &words,
        "required flag(s) \"source\", \"target\" not set",
    );
}

fn edit() {
    let place = place();
    let world = &place.world;
    let spec = || {
        let details = json_of(world, &["projects", "details", &place.project]);
        details["environments"][0]["config"].clone()
    };
    assert_eq!(spec(), json!({}));
    let more = ["--max-replicas", "3", "--resource.cpu.limits", "500m"];
    assert_eq!(
        good(world, &at(&place, "projects edit", &more)),
        "environment configuration updated successfully\n"
    );
    let more = ["--replicas", "2", "--static-ip", "enabled"];
    good(world, &at(&place, "projects edit", &more));
    // The second one has taken autoscaling away and kept the rest.
    let wanted = "{\"deploymentSpec\":{\"replicas\":2,\"resources\":{\"limits\":{\"cpu\":\"500m\"}},\"staticIP\":true}}";
    assert_eq!(spec().to_string(), wanted);
    let more = [
        "--service-account",
        "robot",
        "--resource.memory.requests=1Gi",
    ];
    good(world, &at(&place, "projects edit", &more));
    let wanted = json!({ "deploymentSpec": {
        "replicas": 2,
        "resources": { "limits": { "cpu": "500m" }, "requests": { "memory": "1Gi" } },
        "serviceAccountName": "robot",
        "staticIP": true,
    }});
    assert_eq!(spec(), wanted);
    good(
        world,
        &at(&place, "projects edit", &["--service-account", ""]),
    );
    assert_eq!(spec()["deploymentSpec"].get("serviceAccountName"), None);
    let more = ["--static-ip", "yes"];
    let wrong = at(&place, "projects edit", &more);
    fails(world, &wrong, "--static-ip must be either");
    let said = run(world, &at(&place, "projects edit", &["--replicas", "0"]));
    assert_eq!(
        (said.code, said.stdout.as_str()),
        (Some(0), "nothing to do\n")
    );
}

fn logs() {
    let place = place();
    let world = &place.world;
    assert_eq!(good(world, &at(&place, "projects logs", &[])), "");
    let mut state = world.state();
    state.log(("p", "production"), 60, ("error", "second <b>"));
    state.log(("p", "production"), 7200, ("info", "first"));
    state.save(&world.state_path());
    let lines = |more: &[&str]| -> Vec<String> {
        let text = good(world, &at(&place, "projects logs", more));
        text.lines().map(str::to_owned).collect()
    };
    let all = lines(&["-o", "yaml"]);
    assert_eq!(all.len(), 2);
    assert!(
        all[0].starts_with(
            "{\"fields\":{},\"message\":\"first\",\"severity\":\"info\",\"timestamp\":\""
        ),
        "{all:?}"
    );
    assert!(all[1].contains("second \\u003cb\\u003e"), "{all:?}");
    assert_eq!(lines(&["--since", "1h30m"]), all[1..]);
    assert_eq!(lines(&["--since", "1.5m"]), all[1..]);
    assert_eq!(lines(&["--since=-1h"]), Vec::<String>::new());
    assert_eq!(lines(&["--search", "fir"]), all[..1]);
    // Of more than the limit, the oldest.
    assert_eq!(lines(&["--limit", "1"]), all[..1]);
    let day = at(&place, "projects logs", &["--since", "1d"]);
    fails(world, &day, "invalid --since duration");
    let text = at(&place, "projects logs", &["--limit", "x"]);
    breaks(world, &text, "invalid argument");
}

fn assets() {
    let place = place();
    let world = &place.world;
    world.write("notes.md", "abc");
    world.write("notes.exe", "abc");
    let words = ["--project", place.project.as_str(), "--file"];
    let upload =
        |file: &'static str| [&["projects", "asset", "upload"][..], &words, &[file]].concat();
    let said = good(world, &upload("notes.md"));
    assert!(
        said.starts_with("Successfully uploaded \"notes.md\"\nAsset URL: https://"),
        "{said}"
    );
    world.write("notes.md", "abcd");
    good(world, &upload("notes.md"));
    fails(
        world,
        &upload("notes.exe"),
        "unsupported file type \".exe\"",
    );
    fails(world, &upload("none.md"), "failed to stat file");
    let folder = [&upload("notes.md")[..], &["--folder", "elsewhere"]].concat();
    fails(world, &folder, "invalid folder");
    let list = ["projects", "assets", "list", "--project", &place.project];
    let rows = json_of(world, &list);
    let items = rows["items"].as_array().expect("a list");
    assert_eq!(items.len(), 1, "{rows}");
    let names: Vec<&String> = items[0].as_object().expect("a row").keys().collect();
    assert_eq!(
        names,
        [
            "Name",
            "Size",
            "ContentType",
            "Path",
            "DownloadURL",
            "LastModified"
        ]
    );
    assert_eq!(items[0]["Size"], "4");
    assert_eq!(items[0]["Path"], "research/documents/notes.md");
}

fn files() {
    let place = place();
    let world = &place.world;
    let mut state = world.state();
    for number in 0..30 {
        state.edit_file("p", &format!("src/{number}.ts"), "new");
    }
    let id = version("v1", &[("src/0.ts", "old <")], &mut state);
    state.save(&world.state_path());
    let words = ["projects", "files", "--project", &place.project];
    let rows = json_of(world, &words);
    assert_eq!(rows["items"].as_array().map(Vec::len), Some(30));
    let of_version = [&words[..], &["--version", &id]].concat();
    assert_eq!(
        json_of(world, &of_version),
        json!({ "type": "FileSummary", "items": [
            { "filename": "src/0.ts", "size": 5, "content": "old <" },
        ] })
    );
    let one = [&of_version[..], &["src/0.ts"]].concat();
    assert_eq!(good(world, &one), "old <");
    let none = [&of_version[..], &["src/1.ts"]].concat();
    fails(world, &none, "file \"src/1.ts\" not found in project");
    let unknown = [&words[..], &["--version", &place.project]].concat();
    fails(world, &unknown, "failed to get project files");
}

fn pools() {
    let place = place();
    let world = &place.world;
    let rows = json_of(world, &["execution-pools", "list"]);
    assert_eq!(
        rows,
        json!({ "type": "printableExecutionPool", "items": [
            { "name": "aws" }, { "name": "azure" }, { "name": "gcp" },
        ] })
    );
    let update = "projects environments update-execution-pool";
    let unknown = ["--execution-pool", "moon", "-y"];
    fails(
        world,
        &at(&place, update, &unknown),
        "execution pool not found",
    );
    let row = json_of(
        world,
        &at(&place, update, &["--execution-pool", "aws", "-y"]),
    );
    assert_eq!(row["executionPool"], "aws");
}
