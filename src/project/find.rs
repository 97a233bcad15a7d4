//! From the paths of a command line to the integrations meant.

use std::collections::BTreeSet;
use std::fs;

use camino::{Utf8Path, Utf8PathBuf};

use super::MANIFEST;
use super::disk::describe;

/// How deep folders are searched: deeper is a loop of mounts or no repository.
const DEPTH: usize = 64;

/// One integration.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Found {
    /// As it was named, so that messages show paths the way they were written.
    pub folder: Utf8PathBuf,
    /// The manifest's name in that folder.
    pub manifest: String,
}

/// A path that leads to no integration, and why.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NotFound {
    pub path: Utf8PathBuf,
    pub why: String,
}

/// The integrations of `paths`, each once, in the order in which they were named; a
/// folder without a manifest stands for all below it, in order of their names.
pub fn find(paths: &[Utf8PathBuf]) -> (Vec<Found>, Vec<NotFound>) {
    let here = [Utf8PathBuf::from(".")];
    let paths = if paths.is_empty() { &here } else { paths };
    let mut search = Search::default();
    for path in paths {
        search.path(path);
    }
    (search.found, search.missing)
}

#[derive(Default)]
struct Search {
    found: Vec<Found>,
    missing: Vec<NotFound>,
    /// Real paths of the manifests, so that none is compiled twice.
    seen: BTreeSet<Utf8PathBuf>,
    /// Whether the path at hand led to a manifest, a new one or not, or to a complaint.
    reached: bool,
}

impl Search {
    fn path(&mut self, path: &Utf8Path) {
        let metadata = match fs::metadata(path) {
            Ok(metadata) => metadata,
            Err(error) if error.kind() == std::io::ErrorKind::NotFound => {
                return self.miss(path, format!("there is no file or folder `{path}`"));
            }
            Err(error) => {
                return self.miss(
                    path,
                    format!("`{path}` cannot be read: {}", describe(&error)),
                );
            }
        };
        if !metadata.is_dir() {
            return self.manifest(path);
        }
        self.reached = false;
        self.folder(path, 0);
        if !self.reached {
            self.miss(
                path,
                format!("there is no `{MANIFEST}` in `{path}` or below it"),
            );
        }
    }

    fn folder(&mut self, folder: &Utf8Path, depth: usize) {
        let manifest = folder.join(MANIFEST);
        // A dangling link counts as a manifest that cannot be read, not as none.
        if fs::symlink_metadata(&manifest).is_ok() {
            return self.manifest(&manifest);
        }
        if depth >= DEPTH {
            return self.miss(folder, format!("`{folder}` is nested too deeply"));
        }
        let entries = match folder.read_dir_utf8() {
            Ok(entries) => entries,
            Err(error) => {
                return self.miss(
                    folder,
                    format!("`{folder}` cannot be read: {}", describe(&error)),
                );
            }
        };
        // Names that are not UTF-8 are no names of ours.
        let mut below: Vec<_> = entries
            .filter_map(Result::ok)
            .filter(|entry| entry.file_type().is_ok_and(|kind| kind.is_dir()))
            .filter(|entry| !skipped(entry.file_name()))
            .map(camino::Utf8DirEntry::into_path)
            .collect();
        below.sort();
        for folder in below {
            self.folder(&folder, depth + 1);
        }
    }

    fn manifest(&mut self, path: &Utf8Path) {
        self.reached = true;
        let real = path.canonicalize_utf8().unwrap_or_else(|_| path.to_owned());
        if !self.seen.insert(real) {
            return;
        }
        let (folder, name) = (path.parent(), path.file_name());
        let folder = match folder {
            Some(folder) if !folder.as_str().is_empty() && folder != "." => {
                folder.strip_prefix(".").unwrap_or(folder)
            }
            _ => Utf8Path::new("."),
        };
        self.found.push(Found {
            folder: folder.to_owned(),
            manifest: name.unwrap_or(MANIFEST).to_owned(),
        });
    }

    fn miss(&mut self, path: &Utf8Path, why: String) {
        self.reached = true;
        self.missing.push(NotFound {
            path: path.to_owned(),
            why,
        });
    }
}

/// Folders in which nobody keeps integrations and which are expensive to search.
fn skipped(name: &str) -> bool {
    name.starts_with('.') || matches!(name, "node_modules" | "target")
}
