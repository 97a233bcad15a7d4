//! Asks whether to go on.

use std::io::{BufRead, IsTerminal};

use super::super::terminal::Terminal;

/// Whether a person says yes.
///
/// # Errors
/// When nobody is there to be asked.
pub(super) fn agreed(terminal: &mut Terminal) -> Result<bool, String> {
    let input = std::io::stdin();
    if !input.is_terminal() {
        return Err(
            "nobody is there to agree: write --yes, or apply a plan that was saved by `plan --out`"
                .to_owned(),
        );
    }
    terminal.err("Carry this out? Only `yes` does: ");
    let mut line = String::new();
    input
        .lock()
        .read_line(&mut line)
        .map_err(|error| format!("the answer cannot be read: {error}"))?;
    Ok(line.trim() == "yes")
}
