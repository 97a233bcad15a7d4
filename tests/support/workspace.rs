//! An output folder as `build` lays it out, in a temporary place.

#![allow(dead_code, reason = "each test binary uses a part")]
#![allow(clippy::disallowed_methods, reason = "tests write what they check")]

use std::fs;
use std::path::{Path, PathBuf};

use gusset::emit::typescript::sdk;
use tempfile::TempDir;

/// `deno.json`, `sdk/` and `project/`; removed when dropped.
pub struct Workspace {
    folder: TempDir,
}

impl Workspace {
    /// With a project that only says what it depends on.
    pub fn new() -> Self {
        let folder = tempfile::tempdir().expect("a temporary folder");
        let workspace = Self { folder };
        for (path, contents) in sdk::FILES {
            workspace.write(path, contents);
        }
        workspace.write("project/package.json", PACKAGE);
        workspace.write("project/tsconfig.json", TSCONFIG);
        workspace
    }

    /// Writes a file; the path is relative to the output folder.
    pub fn write(&self, path: &str, contents: &str) {
        let path = self.path(path);
        fs::create_dir_all(path.parent().expect("a folder")).expect("a folder for the file");
        fs::write(path, contents).expect("the file is written");
    }

    pub fn path(&self, path: &str) -> PathBuf {
        self.root().join(path)
    }

    pub fn root(&self) -> &Path {
        self.folder.path()
    }

    /// All files and folders, sorted, relative to the output folder.
    pub fn entries(&self) -> Vec<PathBuf> {
        let mut entries = Vec::new();
        let mut folders = vec![self.root().to_owned()];
        while let Some(folder) = folders.pop() {
            for entry in fs::read_dir(folder).expect("a folder") {
                let path = entry.expect("an entry").path();
                entries.push(path.strip_prefix(self.root()).expect("inside").to_owned());
                if path.is_dir() {
                    folders.push(path);
                }
            }
        }
        entries.sort();
        entries
    }
}

const PACKAGE: &str = r#"{
  "name": "example",
  "version": "0.1.0",
  "type": "module",
  "module": "dist/index.js",
  "dependencies": {
    "@versori/run": "^0.6.3"
  }
}
"#;

const TSCONFIG: &str = r#"{
  "compilerOptions": {
    "module": "ES2022",
    "target": "ES2024",
    "moduleResolution": "node",
    "esModuleInterop": true,
    "sourceMap": true,
    "outDir": "dist"
  }
}
"#;
