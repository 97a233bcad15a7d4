//! Expressions of the fixture's world as files that Deno reads.

use std::collections::{BTreeMap, BTreeSet};

use gusset::emit::typescript::ast::Expression;
use gusset::emit::typescript::expression::Roots;
use gusset::emit::typescript::imports::Imports;
use gusset::emit::typescript::project::FunctionName;
use gusset::emit::typescript::runtime::{Helper, select};
use gusset::emit::typescript::unique::Locals;
use gusset::emit::typescript::{print, quote, types as emit};
use gusset::types::Types;
use tempfile::TempDir;

use super::fixture::{self, World};

/// The fixture's world with names that TypeScript takes.
pub fn world() -> World {
    let mut world = fixture::world();
    // Tables are written in place.
    for record in world
        .types
        .records
        .iter_mut()
        .filter(|record| !record.identifier.is_empty())
    {
        record.identifier = quote::pascal_case(&record.part);
    }
    world
}

fn function(name: &str, module: &str, takes_variables: bool) -> FunctionName {
    FunctionName {
        module: module.to_owned(),
        name: name.to_owned(),
        exported: None,
        takes_variables,
    }
}

/// What the world's mappings and functions are called.
pub struct Names {
    inputs: BTreeMap<String, Expression>,
    mappings: [FunctionName; 2],
    functions: [FunctionName; 1],
}

impl Names {
    pub fn new() -> Self {
        Self {
            inputs: BTreeMap::new(),
            mappings: [
                function("toLine", "stubs.ts", false),
                function("toReceipt", "stubs.ts", true),
            ],
            functions: [function("joinNames", "stubs.ts", false)],
        }
    }

    /// The names that are taken in a module.
    pub fn taken(&self) -> BTreeSet<String> {
        let all = self.mappings.iter().chain(&self.functions);
        all.map(|function| function.name.clone()).collect()
    }

    pub fn roots<'a>(&'a self, locals: &'a Locals<'a>, types: &'a Types) -> Roots<'a> {
        Roots {
            inputs: &self.inputs,
            mappings: &self.mappings,
            functions: &self.functions,
            locals,
            types,
        }
    }
}

/// Modules with all that they import.
#[derive(Default)]
pub struct Draft {
    files: Vec<(String, String)>,
    types: BTreeSet<String>,
    helpers: BTreeSet<Helper>,
}

impl Draft {
    pub fn add(&mut self, path: &str, imports: &Imports, text: String) {
        self.types
            .extend(imports.names_of_types().map(str::to_owned));
        self.helpers.extend(imports.helpers());
        self.files.push((path.to_owned(), text));
    }

    /// `src/` with the modules, stubs of what they call, types and helpers.
    pub fn write(mut self, world: &World) -> TempDir {
        let named = [
            "Order",
            "OrderLines",
            "Receipt",
            "ReceiptLine",
            "Variables",
            "Constants",
        ];
        self.types.extend(named.map(str::to_owned));
        let stubs = [("stubs.ts", STUBS), ("services/constants.ts", CONSTANTS)];
        let stubs = stubs.map(|(path, text)| (path.to_owned(), text.to_owned()));
        self.files.extend(stubs);
        for file in emit::modules(&self.types, &world.types, "Generated.") {
            self.helpers.extend(file.imports.helpers());
            self.files.push((file.path, print::module(&file.module)));
        }
        for file in select(&self.helpers) {
            self.files
                .push((format!("services/runtime/{}", file.name), file.text));
        }
        let folder = tempfile::tempdir().unwrap();
        std::fs::write(folder.path().join("deno.json"), DENO_JSON).unwrap();
        for (path, contents) in self.files {
            let path = folder.path().join("src").join(path);
            std::fs::create_dir_all(path.parent().unwrap()).unwrap();
            std::fs::write(path, contents).unwrap();
        }
        folder
    }
}

/// Where the table's functions, mappings and constants would be.
const STUBS: &str = r#"import type { Order, OrderLines } from "./types/order.ts";
import type { Receipt, ReceiptLine } from "./types/receipt.ts";
import type { Variables } from "./types/variables.ts";

export declare function toLine(source: OrderLines): ReceiptLine;
export declare function toReceipt(
  source: Order,
  variables: Pick<Variables, "zone">,
): Receipt;
export declare function joinNames(first: string, second?: string): string;
"#;

const CONSTANTS: &str = r#"import type { Constants } from "../types/constants.ts";

export declare const constants: Constants;
"#;

const DENO_JSON: &str = r#"{
  "compilerOptions": {
    "strict": true,
    "exactOptionalPropertyTypes": false,
    "noImplicitReturns": true,
    "noUncheckedIndexedAccess": true,
    "noUnusedLocals": true,
    "noUnusedParameters": true,
    "verbatimModuleSyntax": true
  }
}
"#;
