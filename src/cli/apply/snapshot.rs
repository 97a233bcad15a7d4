//! The files that are uploaded, in a folder of their own: exactly what was compiled and
//! verified, whatever happens to the working tree meanwhile.

use std::fs;

use camino::Utf8Path;

use crate::emit::Artifact;

/// Writes the artifacts below `root`.
///
/// # Errors
/// A phrase, when one cannot be written.
pub(super) fn write(root: &Utf8Path, artifacts: &[Artifact]) -> Result<(), String> {
    for artifact in artifacts {
        let path = root.join(&artifact.path);
        let written = path
            .parent()
            .map_or(Ok(()), fs::create_dir_all)
            .and_then(|()| fs::write(&path, &artifact.contents));
        written.map_err(|error| format!("cannot write `{path}`: {error}"))?;
    }
    Ok(())
}
