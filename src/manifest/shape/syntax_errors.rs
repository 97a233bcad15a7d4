//! Where the file could not be read. What seems to be missing there may be written,
//! and is not reported.

use crate::diagnostics::Sink;
use crate::document::{Document, Node, NodeKind, Table, TableStyle};
use crate::source::Span;

/// The places of syntax errors, and where each header's lines end.
#[derive(Debug, Default)]
pub struct SyntaxErrors {
    errors: Vec<Span>,
    headers: Vec<u32>,
}

impl SyntaxErrors {
    pub fn of(document: &Document, sink: &Sink) -> Self {
        let errors: Vec<Span> = sink
            .iter()
            .filter(|diagnostic| diagnostic.code.id.starts_with("GS01"))
            .map(|diagnostic| diagnostic.span)
            .collect();
        let mut headers = Vec::new();
        if !errors.is_empty() {
            collect(&document.root, &mut headers);
            headers.sort_unstable();
        }
        Self { errors, headers }
    }

    /// Whether a line of this table could not be read.
    pub fn within(&self, table: &Table) -> bool {
        if self.errors.is_empty() {
            return false;
        }
        let start = table.span.start;
        let end = match table.style {
            TableStyle::Inline => table.span.end,
            // Its lines may be anywhere.
            TableStyle::Root | TableStyle::Implicit | TableStyle::Dotted => return true,
            TableStyle::Header => self
                .headers
                .iter()
                .copied()
                .find(|header| *header > start)
                .unwrap_or(u32::MAX),
        };
        self.errors
            .iter()
            .any(|error| error.start >= start && error.start <= end)
    }
}

fn collect(table: &Table, headers: &mut Vec<u32>) {
    if table.style == TableStyle::Header {
        headers.push(table.span.start);
    }
    for entry in &table.entries {
        collect_node(&entry.value, headers);
    }
}

fn collect_node(node: &Node, headers: &mut Vec<u32>) {
    match &node.kind {
        NodeKind::Table(table) => collect(table, headers),
        NodeKind::Array(items) => items.iter().for_each(|item| collect_node(item, headers)),
        _ => {}
    }
}
