//! What a mapping is given, and one place of it changed.

use serde_json::{Map, Value as Json};

use crate::types::Step;

/// Inputs by their names and variables as `variables.NAME`, as JSON.
pub type Given = Map<String, Json>;

/// The value at a path, from the name of the input on.
pub(super) fn get<'g>(given: &'g Given, path: &[Step]) -> Option<&'g Json> {
    let (Step::Key(first), rest) = path.split_first()? else {
        return None;
    };
    rest.iter()
        .try_fold(given.get(first)?, |value, step| match step {
            Step::Key(key) => value.get(key),
            Step::Index(at) => value.get(at),
        })
}

/// The same with another value at a path, or without what is there.
pub(super) fn with(given: &Given, path: &[Step], value: Option<Json>) -> Given {
    let mut changed = given.clone();
    let Some((Step::Key(last), parents)) = path.split_last() else {
        // An item of an array: replaced, never left out.
        if let (Some(place), Some(value)) = (get_mut(&mut changed, path), value) {
            *place = value;
        }
        return changed;
    };
    let object = if parents.is_empty() {
        Some(&mut changed)
    } else {
        get_mut(&mut changed, parents).and_then(Json::as_object_mut)
    };
    if let Some(object) = object {
        match value {
            Some(value) => object.insert(last.clone(), value),
            None => object.shift_remove(last),
        };
    }
    changed
}

fn get_mut<'g>(given: &'g mut Given, path: &[Step]) -> Option<&'g mut Json> {
    let (Step::Key(first), rest) = path.split_first()? else {
        return None;
    };
    rest.iter()
        .try_fold(given.get_mut(first)?, |value, step| match step {
            Step::Key(key) => value.get_mut(key),
            Step::Index(at) => value.get_mut(at),
        })
}
