//! The `gusset` program; all of it is in the library.

use std::process::ExitCode;

fn main() -> ExitCode {
    gusset::cli::main()
}
