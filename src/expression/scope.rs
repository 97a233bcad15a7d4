//! What names an expression may use, built by whoever asks for the check.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::facts::Fact;
use crate::source::Span;
use crate::types::Ty;

/// The names in scope at one place of the manifest, and what is known there.
#[derive(Clone, Debug, Default)]
pub struct Scope {
    bindings: Vec<Binding>,
    callables: Arc<Callables>,
    unavailable: Vec<Unavailable>,
    facts: Vec<Fact>,
}

/// A name with its type. A root such as `steps` is a record whose fields are the steps.
#[derive(Clone, Debug)]
pub struct Binding {
    pub name: String,
    pub kind: NameKind,
    pub ty: Ty,
}

/// What a name names.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum NameKind {
    /// The root `constants`.
    Constants,
    /// The root `variables`.
    Variables,
    /// The root `trigger`.
    Trigger,
    /// The root `run`.
    Run,
    /// The root `steps`.
    Steps,
    /// The root `response`.
    Response,
    /// An input of the mapping.
    Input,
    /// A `let` of the mapping.
    Let,
    /// A parameter of an arrow function, within the expression itself.
    Parameter,
}

/// A name, or a member of a root, that the manifest has but that cannot be used here.
#[derive(Clone, Debug)]
pub struct Unavailable {
    /// `trigger`, or `steps.create`.
    pub path: String,
    /// Why, as a phrase that follows the path: "runs later".
    pub reason: String,
    /// What to write instead.
    pub help: Option<String>,
    /// Where it is declared.
    pub span: Option<Span>,
}

/// A mapping or a function of `custom/`, as the caller numbers them.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct CallableId(pub u32);

#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum CallableKind {
    Mapping,
    Function,
}

/// The one parameter of a mapping of several named inputs: a record of them.
pub const INPUTS: &str = "inputs";

/// Something of the manifest that can be called by name.
#[derive(Clone, Debug)]
pub struct Callable {
    pub name: String,
    pub kind: CallableKind,
    pub id: CallableId,
    /// By position. A mapping of several named inputs takes one record of them, [`INPUTS`].
    pub parameters: Vec<(String, Ty)>,
    pub returns: Ty,
    /// Where it is declared.
    pub span: Span,
}

/// All mappings and functions of the manifest, by name.
#[derive(Clone, Debug, Default)]
pub struct Callables {
    list: Vec<Callable>,
    by_name: BTreeMap<String, usize>,
}

impl FromIterator<Callable> for Callables {
    /// Of two with the same name the first stays.
    fn from_iter<I: IntoIterator<Item = Callable>>(callables: I) -> Self {
        let list: Vec<_> = callables.into_iter().collect();
        let mut by_name = BTreeMap::new();
        for (at, callable) in list.iter().enumerate() {
            by_name.entry(callable.name.clone()).or_insert(at);
        }
        Self { list, by_name }
    }
}

impl Callables {
    pub fn get(&self, name: &str) -> Option<&Callable> {
        self.list.get(*self.by_name.get(name)?)
    }

    /// In the order of the manifest.
    pub fn iter(&self) -> impl Iterator<Item = &Callable> {
        self.list.iter()
    }
}

impl Scope {
    pub fn new(callables: Arc<Callables>) -> Self {
        Self {
            callables,
            ..Self::default()
        }
    }

    /// Adds a name; one that is there already is replaced.
    pub fn bind(&mut self, name: impl Into<String>, kind: NameKind, ty: Ty) {
        let binding = Binding {
            name: name.into(),
            kind,
            ty,
        };
        match self
            .bindings
            .iter_mut()
            .find(|old| old.name == binding.name)
        {
            Some(old) => *old = binding,
            None => self.bindings.push(binding),
        }
    }

    /// Adds a name that exists elsewhere, so that using it here is told from a typo.
    pub fn unavailable(&mut self, name: Unavailable) {
        self.unavailable.push(name);
    }

    /// Adds what is known to hold: see [`facts`](super::facts()).
    pub fn assume(&mut self, facts: impl IntoIterator<Item = Fact>) {
        self.facts.extend(facts);
    }

    pub fn binding(&self, name: &str) -> Option<&Binding> {
        self.bindings.iter().find(|binding| binding.name == name)
    }

    pub fn bindings(&self) -> &[Binding] {
        &self.bindings
    }

    pub fn callables(&self) -> &Callables {
        &self.callables
    }

    pub fn facts(&self) -> &[Fact] {
        &self.facts
    }

    pub(super) fn why_unavailable(&self, path: &str) -> Option<&Unavailable> {
        self.unavailable.iter().find(|name| name.path == path)
    }
}
