//! What a step says of its object, as fields with values. Ids are no part of it: only
//! the platform has them.

use std::collections::BTreeMap;

use serde_json::{Map, Value};

use crate::contract::{Arg, Call};
use crate::steps::{Address, Done, Ensure, Find, Known, Lookup, Manual, Put, Refusal, Test};

/// The fields of one object, by name.
pub(super) type Facts = BTreeMap<String, Fact>;

#[derive(Clone, Debug, PartialEq)]
pub(super) struct Fact {
    pub(super) value: Value,
    pub(super) settled: Settled,
}

/// What happens to an object that is there when such a field changes.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Settled {
    /// Nothing: it only counts when the object is made.
    Kept,
    /// It is sent. What is no longer wanted stays as it is.
    Sent,
    /// It is sent every time, and what is left out is reset.
    Reset,
    /// Another object is made, since this is what it is known by.
    Anew,
    /// The run refuses; with what to write.
    Refused(String),
    /// A person changes it; with what to do.
    ByHand(String),
}

/// What follows a variable's name in the field that says whether it is required.
pub(super) const REQUIRED: &str = ".required";

/// Flags that say where an object is, not what it is.
const PLACES: &[&str] = &["project", "environment", "output", "env-file", "yes"];

/// Adds what a step says; what is sent settles more than what is only given at first.
pub(super) fn add(ensure: &Ensure, facts: &mut Facts) {
    match ensure {
        Ensure::Find(find) => add_find(find, facts),
        Ensure::Put(put) => add_put(put, facts),
        // The one asks for what another step settles, the other says what is not to be.
        Ensure::Check(_) | Ensure::Remove(_) => {}
        Ensure::Manual(manual) => add_manual(manual, facts),
    }
}

fn add_find(find: &Find, facts: &mut Facts) {
    let is_bound = find.known.contains(&Known::Lock);
    let settled = if is_bound {
        Settled::Kept
    } else {
        Settled::Anew
    };
    let named: Vec<Value> = identity(&find.lookup).collect();
    let create = find.create.as_ref().map(arguments).unwrap_or_default();
    for value in named {
        put(facts, "name", value, settled.clone());
    }
    add_refusals(&find.agree, facts);
    for (name, value) in create {
        let is_told = facts.values().any(|fact| fact.value == value);
        if !is_told {
            put(facts, &name, value, Settled::Kept);
        }
    }
}

fn add_put(sent: &Put, facts: &mut Facts) {
    let before = facts.len();
    match sent.read.as_ref().map(|read| &read.test) {
        Some(Test::Holds(value) | Test::Scheme(value)) => leaves("", value, facts),
        Some(Test::Equals(field, Arg::Text(text))) => {
            put(facts, field, text.as_str().into(), Settled::Sent);
        }
        Some(Test::FirstScheme(id)) => {
            put(facts, "auth scheme", id.as_str().into(), Settled::Sent);
        }
        Some(Test::Variable(name, value)) => {
            put(
                facts,
                &format!("variables.{name}"),
                value.clone(),
                Settled::Sent,
            );
        }
        Some(Test::Schema { wanted, removed }) => {
            variables(wanted, facts);
            for name in removed {
                put(facts, name, Value::Null, Settled::Sent);
                put(
                    facts,
                    &format!("{name}{REQUIRED}"),
                    Value::Null,
                    Settled::Sent,
                );
            }
        }
        Some(Test::Exists | Test::Equals(..)) | None => {}
    }
    if facts.len() == before && sent.read.is_none() {
        for (name, value) in arguments(&sent.call) {
            put(facts, &name, value, Settled::Reset);
        }
    }
}

fn add_manual(manual: &Manual, facts: &mut Facts) {
    let by_hand = || Settled::ByHand(manual.title.clone());
    if let Done::Row { lookups, agree } = &manual.done {
        for value in lookups.iter().flat_map(identity) {
            put(facts, "name", value, by_hand());
        }
        add_refusals(agree, facts);
    }
    // Values to enter stand in lines of their own.
    for line in &manual.instructions {
        if let Some((name, value)) = line.trim_start().split_once(" = ")
            && line.starts_with("  ")
        {
            put(facts, name, value.into(), by_hand());
        }
    }
}

fn add_refusals(refusals: &[Refusal], facts: &mut Facts) {
    for refusal in refusals {
        let Arg::Text(text) = &refusal.value else {
            continue;
        };
        let text = if refusal.is_url {
            text.trim_end_matches('/')
        } else {
            text
        };
        let message = refusal.message.clone();
        let settled = if refusal.is_manual {
            Settled::ByHand(message)
        } else {
            Settled::Refused(message)
        };
        put(facts, refusal.field, text.into(), settled);
    }
}

fn put(facts: &mut Facts, name: &str, value: Value, settled: Settled) {
    facts.insert(name.to_owned(), Fact { value, settled });
}

/// The texts by which a row is found.
pub(super) fn identity(lookup: &Lookup) -> impl Iterator<Item = Value> {
    lookup.by.iter().filter_map(|(_, value)| match value {
        Arg::Text(text) => Some(Value::from(text.as_str())),
        _ => None,
    })
}

/// The objects by whose ids a row is found.
pub(super) fn owners(lookup: &Lookup) -> impl Iterator<Item = &Address> {
    lookup.by.iter().filter_map(|(_, value)| match value {
        Arg::Id(address) => Some(address),
        _ => None,
    })
}

/// What a call gives, by flag; of a flag that repeats, the list.
fn arguments(call: &Call) -> Vec<(String, Value)> {
    let mut given: Map<String, Value> = Map::new();
    for (flag, arg) in call.args() {
        if PLACES.contains(&flag.name) {
            continue;
        }
        let value = match arg {
            Arg::Text(text) => Value::from(text.as_str()),
            Arg::Number(number) => Value::from(*number),
            Arg::Switch(on) => Value::from(*on),
            Arg::EnvRef(name) => Value::from(format!("${name}")),
            _ => continue,
        };
        match given.get_mut(flag.name) {
            None => {
                given.insert(flag.name.to_owned(), value);
            }
            Some(Value::Array(values)) => values.push(value),
            Some(first) => *first = Value::from(vec![first.clone(), value]),
        }
    }
    given.into_iter().collect()
}

/// Each value that is no object, with the way to it.
fn leaves(path: &str, value: &Value, facts: &mut Facts) {
    let Value::Object(fields) = value else {
        return put(facts, path, value.clone(), Settled::Sent);
    };
    for (key, value) in fields {
        let path = if path.is_empty() {
            key.clone()
        } else {
            format!("{path}.{key}")
        };
        leaves(&path, value, facts);
    }
}

/// Each variable with its schema, and whether it is required.
fn variables(schema: &Value, facts: &mut Facts) {
    let properties = schema.get("properties").and_then(Value::as_object);
    let required = schema.get("required").and_then(Value::as_array);
    let must = |name: &str| required.is_some_and(|all| all.iter().any(|one| one == name));
    for (name, schema) in properties.into_iter().flatten() {
        put(facts, name, schema.clone(), Settled::Sent);
        let field = format!("{name}{REQUIRED}");
        put(facts, &field, must(name).into(), Settled::Sent);
    }
}
