//! Names that other parts of the manifest refer to, with suggestions when one is wrong.

use std::collections::BTreeMap;

use crate::diagnostics::{Code, Diagnostic, Sink, closest};
use crate::document::Text;
use crate::source::Span;

/// The declared names of one section, for look-ups by reference.
pub struct Names<'a> {
    /// "system", "workflow": the word for messages.
    what: &'static str,
    /// `systems`: the section a new one is declared in.
    section: &'static str,
    unknown: Code,
    index: BTreeMap<&'a str, usize>,
    ordered: Vec<&'a str>,
}

impl<'a> Names<'a> {
    pub fn new(
        what: &'static str,
        section: &'static str,
        unknown: Code,
        names: impl IntoIterator<Item = &'a str>,
    ) -> Self {
        let ordered: Vec<&str> = names.into_iter().collect();
        let index = ordered
            .iter()
            .enumerate()
            .map(|(at, name)| (*name, at))
            .collect();
        Self {
            what,
            section,
            unknown,
            index,
            ordered,
        }
    }

    /// The index of the name, or a diagnostic that says which name was meant.
    pub fn find(&self, reference: &Text, sink: &mut Sink) -> Option<usize> {
        self.find_at(&reference.value, reference.span, sink)
    }

    /// As [`Names::find`], for a name that is a key.
    pub fn find_at(&self, name: &str, span: Span, sink: &mut Sink) -> Option<usize> {
        if let Some(at) = self.index.get(name) {
            return Some(*at);
        }
        let mut diagnostic = Diagnostic::new(
            self.unknown,
            span,
            format!("there is no {} `{name}`", self.what),
        );
        diagnostic = match closest(name, self.ordered.iter().copied()) {
            Some(meant) => diagnostic.help(format!("did you mean `{meant}`?")),
            None => diagnostic.help(format!(
                "declare it as `[{}.{name}]`, or name one that is declared",
                self.section
            )),
        };
        sink.push(diagnostic);
        None
    }
}
