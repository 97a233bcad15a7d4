//! What a condition that held (or did not) says about paths: narrowing.

use super::typed::{Comparison, Typed, TypedKind};

/// A path that is known to be present: a name and members of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fact {
    pub path: Vec<String>,
}

/// What is known wherever `condition` was `truth`.
///
/// A step with `when = "x == null"` and `skip` makes `facts(&when, false)` known to
/// the steps after it: hand it to [`Scope::assume`](super::Scope::assume).
pub fn facts(condition: &Typed, truth: bool) -> Vec<Fact> {
    let mut found = Vec::new();
    collect(condition, truth, &mut found);
    found
}

fn collect(condition: &Typed, truth: bool, found: &mut Vec<Fact>) {
    match &condition.kind {
        TypedKind::Not(value) => collect(value, !truth, found),
        TypedKind::And { left, right } if truth => {
            collect(left, true, found);
            collect(right, true, found);
        }
        TypedKind::Or { left, right } if !truth => {
            collect(left, false, found);
            collect(right, false, found);
        }
        TypedKind::IsAbsent { value, negated } if *negated == truth => present(value, found),
        TypedKind::Compare {
            operator,
            left,
            right,
            ..
        } => {
            let equal = match operator {
                Comparison::Equal => truth,
                Comparison::NotEqual => !truth,
                _ => false,
            };
            // What equals something present is present.
            if equal && !left.ty.is_optional() {
                present(right, found);
            }
            if equal && !right.ty.is_optional() {
                present(left, found);
            }
        }
        _ => {}
    }
}

/// A path that is present has all its objects present.
fn present(value: &Typed, found: &mut Vec<Fact>) {
    if let Some(path) = path_of(value) {
        for length in 1..=path.len() {
            if let Some(part) = path.get(..length) {
                found.push(Fact {
                    path: part.to_vec(),
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
