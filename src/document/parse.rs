//! Reads a file statement by statement, so that a mistake costs its statement only.

use std::ops::Range;

use toml_parser::lexer::TokenKind;
use toml_parser::parser::{Event, RecursionGuard, ValidateWhitespace, parse_document};
use toml_parser::{ParseError, Source};

use super::breaks::goes_on;
use super::build::Builder;
use super::chunks::{Chunk, Opening, Suspect, opening, split};
use super::problems::{self, Problem};
use super::reader::{Line, Reader};
use super::statements::{Lines, cut};
use super::tree::{Comment, Document, Key, Node, NodeKind};
use crate::diagnostics::{Diagnostic, Sink, codes::syntax};
use crate::source::{FileId, Sources, Span};

/// Arrays and inline tables nest this deep, as in other readers of TOML.
const DEEPEST: u32 = 80;

/// Reads TOML 1.1. What is wrong goes to the sink, one diagnostic a statement; the tree
/// has the rest. A file that stops being UTF-8 is read up to there.
pub fn parse(sources: &Sources, file: FileId, sink: &mut Sink) -> Document {
    let Some(source) = sources.file(file) else {
        return Document::default();
    };
    let text = source.valid_text();
    let whole = match source.text() {
        Ok(_) => true,
        Err(error) => {
            let bad = source.bytes().get(error.valid_up_to()).copied();
            let length = error.error_len().unwrap_or(1);
            let at = text.len();
            sink.push(
                Diagnostic::new(
                    &syntax::INVALID_CHARACTER,
                    Span::new(file, at, at + length),
                    format!("the byte {:#04X} is not UTF-8", bad.unwrap_or(0)),
                )
                .help("save the file as UTF-8; what follows this byte is not read"),
            );
            false
        }
    };
    let (mut document, mut found, odd) = read(file, text, whole, Suspect::Unclosed);
    if odd && !found.is_empty() {
        let (other, fewer, _) = read(file, text, whole, Suspect::Odd);
        if fewer.len() < found.len() {
            (document, found) = (other, fewer);
        }
    }
    sink.extend(found);
    document
}

/// The tree of a text, what is wrong in it, and whether it is worth reading again.
fn read(
    file: FileId,
    text: &str,
    whole: bool,
    suspect: Suspect,
) -> (Document, Vec<Diagnostic>, bool) {
    let (chunks, odd) = split(file, text, suspect);
    let mut builder = Builder::new(Span::new(file, 0, text.len()));
    let mut found = Vec::new();
    let mut comments = Vec::new();
    let mut doubtful = Vec::new();
    let last = chunks.len().saturating_sub(1);
    for (at, chunk) in chunks.iter().enumerate() {
        for token in &chunk.tokens {
            if token.kind() == TokenKind::Comment {
                let (start, end) = (token.span().start(), token.span().end());
                comments.push(Comment {
                    span: chunk.span(start, end),
                    text: chunk.slice(start + 1, end).to_owned(),
                });
            }
        }
        let statements = Statements {
            chunk,
            lines: Lines::new(chunk),
            builder: &mut builder,
            found: &mut found,
            doubtful: &mut doubtful,
            events: Vec::new(),
            budget: chunk.tokens.len().saturating_mul(8),
            lost: false,
            restarted: false,
            whole: whole || at < last,
        };
        statements.run();
    }
    let mut root = builder.root;
    root.incomplete |= !whole;
    let document = Document {
        root,
        comments,
        doubtful,
        header_keys: builder.header_keys,
    };
    (document, found, odd)
}

/// The statements of a chunk, one after the other.
struct Statements<'a> {
    chunk: &'a Chunk<'a>,
    lines: Lines,
    builder: &'a mut Builder,
    found: &'a mut Vec<Diagnostic>,
    doubtful: &'a mut Vec<Span>,
    events: Vec<Event>,
    /// How many more tokens may be read twice; keeps hostile files from taking long.
    budget: usize,
    /// The line before could not be read, and this one may belong to it.
    lost: bool,
    /// The statement begins within a line whose problem is told, or is the rest of one
    /// that a line break has cut in two.
    restarted: bool,
    /// The chunk ends where it should, not at a byte that is not UTF-8.
    whole: bool,
}

