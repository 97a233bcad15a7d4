//! Conditions between keys, and choices, in JSON Schema.

use serde_json::{Value, json};

use crate::manifest::keys::{Key, Section, When};

/// The condition over the keys that are built; `None` where it can never hold.
pub fn condition(section: &Section, when: When) -> Option<Value> {
    let built = |keys: &[&str]| {
        keys.iter()
            .filter(|name| section.key(name).is_some_and(Key::is_built))
            .map(|name| json!({ "required": [name] }))
            .collect::<Vec<_>>()
    };
    match when {
        When::Always => Some(json!(true)),
        When::Never => None,
        When::Is(name, words) => Some(json!({
            "properties": { name: { "enum": words } },
            "required": [name],
        })),
        When::Has(keys) => {
            let keys = built(keys);
            (!keys.is_empty()).then(|| json!({ "anyOf": keys }))
        }
        When::Lacks(keys) => {
            let keys = built(keys);
            Some(if keys.is_empty() {
                json!(true)
            } else {
                json!({ "not": { "anyOf": keys } })
            })
        }
    }
}

/// The choices of a section: one of the keys, or none where that is allowed.
pub fn choices(section: &Section) -> impl Iterator<Item = Value> {
    section.choices.iter().map(|choice| {
        let mut keys: Vec<Value> = choice
            .keys
            .iter()
            .filter(|name| section.key(name).is_some_and(Key::is_built))
            .map(|name| json!({ "required": [name] }))
            .collect();
        if !choice.required {
            let none = json!({ "not": { "anyOf": keys } });
            keys.push(none);
        }
        if choice.exclusive {
            json!({ "oneOf": keys })
        } else {
            json!({ "anyOf": keys })
        }
    })
}
