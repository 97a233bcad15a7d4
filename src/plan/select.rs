//! Limiting a plan to parts of the manifest.

use std::collections::BTreeSet;
use std::fmt;

use serde::{Deserialize, Serialize};

use super::object;
use crate::diagnostics::closest;
use crate::steps::{Address, Step};

/// Parts of the manifest (`systems.shop`), or objects (`connection shop`).
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Selection {
    /// Only these, and what they need; empty for all.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub target: Vec<String>,
    /// Not these, nor what needs them.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub exclude: Vec<String>,
}

impl Selection {
    /// Whether nothing is left out.
    pub fn is_all(&self) -> bool {
        self.target.is_empty() && self.exclude.is_empty()
    }
}

/// A part that no step is about.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct UnknownPart {
    pub written: String,
    /// The nearest that there is.
    pub nearest: Option<String>,
}

impl fmt::Display for UnknownPart {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "nothing is done for `{}`", self.written)?;
        match &self.nearest {
            Some(nearest) => write!(f, "; did you mean `{nearest}`?"),
            None => Ok(()),
        }
    }
}

impl std::error::Error for UnknownPart {}

/// The steps of a selection, in their order. `environment` is whose steps they are.
///
/// # Errors
/// The first part that no step is about.
pub fn select(
    steps: &[Step],
    selection: &Selection,
    environment: &str,
) -> Result<Vec<Step>, UnknownPart> {
    let mut wanted: BTreeSet<&Address> = steps.iter().map(|step| &step.at).collect();
    if !selection.target.is_empty() {
        wanted = named(steps, &selection.target, environment)?;
        // What they need, and what that needs: steps come after what they need.
        for step in steps.iter().rev() {
            if wanted.contains(&step.at) {
                wanted.extend(step.uses());
            }
        }
    }
    let mut left_out = named(steps, &selection.exclude, environment)?;
    for step in steps {
        if step.uses().any(|at| left_out.contains(at)) {
            left_out.insert(&step.at);
        }
    }
    let is_in = |step: &&Step| wanted.contains(&step.at) && !left_out.contains(&step.at);
    Ok(steps.iter().filter(is_in).cloned().collect())
}

/// The objects that these parts name.
fn named<'s>(
    steps: &'s [Step],
    parts: &[String],
    environment: &str,
) -> Result<BTreeSet<&'s Address>, UnknownPart> {
    let names = |step: &Step| {
        let object = object(&step.at);
        [object.part(environment), object.to_string()]
    };
    let mut found = BTreeSet::new();
    for part in parts {
        let is_it = |step: &&Step| names(step).contains(part);
        let mut all = steps.iter().filter(is_it).map(|step| &step.at).peekable();
        if all.peek().is_none() {
            let known: BTreeSet<String> = steps.iter().flat_map(names).collect();
            return Err(UnknownPart {
                written: part.clone(),
                nearest: closest(part, known.iter().map(String::as_str)).map(str::to_owned),
            });
        }
        found.extend(all);
    }
    Ok(found)
}
