//! Variations of a base input, one at a time.

use serde_json::{Map, Value as Json, json};

use super::MOST;
use super::given::{self, Given};
use super::leaves::{Class, Leaves, Within};
use super::ordinary::Ordinary;
use crate::model::Usage;
use crate::types::{Kind, RecordId, Step, Ty, Types, UnionId, Variant, conforms_json, place};

/// One input to try.
#[derive(Clone, Debug)]
pub(super) struct Draft {
    pub class: Class,
    /// How it differs from the base: "`source.note` is null".
    pub words: String,
    pub given: Given,
}

/// Parts that are looked at: types may hold one another in very many ways.
const VISITS: usize = 2_000;

/// How far in parts may lie.
const DEPTH: usize = 48;

pub(super) struct Walk<'a> {
    pub types: &'a Types,
    pub usage: &'a Usage,
    pub ordinary: Ordinary<'a>,
    pub leaves: Leaves<'a>,
    pub found: Vec<Draft>,
    /// Inputs that there is no room for: see [`MOST`].
    pub left_out: usize,
    visits: usize,
    path: Vec<Step>,
    inside: Vec<RecordId>,
    unions: Vec<UnionId>,
}

impl<'a> Walk<'a> {
    pub const fn new(ordinary: Ordinary<'a>) -> Self {
        Self {
            types: ordinary.types,
            usage: ordinary.usage,
            leaves: ordinary.leaves(),
            ordinary,
            found: Vec::new(),
            left_out: 0,
            visits: 0,
            path: Vec::new(),
            inside: Vec::new(),
            unions: Vec::new(),
        }
    }

    /// Varies an input or a variable and everything in it.
    pub fn root(&mut self, base: &Given, name: &str, ty: &Ty) {
        self.inner(base, Step::Key(name.to_owned()), ty, None);
    }

    fn inner(&mut self, root: &Given, step: Step, ty: &Ty, within: Option<Within<'_>>) {
        self.path.push(step);
        self.value(root, ty, within);
        self.path.pop();
    }

    /// Notes the input with this value here, or with nothing.
    fn draft(&mut self, class: Class, what: &str, root: &Given, value: Option<Json>) {
        // Of a class and those before it, no more than these can ever be tried.
        let before = self.found.iter().filter(|draft| draft.class <= class);
        if before.count() >= MOST {
            self.left_out += 1;
            return;
        }
        let words = format!("`{}` {what}", place(&self.path));
        let given = given::with(root, &self.path, value);
        self.found.push(Draft {
            class,
            words,
            given,
        });
    }

    fn set(&self, root: &Given, value: Json) -> Given {
        given::with(root, &self.path, Some(value))
    }

    fn value(&mut self, root: &Given, ty: &Ty, within: Option<Within<'_>>) {
        if self.visits >= VISITS || self.path.len() > DEPTH {
            return;
        }
        self.visits += 1;
        let now = given::get(root, &self.path);
        if ty.missing && now.is_some() {
            self.draft(Class::Absent, "is left out", root, None);
        }
        if ty.null && now != Some(&Json::Null) {
            self.draft(Class::Null, "is null", root, Some(Json::Null));
        }
        let there;
        let root = if now.is_some_and(|now| !now.is_null()) {
            root
        } else {
            // What the base lacks is put there, and varied further.
            let value = self.ordinary.value(&ty.present(), within);
            if value.is_null() {
                return;
            }
            self.draft(Class::Absent, "is there", root, Some(value.clone()));
            there = self.set(root, value);
            &there
        };
        match &ty.kind {
            Kind::Record(id) => self.record(root, *id),
            Kind::Union(id) => self.union(root, *id, within),
            Kind::Array(item) => self.array(root, ty, item),
            Kind::Map(value) => self.map(root, value),
            Kind::Unknown => {
                for value in [
                    json!("text"),
                    json!(0),
                    json!({ "a": [null, { "b": 1.5 }] }),
                ] {
                    self.is(root, Class::Choice, value, None);
                }
            }
            _ => {
                for leaf in self.leaves.of(&ty.present(), within) {
                    self.is(root, leaf.class, leaf.value, leaf.note);
                }
            }
        }
    }

    /// A value in place of what is there, when it is another one.
    fn is(&mut self, root: &Given, class: Class, value: Json, note: Option<String>) {
        if given::get(root, &self.path) == Some(&value) {
            return;
        }
        let text = value.to_string();
        let long = text.chars().count() > 60;
        let what = match note {
            Some(note) if long => format!("is {note} text"),
            Some(note) => format!("is {text} ({note})"),
            None => format!("is {text}"),
        };
        self.draft(class, &what, root, Some(value));
    }

