//! The pipelines of `docs/ci.md`: every command in them is run, by the real gusset and
//! Deno, against the stand-in.

use std::collections::{BTreeMap, BTreeSet};

use libtest_mimic::Trial;
use serde_json::Value;
use stand_in::state::State;

use super::shims::World;
use super::trial;
use crate::support::folder::{Folder, repository};
use crate::support::page::Example;
use crate::support::{deno, yaml};

pub fn trials() -> Vec<Trial> {
    vec![
        trial("the_pipeline_for_github_runs", github),
        trial("the_pipeline_for_gitlab_runs", gitlab),
        trial("the_pipelines_name_every_secret", secrets),
        trial("the_pipelines_understand_exit_codes", codes),
    ]
}

/// What happens in a pipeline, and who has opened the pull request.
#[derive(Clone, Copy, Debug, PartialEq)]
enum Event {
    Fork,
    PullRequest,
    Main,
}

/// One command of a job, with the variables that only it has.
struct Command {
    text: String,
    variables: BTreeMap<String, String>,
}

struct Job {
    name: String,
    /// When it runs, in the provider's words.
    condition: String,
    needs: Option<String>,
    commands: Vec<Command>,
    /// Codes that are only a warning.
    tolerated: Vec<i64>,
}

fn page() -> String {
    std::fs::read_to_string(repository().join("docs/ci.md")).expect("the page")
}

/// A file of the page.
fn file(part: &str, path: &str) -> String {
    let example = Example::read(&page(), part).expect("the part");
    let files: BTreeMap<String, String> = example.files.into_iter().collect();
    files.get(path).unwrap_or_else(|| panic!("{path}")).clone()
}

fn text(value: &Value) -> String {
    match value {
        Value::String(text) => text.clone(),
        Value::Null => String::new(),
        other => other.to_string(),
    }
}

fn variables(value: &Value) -> BTreeMap<String, String> {
    let pairs = value.as_object().into_iter().flatten();
    pairs
        .map(|(name, value)| (name.clone(), text(value)))
        .collect()
}

fn list(value: &Value) -> impl Iterator<Item = &Value> {
    value.as_array().into_iter().flatten()
}

fn github_jobs() -> (Vec<Job>, BTreeMap<String, String>) {
    let pipeline = yaml::parse(&file("GitHub Actions", ".github/workflows/integration.yml"));
    let jobs = pipeline["jobs"].as_object().expect("jobs").iter();
    let jobs = jobs
        .map(|(name, job)| {
            let mut commands = Vec::new();
            for step in list(&job["steps"]) {
                match step.get("uses") {
                    Some(action) => assert_eq!(action, "actions/checkout@v4"),
                    None => commands.push(Command {
                        text: text(&step["run"]),
                        variables: variables(&step["env"]),
                    }),
                }
            }
            Job {
                name: name.clone(),
                condition: text(&job["if"]),
                needs: job["needs"].as_str().map(str::to_owned),
                commands,
                tolerated: Vec::new(),
            }
        })
        .collect();
    (jobs, variables(&pipeline["env"]))
}

fn gitlab_jobs() -> Vec<Job> {
    let pipeline = yaml::parse(&file("GitLab", ".gitlab-ci.yml"));
    let stages: Vec<String> = list(&pipeline["stages"]).map(text).collect();
    let all = pipeline.as_object().expect("a pipeline").iter();
    all.filter(|(_, job)| job.get("script").is_some())
        .map(|(name, job)| {
            let rules: Vec<String> = list(&job["rules"]).map(|rule| text(&rule["if"])).collect();
            assert!(stages.contains(&text(&job["stage"])), "{name}");
            let codes = &job["allow_failure"]["exit_codes"];
            Job {
                name: name.clone(),
                condition: rules.join(" or "),
                needs: None,
                commands: list(&job["script"])
                    .map(|line| Command {
                        text: text(line),
                        variables: BTreeMap::new(),
                    })
                    .collect(),
                tolerated: codes.as_i64().into_iter().collect(),
            }
        })
        .collect()
}

/// Whether a job runs. Every condition of the page is known here.
fn runs(condition: &str, event: Event) -> bool {
    let same = "github.event.pull_request.head.repo.full_name == github.repository";
    let merge = "$CI_PIPELINE_SOURCE == \"merge_request_event\"";
    let own = "$CI_MERGE_REQUEST_SOURCE_PROJECT_ID == $CI_PROJECT_ID";
    if condition.is_empty() {
        true
    } else if condition == "github.event_name == 'pull_request'" || condition == merge {
        event != Event::Main
    } else if condition == format!("github.event_name == 'pull_request' && {same}")
        || condition == format!("{merge} && {own}")
    {
        event == Event::PullRequest
    } else if condition == "github.event_name == 'push'"
        || condition == "$CI_COMMIT_BRANCH == $CI_DEFAULT_BRANCH"
    {
        event == Event::Main
    } else {
        panic!("no such condition: {condition}")
    }
}

