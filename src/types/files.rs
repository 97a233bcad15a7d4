//! The files that types come from: samples and JSON Schema.

use super::json::{Json, parse};
use crate::diagnostics::codes::types as codes;
use crate::diagnostics::{Diagnostic, Sink, unavailable};
use crate::document::Text;
use crate::manifest::{Manifest, TypeSource};
use crate::source::{Sources, Span};

/// The paths of the files that `[types]` wants, with where each is named.
pub fn needs(manifest: &Manifest) -> Vec<(String, Span)> {
    let sources = manifest.types.iter().filter_map(|ty| ty.source.as_ref());
    sources
        .flat_map(|source| match source {
            TypeSource::Samples(paths) => paths.as_slice(),
            TypeSource::Schema(path) => std::slice::from_ref(path),
            TypeSource::Inline(_) => &[],
        })
        .map(|path| (path.value.clone(), path.span))
        .collect()
}

/// Reads one JSON file; `None` when that failed and is reported.
pub(super) fn load(path: &Text, sources: &Sources, sink: &mut Sink) -> Option<Json> {
    let Some((id, file)) = sources.get(&path.value) else {
        sink.push(unavailable(sources, path));
        return None;
    };
    let text = match file.text() {
        Ok(text) => text,
        Err(error) => {
            let at = error.valid_up_to();
            let span = Span::new(id, at, at + error.error_len().unwrap_or(1));
            sink.push(
                Diagnostic::new(&codes::INVALID_JSON, span, "this is not UTF-8")
                    .help("save the file as UTF-8"),
            );
            return None;
        }
    };
    let parsed = match parse(text, id) {
        Ok(parsed) => parsed,
        Err(error) => {
            let message = format!("this is not JSON: {}", error.message);
            let help = if text.trim().is_empty() {
                "the file is empty: write a JSON value"
            } else {
                "correct it here: JSON has double quotes, no comments and no trailing commas"
            };
            sink.push(Diagnostic::new(&codes::INVALID_JSON, error.span, message).help(help));
            return None;
        }
    };
    for repeated in parsed.repeated {
        let message = format!("the object has `{}` twice", repeated.name.escape_debug());
        sink.push(
            Diagnostic::new(&codes::REPEATED_KEY, repeated.again, message)
                .related(repeated.first, "it is here first")
                .help("keep one of the two"),
        );
    }
    Some(parsed.value)
}
