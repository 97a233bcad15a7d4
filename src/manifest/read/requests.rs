//! Requests.

use crate::document::Table;
use crate::manifest::keys::steps::STEP;
use crate::manifest::syntax::{Effect, Request};
use crate::source::Spanned;

use super::access::Reader;
use super::workflows::method;

impl Reader<'_> {
    /// The request of a step; `None` where its path or system is missing or wrong,
    /// which was reported.
    pub fn request(self, table: &Table, verb: &str) -> Option<Request> {
        let path = self
            .text(table, verb)
            .filter(|path| path.as_str().starts_with('/'))?;
        let system = self.text(table, "system")?;
        let span = table.get(verb).map_or(path.span, |entry| entry.key.span);
        // Of several bodies, which were reported, the first kind counts.
        let body = self.any(table, "body");
        let form = match body {
            Some(_) => Vec::new(),
            None => self.trees(table, "form"),
        };
        let text = match body {
            None if form.is_empty() => self.any(table, "text"),
            _ => None,
        };
        Some(Request {
            method: Spanned::new(method(verb)?, span),
            path,
            system: Some(system),
            query: self.trees(table, "query"),
            headers: self.trees(table, "headers"),
            body,
            form,
            text,
            returns: self.text(table, "returns"),
            timeout: self.duration(table, "timeout"),
            effect: self.word(table, &STEP, "effect", effect),
        })
    }
}

fn effect(word: &str) -> Option<Effect> {
    Some(match word {
        "read" => Effect::Read,
        "create" => Effect::Create,
        "update" => Effect::Update,
        "replace" => Effect::Replace,
        "delete" => Effect::Delete,
        _ => return None,
    })
}
