//! Trees of expressions: any TOML but dates, whose strings are expressions.

use crate::diagnostics::{Diagnostic, codes};
use crate::document::{Node, NodeKind};

use super::Shape;
use super::place::Place;

impl Shape<'_> {
    pub(super) fn expression(&mut self, node: &Node, place: &Place<'_>) {
        match &node.kind {
            NodeKind::Datetime(written) => self.report(
                Diagnostic::new(
                    &codes::shape::WRONG_TYPE,
                    node.span,
                    format!("{} expects an expression, found a date-time", place.name()),
                )
                .help(format!(
                    "write it as text in the expression: `\"'{written}'\"`"
                )),
            ),
            NodeKind::Float(digits) if !digits.contains(|letter: char| letter.is_ascii_digit()) => {
                self.report(
                    Diagnostic::new(
                        &codes::shape::WRONG_TYPE,
                        node.span,
                        format!("{} cannot be `{digits}`", place.name()),
                    )
                    .help("write a number: JSON has no infinity and no not-a-number"),
                );
            }
            NodeKind::Array(items) => {
                for item in items {
                    self.expression(item, &Place::Item(place));
                }
            }
            NodeKind::Table(table) => {
                for entry in &table.entries {
                    self.expression(&entry.value, &place.key(&entry.key.name));
                }
            }
            _ => {}
        }
    }
}
