//! The state of an environment, for people.

use super::super::plan::legend_of;
use super::super::terminal::{bold, dim, green, visible, visible_line, yellow};
use super::{Failure, Status};

pub(super) fn status(status: &Status) -> String {
    let head = format!("{}: environment {}", status.integration, status.environment);
    let mut text = format!("{}\n", bold(&visible_line(&head)));
    text.push_str(&match &status.deployed {
        None => format!("  {}\n", yellow("nothing is deployed")),
        Some(running) => {
            let commit = running.commit.as_deref();
            let commit = commit.map(|commit| format!(" of commit {commit}"));
            let line = visible_line(&format!(
                "{} {}{}",
                running.status,
                running.version,
                commit.unwrap_or_default()
            ));
            if running.version == status.wanted {
                format!("  {}, which is the manifest's\n", green(&line))
            } else {
                format!("  {}; the manifest's is {}\n", yellow(&line), status.wanted)
            }
        }
    });
    text.push_str(&format!("  to do: {}\n", legend_of(&status.summary)));
    for step in &status.by_hand {
        text.push_str(&format!("  by hand: {}\n", visible_line(&step.title)));
    }
    if let Some(why) = &status.log_unread {
        text.push_str(&format!(
            "  the log cannot be read: {}\n",
            visible_line(why)
        ));
    }
    for failure in &status.errors {
        text.push_str(&line(failure));
    }
    text
}

fn line(failure: &Failure) -> String {
    let logged = &failure.logged;
    let mut told = format!("  {} {}", logged.time, logged.message);
    if !logged.step.is_empty() {
        told.push_str(&format!(" in step {}", logged.step));
    }
    if !logged.detail.is_empty() {
        told.push_str(&format!(": {}", logged.detail));
    }
    let places: Vec<String> = failure
        .sources
        .iter()
        .map(|place| format!("{}:{}", place.file, place.line))
        .collect();
    let told = visible_line(&told.replace('\n', " "));
    if places.is_empty() {
        return format!("{told}\n");
    }
    format!("{told}  {}\n", dim(&visible(&places.join(" "))))
}
