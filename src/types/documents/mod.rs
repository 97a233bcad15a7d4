//! The documents that types come from: what they hold, and where their references lead.
//!
//! A [`Library`] is made before anything is typed. It reads of each document only what a
//! type of the manifest leads to, through every `$ref` and across files, and says which
//! files it lacks.

mod document;
mod library;
mod reference;
mod walk;

pub use document::Document;
pub use library::{Library, Lost, Place};
pub use reference::{last_of, tokens};
pub use walk::{mapped, reference_of};
