//! What of a run's state a task reads, so that it decodes that and nothing else.

use std::collections::BTreeSet;

use crate::expression::{CallableKind, NameKind, Typed, TypedKind};
use crate::types::Ty;

/// Which roots a task's expressions use.
#[derive(Clone, Debug, Default)]
pub struct Reads {
    pub run: bool,
    /// The names of the variables read.
    pub variables: BTreeSet<String>,
    pub constants: bool,
    /// The type of `trigger.body`, where it is read.
    pub trigger_body: Option<Ty>,
    pub trigger_headers: bool,
    pub trigger_query: bool,
    /// `steps.ID` with its type, in the order of first use.
    pub steps: Vec<(String, Ty)>,
    /// Mappings called, by index.
    pub mappings: Vec<usize>,
    /// For each of `steps`: how often it occurs, and how often as `.status` or `.headers`.
    occurrences: Vec<(usize, usize)>,
}

impl Reads {
    /// Adds what one expression reads.
    pub fn add(&mut self, typed: &Typed) {
        typed.walk(&mut |node| match &node.kind {
            TypedKind::Member { object, name, .. } => self.member(object, name, &node.ty),
            TypedKind::Name { kind, .. } => match kind {
                NameKind::Run => self.run = true,
                NameKind::Constants => self.constants = true,
                _ => {}
            },
            TypedKind::Apply { kind, callable, .. }
            | TypedKind::Reference { kind, callable, .. }
                if *kind == CallableKind::Mapping =>
            {
                let at = callable.0 as usize;
                if !self.mappings.contains(&at) {
                    self.mappings.push(at);
                }
            }
            _ => {}
        });
    }

    fn member(&mut self, object: &Typed, name: &str, ty: &Ty) {
        match &object.kind {
            TypedKind::Name { kind, .. } => match (kind, name) {
                (NameKind::Trigger, "body") => self.trigger_body = Some(ty.clone()),
                (NameKind::Trigger, "headers") => self.trigger_headers = true,
                (NameKind::Trigger, "query") => self.trigger_query = true,
                (NameKind::Variables, name) => {
                    self.variables.insert(name.to_owned());
                }
                (NameKind::Steps, id) => self.step(id, ty, (1, 0)),
                _ => {}
            },
            TypedKind::Member {
                object: steps,
                name: id,
                ..
            } if matches!(
                &steps.kind,
                TypedKind::Name {
                    kind: NameKind::Steps,
                    ..
                }
            ) && matches!(name, "status" | "headers") =>
            {
                self.step(id, &object.ty, (0, 1));
            }
            _ => {}
        }
    }

    fn step(&mut self, id: &str, ty: &Ty, (total, outside): (usize, usize)) {
        let at = self.steps.iter().position(|(known, _)| known == id);
        let at = at.unwrap_or_else(|| {
            self.steps.push((id.to_owned(), ty.clone()));
            self.occurrences.push((0, 0));
            self.steps.len() - 1
        });
        if let Some(count) = self.occurrences.get_mut(at) {
            *count = (count.0 + total, count.1 + outside);
        }
    }

    /// Whether more of a step's answer is read than its status and headers.
    pub fn reads_body_of(&self, id: &str) -> bool {
        self.steps
            .iter()
            .zip(&self.occurrences)
            .any(|((known, _), (total, outside))| known == id && total > outside)
    }

    pub const fn reads_trigger(&self) -> bool {
        self.trigger_body.is_some() || self.trigger_headers || self.trigger_query
    }
}
