//! The output folder as it is against what it should be. Nothing is written here.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt;
use std::fs;
use std::io;

use camino::{Utf8Path, Utf8PathBuf};

use super::disk::{DiskError, Tried};
use super::ledger::{LEDGER, Ledger, is_inside};
use super::place::{HAS_EXECUTABLE_BIT, Place, look};
use super::{DEPLOYED, obstacles::Obstacle};
use crate::emit::Artifact;
use crate::platform::sha256;

/// How one path of the output stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum State {
    /// As it should be.
    Current,
    /// To be written, and nothing is there.
    Missing,
    /// Ours, with other bytes or rights than it should have.
    Stale,
    /// Ours, but somebody changed it.
    Edited,
    /// To be written, and a file that is not ours is there.
    Foreign,
    /// Ours, unchanged, and no longer generated.
    Retired,
    /// No longer generated, but somebody changed it: it stays.
    Kept,
    /// Not ours, in the folder that is deployed whole.
    Unlisted,
}

/// One path of the output.
#[derive(Clone, Debug)]
pub struct Item {
    /// Relative to the output folder.
    pub path: String,
    pub state: State,
    /// What is there now, where that is not what should be.
    pub on_disk: Option<Vec<u8>>,
}

/// The comparison of one output folder.
#[derive(Debug)]
pub struct Output {
    pub root: Utf8PathBuf,
    /// By path.
    pub items: Vec<Item>,
    pub(super) ledger: Ledger,
    pub(super) ledger_bytes: Option<Vec<u8>>,
    /// The ledger that a build leaves.
    pub(super) settled: Ledger,
    pub(super) obstacles: Vec<Obstacle>,
}

/// Why an output folder could not be compared.
#[derive(Debug)]
pub enum OutputError {
    Disk(DiskError),
    /// An emitter made a path that leaves the folder, or made one twice: our fault.
    Artifact {
        path: String,
    },
}

impl fmt::Display for OutputError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Disk(error) => error.fmt(f),
            Self::Artifact { path } => write!(f, "the output has an impossible path {path:?}"),
        }
    }
}

impl std::error::Error for OutputError {}

impl From<DiskError> for OutputError {
    fn from(error: DiskError) -> Self {
        Self::Disk(error)
    }
}

impl Output {
    /// Compares `root` with `artifacts`. The folder itself may be a symbolic link only
    /// when the user named it.
    ///
    /// # Errors
    /// When something that is there cannot be read.
    pub fn compare(
        root: &Utf8Path,
        artifacts: &[Artifact],
        named: bool,
    ) -> Result<Self, OutputError> {
        let mut output = Self {
            root: root.to_owned(),
            items: Vec::new(),
            ledger: Ledger::default(),
            ledger_bytes: None,
            settled: Ledger::default(),
            obstacles: Vec::new(),
        };
        if !output.has_usable_root(named)? {
            return Ok(output);
        }
        output.read_ledger()?;
        let wanted = by_path(artifacts)?;
        for artifact in wanted.values() {
            output.compare_artifact(artifact)?;
        }
        output.compare_retired(&wanted)?;
        output.find_unlisted(&wanted)?;
        output.items.sort_by(|a, b| a.path.cmp(&b.path));
        output.settle(artifacts);
        Ok(output)
    }

    /// Whether `build` would write or remove nothing and nothing foreign is deployed.
    pub fn is_current(&self) -> bool {
        self.obstacles.is_empty()
            && self.has_current_ledger()
            && self.items.iter().all(|item| item.state == State::Current)
    }

    /// Whether the ledger says what it will say after a build.
    pub fn has_current_ledger(&self) -> bool {
        self.ledger_bytes.as_deref() == Some(self.settled.to_text().as_bytes())
    }

    pub fn has_ledger(&self) -> bool {
        self.ledger_bytes.is_some()
    }

    pub fn count(&self, state: State) -> usize {
        self.items.iter().filter(|item| item.state == state).count()
    }

    fn has_usable_root(&mut self, named: bool) -> Result<bool, DiskError> {
        let metadata = match fs::symlink_metadata(&self.root) {
            Ok(metadata) => metadata,
            Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(true),
            Err(error) => return Err(error).tried("read", &self.root),
        };
        if metadata.is_symlink() && !named {
            self.obstacles.push(Obstacle::Link(self.root.clone()));
            return Ok(false);
        }
        if metadata.is_file() {
            self.obstacles.push(Obstacle::Blocked(
                self.root.clone(),
                "is a file where a folder is needed",
            ));
            return Ok(false);
        }
        Ok(true)
    }

