//! Types: JSON Schema's words, with two bits for what may be missing and what may be null.
//!
//! They come from sample payloads (`shape` and `lower`), from JSON Schema in
//! files and in the manifest (`schema`), and from literals. JSON is read with spans
//! ([`json`]), so a finding points into the sample or the schema.

mod arena;
mod constant;
mod declare;
mod describe;
mod failure;
mod files;
mod identifier;
pub mod json;
mod lower;
mod number;
mod part;
mod schema;
mod shape;
mod time;
mod ty;
mod value;

pub use arena::{Field, NamedType, Record, RecordId, Types};
pub use constant::constant_type;
pub use declare::{declare, variable_type};
pub use failure::FailureCode;
pub use files::needs;
pub use ty::{DateTimeWire, DateWire, DecimalWire, IntegerWire, Kind, Ty};
pub use value::{Mismatch, Step, check, conforms, conforms_json};
