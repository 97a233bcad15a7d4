//! Many random mappings as one integration: typed as the real ones are, and emitted.

use std::collections::BTreeMap;

use gusset::diagnostics::Sink;
use gusset::document::{self, Key};
use gusset::emit::typescript::project;
use gusset::expression::functions::{Function, Signature};
use gusset::expression::{Scope, check_tree};
use gusset::manifest::{self, Tree, TreeKind};
use gusset::model::{self, Expectation, Mapping, Model, TestCase};
use gusset::source::{Sources, Span, Spanned};
use gusset::types::{Field, Kind, Ty};
use serde_json::{Value, json};

use crate::build::{Build, any, key, tree};
use crate::random::Random;
use crate::shape::{self, Shape, Slot};
use crate::sort::{Sort, atoms, member};

/// Constants and variables of every program; dates in TOML's other spellings.
const BASE: &str = r#"
[constants]
rate = 1.1750
limit = 40
tiny = 1.5e-7
words = ["open", "paid", "void"]
flags = { EUR = "eu", USD = "us", "10" = "ten", "x y" = "odd" }
by_word = { open = "O", paid = "P", void = "V" }
rates = { EUR = 1.1, USD = 1, JPY = 0.0091 }
day = 2024-02-29
at = 2024-03-10 07:30:00.25z
nested = { a = { b = [1, 2] } }

[variables.region]
type = "string"
required = true

[variables.limit]
type = "integer"
default = 5

[variables.share]
type = "number"
default = 0.5

[variables.since]
type = "string"
format = "date"
default = "2024-02-29"
"#;

/// One mapping with all that its inputs are made of.
pub struct Made {
    pub name: String,
    /// Index into the model's mappings.
    pub index: usize,
    /// Inputs by name.
    pub inputs: Vec<(String, Vec<(String, Slot)>)>,
    /// The lets and fields as they are written.
    pub texts: Vec<(String, String)>,
}

pub struct Program {
    pub model: Model,
    pub made: Vec<Made>,
    /// Expressions that the checker refused, and those that it took.
    pub refused: usize,
    pub taken: usize,
}

/// Values of the variables, by the names that the generated code gives them in failures.
pub fn variables() -> Vec<(String, Value)> {
    vec![
        ("region".to_owned(), json!("eu")),
        ("limit".to_owned(), json!(7)),
    ]
}

impl Program {
    pub fn new() -> Self {
        let mut sources = Sources::new();
        let file = sources.add("integration.toml", BASE);
        let mut sink = Sink::new();
        let document = document::parse(&sources, file, &mut sink);
        let manifest = manifest::read(&document, &mut sink);
        let mut loaded = gusset::types::load(&manifest, &sources);
        let model = model::resolve(&manifest, &sources, &mut loaded, &mut sink);
        assert_eq!(model.constants.len(), 10);
        assert_eq!(model.variables.len(), 4);
        Self {
            model,
            made: Vec::new(),
            refused: 0,
            taken: 0,
        }
    }

    /// The files of the emitted project in which mappings can be called, by path.
    pub fn emit(&self) -> Vec<(String, String)> {
        let sources = Sources::new();
        let program = gusset::ir::lower(&self.model, &sources);
        project::emit_callable(&program)
            .files
            .into_iter()
            .map(|artifact| (artifact.path, artifact.contents))
            .collect()
    }

    /// A mapping whose only row is a call of this function, in one of many variants.
    pub fn add_directed(
        &mut self,
        (function, signature): (&'static Function, &'static Signature),
        variant: usize,
        random: &mut Random,
        used: &mut BTreeMap<&'static str, usize>,
    ) {
        let name = format!("m{}", self.model.mappings.len());
        let slots = shape::source(random);
        let to = self.record(&format!("{name}.target"), vec![("r", any())]);
        let mut build = self.begin(&name, vec![("source".to_owned(), slots)], to);
        for _ in 0..50 {
            let mut writer = build.writer(random, used, &[]);
            let text = writer.directed(function, signature, variant);
            if build.bind("r0", text, self) {
                build.rows.push(("r".to_owned(), "r0".to_owned()));
                self.finish(build);
                return;
            }
        }
        panic!("no call of {} was accepted", function.name);
    }

