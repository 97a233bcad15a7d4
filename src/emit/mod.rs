//! Artifacts: what a compilation gives, in memory.

pub mod research;
pub mod shell;
pub mod typescript;

use crate::contract::ContractError;
use crate::ir::{self, Program};
use crate::platform::ProjectFiles;

/// One file of the output.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Artifact {
    /// Relative to the output folder (`versori/`), with `/`.
    pub path: String,
    pub contents: String,
    pub executable: bool,
}

/// Everything that `build` writes, in the order of the paths.
///
/// # Errors
/// A call of the platform's command line that its contract refuses.
pub fn emit(program: &Program<'_>) -> Result<Vec<Artifact>, ContractError> {
    let mut artifacts = typescript::project::emit(program);
    artifacts.push(research::emit(program));
    let uploaded = ProjectFiles::new(artifacts.iter().filter_map(|artifact| {
        let path = artifact.path.strip_prefix("project/")?;
        Some((path, artifact.contents.as_bytes()))
    }));
    let platform = ir::platform(program.model, &program.flows, uploaded);
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
    Ok(artifacts)
}
