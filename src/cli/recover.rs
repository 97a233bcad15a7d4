//! `gusset recover`: what a run was making when it was cut off, and what came of it.
//! `apply` goes on by itself; this is for what the platform's lists cannot tell.

use super::Exit;
use super::load::Paths;
use super::plan::open;
use super::platform::{Reach, ScopeOptions, Session};
use super::terminal::{Terminal, visible};
use crate::compile;
use crate::execute::{Event, Verdict, is_id};

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
                recover(arguments, session, terminal)
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
    mut session: Session,
    terminal: &mut Terminal,
) -> Result<Exit, String> {
    let _guard = session.take_guard(terminal, "recover")?;
    let objects: Vec<String> = session
        .steps
        .iter()
        .map(|step| step.at.to_string())
        .collect();
    let known = |object: &String| {
        if objects.contains(object) {
            return Ok(object.clone());
        }
        Err(format!(
            "there is no `{object}`: there is {}",
            objects.join(", ")
        ))
    };
    for (object, id) in &arguments.made {
        let (object, id) = (known(object)?, id.clone());
        session.note(Event::Made { object, id })?;
    }
    for object in &arguments.not_made {
        let object = known(object)?;
        session.note(Event::NotMade { object })?;
    }
    let journal = session.read_journal()?;
    let (_, entries) = session.plan();
    let mut exit = Exit::Fine;
    let mut lines = 0;
    for entry in &entries {
        let object = entry.at.to_string();
        if !journal.open.contains(&object) {
            continue;
        }
        lines += 1;
        let told = match &entry.decision.verdict {
            Verdict::Create | Verdict::Follows => {
                session.note(Event::NotMade { object })?;
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
                let made = id.clone();
                session.note(Event::Made { object, id: made })?;
                format!("it was made: {id}")
            }
        };
        terminal.out(&visible(&format!("{}: {told}\n", entry.at)));
    }
    if lines == 0 {
        terminal.out("Nothing was being made when the last run ended.\n");
    }
    Ok(exit)
}
