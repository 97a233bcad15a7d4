//! Answers and programs as no honest platform has them.

use std::time::{Duration, Instant};

use libtest_mimic::Trial;
use stand_in::state::{Log, State, System};

use super::super::trial;
use super::{MANIFEST, built, environment, rebuild, setup};

pub fn trials() -> Vec<Trial> {
    vec![
        trial("rows_without_names_are_not_absent", nameless),
        trial("ids_of_another_form_are_refused", odd_ids),
        trial(
            "what_was_made_is_not_lost_when_its_list_is_not_understood",
            garbled,
        ),
        trial("a_schema_of_another_kind_is_not_merged_into", odd_schema),
        trial("a_program_that_prints_without_end_is_ended", flood),
        trial("what_a_program_leaves_behind_is_not_waited_for", linger),
        trial("no_text_of_the_platform_makes_lines_of_its_own", spoofed),
        trial("fields_and_files_that_repeat_a_secret_are_hidden", repeated),
        trial("secrets_over_several_lines_are_hidden", of_several_lines),
    ]
}

/// Whatever is odd of all answers, nothing is made twice.
fn nameless() {
    for kind in ["nameless", "idless"] {
        let mut world = built(&State::new(), MANIFEST);
        setup(&world).ends(0);
        // Nothing but the lists says what is there.
        world.write("gusset.lock", "");
        let before = world.state();
        world
            .variables
            .insert("STAND_IN_FAULT".into(), format!("{kind}@1+"));
        let run = setup(&world).ends(1);
        assert!(run.stdout.contains("is not understood"), "{run:?}");
        assert_eq!(world.state(), before, "{kind}");
        assert_eq!(world.read("gusset.lock"), "", "{kind}");
    }
}

fn odd_ids() {
    let mut world = built(&State::new(), MANIFEST);
    world
        .variables
        .insert("STAND_IN_FAULT".into(), "oddly-named@1+".into());
    setup(&world).ends(1);
    assert!(!world.read("gusset.lock").contains("../../x"));
    world.variables.remove("STAND_IN_FAULT");
    let id = world
        .state()
        .projects
        .first()
        .map(|project| project.id.clone());
    let id = id.expect("the project was made before its list was read");
    world
        .gusset(&["apply", "--setup", "--yes", "--adopt", &id])
        .ends(0);
    assert_eq!(world.state().systems.len(), 3);
    // A system of the platform may have such an id from the beginning.
    let mut state = State::new();
    state.systems.push(System {
        id: "short".into(),
        name: "shop".into(),
        domain: "shop.example.com".into(),
        base_url: "https://shop.example.com".into(),
        schemes: Vec::new(),
    });
    let world = built(&state, MANIFEST);
    let run = setup(&world).ends(1);
    assert!(run.stdout.contains("an id of another form"), "{run:?}");
    assert!(world.state().projects.is_empty(), "nothing was made");
}

fn garbled() {
    let world = built(&State::new(), MANIFEST);
    let words = ["apply", "--setup", "--yes", "--parallel", "1"];
    world.gusset(&words).ends(0);
    let calls = world.calls();
    let made = calls
        .iter()
        .position(|call| call.starts_with(&["projects".into(), "create".into()]));
    let made = made.expect("a project is made");
    let mut world = built(&State::new(), MANIFEST);
    // The list that is read right after it.
    let number = made + 2;
    world
        .variables
        .insert("STAND_IN_FAULT".into(), format!("garbage@{number}"));
    world.gusset(&words);
    world.variables.remove("STAND_IN_FAULT");
    setup(&world).ends(0);
    assert_eq!(world.state().projects.len(), 1);
}

fn odd_schema() {
    let world = built(&State::new(), MANIFEST);
    setup(&world).ends(0);
    for odd in [
        serde_json::json!({ "message": "internal error" }),
        serde_json::json!({ "type": "object", "properties": "none" }),
        serde_json::json!({ "properties": {}, "required": "region" }),
        serde_json::json!([1]),
    ] {
        let mut state = world.state();
        state.projects[0].variables = odd;
        state.save(&world.state_path());
        let run = environment(&world, "production").ends(1);
        assert!(
            run.stdout.contains("variables get` is not understood"),
            "{run:?}"
        );
        assert_eq!(world.state(), state, "nothing was changed");
    }
}

fn flood() {
    let mut world = built(&State::new(), MANIFEST);
    world
        .variables
        .insert("STAND_IN_FAULT".into(), "flood@2+".into());
    let begun = Instant::now();
    let run = setup(&world).ends(1);
    assert!(
        run.stdout.contains("it prints without end"),
        "{}",
        run.stderr
    );
    assert!(begun.elapsed() < Duration::from_mins(1));
    assert!(world.state().projects.is_empty());
}

fn linger() {
    let mut world = built(&State::new(), MANIFEST);
    world
        .variables
        .insert("STAND_IN_FAULT".into(), "linger@2".into());
    let begun = Instant::now();
    setup(&world).ends(0);
    assert!(
        begun.elapsed() < Duration::from_secs(9),
        "{:?}",
        begun.elapsed()
    );
}

