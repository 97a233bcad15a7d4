//! Faults of gusset itself: a short message that asks to report, and exit code 70.

use std::backtrace::{Backtrace, BacktraceStatus};
use std::io::Write;
use std::panic::{PanicHookInfo, UnwindSafe, catch_unwind, set_hook};

use super::Exit;

/// What the user is asked for.
const REPORT: &str = "This is a fault of gusset, not of your manifest. Please report it with the \
                      command, this message and, if you can, the manifest:\n\
                      https://github.com/gusset-dev/gusset/issues";

/// Replaces Rust's message for a panic.
pub(super) fn install_hook() {
    set_hook(Box::new(|panic| {
        let mut text = describe(panic);
        let backtrace = Backtrace::capture();
        if backtrace.status() == BacktraceStatus::Captured {
            text.push_str(&format!("\n{backtrace}"));
        }
        // There is nowhere left to report a failure to.
        let _ = writeln!(std::io::stderr(), "{text}");
    }));
}

/// Runs `f`; a panic in it, which the hook has told, gives [`Exit::Fault`].
pub(super) fn guard(f: impl FnOnce() -> Exit + UnwindSafe) -> Exit {
    catch_unwind(f).unwrap_or(Exit::Fault)
}

/// The message for a fault that was noticed without a panic.
pub(super) fn message(what: &str) -> String {
    format!("gusset: internal error: {what}\n{REPORT}\n")
}

fn describe(panic: &PanicHookInfo<'_>) -> String {
    let what = panic
        .payload_as_str()
        .unwrap_or("something went wrong")
        .to_owned();
    let place = panic
        .location()
        .map(|place| format!(" at {}:{}", place.file(), place.line()))
        .unwrap_or_default();
    format!("gusset: internal error: {what}{place}\n{REPORT}")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_panic_becomes_exit_code_70() {
        assert_eq!(guard(|| panic!("on purpose")), Exit::Fault);
        assert_eq!(Exit::Fault as u8, 70);
        assert_eq!(guard(|| Exit::Failed), Exit::Failed);
    }
}
