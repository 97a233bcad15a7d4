//! What a mapping's expressions say about the fields that they read: values that they
//! are compared with, keys that are looked up, texts that are read as numbers or dates,
//! and the zones whose clocks matter.

use std::collections::{BTreeMap, BTreeSet};

use crate::evaluate::{ClockChange, clock_changes};
use crate::expression::functions::Pattern;
use crate::expression::{NameKind, Typed, TypedKind};
use crate::manifest::{Tree, TreeKind};
use crate::model::{Mapping, Model};
use crate::types::{Kind, RecordId, Ty, Types};

/// A value, or a form of text, that is worth trying in a field.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Hint {
    /// The text itself; of a map, a key.
    Text(String),
    /// The number, and those beside it.
    Integer(i64),
    Decimal(String),
    /// Text that is read as this.
    Form(Form),
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Form {
    Decimal,
    Integer,
    Date,
    Instant,
    /// A date and a time without an offset.
    Local,
    Currency,
}

/// What was found, by field, and the changes of clocks with the names of their zones.
#[derive(Debug, Default)]
pub(super) struct Hints {
    fields: BTreeMap<(RecordId, String), BTreeSet<Hint>>,
    pub changes: Vec<(String, ClockChange)>,
}

impl Hints {
    /// Those of some mappings, by their indexes.
    pub fn of(model: &Model, mappings: &[usize]) -> Self {
        let mut hints = Self::default();
        let mut zones = BTreeSet::new();
        for mapping in mappings.iter().filter_map(|at| model.mappings.get(*at)) {
            let lets = mapping.lets.iter().map(|(_, typed)| typed);
            for root in lets.chain(&mapping.body) {
                root.walk(&mut |typed| {
                    let mut seer = Seer {
                        model,
                        mapping,
                        hints: &mut hints,
                        zones: &mut zones,
                    };
                    seer.see(typed);
                });
            }
        }
        for zone in zones {
            for change in clock_changes(&zone) {
                hints.changes.push((zone.clone(), change));
            }
        }
        hints
    }

    /// Those of a field, in a fixed order.
    pub fn field(&self, record: RecordId, name: &str) -> impl Iterator<Item = &Hint> {
        let found = self.fields.get(&(record, name.to_owned()));
        found.into_iter().flatten()
    }
}

struct Seer<'a> {
    model: &'a Model,
    mapping: &'a Mapping,
    hints: &'a mut Hints,
    zones: &'a mut BTreeSet<String>,
}

impl Seer<'_> {
    fn see(&mut self, typed: &Typed) {
        match &typed.kind {
            TypedKind::Compare { left, right, .. } => {
                for (value, other) in [(left, right), (right, left)] {
                    if let Some(hint) = literal(other) {
                        self.note(value, &hint);
                    }
                }
            }
            TypedKind::Lookup { map, key, .. } => match (&map.ty.kind, literal(key)) {
                (Kind::Map(_), Some(hint)) => self.note(map, &hint),
                (Kind::Record(id), None) => {
                    for field in &self.model.types.record(*id).fields {
                        self.note(key, &Hint::Text(field.name.clone()));
                    }
                    // What JavaScript's objects have without being given it.
                    self.note(key, &Hint::Text("constructor".to_owned()));
                }
                _ => {}
            },
            TypedKind::Call {
                signature,
                arguments,
                ..
            } => {
                for (argument, parameter) in arguments.iter().zip(signature.parameters) {
                    self.argument(argument, &parameter.pattern);
                }
            }
            _ => {}
        }
    }

    fn argument(&mut self, argument: &Typed, pattern: &Pattern) {
        let form = match pattern {
            Pattern::Zone => return self.zone(argument),
            Pattern::DecimalText => Form::Decimal,
            Pattern::IntegerText => Form::Integer,
            Pattern::DateText => Form::Date,
            Pattern::InstantText => Form::Instant,
            Pattern::LocalText => Form::Local,
            Pattern::Currency => Form::Currency,
            _ => return,
        };
        self.note(argument, &Hint::Form(form));
    }

    /// A literal zone; otherwise whatever text the manifest's values have may name it.
    fn zone(&mut self, argument: &Typed) {
        if let TypedKind::String(name) = &argument.kind {
            self.zones.insert(name.clone());
            return;
        }
        let constants = self.model.constants.iter().map(|constant| &constant.value);
        let defaults = self.model.variables.iter();
        let defaults = defaults.filter_map(|variable| variable.default.as_ref());
        for tree in constants.chain(defaults) {
            texts(tree, self.zones);
        }
    }

    /// Keeps a hint for the field that a value is made from first.
    fn note(&mut self, value: &Typed, hint: &Hint) {
        let mut value = value;
        // A `let` is followed, and sees only those above it.
        let mut lets = self.mapping.lets.len();
        loop {
            value = match &value.kind {
                TypedKind::Chain(inner)
                | TypedKind::Narrowed { value: inner, .. }
                | TypedKind::Coerce { value: inner, .. }
                | TypedKind::Negate { value: inner, .. }
                | TypedKind::Coalesce { left: inner, .. }
                | TypedKind::Concatenate { left: inner, .. }
                | TypedKind::Arithmetic { left: inner, .. } => inner,
                TypedKind::Call { arguments, .. } => match arguments.first() {
                    Some(first) => first,
                    None => return,
                },
                TypedKind::Name {
                    name,
                    kind: NameKind::Let,
                } => {
                    let known = self.mapping.lets.iter().enumerate().take(lets);
                    let mut known = known.filter(|(_, (known, _))| known.value == *name);
                    match known.next() {
                        Some((at, (_, typed))) => {
                            lets = at;
                            typed
                        }
                        None => return,
                    }
                }
                TypedKind::Member { object, name, .. } => {
                    for record in records(&object.ty, &self.model.types) {
                        let key = (record, name.clone());
                        let hints = self.hints.fields.entry(key).or_default();
                        hints.insert(hint.clone());
                    }
                    return;
                }
                _ => return,
            };
        }
    }
}

/// The records that a value can be.
fn records(ty: &Ty, types: &Types) -> Vec<RecordId> {
    match &ty.kind {
        Kind::Record(id) => vec![*id],
        Kind::Union(id) => {
            let variants = types.union(*id).variants.iter();
            variants
                .flat_map(|variant| records(&variant.ty, types))
                .collect()
        }
        _ => Vec::new(),
    }
}

fn literal(typed: &Typed) -> Option<Hint> {
    Some(match &typed.kind {
        TypedKind::String(text) => Hint::Text(text.clone()),
        TypedKind::Integer(number) => Hint::Integer(*number),
        TypedKind::Decimal(digits) => Hint::Decimal(digits.clone()),
        TypedKind::Coerce { value, .. } => literal(value)?,
        TypedKind::Negate { value, .. } => match literal(value)? {
            Hint::Integer(number) => Hint::Integer(number.checked_neg()?),
            Hint::Decimal(digits) => Hint::Decimal(format!("-{digits}")),
            _ => return None,
        },
        _ => return None,
    })
}

/// Every text in a literal.
fn texts(tree: &Tree, found: &mut BTreeSet<String>) {
    match &tree.kind {
        TreeKind::String(text) => {
            found.insert(text.value.clone());
        }
        TreeKind::Array(items) => items.iter().for_each(|item| texts(item, found)),
        TreeKind::Table(entries) => entries.iter().for_each(|(_, value)| texts(value, found)),
        _ => {}
    }
}
