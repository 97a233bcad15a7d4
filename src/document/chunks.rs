//! Cuts a file where a multi-line string has plainly lost its end.
//!
//! Everything else is recovered from line by line, but one missing `"""` would turn
//! the rest of the file inside out. So where such a string runs over a line that
//! starts a table or a key, the file is cut there, and the parts are read on their own.

use toml_parser::Source;
use toml_parser::lexer::{Token, TokenKind};

use crate::source::{FileId, Span};

/// A part of a file, lexed on its own.
pub(super) struct Chunk<'a> {
    pub file: FileId,
    /// Where the part starts in the file; positions of tokens count from here.
    pub base: usize,
    pub text: &'a str,
    pub tokens: Vec<Token>,
    /// It ends with a multi-line string without an end. Where the string's start was
    /// lost instead, the lines before are its text.
    pub open_string: bool,
}

impl<'a> Chunk<'a> {
    /// The place in the file of a range of the chunk.
    pub fn span(&self, start: usize, end: usize) -> Span {
        Span::new(self.file, self.base + start, self.base + end)
    }

    /// The text of a range of the chunk; empty when there is none.
    pub fn slice(&self, start: usize, end: usize) -> &'a str {
        self.text.get(start..end).unwrap_or("")
    }

    /// The text from a position on.
    pub fn from(&self, start: usize) -> &'a str {
        self.text.get(start..).unwrap_or("")
    }
}

/// Which multi-line strings are taken to have lost an end.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Suspect {
    /// Those that never end.
    Unclosed,
    /// Also those whose end follows a `key =`, and so looks like another one's start.
    /// Right TOML may have such strings; only a file with errors is read this way.
    Odd,
}

/// Beyond this number of cuts a file is noise, and cutting on would take long.
const MOST_CUTS: usize = 1000;

/// Lexes a file, in parts where it must be cut. Also says whether it has a string
/// that only [`Suspect::Odd`] cuts.
pub(super) fn split(file: FileId, text: &str, suspect: Suspect) -> (Vec<Chunk<'_>>, bool) {
    let mut chunks = Vec::new();
    let mut base = 0;
    let mut odd = false;
    loop {
        let rest = text.get(base..).unwrap_or("");
        let mut tokens = Vec::with_capacity(rest.len() / 5);
        let mut cut = None;
        let mut open = false;
        for token in Source::new(rest).lex() {
            if matches!(
                token.kind(),
                TokenKind::MlBasicString | TokenKind::MlLiteralString
            ) && chunks.len() < MOST_CUTS
            {
                let span = token.span();
                let raw = rest.get(span.start()..span.end()).unwrap_or("");
                let state = closing(raw);
                odd |= state == Closing::Odd;
                open |= state == Closing::Missing;
                if state == Closing::Missing || (state == Closing::Odd && suspect == Suspect::Odd) {
                    cut = resume(raw).map(|at| span.start() + at);
                }
                if cut.is_some() {
                    break;
                }
            }
            tokens.push(token);
        }
        let Some(cut) = cut else {
            chunks.push(Chunk {
                file,
                base,
                text: rest,
                tokens,
                open_string: open,
            });
            return (chunks, odd);
        };
        let head = rest.get(..cut).unwrap_or("");
        chunks.push(Chunk {
            file,
            base,
            text: head,
            tokens: Source::new(head).lex().into_vec(),
            open_string: true,
        });
        base += cut;
    }
}

#[derive(PartialEq, Eq)]
enum Closing {
    Fine,
    Missing,
    Odd,
}

/// How the raw text of a multi-line string ends.
fn closing(raw: &str) -> Closing {
    let Some((quote, content)) = raw.split_at_checked(3) else {
        return Closing::Missing;
    };
    let Some(content) = content.strip_suffix(quote) else {
        return Closing::Missing;
    };
    let odd = content.rsplit_once('\n').is_some_and(|(_, line)| {
        // With a value added, the last line would be one of `key = value`.
        line.trim_end().ends_with('=') && opening(line) == Some(Opening::Key)
    });
    if odd { Closing::Odd } else { Closing::Fine }
}

/// Where the first line inside `raw` begins that starts a table or a key.
fn resume(raw: &str) -> Option<usize> {
    let mut at = 0;
    for (number, line) in raw.split_inclusive('\n').enumerate() {
        if number > 0 && opening(line).is_some() {
            return Some(at);
        }
        at += line.len();
    }
    None
}

/// What a line plainly starts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Opening {
    /// `[a.b]` or `[[a.b]]`, alone on its line.
    Header,
    /// `a.b =`
    Key,
}

/// What the line, which may have more lines after it, plainly starts.
pub(super) fn opening(text: &str) -> Option<Opening> {
    let line = text.split('\n').next().unwrap_or(text);
    let line = blank(line);
    if let Some(inner) = line.strip_prefix('[') {
        let inner = blank(inner.strip_prefix('[').unwrap_or(inner));
        // `[1]` and `["a"]` could be elements of an array.
        if !inner.starts_with(|char: char| char.is_ascii_alphabetic() || char == '_') {
            return None;
        }
        let after = blank(dotted_key(inner)?).strip_prefix(']')?;
        let after = blank(after.strip_prefix(']').unwrap_or(after)).trim_end();
        return (after.is_empty() || after.starts_with('#')).then_some(Opening::Header);
    }
    let after = blank(dotted_key(line)?).strip_prefix('=')?;
    // An operator of some other language inside a string is no assignment.
    (!after.starts_with(['=', '>', '~'])).then_some(Opening::Key)
}

fn blank(text: &str) -> &str {
    text.trim_start_matches([' ', '\t'])
}

/// What follows the dotted key at the start of `text`.
fn dotted_key(text: &str) -> Option<&str> {
    let mut rest = text;
    loop {
        rest = simple_key(rest)?;
        match blank(rest).strip_prefix('.') {
            Some(after) => rest = blank(after),
            None => return Some(rest),
        }
    }
}

fn simple_key(text: &str) -> Option<&str> {
    if let Some(quote @ ('"' | '\'')) = text.chars().next() {
        let inner = text.get(1..)?;
        let end = inner.find(quote)?;
        return inner.get(end + 1..);
    }
    let rest = text
        .trim_start_matches(|char: char| char.is_ascii_alphanumeric() || matches!(char, '_' | '-'));
    (rest.len() < text.len()).then_some(rest)
}
