//! The integrations of a command line, read one after the other.

use camino::Utf8PathBuf;

use super::terminal::Terminal;
use crate::project::{Compile, Found, NotFound, Project, find};

/// The paths that most commands take.
#[derive(Debug, clap::Args)]
pub(super) struct Paths {
    /// Manifests, or folders: the `integration.toml` in it or, if it has none, all below
    #[arg(value_name = "PATH", default_value = ".", hide_default_value = true)]
    pub(super) paths: Vec<Utf8PathBuf>,
}

/// What the paths lead to.
pub(super) struct Integrations {
    pub(super) found: Vec<Found>,
    missing: Vec<NotFound>,
}

impl Paths {
    pub(super) fn find(&self) -> Integrations {
        let (found, missing) = find(&self.paths);
        Integrations { found, missing }
    }
}

impl Integrations {
    /// Reads and compiles one at a time, so that hundreds need the memory of one. A path
    /// that leads nowhere comes first, as a project with that finding.
    pub(super) fn each(
        self,
        compile: Compile,
        terminal: &mut Terminal,
        mut f: impl FnMut(&mut Terminal, Project),
    ) {
        for missing in &self.missing {
            f(terminal, Project::missing(missing));
        }
        let mut phases = None;
        for found in &self.found {
            terminal.progress(&format!("reading {}", found.folder));
            // Those of the integration before: one at a time is in memory.
            drop(phases.take());
            let mut project = Project::load(found, compile);
            phases = project.compilation.phases.take();
            f(terminal, project);
        }
        // The process ends soon, and gives all back at once.
        std::mem::forget(phases);
    }
}
