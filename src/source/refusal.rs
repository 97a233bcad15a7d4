//! Why the host could not hand over a file that a phase asked for.

use camino::{Utf8Component, Utf8Path};

/// The host's answer in place of bytes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Refusal {
    /// Nothing lies there.
    Missing,
    /// The path leaves the integration's folder, by `..`, from the root, or by a link.
    Outside,
    /// More bytes than gusset reads; both numbers in bytes.
    TooLarge { size: u64, limit: u64 },
    /// A folder, a device, or a file that the system does not let us read.
    Unreadable(String),
}

/// Whether a path by its words alone leaves the folder it is relative to, or could mean
/// another file on another system: a backslash separates on Windows only.
pub fn leaves_folder(path: &str) -> bool {
    path.contains(['\\', '\0'])
        || !Utf8Path::new(path)
            .components()
            .all(|part| matches!(part, Utf8Component::Normal(_) | Utf8Component::CurDir))
}
