//! What carrying out needs of this machine: the lock, the journal, files, time, and a
//! place to say how it goes.

use std::fs;
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};
use std::sync::{Mutex, PoisonError};
use std::time::Duration;

use camino::Utf8PathBuf;

use super::super::platform::{Session, Versori};
use super::super::terminal::{Terminal, visible};
use crate::execute::{Answer, CommandLine, Decision, Host, Lock, Note, Outcome};
use crate::project::{Bindings, StateFolder};
use crate::steps::Address;

/// How long a deployment may take until it runs: so many looks, so many seconds apart.
const LOOKS: u32 = 120;
const SECONDS: u64 = 5;

/// Whether the run was interrupted. Of the process: so is an interrupt.
static STOPPING: AtomicBool = AtomicBool::new(false);

/// Carries out one session.
pub(super) struct Carrier<'s> {
    versori: &'s Versori,
    state: &'s StateFolder,
    folder: Utf8PathBuf,
    terminal: Mutex<&'s mut Terminal>,
    bindings: Mutex<Bindings>,
    /// Systems that have another name: the former, and the present one.
    moved: Vec<(String, String)>,
    scratches: AtomicUsize,
}

impl<'s> Carrier<'s> {
    pub(super) fn new(
        session: &'s Session,
        folder: Utf8PathBuf,
        terminal: &'s mut Terminal,
    ) -> Self {
        // The first interrupt lets what has begun come to its end; the second does not.
        // Without a handler an interrupt ends the run at once, which the next one mends.
        let _ = ctrlc::set_handler(move || {
            if STOPPING.swap(true, Ordering::SeqCst) {
                std::process::exit(130);
            }
        });
        let mut bindings = session.bindings.clone();
        let organisation = &mut bindings.lock.organisation;
        organisation.clone_from(&session.organisation);
        Self {
            versori: &session.versori,
            state: &session.state,
            folder,
            terminal: Mutex::new(terminal),
            bindings: Mutex::new(bindings),
            moved: session.moved_systems(),
            scratches: AtomicUsize::new(0),
        }
    }

    /// Changes the lock, and writes it at once.
    fn relock(&self, change: impl FnOnce(&mut Lock)) -> Result<(), String> {
        let mut bindings = self.bindings.lock().unwrap_or_else(PoisonError::into_inner);
        let mut lock = bindings.lock.clone();
        change(&mut lock);
        bindings.write(lock).map_err(|error| error.to_string())
    }

    fn say(&self, line: &str) {
        let mut terminal = self.terminal.lock().unwrap_or_else(PoisonError::into_inner);
        terminal.err(&visible(&format!("{line}\n")));
    }
}

impl CommandLine for Carrier<'_> {
    fn call(&self, words: &[String]) -> Answer {
        self.versori.call(words)
    }
}

impl Host for Carrier<'_> {
    fn bind(&self, at: &Address, id: &str) -> Result<(), String> {
        self.relock(|lock| match at {
            Address::System(name) => {
                lock.systems.insert(name.clone(), id.to_owned());
                for (former, now) in &self.moved {
                    if now == name {
                        lock.systems.remove(former);
                    }
                }
            }
            _ => id.clone_into(&mut lock.project),
        })
    }

    fn unbind(&self, system: &str) -> Result<(), String> {
        self.relock(|lock| {
            lock.systems.remove(system);
        })
    }

    fn note(&self, note: &Note) -> Result<(), String> {
        self.state
            .note(&note.to_line())
            .map_err(|error| error.to_string())
    }

    fn scratch(&self, text: &str) -> Result<String, String> {
        let number = self.scratches.fetch_add(1, Ordering::Relaxed);
        let path = self.folder.join(format!("scratch-{number}.json"));
        fs::write(&path, text).map_err(|error| format!("cannot write `{path}`: {error}"))?;
        Ok(path.into_string())
    }

    fn pause(&self, turn: u32) -> bool {
        if turn >= LOOKS {
            return false;
        }
        let seconds = std::env::var("GUSSET_POLL_SECONDS").ok();
        let seconds = seconds
            .and_then(|text| text.parse().ok())
            .unwrap_or(SECONDS);
        std::thread::sleep(Duration::from_secs(seconds));
        true
    }

    fn is_stopping(&self) -> bool {
        STOPPING.load(Ordering::SeqCst)
    }

    fn begins(&self, at: &Address, decision: &Decision) {
        if decision.is_change() {
            let mut terminal = self.terminal.lock().unwrap_or_else(PoisonError::into_inner);
            terminal.progress(&format!("{at} …"));
        }
    }

    fn ends(&self, at: &Address, outcome: &Outcome) {
        match outcome {
            Outcome::Done { note: None } => self.say(&format!("{at}: done")),
            Outcome::Done { note: Some(note) } => self.say(&format!("{at}: done; {note}")),
            Outcome::Failed(why) => {
                let why = self.versori.redactor.clean(why);
                self.say(&format!("{at}: failed: {why}"));
            }
            Outcome::Planned | Outcome::Unchanged | Outcome::NotAttempted(_) | Outcome::Waiting => {
            }
        }
    }
}
