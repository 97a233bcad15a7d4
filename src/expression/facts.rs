//! What a condition that held (or did not) says about paths: narrowing.

use super::typed::{Class, Comparison, Typed, TypedKind};
use crate::types::Kind;

/// Something that is known of a path: a name and members of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fact {
    pub path: Vec<String>,
    pub is: Known,
}

/// What is known.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Known {
    /// It is there.
    Present,
    /// It is missing or null.
    Absent,
    /// Where it is there, it is one of these texts: `equal` to them, or to none of others.
    OneOf { texts: Vec<String>, equal: bool },
    /// Where it is there, it is this boolean.
    Boolean(bool),
    /// It is of one of these classes.
    Class(Vec<Class>),
}

/// What is known wherever `condition` was `truth`.
///
/// A step with `when = "x == null"` and `skip` makes `facts(&when, false)` known to
/// the steps after it: hand it to [`Scope::assume`](super::Scope::assume).
pub fn facts(condition: &Typed, truth: bool) -> Vec<Fact> {
    match &condition.kind {
        TypedKind::Not(value) => facts(value, !truth),
        TypedKind::Name { .. }
        | TypedKind::Member { .. }
        | TypedKind::Chain(_)
        | TypedKind::Narrowed { .. } => boolean(condition, truth),
        TypedKind::And { left, right } if truth => both(left, right, true),
        TypedKind::Or { left, right } if !truth => both(left, right, false),
        TypedKind::And { left, right } => either(&facts(left, false), &facts(right, false)),
        TypedKind::Or { left, right } => either(&facts(left, true), &facts(right, true)),
        TypedKind::IsAbsent { value, negated } => {
            let mut found = Vec::new();
            if *negated == truth {
                present(value, &mut found);
            } else if let Some(path) = path_of(value) {
                let is = Known::Absent;
                found.push(Fact { path, is });
            }
            found
        }
        TypedKind::IsClass {
            value,
            class,
            negated,
        } => is_class(value, *class, truth != *negated),
        TypedKind::Compare {
            operator,
            left,
            right,
            ..
        } => match operator {
            Comparison::Equal => compared(left, right, truth),
            Comparison::NotEqual => compared(left, right, !truth),
            _ => Vec::new(),
        },
        _ => Vec::new(),
    }
}

fn both(left: &Typed, right: &Typed, truth: bool) -> Vec<Fact> {
    let mut found = facts(left, truth);
    found.extend(facts(right, truth));
    found
}

/// What holds whichever of the two holds.
fn either(left: &[Fact], right: &[Fact]) -> Vec<Fact> {
    let mut found = Vec::new();
    for fact in left {
        let others = right.iter().filter(|other| other.path == fact.path);
        for other in others {
            let is = match (&fact.is, &other.is) {
                (Known::Present, Known::Present) => Known::Present,
                (Known::Absent, Known::Absent) => Known::Absent,
                (Known::Boolean(a), Known::Boolean(b)) if a == b => Known::Boolean(*a),
                (
                    Known::OneOf { texts: a, equal },
                    Known::OneOf {
                        texts: b,
                        equal: also,
                    },
                ) => Known::OneOf {
                    texts: union(a, b),
                    equal: *equal && *also,
                },
                (Known::Class(a), Known::Class(b)) => Known::Class(union(a, b)),
                _ => continue,
            };
            let path = fact.path.clone();
            found.push(Fact { path, is });
        }
    }
    found
}

fn union<T: Clone + PartialEq>(a: &[T], b: &[T]) -> Vec<T> {
    let mut all = a.to_vec();
    all.extend(b.iter().filter(|value| !a.contains(value)).cloned());
    all
}

/// What two equal, or unequal, values say of each other.
fn compared(left: &Typed, right: &Typed, equal: bool) -> Vec<Fact> {
    let mut found = Vec::new();
    // What equals something present is present.
    if equal && !left.ty.is_optional() {
        present(right, &mut found);
    }
    if equal && !right.ty.is_optional() {
        present(left, &mut found);
    }
    for (value, other) in [(left, right), (right, left)] {
        if let TypedKind::Boolean(flag) = other.kind {
            found.extend(boolean(value, flag == equal));
        }
        let (Some(path), Kind::String(Some(texts))) = (path_of(value), &other.ty.kind) else {
            continue;
        };
        let texts = match (&value.ty.kind, texts.as_ref()) {
            _ if equal => texts.to_vec(),
            // It is none of them only where there is but one.
            (Kind::String(Some(own)), [text]) => {
                own.iter().filter(|own| *own != text).cloned().collect()
            }
            _ => continue,
        };
        found.push(Fact {
            path,
            is: Known::OneOf { texts, equal },
        });
    }
    found
}

fn boolean(value: &Typed, flag: bool) -> Vec<Fact> {
    let is = Known::Boolean(flag);
    path_of(value)
        .map(|path| Fact { path, is })
        .into_iter()
        .collect()
}

fn is_class(value: &Typed, class: Class, truth: bool) -> Vec<Fact> {
    let Some(path) = path_of(value) else {
        return Vec::new();
    };
    let classes = Class::ALL.iter().copied();
    let is = Known::Class(classes.filter(|c| (*c == class) == truth).collect());
    vec![Fact { path, is }]
}

/// A path that is present has all its objects present.
fn present(value: &Typed, found: &mut Vec<Fact>) {
    if let Some(path) = path_of(value) {
        for length in 1..=path.len() {
            if let Some(part) = path.get(..length) {
                found.push(Fact {
                    path: part.to_vec(),
                    is: Known::Present,
                });
            }
        }
    }
}

/// The name and members that a node consists of, if it is such a path.
pub(super) fn path_of(value: &Typed) -> Option<Vec<String>> {
    match &value.kind {
        TypedKind::Name { name, .. } => Some(vec![name.clone()]),
        TypedKind::Member { object, name, .. } => {
            let mut path = path_of(object)?;
            path.push(name.clone());
            Some(path)
        }
        TypedKind::Chain(value)
        | TypedKind::Narrowed { value, .. }
        | TypedKind::Coerce { value, .. } => path_of(value),
        _ => None,
    }
}
