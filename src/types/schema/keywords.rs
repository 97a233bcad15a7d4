//! JSON Schema's keywords: which are read, which are notes, which wait.

use super::super::json::{Json, Member};
use crate::diagnostics::codes::types as codes;
use crate::diagnostics::{Diagnostic, Sink, closest};

/// Keywords that decide the type.
const READ: &[&str] = &[
    "$defs",
    "$ref",
    "additionalProperties",
    "const",
    "definitions",
    "description",
    "enum",
    "format",
    "items",
    "multipleOf",
    "nullable",
    "properties",
    "required",
    "type",
];

/// Keywords that say more about a value but do not change its type. Limits are for
/// readers: a decoder does not check them.
const NOTES: &[&str] = &[
    "$anchor",
    "$comment",
    "$id",
    "$schema",
    "$vocabulary",
    "contentEncoding",
    "contentMediaType",
    "contentSchema",
    "default",
    "deprecated",
    "example",
    "examples",
    "exclusiveMaximum",
    "exclusiveMinimum",
    "externalDocs",
    "id",
    "maxItems",
    "maxLength",
    "maxProperties",
    "maximum",
    "minItems",
    "minLength",
    "minProperties",
    "minimum",
    "pattern",
    "readOnly",
    "title",
    "uniqueItems",
    "writeOnly",
    "xml",
];

/// Keywords whose meaning would be lost, so they are refused for now.
const LATER: &[&str] = &[
    "$dynamicAnchor",
    "$dynamicRef",
    "$recursiveRef",
    "additionalItems",
    "allOf",
    "anyOf",
    "contains",
    "dependencies",
    "dependentRequired",
    "dependentSchemas",
    "discriminator",
    "else",
    "if",
    "maxContains",
    "minContains",
    "not",
    "oneOf",
    "patternProperties",
    "prefixItems",
    "propertyNames",
    "then",
    "unevaluatedItems",
    "unevaluatedProperties",
];

/// Words people write for a keyword.
const SYNONYMS: &[(&str, &str)] = &[
    ("array", "items"),
    ("desc", "description"),
    ("doc", "description"),
    ("elements", "items"),
    ("fields", "properties"),
    ("item", "items"),
    ("kind", "type"),
    ("map", "additionalProperties"),
    ("mandatory", "required"),
    ("max", "maximum"),
    ("min", "minimum"),
    ("oneof", "enum"),
    ("optional", "required"),
    ("props", "properties"),
    ("ref", "$ref"),
    ("regex", "pattern"),
    ("values", "enum"),
];

/// The refused keywords that the manifest's reader lets through.
const LATER_INLINE: &[&str] = &["allOf", "anyOf", "not", "oneOf"];

/// Reports the keywords of one schema that are not read; where they were `checked`
/// already, only those that wait.
pub(super) fn check(schema: &Json, checked: bool, sink: &mut Sink) {
    for member in schema.members() {
        let name = member.name.as_str();
        if READ.contains(&name) || NOTES.contains(&name) || name.starts_with("x-") {
            continue;
        }
        if checked && !LATER_INLINE.contains(&name) {
            continue;
        }
        sink.push(if LATER.contains(&name) {
            later(member)
        } else {
            unknown(member)
        });
    }
}

/// Whether the schema has a keyword that would decide its type, and is refused.
pub(super) fn is_refused(schema: &Json) -> bool {
    schema
        .members()
        .iter()
        .any(|member| LATER.contains(&member.name.as_str()))
}

fn later(member: &Member) -> Diagnostic {
    let name = &member.name;
    Diagnostic::new(
        &codes::UNSUPPORTED_SCHEMA,
        member.name_span,
        format!("`{name}` of JSON Schema is not supported yet"),
    )
    .help(match name.as_str() {
        "allOf" => "write the properties of all of them in one `properties`",
        "oneOf" | "anyOf" | "not" | "if" | "then" | "else" | "discriminator" => {
            "write one object with the properties of every case, `required` only where all have it"
        }
        "patternProperties" | "propertyNames" => "write `additionalProperties`",
        "prefixItems" | "additionalItems" => "write `items` with one schema for all items",
        _ => "leave it out",
    })
}

fn unknown(member: &Member) -> Diagnostic {
    let name = member.name.as_str();
    let diagnostic = Diagnostic::new(
        &codes::UNKNOWN_SCHEMA_KEYWORD,
        member.name_span,
        format!("JSON Schema has no keyword `{name}`"),
    );
    let synonym = SYNONYMS
        .iter()
        .find(|(synonym, _)| synonym.eq_ignore_ascii_case(name))
        .map(|(_, keyword)| *keyword);
    let near = || closest(name, READ.iter().chain(NOTES).chain(LATER).copied());
    match synonym.or_else(near) {
        Some(keyword) => diagnostic.help(format!("write `{keyword}`")),
        None => diagnostic.help(format!(
            "write a property under `properties`: `properties.{name}`"
        )),
    }
}
