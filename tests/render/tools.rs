//! What the tests of this phase share.

use gusset::diagnostics::codes::syntax;
use gusset::diagnostics::{Diagnostic, Edit, Fix, Severity, Sink};
use gusset::document::parse;
use gusset::source::{FileId, Sources, Span};

/// A manifest and what the parser tells about it.
pub fn parsed(text: impl Into<Vec<u8>>) -> (Sources, Vec<Diagnostic>) {
    let mut sources = Sources::new();
    let file = sources.add("integration.toml", text);
    let mut sink = Sink::new();
    let _ = parse(&sources, file, &mut sink);
    (sources, sink.into_sorted())
}

/// One file, and a diagnostic with all there can be at a part of it.
pub fn at(text: impl Into<Vec<u8>>, start: usize, end: usize) -> (Sources, Diagnostic) {
    let mut sources = Sources::new();
    let file = sources.add("integration.toml", text);
    let diagnostic = Diagnostic::new(
        &syntax::UNQUOTED_TEXT,
        Span::new(file, start, end),
        "something is wrong",
    )
    .label("here");
    (sources, diagnostic)
}

/// Diagnostics over two files, with everything that a diagnostic can have.
pub fn full() -> (Sources, Vec<Diagnostic>) {
    let mut sources = Sources::new();
    let manifest = sources.add(
        "shop/integration.toml",
        "[systems.shop]\nbase_url = \"https://shop.example\"\nurl = \"https://shop.example\"\n\n[types]\norder = { sample = \"order.json\" }\n",
    );
    let sample = sources.add("shop/order.json", "{ \"id\": 1,\n  \"id\": 2 }\n");
    let span = |file: FileId, text: &str| {
        let whole = String::from_utf8(sources.file(file).unwrap().bytes().to_vec()).unwrap();
        let start = whole.find(text).unwrap();
        Span::new(file, start, start + text.len())
    };
    let mut first = Diagnostic::new(
        &syntax::DUPLICATE_KEY,
        span(manifest, "url = \"https://shop.example\"\n\n").at_start(),
        "the key `url` is another word for `base_url`",
    )
    .label("second time")
    .related(span(manifest, "base_url"), "first set here")
    .help("remove one of the two; `base_url` is the word that the rest of the manifest and its documentation use");
    first.fix = Some(Fix {
        title: "remove `url`".to_owned(),
        edits: vec![Edit {
            span: span(manifest, "url = \"https://shop.example\"\n\n"),
            text: "\n".to_owned(),
        }],
    });
    let mut second = Diagnostic::new(
        &syntax::DUPLICATE_KEY,
        span(manifest, "order.json"),
        "the sample sets `id` twice",
    )
    .related(span(sample, "\"id\""), "first here")
    .related(span(sample, "\"id\": 2"), "again here");
    second.severity = Severity::Warning;
    (sources, vec![first, second])
}
