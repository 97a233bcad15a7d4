//! Where a type lies, and what its functions are called.

/// The file of the named type that a part belongs to, from `src/`.
pub fn module_of(part: &str) -> String {
    let root = part.split(['.', '[']).next().unwrap_or("");
    // Names are checked to be plain long before; a path must be so in any case.
    let name: String = root
        .chars()
        .map(|c| if c.is_ascii_alphanumeric() { c } else { '-' })
        .collect();
    format!("types/{name}.ts")
}

/// The function that reads the type of this identifier.
pub fn decoder_name(identifier: &str) -> String {
    format!("decode{identifier}")
}

/// The function that writes the type of this identifier.
pub fn encoder_name(identifier: &str) -> String {
    format!("encode{identifier}")
}
