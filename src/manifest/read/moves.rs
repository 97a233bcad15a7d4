//! `[[moved]]` and `[[removed]]`.

use crate::document::Table;
use crate::manifest::syntax::{Moved, Removed};

use super::access::Reader;

impl Reader<'_> {
    pub fn moved(self, root: &Table) -> Vec<Moved> {
        self.tables(root, "moved")
            .map(|table| Moved {
                span: table.span,
                from: self.text(table, "from"),
                to: self.text(table, "to"),
                reason: self.text(table, "reason"),
            })
            .collect()
    }

    pub fn removed(self, root: &Table) -> Vec<Removed> {
        self.tables(root, "removed")
            .map(|table| Removed {
                span: table.span,
                object: self.text(table, "object"),
                reason: self.text(table, "reason"),
            })
            .collect()
    }
}
