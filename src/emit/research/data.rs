//! Data & Transformations: what becomes what.

use super::Page;
use super::quote::{code, text};
use crate::expression::{Typed, TypedKind};
use crate::ir::Program;
use crate::source::Sources;

pub fn write(program: &Program<'_>, page: &mut Page) {
    page.heading(2, "Data & Transformations");
    for mapper in &program.mappers {
        let mapping = mapper.mapping;
        page.heading(3, &text(&mapping.name.value));
        page.paragraph(&format!(
            "From {} to {}.",
            mapping
                .from_parts
                .iter()
                .map(|part| code(part))
                .collect::<Vec<_>>()
                .join(", "),
            code(&mapping.to_part)
        ));
        let mut rows = Vec::new();
        if let Some(body) = &mapping.body {
            fields(body, "", program.sources, &mut rows);
        }
        page.table(&["target", "from"], &rows);
    }
    if program.mappers.is_empty() {
        page.paragraph("Data is handed on as it comes.");
    }
    page.paragraph("");
    page.paragraph("Decimals are exact. Dates are made from instants in a named zone. Payloads and answers are checked against their types before use.");
}

/// One row a leaf of the object that the mapping makes.
fn fields(typed: &Typed, path: &str, sources: &Sources, rows: &mut Vec<Vec<String>>) {
    match &typed.kind {
        TypedKind::Object(entries) => {
            for entry in entries {
                let path = if path.is_empty() {
                    entry.name.clone()
                } else {
                    format!("{path}.{}", entry.name)
                };
                fields(&entry.value, &path, sources, rows);
            }
        }
        _ => rows.push(vec![code(path), code(sources.slice(typed.span).trim())]),
    }
}
