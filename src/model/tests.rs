//! The cases of mappings: literals and JSON files into values, checked against types.

use serde_json::Value;

use super::{Expectation, Mapping, TestCase, Variable, text};
use crate::diagnostics::{Diagnostic, Sink, codes::names};
use crate::document::Text;
use crate::manifest::{self, MappingTest, Tree, TreeKind};
use crate::source::{Refusal, Sources, Span, Spanned};
use crate::types::json::{Json, JsonKind};
use crate::types::{Mismatch, Ty, Types, conforms_json, conforms_partly};

fn names_json(path: &str) -> bool {
    path.rsplit_once('.')
        .is_some_and(|(_, extension)| extension.eq_ignore_ascii_case("json"))
}

/// A string that names a JSON file, where a case takes a value.
fn file(tree: &Tree) -> Option<&Text> {
    match &tree.kind {
        TreeKind::String(text) if names_json(&text.value) => Some(text),
        _ => None,
    }
}

/// The JSON files that the cases and the smoke calls name.
pub fn needs(manifest: &manifest::Manifest) -> Vec<&Text> {
    manifest
        .mappings
        .iter()
        .flat_map(|mapping| &mapping.tests)
        .flat_map(|test| {
            let named = test.input.as_ref().map(|input| match &input.kind {
                TreeKind::Table(entries) => entries.iter().filter_map(|(_, v)| file(v)).collect(),
                _ => Vec::new(),
            });
            [&test.input, &test.expect, &test.contains]
                .into_iter()
                .flatten()
                .filter_map(file)
                .chain(named.into_iter().flatten())
                .collect::<Vec<_>>()
        })
        .chain(smoked(manifest))
        .collect()
}

/// The JSON files that smoke calls send.
fn smoked(manifest: &manifest::Manifest) -> impl Iterator<Item = &Text> {
    let calls = manifest.workflows.iter().filter_map(|w| w.smoke.as_ref());
    calls.filter_map(|smoke| file(smoke.body.as_ref()?))
}

/// A literal or the content of a JSON file, if it fits the type; else it is reported.
pub(super) fn value(
    tree: &Tree,
    ty: &Ty,
    types: &Types,
    sources: &Sources,
    sink: &mut Sink,
) -> Option<Value> {
    Reader {
        sources,
        types,
        sink,
    }
    .value(tree, ty)
}

/// Reads one case. What is wrong with it is reported and the case left out.
pub fn resolve(
    (index, test): (usize, &MappingTest),
    mapping: &Mapping,
    variables: &[Variable],
    types: &Types,
    sources: &Sources,
    sink: &mut Sink,
) -> Option<TestCase> {
    let name = test.name.as_ref().map(text)?;
    let input = test.input.as_ref()?;
    let mut reader = Reader {
        sources,
        types,
        sink,
    };
    let inputs = match mapping.inputs.as_slice() {
        [(only, ty)] if mapping.single => {
            vec![(only.value.clone(), reader.value(input, ty)?)]
        }
        declared => reader.named(input, declared)?,
    };
    let given = reader.variables(test.with.as_ref(), variables)?;
    let expect = match (&test.expect, &test.contains, &test.fails) {
        (Some(expect), ..) if is_missing(expect, sources) => Expectation::Unwritten,
        (Some(expect), ..) => Expectation::Value(reader.value(expect, &mapping.to)?),
        (None, Some(part), _) => Expectation::Part(reader.part(part, &mapping.to)?),
        (None, None, Some(fails)) => Expectation::Fails(fails.value.clone()),
        (None, None, None) => Expectation::Unwritten,
    };
    Some(TestCase {
        index,
        name,
        inputs,
        variables: given,
        expect,
    })
}

/// Whether an expectation names a file that is yet to be written.
fn is_missing(expect: &Tree, sources: &Sources) -> bool {
    file(expect).is_some_and(|path| {
        sources.get(&path.value).is_none()
            && !matches!(
                sources.refusal(&path.value),
                Some(Refusal::Outside | Refusal::TooLarge { .. } | Refusal::Unreadable(_))
            )
    })
}

struct Reader<'a> {
    sources: &'a Sources,
    types: &'a Types,
    sink: &'a mut Sink,
}