const SECRETS: &[&str] = &[
    "OPERATIONS_INCOMING_API_KEY",
    "ERP_CLIENT_ID",
    "ERP_CLIENT_SECRET",
    "WAREHOUSE_USERNAME",
    "WAREHOUSE_PASSWORD",
];

/// An organisation with nothing but a repository, set up by a person.
struct Bench {
    world: World,
    base: String,
}

fn bench() -> Bench {
    let state = State::new();
    let mut world = World::new(&state);
    for tool in ["git", "sh"] {
        world.tool(tool, None);
    }
    world.tool("gusset", Some(env!("CARGO_BIN_EXE_gusset").as_ref()));
    world.tool("deno", Some(deno::pinned().path()));
    for fetched in ["cargo", "npm", "curl", "gh"] {
        let log = world.log_path().with_file_name("fetched");
        let line = format!("printf '%s\\n' \"{fetched} $*\" >> '{}'", log.display());
        world.fake(fetched, &line);
    }
    for (path, bytes) in Folder::copy_of("examples/resend-order").files() {
        world.write(&path, &String::from_utf8(bytes).expect("UTF-8"));
    }
    world.write("ci/install.sh", &file("Tools", "ci/install.sh"));
    world.variables.insert("TERM".into(), "xterm".into());
    // What a person does before the first merge.
    shell(&world, "gusset build");
    for line in console() {
        let line = line.replace("apply --setup", "apply --setup --yes");
        shell(&world, &line);
    }
    assert!(world.read("gusset.lock").contains("[systems]"));
    shell(&world, "git init --quiet --initial-branch=main");
    let base = commit(&world);
    Bench { world, base }
}

/// The commands that the page shows to people.
fn console() -> Vec<String> {
    let page = page();
    let lines = page.lines().filter_map(|line| line.strip_prefix("$ "));
    let lines: Vec<String> = lines.map(str::to_owned).collect();
    assert_eq!(lines, ["gusset plan --setup", "gusset apply --setup"]);
    lines
}

fn commit(world: &World) -> String {
    shell(world, "git add --all");
    shell(
        world,
        "git -c user.name=a -c user.email=a@example.com commit --quiet --message x",
    );
    shell(world, "git rev-parse HEAD").trim().to_owned()
}

/// Runs a line that has to succeed.
#[track_caller]
fn shell(world: &World, line: &str) -> String {
    let output = world.run("bash", &["-c", line]);
    let (stdout, stderr) = (
        String::from_utf8_lossy(&output.stdout).into_owned(),
        String::from_utf8_lossy(&output.stderr).into_owned(),
    );
    assert!(output.status.success(), "{line}\n{stdout}\n{stderr}");
    stdout
}

/// What a variable of the page is in this pipeline.
fn resolved(value: &str, bench: &Bench, event: Event) -> String {
    let Some(expression) = value.strip_prefix("${{ ") else {
        return value.to_owned();
    };
    let name = expression.trim_end_matches(" }}");
    match name.split_once('.') {
        Some(("secrets", _)) if event == Event::Fork => String::new(),
        Some(("secrets", name)) => secret(name),
        Some(("vars", name)) => setting(name, bench),
        Some(("github", "token")) => "token".to_owned(),
        Some(("github", "event.pull_request.base.sha")) => bench.base.clone(),
        Some(("github", "event.pull_request.number")) => "7".to_owned(),
        _ => panic!("no such expression: {value}"),
    }
}

fn secret(name: &str) -> String {
    assert!(SECRETS.contains(&name) || name == "VERSORI_JWT", "{name}");
    format!("canary-{name}")
}

fn setting(name: &str, bench: &Bench) -> String {
    match name {
        "GUSSET_REVISION" => "0123456789".to_owned(),
        "VERSORI_VERSION" => "v0.1.1".to_owned(),
        "VERSORI_ORGANISATION" => bench.world.state().contexts[0].organisation.clone(),
        _ => panic!("no such variable: {name}"),
    }
}

/// The variables that GitLab gives to every job.
fn of_gitlab(bench: &Bench, event: Event) -> BTreeMap<String, String> {
    let mut all: BTreeMap<String, String> = ["GUSSET_REVISION", "VERSORI_VERSION"]
        .iter()
        .chain(&["VERSORI_ORGANISATION"])
        .map(|name| ((*name).to_owned(), setting(name, bench)))
        .collect();
    if event != Event::Fork {
        for name in SECRETS.iter().chain(&["VERSORI_JWT"]) {
            all.insert((*name).to_owned(), secret(name));
        }
    }
    for (name, value) in [
        ("CI_MERGE_REQUEST_DIFF_BASE_SHA", bench.base.as_str()),
        ("CI_API_V4_URL", "https://gitlab.example.com/api/v4"),
        ("CI_PROJECT_ID", "3"),
        ("CI_MERGE_REQUEST_IID", "7"),
        ("GITLAB_TOKEN", "canary-GITLAB_TOKEN"),
    ] {
        all.insert(name.to_owned(), value.to_owned());
    }
    all
}

