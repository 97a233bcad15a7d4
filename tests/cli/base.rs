//! `plan --base`: real repositories, without a platform.

use std::path::Path;
use std::process::{Command, Stdio};

use serde_json::{Value, json};

use crate::support::folder::Folder;
use crate::support::program::{Outcome, gusset};

const MANIFEST: &str = "resend/integration.toml";

/// An integration in a folder of a repository, committed.
fn repository() -> Folder {
    let folder = Folder::empty();
    git(folder.path(), &["init", "--quiet", "--initial-branch=main"]);
    let example = Folder::copy_of("examples/resend-order");
    for (path, bytes) in example.files() {
        folder.write(&format!("resend/{path}"), bytes);
    }
    commit(&folder);
    folder
}

fn git(folder: &Path, words: &[&str]) {
    let said = Command::new("git")
        .args(words)
        .current_dir(folder)
        .env("GIT_CONFIG_GLOBAL", "/dev/null")
        .env("GIT_CONFIG_NOSYSTEM", "1")
        .stdin(Stdio::null())
        .output()
        .unwrap();
    assert!(said.status.success(), "{words:?}: {said:?}");
}

fn commit(folder: &Folder) {
    git(folder.path(), &["add", "--all"]);
    let who = ["-c", "user.name=a", "-c", "user.email=a@example.com"];
    let what = ["commit", "--quiet", "--message=x"];
    git(folder.path(), &[&who[..], &what].concat());
}

fn edit(folder: &Folder, path: &str, from: &str, to: &str) {
    let text = folder.read(path);
    assert!(text.contains(from), "{path}: {from}");
    folder.write(path, text.replace(from, to));
}

fn planned(folder: &Folder, more: &[&str]) -> Outcome {
    let words = [&["plan", "--base", "HEAD", "resend"][..], more].concat();
    gusset(folder.path(), &words)
}

fn plan(folder: &Folder, code: i32) -> Value {
    let said = planned(folder, &["--format", "json"]).ends_with(code);
    serde_json::from_str(&said.stdout).unwrap()
}

/// Each change as `ACTION KIND NAME`.
fn changes(plan: &Value) -> Vec<String> {
    let changes = plan.get("changes").and_then(Value::as_array);
    changes
        .into_iter()
        .flatten()
        .map(|change| {
            let text = |value: &Value| value.as_str().unwrap_or_default().to_owned();
            let object = &change["object"];
            let words = [&change["action"], &object["kind"], &object["name"]].map(text);
            words.join(" ").trim_end().to_owned()
        })
        .collect()
}

fn fields<'p>(plan: &'p Value, kind: &str, name: &str) -> &'p Value {
    let all = plan["changes"].as_array().unwrap();
    let of = |change: &&Value| {
        let object = &change["object"];
        object["kind"] == kind && object["name"].as_str().unwrap_or_default() == name
    };
    &all.iter().find(of).unwrap()["fields"]
}

#[test]
fn nothing_has_changed() {
    let folder = repository();
    let said = planned(&folder, &["--detailed-exitcode"]).ends_with(0);
    assert!(
        said.stdout.contains("Plan: no changes; "),
        "{}",
        said.stdout
    );
    assert_eq!(said.stderr, "");
    // Neither here nor in a comment or in white space, which nothing is made of.
    edit(
        &folder,
        MANIFEST,
        "[systems.erp]",
        "# The ERP.\n\n[systems.erp]",
    );
    let same = plan(&folder, 0);
    assert_eq!(changes(&same), Vec::<String>::new());
    assert_eq!(same.get("files"), None);
}

#[test]
fn a_scope_is_sent_and_the_deployments_renewed() {
    let folder = repository();
    edit(
        &folder,
        MANIFEST,
        "\"orders.read\"",
        "\"orders.read\", \"a\"",
    );
    let plan = plan(&folder, 0);
    assert_eq!(
        changes(&plan),
        [
            "update auth-scheme erp",
            "create version",
            "update deployment production",
            // It tells the scopes.
            "update research",
            "update deployment staging",
        ]
    );
    assert_eq!(
        fields(&plan, "auth-scheme", "erp")[0],
        json!({
            "field": "oauth2.defaultScopes",
            "from": ["orders.read"],
            "to": ["a", "orders.read"],
        })
    );
    let source = &plan["changes"][0]["source"];
    assert_eq!(source["file"], "integration.toml");
    let line = usize::try_from(source["line"].as_u64().unwrap()).unwrap();
    let text = folder.read(MANIFEST);
    assert_eq!(text.lines().nth(line - 1), Some("[systems.erp]"));
    let of_script = plan["files"].as_array().unwrap().iter();
    let setup: Vec<&str> = of_script
        .filter(|file| file["path"] == "scripts/setup.sh" && file["action"] == "update")
        .map(|file| file["diff"].as_str().unwrap())
        .collect();
    assert_eq!(setup.len(), 1);
    assert!(setup[0].starts_with("--- a/scripts/setup.sh\n+++ b/scripts/setup.sh\n@@ "));
    planned(&folder, &["--detailed-exitcode"]).ends_with(2);
}

