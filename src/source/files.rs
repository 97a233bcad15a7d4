//! The files that a compilation has seen: paths and bytes, no disk.
//!
//! The pure phases take [`Sources`] and say which further paths they need; the
//! host reads those and adds them. Tests and the language server feed memory.

use std::collections::BTreeMap;
use std::ops::Range;

use super::{FileId, Refusal, Span};

/// One file: its path relative to the integration's folder, with `/`, and its bytes.
#[derive(Clone, Debug)]
pub struct SourceFile {
    path: String,
    bytes: Vec<u8>,
    line_starts: Vec<u32>,
}

impl SourceFile {
    fn new(path: String, bytes: Vec<u8>) -> Self {
        let line_starts = std::iter::once(0)
            .chain(
                memchr::memchr_iter(b'\n', &bytes)
                    .map(|at| u32::try_from(at + 1).unwrap_or(u32::MAX)),
            )
            .collect();
        Self {
            path,
            bytes,
            line_starts,
        }
    }

    pub fn path(&self) -> &str {
        &self.path
    }

    pub fn bytes(&self) -> &[u8] {
        &self.bytes
    }

    /// The text, or where the bytes stop being UTF-8.
    ///
    /// # Errors
    /// The position and length of the first invalid sequence.
    pub fn text(&self) -> Result<&str, std::str::Utf8Error> {
        std::str::from_utf8(&self.bytes)
    }

    /// The longest prefix that is UTF-8.
    pub fn valid_text(&self) -> &str {
        match self.text() {
            Ok(text) => text,
            Err(error) => std::str::from_utf8(&self.bytes[..error.valid_up_to()]).unwrap_or(""),
        }
    }

    /// The lines from the TOML header before a span to the next header after it.
    pub fn section_around(&self, span: Span) -> &str {
        let range = self.section_range(span);
        self.valid_text().get(range).unwrap_or("")
    }

    /// As [`Self::section_around`], with the sections after it whose headers go on from
    /// its header: `[[steps.do]]` after `[[steps]]`.
    pub fn sections_around(&self, span: Span) -> &str {
        let text = self.valid_text();
        let mut range = self.section_range(span);
        let path = text.get(range.clone()).and_then(header);
        while let (Some(path), Some(rest)) = (path, text.get(range.end + 1..)) {
            let goes_on = header(rest)
                .and_then(|other| other.strip_prefix(path))
                .is_some_and(|more| more.starts_with('.'));
            if !goes_on {
                break;
            }
            range.end += 1 + rest.find("\n[").unwrap_or(rest.len());
        }
        text.get(range).unwrap_or("")
    }

    fn section_range(&self, span: Span) -> Range<usize> {
        let text = self.valid_text();
        let start = (span.start as usize).min(text.len());
        let end = (span.end as usize).clamp(start, text.len());
        let at_header = text.get(start..).is_some_and(|rest| rest.starts_with('['))
            && text
                .get(..start)
                .is_some_and(|before| before.is_empty() || before.ends_with('\n'));
        let from = if at_header {
            start
        } else {
            let before = text.get(..start).unwrap_or("");
            before.rfind("\n[").map_or(0, |at| at + 1)
        };
        let to = text
            .get(end..)
            .and_then(|after| after.find("\n["))
            .map_or(text.len(), |at| end + at);
        from..to
    }

    /// Line and column of a byte offset, both from 1; columns count characters.
    pub fn line_column(&self, offset: u32) -> LineColumn {
        let line = self.line_starts.partition_point(|start| *start <= offset);
        let start = self.line_starts[line - 1] as usize;
        let end = (offset as usize).min(self.bytes.len()).max(start);
        let column = String::from_utf8_lossy(&self.bytes[start..end])
            .chars()
            .count()
            + 1;
        LineColumn { line, column }
    }
}

/// The path in the TOML header that a section begins with.
fn header(section: &str) -> Option<&str> {
    let inner = section.strip_prefix('[')?;
    let inner = inner.strip_prefix('[').unwrap_or(inner);
    inner.split(']').next().map(str::trim)
}

/// A position for people and editors: both from 1, columns in characters.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct LineColumn {
    pub line: usize,
    pub column: usize,
}

/// All files of one compilation.
#[derive(Clone, Debug, Default)]
pub struct Sources {
    files: Vec<SourceFile>,
    by_path: BTreeMap<String, FileId>,
    refused: BTreeMap<String, Refusal>,
}

impl Sources {
    pub fn new() -> Self {
        Self::default()
    }

    /// Adds a file; a path that is there already keeps its id and gets the new bytes.
    pub fn add(&mut self, path: impl Into<String>, bytes: impl Into<Vec<u8>>) -> FileId {
        let path = path.into();
        let file = SourceFile::new(path.clone(), bytes.into());
        if let Some(id) = self.by_path.get(&path) {
            self.files[id.0 as usize] = file;
            return *id;
        }
        let id = FileId(u32::try_from(self.files.len()).unwrap_or(u32::MAX));
        self.files.push(file);
        self.by_path.insert(path, id);
        id
    }

    pub fn get(&self, path: &str) -> Option<(FileId, &SourceFile)> {
        let id = *self.by_path.get(path)?;
        Some((id, self.files.get(id.0 as usize)?))
    }

    /// Notes that the host cannot hand over this path, and why.
    pub fn refuse(&mut self, path: impl Into<String>, why: Refusal) {
        self.refused.insert(path.into(), why);
    }

    /// Why the host refused this path; `None` when it was never asked, or gave the file.
    /// Whether the host has answered for that path, by bytes or by a refusal.
    pub fn knows(&self, path: &str) -> bool {
        self.by_path.contains_key(path) || self.refused.contains_key(path)
    }

    pub fn refusal(&self, path: &str) -> Option<&Refusal> {
        self.refused.get(path)
    }

    pub fn file(&self, id: FileId) -> Option<&SourceFile> {
        self.files.get(id.0 as usize)
    }

    pub fn iter(&self) -> impl Iterator<Item = (FileId, &SourceFile)> {
        (0u32..).map(FileId).zip(&self.files)
    }

    /// The text a span covers; empty when the span lies outside its file.
    pub fn slice(&self, span: Span) -> &str {
        self.file(span.file)
            .and_then(|file| file.valid_text().get(span.range()))
            .unwrap_or("")
    }
}
