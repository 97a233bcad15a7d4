//! How hostile text becomes TypeScript: one function for each place it can land in.

mod comment;
mod name;
mod string;

pub use comment::comment_lines;
pub use name::{camel_case, constant_case, is_identifier, is_reserved, pascal_case, property_name};
pub use string::{string_literal, template_chunk};
