//! The whole pipeline as one pure function: sources in, findings and artifacts out.

use crate::diagnostics::{Diagnostic, Sink};
use crate::emit::Artifact;
use crate::source::Sources;

/// What one run over a manifest gives.
#[derive(Clone, Debug, Default)]
pub struct Compilation {
    /// Sorted by file, position and code.
    pub diagnostics: Vec<Diagnostic>,
    /// Paths, relative to the manifest's folder, that were wanted and are not in the
    /// sources yet. The host reads or refuses each and compiles again.
    pub needs: Vec<String>,
    /// The output; empty when there are errors.
    pub artifacts: Vec<Artifact>,
    /// The dependency graph as text.
    pub graph: String,
}

/// Compiles the manifest at `manifest_path` of `sources`. Touches no disk; the same
/// sources give the same value.
pub fn compile(sources: &Sources, manifest_path: &str) -> Compilation {
    let sink = Sink::new();
    if sources.get(manifest_path).is_none() {
        return Compilation {
            needs: vec![manifest_path.to_owned()],
            ..Compilation::default()
        };
    }
    Compilation {
        diagnostics: sink.into_sorted(),
        ..Compilation::default()
    }
}
