//! The input that is varied: that of a case, what a sample has, or one made from types.

use std::collections::BTreeMap;
use std::iter;

use serde_json::{Map, Value as Json};

use super::given::Given;
use super::ordinary::Ordinary;
use crate::cases::update::Manifest;
use crate::manifest::TypeSource;
use crate::model::{Expectation, Mapping, Model};
use crate::types::{Kind, Ty, conforms_json, segments};

/// Arrays of cases and samples are cut to this many items: more say no more.
const ITEMS: usize = 3;

/// A possible base, and what it is in words.
pub(super) struct Base {
    pub words: String,
    pub given: Given,
}

/// The first base that gives a value: of cases that expect one, of samples, of the types
/// alone, and of cases that expect a failure. Where none does, the first of all.
pub(super) fn choose(
    model: &Model,
    manifest: &Manifest<'_>,
    mapping: &Mapping,
    variables: &[(String, Ty)],
    ordinary: &Ordinary<'_>,
    gives: impl Fn(&Base) -> bool,
) -> Base {
    let maker = Maker {
        model,
        mapping,
        variables,
        ordinary,
    };
    let cases = |fail: bool| {
        let cases = mapping.tests.iter();
        let cases = cases
            .filter(move |case| matches!(case.expect, Expectation::Fails(_)) == fail)
            .take(ITEMS);
        cases.map(|case| Base {
            words: format!("the input of the case `{}`", case.name.value),
            given: maker.given(|name| {
                let (of, name) = match name.strip_prefix("variables.") {
                    Some(name) => (&case.variables, name),
                    None => (&case.inputs, name),
                };
                let mut given = of.iter();
                let given = given.find(|(known, _)| known == name);
                given.map(|(_, value)| value.clone())
            }),
        })
    };
    // Samples may be large, and are read only where no case gives a value.
    let sampled = iter::once_with(|| maker.sampled(manifest)).flatten();
    let made = || Base {
        words: "an input made from the types".to_owned(),
        given: maker.given(|_| None),
    };
    let mut first = None;
    let bases = cases(false).chain(sampled).chain(iter::once_with(made));
    for base in bases.chain(cases(true)) {
        if gives(&base) {
            return base;
        }
        first.get_or_insert(base);
    }
    first.unwrap_or_else(made)
}

struct Maker<'a> {
    model: &'a Model,
    mapping: &'a Mapping,
    variables: &'a [(String, Ty)],
    ordinary: &'a Ordinary<'a>,
}

impl Maker<'_> {
    /// Everything that must be given: as it is found, where that fits, or made.
    fn given(&self, find: impl Fn(&str) -> Option<Json>) -> Given {
        let mut given = Map::new();
        let inputs = self.mapping.inputs.iter();
        let inputs = inputs.map(|(name, ty)| (&name.value, ty, true));
        let variables = self.variables.iter();
        let variables = variables.map(|(name, ty)| (name, ty, !ty.missing));
        for (name, ty, needed) in inputs.chain(variables) {
            let found = find(name).map(|value| self.prune(&value, ty));
            let found = found.filter(|value| conforms_json(value, ty, &self.model.types).is_ok());
            if let Some(value) = found {
                given.insert(name.clone(), value);
            } else if needed {
                given.insert(name.clone(), self.ordinary.value(ty, None));
            }
        }
        given
    }

    /// The value without what no expression of the mapping reads.
    fn prune(&self, value: &Json, ty: &Ty) -> Json {
        let types = &self.model.types;
        match (value, &ty.kind) {
            (Json::Array(items), Kind::Array(item)) => {
                let items = items.iter().take(ITEMS);
                items.map(|value| self.prune(value, item)).collect()
            }
            (Json::Object(entries), Kind::Map(value)) => {
                let entries = entries.iter().take(ITEMS);
                let pruned = entries.map(|(key, entry)| (key.clone(), self.prune(entry, value)));
                Json::Object(pruned.collect())
            }
            (Json::Object(entries), Kind::Record(id)) => {
                let mut kept = Map::new();
                for field in &types.record(*id).fields {
                    let needed = !field.ty.missing
                        || self.ordinary.usage.uses(*id, &field.name)
                        || types.record(*id).currencies().contains(&field.name);
                    if let (true, Some(entry)) = (needed, entries.get(&field.name)) {
                        kept.insert(field.name.clone(), self.prune(entry, &field.ty));
                    }
                }
                Json::Object(kept)
            }
            (_, Kind::Union(id)) => {
                let variants = types.union(*id).variants.iter();
                let mut fitting =
                    variants.filter(|variant| conforms_json(value, &variant.ty, types).is_ok());
                match fitting.next() {
                    Some(variant) => self.prune(value, &variant.ty),
                    None => value.clone(),
                }
            }
            _ => value.clone(),
        }
    }

    /// What the samples have, where an input has one.
    fn sampled(&self, manifest: &Manifest<'_>) -> Option<Base> {
        let inputs = self.mapping.inputs.iter();
        let samples: BTreeMap<&str, Json> = inputs
            .filter_map(|(name, _)| Some((&*name.value, self.sample(manifest, &name.value)?)))
            .collect();
        (!samples.is_empty()).then(|| Base {
            words: "what the samples have".to_owned(),
            given: self.given(|name| samples.get(name).cloned()),
        })
    }

    /// The part of a sample that an input is of.
    fn sample(&self, manifest: &Manifest<'_>, input: &str) -> Option<Json> {
        let at = self
            .mapping
            .inputs
            .iter()
            .position(|(name, _)| name.value == input)?;
        let part = segments(self.mapping.from_parts.get(at)?).ok()?;
        let (root, fields) = part.split_first()?;
        let mut declared = manifest.manifest.types.iter();
        let declared = declared.find(|declared| declared.name.name == root.name)?;
        let own = match &declared.source {
            Some(TypeSource::Samples(paths)) => paths.as_slice(),
            _ => &[],
        };
        let mut paths = own.iter().chain(&declared.samples);
        paths.find_map(|path| {
            let (_, file) = manifest.sources.get(&path.value)?;
            let mut value: Json = serde_json::from_slice(file.bytes()).ok()?;
            for inner in &root.inner {
                value = step(value, inner.variant.as_deref())?;
            }
            for field in fields {
                value = value.get(&field.name)?.clone();
                for inner in &field.inner {
                    value = step(value, inner.variant.as_deref())?;
                }
            }
            Some(value)
        })
    }
}

/// An item of an array or a value of an object; a variant is the value itself.
fn step(value: Json, variant: Option<&str>) -> Option<Json> {
    match (value, variant) {
        (value, Some(_)) => Some(value),
        (Json::Array(items), None) => items.into_iter().next(),
        (Json::Object(entries), None) => entries.into_iter().next().map(|(_, value)| value),
        _ => None,
    }
}
