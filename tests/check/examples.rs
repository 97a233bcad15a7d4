//! The examples' manifests with the files that they name.

use std::fs;
use std::path::Path;

use gusset::compile::check;
use gusset::source::Sources;

/// The paths and bytes of each example, its manifest first.
pub fn all() -> Vec<Vec<(String, Vec<u8>)>> {
    of("examples")
}

/// The same of each integration in a folder.
pub fn of(folder: &str) -> Vec<Vec<(String, Vec<u8>)>> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join(folder);
    let mut folders: Vec<_> = fs::read_dir(folder)
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .filter(|path| path.join("integration.toml").is_file())
        .collect();
    folders.sort();
    folders.iter().map(|folder| read(folder)).collect()
}

fn read(folder: &Path) -> Vec<(String, Vec<u8>)> {
    let mut files = Vec::new();
    let mut needs = vec!["integration.toml".to_owned()];
    while !needs.is_empty() {
        for path in needs {
            let bytes = fs::read(folder.join(&path)).unwrap();
            files.push((path, bytes));
        }
        needs = check(&sources(files.iter()), "integration.toml").needs;
    }
    files
}

pub fn sources<'a>(files: impl Iterator<Item = &'a (String, Vec<u8>)>) -> Sources {
    let mut sources = Sources::new();
    for (path, bytes) in files {
        sources.add(path.clone(), bytes.clone());
    }
    sources
}
