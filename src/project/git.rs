//! Files of a revision, by the program `git`.

use std::collections::BTreeMap;
use std::fmt;
use std::io;
use std::process::{Command, Stdio};

use camino::{Utf8Path, Utf8PathBuf};

/// A repository in which a folder lies.
#[derive(Debug)]
pub(super) struct Repository {
    /// Where the work tree begins.
    top: Utf8PathBuf,
    /// The folder within it, with `/` at the end; empty at the top.
    pub(super) prefix: String,
}

/// A file of a revision.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Entry {
    /// The kind of file, as git has it: `100644`, `120000` for a symbolic link.
    pub(super) mode: String,
    /// Its id, in hexadecimal.
    id: String,
    /// In bytes, as it is stored; none for a submodule.
    pub(super) size: Option<u64>,
}

/// Why a revision cannot be read.
#[derive(Debug)]
pub enum RevisionError {
    /// `git` does not run.
    NoGit(io::Error),
    /// The folder lies in no work tree; with what git says.
    NoRepository(String),
    /// There is no such revision; with what git says.
    Unknown { revision: String, why: String },
    /// Git failed with something else; with what it says.
    Failed(String),
}

impl fmt::Display for RevisionError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let told = |f: &mut fmt::Formatter<'_>, what: &str, why: &str| {
            f.write_str(what)?;
            if why.is_empty() {
                return Ok(());
            }
            write!(f, ": {why}")
        };
        match self {
            Self::NoGit(error) if error.kind() == io::ErrorKind::NotFound => {
                f.write_str("`git` is not there, and it has the other revision")
            }
            Self::NoGit(error) => write!(f, "`git` does not run: {error}"),
            Self::NoRepository(why) => told(f, "the integration lies in no git work tree", why),
            Self::Unknown { revision, why } => {
                told(f, &format!("git has no revision `{revision}`"), why)
            }
            Self::Failed(why) => told(f, "git failed", why),
        }
    }
}

impl std::error::Error for RevisionError {}

impl Repository {
    /// The repository of a folder.
    pub(super) fn of(folder: &Utf8Path) -> Result<Self, RevisionError> {
        // Asked one by one: a path may hold a line end.
        let ask = |what| {
            let said = git(folder, &["rev-parse", what])?.map_err(RevisionError::NoRepository)?;
            let text = String::from_utf8(said)
                .map_err(|_| RevisionError::NoRepository("its path is not UTF-8".to_owned()))?;
            Ok(text.strip_suffix('\n').unwrap_or(&text).to_owned())
        };
        let top: String = ask("--show-toplevel")?;
        if top.is_empty() {
            return Err(RevisionError::NoRepository(String::new()));
        }
        Ok(Self {
            top: top.into(),
            prefix: ask("--show-prefix")?,
        })
    }

    /// Where the work tree begins.
    pub(super) fn top(&self) -> &Utf8Path {
        &self.top
    }

    /// The commit that a revision means, in hexadecimal.
    pub(super) fn commit(&self, revision: &str) -> Result<String, RevisionError> {
        let unknown = |why: String| RevisionError::Unknown {
            revision: revision.to_owned(),
            why,
        };
        // No revision begins so, and older versions of git take it for an option.
        if revision.is_empty() || revision.starts_with('-') || revision.contains('\0') {
            return Err(unknown(String::new()));
        }
        let peeled = format!("{revision}^{{commit}}");
        let words = ["rev-parse", "--verify", "--end-of-options", &peeled];
        let said = git(&self.top, &words)?.map_err(|why| {
            let usual = why.contains("Needed a single revision");
            unknown(if usual { String::new() } else { why })
        })?;
        let said = String::from_utf8_lossy(&said).trim().to_owned();
        let is_id = said.len() >= 40 && said.bytes().all(|byte| byte.is_ascii_hexdigit());
        if is_id {
            Ok(said)
        } else {
            Err(unknown(String::new()))
        }
    }

    /// Every file of a commit, by its path from the top; those whose paths are not UTF-8
    /// are no files of ours.
    pub(super) fn files(&self, commit: &str) -> Result<BTreeMap<String, Entry>, RevisionError> {
        let words = ["ls-tree", "-r", "-z", "-l", "--full-tree", commit];
        let listed = git(&self.top, &words)?.map_err(RevisionError::Failed)?;
        let rows = listed.split(|byte| *byte == 0);
        Ok(rows.filter_map(entry).collect())
    }

    /// What a file holds, as a check-out of it would be on this disk.
    pub(super) fn contents(&self, path: &str, entry: &Entry) -> Result<Vec<u8>, RevisionError> {
        let path = format!("--path={path}");
        let words = ["cat-file", "--filters", &path, &entry.id];
        git(&self.top, &words)?.map_err(RevisionError::Failed)
    }
}

/// One row: `100644 blob ID      12<TAB>PATH`.
fn entry(row: &[u8]) -> Option<(String, Entry)> {
    let row = std::str::from_utf8(row).ok()?;
    let (facts, path) = row.split_once('\t')?;
    let mut facts = facts.split_ascii_whitespace();
    let (mode, _kind, id) = (facts.next()?, facts.next()?, facts.next()?);
    let entry = Entry {
        mode: mode.to_owned(),
        id: id.to_owned(),
        size: facts.next().and_then(|size| size.parse().ok()),
    };
    Some((path.to_owned(), entry))
}

/// What git prints about a folder, without blanks around it; `None` when it fails, is not
/// there, or the folder lies in no repository.
pub fn ask_git(folder: &Utf8Path, words: &[&str]) -> Option<String> {
    let here = if folder.as_str().is_empty() {
        Utf8Path::new(".")
    } else {
        folder
    };
    let said = git(here, words).ok()?.ok()?;
    Some(String::from_utf8_lossy(&said).trim().to_owned())
}

/// Runs git in a folder: what it prints, or what it says when it fails.
fn git(folder: &Utf8Path, words: &[&str]) -> Result<Result<Vec<u8>, String>, RevisionError> {
    let output = Command::new("git")
        .arg("-C")
        .arg(folder)
        .args(words)
        .env("LC_ALL", "C")
        .env("GIT_OPTIONAL_LOCKS", "0")
        .env("GIT_TERMINAL_PROMPT", "0")
        .stdin(Stdio::null())
        .output()
        .map_err(RevisionError::NoGit)?;
    if output.status.success() {
        return Ok(Ok(output.stdout));
    }
    let said = String::from_utf8_lossy(&output.stderr);
    let lines = said.lines().map(str::trim).filter(|line| !line.is_empty());
    let first = lines.into_iter().next().unwrap_or_default();
    Ok(Err(first
        .strip_prefix("fatal: ")
        .unwrap_or(first)
        .to_owned()))
}
