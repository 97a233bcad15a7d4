//! Users, their variables, and notifications.

use libtest_mimic::Trial;
use serde_json::json;

use super::super::trial;
use super::{at, breaks, fails, good, json_of, place};

pub fn trials() -> Vec<Trial> {
    vec![
        trial("notifications_are_unlinked_and_deleted", notifications),
        trial("users_are_activated_and_changed", users),
        trial("a_variable_is_removed_with_the_rest_of_the_top", variables),
    ]
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