    fn read_ledger(&mut self) -> Result<(), DiskError> {
        match look(&self.root, LEDGER)? {
            Place::Absent => {}
            Place::Link(path) => self.obstacles.push(Obstacle::Link(path)),
            Place::Blocked(path, why) => self.obstacles.push(Obstacle::Blocked(path, why)),
            Place::File { bytes, .. } => {
                match Ledger::parse(&bytes) {
                    Ok(ledger) => self.ledger = ledger,
                    Err(why) => self
                        .obstacles
                        .push(Obstacle::Ledger(self.root.join(LEDGER), why)),
                }
                self.ledger_bytes = Some(bytes);
            }
        }
        Ok(())
    }

    fn compare_artifact(&mut self, artifact: &Artifact) -> Result<(), DiskError> {
        let path = &artifact.path;
        let (state, on_disk) = match look(&self.root, path)? {
            Place::Absent => (State::Missing, None),
            Place::Link(at) => {
                self.obstacles.push(Obstacle::Link(at));
                return Ok(());
            }
            Place::Blocked(at, why) => {
                self.obstacles.push(Obstacle::Blocked(at, why));
                return Ok(());
            }
            Place::File { bytes, executable } => {
                let same = bytes == artifact.contents.as_bytes();
                let runs = executable || !artifact.executable || !HAS_EXECUTABLE_BIT;
                if same && runs {
                    (State::Current, None)
                } else if same || self.ledger.wrote(path, &sha256(&bytes)) {
                    (State::Stale, Some(bytes))
                } else if self.ledger.lists(path) {
                    (State::Edited, Some(bytes))
                } else {
                    (State::Foreign, Some(bytes))
                }
            }
        };
        self.push(path, state, on_disk);
        Ok(())
    }

    fn compare_retired(&mut self, wanted: &BTreeMap<&str, &Artifact>) -> Result<(), DiskError> {
        let listed: Vec<String> = self
            .ledger
            .paths()
            .filter(|path| !wanted.contains_key(path))
            .map(str::to_owned)
            .collect();
        for path in listed {
            match look(&self.root, &path)? {
                // Somebody removed it, or put a thing of his own there.
                Place::Absent | Place::Link(_) | Place::Blocked(..) => {}
                Place::File { bytes, .. } => {
                    let state = if self.ledger.wrote(&path, &sha256(&bytes)) {
                        State::Retired
                    } else {
                        State::Kept
                    };
                    self.push(&path, state, Some(bytes));
                }
            }
        }
        Ok(())
    }

    /// The upload takes whatever lies in the deployed folder, so what is not ours there
    /// is told.
    fn find_unlisted(&mut self, wanted: &BTreeMap<&str, &Artifact>) -> Result<(), DiskError> {
        let known: BTreeSet<String> = self.items.iter().map(|item| item.path.clone()).collect();
        let mut folders = vec![DEPLOYED.to_owned()];
        while let Some(folder) = folders.pop() {
            let at = self.root.join(&folder);
            if !fs::symlink_metadata(&at).is_ok_and(|metadata| metadata.is_dir()) {
                continue;
            }
            for entry in fs::read_dir(&at).tried("read", &at)? {
                let entry = entry.tried("read", &at)?;
                let name = entry.file_name().to_string_lossy().into_owned();
                let path = format!("{folder}/{name}");
                let is_folder = entry.file_type().tried("read", &at)?.is_dir();
                let is_known = known.contains(&path) || wanted.contains_key(path.as_str());
                if is_local(&name) {
                    continue;
                }
                if is_folder {
                    folders.push(path);
                } else if !is_known {
                    self.push(&path, State::Unlisted, None);
                }
            }
        }
        Ok(())
    }

    /// A kept file stays listed: it is told at each build until somebody removes it.
    fn settle(&mut self, artifacts: &[Artifact]) {
        let ours = artifacts
            .iter()
            .map(|artifact| (artifact.path.clone(), sha256(artifact.contents.as_bytes())));
        let kept = self
            .items
            .iter()
            .filter(|item| item.state == State::Kept)
            .filter_map(|item| Some((item.path.clone(), self.ledger.last(&item.path)?.to_owned())));
        self.settled.files = ours.chain(kept).collect();
    }

    fn push(&mut self, path: &str, state: State, on_disk: Option<Vec<u8>>) {
        self.items.push(Item {
            path: path.to_owned(),
            state,
            on_disk,
        });
    }
}

/// What tools leave in a project; the project's `.gitignore` keeps it from the upload.
fn is_local(name: &str) -> bool {
    name.starts_with('.') || matches!(name, "node_modules" | "dist" | "deno.lock")
}

fn by_path(artifacts: &[Artifact]) -> Result<BTreeMap<&str, &Artifact>, OutputError> {
    let mut by_path = BTreeMap::new();
    for artifact in artifacts {
        let twice = by_path.insert(artifact.path.as_str(), artifact).is_some();
        if twice || !is_inside(&artifact.path) {
            return Err(OutputError::Artifact {
                path: artifact.path.clone(),
            });
        }
    }
    Ok(by_path)
}
