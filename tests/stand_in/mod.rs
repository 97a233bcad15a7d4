//! A stand-in for the `versori` command line. It keeps the platform's state in a file,
//! prints the documented shapes, and notes every breach of the contract in its log.
//! It shares no code with gusset, so that the two cannot err together.
//!
//! | variable | meaning |
//! |----------|---------|
//! | `STAND_IN_STATE` | the state file, JSON |
//! | `STAND_IN_LOG` | JSON lines: each call's `argv`, each `violation` |
//! | `STAND_IN_FAULT` | `KIND@N`, `KIND@N+`: what goes wrong at the N-th call in the log, or from there on, see `faults` |
//! | `STAND_IN_CALLER` | the process that `kill-…` kills; without, the parent of a call that leads its group, or the group |
//! | `STAND_IN_CANARY` | a text that the platform puts where its own texts pass through: messages of failures, logs, labels of versions, credentials of connections |
//! | `STAND_IN_PAGE` | the rows of a first page, for more than the 20 of the platform |
//! | `STAND_IN_SLOW` | how many times `details` says `deploying` after a deployment |

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]
#![allow(clippy::disallowed_methods)]

mod arguments;
mod commands;
mod contract;
mod csv;
mod env_file;
pub mod faults;
mod files;
mod log;
mod output;
mod person;
pub mod state;

use std::io::Write;
use std::process::ExitCode;

pub use contract::Contract;
pub use log::{Entry, read as read_log};

use arguments::{Outcome, parse};
use output::Failure;

/// What a call prints and how it ends.
pub struct Answer {
    pub stdout: String,
    pub stderr: String,
    pub code: u8,
}

/// Runs as `versori` with the arguments of this process.
pub fn main() -> ExitCode {
    let words: Vec<String> = std::env::args().skip(1).collect();
    let number = log::call(&words);
    let fault = faults::at(number);
    fault.before();
    let answer = match fault.refusal() {
        Some(refusal) => refusal,
        None => fault.distort(answer(&words)),
    };
    fault.after_acting();
    let _ = std::io::stdout().write_all(answer.stdout.as_bytes());
    let _ = std::io::stdout().flush();
    let _ = std::io::stderr().write_all(answer.stderr.as_bytes());
    fault.after_answering();
    ExitCode::from(answer.code)
}

fn answer(words: &[String]) -> Answer {
    let contract = Contract::load();
    let call = match parse(&contract, words) {
        Outcome::Call(call) => call,
        Outcome::Ends(answer) => return answer,
    };
    let mut stdout = String::new();
    let result = (|| -> Result<String, Failure> {
        // The command's own hook runs before the flags that must be there are checked.
        let credentials = commands::credentials(&call, &mut stdout)?;
        call.check_required()?;
        call.note_breaches();
        state::with(commands::changes(&call), |state| {
            commands::run(state, &call, &credentials)
        })
    })();
    match result {
        Ok(text) => Answer {
            stdout: stdout + &text,
            stderr: String::new(),
            code: 0,
        },
        Err(failure) => Answer {
            stdout: stdout + &failure.stdout,
            stderr: failure.stderr,
            code: 1,
        },
    }
}