#[test]
fn a_base_url_asks_for_a_rotation() {
    let folder = repository();
    let (old, new) = (
        "https://erp-staging.example.com",
        "https://erp-2.example.com",
    );
    edit(&folder, MANIFEST, old, new);
    let refused = plan(&folder, 1);
    assert_eq!(changes(&refused), ["refuse connection erp in staging"]);
    let reason = refused["changes"][0]["reason"].as_str().unwrap();
    assert!(reason.contains("write rotation = 2 for erp"), "{reason}");
    edit(&folder, MANIFEST, new, &format!("{new}\"\nrotation = \"2"));
    edit(&folder, MANIFEST, "\"2\"", "2");
    let rotated = plan(&folder, 0);
    assert_eq!(
        changes(&rotated),
        [
            "create connection erp in staging",
            "update deployment staging"
        ]
    );
    assert_eq!(
        fields(&rotated, "connection", "erp in staging")
            .as_array()
            .unwrap()
            .last(),
        Some(&json!({
            "field": "name",
            "from": "erp-staging-r1",
            "to": "erp-staging-r2",
        }))
    );
}

#[test]
fn another_scheme_asks_for_a_rotation_too() {
    let folder = repository();
    let basic = "auth     = { type = \"basic-auth\" }";
    let key = "auth     = { type = \"api-key\", in = \"header\", name = \"X-Key\" }";
    edit(&folder, MANIFEST, basic, key);
    let refused = plan(&folder, 1);
    let changes = changes(&refused);
    for one in [
        "update auth-scheme warehouse",
        "refuse connection-template warehouse in production",
        "refuse connection-template warehouse in staging",
    ] {
        assert!(changes.contains(&one.to_owned()), "{one}: {changes:?}");
    }
}

#[test]
fn what_is_gone_stays_on_the_platform() {
    let folder = repository();
    let text = folder.read(MANIFEST);
    let staging: String = text
        .split_inclusive("\n\n")
        .filter(|block| !block.starts_with("[environments.staging"))
        .collect();
    folder.write(MANIFEST, staging);
    let plan = plan(&folder, 0);
    let gone = plan["unmanaged"].as_array().unwrap();
    assert_eq!(gone.len(), 1, "{gone:?}");
    assert_eq!(
        gone[0]["object"],
        json!({ "kind": "environment", "name": "staging" })
    );
    let files = plan["files"].as_array().unwrap();
    let script = files
        .iter()
        .find(|file| file["path"] == "scripts/deploy-staging.sh")
        .unwrap();
    assert_eq!(script["action"], "delete");
    let diff = script["diff"].as_str().unwrap();
    assert!(diff.contains("+++ /dev/null\n"), "{diff}");
}

#[test]
fn without_a_manifest_then_everything_is_new() {
    let folder = repository();
    let example = Folder::copy_of("examples/resend-order");
    for (path, bytes) in example.files() {
        folder.write(&format!("second/{path}"), bytes);
    }
    edit(
        &folder,
        "second/integration.toml",
        "name = \"resend-order\"",
        "name = \"second\"",
    );
    let words = ["plan", "--base", "HEAD", "second", "--format", "json"];
    let said = gusset(folder.path(), &words).ends_with(0);
    let plan: Value = serde_json::from_str(&said.stdout).unwrap();
    let changes = changes(&plan);
    for one in [
        "create project",
        "create system erp",
        "create auth-scheme erp",
        "create environment staging",
        "create connection-template erp in production",
        "create connection erp in staging",
        "create version",
        "create deployment staging",
    ] {
        assert!(changes.contains(&one.to_owned()), "{one}: {changes:?}");
    }
    let files = plan["files"].as_array().unwrap();
    assert!(files.iter().all(|file| file["action"] == "create"));
}

#[test]
fn a_folder_that_has_moved_is_found() {
    let folder = repository();
    let moved = folder.path().join("elsewhere/below");
    std::fs::create_dir(folder.path().join("elsewhere")).unwrap();
    std::fs::rename(folder.path().join("resend"), moved).unwrap();
    let words = ["plan", "--base", "HEAD", "elsewhere/below"];
    let said = gusset(folder.path(), &words).ends_with(0);
    assert!(said.stdout.contains("Plan: no changes"), "{}", said.stdout);
    assert_eq!(said.stderr, "in HEAD it lay in resend/\n");
}