/// Runs the jobs of one pipeline; gives for each its name and how it ended, and all that
/// was printed.
fn pipeline(
    bench: &mut Bench,
    jobs: &[Job],
    common: &BTreeMap<String, String>,
    event: Event,
) -> (Vec<(String, i32)>, String) {
    let summary = bench.world.log_path().with_file_name("summary.md");
    let mut ended: Vec<(String, i32)> = Vec::new();
    let mut said = String::new();
    for job in jobs.iter().filter(|job| runs(&job.condition, event)) {
        let is_blocked = job.needs.as_ref().is_some_and(|needed| {
            !ended
                .iter()
                .any(|(name, code)| name == needed && *code == 0)
        });
        assert!(!is_blocked, "{}: {ended:?}\n{said}", job.name);
        // Each job has a machine of its own.
        let mut state = bench.world.state();
        state.contexts.retain(|context| context.name != "ci");
        state.active_context = String::new();
        state.save(&bench.world.state_path());
        let mut code = 0;
        for command in &job.commands {
            let before = bench.world.variables.clone();
            let given = common.iter().chain(&command.variables);
            for (name, value) in given {
                let value = resolved(value, bench, event);
                if !value.is_empty() {
                    bench.world.variables.insert(name.clone(), value);
                }
            }
            let file = ("GITHUB_STEP_SUMMARY".into(), summary.display().to_string());
            bench.world.variables.extend([file]);
            // As both providers run it.
            let words = [
                "--noprofile",
                "--norc",
                "-eo",
                "pipefail",
                "-c",
                &command.text,
            ];
            let output = bench.world.run("bash", &words);
            bench.world.variables = before;
            said.push_str(&String::from_utf8_lossy(&output.stdout));
            said.push_str(&String::from_utf8_lossy(&output.stderr));
            code = output.status.code().unwrap_or(-1);
            if code != 0 {
                break;
            }
        }
        if job.tolerated.contains(&i64::from(code)) {
            code = 0;
        }
        ended.push((job.name.clone(), code));
    }
    (ended, said)
}

fn fine(names: &[&str]) -> Vec<(String, i32)> {
    names.iter().map(|name| ((*name).to_owned(), 0)).collect()
}

/// A pull request: the project's files change.
fn change(bench: &Bench, from: &str, to: &str) {
    let manifest = bench.world.read("integration.toml");
    let (old, new) = (
        format!("description = \"{from} "),
        format!("description = \"{to} "),
    );
    assert!(manifest.contains(&old));
    bench
        .world
        .write("integration.toml", &manifest.replace(&old, &new));
    shell(&bench.world, "gusset build");
    commit(&bench.world);
}

fn github() {
    let (jobs, common) = github_jobs();
    whole(&jobs, |_, _| common.clone(), true);
}

fn gitlab() {
    let jobs = gitlab_jobs();
    whole(&jobs, of_gitlab, false);
}

/// A fork's pull request, one of the repository's own, and what happens on main.
fn whole(
    jobs: &[Job],
    common: impl Fn(&Bench, Event) -> BTreeMap<String, String>,
    is_github: bool,
) {
    let mut bench = bench();
    let on_main = common(&bench, Event::Main);
    // Nothing is deployed yet, and only one of the environments is there.
    change(&bench, "Sends one", "Sends an");
    let variables = common(&bench, Event::Fork);
    // Without the platform's command line, so that nothing can need it.
    let place = bench.world.log_path().with_file_name("bin/versori");
    let hidden = place.with_file_name("hidden");
    std::fs::rename(&place, &hidden).expect("it can be hidden");
    let (ended, said) = pipeline(&mut bench, jobs, &variables, Event::Fork);
    std::fs::rename(&hidden, &place).expect("it is back");
    assert_eq!(ended, fine(&["verify", "changes"]), "{said}");
    let changes = if is_github {
        let summary = bench.world.log_path().with_file_name("summary.md");
        std::fs::read_to_string(summary).unwrap_or_default()
    } else {
        bench.world.read("changes.md")
    };
    for word in ["| create | version |", "deployment staging", "```diff"] {
        assert!(changes.contains(word), "{word}: {changes}");
    }

    let variables = common(&bench, Event::PullRequest);
    let before = bench.world.state();
    let (ended, said) = pipeline(&mut bench, jobs, &variables, Event::PullRequest);
    let plan = bench.world.read("plan.md");
    let jobs_run = fine(&["verify", "changes", "plan"]);
    assert_eq!(ended, jobs_run, "{said}\n{plan}");
    for word in [
        "set-up",
        "environment `staging`",
        "environment `production`",
    ] {
        assert!(plan.contains(word), "{word}: {plan}");
    }
    let after = bench.world.state();
    assert_eq!(after.projects, before.projects, "a plan changes nothing");
    let fetched = bench.world.log_path().with_file_name("fetched");
    let fetched = std::fs::read_to_string(fetched).unwrap_or_default();
    let comment = if is_github {
        "gh pr comment 7 --edit-last --create-if-none --body-file plan.md\n"
    } else {
        "--data-urlencode body@plan.md https://gitlab.example.com/api/v4/projects/3/merge_requests/7/notes\n"
    };
    for word in [
        "cargo install --locked --git https://github.com/gusset-dev/gusset --rev 0123456789 gusset\n",
        "npm install --global deno@",
        comment,
    ] {
        assert!(fetched.contains(word), "{word}: {fetched}");
    }

    deployed(&mut bench, jobs, &on_main, 1);
    if is_github {
        // Once more, and with something new.
        deployed(&mut bench, jobs, &on_main, 1);
        change(&bench, "Sends an", "Sends another");
        deployed(&mut bench, jobs, &on_main, 2);
    }
    // Nothing that the contract forbids was called, nor a secret given as an argument.
    for call in bench.world.calls() {
        assert!(
            !call.iter().any(|word| word.contains("canary-")),
            "{call:?}"
        );
    }
}

