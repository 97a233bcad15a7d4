//! Replaces one file so that at every moment either its old or its new bytes are there.

use std::fs::{self, File, OpenOptions};
use std::io::{self, Write};

use camino::{Utf8Path, Utf8PathBuf};

use super::disk::{DiskError, Tried};
use crate::platform::sha256;

/// Writes a file beside `root/path` and renames it there. The folders must exist.
pub(super) fn replace(
    root: &Utf8Path,
    path: &str,
    bytes: &[u8],
    executable: bool,
) -> Result<(), DiskError> {
    let target = root.join(path);
    let temporary = temporary(root, path);
    fill(&temporary, bytes, executable)
        .and_then(|()| fs::rename(&temporary, &target))
        .tried("write", &target)
        .inspect_err(|_| {
            // The first error is the one to report.
            let _ = fs::remove_file(&temporary);
        })?;
    sync_folder(&target);
    Ok(())
}

/// The name under which the new bytes of `path` are written at first. It is always the
/// same, so a build finds and reuses what a killed one left behind.
pub(super) fn temporary(root: &Utf8Path, path: &str) -> Utf8PathBuf {
    let digest = sha256(path.as_bytes());
    let name = format!(".gusset-tmp-{}", digest.get(..16).unwrap_or(&digest));
    root.join(path).with_file_name(name)
}

fn fill(path: &Utf8Path, bytes: &[u8], executable: bool) -> io::Result<()> {
    let mut options = OpenOptions::new();
    options.write(true).create_new(true);
    let mut file = match options.open(path) {
        Err(error) if error.kind() == io::ErrorKind::AlreadyExists => {
            // A killed build left it; whatever it is by now, it is not written through.
            fs::remove_file(path)?;
            options.open(path)?
        }
        other => other?,
    };
    file.write_all(bytes)?;
    if executable {
        make_executable(&file)?;
    }
    file.sync_all()
}

/// Whoever may read the file may then run it.
#[cfg(unix)]
fn make_executable(file: &File) -> io::Result<()> {
    use std::os::unix::fs::PermissionsExt;
    let mut permissions = file.metadata()?.permissions();
    let mode = permissions.mode();
    permissions.set_mode(mode | ((mode & 0o444) >> 2));
    file.set_permissions(permissions)
}

#[cfg(not(unix))]
fn make_executable(_: &File) -> io::Result<()> {
    Ok(())
}

/// Makes the rename last through a power cut, where the system can.
fn sync_folder(target: &Utf8Path) {
    if let Some(folder) = target.parent()
        && let Ok(folder) = File::open(folder)
    {
        // Some file systems cannot; the rename itself is done.
        let _ = folder.sync_all();
    }
}
