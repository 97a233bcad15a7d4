//! Standard output and error: colour, width, and readers that go away.
//!
//! Results go to standard output, everything else to standard error. Colour follows
//! `NO_COLOR`, `CLICOLOR_FORCE` and whether a terminal listens.

use std::fmt::Write as _;
use std::io::{self, IsTerminal, Write};

use anstream::AutoStream;
use terminal_size::terminal_size;

use super::Exit;
use crate::diagnostics::Diagnostic;
use crate::diagnostics::render::{Style, render};
use crate::source::Sources;

/// The width of lines where no terminal says one, in columns.
const WIDTH: usize = 100;

/// The streams of one run.
pub(super) struct Terminal {
    out: AutoStream<io::Stdout>,
    err: AutoStream<io::Stderr>,
    /// The first failure to write a result.
    broken: Option<io::Error>,
    interactive: bool,
    progress_shown: bool,
}

impl Terminal {
    pub(super) fn standard() -> Self {
        Self {
            out: AutoStream::auto(io::stdout()),
            err: AutoStream::auto(io::stderr()),
            broken: None,
            interactive: io::stderr().is_terminal(),
            progress_shown: false,
        }
    }

    /// Writes a result. Styles in it are dropped where no colour is wanted.
    pub(super) fn out(&mut self, text: &str) {
        self.clear_progress();
        if self.broken.is_some() {
            return;
        }
        if let Err(error) = self.out.write_all(text.as_bytes()) {
            self.broken = Some(error);
        }
    }

    /// Writes anything but a result.
    pub(super) fn err(&mut self, text: &str) {
        self.clear_progress();
        // Without standard error there is nowhere to say so.
        let _ = self.err.write_all(text.as_bytes());
    }

    /// Writes findings as results.
    pub(super) fn out_findings(&mut self, sources: &Sources, findings: &[Diagnostic]) {
        let width = width(&io::stdout());
        self.out(&draw(sources, findings, width));
    }

    /// Writes findings beside a command's result.
    pub(super) fn err_findings(&mut self, sources: &Sources, findings: &[Diagnostic]) {
        let width = width(&io::stderr());
        self.err(&draw(sources, findings, width));
    }

    /// An error of the run that is no diagnostic of a manifest.
    pub(super) fn error(&mut self, message: &str) {
        self.err(&format!("{} {}\n", red("error:"), visible(message)));
    }

    /// Shows what is going on, in one line that the next output replaces, when a person
    /// looks at it.
    pub(super) fn progress(&mut self, what: &str) {
        if !self.interactive {
            return;
        }
        self.clear_progress();
        let line: String = visible(what)
            .chars()
            .take(width(&io::stderr()).saturating_sub(1))
            .collect();
        if self.err.write_all(line.as_bytes()).is_ok() {
            self.progress_shown = true;
            let _ = self.err.flush();
        }
    }

    fn clear_progress(&mut self) {
        if std::mem::take(&mut self.progress_shown) {
            let _ = write!(io::stderr(), "\r\x1b[2K");
        }
    }

    /// Ends the output. A reader that had enough is fine; a disk that is full is not.
    pub(super) fn finish(&mut self, exit: Exit) -> Exit {
        self.clear_progress();
        if let Err(error) = self.out.flush() {
            self.broken.get_or_insert(error);
        }
        match self.broken.take() {
            Some(error) if error.kind() != io::ErrorKind::BrokenPipe => {
                self.error(&format!("cannot write to standard output: {error}"));
                exit.and(Exit::Failed)
            }
            _ => exit,
        }
    }
}

/// The streams drop colour where it is not wanted.
fn draw(sources: &Sources, findings: &[Diagnostic], width: usize) -> String {
    let style = Style {
        colour: true,
        width,
    };
    render(sources, findings, style)
}

/// How many columns a line of this stream may have.
fn width(stream: &impl IsTerminal) -> usize {
    let size = stream.is_terminal().then(terminal_size).flatten();
    size.map_or(WIDTH, |(width, _)| usize::from(width.0))
}

/// Text from a file or a path, safe to print: what would steer the terminal is shown as
/// an escape. Line ends and tabs stay.
pub(super) fn visible(text: &str) -> String {
    let mut shown = String::with_capacity(text.len());
    for character in text.chars() {
        if matches!(character, '\n' | '\t') || !steers(character) {
            shown.push(character);
        } else {
            // Writing to a String does not fail.
            let _ = write!(shown, "\\u{{{:x}}}", u32::from(character));
        }
    }
    shown
}

/// The same within a line: it stays one.
pub(super) fn visible_line(text: &str) -> String {
    visible(text)
        .replace('\n', "\\u{a}")
        .replace('\t', "\\u{9}")
}

/// The beginning of a text of more than this many characters, with a sign that it goes on.
pub(super) fn shortened(text: &str, longest: usize) -> String {
    match text.char_indices().nth(longest) {
        Some((at, _)) => format!("{}…", text.get(..at).unwrap_or(text)),
        None => text.to_owned(),
    }
}

/// Control characters, and those that turn the direction of text around.
fn steers(character: char) -> bool {
    character.is_control()
        || matches!(character, '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
}

pub(super) fn bold(text: &str) -> String {
    format!("\x1b[1m{text}\x1b[0m")
}

pub(super) fn dim(text: &str) -> String {
    format!("\x1b[2m{text}\x1b[0m")
}

pub(super) fn red(text: &str) -> String {
    format!("\x1b[1;31m{text}\x1b[0m")
}

pub(super) fn green(text: &str) -> String {
    format!("\x1b[32m{text}\x1b[0m")
}

pub(super) fn yellow(text: &str) -> String {
    format!("\x1b[33m{text}\x1b[0m")
}

/// `1 file`, `23 files`.
pub(super) fn count(number: usize, what: &str) -> String {
    let plural = if number == 1 { "" } else { "s" };
    format!("{number} {what}{plural}")
}
