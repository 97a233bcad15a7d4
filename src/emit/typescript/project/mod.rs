//! The TypeScript project: what is deployed, file by file.

mod callable;
mod constants;
mod index;
mod lowering;
mod mapper;
mod mapper_test;
mod names;
mod package;
mod task;
mod variables;
mod workflow;

use std::collections::BTreeSet;

use crate::emit::Artifact;
use crate::emit::typescript::ast::Module;
use crate::emit::typescript::imports::Imports;
use crate::emit::typescript::print;
use crate::emit::typescript::runtime::{self, Helper};
use crate::emit::typescript::types;
use crate::ir::{Mapper, Program};

pub use callable::{Callable, PROGRAM as CALL_MAPPINGS, inputs as call_inputs};
pub use constants::MODULE as CONSTANTS;
pub use names::{FunctionName, Names};
pub use variables::MODULE as VARIABLES;

/// The first line of every file that is ours.
pub const HEADER: &str =
    "Made by gusset from integration.toml. Change that, then run `gusset build`.";

/// Where the deployed files lie in the output.
const FOLDER: &str = "project";

/// Every file of the project.
pub fn emit(program: &Program<'_>) -> Vec<Artifact> {
    emit_with(program, mapper_test::emit)
}

/// The same project with, in place of its tests, a file beside each mapping that calls it
/// on inputs as JSON, and a program around these. It is no part of the output: `verify`
/// runs it and removes it.
pub fn emit_callable(program: &Program<'_>) -> Callable {
    let mut files = emit_with(program, callable::emit);
    files.push(callable::program(program));
    let mappers = program.mappers.iter();
    Callable {
        files,
        mappings: mappers
            .map(|mapper| mapper.mapping.name.value.clone())
            .collect(),
    }
}

/// The files, with one beside each mapping that has one.
fn emit_with(program: &Program<'_>, beside: Beside) -> Vec<Artifact> {
    let names = Names::of(program);
    let mut output = Output::default();
    let mut exports = Vec::new();
    for flow in &program.flows {
        let file = workflow::emit(program, &names, flow);
        output.module(&file.path, &file.module, &file.imports);
        exports.push((file.path, file.exports));
    }
    for mapper in &program.mappers {
        let (path, module, imports) = mapper::emit(program, &names, mapper);
        output.module(&path, &module, &imports);
        if let Some((path, module, imports)) = beside(program, &names, mapper) {
            output.module(&path, &module, &imports);
        }
    }
    for (path, module, imports) in [constants::emit(program), variables::emit(program)]
        .into_iter()
        .flatten()
    {
        output.module(path, &module, &imports);
    }
    output.types(program);
    let (module, imports) = index::emit(&program.model.name, &exports);
    output.module("index.ts", &module, &imports);
    output.runtime();
    output.artifacts.extend(package::emit(program.model));
    output.artifacts.extend(package::custom(program));
    output.artifacts.sort_by(|a, b| a.path.cmp(&b.path));
    output.artifacts
}

/// What makes a file beside a mapping's own: its path from `src/`, its text and imports.
type Beside = fn(&Program<'_>, &Names, &Mapper<'_>) -> Option<(String, Module, Imports)>;

/// The files so far, and what they use of the runtime and of the types.
#[derive(Default)]
struct Output {
    artifacts: Vec<Artifact>,
    helpers: BTreeSet<Helper>,
    types: BTreeSet<String>,
}

impl Output {
    fn module(&mut self, path: &str, module: &Module, imports: &Imports) {
        self.helpers.extend(imports.helpers());
        self.types
            .extend(imports.names_of_types().map(str::to_owned));
        self.file(format!("src/{path}"), print::module(module));
    }

    /// The types that are used, with their decoders and encoders.
    fn types(&mut self, program: &Program<'_>) {
        for file in types::modules(&self.types, &program.model.types, HEADER) {
            self.module(&file.path, &file.module, &file.imports);
        }
    }

    fn file(&mut self, path: String, contents: String) {
        self.artifacts.push(Artifact {
            path: format!("{FOLDER}/{path}"),
            contents,
            executable: false,
        });
    }

    /// The helpers that are used, and no others.
    fn runtime(&mut self) {
        for file in runtime::select(&self.helpers) {
            self.file(
                format!("src/services/runtime/{}", file.name),
                format!("// {HEADER}\n\n{}", file.text),
            );
        }
    }
}
