//! Paths whose type is narrower here than where they are declared, since a test around
//! them or before them says so.

use super::Checker;
use crate::expression::facts::{Known, path_of};
use crate::expression::typed::{Class, Typed, TypedKind};
use crate::types::{Kind, Ty, UnionId};

impl Checker<'_> {
    /// A value as what is known of it makes it.
    pub(super) fn narrow(&mut self, value: Typed) -> Typed {
        // A wrong condition around may have told which variant it is.
        if self.doubts > 0 && matches!(value.ty.kind, Kind::Union(_)) {
            return Typed::error(value.span);
        }
        if self.known.is_empty() && self.scope.facts().is_empty() {
            return value;
        }
        let Some(path) = path_of(&value) else {
            return value;
        };
        let tag = match value.ty.kind {
            Kind::Union(id) => self.types.union(id).discriminator.clone(),
            _ => None,
        };
        let mut found = Found::default();
        let inner = self
            .known
            .iter()
            .map(|known| (&known.fact, Some(known.depth)));
        let outer = self.scope.facts().iter().map(|fact| (fact, None));
        for (fact, depth) in inner.chain(outer) {
            let of_tag = match (fact.path.split_last(), &tag) {
                (Some((last, object)), Some(tag)) => last == tag && *object == *path,
                _ => false,
            };
            if of_tag || fact.path == path {
                let outside = depth != Some(self.depth);
                found.take(&fact.is, of_tag, outside);
            }
        }
        let Some(ty) = self.narrowed(&value.ty, &found) else {
            return value;
        };
        let span = value.span;
        let kind = TypedKind::Narrowed {
            asserted: found.outside && path.len() > 1 || self.outlasts(&value.ty, &ty, &found),
            value: Box::new(value),
        };
        Typed::new(kind, ty, span)
    }

    /// Whether TypeScript may keep a variant that is ruled out here: one of several tags
    /// when no value was said to equal others.
    fn outlasts(&self, whole: &Ty, left: &Ty, found: &Found) -> bool {
        let Kind::Union(id) = whole.kind else {
            return false;
        };
        let is_left = |kind: &Kind| match &left.kind {
            Kind::Union(left) => {
                let mut variants = self.types.union(*left).variants.iter();
                variants.any(|variant| variant.ty.kind == *kind)
            }
            left => left == kind,
        };
        let mut gone = self
            .types
            .union(id)
            .variants
            .iter()
            .filter(|variant| variant.tags.len() > 1 && !is_left(&variant.ty.kind));
        gone.any(|variant| {
            let rules_out = |tags: &Vec<String>| !variant.tags.iter().any(|tag| tags.contains(tag));
            !found.equal.iter().any(rules_out)
        })
    }

    /// What a boolean is where it is there, if a test says so.
    pub(super) fn known_boolean(&self, value: &Typed) -> Option<bool> {
        let path = path_of(value)?;
        let inner = self.known.iter().map(|known| &known.fact);
        inner
            .chain(self.scope.facts())
            .find_map(|fact| match fact.is {
                Known::Boolean(flag) if fact.path == path => Some(flag),
                _ => None,
            })
    }

    /// The narrower type, where what is known makes a difference.
    fn narrowed(&mut self, ty: &Ty, found: &Found) -> Option<Ty> {
        let mut narrow = if found.present {
            ty.present()
        } else {
            ty.clone()
        };
        let mut changed = found.present && ty.is_optional();
        let kind = match &ty.kind {
            _ if found.absent && !found.present && ty.is_optional() => Some(Kind::Nothing),
            Kind::String(values) => found.narrow_texts(values.as_deref()).map(Kind::one_of),
            Kind::Union(id) => self.narrow_union(*id, found),
            _ => None,
        };
        if let Some(kind) = kind {
            narrow.kind = kind;
            changed = true;
        }
        changed.then_some(narrow)
    }

    /// The variants of a union that are still possible.
    fn narrow_union(&mut self, id: UnionId, found: &Found) -> Option<Kind> {
        let union = self.types.union(id);
        let possible = |at: &usize| {
            union.variants.get(*at).is_some_and(|variant| {
                let by_tag = found.tags.iter().all(|tags| {
                    variant.tags.is_empty() || variant.tags.iter().any(|tag| tags.contains(tag))
                });
                let by_class = found.classes.iter().all(|classes| {
                    Class::of(&variant.ty.kind).is_none_or(|class| classes.contains(&class))
                });
                by_tag && by_class
            })
        };
        let left: Vec<usize> = (0..union.variants.len()).filter(possible).collect();
        if left.len() == union.variants.len() || left.is_empty() {
            return None;
        }
        if let [only] = left.as_slice() {
            return union
                .variants
                .get(*only)
                .map(|variant| variant.ty.kind.clone());
        }
        Some(Kind::Union(self.types.part_of_union(id, &left)))
    }
}

/// What the facts about one path say together.
#[derive(Default)]
struct Found {
    present: bool,
    absent: bool,
    texts: Vec<Vec<String>>,
    /// Of its discriminator.
    tags: Vec<Vec<String>>,
    /// Those of `tags` that it was said to equal.
    equal: Vec<Vec<String>>,
    classes: Vec<Vec<Class>>,
    /// Whether something is known from outside the arrow function around.
    outside: bool,
}

impl Found {
    fn take(&mut self, known: &Known, of_tag: bool, outside: bool) {
        match (known, of_tag) {
            (Known::OneOf { texts, equal }, true) => {
                self.tags.push(texts.clone());
                self.equal.extend(equal.then(|| texts.clone()));
            }
            // That the tag is there is nothing new of a value that is there.
            (_, true) => return,
            // Its type does not say which.
            (Known::Boolean(_), false) => return,
            (Known::Present, false) => self.present = true,
            (Known::Absent, false) => self.absent = true,
            (Known::OneOf { texts, .. }, false) => self.texts.push(texts.clone()),
            (Known::Class(classes), false) => self.classes.push(classes.clone()),
        }
        self.outside |= outside;
    }

    /// The texts that are still possible, where they are fewer.
    fn narrow_texts(&self, values: Option<&[String]>) -> Option<Vec<String>> {
        let (first, rest) = match (values, self.texts.split_first()) {
            (_, None) => return None,
            (Some(values), Some(_)) => (values, self.texts.as_slice()),
            (None, Some((first, rest))) => (first.as_slice(), rest),
        };
        let left: Vec<String> = first
            .iter()
            .filter(|value| rest.iter().all(|texts| texts.contains(value)))
            .cloned()
            .collect();
        let fewer = values.is_none_or(|values| left.len() < values.len());
        (fewer && !left.is_empty()).then_some(left)
    }
}
