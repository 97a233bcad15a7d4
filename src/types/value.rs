//! Whether a literal fits a type, judged and told as the generated decoders do.

use std::fmt;

use super::json::{Json, JsonKind, array_index};
use super::leaf::{self, Beside};
use super::{FailureCode, JsonType, Kind, Record, Ty, Types, Union, number};
use crate::manifest::Tree;
use crate::source::Span;

/// A value that does not fit. It displays as `line_items[2].price: expected a decimal
/// string, got null`, without the value: values may be personal.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Mismatch {
    /// Where in the value, from the outside in; empty for the whole.
    pub path: Vec<Step>,
    pub code: FailureCode,
    /// What is wrong, without the place.
    pub problem: String,
    /// Where it is written, when the value has spans.
    pub span: Option<Span>,
}

/// A way into a value.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Step {
    Key(String),
    Index(usize),
}

impl fmt::Display for Mismatch {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.path.is_empty() {
            return f.write_str(&self.problem);
        }
        write!(f, "{}: {}", place(&self.path), self.problem)
    }
}

/// A way into a value as text: `line_items[2].price`.
pub fn place(path: &[Step]) -> String {
    let mut place = String::new();
    for step in path {
        match step {
            Step::Index(at) => place.push_str(&format!("[{at}]")),
            Step::Key(key) if place.is_empty() => place.push_str(key),
            Step::Key(key) => place.extend([".", key]),
        }
    }
    place
}

impl Mismatch {
    /// The same, as seen from outside `place`.
    #[must_use]
    pub fn within(self, place: &str) -> Self {
        self.inside(Step::Key(place.to_owned()))
    }

    /// Where the type is declared that the value at the mismatch does not fit.
    pub(super) fn declared(&self, ty: &Ty, types: &Types) -> Option<Span> {
        let mut found = None;
        let mut ty = ty.clone();
        for step in &self.path {
            let next = match (&ty.kind, step) {
                (Kind::Array(item), Step::Index(_)) => Ty::clone(item),
                (Kind::Map(value), Step::Key(_)) => Ty::clone(value),
                (Kind::Record(id), Step::Key(key)) => {
                    let field = types.record(*id).field(key)?;
                    found = Some(field.span).filter(|span| *span != Span::default());
                    field.ty.clone()
                }
                // Which variant it was is not known any more.
                _ => return found,
            };
            ty = next;
        }
        found
    }

    fn inside(mut self, step: Step) -> Self {
        self.path.insert(0, step);
        self
    }
}

/// Whether a literal of the manifest fits. Properties that the type does not know are
/// ignored, as in a payload.
///
/// # Errors
/// The first place where it does not.
pub fn conforms(tree: &Tree, ty: &Ty, types: &Types) -> Result<(), Mismatch> {
    check(&Json::from(tree), ty, types)
}

/// [`conforms`], for JSON without spans.
///
/// # Errors
/// The first place where it does not.
pub fn conforms_json(value: &serde_json::Value, ty: &Ty, types: &Types) -> Result<(), Mismatch> {
    check(&Json::from(value), ty, types).map_err(|mismatch| Mismatch {
        span: None,
        ..mismatch
    })
}

/// Whether a part of a value fits: its objects may lack properties, and may have none
/// that the type does not know.
///
/// # Errors
/// The first place where it does not.
pub fn conforms_partly(value: &serde_json::Value, ty: &Ty, types: &Types) -> Result<(), Mismatch> {
    check_part(&Json::from(value), ty, types).map_err(|mismatch| Mismatch {
        span: None,
        ..mismatch
    })
}

fn check_part(json: &Json, ty: &Ty, types: &Types) -> Result<(), Mismatch> {
    match (&json.kind, &ty.kind) {
        (JsonKind::Array(items), Kind::Array(item)) => {
            items.iter().enumerate().try_for_each(|(at, value)| {
                check_part(value, item, types).map_err(|found| found.inside(Step::Index(at)))
            })
        }
        (JsonKind::Object(members), Kind::Map(value)) => members.iter().try_for_each(|member| {
            check_part(&member.value, value, types).map_err(|found| found.within(&member.name))
        }),
        (JsonKind::Object(members), Kind::Record(id)) => members.iter().try_for_each(|member| {
            match types.record(*id).field(&member.name) {
                Some(field) => check_part(&member.value, &field.ty, types),
                None => Err(mismatch(
                    FailureCode::Rejected,
                    "is no field of the type",
                    &member.value,
                )),
            }
            .map_err(|found| found.within(&member.name))
        }),
        _ => check(json, ty, types),
    }
}

/// [`conforms`], for JSON with spans.
///
/// # Errors
/// The first place where it does not.
pub fn check(json: &Json, ty: &Ty, types: &Types) -> Result<(), Mismatch> {
    within(json, ty, None, types)
}

