//! Types: JSON Schema's words, with two bits for what may be missing and what may be null.

mod arena;
mod ty;

pub use arena::{Field, NamedType, Record, RecordId, Types};
pub use ty::{DateTimeWire, DateWire, DecimalWire, IntegerWire, Kind, Ty};
