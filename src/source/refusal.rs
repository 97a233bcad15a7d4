//! Why the host could not hand over a file that a phase asked for.

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
