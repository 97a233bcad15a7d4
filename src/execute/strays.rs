//! What the platform has in this project beside what the manifest says. It is left alone.

use super::reader::{Reader, Told};
use super::words::Known;
use crate::contract::ContractError;
use crate::steps::{Lookup, Rows, environments, templates_of, variables};

/// The names that the manifest has, against which the platform is held.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Extent {
    /// Whose connection templates are looked at; none for set-up.
    pub environment: Option<String>,
    pub environments: Vec<String>,
    /// Systems, former and removed ones among them.
    pub systems: Vec<String>,
    pub variables: Vec<String>,
}

/// An object that is none of the manifest's.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Stray {
    Environment(String),
    Template(String),
    Variable(String),
}

/// Looks for strays in what the project has. What cannot be read has none: the steps
/// that need it tell so.
pub(super) fn strays(reader: &Reader<'_>, extent: &Extent) -> Vec<Stray> {
    let has_project =
        reader.with_known(|known: &Known| known.ids.contains_key(&crate::steps::Address::Project));
    if !has_project {
        return Vec::new();
    }
    let mut found = Vec::new();
    let mut add =
        |lookup: Result<Lookup, ContractError>, have: &[String], stray: fn(String) -> Stray| {
            let Ok(lookup) = lookup else {
                return;
            };
            let names = names(reader, &lookup).unwrap_or_default();
            let new = names.into_iter().filter(|name| !have.contains(name));
            found.extend(new.map(stray));
        };
    add(environments(""), &extent.environments, Stray::Environment);
    if let Some(environment) = &extent.environment {
        add(templates_of(environment), &extent.systems, Stray::Template);
        add(variables(), &extent.variables, Stray::Variable);
    }
    found.sort();
    found.dedup();
    found
}

fn names(reader: &Reader<'_>, lookup: &Lookup) -> Told<Vec<String>> {
    let listed = reader.listed(lookup)?;
    let mut rows = listed.rows();
    if lookup.rows == Rows::Answer {
        let properties = rows
            .next()
            .and_then(|schema| schema.get("properties")?.as_object());
        return Ok(properties
            .map(|all| all.keys().cloned().collect())
            .unwrap_or_default());
    }
    let names = rows.filter_map(|row| row.get("name")?.as_str());
    Ok(names.map(str::to_owned).collect())
}