    /// A mapping with random lets and rows, and one that it calls.
    pub fn add_random(&mut self, random: &mut Random, used: &mut BTreeMap<&'static str, usize>) {
        let line = self.add_line(random, used);
        let name = format!("m{}", self.model.mappings.len());
        let slots = shape::source(random);
        let mut slots = slots;
        // The items are what the other mapping takes.
        for (field, slot) in &mut slots {
            if field == "items" {
                slot.shape = Shape::List(Box::new(Slot::new(Shape::Record(line.from.clone()))));
            }
        }
        let mut inputs = vec![("source".to_owned(), slots)];
        if random.one_in(4) {
            inputs.push(("extra".to_owned(), shape::line(random)));
        }
        let mut rows: Vec<(String, Row)> = Vec::new();
        for at in 0..4 + random.below(3) {
            let slot = Slot::new(shape::scalar(random)).maybe(random);
            rows.push((format!("f{at}"), Row::Made(slot)));
        }
        rows.push((
            "10".to_owned(),
            Row::Made(Slot::new(Shape::Text(shape::Flavour::Plain))),
        ));
        rows.push(("lines".to_owned(), Row::Lines));
        rows.push(("any".to_owned(), Row::Any));
        let copied = inputs[0].1.clone();
        for at in 0..3 {
            let (field, _) = random.pick(&copied);
            rows.push((format!("c{at}"), Row::Copy(field.clone())));
        }
        let part = name.clone();
        let mut build = self.begin(&name, inputs, Ty::ERROR);
        build.line(&line, self);
        let called = [line.clone()];
        for at in 0..random.below(4) {
            let sort = if random.one_in(4) {
                let item = crate::sort::SCALARS;
                Sort::List(std::rc::Rc::new(random.pick(&item).clone()))
            } else {
                random.pick(&crate::sort::SCALARS).clone()
            };
            let optional = random.one_in(3);
            for _ in 0..8 {
                let mut writer = build.writer(random, used, &called);
                let text = if optional {
                    writer.maybe(&sort, 2)
                } else {
                    writer.value(&sort, 3)
                };
                if build.bind(&format!("l{at}"), text, self) {
                    build
                        .atoms
                        .extend(atoms(&format!("l{at}"), &sort, optional, None));
                    break;
                }
            }
        }
        let mut fields = Vec::new();
        for (row, what) in rows {
            let ty = match &what {
                Row::Made(slot) => slot.ty(&mut self.model.types, &format!("{part}.target.{row}")),
                Row::Lines => Ty::new(Kind::array(line.to.clone())),
                Row::Any => any(),
                Row::Copy(field) => build.source_field(field, self),
            };
            for _ in 0..8 {
                let mut writer = build.writer(random, used, &called);
                let text = match &what {
                    Row::Made(slot) => match Sort::of(&slot.shape) {
                        Some(sort) if slot.is_optional() && writer.random.one_in(2) => {
                            writer.maybe(&sort, 2)
                        }
                        Some(sort) => writer.value(&sort, 3),
                        None => continue,
                    },
                    Row::Lines => format!("source.items.map({})", line.name),
                    Row::Any => writer.random.pick(&writer.opaque).clone(),
                    Row::Copy(field) => member("source", field, false),
                };
                if build.accepts(&text, Some(&ty), self) {
                    build.rows.push((row.clone(), text));
                    fields.push((row.clone(), ty.clone()));
                    break;
                }
            }
        }
        let fields: Vec<(&str, Ty)> = fields
            .iter()
            .map(|(name, ty)| (name.as_str(), ty.clone()))
            .collect();
        build.to = self.record(&format!("{part}.target"), fields);
        self.finish(build);
    }

    /// A small mapping of a line.
    fn add_line(&mut self, random: &mut Random, used: &mut BTreeMap<&'static str, usize>) -> Line {
        let name = format!("m{}", self.model.mappings.len());
        let from = shape::line(random);
        let slots = [
            ("code", Slot::new(Shape::Text(shape::Flavour::Plain))),
            ("total", Slot::new(shape::decimal(random, None))),
            ("on", Slot::new(shape::date(random)).maybe(random)),
        ];
        let fields: Vec<(&str, Ty)> = slots
            .iter()
            .map(|(field, slot)| {
                let part = format!("{name}.target.{field}");
                (*field, slot.ty(&mut self.model.types, &part))
            })
            .collect();
        let to = self.record(&format!("{name}.target"), fields.clone());
        let mut build = self.begin(&name, vec![("source".to_owned(), from.clone())], to.clone());
        let source = build.source.clone();
        let fallback = [
            ("code", "source.sku"),
            ("total", "source.price"),
            ("on", "source.on"),
        ];
        for ((field, slot), (_, ty)) in slots.iter().zip(&fields) {
            let sort = Sort::of(&slot.shape).expect("a scalar");
            let mut text = String::new();
            for _ in 0..8 {
                let mut writer = build.writer(random, used, &[]);
                writer.opaque.clear();
                let tried = if slot.is_optional() {
                    writer.maybe(&sort, 0)
                } else {
                    writer.value(&sort, 1)
                };
                // What is known of the whole source is not there.
                let there = !tried.contains("source.items")
                    && !tried.contains("source.labels")
                    && !tried.contains("source.word");
                if there && build.accepts(&tried, Some(ty), self) {
                    text = tried;
                    break;
                }
            }
            if text.is_empty() {
                let (_, plain) = fallback
                    .iter()
                    .find(|(name, _)| name == field)
                    .expect("one");
                text = (*plain).to_owned();
                if *field == "on" && !build.accepts(&text, Some(ty), self) {
                    text = "required(source.on, 'no day')".to_owned();
                }
            }
            build.rows.push(((*field).to_owned(), text));
        }
        let index = self.finish(build);
        Line {
            name,
            index,
            from,
            source,
            to,
            target: slots
                .iter()
                .map(|(name, slot)| ((*name).to_owned(), slot.clone()))
                .collect(),
        }
    }

