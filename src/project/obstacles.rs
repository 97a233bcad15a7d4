//! What stands in the way of a build, as diagnostics.

use camino::Utf8PathBuf;

use super::output::{Output, State};
use crate::diagnostics::codes::files::{
    LEDGER_DAMAGED, OUTPUT_EDITED, OUTPUT_FOREIGN, OUTPUT_LINK,
};
use crate::diagnostics::{Code, Diagnostic};
use crate::source::{Sources, Span};

/// Something that a build does not write over.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Obstacle {
    Link(Utf8PathBuf),
    /// The path, and what it is in place of what is needed.
    Blocked(Utf8PathBuf, &'static str),
    /// The ledger's path, and what is wrong with it.
    Ledger(Utf8PathBuf, String),
}

impl Output {
    /// What forbids to build into this folder; with `force` only what stays forbidden.
    /// Each points at the file in question, which is added to `sources`.
    pub fn obstacles(&self, force: bool, sources: &mut Sources) -> Vec<Diagnostic> {
        let mut found = Vec::new();
        for obstacle in &self.obstacles {
            found.extend(self.obstacle(obstacle, force, sources));
        }
        if force || self.is_ledger_damaged() {
            // Without a ledger every file would be told; the ledger is the one problem.
            return found;
        }
        for item in &self.items {
            let path = self.root.join(&item.path);
            let (code, message, help): (Code, _, _) = match item.state {
                State::Edited => (
                    &OUTPUT_EDITED,
                    format!("`{path}` was changed by hand"),
                    "say it in the manifest or in a function of `custom/`, and restore the file \
                     or write it anew with `--force`",
                ),
                State::Foreign => (
                    &OUTPUT_FOREIGN,
                    format!("`{path}` is not a file that gusset wrote"),
                    "move the file, or write over it with `--force`",
                ),
                _ => continue,
            };
            let bytes = item.on_disk.clone().unwrap_or_default();
            found.push(at(sources, &path, bytes, code, message).help(help));
        }
        found
    }

    fn is_ledger_damaged(&self) -> bool {
        self.obstacles
            .iter()
            .any(|obstacle| matches!(obstacle, Obstacle::Ledger(..)))
    }

    fn obstacle(
        &self,
        obstacle: &Obstacle,
        force: bool,
        sources: &mut Sources,
    ) -> Option<Diagnostic> {
        match obstacle {
            Obstacle::Link(path) => {
                let message = format!("`{path}` is a symbolic link");
                Some(
                    at(sources, path, Vec::new(), &OUTPUT_LINK, message)
                        .help("remove the link; `--out` names another folder for the output"),
                )
            }
            Obstacle::Blocked(path, why) => {
                let message = format!("`{path}` {why}");
                Some(
                    at(sources, path, Vec::new(), &OUTPUT_FOREIGN, message)
                        .help("move it; what is generated needs this place"),
                )
            }
            Obstacle::Ledger(path, why) if !force => {
                let message = format!("the ledger `{path}` cannot be read: {why}");
                let bytes = self.ledger_bytes.clone().unwrap_or_default();
                Some(at(sources, path, bytes, &LEDGER_DAMAGED, message).help(
                    "restore it from version control, or write all files anew with `--force`",
                ))
            }
            Obstacle::Ledger(..) => None,
        }
    }
}

/// A finding about a whole file, at its first line.
fn at(
    sources: &mut Sources,
    path: &Utf8PathBuf,
    bytes: Vec<u8>,
    code: Code,
    message: String,
) -> Diagnostic {
    let line = bytes
        .iter()
        .position(|byte| *byte == b'\n')
        .unwrap_or(bytes.len());
    let file = sources.add(path.as_str(), bytes);
    Diagnostic::new(code, Span::new(file, 0, line), message)
}
