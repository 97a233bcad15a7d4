//! The target-neutral program: which runs there are, how they start, which tasks they
//! consist of, and what each task reads.

mod flows;
mod mappers;
mod moves;
mod platform;
mod reads;

use std::collections::BTreeSet;

use crate::manifest::{Method, ResponseMode};
use crate::model::{Mapping, Model, Step, Workflow};
use crate::source::Sources;
use crate::types::Ty;

pub use flows::Ids;
pub use platform::platform;
pub use reads::Reads;

/// What the emitters write out.
#[derive(Debug)]
pub struct Program<'m> {
    pub model: &'m Model,
    /// The text behind the spans.
    pub sources: &'m Sources,
    pub mappers: Vec<Mapper<'m>>,
    pub flows: Vec<Flow<'m>>,
    /// For each mapping of the model the variables that it, or one it calls, reads.
    pub variables: Vec<BTreeSet<String>>,
}

/// A mapping that some flow uses.
#[derive(Debug)]
pub struct Mapper<'m> {
    /// Index into the model's mappings.
    pub index: usize,
    pub mapping: &'m Mapping,
    /// The activation variables that it, or a mapping it calls, reads.
    pub variables: BTreeSet<String>,
}

/// A workflow of the manifest as the platform sees it.
#[derive(Debug)]
pub struct Flow<'m> {
    pub workflow: &'m Workflow,
    pub entries: Vec<Entry<'m>>,
    /// Where the run is queued: its platform id and limits.
    pub queue: Option<Queue>,
    pub tasks: Vec<Task<'m>>,
}

/// One way in.
#[derive(Debug)]
pub struct Entry<'m> {
    /// The platform's id of the trigger; for a webhook the last part of its URL.
    pub id: String,
    pub kind: EntryKind<'m>,
}

#[derive(Debug)]
pub enum EntryKind<'m> {
    Webhook {
        method: Method,
        /// The connection template that checks calls.
        connection: Option<String>,
        mode: ResponseMode,
        body: &'m Ty,
        /// Called by a person, through the platform's proxy.
        manual: bool,
    },
    Schedule {
        cron: &'m str,
        all_users: bool,
    },
}

/// A durable run.
#[derive(Debug)]
pub struct Queue {
    pub id: String,
    pub attempts: i64,
    /// Whole seconds that an attempt may take.
    pub ttl: Option<u64>,
    pub limit: i64,
}

/// One step as a task of the platform.
#[derive(Debug)]
pub struct Task<'m> {
    /// Unique in its flow: the step's id, or `step-3`.
    pub id: String,
    pub step: &'m Step,
    pub reads: Reads,
}

/// Lowers the checked model.
pub fn lower<'m>(model: &'m Model, sources: &'m Sources) -> Program<'m> {
    let reads: Vec<Reads> = model.mappings.iter().map(mappers::of).collect();
    let variables = mappers::variables(&reads);
    Program {
        model,
        sources,
        mappers: mappers::lower(model, &reads, &variables),
        flows: flows_of(model, &variables),
        variables,
    }
}

/// For each mapping of the model the variables that it, or one it calls, reads.
pub fn variables_read(model: &Model) -> Vec<BTreeSet<String>> {
    let reads: Vec<Reads> = model.mappings.iter().map(mappers::of).collect();
    mappers::variables(&reads)
}

fn flows_of<'m>(model: &'m Model, variables: &[BTreeSet<String>]) -> Vec<Flow<'m>> {
    model
        .workflows
        .iter()
        .map(|workflow| flows::lower(model, workflow, variables))
        .collect()
}
