//! Writes text as a TOML string.

use std::fmt::Write as _;

/// `text` as a TOML string on one line, with its quotes: the kind that needs no
/// escapes where there is one.
pub fn quote(text: &str) -> String {
    let control = text
        .chars()
        .any(|char| char != '\t' && (char < ' ' || char == '\u{7f}'));
    if !control && !text.contains(['"', '\\']) {
        return format!("\"{text}\"");
    }
    if !control && !text.contains('\'') {
        return format!("'{text}'");
    }
    let mut out = String::with_capacity(text.len() + 8);
    out.push('"');
    for char in text.chars() {
        match char {
            '"' => out.push_str("\\\""),
            '\\' => out.push_str("\\\\"),
            '\n' => out.push_str("\\n"),
            '\r' => out.push_str("\\r"),
            '\t' => out.push('\t'),
            char if char < ' ' || char == '\u{7f}' => {
                // Writing to a string cannot fail.
                let _ = write!(out, "\\u{:04X}", u32::from(char));
            }
            char => out.push(char),
        }
    }
    out.push('"');
    out
}
