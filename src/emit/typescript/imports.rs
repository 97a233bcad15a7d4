//! What one module imports, gathered while its body is made.

use std::collections::{BTreeMap, BTreeSet};

use crate::emit::typescript::ast::{Import, ImportName};
use crate::emit::typescript::runtime::Helper;

/// Where the module lies, which decides how it reaches the others.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Place {
    /// `src/`
    Root,
    /// `src/services/`
    Services,
    /// `src/types/`
    Types,
    /// `src/workflows/`
    Workflows,
}

/// Imports by module, then name.
#[derive(Debug)]
pub struct Imports {
    place: Place,
    modules: BTreeMap<String, BTreeMap<String, Use>>,
    helpers: BTreeSet<Helper>,
}

/// How a module uses a name of another one.
#[derive(Debug)]
struct Use {
    type_only: bool,
    /// What it is called here, where that is another name.
    alias: Option<String>,
}

impl Imports {
    pub const fn new(place: Place) -> Self {
        Self {
            place,
            modules: BTreeMap::new(),
            helpers: BTreeSet::new(),
        }
    }

    /// A helper of the runtime; returns its name.
    pub fn helper(&mut self, helper: Helper) -> &'static str {
        self.helpers.insert(helper);
        let module = format!("services/runtime/{}", helper.module().file);
        self.add(&module, helper.name(), helper.is_type());
        helper.name()
    }

    /// A helper of the runtime that is used as a type only; returns its name.
    pub fn helper_type(&mut self, helper: Helper) -> &'static str {
        self.helpers.insert(helper);
        let module = format!("services/runtime/{}", helper.module().file);
        self.add(&module, helper.name(), true);
        helper.name()
    }

    /// A value of the platform's package; returns its name.
    pub fn sdk(&mut self, name: &'static str) -> &'static str {
        self.insert("@versori/run", name, false);
        name
    }

    /// A type of the platform's package; returns its name.
    pub fn sdk_type(&mut self, name: &'static str) -> &'static str {
        self.insert("@versori/run", name, true);
        name
    }

    /// A value of another file, given from `src/`: `services/variables.ts`.
    pub fn value(&mut self, module: &str, name: &str) {
        self.add(module, name, false);
    }

    /// As [`Self::value`], called `alias` here.
    pub fn value_as(&mut self, module: &str, name: &str, alias: &str) {
        self.value(module, name);
        let specifier = self.specifier(module);
        let names = self.modules.get_mut(&specifier);
        if let Some(import) = names.and_then(|names| names.get_mut(name)) {
            import.alias = Some(alias.to_owned());
        }
    }

    /// A type of another file.
    pub fn ty(&mut self, module: &str, name: &str) {
        self.add(module, name, true);
    }

    fn add(&mut self, module: &str, name: &str, is_type: bool) {
        let specifier = self.specifier(module);
        self.insert(&specifier, name, is_type);
    }

    fn specifier(&self, module: &str) -> String {
        match (self.place, module.split_once('/')) {
            (Place::Root, _) => format!("./{module}"),
            (Place::Services, Some(("services", file)))
            | (Place::Types, Some(("types", file)))
            | (Place::Workflows, Some(("workflows", file))) => format!("./{file}"),
            _ => format!("../{module}"),
        }
    }

    fn insert(&mut self, specifier: &str, name: &str, is_type: bool) {
        self.modules
            .entry(specifier.to_owned())
            .or_default()
            .entry(name.to_owned())
            .or_insert(Use {
                type_only: true,
                alias: None,
            })
            .type_only &= is_type;
    }

    /// The helpers in use, for the choice of runtime files.
    pub fn helpers(&self) -> &BTreeSet<Helper> {
        &self.helpers
    }

    /// Every name that is imported.
    pub fn names(&self) -> impl Iterator<Item = &str> {
        self.modules
            .values()
            .flat_map(|names| names.keys().map(String::as_str))
    }

    /// The names that come from files of types.
    pub fn names_of_types(&self) -> impl Iterator<Item = &str> {
        let place = self.place;
        self.modules
            .iter()
            .filter(move |(specifier, _)| match place {
                Place::Types => specifier.starts_with("./"),
                _ => specifier.contains("/types/"),
            })
            .flat_map(|(_, names)| names.keys().map(String::as_str))
    }

    /// Drops the imports from one file, given from `src/`, and returns their names: a
    /// file does not import itself.
    pub fn take(&mut self, module: &str) -> BTreeSet<String> {
        let specifier = self.specifier(module);
        self.modules
            .remove(&specifier)
            .map(|names| names.into_keys().collect())
            .unwrap_or_default()
    }

    pub fn to_ast(&self) -> Vec<Import> {
        self.modules
            .iter()
            .map(|(module, names)| {
                let type_only = names.values().all(|import| import.type_only);
                Import {
                    module: module.clone(),
                    type_only,
                    names: names
                        .iter()
                        .map(|(name, import)| ImportName {
                            name: name.clone(),
                            alias: import.alias.clone(),
                            type_only: import.type_only && !type_only,
                        })
                        .collect(),
                }
            })
            .collect()
    }
}
