//! `[mappings]`.

use crate::document::{Key, NodeKind, Table};
use crate::manifest::syntax::{Mapping, MappingFrom, MappingTest};

use super::access::Reader;

impl Reader<'_> {
    pub fn mapping(self, name: &Key, table: &Table) -> Mapping {
        Mapping {
            name: name.clone(),
            from: self.mapping_from(table),
            to: self.text(table, "to"),
            lets: self.trees(table, "let"),
            fields: self.any(table, "fields"),
            copy: self.texts(table, "copy"),
            except: self.texts(table, "except"),
            tests: self
                .tables(table, "tests")
                .map(|test| self.mapping_test(test))
                .collect(),
        }
    }

    fn mapping_from(self, table: &Table) -> Option<MappingFrom> {
        match &self.node(table, "from")?.kind {
            NodeKind::String(part) => Some(MappingFrom::One(part.clone())),
            NodeKind::Table(_) => Some(MappingFrom::Named(self.named_texts(table, "from"))),
            _ => None,
        }
    }

    fn mapping_test(self, table: &Table) -> MappingTest {
        MappingTest {
            span: table.span,
            name: self.text(table, "name"),
            input: self.any(table, "input"),
            with: self
                .table(table, "with")
                .and_then(|_| self.any(table, "with")),
            expect: self.any(table, "expect"),
            contains: self.any(table, "contains"),
            fails: self.text(table, "fails"),
        }
    }
}
