//! Mappings: signatures first, so that they can call each other in any order; then
//! their lets, fields and cases.

use super::{Function, Mapping, Variable, scope, spanned, tests, text};
use crate::diagnostics::Sink;
use crate::expression::{
    Callable, CallableId, CallableKind, Callables, Copied, INPUTS, NameKind, Scope, Unavailable,
    check_fields, check_tree,
};
use crate::manifest::{self, Manifest, MappingFrom};
use crate::source::{Sources, Spanned};
use crate::types::{Kind, Ty, Types};

/// The mappings without bodies: names, inputs and targets.
pub fn signatures(manifest: &Manifest, types: &Types, sink: &mut Sink) -> Vec<Mapping> {
    manifest
        .mappings
        .iter()
        .map(|mapping| signature(mapping, types, sink))
        .collect()
}

fn signature(mapping: &manifest::Mapping, types: &Types, sink: &mut Sink) -> Mapping {
    let mut part = |part: &crate::document::Text| types.part_of(part, sink).unwrap_or(Ty::ERROR);
    let (single, inputs, from_parts) = match &mapping.from {
        Some(MappingFrom::One(from)) => (
            true,
            vec![(Spanned::new("source".to_owned(), from.span), part(from))],
            vec![from.value.clone()],
        ),
        Some(MappingFrom::Named(named)) => (
            false,
            named
                .iter()
                .map(|(key, from)| (spanned(key), part(from)))
                .collect(),
            named.iter().map(|(_, from)| from.value.clone()).collect(),
        ),
        None => (
            true,
            vec![(
                Spanned::new("source".to_owned(), mapping.name.span),
                Ty::ERROR,
            )],
            Vec::new(),
        ),
    };
    Mapping {
        name: spanned(&mapping.name),
        inputs,
        single,
        to: mapping.to.as_ref().map_or(Ty::ERROR, part),
        from_parts,
        to_part: mapping
            .to
            .as_ref()
            .map_or_else(String::new, |to| to.value.clone()),
        lets: Vec::new(),
        body: None,
        tests: Vec::new(),
    }
}

/// `[functions]` with their types.
pub fn functions(manifest: &Manifest, types: &Types, sink: &mut Sink) -> Vec<Function> {
    manifest
        .functions
        .iter()
        .filter_map(|function| {
            Some(Function {
                name: spanned(&function.name),
                params: function
                    .params
                    .iter()
                    .map(|(key, part)| {
                        (spanned(key), types.part_of(part, sink).unwrap_or(Ty::ERROR))
                    })
                    .collect(),
                returns: function
                    .returns
                    .as_ref()
                    .and_then(|part| types.part_of(part, sink))
                    .unwrap_or(Ty::ERROR),
                file: text(function.file.as_ref()?),
            })
        })
        .collect()
}

/// Everything that expressions can call by name. Ids are indexes into the lists.
pub fn callables(mappings: &[Mapping], functions: &[Function], types: &mut Types) -> Callables {
    let id = |at: usize| CallableId(u32::try_from(at).unwrap_or(u32::MAX));
    let mut list = Vec::with_capacity(mappings.len() + functions.len());
    for (at, mapping) in mappings.iter().enumerate() {
        let parameters = match mapping.inputs.as_slice() {
            [(name, ty)] if mapping.single => vec![(name.value.clone(), ty.clone())],
            named => {
                let fields = named
                    .iter()
                    .map(|(name, ty)| (name.value.clone(), ty.clone()))
                    .collect();
                let part = format!("inputs of {}", mapping.name.value);
                vec![(INPUTS.to_owned(), scope::record(types, &part, fields))]
            }
        };
        list.push(Callable {
            name: mapping.name.value.clone(),
            kind: CallableKind::Mapping,
            id: id(at),
            parameters,
            returns: mapping.to.clone(),
            span: mapping.name.span,
        });
    }
    for (at, function) in functions.iter().enumerate() {
        list.push(Callable {
            name: function.name.value.clone(),
            kind: CallableKind::Function,
            id: id(at),
            parameters: function
                .params
                .iter()
                .map(|(name, ty)| (name.value.clone(), ty.clone()))
                .collect(),
            returns: function.returns.clone(),
            span: function.name.span,
        });
    }
    list.into_iter().collect()
}

/// What bodies and cases are checked against.
pub struct Surroundings<'a> {
    pub everywhere: &'a Scope,
    pub variables: &'a [Variable],
    pub sources: &'a Sources,
}

/// Fills in lets, fields and cases.
pub fn bodies(
    manifest: &Manifest,
    mappings: &mut [Mapping],
    around: &Surroundings<'_>,
    types: &mut Types,
    sink: &mut Sink,
) {
    for (mapping, written) in mappings.iter_mut().zip(&manifest.mappings) {
        let mut scope = around.everywhere.clone();
        for root in ["trigger", "run", "steps", "response"] {
            scope.unavailable(Unavailable {
                path: root.to_owned(),
                reason: "belongs to a workflow, and has no value in a mapping".to_owned(),
                help: Some(
                    "hand it over as an input: `from = { source = …, name = … }`".to_owned(),
                ),
                span: None,
            });
        }
        for (name, ty) in &mapping.inputs {
            scope.bind(name.value.clone(), NameKind::Input, ty.clone());
        }
        for (key, tree) in &written.lets {
            let typed = check_tree(tree, None, &scope, types, sink);
            let ty = typed.as_ref().map_or(Ty::ERROR, |typed| typed.ty.clone());
            scope.bind(key.name.clone(), NameKind::Let, ty);
            if let Some(typed) = typed {
                mapping.lets.push((spanned(key), typed));
            }
        }
        let target = (mapping.to.kind != Kind::Error).then_some(&mapping.to);
        mapping.body = if written.copy.is_empty() {
            let fields = written.fields.as_ref();
            fields.and_then(|fields| check_tree(fields, target, &scope, types, sink))
        } else {
            let copied = Copied {
                names: &written.copy,
                except: &written.except,
            };
            target.and_then(|target| {
                check_fields(
                    &copied,
                    written.fields.as_ref(),
                    target,
                    &scope,
                    types,
                    sink,
                )
            })
        };
        let cases = written
            .tests
            .iter()
            .enumerate()
            .filter_map(|test| {
                tests::resolve(test, mapping, around.variables, types, around.sources, sink)
            })
            .collect();
        mapping.tests = cases;
    }
}
