//! Where a record's type lies, and what its functions are called.

use crate::types::Record;

/// The file of the named type that the record is part of, from `src/`.
pub fn module_of(record: &Record) -> String {
    let root = record.part.split(['.', '[']).next().unwrap_or("");
    // Names are checked to be plain long before; a path must be so in any case.
    let name: String = root
        .chars()
        .map(|c| if c.is_ascii_alphanumeric() { c } else { '-' })
        .collect();
    format!("types/{name}.ts")
}

pub fn decoder_name(record: &Record) -> String {
    format!("decode{}", record.identifier)
}

pub fn encoder_name(record: &Record) -> String {
    format!("encode{}", record.identifier)
}
