//! `$ref`: what it leads to, and what to say when that is nothing.

use super::super::documents::{Lost, reference_of, tokens};
use super::super::json::{Json, JsonKind};
use super::Reader;
use super::flat::Stop;
use crate::diagnostics::codes::types as codes;
use crate::diagnostics::{Diagnostic, closest};
use crate::source::Span;

impl<'a> Reader<'a, '_> {
    /// The schema that a `$ref` leads to; `None` without one.
    pub(super) fn reference(&mut self, schema: &'a Json) -> Result<Option<&'a Json>, Stop> {
        if let Some((text, span)) = reference_of(schema) {
            return self.target(&text, span).map(Some).ok_or(Stop::Reported);
        }
        let Some(member) = schema.get("$ref") else {
            return Ok(None);
        };
        if !matches!(member.value.kind, JsonKind::Invalid) {
            let found = member.value.describe();
            self.wrong(
                member.value.span,
                format!("`$ref` takes a string, got {found}"),
                "write `\"$ref\" = \"#/$defs/name\"`",
            );
        }
        if self.is_foreign() {
            Ok(None)
        } else {
            Err(Stop::Reported)
        }
    }

    /// What the words of a `$ref` lead to; nothing is reported.
    pub(super) fn target(&mut self, text: &str, span: Span) -> Option<&'a Json> {
        let found = match (self.root, text.strip_prefix('#')) {
            (Some(root), Some(fragment)) => within(root, fragment).ok_or(Lost::Nothing),
            _ => self.library.resolve(span.file, text),
        };
        match found {
            Ok(schema) => Some(schema),
            Err(lost) => {
                self.lead_nowhere(text, span, &lost);
                None
            }
        }
    }

    fn lead_nowhere(&mut self, text: &str, span: Span, lost: &Lost) {
        // The file has its finding. What is not told needs no suggestion.
        if *lost == Lost::File || self.quiet {
            return;
        }
        let key = (span.file, text.to_owned());
        if let Some(known) = self.lost.get(&key) {
            // Of a document, each field has the finding, since any may be the one in use.
            if self.is_foreign() && self.place.is_some() {
                let mut finding = known.clone();
                finding.span = span;
                self.report(finding);
            }
            return;
        }
        let (message, help) = match lost {
            Lost::File => return,
            Lost::Remote => (
                format!("`{text}` is an address on the network, and nothing is fetched"),
                "download it beside this file and write its path: `\"$ref\": \"schemas/name.json\"`"
                    .to_owned(),
            ),
            Lost::Elsewhere => (
                format!("`{text}` leads out of the variable"),
                "copy it under `$defs` and write `#/$defs/name`".to_owned(),
            ),
            Lost::Malformed => (
                format!("`{text}` has a broken escape"),
                "write `%25` for a percent sign".to_owned(),
            ),
            Lost::Nothing => (
                format!("`{text}` leads to nothing"),
                self.nearby(text, span),
            ),
        };
        // The document is somebody else's: the manifest can say what is there.
        let help = if self.is_foreign() && !matches!(lost, Lost::Malformed) {
            format!("{help}, or say under `parts` what it is")
        } else {
            help
        };
        let finding = Diagnostic::new(&codes::UNRESOLVED_REFERENCE, span, message).help(help);
        self.lost.insert(key, finding.clone());
        self.report(finding);
    }

    /// What to write for a reference to nothing.
    fn nearby(&self, text: &str, span: Span) -> String {
        let known: Vec<String> = match (self.root, text.starts_with('#')) {
            (Some(root), true) => definitions(root),
            _ => self.library.neighbours(span.file, text),
        };
        // Only the last names are compared: what leads there is alike in all of them.
        let last = |text: &'_ str| text.rsplit('/').next().map(str::to_owned);
        let names: Vec<String> = known.iter().filter_map(|known| last(known)).collect();
        let near = last(text)
            .and_then(|name| closest(&name, names.iter().map(String::as_str)).map(str::to_owned));
        let near = known.iter().find(|known| last(known) == near);
        match near {
            Some(near) => format!("write `{near}`"),
            None if self.is_foreign() => "add the schema there".to_owned(),
            None => "write `#/$defs/name`, and the schema under `$defs`".to_owned(),
        }
    }
}

/// What a fragment names within a schema of the manifest.
fn within<'a>(root: &'a Json, fragment: &str) -> Option<&'a Json> {
    if fragment.is_empty() {
        return Some(root);
    }
    let pointer = fragment.strip_prefix('/')?;
    tokens(pointer)
        .iter()
        .try_fold(root, |schema, name| match &schema.kind {
            JsonKind::Array(items) => items.get(name.parse::<usize>().ok()?),
            _ => Some(&schema.get(name)?.value),
        })
}

/// The pointers of the manifest's definitions, for suggestions.
fn definitions(root: &Json) -> Vec<String> {
    ["$defs", "definitions"]
        .iter()
        .filter_map(|keyword| root.get(keyword))
        .flat_map(|member| {
            let keyword = &member.name;
            let names = member.value.members().iter();
            names.map(move |definition| {
                let name = definition.name.replace('~', "~0").replace('/', "~1");
                format!("#/{keyword}/{name}")
            })
        })
        .collect()
}
