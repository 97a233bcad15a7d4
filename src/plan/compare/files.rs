//! Files of the output that differ.

use std::collections::BTreeMap;

use similar::TextDiff;

use crate::emit::Artifact;
use crate::plan::{Action, FileChange};

/// Files of which so many lines stand on both sides together are not compared line by
/// line: nobody reads that, and it takes time that grows with the square.
const LINES: usize = 40_000;

/// What is added, changed and removed, in the order of the paths.
pub(super) fn files(old: &[Artifact], new: &[Artifact]) -> Vec<FileChange> {
    let by_path = |artifacts| -> BTreeMap<&str, &str> {
        let artifacts: &[Artifact] = artifacts;
        artifacts
            .iter()
            .map(|artifact| (artifact.path.as_str(), artifact.contents.as_str()))
            .collect()
    };
    let (old, new) = (by_path(old), by_path(new));
    let mut paths: Vec<&str> = old.keys().chain(new.keys()).copied().collect();
    paths.sort_unstable();
    paths.dedup();
    paths
        .into_iter()
        .filter_map(|path| {
            let (before, after) = (old.get(path).copied(), new.get(path).copied());
            if before == after {
                return None;
            }
            Some(FileChange {
                path: path.to_owned(),
                action: match (before, after) {
                    (None, _) => Action::Create,
                    (_, None) => Action::Delete,
                    _ => Action::Update,
                },
                diff: unified(path, before, after),
            })
        })
        .collect()
}

/// A unified diff, as version control writes it: an absent side is `/dev/null`.
pub(super) fn unified(path: &str, old: Option<&str>, new: Option<&str>) -> String {
    let side = |letter: &str, text: Option<&str>| match text {
        Some(_) => format!("{letter}/{path}"),
        None => "/dev/null".to_owned(),
    };
    let header = (side("a", old), side("b", new));
    let (old, new) = (old.unwrap_or_default(), new.unwrap_or_default());
    let (before, after) = (old.lines().count(), new.lines().count());
    if before > 0 && after > 0 && before + after > LINES {
        return format!(
            "--- {}\n+++ {}\nlong files differ: {before} lines before, {after} lines now\n",
            header.0, header.1
        );
    }
    TextDiff::from_lines(old, new)
        .unified_diff()
        .context_radius(3)
        .header(&header.0, &header.1)
        .to_string()
}