#[test]
fn line_ends_of_the_work_tree_are_no_change() {
    let folder = repository();
    // A check-out as it is on Windows, with a file that is copied as it is.
    git(folder.path(), &["config", "core.autocrlf", "true"]);
    for (path, bytes) in folder.files() {
        let is_text = ["toml", "json", "yaml", "ts", "md"]
            .iter()
            .any(|end| path.ends_with(end));
        if path.starts_with("resend/") && !path.contains("/versori/") && is_text {
            let text = String::from_utf8(bytes).unwrap();
            folder.write(&path, text.replace('\n', "\r\n"));
        }
    }
    assert_eq!(changes(&plan(&folder, 0)), Vec::<String>::new());
}

#[cfg(unix)]
#[test]
fn a_link_of_another_revision_is_not_followed() {
    let folder = repository();
    let sample = "resend/samples/accepted.json";
    let text = folder.read(sample);
    folder.write("resend/samples/real.json", &text);
    folder.remove(sample);
    folder.link("real.json", sample);
    commit(&folder);
    let said = planned(&folder, &[]).ends_with(1);
    assert!(
        said.stderr.contains("the manifest of HEAD has errors"),
        "{}",
        said.stderr
    );
    assert!(said.stderr.contains("symbolic link"), "{}", said.stderr);
}

#[test]
fn what_is_no_revision_is_said() {
    let folder = repository();
    for (revision, says) in [
        ("nope", "git has no revision `nope`"),
        ("--output=x", "git has no revision `--output=x`"),
        ("HEAD --all", "git has no revision `HEAD --all`"),
        ("$(touch x)", "git has no revision `$(touch x)`"),
        ("HEAD:resend", "git has no revision `HEAD:resend`"),
        ("", "git has no revision ``"),
    ] {
        let base = format!("--base={revision}");
        let said = gusset(folder.path(), &["plan", &base, "resend"]).ends_with(1);
        assert!(said.stderr.contains(says), "{revision}: {}", said.stderr);
        assert_eq!(said.stdout, "", "{revision}");
    }
    assert!(!folder.has("x"));
    let outside = Folder::copy_of("examples/resend-order");
    let said = gusset(outside.path(), &["plan", "--base", "HEAD"]).ends_with(1);
    assert!(
        said.stderr
            .contains("the integration lies in no git work tree"),
        "{}",
        said.stderr
    );
    let said = gusset(folder.path(), &["plan", "--base=HEAD", "--setup", "resend"]);
    said.ends_with(64);
}

#[test]
fn a_revision_with_errors_is_told_apart() {
    let folder = repository();
    let good = folder.read(MANIFEST);
    edit(&folder, MANIFEST, "basic-auth", "basic-outh");
    commit(&folder);
    folder.write(MANIFEST, good);
    let said = planned(&folder, &[]).ends_with(1);
    assert!(said.stderr.contains("HEAD has errors"), "{}", said.stderr);
    assert!(said.stderr.contains("basic-outh"), "{}", said.stderr);
}

#[test]
fn the_same_bytes_wherever_it_lies() {
    let first = repository();
    let parent = Folder::empty();
    let second = parent.path().join("a b \u{e9}'\"");
    git(
        parent.path(),
        &[
            "clone",
            "--quiet",
            first.path().to_str().unwrap(),
            second.to_str().unwrap(),
        ],
    );
    let text = first.read(MANIFEST).replace("orders.read", "orders.write");
    first.write(MANIFEST, &text);
    std::fs::write(second.join(MANIFEST), &text).unwrap();
    for format in ["json", "text", "markdown"] {
        let words = ["plan", "--base", "HEAD", "--format", format];
        let here = planned(&first, &["--format", format]).ends_with(0);
        // Named from the top, and from within.
        let there = gusset(&second.join("resend"), &words).ends_with(0);
        assert_eq!(here.stdout, there.stdout, "{format}");
        assert!(here.stdout.contains("oauth2"), "{format}");
    }
}

