//! Which fields of the types an integration uses: only these are emitted, decoded and
//! encoded, and only what is wrong with these is told.

use std::collections::{BTreeMap, BTreeSet};

use super::{Action, Body, Mapping, Model, Step};
use crate::expression::functions::Pattern;
use crate::expression::{CallableId, CallableKind, Coercion, PathPart, Typed, TypedKind};
use crate::types::{Kind, RecordId, Ty, Types, UnionId};

/// The fields in use.
#[derive(Clone, Debug, Default)]
pub struct Usage {
    fields: BTreeMap<RecordId, BTreeSet<String>>,
    /// Records and unions of which everything is used.
    records: BTreeSet<RecordId>,
    unions: BTreeSet<UnionId>,
}

impl Usage {
    /// What the expressions of a model use.
    pub fn of(model: &Model) -> Self {
        let mut see = Seer::new(model);
        for mapping in &model.mappings {
            see.mapping(mapping);
        }
        // The user's TypeScript may look at all that it is given, and must give all.
        for function in &model.functions {
            for (_, ty) in &function.params {
                see.whole(ty);
            }
            see.whole(&function.returns);
        }
        for system in &model.systems {
            see.all(&system.headers);
        }
        for step in model.workflows.iter().flat_map(|workflow| &workflow.steps) {
            see.step(step);
        }
        see.share();
        see.usage
    }

    /// What some mappings by themselves use, by their indexes.
    pub fn of_mappings(model: &Model, indexes: &[usize]) -> Self {
        let mut see = Seer::new(model);
        for mapping in indexes.iter().filter_map(|at| model.mappings.get(*at)) {
            see.mapping(mapping);
        }
        see.share();
        see.usage
    }

    /// Whether a field of a declared type is used.
    pub fn uses(&self, record: RecordId, field: &str) -> bool {
        let in_use = |fields: &BTreeSet<String>| fields.contains(field);
        self.records.contains(&record) || self.fields.get(&record).is_some_and(in_use)
    }

    /// Notes a field; whether it is new.
    fn add(&mut self, record: RecordId, field: &str) -> bool {
        let fields = self.fields.entry(record).or_default();
        // Most are known already, and cost no copy of their name.
        !fields.contains(field) && fields.insert(field.to_owned())
    }
}

struct Seer<'a> {
    model: &'a Model,
    types: &'a Types,
    usage: Usage,
    /// Records of which one is given where the other is declared: they look alike, and
    /// what is used of one is used of the other.
    alike: BTreeSet<(RecordId, RecordId)>,
}

impl<'a> Seer<'a> {
    fn new(model: &'a Model) -> Self {
        Self {
            model,
            types: &model.types,
            usage: Usage::default(),
            alike: BTreeSet::new(),
        }
    }

    fn mapping(&mut self, mapping: &Mapping) {
        for (_, value) in &mapping.lets {
            self.demand(value, false);
        }
        if let Some(body) = &mapping.body {
            self.demand(body, true);
        }
    }

    fn step(&mut self, step: &Step) {
        if let Some(when) = &step.when {
            self.demand(when, false);
        }
        match &step.action {
            Action::Request(request) => {
                for part in &request.path.parts {
                    if let PathPart::Hole(value) = part {
                        self.demand(value, true);
                    }
                }
                self.all(&request.query);
                self.all(&request.headers);
                match &request.body {
                    Body::None => {}
                    Body::Json(value) | Body::Text(value) => self.demand(value, true),
                    Body::Form(fields) => self.all(fields),
                }
            }
            // What is kept is what later steps use of it.
            Action::Value(value) => self.demand(value, false),
            Action::Log { data, .. } => self.all(data),
            Action::Respond { headers, body, .. } => {
                self.all(headers);
                if let Some(body) = body {
                    self.demand(body, true);
                }
            }
            Action::Skip(_) | Action::Stop(_) | Action::Fail(_) | Action::Invalid => {}
        }
    }

    fn all<T>(&mut self, values: &[(T, Typed)]) {
        for (_, value) in values {
            self.demand(value, true);
        }
    }

