//! YAML as JSON, with spans: OpenAPI documents and JSON Schema files.
//!
//! The events of a YAML parser become a tree by YAML 1.2's core schema. Large documents
//! are cut at the lines of their outer mappings, and only the entries that are wanted
//! are read ([`mod@cut`]).

mod build;
mod cut;
mod scalar;

pub use build::parse;
pub use cut::cut;
