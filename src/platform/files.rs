//! The files that are uploaded, and the version they make.

use sha2::{Digest, Sha256};

/// One file of the project.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ProjectFile {
    /// Relative to `versori/project/`, with `/`.
    pub path: String,
    /// SHA-256 of its bytes, in lower-case hexadecimal.
    pub sha256: String,
}

/// All files of the project, in order of their paths.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ProjectFiles(Vec<ProjectFile>);

impl ProjectFiles {
    /// From paths and contents, in any order.
    pub fn new<'a>(files: impl IntoIterator<Item = (&'a str, &'a [u8])>) -> Self {
        let mut all: Vec<ProjectFile> = files
            .into_iter()
            .map(|(path, bytes)| ProjectFile {
                path: path.to_owned(),
                sha256: sha256(bytes),
            })
            .collect();
        all.sort_by(|a, b| a.path.cmp(&b.path));
        Self(all)
    }

    pub fn iter(&self) -> impl Iterator<Item = &ProjectFile> {
        self.0.iter()
    }

    /// The name of the version that holds exactly these files: `g-` and twenty digits of
    /// a digest of paths and contents.
    pub fn version_name(&self) -> String {
        let mut digest = Sha256::new();
        for file in &self.0 {
            digest.update(file.path.as_bytes());
            digest.update([0]);
            digest.update(file.sha256.as_bytes());
            digest.update([b'\n']);
        }
        let digest = hex(&digest.finalize());
        format!("g-{}", digest.get(..20).unwrap_or(&digest))
    }
}

/// The research document, which is an asset of the project and no file of a version.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Research {
    /// Relative to `versori/`, with `/`.
    pub path: String,
    /// In bytes: all that the platform says of what an asset holds.
    pub size: usize,
}

/// Bytes in lower-case hexadecimal.
pub(crate) fn hex(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}

/// The SHA-256 of bytes, in lower-case hexadecimal.
pub(crate) fn sha256(bytes: &[u8]) -> String {
    hex(&Sha256::digest(bytes))
}
