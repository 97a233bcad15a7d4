//! `gusset plan`

mod base;
mod markdown;
mod text;

use std::sync::Arc;

use camino::Utf8PathBuf;

pub(super) use text::{legend_of, plan as plan_text};

use super::Exit;
use super::load::Paths;
use super::platform::{Options, ScopeOptions, Session};
use super::terminal::{Terminal, visible};
use crate::compile;
use crate::plan::{Plan, Scope};
use crate::project::{Project, overwrite};

#[derive(Debug, clap::Args)]
pub(super) struct Arguments {
    #[command(flatten)]
    paths: Paths,
    #[command(flatten)]
    scope: ScopeOptions,
    /// What has changed since a revision that git has, without the platform
    #[arg(
        long,
        value_name = "REVISION",
        group = "scope",
        conflicts_with_all = ["out", "context", "env_file", "adopt", "system", "target", "exclude"]
    )]
    base: Option<String>,
    #[command(flatten)]
    options: Options,
    /// End with 2 when there are changes, and with 4 when only a person has something to do
    #[arg(long)]
    detailed_exitcode: bool,
    /// Save the plan, for `apply FILE`
    #[arg(long, value_name = "FILE")]
    out: Option<Utf8PathBuf>,
    /// How to write the plan
    #[arg(long, value_enum, default_value_t = Format::Text)]
    format: Format,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, clap::ValueEnum)]
enum Format {
    /// For people
    Text,
    /// For programs; `gusset schema plan` prints its schema
    Json,
    /// For a pull request
    Markdown,
}

pub(super) fn run(arguments: &Arguments, terminal: &mut Terminal) -> Exit {
    let scope = arguments.base.clone().map(Scope::Base);
    let Some(scope) = scope.or_else(|| arguments.scope.scope()) else {
        terminal.error("say what to plan: --setup, --environment NAME, or --base REVISION");
        return Exit::Usage;
    };
    let integrations = arguments.paths.find();
    let one = arguments.out.is_some() || arguments.format == Format::Json;
    if one && integrations.found.len() > 1 {
        terminal.error(&format!(
            "--out and --format json take one integration, and the paths lead to {}",
            integrations.found.len()
        ));
        return Exit::Usage;
    }
    let mut exit = Exit::Fine;
    integrations.each(compile::compile, terminal, |terminal, project| {
        exit = exit.and(plan(arguments, scope.clone(), project, terminal));
    });
    exit
}

fn plan(arguments: &Arguments, scope: Scope, project: Project, terminal: &mut Terminal) -> Exit {
    if let Scope::Base(revision) = &scope {
        return match base::plan(&project, revision, terminal) {
            Some(plan) => told(arguments, &plan, terminal),
            None => Exit::Failed,
        };
    }
    if let Some(path) = &arguments.out
        && !may_be_replaced(path)
    {
        terminal.error(&format!(
            "`{path}` is there and is no saved plan: name another file by --out"
        ));
        return Exit::Failed;
    }
    let Some(session) = open(project, scope, &arguments.options, terminal) else {
        return Exit::Failed;
    };
    terminal.progress("reading the platform …");
    let (plan, entries) = session.plan();
    Session::tell_notes(&entries, terminal);
    if let Some(path) = &arguments.out
        && let Err(error) = overwrite(path, plan.to_json().as_bytes())
    {
        terminal.error(&error.to_string());
        return Exit::Failed;
    }
    let exit = told(arguments, &plan, terminal);
    if let Some(path) = &arguments.out
        && exit != Exit::Failed
    {
        terminal.err(&visible(&format!("saved: {path}\n")));
    }
    exit
}

/// Whether a plan may be saved there: nothing is there, or an earlier plan. A manifest, a
/// lock or a device is not replaced.
fn may_be_replaced(path: &Utf8PathBuf) -> bool {
    let Ok(there) = path.symlink_metadata() else {
        return true;
    };
    let text = || std::fs::read_to_string(path).unwrap_or_default();
    let is_plan = |text: String| {
        let value = serde_json::from_str::<serde_json::Value>(&text).unwrap_or_default();
        value.get("format").and_then(serde_json::Value::as_str) == Some(crate::plan::FORMAT)
    };
    there.is_file() && (there.len() == 0 || is_plan(text()))
}

/// Prints it; and how the command ends.
fn told(arguments: &Arguments, plan: &Plan, terminal: &mut Terminal) -> Exit {
    match arguments.format {
        Format::Text => terminal.out(&text::plan(plan, arguments.options.reach.verbose > 0)),
        Format::Json => terminal.out(&plan.to_json()),
        Format::Markdown => terminal.out(&markdown::plan(plan)),
    }
    if plan.refused().next().is_some() {
        return Exit::Failed;
    }
    exit(plan, arguments.detailed_exitcode)
}

fn exit(plan: &Plan, detailed: bool) -> Exit {
    match (detailed, plan.has_changes(), plan.by_hand().next()) {
        (true, true, _) => Exit::Changes,
        (true, false, Some(_)) => Exit::Waiting,
        _ => Exit::Fine,
    }
}

/// Opens a session, or tells why not.
pub(super) fn open(
    project: impl Into<Arc<Project>>,
    scope: Scope,
    options: &Options,
    terminal: &mut Terminal,
) -> Option<Session> {
    let project = project.into();
    // Warnings are for `check`.
    if project.has_errors() {
        let findings = &project.compilation.diagnostics;
        terminal.err_findings(&project.shown_sources(), findings);
        return None;
    }
    match Session::open(project, scope, options) {
        Ok(session) => Some(session),
        Err(why) => {
            terminal.error(&why);
            None
        }
    }
}
