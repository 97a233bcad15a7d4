//! Takes the typed manifest out of a document that was checked. Nothing is reported
//! here: what has the wrong shape is left out.

mod access;
mod data;
mod environments;
mod mappings;
mod moves;
mod requests;
mod steps;
mod systems;
mod workflows;

use crate::document::Document;

use super::shape::Repairs;
use super::syntax::{Alerts, Integration, Manifest};
use access::Reader;

/// The manifest; the repairs say which misspelt keys stand for right ones.
pub fn manifest(document: &Document, repairs: &Repairs) -> Manifest {
    let reader = Reader { repairs };
    let root = &document.root;
    Manifest {
        integration: reader
            .table(root, "integration")
            .map(|table| Integration {
                span: table.span,
                name: reader.text(table, "name"),
                description: reader.text(table, "description"),
            })
            .unwrap_or_default(),
        alerts: reader.table(root, "alerts").map(|table| Alerts {
            span: table.span,
            email: reader.text(table, "email"),
            cc: reader.texts(table, "cc"),
        }),
        environments: reader.named(root, "environments", Reader::environment),
        systems: reader.named(root, "systems", Reader::system),
        variables: reader.named(root, "variables", Reader::variable),
        constants: reader.constants(root),
        types: reader.named(root, "types", Reader::type_declaration),
        functions: reader.named(root, "functions", Reader::function),
        mappings: reader.named(root, "mappings", Reader::mapping),
        workflows: reader.named(root, "workflows", Reader::workflow),
        moved: reader.moved(root),
        removed: reader.removed(root),
    }
}
