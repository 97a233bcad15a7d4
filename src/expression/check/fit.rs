//! Compares types all the way down, without recursion: the types of a large document
//! lead to each other in chains of thousands, and contain themselves.
//!
//! Each pair of types that meet is a goal: of all its parts, or of any of them. Goals are
//! taken to hold until one fails, and what fails is carried back to those that lead to it.
//! So each pair is looked at once.

use std::collections::{BTreeMap, BTreeSet, VecDeque};

use crate::expression::inherited::is_inherited;
use crate::types::{IntegerWire, Kind, RecordId, Ty, Types, Union, UnionId, Variant};

/// A leaf that does not fit.
#[derive(Clone, Debug)]
pub(super) struct Unfit {
    /// From the top: `.lines[].price`; empty at the top.
    pub path: String,
    pub reason: Reason,
}

#[derive(Clone, Debug)]
pub(super) enum Reason {
    /// Two kinds: what is there, what is needed.
    Kinds(Box<Kind>, Box<Kind>),
    MayBeAbsent,
    MayBeNull,
    Lacking(String),
    Places {
        found: Option<u32>,
        allowed: u32,
    },
    /// Values that the target does not have.
    Values {
        outside: Vec<String>,
        allowed: Vec<String>,
    },
}

impl Unfit {
    /// What stands below a path.
    fn below(mut self, path: &str) -> Self {
        self.path.insert_str(0, path);
        self
    }
}

impl Reason {
    fn kinds(from: &Kind, to: &Kind) -> Self {
        Self::Kinds(Box::new(from.clone()), Box::new(to.clone()))
    }
}

/// Whether one kind fits another, apart from absence at the top.
pub(super) fn kinds(from: &Kind, to: &Kind, types: &Types) -> Result<(), Unfit> {
    let mut fit = Fit::new(types);
    let found = fit.compare(from, to, String::new());
    fit.settle(found)
}

/// Whether a value within another fits as it is.
pub(super) fn within(from: &Ty, to: &Ty, types: &Types) -> Result<(), Unfit> {
    let mut fit = Fit::new(types);
    let found = fit.compare_within(from, to, String::new());
    fit.settle(found)
}

/// What a look at two kinds shows.
enum Look<'t> {
    Fits,
    Not(Unfit),
    /// It depends on these, which stand at a path.
    Deep(String, &'t Kind, &'t Kind),
}

impl Look<'_> {
    fn not(path: &str, reason: Reason) -> Self {
        Self::Not(Unfit {
            path: path.to_owned(),
            reason,
        })
    }
}

/// Which pair a goal is: of records and unions by number, of other kinds by place.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Side {
    Record(RecordId),
    Union(UnionId),
    Place(usize),
}

impl Side {
    fn of(kind: &Kind) -> Self {
        match kind {
            Kind::Record(id) => Self::Record(*id),
            Kind::Union(id) => Self::Union(*id),
            other => Self::Place(std::ptr::from_ref(other).addr()),
        }
    }
}

struct Goal<'t> {
    from: &'t Kind,
    to: &'t Kind,
    /// Of these, one is enough; otherwise all have to hold.
    any: bool,
    /// The goals that this one depends on, with the way to each.
    parts: Vec<(String, usize)>,
    /// Of [`Self::parts`], how many have not failed.
    open: usize,
    /// The goals that depend on this one.
    parents: Vec<usize>,
    /// What a part shows that is no goal.
    leaf: Option<Unfit>,
    failed: Option<Failed>,
}

/// Where a goal failed.
#[derive(Clone, Copy)]
enum Failed {
    /// At [`Goal::leaf`].
    Leaf,
    /// In the part of this number, which failed before.
    Part(usize),
}

struct Fit<'t> {
    types: &'t Types,
    goals: Vec<Goal<'t>>,
    known: BTreeMap<(Side, Side), usize>,
    /// Goals that are still to be looked into.
    queue: VecDeque<usize>,
    /// Records and unions whose values are the same in memory as in JSON.
    json: BTreeSet<Side>,
}

