//! What a run keeps outside the integration: the journal, and the guard that lets one run
//! at a time change a project.

use std::fs::{self, File, OpenOptions, TryLockError};
use std::io::{ErrorKind, Read, Write};

use camino::{Utf8Path, Utf8PathBuf};

use super::atomic::replace;
use super::disk::{DiskError, Tried};
use crate::platform::sha256;

/// The journal's name.
const JOURNAL: &str = "journal.jsonl";

/// The folder of one project's runs.
#[derive(Debug)]
pub struct StateFolder {
    root: Utf8PathBuf,
}

/// Held while a run changes the platform; released when dropped, also by a kill. Programs
/// that got [`Guard::handles`] hold it as well, so that what a killed run has begun ends
/// before another run begins.
#[derive(Debug)]
pub struct Guard {
    file: File,
    /// The integration's folder, which is there also when the journal's is lost.
    folder: File,
    /// What an earlier run wrote that did not end by itself; empty where there was none.
    pub left: String,
}

/// Why there is no guard.
#[derive(Debug)]
pub enum GuardError {
    /// Another run holds it: what it says of itself.
    Held(String),
    Disk(DiskError),
}

impl StateFolder {
    /// The folder of a project. `GUSSET_STATE_DIR` says below which one, else
    /// `XDG_STATE_HOME`, else it is `.local/state/gusset` of the home.
    ///
    /// # Errors
    /// When there is no home.
    pub fn open(organisation: &str, project: &str) -> Result<Self, String> {
        let variable = |name: &str| std::env::var(name).ok().filter(|text| !text.is_empty());
        let above = variable("GUSSET_STATE_DIR")
            .map(Utf8PathBuf::from)
            .or_else(|| {
                variable("XDG_STATE_HOME").map(|path| Utf8PathBuf::from(path).join("gusset"))
            })
            .or_else(|| {
                variable("HOME").map(|path| Utf8PathBuf::from(path).join(".local/state/gusset"))
            })
            .ok_or("there is no HOME to keep the journal in: set GUSSET_STATE_DIR to a folder")?;
        let digest = sha256(format!("{organisation}\0{project}").as_bytes());
        let root = above.join(digest.get(..24).unwrap_or(&digest));
        Ok(Self { root })
    }

    pub fn path(&self) -> &Utf8Path {
        &self.root
    }

    /// Takes the guard of this project, and of the integration's folder. `said` is what
    /// another run will read of this one.
    ///
    /// # Errors
    /// When another run holds it, or the disk refuses.
    pub fn guard(&self, integration: &Utf8Path, said: &str) -> Result<Guard, GuardError> {
        let here = if integration.as_str().is_empty() {
            Utf8Path::new(".")
        } else {
            integration
        };
        let folder = File::open(here)
            .tried("open", here)
            .map_err(GuardError::Disk)?;
        fs::create_dir_all(&self.root)
            .tried("make the folder", &self.root)
            .map_err(GuardError::Disk)?;
        let path = self.root.join("guard");
        let mut file = OpenOptions::new()
            .read(true)
            .write(true)
            .create(true)
            .truncate(false)
            .open(&path)
            .tried("open", &path)
            .map_err(GuardError::Disk)?;
        let mut left = String::new();
        // What it says only helps; that it is held is what counts.
        let _ = file.read_to_string(&mut left);
        let left = left.trim().to_owned();
        lock(&file, &path, &left)?;
        lock(&folder, here, &left)?;
        write_whole(&mut file, said)
            .tried("write", &path)
            .map_err(GuardError::Disk)?;
        Ok(Guard { file, folder, left })
    }

    /// The journal's text; empty where there is none.
    ///
    /// # Errors
    /// When it is there and cannot be read.
    pub fn journal(&self) -> Result<String, DiskError> {
        let path = self.journal_path();
        match fs::read(&path) {
            Ok(bytes) => Ok(String::from_utf8_lossy(&bytes).into_owned()),
            // What cannot be written either is told where it is to be written.
            Err(error)
                if matches!(error.kind(), ErrorKind::NotFound | ErrorKind::NotADirectory) =>
            {
                Ok(String::new())
            }
            Err(error) => Err(error).tried("read", &path),
        }
    }

    /// Adds a line to the journal, and sees to it that it lasts.
    ///
    /// # Errors
    /// When it cannot be written.
    pub fn note(&self, line: &str) -> Result<(), DiskError> {
        let path = self.journal_path();
        let append = || {
            fs::create_dir_all(&self.root)?;
            let mut file = OpenOptions::new().create(true).append(true).open(&path)?;
            // A torn line of a killed run must not swallow this one.
            file.write_all(format!("\n{line}\n").as_bytes())?;
            file.sync_data()
        };
        append().tried("write", &path)
    }

    /// Replaces the journal; by nothing, it goes.
    ///
    /// # Errors
    /// When it cannot be written.
    pub fn replace_journal(&self, text: &str) -> Result<(), DiskError> {
        let path = self.journal_path();
        if !text.is_empty() {
            return replace(&self.root, JOURNAL, text.as_bytes(), false);
        }
        match fs::remove_file(&path) {
            Err(error) if error.kind() != ErrorKind::NotFound => Err(error).tried("remove", &path),
            _ => Ok(()),
        }
    }

    fn journal_path(&self) -> Utf8PathBuf {
        self.root.join(JOURNAL)
    }
}

impl Guard {
    /// The locked files, for programs that hold the guard too.
    pub fn handles(&self) -> [&File; 2] {
        [&self.file, &self.folder]
    }
}

impl Drop for Guard {
    /// A run that ends by itself leaves nothing for the next one to wonder about.
    fn drop(&mut self) {
        // The lock is what counts, and it goes with the file.
        let _ = write_whole(&mut self.file, "");
    }
}

fn lock(file: &File, path: &Utf8Path, said: &str) -> Result<(), GuardError> {
    file.try_lock().map_err(|error| match error {
        TryLockError::WouldBlock => GuardError::Held(said.to_owned()),
        TryLockError::Error(error) => GuardError::Disk(DiskError {
            action: "lock",
            path: path.to_owned(),
            error,
        }),
    })
}

fn write_whole(file: &mut File, text: &str) -> std::io::Result<()> {
    use std::io::{Seek, SeekFrom};
    file.set_len(0)?;
    file.seek(SeekFrom::Start(0))?;
    file.write_all(text.as_bytes())
}
