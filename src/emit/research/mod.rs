//! `versori-research/research.md`: the manifest's facts in the platform's structure,
//! each with its source, and the gaps that a person should fill.

mod data;
mod endpoints;
mod patterns;
pub mod quote;
mod systems;

use std::fmt::Write as _;

use super::Artifact;
use crate::ir::Program;
use quote::{code, text};

/// The document, and what it could not say.
struct Page {
    text: String,
    gaps: Vec<String>,
}

impl Page {
    fn heading(&mut self, level: usize, title: &str) {
        let _ = write!(self.text, "\n{} {title}\n\n", "#".repeat(level));
    }

    fn paragraph(&mut self, line: &str) {
        let _ = write!(self.text, "{line}\n\n");
    }

    fn item(&mut self, line: &str) {
        let _ = writeln!(self.text, "- {line}");
    }

    fn table(&mut self, columns: &[&str], rows: &[Vec<String>]) {
        if rows.is_empty() {
            return;
        }
        let _ = writeln!(self.text, "| {} |", columns.join(" | "));
        let _ = writeln!(self.text, "|{}", " --- |".repeat(columns.len()));
        for row in rows {
            let _ = writeln!(self.text, "| {} |", row.join(" | "));
        }
    }

    fn gap(&mut self, what: String) {
        self.gaps.push(what);
    }
}

/// The research document.
pub fn emit(program: &Program<'_>) -> Artifact {
    let mut page = Page {
        text: String::new(),
        gaps: Vec::new(),
    };
    let model = program.model;
    let _ = writeln!(page.text, "# {}\n", text(&model.name));
    if let Some(description) = &model.description {
        page.paragraph(&text(description));
    }
    page.paragraph(
        "Every fact is the manifest's (`integration.toml`) unless another source is named.",
    );
    systems::write(program, &mut page);
    endpoints::write(program, &mut page);
    patterns::write(program, &mut page);
    data::write(program, &mut page);
    sources(program, &mut page);
    gaps(&mut page);
    let mut contents = page.text.trim_end().to_owned();
    contents.push('\n');
    Artifact {
        path: "project/versori-research/research.md".to_owned(),
        contents,
        executable: false,
    }
}

fn sources(program: &Program<'_>, page: &mut Page) {
    page.heading(2, "Source Attribution");
    page.item("`integration.toml`: systems, endpoints, triggers, mappings.");
    for system in program
        .model
        .systems
        .iter()
        .filter(|system| !system.implied)
    {
        let name = code(&system.name.value);
        match &system.docs {
            Some(docs) => page.item(&format!("{name}: {}", quote::link(&docs.value))),
            None => page.gap(format!("{name}: no documentation is named (`docs`).")),
        }
    }
}

fn gaps(page: &mut Page) {
    page.heading(2, "Gaps");
    if page.gaps.is_empty() {
        page.paragraph("None that the manifest shows.");
    }
    for gap in std::mem::take(&mut page.gaps) {
        page.item(&gap);
    }
}