impl<'t> Fit<'t> {
    const fn new(types: &'t Types) -> Self {
        Self {
            types,
            goals: Vec::new(),
            known: BTreeMap::new(),
            queue: VecDeque::new(),
            json: BTreeSet::new(),
        }
    }

    /// Looks into all that the first look leaves open.
    fn settle(&mut self, first: Look<'t>) -> Result<(), Unfit> {
        let (path, top) = match first {
            Look::Fits => return Ok(()),
            Look::Not(unfit) => return Err(unfit),
            Look::Deep(path, from, to) => (path, self.goal(from, to)),
        };
        while let Some(at) = self.queue.pop_front() {
            self.open(at);
            if self.has_failed(top) {
                break;
            }
        }
        if !self.has_failed(top) {
            return Ok(());
        }
        Err(self.explain(top).below(&path))
    }

    /// The goal of a pair, which is looked into later when it is new.
    fn goal(&mut self, from: &'t Kind, to: &'t Kind) -> usize {
        let new = self.goals.len();
        let at = *self
            .known
            .entry((Side::of(from), Side::of(to)))
            .or_insert(new);
        if at == new {
            self.goals.push(Goal {
                from,
                to,
                any: !matches!(from, Kind::Union(_)) && matches!(to, Kind::Union(_)),
                parts: Vec::new(),
                open: 0,
                parents: Vec::new(),
                leaf: None,
                failed: None,
            });
            self.queue.push_back(new);
        }
        at
    }

    fn has_failed(&self, at: usize) -> bool {
        self.goals.get(at).is_some_and(|goal| goal.failed.is_some())
    }

    /// Looks at the parts of a pair.
    fn open(&mut self, at: usize) {
        let Some((from, to, any)) = self
            .goals
            .get(at)
            .map(|goal| (goal.from, goal.to, goal.any))
        else {
            return;
        };
        let mut deep = Vec::new();
        let mut leaf = None;
        for look in self.looks(from, to) {
            match look {
                Look::Fits if any => return,
                Look::Fits => {}
                Look::Not(unfit) if any => {
                    // What is wrong within the right kind says more than another kind.
                    if !is_other_kind(&unfit) {
                        leaf.get_or_insert(unfit);
                    }
                }
                Look::Not(unfit) => {
                    self.set_leaf(at, unfit);
                    return self.fail(vec![(at, Failed::Leaf)]);
                }
                Look::Deep(path, from, to) => deep.push((path, from, to)),
            }
        }
        if any {
            self.set_leaf(
                at,
                leaf.unwrap_or_else(|| Unfit {
                    path: String::new(),
                    reason: Reason::kinds(from, to),
                }),
            );
            if deep.is_empty() {
                return self.fail(vec![(at, Failed::Leaf)]);
            }
        }
        let parts: Vec<(String, usize)> = deep
            .into_iter()
            .map(|(path, from, to)| (path, self.goal(from, to)))
            .collect();
        for (_, part) in &parts {
            if let Some(part) = self.goals.get_mut(*part) {
                part.parents.push(at);
            }
        }
        let lost: Vec<usize> = parts
            .iter()
            .map(|(_, part)| *part)
            .filter(|part| self.has_failed(*part))
            .collect();
        if let Some(goal) = self.goals.get_mut(at) {
            goal.open = parts.len();
            goal.parts = parts;
        }
        let lost: Vec<(usize, Failed)> = lost
            .into_iter()
            .filter_map(|part| Some((at, self.lose(at, part)?)))
            .collect();
        self.fail(lost);
    }

    fn set_leaf(&mut self, at: usize, unfit: Unfit) {
        if let Some(goal) = self.goals.get_mut(at) {
            goal.leaf = Some(unfit);
        }
    }

    /// Takes note that a part of a goal has failed; the goal's own failure, when that
    /// decides it.
    fn lose(&mut self, at: usize, part: usize) -> Option<Failed> {
        let goal = self.goals.get_mut(at)?;
        goal.open = goal.open.saturating_sub(1);
        if goal.failed.is_some() || (goal.any && goal.open > 0) {
            return None;
        }
        if !goal.any {
            return Some(Failed::Part(part));
        }
        if goal.leaf.as_ref().is_some_and(|leaf| !is_other_kind(leaf)) {
            return Some(Failed::Leaf);
        }
        let (_, first) = goal.parts.first()?;
        Some(Failed::Part(*first))
    }

