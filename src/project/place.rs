//! What lies at a path of the output folder, without following links.

use std::fs;
use std::io;

use camino::{Utf8Path, Utf8PathBuf};

use super::disk::{DiskError, Tried};

/// What lies at a path.
#[derive(Debug)]
pub(super) enum Place {
    Absent,
    File {
        bytes: Vec<u8>,
        /// Whether anybody may run it; false where the system has no such right.
        executable: bool,
    },
    /// This part of the path is a symbolic link.
    Link(Utf8PathBuf),
    /// This part of the path is a file where a folder is needed, or the other way round.
    Blocked(Utf8PathBuf, &'static str),
}

/// Looks at `root/path`, each part in turn. `root` itself may be a link.
pub(super) fn look(root: &Utf8Path, path: &str) -> Result<Place, DiskError> {
    let mut at = root.to_owned();
    let mut parts = path.split('/').peekable();
    while let Some(part) = parts.next() {
        at.push(part);
        let last = parts.peek().is_none();
        let metadata = match fs::symlink_metadata(&at) {
            Ok(metadata) => metadata,
            Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(Place::Absent),
            Err(error) => return Err(error).tried("read", &at),
        };
        if metadata.is_symlink() {
            return Ok(Place::Link(at));
        }
        if last && metadata.is_file() {
            let bytes = fs::read(&at).tried("read", &at)?;
            return Ok(Place::File {
                bytes,
                executable: is_executable(&metadata),
            });
        }
        if last {
            return Ok(Place::Blocked(at, "is no regular file"));
        }
        if !metadata.is_dir() {
            return Ok(Place::Blocked(at, "is a file where a folder is needed"));
        }
    }
    Ok(Place::Absent)
}

#[cfg(unix)]
fn is_executable(metadata: &fs::Metadata) -> bool {
    use std::os::unix::fs::PermissionsExt;
    metadata.permissions().mode() & 0o111 != 0
}

/// Whether a file of these rights needs to be written again to be executable.
#[cfg(unix)]
pub(super) const HAS_EXECUTABLE_BIT: bool = true;

#[cfg(not(unix))]
fn is_executable(_: &fs::Metadata) -> bool {
    false
}

#[cfg(not(unix))]
pub(super) const HAS_EXECUTABLE_BIT: bool = false;
