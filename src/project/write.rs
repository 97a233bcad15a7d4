//! Brings an output folder up to date.
//!
//! Killed at any moment, it leaves each file with its old or its new bytes and a ledger
//! that knows both, so the next build takes neither for a hand's work.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::io;
use std::path::Path;

use camino::Utf8Path;

use super::atomic::{replace, temporary};
use super::disk::{DiskError, Tried};
use super::ledger::{LEDGER, Ledger};
use super::output::{Item, Output, State};
use super::place::{Place, look};
use crate::emit::Artifact;
use crate::platform::sha256;

/// What a build did, by path relative to the output folder, in order.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Written {
    pub created: Vec<String>,
    pub changed: Vec<String>,
    pub removed: Vec<String>,
    /// No longer generated, but changed by hand: left where they are.
    pub kept: Vec<String>,
    pub unchanged: usize,
}

impl Written {
    /// Whether not one byte was written.
    pub fn is_nothing(&self) -> bool {
        self.created.is_empty() && self.changed.is_empty() && self.removed.is_empty()
    }
}

/// Writes what differs, removes what is no longer generated, then the ledger. Call it
/// only when `output.obstacles` is empty, under the folder's lock.
///
/// # Errors
/// The first operation that failed. What was done until then stays done, and a later
/// build goes on from there.
pub fn write(output: &Output, artifacts: &[Artifact]) -> Result<Written, DiskError> {
    let root = &output.root;
    let states: BTreeMap<&str, &Item> = output
        .items
        .iter()
        .map(|item| (item.path.as_str(), item))
        .collect();
    let mut written = Written::default();
    let mut to_write: Vec<&Artifact> = Vec::new();
    for artifact in artifacts {
        let Some(item) = states.get(artifact.path.as_str()) else {
            continue;
        };
        match item.state {
            State::Current => written.unchanged += 1,
            State::Missing => written.created.push(artifact.path.clone()),
            _ => written.changed.push(artifact.path.clone()),
        }
        if item.state != State::Current {
            to_write.push(artifact);
        }
    }
    for item in &output.items {
        match item.state {
            State::Retired => written.removed.push(item.path.clone()),
            State::Kept => written.kept.push(item.path.clone()),
            _ => {}
        }
    }
    written.created.sort();
    written.changed.sort();

    clear_leftovers(root, &output.ledger)?;
    if !written.is_nothing() {
        let before = intent(output, &to_write).to_text();
        write_ledger(output, &before)?;
        remove(root, &written.removed)?;
        for artifact in to_write {
            write_artifact(root, artifact)?;
        }
    }
    if !written.is_nothing() || !output.has_current_ledger() {
        write_ledger(output, &output.settled.to_text())?;
    }
    Ok(written)
}

/// The ledger for the time of writing: what is there now, and what is about to be.
fn intent(output: &Output, to_write: &[&Artifact]) -> Ledger {
    let mut ledger = Ledger {
        files: output.ledger.files.clone(),
        ..Ledger::default()
    };
    for item in &output.items {
        let hash = match (item.state, &item.on_disk) {
            (State::Current, _) => output.settled.files.get(&item.path).cloned(),
            (State::Stale | State::Retired, Some(bytes)) => Some(sha256(bytes)),
            _ => None,
        };
        if let Some(hash) = hash {
            ledger.files.insert(item.path.clone(), hash);
        }
    }
    for artifact in to_write {
        if let Some(hash) = output.settled.files.get(&artifact.path) {
            ledger.pending.insert(artifact.path.clone(), hash.clone());
        }
    }
    ledger
}

/// Writes artifacts to a folder that nothing else is in.
///
/// # Errors
/// The first that cannot be written.
pub fn write_new(root: &Path, artifacts: &[Artifact]) -> io::Result<()> {
    for artifact in artifacts {
        let path = root.join(&artifact.path);
        if let Some(parent) = path.parent() {
            fs::create_dir_all(parent)?;
        }
        fs::write(path, &artifact.contents)?;
    }
    Ok(())
}

fn write_ledger(output: &Output, text: &str) -> Result<(), DiskError> {
    fs::create_dir_all(&output.root).tried("make the folder", &output.root)?;
    replace(&output.root, LEDGER, text.as_bytes(), false)
}

fn write_artifact(root: &Utf8Path, artifact: &Artifact) -> Result<(), DiskError> {
    if let Some(folder) = root.join(&artifact.path).parent() {
        fs::create_dir_all(folder).tried("make the folder", folder)?;
    }
    replace(
        root,
        &artifact.path,
        artifact.contents.as_bytes(),
        artifact.executable,
    )
}

/// Removes files, then the folders that this left empty.
fn remove(root: &Utf8Path, paths: &[String]) -> Result<(), DiskError> {
    let mut folders = BTreeSet::new();
    for path in paths {
        let full = root.join(path);
        fs::remove_file(&full).tried("remove", &full)?;
        let above = Utf8Path::new(path).ancestors().skip(1);
        folders.extend(
            above
                .filter(|folder| !folder.as_str().is_empty())
                .map(Utf8Path::to_owned),
        );
    }
    // In reverse order a folder comes after all below it. One that is not empty stays.
    for folder in folders.into_iter().rev() {
        let _ = fs::remove_dir(root.join(folder));
    }
    Ok(())
}

/// Removes what a killed build wrote under its temporary names.
fn clear_leftovers(root: &Utf8Path, ledger: &Ledger) -> Result<(), DiskError> {
    for path in ledger.pending.keys().map(String::as_str).chain([LEDGER]) {
        if matches!(look(root, path)?, Place::Link(_) | Place::Blocked(..)) {
            continue;
        }
        let leftover = temporary(root, path);
        match fs::remove_file(&leftover) {
            Err(error) if error.kind() != io::ErrorKind::NotFound => {
                return Err(error).tried("remove", &leftover);
            }
            _ => {}
        }
    }
    Ok(())
}
