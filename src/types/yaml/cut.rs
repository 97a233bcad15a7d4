//! The entries of a block mapping, found by their lines' indentation.

use std::ops::Range;

use crate::types::json;

use crate::source::{FileId, Span};

/// An entry of a block mapping that was not read.
#[derive(Clone, Debug)]
pub struct Entry {
    pub name: String,
    pub name_span: Span,
    /// Whole lines: from that of the key to that before the next key.
    pub lines: Range<usize>,
    /// The lines below the key's, when the value stands there and not behind the key.
    pub below: Option<Range<usize>>,
}

/// The entries of the block mapping that fills these lines; `None` where the lines show
/// something else, or anything that takes a parser to understand.
pub fn cut(text: &str, file: FileId, range: Range<usize>) -> Option<Vec<Entry>> {
    let slice = text.get(range.clone())?;
    let mut entries: Vec<Entry> = Vec::new();
    let mut indent = None;
    let mut at = range.start;
    for line in slice.split_inclusive('\n') {
        let start = at;
        at += line.len();
        let content = line.trim_end_matches(['\n', '\r']);
        let bare = content.trim_start_matches(' ');
        if bare.trim().is_empty() || bare.starts_with('#') {
            continue;
        }
        let depth = content.len() - bare.len();
        if indent.is_none() && is_prologue(bare, start) {
            continue;
        }
        let wanted = *indent.get_or_insert(depth);
        if depth > wanted || depth == wanted && is_item(bare) && !entries.is_empty() {
            continue;
        }
        if depth < wanted || bare.starts_with("---") || bare.starts_with("...") {
            return None;
        }
        let (name, width, rest) = key(bare, file)?;
        if let Some(last) = entries.last_mut() {
            last.close(start);
        }
        let below = rest.is_empty() || rest.starts_with('#');
        entries.push(Entry {
            name,
            name_span: Span::new(file, start + depth, start + depth + width),
            lines: start..range.end,
            below: below.then_some(at..range.end),
        });
    }
    if entries.is_empty() {
        return None;
    }
    Some(entries)
}

impl Entry {
    fn close(&mut self, end: usize) {
        self.lines.end = end;
        if let Some(below) = &mut self.below {
            below.end = end;
        }
    }
}

/// What may stand before a document's content.
fn is_prologue(line: &str, start: usize) -> bool {
    start == 0 && line == "\u{feff}" || line.trim_end() == "---" || line.starts_with("%YAML")
}

fn is_item(line: &str) -> bool {
    line == "-" || line.starts_with("- ")
}

/// The key at the start of a line, how many bytes it takes, and what follows the colon.
fn key(line: &str, file: FileId) -> Option<(String, usize, &str)> {
    let (name, width) = match line.as_bytes().first()? {
        b'"' => {
            let end = json::parse_at(line, file, 0).ok()?.value;
            (end.as_str()?.to_owned(), end.span.end as usize)
        }
        b'\'' => {
            let inner = line.get(1..)?;
            let length = inner.find('\'')?;
            // A doubled quote inside is left to the parser.
            if inner.get(length + 1..)?.starts_with('\'') {
                return None;
            }
            (inner.get(..length)?.to_owned(), length + 2)
        }
        b'?' | b'*' | b'&' | b'!' | b'[' | b'{' | b'|' | b'>' | b'%' | b'@' | b'`' | b','
        | b']' | b'}' | b'\t' | b':' | b'\xef' => return None,
        _ if is_item(line) || line.starts_with("<<") => return None,
        _ => {
            let length = line.match_indices(':').find_map(|(at, _)| {
                let next = line.as_bytes().get(at + 1);
                next.is_none_or(|next| matches!(next, b' ' | b'\t'))
                    .then_some(at)
            })?;
            let name = line.get(..length)?.trim_end();
            if name.contains(" #") {
                return None;
            }
            (name.to_owned(), name.len())
        }
    };
    let rest = line.get(width..)?.trim_start();
    let rest = rest.strip_prefix(':')?;
    if !rest.is_empty() && !rest.starts_with([' ', '\t']) {
        return None;
    }
    Some((name, width, rest.trim()))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn names(text: &str) -> Option<Vec<(String, String)>> {
        let entries = cut(text, FileId(0), 0..text.len())?;
        let shown = entries
            .into_iter()
            .map(|entry| (entry.name, text[entry.lines].trim_end().to_owned()));
        Some(shown.collect())
    }

    #[test]
    fn mappings_are_cut_at_their_keys() {
        let text = "# a\n---\nopenapi: 3.0.0\ninfo:\n  title: |\n    x:\n\n   # no\n  y: 1\n\
                    list:\n- a: 1\n- b\n\"q:d\": { a: 1 }\n'/a/{b}': x\n/c/{d}:\n  z: 1\nend:\n";
        let found = names(text).unwrap();
        let keys: Vec<&str> = found.iter().map(|(name, _)| name.as_str()).collect();
        assert_eq!(
            keys,
            ["openapi", "info", "list", "q:d", "/a/{b}", "/c/{d}", "end"]
        );
        assert_eq!(found[2].1, "list:\n- a: 1\n- b");
        let entries = cut(text, FileId(0), 0..text.len()).unwrap();
        let below = entries[1].below.clone().unwrap();
        let inner: Vec<String> = cut(text, FileId(0), below)
            .unwrap()
            .into_iter()
            .map(|entry| entry.name)
            .collect();
        assert_eq!(inner, ["title", "y"]);
        assert!(entries[0].below.is_none());
    }

    #[test]
    fn what_needs_a_parser_is_left_to_it() {
        for text in [
            "",
            "- a\n- b\n",
            "{a: 1}\n",
            "a: 1\n b\nc\n",
            "a: 1\n---\nb: 2\n",
            "? a\n: b\n",
            "&x a: 1\n",
            "<<: *x\n",
            "  a: 1\nb: 2\n",
            "text\n",
            "'it''s': 1\n",
        ] {
            assert_eq!(names(text), None, "{text:?}");
        }
    }
}