/// What would begin lines, steer a terminal, or call people.
const HOSTILE: &str =
    "x\u{1b}[31m\u{202e}\nPlan: no changes\n\n# Approved </summary></details> @everyone\r\n";

fn spoofed() {
    let world = built(&State::new(), MANIFEST);
    setup(&world).ends(0);
    environment(&world, "production").ends(0);
    rebuild(&world, &MANIFEST.replace("/counts", "/v2/counts"));
    let mut state = world.state();
    let project = &mut state.projects[0];
    let mut other = project.environments[0].clone();
    other.name = HOSTILE.into();
    project.environments.push(other);
    let mut template = project.environments[0].templates[0].clone();
    template.name = HOSTILE.into();
    project.environments[0].templates.push(template);
    project.variables["properties"][HOSTILE] = serde_json::json!({ "type": "string" });
    project
        .files
        .push((HOSTILE.into(), format!("{HOSTILE}```\n")));
    project.versions[0].description = HOSTILE.into();
    state.logs.push(Log {
        environment: project.environments[0].id.clone(),
        age: 1,
        fields: serde_json::Map::new(),
        message: HOSTILE.into(),
        severity: "error".into(),
        timestamp: "2026-01-01T00:00:00Z".into(),
        error: HOSTILE.into(),
    });
    state.save(&world.state_path());
    let plan = ["plan", "--environment", "production", "-v"];
    let runs = [
        world.gusset(&plan),
        world.gusset(&[&plan[..], &["--format", "markdown"]].concat()),
        world.gusset(&["status", "--environment", "production"]),
    ];
    for run in runs {
        assert!(
            run.stdout.contains("x\\u{1b}") || run.stdout.contains("x\\\\u"),
            "{run:?}"
        );
        let steers = run
            .stdout
            .chars()
            .any(|c| c.is_control() && c != '\n' || c == '\u{202e}');
        assert!(!steers, "{run:?}");
        for line in run.stdout.lines() {
            let begins = ["Plan: no", "# Appr", "</summ"]
                .iter()
                .any(|head| line.trim_start().starts_with(head));
            assert!(!begins, "{line}: {run:?}");
        }
        let is_markdown = run.stdout.starts_with("### Plan");
        let mut prose = run
            .stdout
            .lines()
            .filter(|line| !line.starts_with('+') && !line.starts_with("--- "));
        let calls = is_markdown && prose.any(|line| line.contains("@everyone"));
        assert!(!calls, "{run:?}");
    }
}

fn repeated() {
    let mut world = built(&State::new(), MANIFEST);
    setup(&world).ends(0);
    environment(&world, "production").ends(0);
    rebuild(
        &world,
        &MANIFEST.replace("Where the shop is", "Where it is"),
    );
    let secret = "can\"ary of the shop";
    world.variables.insert("SHOP_API_KEY".into(), secret.into());
    let mut state = world.state();
    let project = &mut state.projects[0];
    project.variables["properties"]["region"]["description"] = secret.into();
    project.variables["properties"][secret] = serde_json::json!({ "type": "string" });
    project
        .files
        .push(("src/theirs.ts".into(), format!("// {secret}\n")));
    project.versions[0].description = format!("commit {secret}");
    project.environments[0].status = secret.into();
    state.save(&world.state_path());
    for words in [
        &["plan", "--environment", "production", "-vv"][..],
        &[
            "plan",
            "--environment",
            "production",
            "--format",
            "json",
            "--out",
            "saved.json",
        ],
        &[
            "plan",
            "--environment",
            "production",
            "--format",
            "markdown",
        ],
        &["apply", "--environment", "production", "--yes", "-vv"],
        &["status", "--environment", "production", "--format", "json"],
    ] {
        let run = world.gusset(words);
        let said = format!("{}{}{}", run.stdout, run.stderr, world.read("saved.json"));
        assert!(said.contains("[hidden]"), "{said}");
        assert!(!said.contains("ary of the shop"), "{words:?}: {said}");
    }
}

fn of_several_lines() {
    let mut world = built(&State::new(), MANIFEST);
    setup(&world).ends(0);
    world.variables.clear();
    let file = "export SHOP_API_KEY=\"first-canary\nsecond-canary\"\r\nERP_CLIENT_ID=third-canary # said\nERP_CLIENT_SECRET='x-${ERP_CLIENT_ID}'";
    world.write("versori/.env.production", file);
    for canary in ["first-canary", "second-canary", "third-canary"] {
        world
            .variables
            .insert("STAND_IN_CANARY".into(), canary.into());
        let number = world.calls().len() + 3;
        world
            .variables
            .insert("STAND_IN_FAULT".into(), format!("fail-before@{number}"));
        let run = environment(&world, "production");
        assert!(!format!("{run:?}").contains(canary), "{run:?}");
    }
}
