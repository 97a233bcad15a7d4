//! Changes to the author's own files, on request: expectations of cases.

use std::fs;
use std::io;

use camino::{Utf8Path, Utf8PathBuf};

use super::atomic::replace;
use super::disk::{DiskError, Tried};
use crate::source::leaves_folder;

/// Replaces a file below `folder` that still has the bytes that were read. A link is
/// followed, and the file behind it replaced.
///
/// # Errors
/// When it was changed meanwhile, or cannot be written.
pub fn rewrite(folder: &Utf8Path, path: &str, old: &[u8], new: &[u8]) -> Result<(), DiskError> {
    let shown = folder.join(path);
    let real = shown.canonicalize_utf8().tried("write", &shown)?;
    let now = fs::read(&real).tried("read", &shown)?;
    if now != old {
        return Err(refused(&shown, "it was changed meanwhile"));
    }
    let permissions = fs::metadata(&real).tried("read", &shown)?.permissions();
    put(&real, new)?;
    fs::set_permissions(&real, permissions).tried("write", &shown)
}

/// Writes a new file below `folder`, with the folders above it.
///
/// # Errors
/// When something is there already, or it would lie outside `folder`.
pub fn create(folder: &Utf8Path, path: &str, bytes: &[u8]) -> Result<(), DiskError> {
    let shown = folder.join(path);
    if leaves_folder(path) {
        return Err(refused(&shown, "it lies outside the manifest's folder"));
    }
    if fs::symlink_metadata(&shown).is_ok() {
        return Err(refused(&shown, "it is there already"));
    }
    if let Some(parent) = shown.parent() {
        fs::create_dir_all(parent).tried("create", parent)?;
        let root = folder.canonicalize_utf8().tried("read", folder)?;
        let inside = parent.canonicalize_utf8().tried("read", parent)?;
        if !inside.starts_with(root) {
            return Err(refused(&shown, "a link leads out of the manifest's folder"));
        }
    }
    put(&shown, bytes)
}

/// Writes a file that the user named, over whatever file is there.
///
/// # Errors
/// When it cannot be written.
pub fn overwrite(path: &Utf8Path, bytes: &[u8]) -> Result<(), DiskError> {
    if path
        .parent()
        .is_some_and(|parent| parent.as_str().is_empty())
    {
        return put(&Utf8Path::new(".").join(path), bytes);
    }
    put(path, bytes)
}

fn put(path: &Utf8Path, bytes: &[u8]) -> Result<(), DiskError> {
    let (Some(folder), Some(name)) = (path.parent(), path.file_name()) else {
        return Err(refused(path, "it is no file"));
    };
    replace(folder, name, bytes, false)
}

fn refused(path: &Utf8Path, why: &str) -> DiskError {
    DiskError {
        action: "write",
        path: Utf8PathBuf::from(path),
        error: io::Error::other(why.to_owned()),
    }
}
