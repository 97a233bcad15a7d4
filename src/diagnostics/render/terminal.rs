//! Diagnostics on a terminal. The only place that knows miette.

use std::collections::BTreeMap;
use std::error::Error;
use std::fmt::{self, Display};

use miette::{GraphicalReportHandler, GraphicalTheme, LabeledSpan, SourceCode};

use super::view::{View, message};
use crate::diagnostics::{Diagnostic, Severity};
use crate::source::{FileId, Sources, Span};

/// How to draw.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Style {
    pub colour: bool,
    /// The width of lines, in columns.
    pub width: usize,
}

/// Narrower terminals are drawn on as if they were this wide.
const NARROWEST: usize = 30;
/// What stands before the lines of a message and of a help.
const MARGIN: usize = 8;

/// A message on lines of that width. Breaks at spaces only, so that what is in
/// backticks can be found and copied.
fn wrapped(text: &str, width: usize) -> String {
    let room = width.max(NARROWEST) - MARGIN;
    let mut out = String::new();
    let mut used = 0;
    for word in message(text).split(' ') {
        let length = word.chars().count();
        if used > 0 && used + 1 + length > room {
            out.push('\n');
            used = 0;
        } else if used > 0 {
            out.push(' ');
            used += 1;
        }
        out.push_str(word);
        used += length;
    }
    out
}

/// The diagnostics with the lines that they speak of, a blank line after each.
pub fn render(sources: &Sources, diagnostics: &[Diagnostic], style: Style) -> String {
    let theme = if style.colour {
        GraphicalTheme::unicode()
    } else {
        GraphicalTheme::unicode_nocolor()
    };
    let handler = GraphicalReportHandler::new_themed(theme)
        .with_links(false)
        .with_wrap_lines(false)
        .with_show_related_as_nested(true)
        .without_syntax_highlighting();
    let mut views: BTreeMap<FileId, View> = BTreeMap::new();
    for span in diagnostics.iter().flat_map(places) {
        if let Some(file) = sources.file(span.file) {
            views.entry(span.file).or_insert_with(|| View::new(file));
        }
    }
    let mut out = String::new();
    for diagnostic in diagnostics {
        if let Some(plain) = without_frame(sources, diagnostic) {
            out.push_str(&plain);
            continue;
        }
        let report = Shown::new(&views, diagnostic, style.width);
        // Writing to a string does not fail, and every span has a place in its view.
        if handler.render_report(&mut out, &report).is_err() {
            out.push_str(&format!("{}\n", report.message));
        }
        out.push('\n');
    }
    out
}

/// The finding in plain lines, where a place lies so far out on its line that a frame
/// would show nothing; beyond 65,535 columns miette cannot draw one.
fn without_frame(sources: &Sources, diagnostic: &Diagnostic) -> Option<String> {
    const MOST_COLUMNS: usize = 2_000;
    let far = places(diagnostic).any(|span| {
        sources
            .file(span.file)
            .is_some_and(|file| file.line_column(span.end).column > MOST_COLUMNS)
    });
    if !far {
        return None;
    }
    let place = sources
        .file(diagnostic.span.file)
        .map_or_else(String::new, |file| {
            let at = file.line_column(diagnostic.span.start);
            format!("{}:{}:{}: ", message(file.path()), at.line, at.column)
        });
    let mut lines = format!(
        "{place}{}[{}]: {}\n",
        diagnostic.severity.as_str(),
        diagnostic.code.id,
        message(&diagnostic.message)
    );
    if let Some(help) = &diagnostic.help {
        lines.push_str(&format!("  help: {}\n", message(help)));
    }
    lines.push('\n');
    Some(lines)
}

fn places(diagnostic: &Diagnostic) -> impl Iterator<Item = Span> {
    let related = diagnostic.related.iter().map(|related| related.span);
    std::iter::once(diagnostic.span).chain(related)
}

/// One diagnostic, or a note on another file below one.
#[derive(Debug)]
struct Shown<'a> {
    message: String,
    /// `error[GS0101]`; notes have none.
    code: Option<String>,
    severity: Severity,
    help: Option<String>,
    view: Option<&'a View>,
    labels: Vec<LabeledSpan>,
    notes: Vec<Shown<'a>>,
}

impl<'a> Shown<'a> {
    fn new(views: &'a BTreeMap<FileId, View>, diagnostic: &Diagnostic, width: usize) -> Self {
        let view = views.get(&diagnostic.span.file);
        let mut labels = Vec::new();
        let mut notes = Vec::new();
        if let Some(view) = view {
            labels.push(LabeledSpan::new_primary_with_span(
                diagnostic.label.as_deref().map(message),
                view.span(diagnostic.span),
            ));
        }
        for related in &diagnostic.related {
            let text = message(&related.message);
            match view {
                Some(view) if related.span.file == diagnostic.span.file => {
                    labels.push(LabeledSpan::new_with_span(
                        Some(text),
                        view.span(related.span),
                    ));
                }
                _ => notes.push(Self::note(views, text, related.span)),
            }
        }
        Self {
            message: wrapped(&diagnostic.message, width),
            code: Some(format!(
                "{}[{}]",
                diagnostic.severity.as_str(),
                diagnostic.code.id
            )),
            severity: diagnostic.severity,
            help: diagnostic.help.as_deref().map(|help| wrapped(help, width)),
            view,
            labels,
            notes,
        }
    }

    fn note(views: &'a BTreeMap<FileId, View>, message: String, span: Span) -> Self {
        let view = views.get(&span.file);
        let label = view.map(|view| LabeledSpan::new_primary_with_span(None, view.span(span)));
        Self {
            message,
            code: None,
            severity: Severity::Note,
            help: None,
            view,
            labels: label.into_iter().collect(),
            notes: Vec::new(),
        }
    }
}

impl Display for Shown<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.message)
    }
}

impl Error for Shown<'_> {}

impl<'a> miette::Diagnostic for Shown<'a> {
    fn code<'b>(&'b self) -> Option<Box<dyn Display + 'b>> {
        let code = self.code.as_deref()?;
        Some(Box::new(code))
    }

    fn severity(&self) -> Option<miette::Severity> {
        Some(match self.severity {
            Severity::Error => miette::Severity::Error,
            Severity::Warning => miette::Severity::Warning,
            Severity::Note => miette::Severity::Advice,
        })
    }

    fn help<'b>(&'b self) -> Option<Box<dyn Display + 'b>> {
        let help = self.help.as_deref()?;
        Some(Box::new(help))
    }

    fn source_code(&self) -> Option<&dyn SourceCode> {
        self.view.map(|view| view as &dyn SourceCode)
    }

    fn labels(&self) -> Option<Box<dyn Iterator<Item = LabeledSpan> + '_>> {
        Some(Box::new(self.labels.iter().cloned()))
    }

    fn related<'b>(&'b self) -> Option<Box<dyn Iterator<Item = &'b dyn miette::Diagnostic> + 'b>> {
        if self.notes.is_empty() {
            return None;
        }
        let note = |note: &'b Shown<'a>| note as &'b dyn miette::Diagnostic;
        Some(Box::new(self.notes.iter().map(note)))
    }
}
