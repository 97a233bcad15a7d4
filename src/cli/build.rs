//! `gusset build`

use camino::{Utf8Path, Utf8PathBuf};

use super::load::Paths;
use super::terminal::{Terminal, bold, count, green, red, visible};
use super::{Exit, fault};
use crate::compile;
use crate::project::{
    LEDGER, OUTPUT, Output, OutputError, OutputLock, Project, State, Written, unified, write,
};

#[derive(Debug, clap::Args)]
pub(super) struct Arguments {
    #[command(flatten)]
    paths: Paths,
    /// Write into this folder instead of `versori` beside the manifest
    #[arg(long, value_name = "DIR")]
    out: Option<Utf8PathBuf>,
    /// Write nothing; list what differs, with diffs, and end with 3 if anything does
    #[arg(long)]
    check: bool,
    /// Write over files that were changed by hand or are not gusset's
    #[arg(long, conflicts_with = "check")]
    force: bool,
}

pub(super) fn run(arguments: &Arguments, terminal: &mut Terminal) -> Exit {
    let integrations = arguments.paths.find();
    if arguments.out.is_some() && integrations.found.len() > 1 {
        terminal.error(&format!(
            "--out takes the output of one integration, and the paths lead to {}",
            integrations.found.len()
        ));
        return Exit::Usage;
    }
    let mut exit = Exit::Fine;
    integrations.each(compile::compile, terminal, |terminal, project| {
        exit = exit.and(build(arguments, &project, terminal));
    });
    exit
}

fn build(arguments: &Arguments, project: &Project, terminal: &mut Terminal) -> Exit {
    let findings = &project.compilation.diagnostics;
    if !findings.is_empty() {
        terminal.err_findings(&project.shown_sources(), findings);
    }
    if project.has_errors() {
        return Exit::Failed;
    }
    let root = match &arguments.out {
        Some(folder) => folder.clone(),
        None => project.shown(OUTPUT),
    };
    let done = if arguments.check {
        compare(arguments, project, &root, terminal)
    } else {
        bring_up_to_date(arguments, project, &root, terminal)
    };
    match done {
        Ok(exit) => exit,
        Err(OutputError::Disk(error)) => {
            terminal.error(&error.to_string());
            Exit::Failed
        }
        Err(error @ OutputError::Artifact { .. }) => {
            terminal.err(&fault::message(&visible(&error.to_string())));
            Exit::Fault
        }
    }
}

/// `build`
fn bring_up_to_date(
    arguments: &Arguments,
    project: &Project,
    root: &Utf8Path,
    terminal: &mut Terminal,
) -> Result<Exit, OutputError> {
    let _lock = OutputLock::take(root)?;
    let artifacts = &project.compilation.artifacts;
    let output = Output::compare(root, artifacts, arguments.out.is_some())?;
    let mut sources = project.shown_sources();
    let obstacles = output.obstacles(arguments.force, &mut sources);
    if !obstacles.is_empty() {
        terminal.err_findings(&sources, &obstacles);
        return Ok(Exit::Failed);
    }
    let written = write(&output, artifacts)?;
    tell(root, &written, terminal);
    Ok(Exit::Fine)
}

fn tell(root: &Utf8Path, written: &Written, terminal: &mut Terminal) {
    let mut parts = Vec::new();
    for (what, paths) in [
        ("created", &written.created),
        ("changed", &written.changed),
        ("removed", &written.removed),
    ] {
        for path in paths {
            let line = format!("{what:8} {}\n", root.join(path));
            terminal.out(&visible(&line));
        }
        if !paths.is_empty() {
            parts.push(format!("{what}: {}", count(paths.len(), "file")));
        }
    }
    for path in &written.kept {
        let path = root.join(path);
        terminal.err(&visible(&format!(
            "warning: `{path}` is no longer generated, but was changed by hand: remove it \
             yourself\n"
        )));
    }
    if written.unchanged > 0 || parts.is_empty() {
        parts.push(format!("unchanged: {}", count(written.unchanged, "file")));
    }
    let line = format!("{root}: {}\n", parts.join(", "));
    terminal.out(&visible(&line));
}

/// `build --check`
fn compare(
    arguments: &Arguments,
    project: &Project,
    root: &Utf8Path,
    terminal: &mut Terminal,
) -> Result<Exit, OutputError> {
    let artifacts = &project.compilation.artifacts;
    let output = Output::compare(root, artifacts, arguments.out.is_some())?;
    if output.is_current() {
        let line = format!(
            "{root}: current: {}",
            count(output.count(State::Current), "file")
        );
        terminal.out(&format!("{}\n", green(&visible(&line))));
        return Ok(Exit::Fine);
    }
    let mut sources = project.shown_sources();
    // What `--force` would not help with; the rest is listed with its diff.
    let obstacles = output.obstacles(true, &mut sources);
    terminal.out_findings(&sources, &obstacles);
    for item in &output.items {
        let Some((word, hint)) = describe(item.state) else {
            continue;
        };
        let path = root.join(&item.path);
        let line = visible(&format!("{word:8} {path}{hint}"));
        terminal.out(&format!("{}\n", bold(&line)));
        let generated = artifacts.iter().find(|artifact| artifact.path == item.path);
        if let (Some(bytes), Some(generated)) = (&item.on_disk, generated) {
            let old = String::from_utf8_lossy(bytes);
            terminal.out(&coloured(&unified(
                path.as_str(),
                &old,
                &generated.contents,
            )));
        }
    }
    if !output.has_current_ledger() {
        let word = if output.has_ledger() {
            "stale"
        } else {
            "missing"
        };
        let line = visible(&format!("{word:8} {}", root.join(LEDGER)));
        terminal.out(&format!("{}\n", bold(&line)));
    }
    terminal.out(&visible(&format!(
        "{root}: not current; `gusset build` brings it up to date\n"
    )));
    Ok(Exit::NotCurrent)
}

fn describe(state: State) -> Option<(&'static str, &'static str)> {
    Some(match state {
        State::Current => return None,
        State::Missing => ("missing", ""),
        State::Stale => ("stale", ""),
        State::Edited => ("edited", " (changed by hand)"),
        State::Foreign => ("foreign", " (not written by gusset)"),
        State::Retired => ("extra", " (no longer generated)"),
        State::Kept => ("extra", " (no longer generated, changed by hand)"),
        State::Unlisted => (
            "extra",
            " (not written by gusset, and would be deployed: remove it)",
        ),
    })
}

/// A diff in the usual colours.
fn coloured(diff: &str) -> String {
    let mut text = String::new();
    for line in visible(diff).lines() {
        let line = match line.as_bytes().first() {
            Some(b'+') => green(line),
            Some(b'-') => red(line),
            _ => line.to_owned(),
        };
        text.push_str(&line);
        text.push('\n');
    }
    text
}
