//! The files that types come from: samples and JSON Schema.

use super::json::{Json, RepeatedKey, parse};
use crate::diagnostics::codes::types as codes;
use crate::diagnostics::{Diagnostic, Sink, unavailable};
use crate::document::Text;
use crate::manifest::{Manifest, TypeSource};
use crate::source::{Sources, Span};

/// The paths of the files that `[types]` wants, with where each is named.
pub fn needs(manifest: &Manifest) -> Vec<(String, Span)> {
    manifest
        .types
        .iter()
        .flat_map(|declaration| {
            let own = match &declaration.source {
                Some(TypeSource::Samples(paths)) => paths.as_slice(),
                Some(TypeSource::Schema(path) | TypeSource::OpenApi(path, _)) => {
                    std::slice::from_ref(path)
                }
                Some(TypeSource::Inline(_)) | None => &[],
            };
            own.iter().chain(&declaration.samples)
        })
        .chain(
            manifest
                .systems
                .iter()
                .filter_map(|system| system.openapi.as_ref()),
        )
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
        sink.push(self::repeated(&repeated));
    }
    Some(parsed.value)
}

/// The finding for a property that its object has twice.
pub(super) fn repeated(key: &RepeatedKey) -> Diagnostic {
    let message = format!("the object has `{}` twice", key.name.escape_debug());
    Diagnostic::new(&codes::REPEATED_KEY, key.again, message)
        .related(key.first, "it is here first")
        .help("keep one of the two")
}
