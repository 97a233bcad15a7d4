//! `gusset status`: what runs where, what is left to do, and what went wrong lately.

mod text;

use std::sync::Arc;

use serde::Serialize;

use super::Exit;
use super::load::Paths;
use super::plan::open;
use super::platform::{Reach, Session};
use super::terminal::Terminal;
use crate::compile;
use crate::execute::{Deployed, Logged, deployed_version, errors};
use crate::plan::{ByHand, Place, Scope, Summary, steps_named};
use crate::project::Project;

#[derive(Debug, clap::Args)]
pub(super) struct Arguments {
    #[command(flatten)]
    paths: Paths,
    /// Only this environment
    #[arg(long, value_name = "NAME")]
    environment: Option<String>,
    /// How far back errors of the log are told, as Go writes durations
    #[arg(long, value_name = "DURATION", default_value = "24h")]
    since: String,
    #[command(flatten)]
    reach: Reach,
    /// How to write it
    #[arg(long, value_enum, default_value_t = Format::Text)]
    format: Format,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, clap::ValueEnum)]
enum Format {
    /// For people
    Text,
    /// For programs; `gusset schema status` prints its schema
    Json,
}

/// The version of the JSON form.
const VERSION: u32 = 1;

/// The JSON Schema of the JSON form.
pub(super) const SCHEMA: &str = include_str!(concat!(
    env!("CARGO_MANIFEST_DIR"),
    "/spec-schema/status.schema.json"
));

/// All that is told.
#[derive(Debug, Serialize)]
struct Report {
    format: &'static str,
    version: u32,
    environments: Vec<Status>,
}

/// One environment of one integration.
#[derive(Debug, Serialize)]
struct Status {
    integration: String,
    environment: String,
    /// `null` where nothing was ever deployed.
    deployed: Option<Running>,
    /// The version that the manifest makes.
    wanted: String,
    /// What `apply` would do.
    summary: Summary,
    by_hand: Vec<ByHand>,
    /// Errors of the log, oldest first.
    errors: Vec<Failure>,
    /// Why the log cannot be read.
    #[serde(skip_serializing_if = "Option::is_none")]
    log_unread: Option<String>,
}

#[derive(Debug, Serialize)]
struct Running {
    version: String,
    /// The commit that it was made from, where it says so.
    commit: Option<String>,
    /// The environment's, in the platform's words.
    status: String,
}

/// An error of the log, and the steps of the manifest that it may come from.
#[derive(Debug, Serialize)]
struct Failure {
    #[serde(flatten)]
    logged: Logged,
    sources: Vec<Place>,
}

pub(super) fn run(arguments: &Arguments, terminal: &mut Terminal) -> Exit {
    let mut exit = Exit::Fine;
    let mut all = Vec::new();
    arguments
        .paths
        .find()
        .each(compile::compile, terminal, |terminal, project| {
            let project = Arc::new(project);
            let platform = project.compilation.platform.as_ref();
            let mut names: Vec<String> = platform
                .into_iter()
                .flat_map(|platform| &platform.environments)
                .map(|environment| environment.name.clone())
                .collect();
            if let Some(only) = &arguments.environment {
                names = vec![only.clone()];
            } else if names.is_empty() {
                // The manifest has errors, which opening tells.
                names.push(String::new());
            }
            for name in names {
                let told = status(arguments, &project, name, terminal);
                exit = exit.and(told.as_ref().map_or(Exit::Failed, |status| {
                    match (status.summary.refused, status.by_hand.len()) {
                        (0, 0) => Exit::Fine,
                        (0, _) => Exit::Waiting,
                        _ => Exit::Failed,
                    }
                }));
                all.extend(told);
                if exit == Exit::Failed {
                    break;
                }
            }
        });
    match arguments.format {
        Format::Text => {
            for status in &all {
                terminal.out(&text::status(status));
            }
        }
        Format::Json => {
            let report = Report {
                format: "gusset.status",
                version: VERSION,
                environments: all,
            };
            let text = serde_json::to_string_pretty(&report).unwrap_or_default();
            terminal.out(&format!("{text}\n"));
        }
    }
    exit
}

fn status(
    arguments: &Arguments,
    project: &Arc<Project>,
    environment: String,
    terminal: &mut Terminal,
) -> Option<Status> {
    let scope = Scope::Environment(environment);
    let session = open(
        Arc::clone(project),
        scope,
        &arguments.reach.clone().into(),
        terminal,
    )?;
    terminal.progress("reading the platform …");
    match read(arguments, &session) {
        Ok(status) => Some(status),
        Err(why) => {
            terminal.error(&why);
            None
        }
    }
}

fn read(arguments: &Arguments, session: &Session) -> Result<Status, String> {
    let environment = session.environment();
    let (plan, _) = session.plan();
    let deployed = deployed_version(&session.versori, &session.known, environment)?;
    let logged = match &deployed {
        Some(_) => errors(
            &session.versori,
            &session.known,
            environment,
            &arguments.since,
        ),
        None => Ok(Vec::new()),
    };
    let (logged, log_unread) = match logged {
        Ok(logged) => (logged, None),
        Err(why) => (Vec::new(), Some(why)),
    };
    Ok(Status {
        integration: session.platform.project.clone(),
        environment: environment.to_owned(),
        deployed: deployed.as_ref().map(|deployed| running(session, deployed)),
        wanted: session.platform.files.version_name(),
        by_hand: plan.by_hand().map(|(_, step)| step.clone()).collect(),
        summary: plan.summary,
        errors: logged
            .into_iter()
            .map(|logged| failure(session, logged))
            .collect(),
        log_unread,
    })
}

fn running(session: &Session, deployed: &Deployed) -> Running {
    let clean = |text: &str| session.versori.redactor.clean(text);
    Running {
        version: clean(&deployed.name),
        commit: deployed.commit().map(clean),
        status: clean(&deployed.status),
    }
}

fn failure(session: &Session, logged: Logged) -> Failure {
    let origins = &session.project.compilation.origins;
    let places = steps_named(origins, &logged.workflow, &logged.step);
    let sources = places.into_iter().cloned().collect();
    let clean = |text: String| session.versori.redactor.clean(&text);
    Failure {
        logged: Logged {
            time: clean(logged.time),
            message: clean(logged.message),
            workflow: clean(logged.workflow),
            step: clean(logged.step),
            detail: clean(logged.detail),
        },
        sources,
    }
}
