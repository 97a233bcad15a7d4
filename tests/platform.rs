//! Set-up and deployment: the contract, the stand-in, the steps and the scripts.
//!
//! This binary is also the stand-in: called under the name `versori`, it is one.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]
#![allow(clippy::disallowed_methods, clippy::print_stdout, clippy::print_stderr)]

#[path = "platform/mod.rs"]
mod cases;
mod support;

use std::path::Path;
use std::process::ExitCode;

use libtest_mimic::{Arguments, Trial};

fn main() -> ExitCode {
    let name = std::env::args_os().next().unwrap_or_default();
    if Path::new(&name).file_name().is_some_and(|n| n == "versori") {
        return stand_in::main();
    }
    let arguments = Arguments::from_args();
    let trials: Vec<Trial> = cases::all();
    libtest_mimic::run(&arguments, trials).exit_code()
}