    /// Has goals fail, and with them those that need them.
    fn fail(&mut self, mut lost: Vec<(usize, Failed)>) {
        while let Some((at, failed)) = lost.pop() {
            let Some(goal) = self.goals.get_mut(at) else {
                continue;
            };
            if goal.failed.is_some() {
                continue;
            }
            goal.failed = Some(failed);
            for parent in std::mem::take(&mut goal.parents) {
                if let Some(failed) = self.lose(parent, at) {
                    lost.push((parent, failed));
                }
            }
        }
    }

    /// The leaf at which a goal failed. Each step leads to a goal that failed earlier, so
    /// there is an end.
    fn explain(&self, top: usize) -> Unfit {
        let mut path = String::new();
        let mut at = top;
        while let Some(goal) = self.goals.get(at) {
            match &goal.failed {
                Some(Failed::Part(part)) => {
                    let step = goal.parts.iter().find(|(_, goal)| goal == part);
                    path.push_str(step.map_or("", |(step, _)| step));
                    at = *part;
                }
                _ => {
                    let Some(leaf) = &goal.leaf else { break };
                    return leaf.clone().below(&path);
                }
            }
        }
        Unfit {
            path,
            reason: Reason::MayBeAbsent,
        }
    }

    /// What the parts of a pair show.
    fn looks(&mut self, from: &'t Kind, to: &'t Kind) -> Vec<Look<'t>> {
        let types = self.types;
        let none = String::new;
        match (from, to) {
            (Kind::Record(from), Kind::Record(to)) => self.fields(*from, *to),
            (Kind::Union(id), _) => types
                .union(*id)
                .variants
                .iter()
                .map(|variant| self.compare(&variant.ty.kind, to, none()))
                .collect(),
            (_, Kind::Union(id)) => {
                let union = types.union(*id);
                let tags = tags(from, union, types);
                let meant = |variant: &&Variant| variant.tags.iter().any(|tag| tags.contains(tag));
                let is_known = union.variants.iter().any(|variant| meant(&variant));
                union
                    .variants
                    .iter()
                    .filter(|variant| !is_known || meant(variant))
                    .map(|variant| self.compare(from, &variant.ty.kind, none()))
                    .collect()
            }
            _ => vec![self.compare(from, to, none())],
        }
    }

    fn fields(&mut self, from: RecordId, to: RecordId) -> Vec<Look<'t>> {
        let types = self.types;
        let from = types.record(from);
        let mut looks = Vec::new();
        for field in &types.record(to).fields {
            match from.field(&field.name) {
                Some(found) => {
                    let path = format!(".{}", field.name);
                    looks.push(self.compare_within(&found.ty, &field.ty, path));
                }
                None if field.ty.kind == Kind::Error => {}
                None if field.ty.missing && !is_inherited(&field.name) => {}
                None => looks.push(Look::not("", Reason::Lacking(field.name.clone()))),
            }
        }
        looks
    }

    fn compare_within(&mut self, from: &'t Ty, to: &'t Ty, path: String) -> Look<'t> {
        let look = match (&from.kind, &to.kind) {
            (Kind::Nothing, _) => Look::Fits,
            (known, Kind::Unknown) if !matches!(known, Kind::Unknown | Kind::Error) => {
                if self.is_json(known) {
                    Look::Fits
                } else {
                    Look::not(&path, Reason::kinds(known, &Kind::Unknown))
                }
            }
            (from, to) => self.compare(from, to, path.clone()),
        };
        if matches!(look, Look::Not(_)) || to.kind == Kind::Error || from.kind == Kind::Error {
            return look;
        }
        if from.missing && !to.missing {
            return Look::not(&path, Reason::MayBeAbsent);
        }
        if from.null && !to.null {
            return Look::not(&path, Reason::MayBeNull);
        }
        look
    }

    /// A look at two kinds, which goes into arrays and maps, not into records and unions.
    fn compare(&mut self, from: &'t Kind, to: &'t Kind, path: String) -> Look<'t> {
        match (from, to) {
            (Kind::Error, _)
            | (_, Kind::Error)
            | (Kind::Unknown, Kind::Unknown)
            | (Kind::String(_), Kind::String(None))
            | (Kind::Boolean, Kind::Boolean)
            | (Kind::Integer(_), Kind::Integer(_))
            | (Kind::Date(_), Kind::Date(_))
            | (Kind::DateTime(_), Kind::DateTime(_)) => Look::Fits,
            (Kind::String(found), Kind::String(Some(allowed))) => {
                let found = found.as_deref();
                let all = found.unwrap_or_default().iter();
                let outside: Vec<String> = all
                    .filter(|value| !allowed.contains(value))
                    .cloned()
                    .collect();
                if found.is_some() && outside.is_empty() {
                    return Look::Fits;
                }
                let allowed = allowed.to_vec();
                Look::not(&path, Reason::Values { outside, allowed })
            }
            (
                Kind::Decimal { places: found, .. },
                Kind::Decimal {
                    places: allowed, ..
                },
            ) => match (found, allowed) {
                (_, None) => Look::Fits,
                (Some(found), Some(allowed)) if found <= allowed => Look::Fits,
                (found, Some(allowed)) => {
                    let (found, allowed) = (*found, *allowed);
                    Look::not(&path, Reason::Places { found, allowed })
                }
            },
            (Kind::Array(from), Kind::Array(to)) => self.compare_within(from, to, path + "[]"),
            (Kind::Map(from), Kind::Map(to)) => self.compare_within(from, to, path + "[key]"),
            (Kind::Record(a), Kind::Record(b)) if a == b => Look::Fits,
            (Kind::Union(a), Kind::Union(b)) if a == b => Look::Fits,
            (Kind::Record(_), Kind::Record(_)) | (Kind::Union(_), _) | (_, Kind::Union(_)) => {
                Look::Deep(path, from, to)
            }
            (from, to) => Look::not(&path, Reason::kinds(from, to)),
        }
    }

    /// Whether values are the same in memory as in JSON.
    fn is_json(&mut self, kind: &'t Kind) -> bool {
        let mut seen = BTreeSet::new();
        let mut open = vec![kind];
        while let Some(kind) = open.pop() {
            match kind {
                Kind::Decimal { .. } | Kind::Integer(IntegerWire::String) => return false,
                Kind::Array(item) | Kind::Map(item) => open.push(&item.kind),
                Kind::Record(_) | Kind::Union(_) => {
                    let side = Side::of(kind);
                    if !self.json.contains(&side) && seen.insert(side) {
                        open.extend(self.parts(kind));
                    }
                }
                _ => {}
            }
        }
        self.json.append(&mut seen);
        true
    }

    /// The kinds in a record or a union.
    fn parts(&self, kind: &Kind) -> Vec<&'t Kind> {
        let types = self.types;
        match kind {
            Kind::Record(id) => {
                let fields = types.record(*id).fields.iter();
                fields.map(|field| &field.ty.kind).collect()
            }
            Kind::Union(id) => {
                let variants = types.union(*id).variants.iter();
                variants.map(|variant| &variant.ty.kind).collect()
            }
            _ => Vec::new(),
        }
    }
}

/// The values that the discriminator of a union has in a record.
fn tags<'t>(kind: &Kind, union: &Union, types: &'t Types) -> &'t [String] {
    let (Kind::Record(id), Some(property)) = (kind, &union.discriminator) else {
        return &[];
    };
    match types
        .record(*id)
        .field(property)
        .map(|field| &field.ty.kind)
    {
        Some(Kind::String(Some(values))) => values,
        _ => &[],
    }
}

/// Whether two kinds have nothing to do with each other.
const fn is_other_kind(unfit: &Unfit) -> bool {
    matches!(unfit.reason, Reason::Kinds(..)) && unfit.path.is_empty()
}
