//! What must hold for every input, as functions that panic where it does not. The
//! fuzz targets of `fuzz/` run them on what a fuzzer finds, `tests/check/fuzzed.rs` on
//! random inputs in every run of the suite.

use gusset::compile::{self, Compilation};
use gusset::diagnostics::{Diagnostic, Sink};
use gusset::document::{self, NodeKind, Text};
use gusset::emit::shell;
use gusset::emit::typescript::quote::{string_literal, template_chunk};
use gusset::expression::{self, Scope};
use gusset::source::{FileId, Refusal, Sources};
use gusset::types::{Types, json};

/// Every place of a finding is in a file, and cuts no character.
fn in_files(sources: &Sources, found: &[Diagnostic]) {
    for one in found {
        let related = one.related.iter().map(|related| related.span);
        let edits = one.fix.iter().flat_map(|fix| &fix.edits);
        let spans = related.chain(edits.map(|edit| edit.span));
        for span in spans.chain([one.span]) {
            let file = sources.file(span.file).expect("a file");
            let (start, end) = (span.start as usize, span.end as usize);
            assert!(start <= end && end <= file.bytes().len(), "{one:?}");
            if let Ok(text) = file.text() {
                assert!(text.get(start..end).is_some(), "{one:?}");
            }
        }
    }
}

/// Bytes as a TOML file: read, or refused exactly where the `toml` crate refuses.
pub fn document(bytes: &[u8]) {
    let mut sources = Sources::new();
    let file = sources.add("integration.toml", bytes);
    let mut sink = Sink::new();
    document::parse(&sources, file, &mut sink);
    let found = sink.into_sorted();
    in_files(&sources, &found);
    let right = std::str::from_utf8(bytes).is_ok_and(|text| text.parse::<toml::Table>().is_ok());
    assert_eq!(found.is_empty(), right, "{found:?}");
}

fn checked(sources: &mut Sources) -> Compilation {
    loop {
        let compiled = compile::compile(sources, "integration.toml");
        if compiled.needs.is_empty() {
            return compiled;
        }
        for path in compiled.needs {
            sources.refuse(path, Refusal::Missing);
        }
    }
}

/// A text as a manifest, through every phase: findings with places and help, or output;
/// the same each time.
pub fn manifest(text: &str) {
    let mut sources = Sources::new();
    sources.add("integration.toml", text);
    let first = checked(&mut sources);
    in_files(&sources, &first.diagnostics);
    for one in &first.diagnostics {
        assert!(one.help.is_some(), "{one:?}");
    }
    let second = checked(&mut sources);
    assert_eq!(first.diagnostics, second.diagnostics);
    assert_eq!(first.artifacts, second.artifacts);
}

/// A text as a TOML string, and that as an expression.
pub fn expression(text: &str) {
    let mut sources = Sources::new();
    let file = sources.add(
        "integration.toml",
        format!("x = {}\n", document::quote(text)),
    );
    let mut sink = Sink::new();
    let document = document::parse(&sources, file, &mut sink);
    assert!(sink.is_empty(), "the quoted text is TOML");
    let found = document.root.node("x").map(|node| &node.kind);
    let Some(NodeKind::String(value)) = found else {
        panic!("{found:?} is no string");
    };
    assert_eq!(value.as_str(), text);
    expression_of(value, &sources);
}

fn expression_of(value: &Text, sources: &Sources) {
    let mut types = Types::default();
    let scope = Scope::default();
    let mut sink = Sink::new();
    expression::check(value, None, &scope, &mut types, &mut sink);
    expression::check_path(value, &scope, &mut types, &mut sink);
    in_files(sources, &sink.into_sorted());
}

/// A text as JSON: read, or refused exactly where `serde_json` refuses.
pub fn sample(text: &str) {
    let ours = json::parse(text, FileId(0));
    let theirs = serde_json::from_str::<serde_json::Value>(text);
    assert_eq!(ours.is_ok(), theirs.is_ok(), "{ours:?} {theirs:?}");
    if let Err(error) = ours {
        assert!(error.span.range().end <= text.len(), "{error:?}");
    }
}

