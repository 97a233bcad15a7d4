//! References and anchors within schemas.

use crate::source::Span;
use crate::types::json::{Json, JsonKind};

/// The words of a `$ref` of either kind, and where they stand.
pub fn reference_of(value: &Json) -> Option<(String, Span)> {
    let member = ["$ref", "$dynamicRef", "$recursiveRef"]
        .iter()
        .find_map(|keyword| value.get(keyword))?;
    let text = member.value.as_str()?;
    Some((text.to_owned(), member.value.span))
}

/// Every reference in a schema. What is under the keywords for examples and definitions
/// is left out: the former are values, the latter are reached where they are wanted.
pub(super) fn references(schema: &Json, found: &mut Vec<(String, Span)>) {
    match &schema.kind {
        JsonKind::Array(items) => {
            for item in items {
                references(item, found);
            }
        }
        JsonKind::Object(members) => {
            found.extend(reference_of(schema));
            for member in members {
                match member.name.as_str() {
                    "properties" | "patternProperties" | "dependentSchemas" => {
                        for property in member.value.members() {
                            references(&property.value, found);
                        }
                    }
                    "discriminator" => mapping(&member.value, found),
                    "additionalProperties"
                    | "allOf"
                    | "anyOf"
                    | "oneOf"
                    | "items"
                    | "prefixItems"
                    | "additionalItems" => references(&member.value, found),
                    _ => {}
                }
            }
        }
        _ => {}
    }
}

/// Every reference in a schema of the manifest, also under `$defs`.
pub(super) fn references_anywhere(schema: &Json, found: &mut Vec<(String, Span)>) {
    found.extend(reference_of(schema));
    match &schema.kind {
        JsonKind::Array(items) => {
            for item in items {
                references_anywhere(item, found);
            }
        }
        JsonKind::Object(members) => members
            .iter()
            .for_each(|member| references_anywhere(&member.value, found)),
        _ => {}
    }
}

/// The references in a discriminator's mapping; plain names are those of schemas.
fn mapping(discriminator: &Json, found: &mut Vec<(String, Span)>) {
    let Some(mapping) = discriminator.get("mapping") else {
        return;
    };
    for member in mapping.value.members() {
        if let Some(text) = member.value.as_str() {
            found.push((mapped(text), member.value.span));
        }
    }
}

/// A value of a discriminator's mapping as a `$ref`: plain names are those of schemas,
/// which may have dots, as `shop.Order`.
pub fn mapped(text: &str) -> String {
    let is_file = [".json", ".yaml", ".yml"]
        .iter()
        .any(|ending| text.ends_with(ending));
    if is_file || text.contains(['/', '#']) {
        text.to_owned()
    } else {
        format!("#/components/schemas/{text}")
    }
}

/// Whether an anchor, or a schema of that address, is in the value; `names` is then how
/// to get there.
pub(super) fn find_anchor(value: &Json, name: &str, names: &mut Vec<String>) -> bool {
    match &value.kind {
        JsonKind::Array(items) => items.iter().enumerate().any(|(at, item)| {
            names.push(at.to_string());
            find_anchor(item, name, names) || {
                names.pop();
                false
            }
        }),
        JsonKind::Object(members) => {
            let says = |keyword: &str, wanted: &str| {
                value.get(keyword).and_then(|member| member.value.as_str()) == Some(wanted)
            };
            let anchored = ["$anchor", "$dynamicAnchor"]
                .iter()
                .any(|keyword| says(keyword, name));
            let fragment = format!("#{name}");
            let addressed = ["$id", "id"]
                .iter()
                .any(|keyword| says(keyword, name) || says(keyword, &fragment));
            anchored
                || addressed
                || members.iter().any(|member| {
                    names.push(member.name.clone());
                    find_anchor(&member.value, name, names) || {
                        names.pop();
                        false
                    }
                })
        }
        _ => false,
    }
}
