//! Steps and their verbs.

use crate::document::{NodeKind, Table};
use crate::manifest::keys::steps::{RESPOND, STEP};
use crate::manifest::syntax::{LogLevel, Respond, Step, Verb};

use super::access::{Reader, awaits};

/// The verbs that are built.
const VERBS: [&str; 11] = [
    "get", "post", "put", "patch", "delete", "value", "log", "skip", "stop", "fail", "respond",
];

impl Reader<'_> {
    pub fn step(self, table: &Table) -> Step {
        Step {
            span: table.span,
            id: self.text(table, "id"),
            when: self.any(table, "when"),
            verb: self.verb(table),
        }
    }

    fn verb(self, table: &Table) -> Option<Verb> {
        if awaits(table, &STEP) {
            return None;
        }
        let mut verbs = VERBS
            .into_iter()
            .filter(|verb| self.node(table, verb).is_some());
        let verb = verbs.next()?;
        if verbs.next().is_some() {
            return None;
        }
        match verb {
            "value" => self.any(table, verb).map(Verb::Value),
            "log" => Some(Verb::Log {
                message: self.text(table, verb)?,
                level: self.word(table, &STEP, "level", level),
                data: self.trees(table, "data"),
            }),
            "skip" => self.text(table, verb).map(Verb::Skip),
            "stop" => self.text(table, verb).map(Verb::Stop),
            "fail" => self.text(table, verb).map(Verb::Fail),
            "respond" => {
                let NodeKind::Table(table) = &self.node(table, verb)?.kind else {
                    return None;
                };
                Some(Verb::Respond(Respond {
                    span: table.span,
                    status: self.integer(table, &RESPOND, "status"),
                    headers: self.trees(table, "headers"),
                    body: self.any(table, "body"),
                }))
            }
            verb => self
                .request(table, verb)
                .map(|request| Verb::Request(Box::new(request))),
        }
    }
}

fn level(word: &str) -> Option<LogLevel> {
    Some(match word {
        "debug" => LogLevel::Debug,
        "info" => LogLevel::Info,
        "warn" => LogLevel::Warn,
        "error" => LogLevel::Error,
        _ => return None,
    })
}
