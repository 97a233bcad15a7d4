//! What a document is, and what to say when it is not OpenAPI.

use crate::diagnostics::Diagnostic;
use crate::diagnostics::codes::types as codes;
use crate::source::{FileId, Span};
use crate::types::documents::{Library, Place};

/// The versions that are read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Version {
    /// Swagger 2.0.
    Two,
    /// OpenAPI 3.0, 3.1 and later.
    Three,
}

impl Version {
    /// Where a document of this version keeps its schemas.
    pub const fn schemas(self) -> &'static [&'static str] {
        match self {
            Self::Two => &["definitions"],
            Self::Three => &["components", "schemas"],
        }
    }
}

/// The version of the document at a path; `None` when it is something else or cannot be
/// read, which is reported.
pub fn version(library: &mut Library<'_>, path: &str, named: Span) -> Option<(FileId, Version)> {
    let document = library.document(path, named)?;
    let (file, text, whole) = (document.file, document.text(), document.span());
    if let Some((what, help)) = by_text(text) {
        library.report(refusal(what, help, whole.at_start()));
        return None;
    }
    let root = Place::new(file, &[]);
    let names = library.names(&root);
    let has = |name: &str| {
        let names = names.iter().flatten();
        names
            .filter(|(known, _)| known == name)
            .map(|(_, span)| *span)
            .next()
    };
    if let Some(span) = has("openapi") {
        let text = scalar(library, &root.inside(&["openapi"]));
        if text.is_none_or(|text| text.starts_with('3')) {
            return Some((file, Version::Three));
        }
        library.report(refusal(
            "a version of OpenAPI that is not known",
            "name a document of OpenAPI 3.0 or 3.1, or of Swagger 2.0",
            span,
        ));
        return None;
    }
    if let Some(span) = has("swagger") {
        let text = scalar(library, &root.inside(&["swagger"]));
        if text.is_some_and(|text| text.starts_with('2')) {
            return Some((file, Version::Two));
        }
        library.report(refusal(
            "a version of Swagger that is not known",
            "convert it to OpenAPI 3, and name the result",
            span,
        ));
        return None;
    }
    // What was broken is reported already.
    library.document(path, named)?;
    let known = KINDS.iter().find_map(|(keys, what, help)| {
        let spans: Option<Vec<Span>> = keys.iter().map(|key| has(key)).collect();
        Some((spans?.first().copied()?, *what, *help))
    });
    let (span, what, help) = known.unwrap_or((
        whole.at_start(),
        "something else than OpenAPI: it has neither `openapi` nor `swagger` at the top",
        "name the document that begins with `openapi: 3…` or `swagger: \"2.0\"`",
    ));
    library.report(refusal(what, help, span));
    None
}

fn refusal(what: &str, help: &str, span: Span) -> Diagnostic {
    Diagnostic::new(&codes::NOT_OPENAPI, span, format!("this is {what}")).help(help)
}

fn scalar(library: &mut Library<'_>, place: &Place) -> Option<String> {
    use crate::types::json::JsonKind;
    match &library.read(place)?.kind {
        JsonKind::String(text) | JsonKind::Number(text) => Some(text.clone()),
        _ => None,
    }
}

const SCHEMA_HELP: &str = "write `schema = \"FILE\"` without `openapi`";

/// Keys at the top of other documents, what these are, and what to do.
const KINDS: &[(&[&str], &str, &str)] = &[
    (
        &["asyncapi"],
        "an AsyncAPI document, which is not read",
        "save one message as a file and name that: `sample = \"samples/message.json\"`",
    ),
    (
        &["swaggerVersion"],
        "a Swagger 1 document, which is not read",
        "convert it to OpenAPI 3, and name the result",
    ),
    (
        &["openrpc"],
        "an OpenRPC document, which is not read",
        "name a JSON Schema file or a sample",
    ),
    (
        &["arazzo"],
        "an Arazzo document, which names OpenAPI documents",
        "name the OpenAPI document itself",
    ),
    (
        &["overlay"],
        "an OpenAPI overlay",
        "apply it, and name the OpenAPI document that comes out",
    ),
    (
        &["item", "info"],
        "a Postman collection, which has no types",
        "save one of its answers as a file and name that: `sample = \"samples/answer.json\"`",
    ),
    (
        &["discoveryVersion"],
        "a Google discovery document, which is not read",
        "convert it to OpenAPI 3, or name a sample",
    ),
    (
        &["_type", "resources"],
        "an export of Insomnia, which has no types",
        "save one answer as a file and name that: `sample = \"samples/answer.json\"`",
    ),
    (
        &["log"],
        "a recording of requests (HAR), which has no types",
        "save one answer as a file and name that: `sample = \"samples/answer.json\"`",
    ),
    (
        &["$schema"],
        "a JSON Schema, not an OpenAPI document",
        SCHEMA_HELP,
    ),
    (
        &["properties"],
        "a JSON Schema, not an OpenAPI document",
        SCHEMA_HELP,
    ),
    (
        &["$defs"],
        "a JSON Schema, not an OpenAPI document",
        SCHEMA_HELP,
    ),
    (
        &["$ref"],
        "a JSON Schema, not an OpenAPI document",
        SCHEMA_HELP,
    ),
    (
        &["type"],
        "a JSON Schema, not an OpenAPI document",
        SCHEMA_HELP,
    ),
    (
        &["schemas"],
        "a part of an OpenAPI document",
        "name the document that has `openapi` at the top",
    ),
    (
        &["paths"],
        "a part of an OpenAPI document: `openapi` is missing at the top",
        "add `openapi: 3.0.3`, or name the whole document",
    ),
];

/// What a text is by how it begins, where that is no JSON or YAML.
fn by_text(text: &str) -> Option<(&'static str, &'static str)> {
    let start = text.trim_start_matches('\u{feff}').trim_start();
    let head: String = start.chars().take(4096).collect::<String>().to_lowercase();
    let begins = |word: &str| head.starts_with(word);
    Some(if start.is_empty() {
        ("an empty file", "save the document again")
    } else if begins("#%raml") {
        (
            "a RAML document, which is not read",
            "convert it to OpenAPI 3, and name the result",
        )
    } else if begins("<") {
        if head.contains("<html") || begins("<!doctype html") {
            (
                "a web page, not a document",
                "download the document itself: the link to its raw JSON or YAML",
            )
        } else if head.contains("wsdl") || head.contains("<definitions") {
            (
                "a WSDL document, which is not read",
                "name a sample of what the service sends as JSON",
            )
        } else {
            (
                "XML, not an OpenAPI document",
                "name a document of OpenAPI 3 or Swagger 2.0, in JSON or YAML",
            )
        }
    } else if begins("format: 1a") {
        (
            "an API Blueprint, which is not read",
            "convert it to OpenAPI 3, and name the result",
        )
    } else if begins("version https://git-lfs") {
        (
            "a pointer of Git LFS, not the document",
            "fetch the file: `git lfs pull`",
        )
    } else if begins("syntax = \"proto") {
        (
            "a Protocol Buffers file, which is not read",
            "convert it to OpenAPI 3, or name a sample",
        )
    } else {
        return None;
    })
}
