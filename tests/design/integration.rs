//! One of the folders here, as sources.

use gusset::compile::{self, Compilation};
use gusset::diagnostics::Severity;
use gusset::diagnostics::codes::shape::NOT_SUPPORTED_YET;
use gusset::source::Sources;

use crate::support::folder::repository;

pub const MANIFEST: &str = "integration.toml";

/// What stands for the flow in [`Integration::derived`].
const FLOW: &str = "flow.toml";

pub struct Integration {
    folder: std::path::PathBuf,
    manifest: String,
}

impl Integration {
    pub fn read(name: &str) -> Self {
        let folder = repository().join("tests/design").join(name);
        let path = folder.join(MANIFEST);
        let manifest = std::fs::read_to_string(&path)
            .unwrap_or_else(|error| panic!("{}: {error}", path.display()));
        Self { folder, manifest }
    }

    /// The findings, and what the cases gave in process.
    pub fn test(&self) -> Compilation {
        self.compiled(&self.manifest, compile::test)
    }

    /// The output of the integration, whose types and mappings are as they are, and whose
    /// flow is the one of `flow.toml`: so that mappings can be run while keys of the flow
    /// are not built.
    pub fn build_derived(&self) -> Compilation {
        let derived = self.derived();
        let built = self.compiled(&derived, compile::compile);
        let errors: Vec<String> = built
            .diagnostics
            .iter()
            .filter(|found| found.severity == Severity::Error)
            .map(|found| format!("{}: {}", found.code.id, found.message))
            .collect();
        assert!(errors.is_empty(), "{errors:#?}\n{derived}");
        built
    }

    /// The manifest of [`Self::build_derived`].
    pub fn derived(&self) -> String {
        let waiting = self.waiting_lines();
        let mut derived = String::new();
        let mut is_flow = false;
        for (number, line) in (1..).zip(self.manifest.lines()) {
            if line.starts_with('[') {
                let path = line.trim_start_matches('[');
                is_flow = path.starts_with("workflows.") || path.starts_with("state.");
            }
            if !is_flow && !waiting.contains(&number) {
                derived.push_str(line);
                derived.push('\n');
            }
        }
        let flow = std::fs::read_to_string(self.folder.join(FLOW)).unwrap();
        derived + "\n" + &flow
    }

    /// The lines of keys that are not built.
    fn waiting_lines(&self) -> Vec<usize> {
        let sources = self.sources(&self.manifest, compile::check).0;
        let (_, file) = sources.get(MANIFEST).unwrap();
        compile::check(&sources, MANIFEST)
            .diagnostics
            .iter()
            .filter(|found| found.code == &NOT_SUPPORTED_YET)
            .map(|found| file.line_column(found.span.start).line)
            .collect()
    }

    fn compiled(&self, manifest: &str, compile: fn(&Sources, &str) -> Compilation) -> Compilation {
        self.sources(manifest, compile).1
    }

    /// The sources with all that the manifest needs of the folder.
    fn sources(
        &self,
        manifest: &str,
        compile: fn(&Sources, &str) -> Compilation,
    ) -> (Sources, Compilation) {
        let mut sources = Sources::new();
        sources.add(MANIFEST, manifest);
        loop {
            let compilation = compile(&sources, MANIFEST);
            if compilation.needs.is_empty() {
                return (sources, compilation);
            }
            for path in compilation.needs {
                let bytes = std::fs::read(self.folder.join(&path))
                    .unwrap_or_else(|error| panic!("{path}: {error}"));
                sources.add(path, bytes);
            }
        }
    }
}
