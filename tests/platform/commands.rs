//! The stand-in's commands that are not in the recorded runs, by the contract.

use libtest_mimic::Trial;
use serde_json::{Value, json};
use stand_in::state::{State, Version};
use stand_in::{Entry, read_log};

use super::shims::World;
use super::trial;

pub fn trials() -> Vec<Trial> {
    vec![
        trial("templates_are_removed", templates),
        trial("notifications_are_unlinked_and_deleted", notifications),
        trial("environments_are_promoted", promote),
        trial("edit_keeps_the_form_of_the_platform", edit),
        trial("logs_are_lines_of_json", logs),
        trial("users_are_activated_and_changed", users),
        trial("assets_are_uploaded_once", assets),
        trial("a_variable_is_removed_with_the_rest_of_the_top", variables),
        trial("files_are_listed_as_a_whole", files),
        trial("pools_are_listed_and_must_exist", pools),
        trial("what_a_person_does_is_seen", person),
        trial("a_canary_passes_where_the_platforms_texts_do", canary),
    ]
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

fn notifications() {
    let place = place();
    let world = &place.world;
    let create = ["notifications", "channels", "create", "--name", "ops"];
    good(
        world,
        &[&create[..], &["--email", "ops@example.com"]].concat(),
    );
    let channel = world.state().channels[0].id.clone();
    good(
        world,
        &at(
            &place,
            "notifications project link",
            &["--channel-id", &channel],
        ),
    );
    let link = world.state().notifications[0].id.clone();
    let id = ["--notification-id", link.as_str()];
    let unlink = "notifications project unlink";
    breaks(world, &at(&place, unlink, &["--yes"]), "--notification-id");
    breaks(world, &at(&place, unlink, &id), "a prompt for --yes");
    let without = [
        "notifications",
        "project",
        "unlink",
        "--project",
        &place.project,
        "--notification-id",
        &link,
        "--yes",
    ];
    breaks(world, &without, "--environment");
    fails(
        world,
        &at(&place, unlink, &["--notification-id", &channel, "-y"]),
        "not found on project",
    );
    let words = [&id[..], &["--yes"]].concat();
    assert_eq!(
        good(world, &at(&place, unlink, &words)),
        format!(
            "Unlinked binding \"ops\" from environment \"production\" on project {}.\n",
            place.project
        )
    );
    assert_eq!(world.state().notifications, []);
    let delete = ["notifications", "channels", "delete"];
    breaks(world, &[&delete[..], &["--yes"]].concat(), "--channel-id");
    let words = [&delete[..], &["--channel-id", &channel]].concat();
    breaks(world, &words, "a prompt for --yes");
    let words = [&words[..], &["-y"]].concat();
    assert_eq!(good(world, &words), "Deleted channel \"ops\".\n");
    fails(world, &words, "not found in current organisation");
    assert_eq!(world.state().channels, []);
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

fn users() {
    let place = place();
    let world = &place.world;
    let crm = &place.templates[1];
    world.write(
        "schema.json",
        "{\"type\":\"object\",\"properties\":{\"tenant\":{\"type\":\"string\"},\"limit\":{\"type\":\"integer\"}},\"required\":[\"tenant\"]}",
    );
    let file = ["projects", "variables", "set", "--project", &place.project];
    good(world, &[&file[..], &["--file", "schema.json"]].concat());
    for name in ["zoe", "abe"] {
        good(world, &["users", "create", "-e", name, "-n", name]);
    }
    let create = "connections create";
    let connect = ["--template-id", crm, "--name", "crm-zoe", "--bypass"];
    let connect = [&connect[..], &["--external-id", "zoe"]].concat();
    let said = good(world, &at(&place, create, &connect));
    let connection = said.trim().rsplit(' ').next().expect("a word").to_owned();
    let on_static = ["--template-id", &place.templates[0], "--name", "x"];
    let on_static = [&on_static[..], &["--bypass", "--external-id", "zoe"]].concat();
    fails(world, &at(&place, create, &on_static), "is not dynamic");
    for user in ["zoe", &world.state().users[0].id] {
        let rows = json_of(world, &["connections", "list", "--end-user", user]);
        assert_eq!(rows["items"][0]["connectionId"], json!(connection));
    }
    fails(
        world,
        &["connections", "list", "--end-user", "nobody", "-o", "json"],
        "no end-user found",
    );
    // Static connections only.
    let list = at(&place, "projects systems list-connections", &["-o", "json"]);
    assert_eq!(good(world, &list), "(no items)\n");

    let activate = "projects users activate";
    let pair = format!("{crm}={connection}");
    let zoe = ["-e", "zoe", "--connection", pair.as_str()];
    breaks(world, &at(&place, activate, &["-e", "zoe"]), "--connection");
    breaks(
        world,
        &at(&place, activate, &zoe),
        "a prompt for the variable tenant",
    );
    world.write("values.json", "{\"tenant\":\"1\"}");
    let zoe = [&zoe[..], &["--variables-file", "values.json"]].concat();
    let unknown = [&zoe[..], &["--variable", "tennant=x"]].concat();
    fails(
        world,
        &at(&place, activate, &unknown),
        "unknown variable(s) not in schema: tennant",
    );
    let other = ["-e", "abe", "--connection", &pair, "--variable", "tenant=t"];
    fails(world, &at(&place, activate, &other), "of another user");
    let bare = ["-e", "abe", "--connection", "x=y", "--variable", "tenant=t"];
    fails(
        world,
        &at(&place, activate, &bare),
        "invalid --connection flag",
    );
    let words = [&zoe[..], &["--variable", "limit=3"]].concat();
    let said = good(world, &at(&place, activate, &words));
    let id = world.state().activations[0].id.clone();
    assert_eq!(
        said,
        format!("Activation created successfully with ID: {id}\n")
    );
    let again = at(&place, "projects activations create", &words);
    fails(world, &again, "already");

    let rows = json_of(world, &at(&place, "projects users list", &[]));
    let row = &rows["items"][0];
    assert_eq!(rows["type"], "printableActivation");
    assert_eq!(
        (&row["externalId"], &row["status"]),
        (&json!("zoe"), &json!("active"))
    );
    assert_eq!(row["activationId"], json!(id));
    assert_eq!(
        row["dynamicVariables"].to_string(),
        "{\"limit\":3,\"tenant\":\"1\"}"
    );
    let row = &rows["items"][1];
    assert_eq!(
        (&row["status"], row.get("activationId")),
        (&json!("inactive"), None)
    );

    let set = "projects users set-variable";
    let value = |value| ["-e", "zoe", "--name", "tenant", "--value", value];
    assert_eq!(
        good(world, &at(&place, set, &value("t-2"))),
        "Variable \"tenant\" updated on activation for end-user \"zoe\"\n"
    );
    assert_eq!(
        world.state().activations[0].variables["tenant"],
        json!("t-2")
    );
    // What parses as JSON is no text.
    good(world, &at(&place, set, &value("12")));
    assert_eq!(world.state().activations[0].variables["tenant"], json!(12));
    let undeclared = ["-e", "zoe", "--name", "nothing", "--value", "1"];
    fails(world, &at(&place, set, &undeclared), "is not declared");

    let details = "projects users details";
    breaks(
        world,
        &at(&place, details, &["-e", "zoe"]),
        "unknown shorthand flag",
    );
    let shown = json_of(world, &at(&place, details, &["--external-id", "zoe"]));
    let names: Vec<&String> = shown.as_object().expect("an object").keys().collect();
    assert_eq!(names, ["connections", "dynamicVariables", "id", "user"]);
    assert_eq!(shown["connections"][0]["name"], "crm-zoe");
    assert_eq!(shown["user"]["externalId"], "zoe");
    fails(
        world,
        &at(&place, details, &["--external-id", "abe", "-o", "json"]),
        "No user found for external ID: abe",
    );
    let deactivate = at(&place, "projects activations rm", &["-e", "zoe"]);
    assert_eq!(
        good(world, &deactivate),
        "Activation deleted for end-user \"zoe\" on environment \"production\"\n"
    );
    fails(world, &deactivate, "no activation found");
    assert_eq!(world.state().activations, []);
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

fn variables() {
    let place = place();
    let world = &place.world;
    let mut state = world.state();
    state.project("p").variables = json!({
        "type": "object",
        "additionalProperties": false,
        "properties": { "b": { "type": "string", "enum": ["x"] }, "a": { "type": "integer" } },
        "required": ["a", "b"],
    });
    state.save(&world.state_path());
    let remove = ["projects", "variables", "remove", "--project"];
    let remove = [&remove[..], &[&place.project, "--name", "a"]].concat();
    breaks(world, &remove, "a prompt for --yes");
    let remove = [&remove[..], &["-y"]].concat();
    assert_eq!(
        good(world, &remove),
        format!("Removed variable \"a\" from project {}.\n", place.project)
    );
    assert_eq!(
        world.state().projects[0].variables,
        json!({
            "properties": { "b": { "type": "string", "enum": ["x"] } },
            "required": ["b"],
            "type": "object",
        })
    );
    fails(world, &remove, "is not declared on project");
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

fn person() {
    let place = place();
    let world = &place.world;
    let mut state = world.state();
    state.rename_system("shop", "store");
    state.set_base_url("store", "https://elsewhere.example");
    let id = state.connect_by_hand(("p", "production", "shop"), "by-hand");
    state.edit_file("p", "src/index.ts", "theirs");
    state.deploy_foreign("p", "production", "theirs");
    state.save(&world.state_path());
    let rows = json_of(world, &["systems", "list"]);
    assert_eq!(rows["items"][0]["name"], "store");
    assert_eq!(
        rows["items"][0]["templateBaseUrl"],
        "https://elsewhere.example"
    );
    let rows = json_of(world, &at(&place, "projects systems list-connections", &[]));
    assert_eq!(rows["items"][0]["id"], json!(id));
    let details = json_of(world, &["projects", "details", &place.project]);
    let deployed = &details["environments"][0]["deployedVersion"];
    assert_eq!(deployed["name"], "theirs");
    state.delete_connection("by-hand");
    state.delete_system("store");
    state.save(&world.state_path());
    let rows = json_of(world, &at(&place, "projects systems list", &[]));
    assert_eq!(rows["items"].as_array().map(Vec::len), Some(1));
}

fn canary() {
    let mut place = place();
    let variables = &mut place.world.variables;
    variables.insert("STAND_IN_CANARY".into(), "canary-7".into());
    let world = &place.world;
    fails(world, &["projects", "details", "x"], "canary-7");
    let mut state = world.state();
    state.log(("p", "production"), 1, ("error", "boom"));
    state.deploy_foreign("p", "production", "v1");
    state.save(&world.state_path());
    let text = good(world, &at(&place, "projects logs", &[]));
    assert!(text.contains("boom (canary-7)"), "{text}");
    let details = json_of(world, &["projects", "details", &place.project]);
    assert_eq!(
        details["environments"][0]["deployedVersion"]["labels"]["note"],
        "canary-7"
    );
}