    fn record(&mut self, root: &Given, id: RecordId) {
        // Once around is enough of what holds itself.
        if self.inside.contains(&id) {
            return;
        }
        self.inside.push(id);
        let types = self.types;
        for field in &types.record(id).fields {
            if self.usage.uses(id, &field.name) || self.leaves.is_currency(id, &field.name) {
                let within = Within {
                    record: id,
                    name: &field.name,
                };
                let step = Step::Key(field.name.clone());
                self.inner(root, step, &field.ty, Some(within));
            }
        }
        self.inside.pop();
    }

    fn array(&mut self, root: &Given, ty: &Ty, item: &Ty) {
        let items = match given::get(root, &self.path) {
            Some(Json::Array(items)) => items.clone(),
            _ => return,
        };
        let limits = ty.limits.as_deref();
        let least = limits.and_then(|limits| limits.min_items).unwrap_or(0);
        let most = limits.and_then(|limits| limits.max_items);
        let first = match items.first() {
            Some(first) => first.clone(),
            None => self.ordinary.value(item, None),
        };
        let several = match items.as_slice() {
            [_, _, ..] => items.clone(),
            _ => vec![first.clone(), first.clone(), first.clone()],
        };
        let unique = limits.is_some_and(|limits| limits.unique_items);
        for (count, words, value) in [
            (0, "is empty", Vec::new()),
            (1, "has one item", vec![first.clone()]),
            (several.len(), "has several items", several),
        ] {
            let count = u64::try_from(count).unwrap_or(u64::MAX);
            let allowed = least <= count && most.is_none_or(|most| count <= most);
            if allowed && value != items && !(unique && count > 1) {
                self.draft(Class::Count, words, root, Some(Json::Array(value)));
            }
        }
        let there;
        let root = if items.is_empty() {
            there = self.set(root, Json::Array(vec![first]));
            &there
        } else {
            root
        };
        self.inner(root, Step::Index(0), item, None);
    }

    fn map(&mut self, root: &Given, value: &Ty) {
        let entries = match given::get(root, &self.path) {
            Some(Json::Object(entries)) => entries.clone(),
            _ => return,
        };
        if !entries.is_empty() {
            let empty = Json::Object(Map::new());
            self.draft(Class::Count, "is empty", root, Some(empty));
        }
        let first = match entries.values().next() {
            Some(first) => first.clone(),
            None => self.ordinary.value(value, None),
        };
        // Names that JavaScript's objects treat in their own way.
        for key in ["10", "constructor", "x y"] {
            let mut more = entries.clone();
            more.insert(key.to_owned(), first.clone());
            let what = format!("has `{key}`");
            self.draft(Class::Choice, &what, root, Some(Json::Object(more)));
        }
        if let Some(key) = entries.keys().next() {
            self.inner(root, Step::Key(key.clone()), value, None);
        }
    }

    fn union(&mut self, root: &Given, id: UnionId, within: Option<Within<'_>>) {
        if self.unions.contains(&id) {
            return;
        }
        self.unions.push(id);
        self.variants(root, id, within);
        self.unions.pop();
    }

    fn variants(&mut self, root: &Given, id: UnionId, within: Option<Within<'_>>) {
        let types = self.types;
        let union = types.union(id);
        let Some(now) = given::get(root, &self.path).cloned() else {
            return;
        };
        let is_now = |variant: &Variant| conforms_json(&now, &variant.ty, types).is_ok();
        let now_at = union.variants.iter().position(is_now);
        for (at, variant) in union.variants.iter().enumerate() {
            let there;
            let root = if now_at == Some(at) {
                root
            } else {
                let value = self.ordinary.value(&variant.ty, within);
                let what = format!("is {}", named(variant));
                self.draft(Class::Choice, &what, root, Some(value.clone()));
                there = self.set(root, value);
                &there
            };
            self.value(root, &variant.ty, within);
        }
    }
}

fn named(variant: &Variant) -> String {
    match (variant.tags.first(), variant.ty.kind.json_type()) {
        (Some(tag), _) => format!("`{tag}`"),
        (None, Some(ty)) => ty.describe().to_owned(),
        (None, None) => "another value".to_owned(),
    }
}
