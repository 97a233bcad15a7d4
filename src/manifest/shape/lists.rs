//! Arrays, item by item.

use crate::diagnostics::{Diagnostic, codes};
use crate::document::Node;
use crate::manifest::keys::Kind;

use super::Shape;
use super::place::Place;

impl Shape<'_> {
    pub(super) fn list(
        &mut self,
        node: &Node,
        items: &[Node],
        of: Kind,
        least: usize,
        place: &Place<'_>,
    ) {
        if items.len() < least {
            self.report(
                Diagnostic::new(
                    &codes::shape::EMPTY,
                    node.span,
                    format!("{} is empty", place.name()),
                )
                .help("write at least one item"),
            );
        }
        let place = Place::Item(place);
        for item in items {
            self.value(item, of, None, &place);
        }
    }
}
