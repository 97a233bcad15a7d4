//! One build at a time in one output folder.

use std::fs::{self, File};

use camino::Utf8Path;

use super::disk::{DiskError, Tried};

/// Held while a build compares and writes; released when dropped, also by a kill.
#[derive(Debug)]
pub struct OutputLock {
    _folder: Option<File>,
}

impl OutputLock {
    /// Makes the output folder if it is absent, and waits for any other build in it.
    ///
    /// # Errors
    /// When the folder cannot be made.
    pub fn take(root: &Utf8Path) -> Result<Self, DiskError> {
        // What is there already may be no folder; comparing tells that.
        if fs::symlink_metadata(root).is_err() {
            fs::create_dir_all(root).tried("make the folder", root)?;
        }
        // The folder itself is locked, so that no lock file lies in the output. Where a
        // folder cannot be opened or locked, two builds at once are the user's risk.
        let folder = File::open(root).ok();
        if let Some(folder) = &folder {
            let _ = folder.lock();
        }
        Ok(Self { _folder: folder })
    }
}
