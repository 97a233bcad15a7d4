//! `gusset recover`: what a run was making when it was cut off, and what came of it.
//! `apply` goes on by itself; this is for what the platform's lists cannot tell.

use super::Exit;
use super::load::Paths;
use super::plan::open;
use super::platform::{Reach, ScopeOptions, Session};
use super::terminal::{Terminal, visible};
use crate::compile;
use crate::execute::{Note, Verdict, is_id, journal_name};
use crate::plan::Scope;

#[derive(Debug, clap::Args)]
pub(super) struct Arguments {
    #[command(flatten)]
    paths: Paths,
    #[command(flatten)]
    scope: ScopeOptions,
    /// An object that is there, with the id that the browser shows: `system shop=ID`
    #[arg(long, value_name = "OBJECT=ID", value_parser = made)]
    made: Vec<(String, String)>,
    /// An object that is not there, although no list shows that: `system shop`
    #[arg(long, value_name = "OBJECT")]
    not_made: Vec<String>,
    #[command(flatten)]
    reach: Reach,
}

fn made(text: &str) -> Result<(String, String), String> {
    match text.rsplit_once('=') {
        Some((object, id)) if is_id(id) && !object.is_empty() => {
            Ok((object.to_owned(), id.to_owned()))
        }
        _ => Err("write OBJECT=ID, with an id of 26 letters and digits".to_owned()),
    }
}

pub(super) fn run(arguments: &Arguments, terminal: &mut Terminal) -> Exit {
    let Some(scope) = arguments.scope.scope() else {
        terminal.error("say what to recover: --setup, or --environment NAME");
        return Exit::Usage;
    };
    let mut exit = Exit::Fine;
    arguments
        .paths
        .find()
        .each(compile::compile, terminal, |terminal, project| {
            let session = open(
                project,
                scope.clone(),
                &arguments.reach.clone().into(),
                terminal,
            );
            let done = session.map_or(Ok(Exit::Failed), |session| {
                recover(arguments, &scope, session, terminal)
            });
            exit = exit.and(done.unwrap_or_else(|why| {
                terminal.error(&why);
                Exit::Failed
            }));
        });
    exit
}

fn recover(
    arguments: &Arguments,
    scope: &Scope,
    mut session: Session,
    terminal: &mut Terminal,
) -> Result<Exit, String> {
    let environment = session.environment().to_owned();
    let environment = environment.as_str();
    let guard = session.take_guard(terminal, "recover")?;
    let name = |object: &String| match scope {
        Scope::Environment(name) => format!("{name}: {object}"),
        Scope::Setup | Scope::Base(_) => object.clone(),
    };
    let objects: Vec<String> = session
        .steps
        .iter()
        .map(|step| journal_name(&step.at, environment))
        .collect();
    let known = |object: String| {
        if objects.contains(&object) {
            return Ok(object);
        }
        Err(format!(
            "there is no `{object}`: there is {}",
            objects.join(", ")
        ))
    };
    let note = |note: &Note| {
        let noted = session.state.note(&note.to_line());
        noted.map_err(|error| error.to_string())
    };
    for (object, id) in &arguments.made {
        let object = known(name(object))?;
        let id = id.clone();
        note(&Note::Made { object, id })?;
    }
    for object in &arguments.not_made {
        let object = known(name(object))?;
        note(&Note::NotMade { object })?;
    }
    let journal = session.read_journal()?;
    let note = |note: &Note| {
        let noted = session.state.note(&note.to_line());
        noted.map_err(|error| error.to_string())
    };
    let (_, entries) = session.plan();
    let mut exit = Exit::Fine;
    let mut lines = 0;
    for entry in &entries {
        let object = journal_name(&entry.at, environment);
        if !journal.open.contains(&object) {
            continue;
        }
        lines += 1;
        let told = match &entry.decision.verdict {
            Verdict::Create | Verdict::Follows => {
                note(&Note::NotMade {
                    object: object.clone(),
                })?;
                "it was not made; `apply` makes it".to_owned()
            }
            Verdict::Refused => {
                exit = Exit::Failed;
                format!(
                    "it may have been made: {}; look in the browser, and say --made '{}=ID' or --not-made '{}'",
                    entry.decision.reason, entry.at, entry.at
                )
            }
            _ => {
                let id = entry.decision.seen.clone();
                note(&Note::Made {
                    object: object.clone(),
                    id: id.clone(),
                })?;
                format!("it was made: {id}")
            }
        };
        terminal.out(&visible(&format!("{}: {told}\n", entry.at)));
    }
    if lines == 0 {
        terminal.out("Nothing was being made when the last run ended.\n");
    }
    guard.release();
    Ok(exit)
}
