//! Types: samples, JSON Schema, parts, literals.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]
#![allow(clippy::disallowed_methods)]

#[path = "types/constants.rs"]
mod constants;
#[path = "support/deno.rs"]
mod deno;
#[path = "types/emission.rs"]
mod emission;
#[path = "types/files.rs"]
mod files;
#[path = "types/foreign.rs"]
mod foreign;
#[path = "types/json.rs"]
mod json;
#[path = "types/manifests.rs"]
mod manifests;
#[path = "types/openapi.rs"]
mod openapi;
#[path = "types/parts.rs"]
mod parts;
#[path = "types/properties.rs"]
mod properties;
#[path = "types/samples.rs"]
mod samples;
#[path = "types/schemas.rs"]
mod schemas;
#[path = "types/support.rs"]
mod support;
#[path = "types/unions.rs"]
mod unions;
#[path = "types/values.rs"]
mod values;