impl Reader<'_> {
    /// A literal or the content of a file, if it fits the type. A file that is not
    /// there has its diagnostic from the reader of paths.
    fn value(&mut self, tree: &Tree, ty: &Ty) -> Option<Value> {
        self.fitting(tree, |value, types| conforms_json(value, ty, types))
    }

    /// As [`Self::value`], of which objects may lack properties.
    fn part(&mut self, tree: &Tree, ty: &Ty) -> Option<Value> {
        self.fitting(tree, |value, types| conforms_partly(value, ty, types))
    }

    fn fitting(
        &mut self,
        tree: &Tree,
        fits: impl Fn(&Value, &Types) -> Result<(), Mismatch>,
    ) -> Option<Value> {
        let value = match file(tree) {
            Some(path) => {
                let (_, file) = self.sources.get(&path.value)?;
                match serde_json::from_slice(file.bytes()) {
                    Ok(value) => value,
                    Err(error) => {
                        self.report(tree.span, format!("`{}` is not JSON: {error}", path.value));
                        return None;
                    }
                }
            }
            None => tree_to_json(tree)?,
        };
        if let Err(mismatch) = fits(&value, self.types) {
            self.report(
                tree.span,
                format!("the value does not fit its type: {mismatch}"),
            );
            return None;
        }
        Some(value)
    }

    fn named(
        &mut self,
        input: &Tree,
        declared: &[(Spanned<String>, Ty)],
    ) -> Option<Vec<(String, Value)>> {
        let TreeKind::Table(entries) = &input.kind else {
            self.report(
                input.span,
                "the mapping has several inputs: write a table with one key each".to_owned(),
            );
            return None;
        };
        declared
            .iter()
            .filter_map(|(name, ty)| {
                let entry = entries.iter().find(|(key, _)| key.name == name.value);
                match entry {
                    Some((_, tree)) => Some(
                        self.value(tree, ty)
                            .map(|value| (name.value.clone(), value)),
                    ),
                    None if ty.missing => None,
                    None => {
                        self.report(input.span, format!("the input `{}` is missing", name.value));
                        Some(None)
                    }
                }
            })
            .collect()
    }

    fn variables(
        &mut self,
        with: Option<&Tree>,
        declared: &[Variable],
    ) -> Option<Vec<(String, Value)>> {
        let Some(Tree {
            kind: TreeKind::Table(with),
            ..
        }) = with
        else {
            return Some(Vec::new());
        };
        let Some((
            _,
            Tree {
                kind: TreeKind::Table(entries),
                ..
            },
        )) = with.iter().find(|(key, _)| key.name == "variables")
        else {
            return Some(Vec::new());
        };
        entries
            .iter()
            .map(|(key, tree)| {
                let Some(variable) = declared.iter().find(|v| v.name.value == key.name) else {
                    self.report(key.span, format!("there is no variable `{}`", key.name));
                    return None;
                };
                Some((key.name.clone(), self.value(tree, &variable.ty.present())?))
            })
            .collect()
    }

    fn report(&mut self, span: Span, message: String) {
        self.sink
            .push(Diagnostic::new(&names::TEST_VALUE, span, message).help(
                "write what the declared type allows, or the path of a `.json` file that holds it",
            ));
    }
}

/// TOML as JSON; numbers keep their digits. `None` where a part could not be read.
pub fn tree_to_json(tree: &Tree) -> Option<Value> {
    Some(match &tree.kind {
        TreeKind::String(text) => Value::String(text.value.clone()),
        TreeKind::Integer(number) => Value::from(*number),
        TreeKind::Float(digits) => {
            let digits = digits.strip_prefix('+').unwrap_or(digits);
            serde_json::from_str(digits).ok()?
        }
        TreeKind::Boolean(flag) => Value::Bool(*flag),
        TreeKind::Datetime(_) => match Json::from(tree).kind {
            JsonKind::Datetime(text) => Value::String(text),
            _ => return None,
        },
        TreeKind::Array(items) => {
            Value::Array(items.iter().map(tree_to_json).collect::<Option<_>>()?)
        }
        TreeKind::Table(entries) => Value::Object(
            entries
                .iter()
                .map(|(key, value)| Some((key.name.clone(), tree_to_json(value)?)))
                .collect::<Option<_>>()?,
        ),
        TreeKind::Invalid => return None,
    })
}
