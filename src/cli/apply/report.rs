//! What came of a run: done, failed, not attempted, waiting.

use super::super::Exit;
use super::super::platform::Redactor;
use super::super::terminal::{Terminal, bold, green, red, visible, yellow};
use crate::execute::{Entry, Outcome, Verdict};

/// Tells the lists, and gives what the run ends with.
pub(super) fn tell(
    entries: &[Entry],
    redactor: &Redactor,
    interrupted: bool,
    terminal: &mut Terminal,
) -> Exit {
    let of = |is: fn(&Outcome) -> bool| entries.iter().filter(move |entry| is(&entry.outcome));
    let done = of(|outcome| matches!(outcome, Outcome::Done { .. })).count();
    let failed = of(|outcome| matches!(outcome, Outcome::Failed(_))).count();
    let left = of(|outcome| matches!(outcome, Outcome::NotAttempted(_))).count();
    let waiting = of(|outcome| matches!(outcome, Outcome::Waiting)).count();
    let mut text = String::new();
    let mut section = |title: String, lines: Vec<String>| {
        if lines.is_empty() {
            return;
        }
        text.push_str(&format!("\n{}\n", bold(&title)));
        for line in lines {
            text.push_str(&visible(&format!("  {line}\n")));
        }
    };
    let why = |entry: &Entry| match &entry.outcome {
        Outcome::Failed(why) | Outcome::NotAttempted(why) => {
            format!("{}: {}", entry.at, redactor.clean(why))
        }
        _ => entry.at.to_string(),
    };
    // When all went well, the lines that each step said as it ended are enough.
    if failed + left > 0 {
        let lines = of(|outcome| matches!(outcome, Outcome::Done { .. })).map(why);
        section("Done:".to_owned(), lines.collect());
    }
    section(
        "Failed:".to_owned(),
        of(|outcome| matches!(outcome, Outcome::Failed(_)))
            .map(why)
            .collect(),
    );
    section(
        "Not attempted:".to_owned(),
        of(|outcome| matches!(outcome, Outcome::NotAttempted(_)))
            .map(why)
            .collect(),
    );
    section(
        "Waiting:".to_owned(),
        of(|outcome| matches!(outcome, Outcome::Waiting))
            .map(waits)
            .collect(),
    );
    let line =
        format!("Applied: {done} done, {failed} failed, {left} not attempted, {waiting} waiting\n");
    let line = match (failed + left, waiting) {
        (0, 0) => green(&line),
        (0, _) => yellow(&line),
        _ => red(&line),
    };
    text.push_str(&line);
    if failed + left > 0 {
        text.push_str("What is done stays; run it again to go on.\n");
    }
    terminal.out(&text);
    if failed + left > 0 || interrupted {
        Exit::Failed
    } else if waiting > 0 {
        Exit::Waiting
    } else {
        Exit::Fine
    }
}

/// What a person has to do, of which the plan has told how, or what a step waits for.
fn waits(entry: &Entry) -> String {
    match &entry.decision.verdict {
        Verdict::ByHand { title, .. } => format!("{}: {title}", entry.at),
        Verdict::Waits(all) => {
            let all: Vec<String> = all.iter().map(ToString::to_string).collect();
            format!("{}: waits for {}", entry.at, all.join(", "))
        }
        _ => entry.at.to_string(),
    }
}
