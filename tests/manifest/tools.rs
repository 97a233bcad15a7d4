//! What the tests share.

use std::fs;
use std::path::{Path, PathBuf};

use gusset::diagnostics::{Diagnostic, Sink};
use gusset::document;
use gusset::manifest::{self, Manifest};
use gusset::source::Sources;

pub fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// The manifest of a text, and every finding of the document and manifest phases.
pub fn read(text: &str) -> (Manifest, Vec<Diagnostic>) {
    let (_, manifest, diagnostics) = read_sources(text);
    (manifest, diagnostics)
}

/// The same with the sources that the findings point into.
pub fn read_sources(text: &str) -> (Sources, Manifest, Vec<Diagnostic>) {
    let mut sources = Sources::new();
    let file = sources.add("integration.toml", text);
    let mut sink = Sink::new();
    let document = document::parse(&sources, file, &mut sink);
    let manifest = manifest::read(&document, &mut sink);
    (sources, manifest, sink.into_sorted())
}

/// The line of a byte offset, from 1.
fn line_of(text: &str, offset: u32) -> usize {
    text.bytes()
        .take(offset as usize)
        .filter(|byte| *byte == b'\n')
        .count()
        + 1
}

/// The findings as lines, for messages of failed tests.
pub fn listed(text: &str, diagnostics: &[Diagnostic]) -> String {
    diagnostics
        .iter()
        .map(|diagnostic| {
            format!(
                "  line {}: {} {} ({})\n",
                line_of(text, diagnostic.span.start),
                diagnostic.code.id,
                diagnostic.message,
                diagnostic.help.as_deref().unwrap_or("no help"),
            )
        })
        .collect()
}

/// The fixtures of a folder below `tests/manifest`: name and text, by name.
pub fn fixtures(folder: &str) -> Vec<(String, String)> {
    let folder = root().join("tests/manifest").join(folder);
    let mut paths: Vec<PathBuf> = fs::read_dir(&folder)
        .expect("the folder of fixtures")
        .map(|entry| entry.expect("an entry").path())
        .collect();
    paths.sort();
    assert!(!paths.is_empty(), "no fixtures in {}", folder.display());
    paths
        .into_iter()
        .map(|path| {
            let name = path
                .file_stem()
                .expect("a name")
                .to_string_lossy()
                .into_owned();
            (name, fs::read_to_string(&path).expect("a fixture"))
        })
        .collect()
}

/// The text with the fixes of the findings applied, from the end to the start.
pub fn fixed(text: &str, diagnostics: &[Diagnostic]) -> String {
    let mut edits: Vec<_> = diagnostics
        .iter()
        .filter_map(|diagnostic| diagnostic.fix.as_ref())
        .flat_map(|fix| fix.edits.iter())
        .collect();
    edits.sort_by_key(|edit| (edit.span.start, edit.span.end));
    let mut text = text.to_owned();
    for edit in edits.into_iter().rev() {
        text.replace_range(edit.span.range(), &edit.text);
    }
    text
}
