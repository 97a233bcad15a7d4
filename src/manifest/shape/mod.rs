//! Walks the document against the key table and reports everything that has the
//! wrong shape. What it found out about misspelt keys goes to the reader, so that
//! one mistake stays one diagnostic.

mod conditions;
mod duration;
mod expression;
mod formats;
mod lists;
mod place;
mod rename;
mod repairs;
mod section;
mod spelling;
mod unknown;
mod value;
mod words;

pub use duration::meant as duration_meant;
pub use repairs::Repairs;
pub use spelling::{is_name, shown};
pub use words::meant as word_meant;

use crate::diagnostics::{Diagnostic, Sink};
use crate::document::Document;

use super::keys::ROOT;
use place::Place;

/// Reports what is wrong with the shape of `document`.
pub fn check(document: &Document, sink: &mut Sink) -> Repairs {
    let mut shape = Shape {
        found: Vec::new(),
        repairs: Repairs::default(),
        document,
    };
    shape.section(&document.root, &ROOT, &Place::Root);
    let Shape { found, repairs, .. } = shape;
    // What looks wrong where a statement could not be read was told by the document.
    sink.extend(
        found
            .into_iter()
            .filter(|diagnostic| !document.doubts(diagnostic.span)),
    );
    repairs
}

/// The state of one walk.
struct Shape<'d> {
    document: &'d Document,
    found: Vec<Diagnostic>,
    repairs: Repairs,
}

impl Shape<'_> {
    fn report(&mut self, diagnostic: Diagnostic) {
        self.found.push(diagnostic);
    }
}