    /// A mapping that is given as it is written.
    pub fn add_written(
        &mut self,
        inputs: Vec<(String, Vec<(String, Slot)>)>,
        rows: &[(&str, &str, Ty)],
    ) -> Result<(), String> {
        let name = format!("m{}", self.model.mappings.len());
        let fields = rows.iter().map(|(row, _, ty)| (*row, ty.clone())).collect();
        let to = self.record(&format!("{name}.target"), fields);
        let mut build = self.begin(&name, inputs, to);
        for (row, text, ty) in rows {
            if !build.accepts(text, Some(ty), self) {
                return Err(format!("refused: {text}"));
            }
            build.rows.push(((*row).to_owned(), (*text).to_owned()));
        }
        self.finish(build);
        Ok(())
    }

    fn record(&mut self, part: &str, fields: Vec<(&str, Ty)>) -> Ty {
        let fields = fields
            .into_iter()
            .map(|(name, ty)| Field::new(name, ty))
            .collect();
        Ty::new(Kind::Record(shape::record(
            &mut self.model.types,
            part,
            fields,
        )))
    }

    fn begin(&mut self, name: &str, inputs: Vec<(String, Vec<(String, Slot)>)>, to: Ty) -> Build {
        let mut build = Build {
            name: name.to_owned(),
            scope: Scope::default(),
            typed_inputs: Vec::new(),
            source: Ty::ERROR,
            inputs,
            to,
            atoms: Vec::new(),
            opaque: Vec::new(),
            variants: Vec::new(),
            lets: Vec::new(),
            rows: Vec::new(),
        };
        build.scope(None, self);
        build
    }

    fn finish(&mut self, build: Build) -> usize {
        let mut sink = Sink::new();
        let rows: Vec<(Key, Tree)> = build
            .rows
            .iter()
            .map(|(name, text)| (key(name), tree(text)))
            .collect();
        let table = Tree {
            kind: TreeKind::Table(rows),
            span: Span::default(),
        };
        let body = check_tree(
            &table,
            Some(&build.to),
            &build.scope,
            &mut self.model.types,
            &mut sink,
        );
        let found = sink.into_sorted();
        let errors: Vec<&String> = found
            .iter()
            .filter(|found| found.severity == gusset::diagnostics::Severity::Error)
            .map(|found| &found.message)
            .collect();
        assert!(errors.is_empty(), "{errors:?}\n{:?}", build.rows);
        let single = build.inputs.len() == 1;
        let index = self.model.mappings.len();
        let mut texts: Vec<(String, String)> = build
            .lets
            .iter()
            .map(|(name, text, _)| (format!("let {name}"), text.clone()))
            .collect();
        texts.extend(build.rows.iter().cloned());
        self.model.mappings.push(Mapping {
            name: Spanned::new(build.name.clone(), Span::default()),
            inputs: build
                .typed_inputs
                .iter()
                .map(|(name, ty)| (Spanned::new(name.clone(), Span::default()), ty.clone()))
                .collect(),
            single,
            to: build.to,
            from_parts: vec!["source".to_owned()],
            to_part: "target".to_owned(),
            lets: build
                .lets
                .into_iter()
                .map(|(name, _, typed)| (Spanned::new(name, Span::default()), typed))
                .collect(),
            body,
            tests: vec![TestCase {
                index: 0,
                name: Spanned::new(build.name.clone(), Span::default()),
                inputs: build
                    .inputs
                    .iter()
                    .map(|(name, _)| (name.clone(), Value::Null))
                    .collect(),
                variables: variables(),
                expect: Expectation::Value(Value::Null),
            }],
        });
        self.made.push(Made {
            name: build.name,
            index,
            inputs: build.inputs,
            texts,
        });
        index
    }
}

/// A mapping that others call.
#[derive(Clone)]
pub struct Line {
    pub name: String,
    pub index: usize,
    pub from: Vec<(String, Slot)>,
    pub source: Ty,
    pub to: Ty,
    pub target: Vec<(String, Slot)>,
}

enum Row {
    /// An expression of this type.
    Made(Slot),
    /// The items by the other mapping.
    Lines,
    /// Something that can only be handed on.
    Any,
    /// A field as it is.
    Copy(String),
}
