//! What mappings and functions are called in TypeScript, and where they lie.

use crate::emit::typescript::quote;
use crate::ir::Program;

/// A function of the output.
#[derive(Clone, Debug)]
pub struct FunctionName {
    /// From `src/`: `services/to-receipt.ts`.
    pub module: String,
    pub name: String,
    /// Whether it takes the variables as a further argument.
    pub takes_variables: bool,
}

/// Names by index into the model's lists.
#[derive(Clone, Debug, Default)]
pub struct Names {
    pub mappings: Vec<FunctionName>,
    pub functions: Vec<FunctionName>,
}

impl Names {
    pub fn of(program: &Program<'_>) -> Self {
        let model = program.model;
        let mappings = model
            .mappings
            .iter()
            .enumerate()
            .map(|(at, mapping)| FunctionName {
                module: format!("services/{}.ts", file_stem(&mapping.name.value)),
                name: quote::camel_case(&mapping.name.value),
                takes_variables: program
                    .variables
                    .get(at)
                    .is_some_and(|names| !names.is_empty()),
            })
            .collect();
        let functions = model
            .functions
            .iter()
            .map(|function| FunctionName {
                module: function.file.value.clone(),
                name: function.name.value.clone(),
                takes_variables: false,
            })
            .collect();
        Self {
            mappings,
            functions,
        }
    }
}

/// `to_receipt` as `to-receipt`.
pub fn file_stem(name: &str) -> String {
    name.replace('_', "-")
}
