//! Types: JSON Schema's words, with two bits for what may be missing and what may be null.
//!
//! They come from sample payloads (`shape` and `lower`), from JSON Schema in
//! files and in the manifest (`schema`), and from literals. JSON is read with spans
//! ([`json`]), so a finding points into the sample or the schema.

mod arena;
mod constant;
pub mod currency;
mod declare;
mod describe;
mod documents;
mod evidence;
mod failure;
mod files;
mod identifier;
pub mod json;
mod keep;
mod leaf;
mod limits;
mod load;
mod lower;
mod number;
mod openapi;
mod overrides;
mod part;
mod requests;
mod schema;
mod shape;
mod time;
mod travel;
mod ty;
mod value;
mod yaml;

pub use arena::{
    Access, BodyTypes, Field, NamedType, Record, RecordId, Types, Union, UnionId, Variant,
};
pub use constant::constant_type;
pub use declare::{declare, variable_type};
pub use failure::FailureCode;
pub use files::needs;
pub use limits::{Bound, Limits};
pub use load::{Loaded, load};
pub use part::SCALARS;
pub(crate) use part::key as part_key;
pub use travel::needs_encoder;
pub use ty::{Currency, DateTimeWire, DateWire, DecimalWire, IntegerWire, JsonType, Kind, Ty};
pub use value::{Mismatch, Step, check, conforms, conforms_json, conforms_partly, place};

pub(crate) use leaf::{
    NO_CURRENCY, NO_DATE, NO_DATE_TIME, NO_INTEGER, OUTSIDE_YEARS, UNSAFE, decimal_problem,
};
pub(crate) use number::{
    DecimalFault, EXACT_DIGITS, MAX_DIGITS, decimal_of_number, double, is_safe_integer,
    plain_digits,
};
pub(crate) use part::segments;
pub(crate) use time::{is_date, read_date, read_instant, slash_milliseconds};
