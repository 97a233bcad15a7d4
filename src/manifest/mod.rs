//! The manifest: typed and unresolved, read from the document by the key table.
//!
//! [`read`](read()) walks the document against the table, reports everything that has the
//! wrong shape, then takes out what is right. Names are resolved by the model.

mod keys;
mod read;
mod reference;
mod schema;
mod shape;
mod syntax;

pub use reference::reference;
pub use schema::json_schema;
pub use shape::{is_name, shown};
pub use syntax::*;

use crate::diagnostics::Sink;
use crate::document::Document;

/// The manifest that a document says. Whatever is wrong with its shape goes to `sink`;
/// parts that are right are kept.
pub fn read(document: &Document, sink: &mut Sink) -> Manifest {
    let repairs = shape::check(document, sink);
    read::manifest(document, &repairs)
}
