//! String and template literals.

/// A string literal. Double quotes, or single ones where that saves backslashes, as
/// `deno fmt` has it. Control characters, line separators and invisible formatting
/// characters are escaped, so a literal never leaves its line nor hides anything.
pub fn string_literal(value: &str) -> String {
    let doubles = value.matches('"').count();
    let singles = value.matches('\'').count();
    let quote = if doubles > singles { '\'' } else { '"' };
    let mut literal = String::with_capacity(value.len() + 2);
    literal.push(quote);
    for character in value.chars() {
        if character == quote || character == '\\' {
            literal.push('\\');
            literal.push(character);
        } else {
            push_escaped(&mut literal, character);
        }
    }
    literal.push(quote);
    literal
}

/// What stands for plain text between the backticks and holes of a template literal.
pub fn template_chunk(value: &str) -> String {
    let mut chunk = String::with_capacity(value.len());
    let mut characters = value.chars().peekable();
    while let Some(character) = characters.next() {
        match character {
            '`' | '\\' => {
                chunk.push('\\');
                chunk.push(character);
            }
            '$' if characters.peek() == Some(&'{') => chunk.push_str("\\$"),
            _ => push_escaped(&mut chunk, character),
        }
    }
    // A `$` at the end would join the `{` of the hole that follows.
    if chunk.ends_with('$') && !chunk.ends_with("\\$") {
        chunk.pop();
        chunk.push_str("\\$");
    }
    chunk
}

fn push_escaped(out: &mut String, character: char) {
    match character {
        '\n' => out.push_str("\\n"),
        '\r' => out.push_str("\\r"),
        '\t' => out.push_str("\\t"),
        _ if is_invisible(character) => {
            let mut units = [0; 2];
            for unit in character.encode_utf16(&mut units) {
                out.push_str(&format!("\\u{unit:04x}"));
            }
        }
        _ => out.push(character),
    }
}

/// Control, separator, direction and zero-width characters.
pub(super) fn is_invisible(character: char) -> bool {
    character.is_control()
        || matches!(
            character,
            '\u{ad}'
                | '\u{61c}'
                | '\u{180e}'
                | '\u{200b}'..='\u{200f}'
                | '\u{2028}'..='\u{202e}'
                | '\u{2060}'..='\u{206f}'
                | '\u{feff}'
                | '\u{fff9}'..='\u{fffb}'
                | '\u{e0000}'..='\u{e007f}'
        )
}
