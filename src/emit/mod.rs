//! Artifacts: what a compilation gives, in memory.

pub mod research;
pub mod shell;
pub mod typescript;

use crate::contract::ContractError;
use crate::ir::{self, Program};
use crate::platform::{Platform, ProjectFiles, Research};

/// One file of the output.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Artifact {
    /// Relative to the output folder (`versori/`), with `/`.
    pub path: String,
    pub contents: String,
    pub executable: bool,
}

/// What a compilation gives.
#[derive(Debug)]
pub struct Emitted {
    /// Everything that `build` writes, in the order of the paths.
    pub artifacts: Vec<Artifact>,
    /// What the platform is to hold, the files that are uploaded among it.
    pub platform: Platform,
}

/// Everything that `build` writes, and what `apply` is about.
///
/// # Errors
/// A call of the platform's command line that its contract refuses.
pub fn emit(program: &Program<'_>) -> Result<Emitted, ContractError> {
    let mut artifacts = typescript::project::emit(program);
    let document = research::emit(program);
    let research = Research {
        path: document.path.clone(),
        size: document.contents.len(),
    };
    artifacts.push(document);
    let uploaded = ProjectFiles::new(artifacts.iter().filter_map(|artifact| {
        let path = artifact.path.strip_prefix("project/")?;
        Some((path, artifact.contents.as_bytes()))
    }));
    let mut platform = ir::platform(program.model, &program.flows, uploaded);
    platform.research = Some(research);
    artifacts.extend(shell::render(&platform)?);
    artifacts.extend(
        typescript::sdk::FILES
            .iter()
            .map(|(path, contents)| Artifact {
                path: (*path).to_owned(),
                contents: (*contents).to_owned(),
                executable: false,
            }),
    );
    artifacts.sort_by(|a, b| a.path.cmp(&b.path));
    Ok(Emitted {
        artifacts,
        platform,
    })
}
