//! The whole pipeline as one pure function: sources in, findings and artifacts out.

mod consequences;

use std::collections::{BTreeMap, BTreeSet};

use crate::cases::{self, generated, generated::Generated};
use crate::check::{self, Subject};
use crate::diagnostics::codes::platform::REFUSED_CALL;
use crate::diagnostics::{Diagnostic, Sink};
use crate::document::{self, Document};
use crate::emit::typescript::project::Callable;
use crate::emit::{self, Artifact};
use crate::manifest::{self, Manifest};
use crate::model::{self, Model};
use crate::plan::{Place, origins};
use crate::platform::Platform;
use crate::source::Sources;
use crate::{ir, types};

/// What one run over a manifest gives.
#[derive(Debug, Default)]
pub struct Compilation {
    /// Sorted by file, position and code.
    pub diagnostics: Vec<Diagnostic>,
    /// Paths, relative to the manifest's folder, that were wanted and are not in the
    /// sources yet. The host reads or refuses each and compiles again; until then
    /// nothing else is told.
    pub needs: Vec<String>,
    /// The output; empty when there are errors.
    pub artifacts: Vec<Artifact>,
    /// What the platform is to hold; `None` where there are no artifacts.
    pub platform: Option<Platform>,
    /// Where the manifest declares what the platform is to hold.
    pub origins: BTreeMap<String, Place>,
    /// The dependency graph as text.
    pub graph: String,
    /// What the cases of the mappings gave, where they were run.
    pub cases: cases::Report,
    /// What inputs made from the types gave, where they were tried.
    pub generated: Vec<Generated>,
    /// A project in which the mappings can be called on those inputs: see
    /// [`emit::typescript::project::emit_callable`].
    pub callable: Callable,
    /// What the phases before the findings made; none while files are wanted.
    pub phases: Option<Box<Phases>>,
}

/// The trees of one run. They come back so that whoever is about to end need not free
/// them: that takes a tenth of a large `check`.
#[derive(Debug)]
pub struct Phases {
    pub document: Document,
    pub manifest: Manifest,
    pub model: Model,
}

/// Compiles the manifest at `manifest_path` of `sources`. Touches no disk; the same
/// sources give the same value.
pub fn compile(sources: &Sources, manifest_path: &str) -> Compilation {
    run(sources, manifest_path, Goal::Build)
}

/// As [`compile`], for `check`: without artifacts and graph.
pub fn check(sources: &Sources, manifest_path: &str) -> Compilation {
    run(sources, manifest_path, Goal::Check)
}

/// As [`check()`], and runs the cases of those mappings that have no errors.
pub fn test(sources: &Sources, manifest_path: &str) -> Compilation {
    run(sources, manifest_path, Goal::Test)
}

/// As [`compile()`], with the generated inputs and a project to call the mappings in.
pub fn verify(sources: &Sources, manifest_path: &str) -> Compilation {
    run(sources, manifest_path, Goal::Verify)
}

/// What is wanted beside the findings.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Goal {
    Check,
    Build,
    Test,
    Verify,
}

fn run(sources: &Sources, manifest_path: &str, goal: Goal) -> Compilation {
    let Some((file, _)) = sources.get(manifest_path) else {
        return Compilation {
            needs: vec![manifest_path.to_owned()],
            ..Compilation::default()
        };
    };
    let mut sink = Sink::new();
    let document = document::parse(sources, file, &mut sink);
    let manifest = manifest::read(&document, &mut sink);
    let needs: BTreeSet<String> = model::needs(&manifest)
        .into_iter()
        .filter(|path| !sources.knows(path))
        .collect();
    if !needs.is_empty() {
        return Compilation {
            needs: needs.into_iter().collect(),
            ..Compilation::default()
        };
    }
    let mut loaded = types::load(&manifest, sources);
    let more = loaded.needs();
    if !more.is_empty() {
        return Compilation {
            needs: more.into_iter().map(|(path, _)| path).collect(),
            ..Compilation::default()
        };
    }
    let mut model = model::resolve(&manifest, sources, &mut loaded, &mut sink);
    let usage = model::Usage::of(&model);
    sink.extend(
        model
            .types
            .take_deferred(|record, field| usage.uses(record, field)),
    );
    check::check(
        &Subject {
            document: &document,
            manifest: &manifest,
            model: &model,
            usage: &usage,
        },
        &mut sink,
    );
    sink = consequences::settle(&document, file, sources, sink);
    let written = cases::Manifest {
        document: &document,
        manifest: &manifest,
        sources,
    };
    let mut compilation = Compilation::default();
    if goal == Goal::Test {
        compilation.cases = cases::run(&model, &written);
    }
    if goal != Goal::Check {
        model.types.keep(|record, field| usage.uses(record, field));
    }
    if matches!(goal, Goal::Build | Goal::Verify) {
        compilation.graph = model.graph.to_text();
        if !sink.has_errors() {
            let program = ir::lower(&model, sources);
            match emit::emit(&program) {
                Ok(emitted) => {
                    compilation.artifacts = emitted.artifacts;
                    compilation.platform = Some(emitted.platform);
                    compilation.origins = origins(&model, sources);
                }
                Err(refused) => sink.push(
                    Diagnostic::new(&REFUSED_CALL, model.name_span, refused.to_string())
                        .help("change the value that the command line would be given"),
                ),
            }
            if goal == Goal::Verify {
                compilation.callable = emit::typescript::project::emit_callable(&program);
            }
        }
    }
    if matches!(goal, Goal::Test | Goal::Verify) {
        compilation.generated = generated::run(&model, &written);
    }
    compilation.diagnostics = sink.into_sorted();
    compilation.phases = Some(Box::new(Phases {
        document,
        manifest,
        model,
    }));
    compilation
}
