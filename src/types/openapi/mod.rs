//! OpenAPI 3.0 and 3.1, and Swagger 2.0: where in a document a type is.

mod body;
mod detect;
mod find;

pub use body::{Answer, Body, body};
pub use detect::{Version, version};
pub use find::{Found, operation, schema};
