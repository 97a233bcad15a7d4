//! Diagnostics as JSON: `check --format json`.

use serde_json::{Map, Value, json};

use super::Counts;
use crate::diagnostics::{Diagnostic, Fix};
use crate::source::{Sources, Span};

/// The JSON Schema of what [`Report`] writes.
pub const SCHEMA: &str = include_str!(concat!(
    env!("CARGO_MANIFEST_DIR"),
    "/spec-schema/diagnostics.schema.json"
));

/// Collects the diagnostics of one run, which may be over several integrations.
#[derive(Clone, Debug, Default)]
pub struct Report {
    diagnostics: Vec<Value>,
    counts: Counts,
}

impl Report {
    pub fn new() -> Self {
        Self::default()
    }

    /// Adds diagnostics whose spans lie in `sources`.
    pub fn add(&mut self, sources: &Sources, diagnostics: &[Diagnostic]) {
        self.counts.add(diagnostics);
        let values = diagnostics
            .iter()
            .map(|diagnostic| value(sources, diagnostic));
        self.diagnostics.extend(values);
    }

    /// The document, on several lines, with a line end at its end.
    pub fn finish(self) -> String {
        let document = json!({
            "format": "gusset.diagnostics",
            "version": 1,
            "diagnostics": self.diagnostics,
            "errors": self.counts.errors,
            "warnings": self.counts.warnings,
        });
        format!("{document:#}\n")
    }
}

fn value(sources: &Sources, diagnostic: &Diagnostic) -> Value {
    let mut object = Map::new();
    object.insert("code".to_owned(), diagnostic.code.id.into());
    object.insert("name".to_owned(), diagnostic.code.name.into());
    object.insert("severity".to_owned(), diagnostic.severity.as_str().into());
    object.insert("message".to_owned(), diagnostic.message.as_str().into());
    if let Some(help) = &diagnostic.help {
        object.insert("help".to_owned(), help.as_str().into());
    }
    place(&mut object, sources, diagnostic.span);
    if let Some(label) = &diagnostic.label {
        object.insert("label".to_owned(), label.as_str().into());
    }
    let related = diagnostic.related.iter().map(|related| {
        let mut object = Map::new();
        object.insert("message".to_owned(), related.message.as_str().into());
        place(&mut object, sources, related.span);
        Value::Object(object)
    });
    object.insert("related".to_owned(), related.collect());
    if let Some(fix) = &diagnostic.fix {
        object.insert("fix".to_owned(), fixed(sources, fix));
    }
    Value::Object(object)
}

fn fixed(sources: &Sources, fix: &Fix) -> Value {
    let edits: Value = fix
        .edits
        .iter()
        .map(|edit| {
            let mut object = Map::new();
            place(&mut object, sources, edit.span);
            object.insert("text".to_owned(), edit.text.as_str().into());
            Value::Object(object)
        })
        .collect();
    json!({ "title": fix.title, "edits": edits })
}

/// Writes `path` and `span`; a span beyond its file ends where the file does.
fn place(object: &mut Map<String, Value>, sources: &Sources, span: Span) {
    let Some(file) = sources.file(span.file) else {
        object.insert("path".to_owned(), "".into());
        let nowhere =
            json!({ "start": 0, "end": 0, "line": 1, "column": 1, "end_line": 1, "end_column": 1 });
        object.insert("span".to_owned(), nowhere);
        return;
    };
    let length = u32::try_from(file.bytes().len()).unwrap_or(u32::MAX);
    let start = span.start.min(length);
    let end = span.end.clamp(start, length);
    let (from, to) = (file.line_column(start), file.line_column(end));
    object.insert("path".to_owned(), file.path().into());
    object.insert(
        "span".to_owned(),
        json!({
            "start": start,
            "end": end,
            "line": from.line,
            "column": from.column,
            "end_line": to.line,
            "end_column": to.column,
        }),
    );
}
