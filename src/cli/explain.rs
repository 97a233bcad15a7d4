//! `gusset explain`

use super::Exit;
use super::terminal::{Terminal, bold, dim};
use crate::diagnostics::{closest, codes};

#[derive(Debug, clap::Args)]
pub(super) struct Arguments {
    /// A code such as GS0201, or its name; without one, all are listed
    code: Option<String>,
}

pub(super) fn run(arguments: &Arguments, terminal: &mut Terminal) -> Exit {
    let Some(word) = &arguments.code else {
        for code in codes::all() {
            terminal.out(&format!(
                "{}  {:7}  {:28}  {}\n",
                bold(code.id),
                code.severity.as_str(),
                code.name,
                code.summary
            ));
        }
        return Exit::Fine;
    };
    if let Some(code) = codes::find(word.trim()) {
        terminal.out(&styled(code.page));
        return Exit::Fine;
    }
    // Numbers that are close mean nothing; names do.
    let hint = closest(word, codes::all().map(|code| code.name))
        .map(|name| format!(", did you mean `{name}`?"))
        .unwrap_or_default();
    terminal.error(&format!(
        "there is no code `{word}`{hint} (`gusset explain` lists all)"
    ));
    Exit::Usage
}

/// A page of Markdown with its headings and blocks set off. Without colour it is the
/// Markdown itself.
fn styled(page: &str) -> String {
    let mut text = String::new();
    let mut in_block = false;
    for line in page.lines() {
        let is_fence = line.starts_with("```");
        in_block ^= is_fence;
        if is_fence {
            text.push_str(&dim(line));
        } else if !in_block && line.starts_with('#') {
            text.push_str(&bold(line));
        } else {
            text.push_str(line);
        }
        text.push('\n');
    }
    text
}
