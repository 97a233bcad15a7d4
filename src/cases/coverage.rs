//! Which rows and which sides of conditionals the cases reach.

use std::collections::BTreeSet;
use std::ptr;

use super::report::{Branch, Row};
use crate::evaluate::{Observer, Side};
use crate::expression::{Field, Typed, TypedKind};
use crate::model::Mapping;

/// Nodes of the model, told apart by where they lie in memory: expressions that were
/// copied from one place have one span, and are two.
#[derive(Debug, Default)]
pub(super) struct Coverage {
    fields: BTreeSet<usize>,
    sides: BTreeSet<(usize, Side)>,
}

impl Observer for Coverage {
    fn field(&mut self, field: &Field) {
        self.fields.insert(ptr::from_ref(field).addr());
    }

    fn side(&mut self, conditional: &Typed, side: Side) {
        self.sides.insert((ptr::from_ref(conditional).addr(), side));
    }
}

impl Coverage {
    /// The rows and branches of a mapping, in the order of its expressions.
    pub fn of(&self, mapping: &Mapping) -> (Vec<Row>, Vec<Branch>) {
        let mut found = (Vec::new(), Vec::new());
        let lets = mapping
            .lets
            .iter()
            .map(|(name, typed)| (&*name.value, typed));
        let body = mapping.body.iter().map(|body| ("", body));
        for (path, typed) in lets.chain(body) {
            self.visit(typed, path, &mut found);
        }
        found
    }

    fn visit(&self, typed: &Typed, path: &str, found: &mut (Vec<Row>, Vec<Branch>)) {
        if let Some((operator, sides)) = sides(&typed.kind) {
            let address = ptr::from_ref(typed).addr();
            let untaken = sides
                .into_iter()
                .filter(|(side, _)| !self.sides.contains(&(address, *side)))
                .map(|(_, words)| words)
                .collect();
            found.1.push(Branch {
                operator,
                span: typed.span,
                untaken,
            });
        }
        if let TypedKind::Object(fields) = &typed.kind {
            for field in fields {
                let path = if path.is_empty() {
                    field.name.clone()
                } else {
                    format!("{path}.{}", field.name)
                };
                if !matches!(field.value.kind, TypedKind::Object(_)) {
                    found.0.push(Row {
                        path: path.clone(),
                        span: field.value.span,
                        covered: self.fields.contains(&ptr::from_ref(field).addr()),
                    });
                }
                self.visit(&field.value, &path, found);
            }
            return;
        }
        let inner = match &typed.kind {
            TypedKind::Array(_) | TypedKind::Lambda { .. } => format!("{path}[]"),
            _ => path.to_owned(),
        };
        typed.each_child(&mut |child| self.visit(child, &inner, found));
    }
}

type Sides = [(Side, &'static str); 2];

/// A conditional's operator, and its sides in words.
const fn sides(kind: &TypedKind) -> Option<(&'static str, Sides)> {
    let (operator, first, second) = match kind {
        TypedKind::Conditional { .. } => ("?:", "the true side", "the false side"),
        TypedKind::Coalesce { .. } => ("??", "the left side there", "the left side absent"),
        TypedKind::And { .. } => ("&&", "the left side false", "the left side true"),
        TypedKind::Or { .. } => ("||", "the left side true", "the left side false"),
        _ => return None,
    };
    Some((operator, [(Side::First, first), (Side::Second, second)]))
}
