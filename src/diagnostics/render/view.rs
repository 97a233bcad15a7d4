//! A file as it is shown on a terminal: nothing in it steers the terminal, and every
//! position of the file has a place in what is shown.

use miette::{MietteError, MietteSpanContents, SourceCode, SourceSpan, SpanContents};

use crate::source::{SourceFile, Span};

/// What stands for a character that would steer the terminal or turn text around.
pub(super) fn harmless(char: char) -> char {
    match char {
        '\t' | '\n' => char,
        '\u{7f}' => '\u{2421}',
        // The pictures of control characters.
        '\0'..='\u{1f}' => char::from_u32(0x2400 + u32::from(char)).unwrap_or('?'),
        '\u{80}'..='\u{9f}'
        | '\u{200e}'
        | '\u{200f}'
        | '\u{2028}'..='\u{202e}'
        | '\u{2066}'..='\u{2069}' => char::REPLACEMENT_CHARACTER,
        _ => char,
    }
}

/// Text of a message, on one line.
pub(super) fn message(text: &str) -> String {
    text.chars()
        .map(|char| harmless(if char == '\n' { ' ' } else { char }))
        .collect()
}

/// The text of a file as shown.
#[derive(Debug)]
pub(super) struct View {
    path: String,
    text: String,
    line_starts: Vec<usize>,
    /// Where bytes of the file and of the text part ways: from this position of the
    /// file on, the text is at that one.
    shifts: Vec<(usize, usize)>,
}

impl View {
    pub fn new(file: &SourceFile) -> Self {
        let mut view = Self {
            path: message(file.path()),
            text: String::with_capacity(file.bytes().len() + 1),
            line_starts: vec![0],
            shifts: Vec::new(),
        };
        let mut at = 0;
        for part in file.bytes().utf8_chunks() {
            let valid = part.valid();
            for (offset, char) in valid.char_indices() {
                let next = valid.as_bytes().get(offset + 1);
                if char == '\r' && next == Some(&b'\n') {
                    view.shift(at + offset + 1);
                    continue;
                }
                view.push(harmless(char));
                view.shift(at + offset + char.len_utf8());
            }
            at += valid.len();
            if !part.invalid().is_empty() {
                view.push(char::REPLACEMENT_CHARACTER);
                at += part.invalid().len();
                view.shift(at);
            }
        }
        // The end of a file can be pointed at as well.
        view.push('\n');
        view
    }

    fn push(&mut self, char: char) {
        self.text.push(char);
        if char == '\n' {
            self.line_starts.push(self.text.len());
        }
    }

    /// Notes that the end of the text is where the file is at `position`.
    fn shift(&mut self, position: usize) {
        let (from, to) = self.shifts.last().copied().unwrap_or_default();
        if position - from != self.text.len() - to {
            self.shifts.push((position, self.text.len()));
        }
    }

    /// The place of a position of the file.
    fn place(&self, position: usize) -> usize {
        let after = self.shifts.partition_point(|(from, _)| *from <= position);
        let (from, to) = after
            .checked_sub(1)
            .and_then(|last| self.shifts.get(last).copied())
            .unwrap_or_default();
        let mut place = (to + position - from).min(self.text.len() - 1);
        while !self.text.is_char_boundary(place) {
            place -= 1;
        }
        place
    }

    /// The place of a span: at least one character, which may be the end of a line, and
    /// not beyond its first line when it has many.
    pub fn span(&self, span: Span) -> SourceSpan {
        const MOST_LINES: usize = 4;
        let start = self.place(span.start as usize);
        let mut end = self.place(span.end as usize).max(start);
        let line = self.line(start);
        if self.line(end).saturating_sub(line) >= MOST_LINES {
            end = self.start_of(line + 1).saturating_sub(1);
        }
        if end <= start {
            let rest = self.text.get(start..).unwrap_or("");
            end = start + rest.chars().next().map_or(1, char::len_utf8);
        }
        (start, end - start).into()
    }

    /// The line of a place, from 0.
    fn line(&self, place: usize) -> usize {
        self.line_starts
            .partition_point(|start| *start <= place)
            .saturating_sub(1)
    }

    /// Where a line starts; the end of the text beyond the last.
    fn start_of(&self, line: usize) -> usize {
        let end = self.text.len();
        self.line_starts.get(line).copied().unwrap_or(end)
    }
}

impl SourceCode for View {
    fn read_span<'a>(
        &'a self,
        span: &SourceSpan,
        before: usize,
        after: usize,
    ) -> Result<Box<dyn SpanContents<'a> + 'a>, MietteError> {
        let last = (span.offset() + span.len()).saturating_sub(1);
        let first_line = self.line(span.offset()).saturating_sub(before);
        let last_line = self.line(last.max(span.offset())) + after;
        // Without context what counts is the very place, for its line and column.
        let start = match before {
            0 => span.offset(),
            _ => self.start_of(first_line),
        };
        // The line that a file's last line end begins is shown to point at only.
        let shown = self.text.len() - 1;
        let end = match self.start_of(last_line + 1) {
            end if end > shown && last < shown => shown,
            end => end,
        };
        let (Some(data), Some(line)) = (
            self.text.get(start..end),
            self.text.get(self.start_of(first_line)..start),
        ) else {
            return Err(MietteError::OutOfBounds);
        };
        Ok(Box::new(MietteSpanContents::new_named(
            self.path.clone(),
            data.as_bytes(),
            (start, end - start).into(),
            first_line,
            line.chars().count(),
            last_line - first_line + 1,
        )))
    }
}
