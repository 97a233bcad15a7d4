//! The calls that the manifest declares, once a deployment was renewed.

use libtest_mimic::Trial;
use stand_in::state::State;

use super::super::shims::{Ran, World};
use super::super::trial;
use super::{MANIFEST, environment, environment_with, in_order, number_in, rebuild, setup};

pub fn trials() -> Vec<Trial> {
    vec![
        trial("a_smoke_call_is_told_by_its_status", as_wanted),
        trial("a_smoke_call_is_made_after_a_deployment_only", only_renewed),
        trial("another_status_fails_and_the_version_stays", another),
        trial("a_smoke_call_that_cannot_be_made_fails", broken),
        trial("an_answer_that_is_none_fails", garbage),
        trial("no_smoke_call_is_made_where_it_is_not_wanted", unwanted),
        trial(
            "a_failed_step_keeps_smoke_calls_from_being_made",
            after_failure,
        ),
        trial(
            "a_smoke_call_is_of_the_version_it_stands_beside",
            of_the_version,
        ),
        trial("smoke_calls_are_of_the_environment", of_the_environment),
    ]
}

/// Its answer holds the body, which is no output of ours.
const BODY: &str = "body-that-is-not-told";

fn manifest(smoke: &str) -> String {
    format!(
        r#"{MANIFEST}
[workflows.order]
webhook = {{ body = "stock" }}
smoke   = {{ {smoke} }}

[[workflows.order.steps]]
id     = "sent"
system = "erp"
post   = "/orders"
body   = "{{ amount: trigger.body.amount }}"

[workflows.again]
manual = true
smoke  = {{ status = 401 }}

[[workflows.again.steps]]
id     = "sent"
system = "erp"
post   = "/again"
body   = "{{ at: run.started_at }}"
"#
    )
}

fn usual() -> String {
    manifest("body = \"samples/stock.json\", headers = { X-Smoke = \"a, b: c\" }")
}

fn guarded() -> State {
    let mut state = State::new();
    state.statuses.insert("/again".into(), 401);
    state
}

fn world(state: &State, manifest: &str) -> World {
    let mut world = World::new(state);
    for name in super::SECRETS.iter().chain(&["MANUAL_API_KEY"]) {
        let secret = format!("canary-{}", name.to_lowercase());
        world.variables.insert((*name).to_owned(), secret);
    }
    let sample = format!("{{ \"amount\": 1, \"note\": \"{BODY}\" }}");
    world.write("samples/stock.json", &sample);
    rebuild(&world, manifest);
    setup(&world).ends(0);
    world.clear_log();
    world
}

fn smoke_calls(world: &World) -> Vec<Vec<String>> {
    let mut calls = world.calls();
    calls.retain(|call| call.iter().any(|word| word == "proxy"));
    calls
}

fn says(ran: &Ran, line: &str) {
    assert!(ran.stdout.lines().any(|said| said == line), "{ran:?}");
}

fn as_wanted() {
    let world = world(&guarded(), &usual());
    let ran = environment(&world, "production").ends(0);
    says(&ran, "smoke order: 200, as wanted");
    says(&ran, "smoke again: 401, as wanted");
    assert!(!format!("{ran:?}").contains(BODY), "{ran:?}");
    let calls = smoke_calls(&world);
    let [order, again] = calls.as_slice() else {
        panic!("two calls: {calls:?}");
    };
    let project = &world.state().projects[0].id;
    assert_eq!(
        order.as_slice(),
        [
            "projects",
            "proxy",
            &format!("--project={project}"),
            "--environment=production",
            "--path=/order",
            "--method=POST",
            "--header=Content-Type: application/json",
            "--header=X-Smoke: a, b: c",
            &format!("--body={{\"amount\":1,\"note\":\"{BODY}\"}}"),
            "--context=work",
        ]
    );
    assert!(!again.iter().any(|word| word.contains("body")), "{again:?}");
}

fn only_renewed() {
    let world = world(&guarded(), &usual());
    environment(&world, "production").ends(0);
    world.clear_log();
    let ran = environment(&world, "production").ends(0);
    assert!(!ran.stdout.contains("smoke"), "{ran:?}");
    assert!(smoke_calls(&world).is_empty());
}

