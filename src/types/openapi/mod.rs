//! OpenAPI 3.0 and 3.1, and Swagger 2.0: where in a document a type is.

mod body;
mod detect;
mod find;
mod route;

pub use body::{Answer, Body, body, find_body};
pub use detect::{Version, version};
pub use find::{Found, operation, schema};
pub use route::{path_of, route};
