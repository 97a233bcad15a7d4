//! Artifacts: what a compilation gives, in memory.

pub mod shell;
pub mod typescript;

/// One file of the output.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Artifact {
    /// Relative to the output folder (`versori/`), with `/`.
    pub path: String,
    pub contents: String,
    pub executable: bool,
}
