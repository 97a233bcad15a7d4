//! The names that expressions mention, found without types: so that a mapping counts
//! as used even where the expression that calls it has a mistake.

use crate::document::{Key, Text};
use crate::manifest::{Tree, TreeKind};
use crate::source::Span;

/// One mention: a name, the member after it if there is one, and where.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Mention<'t> {
    pub name: &'t str,
    pub member: Option<&'t str>,
    pub span: Span,
}

/// Every mention in the string leaves of a tree.
pub fn in_tree<'t>(tree: &'t Tree, found: &mut Vec<Mention<'t>>) {
    match &tree.kind {
        TreeKind::String(text) => in_text(text, 0, text.value.len(), found),
        TreeKind::Array(items) => items.iter().for_each(|item| in_tree(item, found)),
        TreeKind::Table(entries) => entries.iter().for_each(|(_, value)| in_tree(value, found)),
        _ => {}
    }
}

/// Every mention in the values of a table.
pub fn in_pairs<'t>(pairs: &'t [(Key, Tree)], found: &mut Vec<Mention<'t>>) {
    for (_, value) in pairs {
        in_tree(value, found);
    }
}

/// Every mention in the `{holes}` of a path.
pub fn in_path<'t>(path: &'t Text, found: &mut Vec<Mention<'t>>) {
    let mut rest = 0;
    while let Some(open) = path.value[rest..].find('{').map(|at| rest + at) {
        let close = path.value[open..]
            .find('}')
            .map_or(path.value.len(), |at| open + at);
        in_text(path, open + 1, close, found);
        rest = close;
    }
}

/// Scans code between two offsets: names outside of quotes that follow no dot.
fn in_text<'t>(text: &'t Text, from: usize, to: usize, found: &mut Vec<Mention<'t>>) {
    let code = text.value.get(from..to).unwrap_or("");
    let mut holes: Vec<usize> = Vec::new();
    let mut depth = 0_usize;
    let mut at = 0;
    let mut after_dot = false;
    while let Some(&byte) = code.as_bytes().get(at) {
        match byte {
            b'\'' | b'"' => at = skip_string(code, at, char::from(byte)),
            b'`' => at = skip_chunk(code, at + 1, &mut holes, depth),
            b'}' if holes.last() == Some(&depth) => {
                holes.pop();
                at = skip_chunk(code, at + 1, &mut holes, depth);
            }
            b'{' => {
                depth += 1;
                at += 1;
            }
            b'}' => {
                depth = depth.saturating_sub(1);
                at += 1;
            }
            _ if is_word(byte) && !byte.is_ascii_digit() => {
                let end = at + word_length(&code[at..]);
                if !after_dot {
                    found.push(Mention {
                        name: &code[at..end],
                        member: member(&code[end..]),
                        span: text.raw(from + at..from + end),
                    });
                }
                at = end;
                after_dot = false;
                continue;
            }
            _ if byte.is_ascii() => at += 1,
            _ => at += code[at..].chars().next().map_or(1, char::len_utf8),
        }
        if !byte.is_ascii_whitespace() {
            after_dot = byte == b'.' && !code[..at].ends_with("...");
        }
    }
}

const fn is_word(byte: u8) -> bool {
    byte.is_ascii_alphanumeric() || byte == b'_'
}

fn word_length(code: &str) -> usize {
    let mut bytes = code.bytes();
    bytes.position(|byte| !is_word(byte)).unwrap_or(code.len())
}

/// The name after `.` or `?.`.
fn member(code: &str) -> Option<&str> {
    let rest = code.trim_start();
    let rest = rest.strip_prefix("?.").or_else(|| rest.strip_prefix('.'))?;
    let rest = rest.trim_start();
    let length = word_length(rest);
    (length > 0).then(|| &rest[..length])
}

/// The offset after a quoted string that begins at `at`.
fn skip_string(code: &str, at: usize, quote: char) -> usize {
    let mut escaped = false;
    for (offset, c) in code[at + 1..].char_indices() {
        match c {
            _ if escaped => escaped = false,
            '\\' => escaped = true,
            c if c == quote => return at + 1 + offset + c.len_utf8(),
            _ => {}
        }
    }
    code.len()
}

/// The offset after the text of a template from `at`: behind its backtick, or in its
/// next `${`, which is noted with the depth of braces around it.
fn skip_chunk(code: &str, at: usize, holes: &mut Vec<usize>, depth: usize) -> usize {
    let mut escaped = false;
    let mut dollar = false;
    for (offset, c) in code[at..].char_indices() {
        match c {
            _ if escaped => escaped = false,
            '\\' => escaped = true,
            '`' => return at + offset + 1,
            '{' if dollar => {
                holes.push(depth);
                return at + offset + 1;
            }
            _ => {}
        }
        dollar = c == '$';
    }
    code.len()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::source::FileId;

    fn names(code: &str) -> Vec<String> {
        let span = Span::new(FileId(0), 0, code.len() + 2);
        let text = Text::verbatim(code.to_owned(), span, 1);
        let mut found = Vec::new();
        in_text(&text, 0, code.len(), &mut found);
        found
            .into_iter()
            .map(|m| {
                m.member
                    .map_or(m.name.to_owned(), |member| format!("{}.{member}", m.name))
            })
            .collect()
    }

    #[test]
    fn mentions_stand_outside_of_quotes_and_follow_no_dot() {
        assert_eq!(names("a.b + c"), ["a.b", "c"]);
        assert_eq!(names("'a.b' + \"c\\\"d\" + e"), ["e"]);
        assert_eq!(
            names("`x ${a.b} y ${ { k: c } } z` + d"),
            ["a.b", "k", "c", "d"]
        );
        assert_eq!(names("`a ${`b ${c}`} d`"), ["c"]);
        assert_eq!(names("xs?.map(to_line)"), ["xs.map", "to_line"]);
        assert_eq!(names("[...xs]"), ["xs"]);
        assert_eq!(names("'open"), Vec::<String>::new());
    }
}
