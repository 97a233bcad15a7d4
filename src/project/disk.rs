//! What can go wrong on disk, always with the path.

use std::fmt;
use std::io;

use camino::{Utf8Path, Utf8PathBuf};

/// A failed operation on one path.
#[derive(Debug)]
pub struct DiskError {
    /// What was tried: "write", "read", "remove".
    pub action: &'static str,
    pub path: Utf8PathBuf,
    pub error: io::Error,
}

impl fmt::Display for DiskError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(
            f,
            "cannot {} `{}`: {}",
            self.action,
            self.path,
            describe(&self.error)
        )
    }
}

impl std::error::Error for DiskError {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        Some(&self.error)
    }
}

/// Attaches what was tried, on which path, to an input or output error.
pub(super) trait Tried<T> {
    fn tried(self, action: &'static str, path: &Utf8Path) -> Result<T, DiskError>;
}

impl<T> Tried<T> for io::Result<T> {
    fn tried(self, action: &'static str, path: &Utf8Path) -> Result<T, DiskError> {
        self.map_err(|error| DiskError {
            action,
            path: path.to_owned(),
            error,
        })
    }
}

/// The system's reason as a phrase, the same on every system for the common ones.
pub(super) fn describe(error: &io::Error) -> String {
    match error.kind() {
        io::ErrorKind::NotFound => "it does not exist".to_owned(),
        io::ErrorKind::PermissionDenied => "permission denied".to_owned(),
        io::ErrorKind::StorageFull => "the disk is full".to_owned(),
        io::ErrorKind::IsADirectory => "it is a folder".to_owned(),
        io::ErrorKind::NotADirectory => "a part of the path is not a folder".to_owned(),
        io::ErrorKind::ReadOnlyFilesystem => "the disk is read-only".to_owned(),
        _ => error.to_string(),
    }
}