/// Main, which deploys to both environments and tells no secret.
#[track_caller]
fn deployed(
    bench: &mut Bench,
    jobs: &[Job],
    variables: &BTreeMap<String, String>,
    versions: usize,
) {
    let (ended, said) = pipeline(bench, jobs, variables, Event::Main);
    assert_eq!(ended, fine(&["verify", "staging", "production"]), "{said}");
    assert!(!said.contains("canary-"), "{said}");
    let state = bench.world.state();
    let [project] = state.projects.as_slice() else {
        panic!("one project");
    };
    assert_eq!(project.versions.len(), versions, "{said}");
    assert_eq!(project.environments.len(), 2);
    for environment in &project.environments {
        assert_eq!(environment.status, "running", "{}", environment.name);
        assert_eq!(environment.deployed.as_ref(), Some(&project.versions[0].id));
    }
}

/// The page's secrets are those of the integration that it is run with.
fn secrets() {
    let example = repository().join("examples/resend-order/versori/.env.example");
    let example = std::fs::read_to_string(example).expect("the example");
    let wanted: BTreeSet<&str> = example
        .lines()
        .filter_map(|line| line.strip_suffix("=''"))
        .collect();
    assert_eq!(wanted, SECRETS.iter().copied().collect());
    for job in github_jobs().0 {
        let named: BTreeSet<String> = job
            .commands
            .iter()
            .flat_map(|command| command.variables.keys().cloned())
            .filter(|name| SECRETS.contains(&name.as_str()))
            .collect();
        let is_apply = ["staging", "production"].contains(&job.name.as_str());
        assert_eq!(named.len(), if is_apply { SECRETS.len() } else { 0 });
    }
}

/// What each command of the page makes of gusset's exit codes.
fn codes() {
    let (of_github, _) = github_jobs();
    let of_gitlab = gitlab_jobs();
    for (jobs, is_github) in [(of_github, true), (of_gitlab, false)] {
        for (job, part, code, ends, says) in [
            ("verify", "build --check", 3, 3, "::error::"),
            ("verify", "build --check", 1, 1, ""),
            ("verify", "gusset check", 1, 1, ""),
            ("plan", "gusset plan", 2, 0, ""),
            ("plan", "gusset plan", 4, 0, ""),
            ("plan", "gusset plan", 1, 1, ""),
            ("staging", "gusset apply", 4, 0, "::warning::"),
            ("production", "gusset apply", 4, 0, "::warning::"),
            ("production", "gusset apply", 1, 1, ""),
        ] {
            let world = World::new(&State::new());
            world.fake("gusset", &format!("exit {code}"));
            let job = jobs.iter().find(|one| one.name == job).expect("the job");
            let mut commands = job.commands.iter();
            let command = commands.find(|one| one.text.contains(part)).expect(part);
            let words = ["-eo", "pipefail", "-c", &command.text];
            let output = world.run("bash", &words);
            let mut had = output.status.code().unwrap_or(-1);
            if job.tolerated.contains(&i64::from(had)) {
                had = 0;
            }
            assert_eq!(had, ends, "{} {part} {code}", job.name);
            let said = String::from_utf8_lossy(&output.stdout);
            if is_github {
                assert!(said.contains(says), "{} {part} {code}: {said}", job.name);
            }
        }
    }
}
