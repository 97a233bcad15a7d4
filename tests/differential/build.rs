//! One mapping under way: its scope, and what the checker takes of it.

use std::collections::BTreeMap;
use std::sync::Arc;

use gusset::diagnostics::Sink;
use gusset::document::{Key, Text};
use gusset::expression::{
    Callable, CallableId, CallableKind, Callables, NameKind, Scope, Typed, check,
};
use gusset::manifest::{Tree, TreeKind};
use gusset::source::{FileId, Span};
use gusset::types::{Field, Kind, Record, Ty};

use crate::expressions::Writer;
use crate::program::{Line, Program};
use crate::random::Random;
use crate::shape::{Shape, Slot};
use crate::sort::{Atom, Known, Sort, atoms, known, member};

/// A mapping under way.
pub struct Build {
    pub name: String,
    pub scope: Scope,
    pub inputs: Vec<(String, Vec<(String, Slot)>)>,
    pub typed_inputs: Vec<(String, Ty)>,
    /// The type of the first input.
    pub source: Ty,
    pub to: Ty,
    pub atoms: Vec<Atom>,
    pub opaque: Vec<String>,
    pub variants: Vec<(String, &'static str, Vec<Known>)>,
    pub lets: Vec<(String, String, Typed)>,
    pub rows: Vec<(String, String)>,
}

impl Build {
    /// Names in scope. Items of the source are of the type that `line` takes.
    pub fn scope(&mut self, line: Option<&Line>, program: &mut Program) {
        let callables: Callables = line
            .map(|line| Callable {
                name: line.name.clone(),
                kind: CallableKind::Mapping,
                id: CallableId(u32::try_from(line.index).expect("few")),
                parameters: vec![("source".to_owned(), line.source.clone())],
                returns: line.to.clone(),
                span: Span::default(),
            })
            .into_iter()
            .collect();
        let mut scope = Scope::new(Arc::new(callables));
        let root = |program: &mut Program, part: &str, fields: Vec<Field>| {
            Ty::new(Kind::Record(program.model.types.add(Record {
                part: part.to_owned(),
                identifier: String::new(),
                description: None,
                fields,
                span: Span::default(),
            })))
        };
        let constants = program.model.constants.iter();
        let constants = constants.map(|c| Field::new(&c.name.value, c.ty.clone()));
        let constants = constants.collect();
        let variables = program.model.variables.iter();
        let variables = variables.map(|v| Field::new(&v.name.value, v.ty.clone()));
        let variables = variables.collect();
        let constants = root(program, "constants", constants);
        let variables = root(program, "variables", variables);
        scope.bind("constants", NameKind::Constants, constants);
        scope.bind("variables", NameKind::Variables, variables);
        if self.typed_inputs.is_empty() {
            for (name, slots) in &self.inputs {
                let part = format!("{}.{name}", self.name);
                let shape = Slot::new(Shape::Record(slots.clone()));
                let ty = shape.ty(&mut program.model.types, &part);
                self.typed_inputs.push((name.clone(), ty));
            }
        }
        if let (Some(line), Some((_, ty))) = (line, self.typed_inputs.first())
            && let Kind::Record(id) = ty.kind
            && let Some(record) = program.model.types.records.get_mut(id.0 as usize)
            && let Some(items) = record.fields.iter_mut().find(|field| field.name == "items")
        {
            items.ty = Ty::new(Kind::array(line.source.clone()));
        }
        self.atoms.clear();
        self.opaque.clear();
        self.variants.clear();
        for ((name, slots), (_, ty)) in self.inputs.iter().zip(&self.typed_inputs) {
            scope.bind(name.as_str(), NameKind::Input, ty.clone());
            for (field, slot) in slots {
                let path = member(name, field, false);
                let flavour = match slot.shape {
                    Shape::Text(flavour) => Some(flavour),
                    _ => None,
                };
                match Sort::of(&slot.shape) {
                    Some(sort) => {
                        self.atoms
                            .extend(atoms(&path, &sort, slot.is_optional(), flavour));
                    }
                    None => {
                        if let Shape::Tagged(variants) = &slot.shape {
                            for (tag, fields) in variants {
                                self.variants.push((path.clone(), tag, known(fields)));
                            }
                        }
                        self.opaque.push(path);
                    }
                }
            }
        }
        for (text, sort) in [
            ("variables.region", Sort::Text),
            ("variables.limit", Sort::Integer),
            ("variables.share", Sort::Decimal),
            ("variables.since", Sort::Date),
        ] {
            self.atoms.extend(atoms(text, &sort, false, None));
        }
        if self.opaque.is_empty() {
            self.opaque.push("constants.nested".to_owned());
        }
        self.source = self
            .typed_inputs
            .first()
            .map_or(Ty::ERROR, |(_, ty)| ty.clone());
        self.scope = scope;
    }

    /// Lets expressions call a mapping, on the items of the source.
    pub fn line(&mut self, line: &Line, program: &mut Program) {
        self.scope(Some(line), program);
    }

    pub fn writer<'a>(
        &self,
        random: &'a mut Random,
        used: &'a mut BTreeMap<&'static str, usize>,
        lines: &[Line],
    ) -> Writer<'a> {
        let mut writer = Writer::new(random, used);
        writer.atoms.clone_from(&self.atoms);
        writer.opaque.clone_from(&self.opaque);
        writer.variants.clone_from(&self.variants);
        for line in lines {
            let from = Sort::of(&Shape::Record(line.from.clone())).expect("a record");
            let to = Sort::of(&Shape::Record(line.target.clone())).expect("a record");
            writer.mappings.push((line.name.clone(), from, to));
        }
        writer
    }

    fn typed(&self, text: &str, expected: Option<&Ty>, program: &mut Program) -> Option<Typed> {
        let mut sink = Sink::new();
        let typed = check(
            &written(text),
            expected,
            &self.scope,
            &mut program.model.types,
            &mut sink,
        );
        if sink.has_errors() {
            program.refused += 1;
            return None;
        }
        program.taken += 1;
        typed
    }

    pub fn accepts(&self, text: &str, expected: Option<&Ty>, program: &mut Program) -> bool {
        self.typed(text, expected, program).is_some()
    }

    pub fn bind(&mut self, name: &str, text: String, program: &mut Program) -> bool {
        let Some(typed) = self.typed(&text, None, program) else {
            return false;
        };
        self.scope.bind(name, NameKind::Let, typed.ty.clone());
        self.lets.push((name.to_owned(), text, typed));
        true
    }

    /// The type of a field of the first input.
    pub fn source_field(&self, name: &str, program: &Program) -> Ty {
        let Kind::Record(id) = self.source.kind else {
            return Ty::ERROR;
        };
        let field = program.model.types.record(id).field(name);
        field.map_or(Ty::ERROR, |field| field.ty.clone())
    }
}

/// Any JSON, also null.
pub fn any() -> Ty {
    Ty {
        null: true,
        ..Ty::new(Kind::Unknown)
    }
}

fn written(text: &str) -> Text {
    let span = Span::new(FileId(0), 0, text.len());
    Text::verbatim(text.to_owned(), span, 0)
}

pub fn tree(text: &str) -> Tree {
    let text = written(text);
    Tree {
        span: text.span,
        kind: TreeKind::String(text),
    }
}

pub fn key(name: &str) -> Key {
    Key {
        name: name.to_owned(),
        span: Span::default(),
    }
}
