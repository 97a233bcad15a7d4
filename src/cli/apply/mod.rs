//! `gusset apply`: plans, asks, and carries out what was shown.

mod ask;
mod host;
mod report;
mod smoke;

use camino::{Utf8Path, Utf8PathBuf};

use super::deno::Deno;
use super::load::Paths;
use super::plan::{open, plan_text};
use super::platform::{Options, ScopeOptions, Session};
use super::terminal::Terminal;
use super::{Exit, verify};
use crate::compile;
use crate::execute::{Entry, Host, carry_out};
use crate::plan::{Plan, Scope, moved};
use crate::project::{Compile, OUTPUT, Output, Project, ask_git, write_new};
use crate::steps::Address;
use host::Carrier;

#[derive(Debug, clap::Args)]
pub(super) struct Arguments {
    #[command(flatten)]
    paths: Paths,
    #[command(flatten)]
    scope: ScopeOptions,
    #[command(flatten)]
    options: Options,
    /// A plan that `plan --out` saved; refused when it is not what would be done now
    #[arg(long, value_name = "FILE", conflicts_with = "scope")]
    plan: Option<Utf8PathBuf>,
    /// Do not ask
    #[arg(long, short)]
    yes: bool,
    /// Deploy without running `verify`, because it ran just before
    #[arg(long)]
    no_verify: bool,
    /// Do not make the smoke calls that the manifest declares
    #[arg(long)]
    no_smoke: bool,
    /// What is said of a version; else the commit that is checked out
    #[arg(long, value_name = "TEXT")]
    commit: Option<String>,
    /// The Deno of `verify`; else the variable GUSSET_DENO, else `deno` in PATH
    #[arg(long, value_name = "PATH")]
    deno: Option<Utf8PathBuf>,
}

pub(super) fn run(arguments: &Arguments, terminal: &mut Terminal) -> Exit {
    let (saved, paths) = match saved(arguments) {
        Ok(found) => found,
        Err(why) => {
            terminal.error(&why);
            return Exit::Failed;
        }
    };
    let scope = match &saved {
        Some(plan) => Some(plan.scope.clone()),
        None => arguments.scope.scope(),
    };
    let Some(scope) = scope else {
        terminal.error("say what to apply: --setup, --environment NAME, or a saved plan");
        return Exit::Usage;
    };
    let mut options = arguments.options.clone();
    if let Some(plan) = &saved {
        options.choices.select(plan);
    }
    let mut exit = Exit::Fine;
    // With the generated inputs, where something may be deployed and verified.
    let compile: Compile = match &scope {
        Scope::Environment(_) if !arguments.no_verify => compile::verify,
        _ => compile::compile,
    };
    paths.find().each(compile, terminal, |terminal, project| {
        let done = open(project, scope.clone(), &options, terminal)
            .map_or(Ok(Exit::Failed), |session| {
                apply(arguments, session, saved.as_ref(), terminal)
            });
        exit = exit.and(done.unwrap_or_else(|why| {
            terminal.error(&why);
            Exit::Failed
        }));
    });
    exit
}

/// The saved plan, by `--plan` or as a path that is no manifest, and the other paths.
fn saved(arguments: &Arguments) -> Result<(Option<Plan>, Paths), String> {
    let is_plan = |path: &Utf8PathBuf| path.extension() == Some("json") && path.is_file();
    let (mut plans, mut rest): (Vec<Utf8PathBuf>, Vec<Utf8PathBuf>) =
        arguments.paths.paths.iter().cloned().partition(is_plan);
    plans.extend(arguments.plan.clone());
    if rest.is_empty() {
        rest.push(".".into());
    }
    let paths = Paths { paths: rest };
    let [path] = plans.as_slice() else {
        return match plans.len() {
            0 => Ok((None, paths)),
            _ => Err("one saved plan at a time".to_owned()),
        };
    };
    let text = std::fs::read_to_string(path)
        .map_err(|error| format!("the plan {path} cannot be read: {error}"))?;
    let plan = Plan::read(&text).map_err(|why| format!("the plan {path} is refused: {why}"))?;
    if let Scope::Base(_) = plan.scope {
        return Err(format!(
            "the plan {path} compares two revisions: there is nothing to apply"
        ));
    }
    Ok((Some(plan), paths))
}

