//! `[workflows]` and their triggers.

use crate::document::{Key, NodeKind, Table};
use crate::manifest::keys::smoke::SMOKE;
use crate::manifest::keys::triggers::{DURABLE, SCHEDULE, WEBHOOK};
use crate::manifest::syntax::{
    Durable, Manual, Method, ResponseMode, Schedule, Smoke, Users, Webhook, Workflow,
};

use super::access::Reader;

impl Reader<'_> {
    pub fn workflow(self, name: &Key, table: &Table) -> Workflow {
        Workflow {
            name: name.clone(),
            description: self.text(table, "description"),
            webhook: self
                .table(table, "webhook")
                .map(|table| self.webhook(table)),
            schedule: self.table(table, "schedule").map(|table| Schedule {
                span: table.span,
                cron: self.text(table, "cron"),
                users: self.word(table, &SCHEDULE, "users", |word| match word {
                    "static" => Some(Users::Static),
                    "all" => Some(Users::All),
                    _ => None,
                }),
            }),
            manual: self.manual(table),
            durable: self.table(table, "durable").map(|table| Durable {
                span: table.span,
                attempts: self.integer(table, &DURABLE, "attempts"),
                ttl: self.duration(table, "ttl"),
                limit: self.integer(table, &DURABLE, "limit"),
            }),
            smoke: self.table(table, "smoke").map(|table| Smoke {
                span: table.span,
                body: self.any(table, "body"),
                headers: self
                    .table(table, "headers")
                    .map(|_| self.named_texts(table, "headers"))
                    .unwrap_or_default(),
                status: self.integer(table, &SMOKE, "status"),
                has_status: self.node(table, "status").is_some(),
            }),
            steps: self
                .tables(table, "steps")
                .map(|step| self.step(step))
                .collect(),
        }
    }

    fn webhook(self, table: &Table) -> Webhook {
        Webhook {
            span: table.span,
            method: self.word(table, &WEBHOOK, "method", method),
            body: self.text(table, "body"),
            verify: self.text(table, "verify"),
            mode: self.word(table, &WEBHOOK, "mode", |word| match word {
                "sync" => Some(ResponseMode::Sync),
                "async" => Some(ResponseMode::Async),
                _ => None,
            }),
        }
    }

    fn manual(self, table: &Table) -> Option<Manual> {
        let node = self.node(table, "manual")?;
        match &node.kind {
            NodeKind::Boolean(enabled) => Some(Manual {
                span: node.span,
                enabled: *enabled,
                verify: None,
                body: None,
            }),
            NodeKind::Table(table) => Some(Manual {
                span: table.span,
                enabled: true,
                verify: self.text(table, "verify"),
                body: self.text(table, "body"),
            }),
            _ => None,
        }
    }
}

/// The method of a word or of a verb.
pub fn method(word: &str) -> Option<Method> {
    Some(match word {
        "get" => Method::Get,
        "post" => Method::Post,
        "put" => Method::Put,
        "patch" => Method::Patch,
        "delete" => Method::Delete,
        _ => return None,
    })
}