impl Statements<'_> {
    fn run(mut self) {
        let mut at = 0;
        while let Some(token) = self.chunk.tokens.get(at) {
            if token.kind() == TokenKind::Newline && token.span().len() == 1 {
                let start = token.span().start();
                if self.chunk.slice(start, start + 1) == "\n" {
                    self.lost = false;
                    at += 1;
                    continue;
                }
            }
            at = self.statement(at);
        }
    }

    /// Reads the statement that begins at a token, and says where the next one does.
    fn statement(&mut self, start: usize) -> usize {
        let last = self.chunk.tokens.len().saturating_sub(1);
        let mut natural = self.lines.natural_end(start);
        if self.is(start, TokenKind::LeftSquareBracket) {
            // A header never goes on in another line.
            natural = Some(self.lines.line_end(start));
        }
        let mut end = natural.unwrap_or(last);
        let mut read = None;
        if natural.is_none()
            && let Some(next) = cut(self.chunk, start..last + 1, false)
        {
            end = next.saturating_sub(1);
        } else if natural.is_none() || self.lines.line_end(start) == end || self.budget > 0 {
            let first = self.read(start..end + 1);
            if !first.1.is_empty() && self.lines.line_end(start) < end {
                self.budget = self.budget.saturating_sub(end - start);
                match cut(self.chunk, start..end + 1, natural.is_some()) {
                    Some(next) => end = next.saturating_sub(1),
                    None => read = Some(first),
                }
            } else {
                read = Some(first);
            }
        } else {
            end = self.lines.line_end(start);
        }
        let (line, problems) = match read {
            Some(read) => read,
            None => self.read(start..end + 1),
        };
        self.finish(start, end, line, problems)
    }

    /// Parses tokens that are one statement; its problems come first problem first.
    fn read(&mut self, range: Range<usize>) -> (Line, Vec<Problem>) {
        let tokens = self.chunk.tokens.get(range).unwrap_or(&[]);
        let mut errors: Vec<ParseError> = Vec::new();
        self.events.clear();
        let source = Source::new(self.chunk.text);
        let mut validate = ValidateWhitespace::new(&mut self.events, source);
        let mut guard = RecursionGuard::new(&mut validate, DEEPEST);
        parse_document(tokens, &mut guard, &mut errors);
        let mut reader = Reader::new(self.chunk, &self.events);
        let line = reader.line();
        let mut problems = reader.problems;
        let start = tokens
            .iter()
            .find(|token| token.kind() != TokenKind::Whitespace)
            .map_or(0, |token| token.span().start());
        problems.extend(
            errors
                .iter()
                .map(|error| problems::from_parser(self.chunk, start, error)),
        );
        problems.sort_by_key(|problem| problem.at);
        (line, problems)
    }

    /// Tells the first problem, puts the line into the tree, and says which token the
    /// next statement begins at.
    fn finish(&mut self, start: usize, end: usize, line: Line, problems: Vec<Problem>) -> usize {
        let blank = matches!(line, Line::Blank) && problems.is_empty();
        let restart = problems
            .iter()
            .find_map(|problem| self.restart(start, end, problem));
        let faults: Vec<usize> = problems.iter().map(|problem| problem.at).collect();
        let after = problems.iter().any(|problem| problem.after_statement);
        let goes_on = restart.is_none()
            && problems
                .first()
                .is_some_and(|first| goes_on(self.chunk, start, end, &first.diagnostic));
        let cut_off = !self.whole && end + 1 == self.chunk.tokens.len();
        let told = self.restarted || cut_off || (self.lost && !self.plain(start));
        if let Some(problem) = problems.into_iter().next().filter(|_| !told) {
            self.found.push(*problem.diagnostic);
        }
        if !blank {
            self.lost = !faults.is_empty();
        }
        let stop = restart.unwrap_or(end + 1);
        let doubtful = self.restarted || !faults.is_empty();
        self.apply(start, end, line, &faults, after, restart);
        if doubtful || (self.builder.is_lost() && !blank) {
            self.doubt(start..stop);
        }
        self.restarted = restart.is_some() || goes_on;
        stop
    }

    fn doubt(&mut self, range: Range<usize>) {
        let tokens = self.chunk.tokens.get(range).unwrap_or(&[]);
        if let (Some(first), Some(last)) = (tokens.first(), tokens.last()) {
            let span = self.chunk.span(first.span().start(), last.span().end());
            self.doubtful.push(span);
        }
    }

    /// Whether the first line of a statement looks like a header with a slip in it.
    fn wants_header(&self, start: usize) -> bool {
        let Some(token) = self.chunk.tokens.get(start) else {
            return false;
        };
        let text = self.chunk.from(token.span().start());
        let line = text.split(['\r', '\n']).next().unwrap_or(text).trim();
        let opened = line.trim_start_matches(|char: char| !char.is_alphanumeric());
        let before = line.len() - opened.len();
        line.get(..before)
            .is_some_and(|before| before.contains('['))
            || (line.ends_with(']') && !line.contains('='))
    }

    fn has_equals(&self, range: Range<usize>) -> bool {
        let tokens = self.chunk.tokens.get(range).unwrap_or(&[]);
        tokens.iter().any(|token| token.kind() == TokenKind::Equals)
    }

    fn is(&self, token: usize, kind: TokenKind) -> bool {
        let token = self.chunk.tokens.get(token);
        token.is_some_and(|token| token.kind() == kind)
    }

    /// Whether a line with a problem is one of its own, not the rest of something lost:
    /// it starts a statement, or would with an `=`.
    fn plain(&self, start: usize) -> bool {
        let Some(token) = self.chunk.tokens.get(start) else {
            return false;
        };
        if token.kind() == TokenKind::Atom && !self.chunk.open_string {
            return true;
        }
        let text = self.chunk.from(token.span().start());
        if opening(text).is_some() {
            return true;
        }
        let line = text.split(['\r', '\n']).next().unwrap_or(text).trim();
        let rest = line.trim_start_matches(|char: char| {
            char.is_ascii_alphanumeric() || matches!(char, '_' | '-' | '.')
        });
        let value = rest.trim_start();
        let quote = value.chars().next().filter(|char| "\"'".contains(*char));
        rest.len() < line.len()
            && value.len() < rest.len()
            && quote.is_some_and(|quote| value.len() > 1 && value.ends_with(quote))
    }

    /// The token at a problem, if another statement plainly begins there.
    fn restart(&self, start: usize, end: usize, problem: &Problem) -> Option<usize> {
        let tokens = &self.chunk.tokens;
        let at = tokens.partition_point(|token| token.span().start() < problem.at);
        let token = tokens.get(at)?;
        if at <= start || at > end || token.span().start() != problem.at {
            return None;
        }
        match opening(self.chunk.from(problem.at))? {
            Opening::Header => Some(at),
            Opening::Key => problem.after_statement.then_some(at),
        }
    }

    fn apply(
        &mut self,
        start: usize,
        end: usize,
        line: Line,
        faults: &[usize],
        after: bool,
        restart: Option<usize>,
    ) {
        let stop = restart.unwrap_or(end + 1);
        let conflict = match line {
            Line::Blank => Ok(()),
            Line::Header { keys, sound, array } => {
                if !faults.is_empty() && self.has_equals(start..end + 1) {
                    // It may have been a key.
                    self.builder.lose_key();
                }
                let tail = self.tail(start..stop, &keys);
                // A header with too much in it names a table that nobody can know.
                let sound = sound && (faults.is_empty() || tail.is_some());
                let array = array || tail.is_some_and(|closers| closers > 1);
                self.header(start..stop, keys, sound, array)
            }
            Line::Keys { keys, sound } => match self.tail(start..stop, &keys) {
                Some(closers) if closers > 0 => self.header(start..stop, keys, sound, closers > 1),
                _ if self.wants_header(start) => {
                    self.builder.lose_header(&keys);
                    Ok(())
                }
                _ => {
                    self.builder.lose_key();
                    Ok(())
                }
            },
            Line::Pair {
                keys,
                sound: true,
                mut value,
            } => {
                let scalar = !matches!(value.kind, NodeKind::Array(_) | NodeKind::Table(_));
                if after && restart.is_none() && scalar {
                    value.kind = NodeKind::Invalid;
                }
                for fault in faults {
                    mark(&mut value, self.chunk.span(*fault, *fault));
                }
                self.builder.set(keys, value)
            }
            Line::Pair { .. } | Line::Garbage => {
                if self.wants_header(start) {
                    self.builder.lose_header(&[]);
                } else {
                    self.builder.lose_key();
                }
                Ok(())
            }
        };
        if let Err(diagnostic) = conflict {
            self.found.push(*diagnostic);
        }
    }

    fn header(
        &mut self,
        range: Range<usize>,
        keys: Vec<Key>,
        sound: bool,
        array: bool,
    ) -> Result<(), Box<Diagnostic>> {
        let Some(last) = keys.last().filter(|_| sound) else {
            self.builder.lose_header(&keys);
            return Ok(());
        };
        let tokens = self.chunk.tokens.get(range).unwrap_or(&[]);
        let mut span = last.span;
        for token in tokens {
            if matches!(
                token.kind(),
                TokenKind::LeftSquareBracket | TokenKind::RightSquareBracket
            ) {
                span = span.to(self.chunk.span(token.span().start(), token.span().end()));
            }
        }
        self.builder.open(keys, array, span)
    }

    /// How many `]` follow the keys of a header; nothing when there is more than that.
    fn tail(&self, range: Range<usize>, keys: &[Key]) -> Option<usize> {
        let from = keys.last()?.span.end as usize - self.chunk.base;
        let mut closers = 0;
        for token in self.chunk.tokens.get(range)? {
            match token.kind() {
                _ if token.span().start() < from => {}
                TokenKind::RightSquareBracket => closers += 1,
                TokenKind::Atom
                | TokenKind::Dot
                | TokenKind::BasicString
                | TokenKind::LiteralString
                | TokenKind::MlBasicString
                | TokenKind::MlLiteralString => return None,
                _ => {}
            }
        }
        Some(closers)
    }
}

/// Marks the tables of a value in which there is something that could not be read.
fn mark(node: &mut Node, fault: Span) {
    if !node.span.contains(fault) {
        return;
    }
    match &mut node.kind {
        NodeKind::Table(table) => {
            table.incomplete = true;
            for entry in &mut table.entries {
                mark(&mut entry.value, fault);
            }
        }
        NodeKind::Array(items) => {
            for item in items {
                mark(item, fault);
            }
        }
        _ => {}
    }
}