fn another() {
    let mut state = guarded();
    state.statuses.insert("/order".into(), 500);
    let world = world(&state, &usual());
    let ran = environment(&world, "production").ends(1);
    says(&ran, "smoke order: 500 instead of 200 to 299");
    // The others are made all the same.
    says(&ran, "smoke again: 401, as wanted");
    assert!(
        ran.stdout.contains("The version stays deployed."),
        "{ran:?}"
    );
    assert!(
        ran.stdout
            .contains("gusset apply --environment production --release NAME"),
        "{ran:?}"
    );
    let project = &world.state().projects[0];
    assert_eq!(
        project.environments[0].deployed.as_ref(),
        Some(&project.versions[0].id)
    );
    // The next run has nothing to deploy, and so nothing to call.
    let again = environment(&world, "production").ends(0);
    assert!(!again.stdout.contains("smoke"), "{again:?}");
}

/// The number of the first call of a run that begins with these words.
fn number_of(words: &[&str]) -> usize {
    let world = world(&guarded(), &usual());
    in_order(&world).ends(0);
    number_in(&world, words)
}

/// A run whose first smoke call has this fault.
fn at_first_smoke_call(fault: &str) -> Ran {
    let number = number_of(&["projects", "proxy"]);
    let mut world = world(&guarded(), &usual());
    let fault = format!("{fault}@{number}");
    world.variables.insert("STAND_IN_FAULT".into(), fault);
    let ran = in_order(&world).ends(1);
    // It starts a run, so that it is not repeated; the next is made all the same.
    assert_eq!(smoke_calls(&world).len(), 2);
    says(&ran, "smoke again: 401, as wanted");
    ran
}

fn broken() {
    let ran = at_first_smoke_call("fail-before");
    says(
        &ran,
        "smoke order: the call failed: failed to get project: internal server error",
    );
}

fn garbage() {
    let ran = at_first_smoke_call("garbage");
    says(
        &ran,
        "smoke order: the call failed: the answer is not what `versori` prints",
    );
    assert!(!format!("{ran:?}").contains("502"), "{ran:?}");
}

fn unwanted() {
    let world = world(&guarded(), &usual());
    let ran = environment_with(&world, "production", &["--no-smoke"]).ends(0);
    assert!(!ran.stdout.contains("smoke"), "{ran:?}");
    assert!(smoke_calls(&world).is_empty());
}

/// The deployment does not need the notification's link.
fn after_failure() {
    let number = number_of(&["notifications", "project", "link"]);
    let mut world = world(&guarded(), &usual());
    let fault = format!("fail-before@{number}");
    world.variables.insert("STAND_IN_FAULT".into(), fault);
    let ran = in_order(&world).ends(1);
    assert!(ran.stderr.contains("deployment: done"), "{ran:?}");
    assert!(!ran.stdout.contains("smoke"), "{ran:?}");
    assert!(smoke_calls(&world).is_empty());
}

fn of_the_environment() {
    let world = world(&guarded(), &usual());
    for name in ["production", "staging"] {
        world.clear_log();
        environment(&world, name).ends(0);
        let word = format!("--environment={name}");
        let calls = smoke_calls(&world);
        assert_eq!(calls.len(), 2);
        assert!(calls.iter().all(|call| call.contains(&word)), "{calls:?}");
    }
}

fn of_the_version() {
    let world = world(&guarded(), &usual());
    environment(&world, "production").ends(0);
    let earlier = world.state().projects[0].versions[0].name.clone();
    rebuild(&world, &usual().replace("/counts", "/counted"));
    let ran = environment(&world, "production").ends(0);
    says(&ran, "smoke order: 200, as wanted");
    let back = ["--rollback", "--release", &earlier];
    let ran = environment_with(&world, "production", &back).ends(0);
    assert!(ran.stderr.contains("deployment: done"), "{ran:?}");
    assert!(!ran.stdout.contains("smoke"), "{ran:?}");
    environment(&world, "staging").ends(0);
    let ran = environment_with(&world, "production", &["--promote", "staging"]).ends(0);
    says(&ran, "smoke order: 200, as wanted");
}