/// A text as a word of bash: one line without control characters, and bash would read
/// the text back. A NUL cannot be in one.
pub fn shell_word(text: &str) {
    if text.contains('\0') {
        return;
    }
    let word = shell::quote(text);
    assert!(!word.contains(char::is_control), "{word:?}");
    assert_eq!(
        unquoted_word(&word).as_deref(),
        Some(text.as_bytes()),
        "{word}"
    );
}

/// What bash makes of a word that is plain, `'…'` or `$'…'`.
fn unquoted_word(word: &str) -> Option<Vec<u8>> {
    if let Some(inner) = word
        .strip_prefix("$'")
        .and_then(|rest| rest.strip_suffix('\''))
    {
        let mut bytes = Vec::new();
        let mut rest = inner;
        while let Some(letter) = rest.chars().next() {
            rest = &rest[letter.len_utf8()..];
            if letter == '\'' {
                return None;
            }
            if letter != '\\' {
                bytes.extend_from_slice(letter.encode_utf8(&mut [0; 4]).as_bytes());
                continue;
            }
            let escape = rest.chars().next()?;
            rest = &rest[escape.len_utf8()..];
            bytes.push(match escape {
                '\\' | '\'' => u8::try_from(escape).ok()?,
                'n' => b'\n',
                't' => b'\t',
                'r' => b'\r',
                'x' => {
                    // At most two digits belong to it.
                    let byte = u8::from_str_radix(rest.get(..2)?, 16).ok()?;
                    rest = &rest[2..];
                    byte
                }
                _ => return None,
            });
        }
        return Some(bytes);
    }
    if let Some(inner) = word
        .strip_prefix('\'')
        .and_then(|rest| rest.strip_suffix('\''))
    {
        return (!inner.contains('\'')).then(|| inner.as_bytes().to_vec());
    }
    let active =
        |letter: char| " \t\n|&;()<>$`\\\"'*?[]#~={}!".contains(letter) || !letter.is_ascii();
    (!word.is_empty() && !word.contains(active)).then(|| word.as_bytes().to_vec())
}

/// A text as a string and as a template of TypeScript: one line each, and a reader of
/// ECMAScript would have the text back.
pub fn typescript_string(text: &str) {
    let literal = string_literal(text);
    let quote = literal.chars().next().expect("a quote");
    assert!(quote == '"' || quote == '\'', "{literal}");
    let inner = literal[1..].strip_suffix(quote).expect("the quote again");
    assert_eq!(unescaped(inner, quote).as_deref(), Some(text), "{literal}");
    let chunk = template_chunk(text);
    assert_eq!(unescaped(&chunk, '`').as_deref(), Some(text), "{chunk}");
    // A hole after the chunk stays one.
    assert!(!chunk.ends_with('$') || chunk.ends_with("\\$"), "{chunk}");
}

/// The text between two quotes; nothing when it would end before, or open a hole.
fn unescaped(inner: &str, quote: char) -> Option<String> {
    let mut units: Vec<u16> = Vec::new();
    let mut rest = inner;
    while let Some(letter) = rest.chars().next() {
        rest = &rest[letter.len_utf8()..];
        if letter == quote
            || letter.is_control()
            || matches!(letter, '\u{2028}' | '\u{2029}')
            || (quote == '`' && letter == '$' && rest.starts_with('{'))
        {
            return None;
        }
        if letter != '\\' {
            units.extend_from_slice(letter.encode_utf16(&mut [0; 2]));
            continue;
        }
        let escape = rest.chars().next()?;
        rest = &rest[escape.len_utf8()..];
        units.push(match escape {
            '\\' | '\'' | '"' | '`' | '$' => u16::try_from(u32::from(escape)).ok()?,
            'n' => 0x0a,
            'r' => 0x0d,
            't' => 0x09,
            'u' => {
                let unit = u16::from_str_radix(rest.get(..4)?, 16).ok()?;
                rest = &rest[4..];
                unit
            }
            _ => return None,
        });
    }
    String::from_utf16(&units).ok()
}
