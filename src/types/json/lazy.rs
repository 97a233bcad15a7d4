//! The properties of an object without their values: large documents are read only
//! where something is wanted.

use super::SyntaxError;
use super::parse::Parser;
use crate::source::{FileId, Span};

/// A property whose value was passed over.
#[derive(Clone, Debug)]
pub struct Entry {
    pub name: String,
    pub name_span: Span,
    /// Where the value begins.
    pub start: usize,
}

/// The properties of the object that begins at a byte of a text, behind blanks; `None`
/// when something else does. Of the values only strings and brackets are looked at.
///
/// # Errors
/// The first place at which the object is not JSON.
pub fn entries(text: &str, file: FileId, at: usize) -> Result<Option<Vec<Entry>>, SyntaxError> {
    let mut parser = Parser::new(text, file, at);
    parser.byte_order_mark();
    parser.space();
    if !parser.eat(b'{') {
        return Ok(None);
    }
    let mut found = Vec::new();
    parser.space();
    if parser.eat(b'}') {
        return Ok(Some(found));
    }
    loop {
        parser.space();
        let start = parser.at;
        if parser.peek() != Some(b'"') {
            return Err(parser.error("expected a property name in double quotes"));
        }
        let name = parser.string()?;
        let name_span = parser.span(start);
        parser.space();
        if !parser.eat(b':') {
            return Err(parser.error("expected `:`"));
        }
        parser.space();
        found.push(Entry {
            name,
            name_span,
            start: parser.at,
        });
        skip(&mut parser, text)?;
        parser.space();
        if parser.eat(b'}') {
            return Ok(Some(found));
        }
        if !parser.eat(b',') {
            return Err(parser.error("expected `,` or `}`"));
        }
    }
}

/// Passes over one value.
fn skip(parser: &mut Parser<'_>, text: &str) -> Result<(), SyntaxError> {
    let bytes = text.as_bytes();
    let start = parser.at;
    let mut at = start;
    let mut depth = 0usize;
    while let Some(byte) = bytes.get(at) {
        match byte {
            b'"' => {
                at += 1;
                loop {
                    match bytes.get(at) {
                        Some(b'"') => break,
                        Some(b'\\') => at += 2,
                        Some(_) => at += 1,
                        None => {
                            parser.at = bytes.len();
                            return Err(parser.error("the string has no closing quote"));
                        }
                    }
                }
                at += 1;
            }
            b'{' | b'[' => {
                depth += 1;
                at += 1;
            }
            b'}' | b']' if depth > 0 => {
                depth -= 1;
                at += 1;
            }
            b'}' | b']' | b',' if depth == 0 => break,
            b' ' | b'\t' | b'\n' | b'\r' if depth == 0 => break,
            _ => at += 1,
        }
        if depth == 0 && matches!(byte, b'"' | b'}' | b']') {
            break;
        }
    }
    parser.at = at;
    if at == start || depth > 0 {
        return Err(parser.error("expected a JSON value"));
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::types::json::parse_at;

    #[test]
    fn properties_are_found_without_their_values() {
        let text =
            "\u{feff} {\"a\" : {\"x\": \"}\\\"\"}, \"b\\u0062\":[1,{}] ,\"c\":-1.5e3,\"d\":null}";
        let found = entries(text, FileId(0), 0).unwrap().unwrap();
        let names: Vec<&str> = found.iter().map(|entry| entry.name.as_str()).collect();
        assert_eq!(names, ["a", "bb", "c", "d"]);
        for entry in &found {
            parse_at(text, FileId(0), entry.start).unwrap();
        }
        assert!(entries("[1]", FileId(0), 0).unwrap().is_none());
        assert!(entries(" {} ", FileId(0), 0).unwrap().unwrap().is_empty());
        for broken in [
            "{",
            "{\"a\"",
            "{\"a\":",
            "{\"a\":}",
            "{\"a\":[",
            "{\"a\":\"",
            "{\"a\":1",
            "{\"a\":1 2}",
            "{\"a\":\"\\",
        ] {
            assert!(entries(broken, FileId(0), 0).is_err(), "{broken}");
        }
    }
}
