//! What a deployment would replace: files of others, or a version of a later commit.

use camino::Utf8Path;

use super::super::terminal::visible_line;
use super::{Options, Versori};
use crate::execute::{Deployed, Entry, Known, Remote, RemoteFile, Verdict, deployed_version};
use crate::plan::{Action, FileChange};
use crate::project::{ask_git, between};
use crate::steps::Address;

/// What a person has allowed.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(in crate::cli) struct Allowed {
    /// To replace files that others have changed.
    pub(in crate::cli) overwrite: bool,
    /// To replace a version of a commit that is not below this one.
    pub(in crate::cli) rollback: bool,
}

/// The version that is deployed instead of the present files: the one that is named, or
/// that another environment has.
///
/// # Errors
/// When that environment has none, or cannot be read.
pub(super) fn version(
    options: &Options,
    versori: &Versori,
    known: &Known,
) -> Result<Option<String>, String> {
    let Some(source) = &options.choices.promote else {
        return Ok(options.choices.release.clone());
    };
    match deployed_version(versori, known, source)? {
        Some(version) => Ok(Some(version.name)),
        None => Err(format!(
            "nothing is deployed in the environment {source}, so that there is nothing to promote"
        )),
    }
}

/// Refuses a deployment that would lose what others did, unless that is allowed.
pub(super) fn guard(
    entries: &mut [Entry],
    remote: &Result<Remote, String>,
    allowed: Allowed,
    folder: &Utf8Path,
) {
    let deployment = entries
        .iter_mut()
        .find(|entry| entry.at == Address::Deployment && entry.decision.is_change());
    let Some(deployment) = deployment else {
        return;
    };
    let why = match remote {
        Err(why) => Some(format!("what it would replace cannot be read: {why}")),
        Ok(remote) => replaced(remote, allowed, folder),
    };
    if let Some(why) = why {
        deployment.decision.verdict = Verdict::Refused;
        deployment.decision.reason = why;
    }
}

fn replaced(remote: &Remote, allowed: Allowed, folder: &Utf8Path) -> Option<String> {
    if !remote.files.is_empty() && !allowed.overwrite {
        return Some(format!(
            "it would replace what others have changed on the platform ({}, {} files): take it over into the manifest or custom/, or write --overwrite",
            remote.whose,
            remote.files.len()
        ));
    }
    let commit = remote.deployed.as_ref().and_then(Deployed::commit)?;
    if allowed.rollback || is_ancestor(commit, folder) {
        return None;
    }
    let advice = if is_shallow(folder) {
        "this clone is shallow: fetch the whole history"
    } else {
        "bring that commit in, or write --rollback"
    };
    Some(format!(
        "it would replace a version of the commit {commit}, which is not known to come before this one: {advice}"
    ))
}

/// Whether a commit is below the one that is checked out. Where git cannot tell, because
/// there is no repository, nothing speaks against it.
fn is_ancestor(commit: &str, folder: &Utf8Path) -> bool {
    let is_hash = !commit.is_empty() && commit.bytes().all(|byte| byte.is_ascii_hexdigit());
    if !is_hash || ask_git(folder, &["rev-parse", "--verify", "HEAD"]).is_none() {
        return true;
    }
    ask_git(folder, &["merge-base", "--is-ancestor", commit, "HEAD"]).is_some()
}

/// Whether the clone lacks commits.
fn is_shallow(folder: &Utf8Path) -> bool {
    ask_git(folder, &["rev-parse", "--is-shallow-repository"]).is_some_and(|said| said == "true")
}

/// The files that others have changed, as a plan shows them.
pub(super) fn files(remote: &Result<Remote, String>) -> Vec<FileChange> {
    let files = remote.as_ref().map(|remote| remote.files.as_slice());
    files.unwrap_or_default().iter().map(file).collect()
}

fn file(file: &RemoteFile) -> FileChange {
    let side = |text: &Option<String>| text.clone().unwrap_or_default();
    FileChange {
        path: file.path.clone(),
        action: match (&file.ours, &file.theirs) {
            (None, _) => Action::Create,
            (_, None) => Action::Delete,
            _ => Action::Update,
        },
        diff: between(
            &visible_line(&file.path),
            ("ours", &side(&file.ours)),
            ("on the platform", &side(&file.theirs)),
        ),
    }
}