    /// Notes what a value needs. With `whole` all of it is used; otherwise whoever has
    /// the value says what is used.
    fn demand(&mut self, value: &Typed, whole: bool) {
        match &value.kind {
            TypedKind::Name { .. } => self.if_whole(value, whole),
            TypedKind::Member { object, name, .. } => {
                self.field(&object.ty, name);
                self.demand(object, false);
                self.if_whole(value, whole);
            }
            TypedKind::Index {
                array: inner,
                index: key,
                ..
            }
            | TypedKind::Lookup {
                map: inner, key, ..
            } => {
                self.demand(inner, false);
                self.demand(key, false);
                self.if_whole(value, whole);
            }
            TypedKind::Coerce {
                coercion: Coercion::Json,
                value,
            } => self.demand(value, true),
            TypedKind::Chain(inner)
            | TypedKind::Narrowed { value: inner, .. }
            | TypedKind::Coerce { value: inner, .. } => self.demand(inner, whole),
            TypedKind::Coalesce { left, right } => {
                for side in [left, right] {
                    self.link(&side.ty, &value.ty);
                    self.demand(side, whole);
                }
            }
            TypedKind::Conditional {
                test,
                then,
                otherwise,
            } => {
                self.demand(test, false);
                for side in [then, otherwise] {
                    self.link(&side.ty, &value.ty);
                    self.demand(side, whole);
                }
            }
            TypedKind::Array(items) => {
                for item in items {
                    if let Kind::Array(declared) = &value.ty.kind {
                        self.link(&item.ty, declared);
                    }
                    self.demand(item, whole);
                }
            }
            TypedKind::Object(fields) => {
                for field in fields {
                    self.field(&value.ty, &field.name);
                    self.given(&value.ty, &field.name, &field.value);
                }
            }
            TypedKind::Call {
                signature,
                arguments,
                ..
            } => {
                // What gives records gives those that it was given.
                let whole = whole && has_records(&value.ty);
                self.called(arguments, &value.ty);
                for (at, argument) in arguments.iter().enumerate() {
                    let taken = signature.parameters.get(at).map(|taken| &taken.pattern);
                    match &argument.kind {
                        TypedKind::Lambda { body, .. } => self.demand(body, whole),
                        // What takes anything, such as `json`, takes all of it.
                        _ => self.demand(argument, whole || taken == Some(&Pattern::Any)),
                    }
                }
                self.if_whole(value, whole);
            }
            TypedKind::Apply {
                kind,
                callable,
                arguments,
                ..
            } => {
                let foreign = *kind != CallableKind::Mapping;
                for (at, argument) in arguments.iter().enumerate() {
                    match &argument.kind {
                        // The inputs of a mapping by their names.
                        TypedKind::Object(fields) if !foreign => {
                            for field in fields {
                                if let Some(ty) = self.input(*callable, &field.name) {
                                    self.link(&field.value.ty, &ty);
                                }
                                self.demand(&field.value, false);
                            }
                        }
                        _ => {
                            let declared = self.parameter(*kind, *callable, at);
                            if let Some(ty) = declared {
                                self.link(&argument.ty, &ty);
                            }
                            self.demand(argument, foreign);
                        }
                    }
                }
            }
            _ => value.each_child(&mut |child| self.demand(child, false)),
        }
    }

    /// Items that a function hands to a mapping, or takes from several arrays.
    fn called(&mut self, arguments: &[Typed], result: &Ty) {
        let named = arguments.iter().find_map(|argument| match argument.kind {
            TypedKind::Reference { kind, callable, .. } => self.parameter(kind, callable, 0),
            _ => None,
        });
        let lambda = |argument: &Typed| matches!(argument.kind, TypedKind::Lambda { .. });
        if let Some(declared) = named {
            if let Some(receiver) = arguments.first() {
                self.link(inner(&receiver.ty), &declared);
            }
        } else if !arguments.iter().any(lambda) {
            for argument in arguments {
                self.link(inner(&argument.ty), inner(result));
            }
        }
    }

    /// The type of an input of a mapping.
    fn input(&self, callable: CallableId, name: &str) -> Option<Ty> {
        let mapping = self.model.mappings.get(callable.0 as usize)?;
        let (_, ty) = mapping
            .inputs
            .iter()
            .find(|(known, _)| known.value == name)?;
        Some(ty.clone())
    }

    /// The type of a parameter.
    fn parameter(&self, kind: CallableKind, callable: CallableId, at: usize) -> Option<Ty> {
        let inputs = match kind {
            CallableKind::Mapping => &self.model.mappings.get(callable.0 as usize)?.inputs,
            CallableKind::Function => &self.model.functions.get(callable.0 as usize)?.params,
        };
        inputs.get(at).map(|(_, ty)| ty.clone())
    }

