//! The whole pipeline as one pure function: sources in, findings and artifacts out.

use std::collections::BTreeSet;

use crate::diagnostics::{Diagnostic, Sink};
use crate::emit::Artifact;
use crate::manifest::{self, Manifest};
use crate::source::Sources;
use crate::{document, types};

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
    let mut sink = Sink::new();
    let Some((file, _)) = sources.get(manifest_path) else {
        return Compilation {
            needs: vec![manifest_path.to_owned()],
            ..Compilation::default()
        };
    };
    let document = document::parse(sources, file, &mut sink);
    let manifest = manifest::read(&document, &mut sink);
    types::declare(&manifest, sources, &mut sink);
    Compilation {
        diagnostics: sink.into_sorted(),
        needs: absent_files(&manifest, sources),
        ..Compilation::default()
    }
}

/// The files that the manifest names and the sources do not have, each once.
fn absent_files(manifest: &Manifest, sources: &Sources) -> Vec<String> {
    let of_types = types::needs(manifest).into_iter().map(|(path, _)| path);
    let of_functions = manifest
        .functions
        .iter()
        .filter_map(|function| Some(function.file.as_ref()?.value.clone()));
    let paths: BTreeSet<String> = of_types.chain(of_functions).collect();
    paths
        .into_iter()
        .filter(|path| sources.get(path).is_none())
        .collect()
}