fn apply(
    arguments: &Arguments,
    mut session: Session,
    saved: Option<&Plan>,
    terminal: &mut Terminal,
) -> Result<Exit, String> {
    needs_current_output(&session.project)?;
    needs_setup(&session)?;
    let _guard = session.take_guard(terminal, "apply")?;
    if session.scope == Scope::Setup {
        session
            .bindings
            .try_folder()
            .map_err(|error| error.to_string())?;
    }
    terminal.progress("reading the platform …");
    let (plan, entries) = session.plan();
    Session::tell_notes(&entries, terminal);
    if let Some(saved) = saved {
        let reasons = moved(saved, &plan);
        if !reasons.is_empty() {
            let told: Vec<String> = reasons.iter().map(ToString::to_string).collect();
            return Err(format!(
                "the saved plan is refused: {}; plan again",
                told.join("; and ")
            ));
        }
    }
    terminal.out(&plan_text(&plan, arguments.options.reach.verbose > 0));
    if let Some(refused) = plan.refused().next() {
        return Err(format!(
            "nothing was changed, since the {} cannot be: mend that, or leave it out by --exclude",
            refused.object
        ));
    }
    if !plan.has_changes() {
        let waits = plan.by_hand().next().is_some();
        return Ok(if waits { Exit::Waiting } else { Exit::Fine });
    }
    let is_agreed = arguments.yes || saved.is_some();
    if !is_agreed && !ask::agreed(terminal)? {
        terminal.out("Nothing was changed.\n");
        return Ok(Exit::Failed);
    }
    if deploys(&entries) && !arguments.no_verify {
        verified(arguments, &session.project, terminal)?;
    }
    carried_out(arguments, &mut session, &entries, terminal)
}

/// What is deployed has to be what is in the repository.
fn needs_current_output(project: &Project) -> Result<(), String> {
    let root = project.shown(OUTPUT);
    let output = Output::compare(&root, &project.compilation.artifacts, false)
        .map_err(|error| error.to_string())?;
    if output.is_current() {
        return Ok(());
    }
    Err(format!(
        "{root} is not what the manifest says: run `gusset build`, look at what it changes, and commit it"
    ))
}

/// An environment's steps find nothing of set-up themselves.
fn needs_setup(session: &Session) -> Result<(), String> {
    if session.scope == Scope::Setup {
        return Ok(());
    }
    let lock = &session.bindings.lock;
    let missing = session
        .platform
        .systems
        .iter()
        .find(|system| lock.id(&Address::System(system.name.clone())).is_none());
    if lock.project.is_empty() {
        return Err("gusset.lock has no project: run `gusset apply --setup` first".to_owned());
    }
    match missing {
        Some(system) => Err(format!(
            "gusset.lock has no system {}: run `gusset apply --setup` first",
            system.name
        )),
        None => Ok(()),
    }
}

fn deploys(entries: &[Entry]) -> bool {
    let is_version = |entry: &&Entry| entry.at == Address::Version;
    entries
        .iter()
        .filter(is_version)
        .any(|entry| entry.decision.is_change())
}

/// Runs `verify` on what will be uploaded.
fn verified(
    arguments: &Arguments,
    project: &Project,
    terminal: &mut Terminal,
) -> Result<(), String> {
    let deno = Deno::find(arguments.deno.as_deref())
        .map_err(|why| format!("{why}; or deploy without it by --no-verify"))?;
    if verify::verify(&deno, project, terminal) == Exit::Fine {
        return Ok(());
    }
    Err("nothing was changed: `verify` does not pass".to_owned())
}

fn carried_out(
    arguments: &Arguments,
    session: &mut Session,
    entries: &[Entry],
    terminal: &mut Terminal,
) -> Result<Exit, String> {
    let folder = Utf8Path::from_path(session.scratch.path())
        .ok_or("the temporary folder's path is not UTF-8: set TMPDIR")?
        .to_owned();
    // Exactly what was compiled and verified, whatever happens to the working tree meanwhile.
    let root = folder.join(OUTPUT);
    write_new(root.as_std_path(), &session.project.compilation.artifacts)
        .map_err(|error| format!("cannot write to `{root}`: {error}"))?;
    session.known.commit = commit(arguments, &session.project);
    let files: Vec<String> = session
        .platform
        .files
        .iter()
        .map(|file| file.path.clone())
        .collect();
    let carrier = Carrier::new(session, folder, terminal);
    let done = carry_out(&carrier, session.start(&files, entries), &session.steps);
    let interrupted = carrier.is_stopping();
    let exit = report::tell(&done, &session.versori.redactor, interrupted, terminal);
    if matches!(exit, Exit::Fine | Exit::Waiting) && !interrupted {
        session.end_journal()?;
        let is_due = smoke::is_renewed(&done) && session.is_of_manifest();
        if is_due && !arguments.no_smoke && !smoke::call_all(session, terminal) {
            return Ok(Exit::Failed);
        }
    }
    Ok(exit)
}

/// The commit that is checked out, as versions say it.
fn commit(arguments: &Arguments, project: &Project) -> String {
    if let Some(commit) = &arguments.commit {
        return format!("commit {commit}");
    }
    match ask_git(&project.folder, &["rev-parse", "HEAD"]) {
        Some(commit) => format!("commit {commit}"),
        None => "of no stated commit".to_owned(),
    }
}
