//! What went wrong, where, and what to write instead.
//!
//! A phase adds [`Diagnostic`]s to a [`Sink`] and still returns a value, so one run
//! reports everything. Every diagnostic names a [`Code`], whose page `explain` prints.

pub mod codes;
mod diagnostic;
pub mod render;
mod sink;
mod suggest;
mod unavailable;
mod words;

pub use codes::{Code, CodeInfo};
pub use diagnostic::{Diagnostic, Edit, Fix, Related, Severity};
pub use sink::Sink;
pub use suggest::closest;
pub use unavailable::{unavailable, unavailable_at};
pub use words::list;
