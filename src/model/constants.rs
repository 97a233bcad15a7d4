//! `[constants]` and `[variables]`: literals and schemas with their types.

use super::{Constant, Variable, spanned};
use crate::diagnostics::Sink;
use crate::manifest::{Manifest, TreeKind};
use crate::types::{Types, constant_type, variable_type};

pub fn constants(manifest: &Manifest, types: &mut Types, sink: &mut Sink) -> Vec<Constant> {
    manifest
        .constants
        .iter()
        .map(|constant| Constant {
            name: spanned(&constant.name),
            ty: constant_type(&constant.name, &constant.value, types, sink),
            value: constant.value.clone(),
        })
        .collect()
}

/// A variable without a value is missing, unless its schema has a default.
pub fn variables(manifest: &Manifest, types: &mut Types, sink: &mut Sink) -> Vec<Variable> {
    manifest
        .variables
        .iter()
        .map(|variable| {
            let required = variable.required.as_ref().is_some_and(|flag| flag.value);
            let entry = |name: &str| match &variable.schema.kind {
                TreeKind::Table(entries) => entries
                    .iter()
                    .find(|(key, _)| key.name == name)
                    .map(|(_, value)| value),
                _ => None,
            };
            let default = entry("default").cloned();
            let description = entry("description").and_then(|value| match &value.kind {
                TreeKind::String(text) => Some(text.value.clone()),
                _ => None,
            });
            let mut ty = variable_type(&variable.name, &variable.schema, types, sink);
            ty.missing = !required && default.is_none();
            Variable {
                name: spanned(&variable.name),
                ty,
                required,
                description,
                default,
                schema: variable.schema.clone(),
            }
        })
        .collect()
}
