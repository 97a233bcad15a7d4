//! Names that differ within one module, though they come from different names of the
//! manifest: `line_2` and `line2` are both `line2` in camelCase.

use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet};

use super::quote;
use super::runtime::Helper;

/// What expressions and tasks call by these names everywhere.
const ROOTS: &[&str] = &[
    "constants",
    "ctx",
    "inputs",
    "response",
    "run",
    "state",
    "steps",
    "trigger",
    "variables",
];

/// What modules import from the platform's package, and declare themselves.
const FIXED: &[&str] = &[
    "durable",
    "failed",
    "fn",
    "http",
    "interpreter",
    "main",
    "readVariables",
    "schedule",
    "webhook",
    "workflow",
];

/// Gives out each name once; what is taken gets `_` behind it.
#[derive(Clone, Debug, Default)]
pub struct Unique<'a> {
    /// The names that are told apart in the whole project; none while they are given out.
    outer: Option<&'a BTreeSet<String>>,
    own: BTreeSet<String>,
}

impl<'a> Unique<'a> {
    /// Names that differ from these too.
    pub const fn within(outer: &'a BTreeSet<String>) -> Self {
        Self {
            outer: Some(outer),
            own: BTreeSet::new(),
        }
    }

    /// Keeps a name from being given out.
    pub fn reserve(&mut self, name: impl Into<String>) {
        self.own.insert(name.into());
    }

    pub fn take(&mut self, wanted: &str) -> String {
        let mut name = wanted.to_owned();
        while self.is_taken(&name) {
            name.push('_');
        }
        self.own.insert(name.clone());
        name
    }

    pub fn is_taken(&self, name: &str) -> bool {
        self.own.contains(name)
            || self.outer.is_some_and(|outer| outer.contains(name))
            || ROOTS.contains(&name)
            || self.outer.is_none() && FIXED.contains(&name)
            || Helper::named(name).is_some()
    }

    pub fn into_names(self) -> BTreeSet<String> {
        self.own
    }
}

/// The constants and parameters of one function, by their names in the manifest.
#[derive(Clone, Debug, Default)]
pub struct Locals<'a> {
    unique: Unique<'a>,
    /// By name, and whether it is a parameter that nothing reads.
    names: BTreeMap<(String, bool), String>,
}

impl<'a> Locals<'a> {
    /// For a function of a module that imports from those with these names.
    pub const fn within(outer: &'a BTreeSet<String>) -> Self {
        Self {
            unique: Unique::within(outer),
            names: BTreeMap::new(),
        }
    }

    /// What a name of the manifest is here: the same each time.
    pub fn name(&mut self, name: &str) -> String {
        self.named(name, false)
    }

    /// A parameter that nothing reads: Deno refuses it, unless `_` says so.
    pub fn unread(&mut self, name: &str) -> String {
        self.named(name, true)
    }

    fn named(&mut self, name: &str, unread: bool) -> String {
        let key = (name.to_owned(), unread);
        if let Some(known) = self.names.get(&key) {
            return known.clone();
        }
        let silent = unread || name.starts_with('_');
        let wanted = quote::camel_case(name);
        let given = self
            .unique
            .take(&if silent { format!("_{wanted}") } else { wanted });
        self.names.insert(key, given.clone());
        given
    }

    /// A name for a parameter that is no name of the manifest.
    pub fn free<'n>(&self, wanted: &'n str) -> Cow<'n, str> {
        let mut name = Cow::Borrowed(wanted);
        while self.unique.is_taken(&name) {
            name = Cow::Owned(format!("{name}_"));
        }
        name
    }
}
