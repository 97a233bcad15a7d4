//! Triggers and steps as the platform's triggers and tasks.

use std::collections::BTreeSet;

use super::{Entry, EntryKind, Flow, Queue, Reads, Task};
use crate::expression::PathPart;
use crate::manifest::{Method, ResponseMode, Users};
use crate::model::{Action, Body, Model, Step, Workflow, connection_name};

/// The platform's ids of what a workflow becomes; all workflows share one space of them.
#[derive(Debug)]
pub struct Ids {
    pub webhook: Option<String>,
    pub schedule: Option<String>,
    pub manual: Option<String>,
    /// Where durable runs are queued.
    pub queue: Option<String>,
}

impl Ids {
    /// The first trigger has the workflow's name; others say what they are.
    pub fn of(workflow: &Workflow) -> Self {
        let name = &workflow.name.value;
        let other = |kind: &str, first: bool| {
            if first {
                name.clone()
            } else {
                format!("{name}-{kind}")
            }
        };
        let (webhook, schedule) = (workflow.webhook.is_some(), workflow.schedule.is_some());
        Self {
            webhook: webhook.then(|| name.clone()),
            schedule: schedule.then(|| other("schedule", !webhook)),
            manual: workflow
                .manual
                .as_ref()
                .map(|_| other("manual", !webhook && !schedule)),
            queue: workflow.durable.as_ref().map(|_| format!("{name}-run")),
        }
    }

    pub fn iter(&self) -> impl Iterator<Item = &String> {
        [&self.webhook, &self.schedule, &self.manual, &self.queue]
            .into_iter()
            .flatten()
    }
}

/// `variables` are those that each mapping reads.
pub fn lower<'m>(
    model: &'m Model,
    workflow: &'m Workflow,
    variables: &[BTreeSet<String>],
) -> Flow<'m> {
    let ids = Ids::of(workflow);
    let mut entries = Vec::new();
    if let (Some(webhook), Some(id)) = (&workflow.webhook, ids.webhook) {
        entries.push(Entry {
            id,
            kind: EntryKind::Webhook {
                method: webhook.method,
                connection: webhook
                    .verify
                    .as_ref()
                    .map(|system| connection_name(&model.systems[system.value], true)),
                mode: webhook.mode,
                body: &webhook.body,
                manual: false,
            },
        });
    }
    if let (Some(schedule), Some(id)) = (&workflow.schedule, ids.schedule) {
        entries.push(Entry {
            id,
            kind: EntryKind::Schedule {
                cron: &schedule.cron.value,
                all_users: schedule.users == Users::All,
            },
        });
    }
    if let (Some(manual), Some(id)) = (&workflow.manual, ids.manual) {
        entries.push(Entry {
            id,
            kind: EntryKind::Webhook {
                method: Method::Post,
                connection: Some(connection_name(&model.systems[manual.verify], true)),
                mode: ResponseMode::Sync,
                body: &manual.body,
                manual: true,
            },
        });
    }
    let queue = workflow.durable.as_ref().zip(ids.queue);
    Flow {
        workflow,
        entries,
        queue: queue.map(|(durable, id)| Queue {
            id,
            attempts: durable.attempts,
            ttl: durable.ttl.map(|ttl| ttl.milliseconds.div_ceil(1000)),
            limit: durable.limit,
        }),
        tasks: tasks(model, workflow, variables),
    }
}

fn tasks<'m>(
    model: &Model,
    workflow: &'m Workflow,
    variables: &[BTreeSet<String>],
) -> Vec<Task<'m>> {
    let taken = |id: &str| {
        workflow
            .steps
            .iter()
            .any(|step| step.id.as_ref().is_some_and(|own| own.value == id))
    };
    let mut tasks = Vec::with_capacity(workflow.steps.len());
    for (at, step) in workflow.steps.iter().enumerate() {
        let id = step.id.as_ref().map_or_else(
            || {
                let mut id = format!("step_{}", at + 1);
                while taken(&id) {
                    id.push('_');
                }
                id
            },
            |id| id.value.clone(),
        );
        let mut reads = reads(model, step);
        for at in &reads.mappings {
            let more = variables.get(*at).into_iter().flatten().cloned();
            reads.variables.extend(more);
        }
        tasks.push(Task { id, step, reads });
    }
    tasks
}

/// Everything that a step's own expressions read.
pub fn reads(model: &Model, step: &Step) -> Reads {
    let mut reads = Reads::default();
    if let Some(when) = &step.when {
        reads.add(when);
    }
    match &step.action {
        Action::Request(request) => {
            for part in &request.path.parts {
                if let PathPart::Hole(typed) = part {
                    reads.add(typed);
                }
            }
            let system = &model.systems[request.system];
            for (_, typed) in request
                .query
                .iter()
                .chain(&request.headers)
                .chain(&system.headers)
            {
                reads.add(typed);
            }
            match &request.body {
                Body::None => {}
                Body::Json(typed) | Body::Text(typed) => reads.add(typed),
                Body::Form(pairs) => pairs.iter().for_each(|(_, typed)| reads.add(typed)),
            }
        }
        Action::Value(typed) => reads.add(typed),
        Action::Log { data, .. } => data.iter().for_each(|(_, typed)| reads.add(typed)),
        Action::Respond { headers, body, .. } => {
            for typed in headers.iter().map(|(_, typed)| typed).chain(body) {
                reads.add(typed);
            }
        }
        Action::Skip(_) | Action::Stop(_) | Action::Fail(_) | Action::Invalid => {}
    }
    reads
}