#[test]
fn a_system_is_renamed() {
    let folder = repository();
    let text = folder.read(MANIFEST);
    let text = text
        .replace("[systems.erp]", "[systems.ledger]")
        .replace(
            "[environments.staging.systems.erp]",
            "[environments.staging.systems.ledger]",
        )
        .replace("system  = \"erp\"", "system  = \"ledger\"");
    let moved =
        "\n[[moved]]\nfrom = \"systems.erp\"\nto = \"systems.ledger\"\nreason = \"one name\"\n";
    folder.write(MANIFEST, text + moved);
    let renamed = plan(&folder, 0);
    let changes = changes(&renamed);
    for one in [
        "by-hand system ledger",
        "rename connection-template ledger in production",
        "rename connection-template ledger in staging",
        "update deployment production",
    ] {
        assert!(changes.contains(&one.to_owned()), "{one}: {changes:?}");
    }
    assert!(
        !changes
            .iter()
            .any(|change| change.contains("auth-scheme") || change.contains(" connection ")),
        "{changes:?}"
    );
    assert_eq!(renamed.get("unmanaged"), None);
    let all = renamed["changes"].as_array().unwrap();
    assert!(all.iter().any(|change| change["former"] == "erp"));
    // Once it is on the other side too, nothing is left to do.
    commit(&folder);
    assert_eq!(self::changes(&plan(&folder, 0)), Vec::<String>::new());
}

#[test]
fn what_is_to_go_is_deleted_or_done_by_hand() {
    let folder = repository();
    let text = folder.read(MANIFEST);
    let kept: String = text
        .split_inclusive("\n\n")
        .filter(|block| {
            !block.starts_with("[environments.staging") && !block.starts_with("[alerts]")
        })
        .collect();
    let removed = |object: &str| {
        format!("\n[[removed]]\nobject = \"{object}\"\nreason = \"nobody needs it\"\n")
    };
    let removed = removed("alerts") + &removed("environments.staging");
    folder.write(MANIFEST, kept + &removed);
    let gone = plan(&folder, 0);
    let changes = changes(&gone);
    for one in [
        "delete notification-channel",
        "delete notification-link production",
        "by-hand environment staging",
    ] {
        assert!(changes.contains(&one.to_owned()), "{one}: {changes:?}");
    }
    assert_eq!(gone.get("unmanaged"), None);
    assert_eq!(gone["summary"]["delete"], 2);
    commit(&folder);
    assert_eq!(self::changes(&plan(&folder, 0)), Vec::<String>::new());
}

/// An integration that each user connects, and whose webhooks only a person can.
const PER_USER: &str = r#"[integration]
name = "orders-to-books"

[systems.shop]
domain = "shop.example.com"
per_user = true
auth = { type = "api-key", in = "header", name = "X-Api-Key" }

[systems.books]
domain = "books.example.com"
auth = { type = "certificate" }

[variables.name]
type = "string"
required = true

[environments.production.variables]
name = "main"

[environments.production.users.jane]
display_name = "Jane"
variables.name = "one"

[workflows.nightly]
schedule = { cron = "0 3 * * *", users = "all" }

[[workflows.nightly.steps]]
id = "orders"
system = "shop"
get = "/orders"

[[workflows.nightly.steps]]
id = "saved"
system = "books"
post = "/orders"
body = "`${variables.name}`"
"#;

#[test]
fn users_and_what_a_person_connects() {
    let folder = repository();
    folder.write("users/integration.toml", PER_USER);
    let words = ["plan", "--base", "HEAD", "users", "--format", "json"];
    let read = |folder: &Folder| -> Value {
        let said = gusset(folder.path(), &words).ends_with(0);
        serde_json::from_str(&said.stdout).unwrap()
    };
    let new = changes(&read(&folder));
    for one in [
        "by-hand connection books in production",
        "create user jane in production",
        "create connection shop of jane in production",
        "create activation jane in production",
    ] {
        assert!(new.contains(&one.to_owned()), "{one}: {new:?}");
    }
    commit(&folder);
    let changed = PER_USER.replace("\"one\"", "\"two\"");
    folder.write("users/integration.toml", changed);
    let plan = read(&folder);
    assert_eq!(changes(&plan), ["update activation jane in production"]);
    assert_eq!(
        *fields(&plan, "activation", "jane in production"),
        json!([{ "field": "variables.name", "from": "one", "to": "two" }])
    );
    let block = PER_USER.find("[environments.production.users").unwrap();
    let end = PER_USER.find("[workflows.nightly]").unwrap();
    let without = format!("{}{}", &PER_USER[..block], &PER_USER[end..]);
    folder.write("users/integration.toml", without);
    let plan = read(&folder);
    assert_eq!(changes(&plan), Vec::<String>::new());
    let gone = plan["unmanaged"].as_array().unwrap();
    assert_eq!(gone.len(), 1, "{gone:?}");
    assert_eq!(gone[0]["object"]["kind"], "activation");
}
