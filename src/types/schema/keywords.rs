//! JSON Schema's keywords, and slips of them.

use super::super::json::{Json, Member};
use super::Origin;
use crate::diagnostics::codes::types as codes;
use crate::diagnostics::{Diagnostic, closest};

/// Keywords that are read.
const READ: &[&str] = &[
    "$anchor",
    "$defs",
    "$dynamicAnchor",
    "$dynamicRef",
    "$id",
    "$recursiveRef",
    "$ref",
    "additionalItems",
    "additionalProperties",
    "allOf",
    "anyOf",
    "const",
    "currency",
    "definitions",
    "description",
    "discriminator",
    "enum",
    "exclusiveMaximum",
    "exclusiveMinimum",
    "format",
    "id",
    "items",
    "maxItems",
    "maxLength",
    "maximum",
    "minItems",
    "minLength",
    "minimum",
    "multipleOf",
    "nullable",
    "oneOf",
    "pattern",
    "patternProperties",
    "prefixItems",
    "properties",
    "readOnly",
    "required",
    "type",
    "uniqueItems",
    "writeOnly",
];

/// Keywords for people, and those that only narrow what a type says already.
const NOTES: &[&str] = &[
    "$comment",
    "$recursiveAnchor",
    "$schema",
    "$vocabulary",
    "contains",
    "contentEncoding",
    "contentMediaType",
    "contentSchema",
    "default",
    "dependencies",
    "dependentRequired",
    "dependentSchemas",
    "deprecated",
    "else",
    "example",
    "examples",
    "externalDocs",
    "if",
    "maxContains",
    "maxProperties",
    "minContains",
    "minProperties",
    "not",
    "propertyNames",
    "then",
    "title",
    "unevaluatedItems",
    "unevaluatedProperties",
    "xml",
];

/// Keywords that editors, validators and generators have added.
const ADDED: &[&str] = &[
    "allowComments",
    "allowTrailingCommas",
    "defaultSnippets",
    "deprecationMessage",
    "doNotSuggest",
    "enumDescriptions",
    "enumNames",
    "enumTitles",
    "errorMessage",
    "javaType",
    "links",
    "markdownDescription",
    "markdownEnumDescriptions",
    "media",
    "options",
    "patternErrorMessage",
    "propertyOrder",
    "scope",
    "suggestSortText",
    "tsEnumNames",
    "tsType",
    "typeof",
    "version",
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

/// Unknown keywords of one schema in a file that look like a known one: JSON Schema lets
/// everybody add keywords, but a slip would be lost.
pub(super) fn check(schema: &Json, origin: Origin) -> Vec<Diagnostic> {
    if origin != Origin::File {
        return Vec::new();
    }
    let is_known = |member: &&Member| {
        let name = member.name.as_str();
        let lists = [READ, NOTES, ADDED];
        lists.iter().any(|list| list.contains(&name)) || name.starts_with("x-")
    };
    let members = schema.members();
    if let (Some(first), true) = (members.first(), !members.iter().any(|one| is_known(&one))) {
        return vec![slip(first).unwrap_or_else(|| no_keyword(first))];
    }
    let unknown = members.iter().filter(|member| !is_known(member));
    unknown.filter_map(slip).collect()
}

/// A schema without any keyword: somebody has listed the properties right there.
fn no_keyword(member: &Member) -> Diagnostic {
    let name = &member.name;
    Diagnostic::new(
        &codes::UNKNOWN_SCHEMA_KEYWORD,
        member.name_span,
        format!("JSON Schema has no keyword `{name}`"),
    )
    .help(format!(
        "write a property under `properties`: `properties.{name}`"
    ))
}

fn slip(member: &Member) -> Option<Diagnostic> {
    let name = member.name.as_str();
    let synonym = SYNONYMS
        .iter()
        .find(|(synonym, _)| synonym.eq_ignore_ascii_case(name))
        .map(|(_, keyword)| *keyword);
    let near = || closest(name, READ.iter().chain(NOTES).copied());
    let keyword = synonym.or_else(near)?;
    Some(
        Diagnostic::new(
            &codes::UNKNOWN_SCHEMA_KEYWORD,
            member.name_span,
            format!("JSON Schema has no keyword `{name}`"),
        )
        .help(format!("write `{keyword}`")),
    )
}
