//! The cases of mappings, run by the evaluator: `gusset test`.
//!
//! Pure: a run gives a [`Report`] with what differs, what was reached, and the edits that
//! would bring expectations up to date. The command prints it, or applies the edits.

mod compare;
mod coverage;
pub mod generated;
mod json;
mod origin;
mod report;
mod run;
mod update;
mod write;

pub use compare::Difference;
pub use json::{Document, SCHEMA};
pub use report::{Branch, CaseReport, Counts, MappingReport, Outcome, Report, Row};
pub use run::run;
pub use update::{Edit, Manifest, NewFile, Update};