fn within(json: &Json, ty: &Ty, beside: Option<Beside<'_>>, types: &Types) -> Result<(), Mismatch> {
    if matches!(json.kind, JsonKind::Null) && ty.null {
        return Ok(());
    }
    match &ty.kind {
        Kind::Error => Ok(()),
        _ if matches!(json.kind, JsonKind::Invalid) => Ok(()),
        Kind::Unknown => any(json),
        Kind::Array(item) => match &json.kind {
            JsonKind::Array(items) => items.iter().enumerate().try_for_each(|(at, value)| {
                check(value, item, types).map_err(|found| found.inside(Step::Index(at)))
            }),
            _ => Err(wrong("an array", json)),
        },
        Kind::Map(value) => match &json.kind {
            JsonKind::Object(_) => json.enumerated().into_iter().try_for_each(|member| {
                check(&member.value, value, types).map_err(|found| found.within(&member.name))
            }),
            _ => Err(wrong("an object", json)),
        },
        Kind::Record(id) => record(json, types.record(*id), types),
        Kind::Union(id) => either(json, types.union(*id), types),
        kind => leaf::check(json, kind, beside).map_err(|problem| match problem {
            leaf::Fault::Type(expected) => wrong(&expected, json),
            leaf::Fault::Value(code, problem) => mismatch(code, problem, json),
        }),
    }
}

/// Any JSON, as far as JavaScript's numbers hold it.
fn any(json: &Json) -> Result<(), Mismatch> {
    match &json.kind {
        JsonKind::Number(digits) if !number::double(digits).is_some_and(f64::is_finite) => {
            Err(wrong("JSON", json))
        }
        JsonKind::Array(items) => items
            .iter()
            .enumerate()
            .try_for_each(|(at, value)| any(value).map_err(|found| found.inside(Step::Index(at)))),
        JsonKind::Object(_) => json
            .enumerated()
            .into_iter()
            .try_for_each(|member| any(&member.value).map_err(|found| found.within(&member.name))),
        _ => Ok(()),
    }
}

fn record(json: &Json, record: &Record, types: &Types) -> Result<(), Mismatch> {
    let JsonKind::Object(_) = json.kind else {
        return Err(wrong("an object", json));
    };
    let beside = Beside { record, json };
    for field in &record.fields {
        match json.get(&field.name) {
            Some(member) => within(&member.value, &field.ty, Some(beside), types),
            None if field.ty.missing => Ok(()),
            None => Err(mismatch(FailureCode::Missing, "is missing", json)),
        }
        .map_err(|found| found.within(&field.name))?;
    }
    Ok(())
}

/// The variant of the value's JSON type; of an object, the one that its tag names.
fn either(json: &Json, union: &Union, types: &Types) -> Result<(), Mismatch> {
    let objects = union
        .variants
        .iter()
        .all(|variant| !variant.tags.is_empty());
    if objects && !matches!(json.kind, JsonKind::Object(_)) {
        return Err(wrong("an object", json));
    }
    let found = json_type(json);
    let mut expected: Vec<&str> = Vec::new();
    for variant in &union.variants {
        let Some(ty) = variant.ty.kind.json_type() else {
            continue;
        };
        if found != Some(ty) {
            let word = ty.describe();
            if !expected.contains(&word) {
                expected.push(word);
            }
            continue;
        }
        if variant.tags.is_empty() {
            return check(json, &variant.ty, types);
        }
        return tagged(json, union, types);
    }
    Err(wrong(&expected.join(" or "), json))
}

fn tagged(json: &Json, union: &Union, types: &Types) -> Result<(), Mismatch> {
    let property = union.discriminator.as_deref().unwrap_or_default();
    let Some(member) = json.get(property) else {
        return Err(mismatch(FailureCode::Missing, "is missing", json).within(property));
    };
    let tag = member.value.as_str();
    if let Some(variant) = tag.and_then(|tag| union.tagged(tag)) {
        return check(json, &variant.ty, types);
    }
    let tags = Kind::one_of(as_keys(union.tags()).into_iter().map(str::to_owned));
    check(&member.value, &Ty::new(tags), types).map_err(|found| found.within(property))
}

/// Names in the order in which JavaScript lists an object's keys: numbers come first.
fn as_keys<'a>(names: impl Iterator<Item = &'a str>) -> Vec<&'a str> {
    let mut names: Vec<&str> = names.collect();
    names.sort_by_key(|name| array_index(name).map_or(u64::MAX, u64::from));
    names
}

const fn json_type(json: &Json) -> Option<JsonType> {
    Some(match json.kind {
        JsonKind::Boolean(_) => JsonType::Boolean,
        JsonKind::Number(_) => JsonType::Number,
        JsonKind::String(_) | JsonKind::Datetime(_) => JsonType::String,
        JsonKind::Array(_) => JsonType::Array,
        JsonKind::Object(_) => JsonType::Object,
        JsonKind::Null | JsonKind::Invalid => return None,
    })
}

fn wrong(expected: &str, json: &Json) -> Mismatch {
    let (code, found) = match &json.kind {
        JsonKind::Number(digits) if number::double(digits).is_some_and(number::is_integer) => {
            (FailureCode::WrongType, "an integer")
        }
        JsonKind::String(_) if expected.starts_with('"') => {
            (FailureCode::NotOneOf, "another string")
        }
        _ => (FailureCode::WrongType, json.describe()),
    };
    mismatch(code, format!("expected {expected}, got {found}"), json)
}

fn mismatch(code: FailureCode, problem: impl Into<String>, json: &Json) -> Mismatch {
    Mismatch {
        path: Vec::new(),
        code,
        problem: problem.into(),
        span: Some(json.span),
    }
}
