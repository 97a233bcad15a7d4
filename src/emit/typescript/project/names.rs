//! What mappings, functions and triggers are called in TypeScript, and where they lie.

use std::collections::{BTreeMap, BTreeSet};

use super::{CONSTANTS, VARIABLES};
use crate::emit::typescript::quote;
use crate::emit::typescript::types::{decoder_name, encoder_name};
use crate::emit::typescript::unique::Unique;
use crate::ir::Program;

/// A function of the output.
#[derive(Clone, Debug)]
pub struct FunctionName {
    /// From `src/`: `services/to-receipt.ts`.
    pub module: String,
    pub name: String,
    /// What its module calls it, where that is another name.
    pub exported: Option<String>,
    /// Whether it takes the variables as a further argument.
    pub takes_variables: bool,
}

/// Names by index into the model's lists.
#[derive(Clone, Debug, Default)]
pub struct Names {
    pub mappings: Vec<FunctionName>,
    pub functions: Vec<FunctionName>,
    /// The constants of triggers and queued runs, by the platform's id.
    pub entries: BTreeMap<String, String>,
    /// All of these, and the names that the files of types export.
    pub all: BTreeSet<String>,
}

impl Names {
    pub fn of(program: &Program<'_>) -> Self {
        let model = program.model;
        let mut unique = Unique::default();
        let records = model.types.records.iter().map(|record| &record.identifier);
        let unions = model.types.unions.iter().map(|union| &union.identifier);
        for identifier in records.chain(unions) {
            unique.reserve(decoder_name(identifier));
            unique.reserve(encoder_name(identifier));
        }
        let mappings = model
            .mappings
            .iter()
            .enumerate()
            .map(|(at, mapping)| FunctionName {
                module: module(&mapping.name.value),
                name: unique.take(&quote::camel_case(&mapping.name.value)),
                exported: None,
                takes_variables: program
                    .variables
                    .get(at)
                    .is_some_and(|names| !names.is_empty()),
            })
            .collect();
        let functions = model
            .functions
            .iter()
            .map(|function| {
                let own = &function.name.value;
                let name = unique.take(own);
                FunctionName {
                    module: function.file.value.clone(),
                    exported: (name != *own).then(|| own.clone()),
                    name,
                    takes_variables: false,
                }
            })
            .collect();
        let ids = program.flows.iter().flat_map(|flow| {
            let queued = flow.queue.iter().map(|queue| &queue.id);
            flow.entries.iter().map(|entry| &entry.id).chain(queued)
        });
        let entries = ids
            .map(|id| (id.clone(), unique.take(&quote::camel_case(id))))
            .collect();
        Self {
            mappings,
            functions,
            entries,
            all: unique.into_names(),
        }
    }
}

/// `to_receipt` lies in `services/to-receipt.ts`, unless another file does.
fn module(mapping: &str) -> String {
    let path = format!("services/{}.ts", mapping.replace('_', "-"));
    if [CONSTANTS, VARIABLES].contains(&path.as_str()) {
        format!("services/{mapping}-mapping.ts")
    } else {
        path
    }
}
