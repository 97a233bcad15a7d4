//! The smoke calls of the manifest, once its deployment was renewed.

use super::super::platform::Session;
use super::super::terminal::{Terminal, bold, green, red, visible};
use crate::execute::{Answer, CommandLine, Entry, Outcome, words};
use crate::steps::{Address, Smoke};

/// Whether this run has renewed the deployment.
pub(super) fn is_renewed(done: &[Entry]) -> bool {
    let is_done = |entry: &Entry| matches!(entry.outcome, Outcome::Done { .. });
    let mut entries = done.iter();
    entries.any(|entry| entry.at == Address::Deployment && is_done(entry))
}

/// Makes the calls one after the other and tells each result; whether all are as wanted.
/// A call is made once: it starts a run.
pub(super) fn call_all(session: &Session, terminal: &mut Terminal) -> bool {
    let environment = session.environment();
    let mut all_well = true;
    for smoke in &session.smokes {
        terminal.progress(&format!("smoke {} …", smoke.workflow));
        let result = call(session, smoke);
        all_well &= result.is_ok();
        let said = match &result {
            Ok(said) | Err(said) => session.versori.redactor.clean(said),
        };
        let line = visible(&format!("smoke {}: {said}\n", smoke.workflow));
        terminal.out(&if result.is_ok() {
            green(&line)
        } else {
            red(&line)
        });
    }
    if !all_well {
        terminal.out(&bold(&format!(
            "The version stays deployed. To go back: gusset apply --environment {environment} --release NAME\n"
        )));
    }
    all_well
}

/// What came back, and whether it is what the manifest wants. The body is not told.
fn call(session: &Session, smoke: &Smoke) -> Result<String, String> {
    let words = words(&smoke.call, &session.known, session.environment())
        .map_err(|unbound| format!("not called: nothing gives the id of the {}", unbound.0))?;
    let answer = session.versori.call(&words);
    if !answer.succeeded() {
        return Err(format!("the call failed: {}", answer.failure()));
    }
    let Some(status) = status(&answer) else {
        return Err("the call failed: the answer is not what `versori` prints".to_owned());
    };
    let is_wanted = match smoke.status {
        Some(wanted) => status == wanted,
        None => (200..300).contains(&status),
    };
    match (is_wanted, smoke.status) {
        (true, _) => Ok(format!("{status}, as wanted")),
        (false, Some(wanted)) => Err(format!("{status} instead of {wanted}")),
        (false, None) => Err(format!("{status} instead of 200 to 299")),
    }
}

/// The status of the first line, `HTTP 200 OK`: the command ends with 0 whatever it is.
fn status(answer: &Answer) -> Option<u16> {
    let line = answer.stdout.lines().next()?;
    let mut words = line.strip_prefix("HTTP ")?.split(' ');
    words.next()?.parse().ok()
}