    /// Notes that a value of one type is given where the other is declared.
    fn link(&mut self, given: &Ty, declared: &Ty) {
        match (&given.kind, &declared.kind) {
            (Kind::Array(a) | Kind::Map(a), Kind::Array(b) | Kind::Map(b)) => self.link(a, b),
            (Kind::Record(a), Kind::Record(b)) if a != b && self.alike.insert((*a, *b)) => {
                let types = self.types;
                for field in &types.record(*a).fields {
                    if let Some(other) = types.record(*b).field(&field.name) {
                        self.link(&field.ty, &other.ty);
                    }
                }
            }
            (Kind::Union(_), _) | (_, Kind::Union(_)) if given.kind != declared.kind => {
                for a in self.records_of(given) {
                    for b in self.records_of(declared) {
                        self.link(&Ty::new(Kind::Record(a)), &Ty::new(Kind::Record(b)));
                    }
                }
            }
            _ => {}
        }
    }

    /// The records that a value can be.
    fn records_of(&self, ty: &Ty) -> Vec<RecordId> {
        let record = |ty: &Ty| match ty.kind {
            Kind::Record(id) => Some(id),
            _ => None,
        };
        match &ty.kind {
            Kind::Union(id) => {
                let variants = self.types.union(*id).variants.iter();
                variants.filter_map(|variant| record(&variant.ty)).collect()
            }
            _ => record(ty).into_iter().collect(),
        }
    }

    /// Gives records that are alike what is used of each other.
    fn share(&mut self) {
        loop {
            let before = self.usage.records.len();
            let mut is_new = false;
            for (a, b) in self.alike.clone() {
                for (from, to) in [(a, b), (b, a)] {
                    if self.usage.records.contains(&from) {
                        self.whole(&Ty::new(Kind::Record(to)));
                        continue;
                    }
                    let types = self.types;
                    for field in &types.record(from).fields {
                        if self.usage.uses(from, &field.name) {
                            is_new |= self.usage.add(to, &field.name);
                        }
                    }
                }
            }
            if !is_new && before == self.usage.records.len() {
                return;
            }
        }
    }

    /// What is put into a field: a literal says itself what it fills, anything else
    /// fills all that the field's type has.
    fn given(&mut self, object: &Ty, name: &str, value: &Typed) {
        self.demand(value, true);
        let literal = matches!(value.kind, TypedKind::Object(_) | TypedKind::Array(_));
        if let (Kind::Record(id), false) = (&object.kind, literal)
            && let Some(field) = self.types.record(*id).field(name)
            && field.ty.kind != value.ty.kind
        {
            self.whole(&field.ty);
        }
    }

    fn if_whole(&mut self, value: &Typed, whole: bool) {
        if whole {
            self.whole(&value.ty);
        }
    }

    /// A field of a record, or of every variant of a union that has it.
    fn field(&mut self, object: &Ty, name: &str) {
        match &object.kind {
            Kind::Record(id) => {
                self.usage.add(*id, name);
            }
            Kind::Union(id) => {
                for variant in &self.types.union(*id).variants {
                    if let Kind::Record(id) = variant.ty.kind {
                        self.usage.add(id, name);
                    }
                }
            }
            _ => {}
        }
    }

    fn whole(&mut self, ty: &Ty) {
        let mut open = vec![ty.clone()];
        while let Some(ty) = open.pop() {
            match &ty.kind {
                Kind::Array(item) | Kind::Map(item) => open.push(Ty::clone(item)),
                Kind::Record(id) if self.usage.records.insert(*id) => {
                    let fields = &self.types.record(*id).fields;
                    open.extend(fields.iter().map(|field| field.ty.clone()));
                }
                Kind::Union(id) if self.usage.unions.insert(*id) => {
                    let variants = &self.types.union(*id).variants;
                    open.extend(variants.iter().map(|variant| variant.ty.clone()));
                }
                _ => {}
            }
        }
    }
}

/// Whether there are records in an array or a map, or the value may be one.
fn has_records(ty: &Ty) -> bool {
    match &inner(ty).kind {
        Kind::Array(_) | Kind::Map(_) => has_records(inner(ty)),
        Kind::Record(_) | Kind::Union(_) => true,
        _ => false,
    }
}

/// What is in an array or a map; anything else is itself.
fn inner(ty: &Ty) -> &Ty {
    match &ty.kind {
        Kind::Array(item) | Kind::Map(item) => item,
        _ => ty,
    }
}
