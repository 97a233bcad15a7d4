//! What the tests of this phase share.

use gusset::diagnostics::{Diagnostic, Sink};
use gusset::document::{Document, Node, NodeKind, Table, parse};
use gusset::source::Sources;

/// Reads bytes as a file `integration.toml`.
pub fn read(bytes: impl Into<Vec<u8>>) -> (Sources, Document, Vec<Diagnostic>) {
    let mut sources = Sources::new();
    let file = sources.add("integration.toml", bytes);
    let mut sink = Sink::new();
    let document = parse(&sources, file, &mut sink);
    (sources, document, sink.into_sorted())
}

/// The codes of what is wrong in a text.
pub fn codes(text: &str) -> Vec<&'static str> {
    let (_, _, found) = read(text);
    found.iter().map(|diagnostic| diagnostic.code.id).collect()
}

/// The tree as the `toml` crate has it, with dates as text and line ends as `\n`.
pub fn plain(table: &Table) -> toml::Table {
    table
        .entries
        .iter()
        .map(|entry| (entry.key.name.clone(), plain_node(&entry.value)))
        .collect()
}

fn plain_node(node: &Node) -> toml::Value {
    match &node.kind {
        NodeKind::String(text) => toml::Value::String(text.value.clone()),
        NodeKind::Integer(value) => toml::Value::Integer(*value),
        NodeKind::Float(text) => toml::Value::Float(text.parse().expect("a float that was read")),
        NodeKind::Boolean(value) => toml::Value::Boolean(*value),
        NodeKind::Datetime(text) => {
            toml::Value::Datetime(text.parse().expect("a date that was read"))
        }
        NodeKind::Array(items) => toml::Value::Array(items.iter().map(plain_node).collect()),
        NodeKind::Table(table) => toml::Value::Table(plain(table)),
        NodeKind::Invalid => panic!("an invalid value in a tree without diagnostics"),
    }
}

/// The table that a dotted path leads to, through the last of each array of tables.
pub fn table<'d>(document: &'d Document, path: &str) -> Option<&'d Table> {
    path.split('.').try_fold(&document.root, |table, name| {
        let node = table.node(name)?;
        match &node.kind {
            NodeKind::Array(items) => items.last()?.as_table(),
            _ => node.as_table(),
        }
    })
}

/// Diagnostics as lines `code line:column message`, for messages of failed tests.
pub fn lines(sources: &Sources, found: &[Diagnostic]) -> String {
    let line = |diagnostic: &Diagnostic| {
        let place = sources
            .file(diagnostic.span.file)
            .map(|file| file.line_column(diagnostic.span.start))
            .expect("a file of the sources");
        let text = sources.slice(diagnostic.span);
        let (line, column) = (place.line, place.column);
        let (id, message) = (diagnostic.code.id, &diagnostic.message);
        format!("{id} {line}:{column} {text:?} {message}\n")
    };
    found.iter().map(line).collect()
}
