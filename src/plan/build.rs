//! From what each step would do to what happens to each object.

use std::collections::BTreeMap;

use sha2::{Digest, Sha256};

use super::{
    Action, ByHand, Change, FORMAT, FileChange, Inputs, Object, Place, Plan, Scope, Selection,
    Summary, Unmanaged, VERSION, object,
};
use crate::execute::{Entry, Verdict};
use crate::platform::hex;

/// What a plan says beside its changes.
#[derive(Clone, Debug)]
pub struct Subject {
    pub integration: String,
    pub scope: Scope,
    pub organisation: String,
    pub project: String,
    /// The digests of the manifest and the lock; that of the platform is made here.
    pub inputs: Inputs,
    pub selection: Selection,
    pub release: Option<String>,
    pub origins: BTreeMap<String, Place>,
    pub unmanaged: Vec<Unmanaged>,
    pub files: Vec<FileChange>,
}

/// The plan of these decisions.
pub fn plan(subject: Subject, entries: &[Entry]) -> Plan {
    let environment = match &subject.scope {
        Scope::Environment(name) => name.clone(),
        Scope::Setup | Scope::Base(_) => String::new(),
    };
    let mut objects: Vec<Change> = Vec::new();
    let mut places: BTreeMap<Object, usize> = BTreeMap::new();
    for entry in entries {
        let object = object(&entry.at);
        let place = *places.entry(object.clone()).or_insert_with(|| {
            objects.push(Change::new(object));
            objects.len() - 1
        });
        if let Some(change) = objects.get_mut(place) {
            change.add(entry);
        }
    }
    let all = objects.len();
    let mut changes: Vec<Change> = objects;
    changes.retain(|change| change.action != Action::Same);
    for change in &mut changes {
        let part = change.object.part(&environment);
        change.source = subject.origins.get(&part).cloned();
    }
    let mut unmanaged = subject.unmanaged;
    unmanaged.sort();
    let mut inputs = subject.inputs;
    inputs.platform = digest(entries, &unmanaged, &subject.files);
    Plan {
        format: FORMAT.to_owned(),
        version: VERSION,
        integration: subject.integration,
        scope: subject.scope,
        organisation: subject.organisation,
        project: subject.project,
        inputs,
        selection: subject.selection,
        release: subject.release,
        summary: Summary::of(&changes, all - changes.len()),
        changes,
        unmanaged,
        files: subject.files,
    }
}

impl Change {
    /// An object to which nothing happens so far.
    pub fn new(object: Object) -> Self {
        Self {
            object,
            action: Action::Same,
            reason: String::new(),
            former: None,
            source: None,
            fields: Vec::new(),
            by_hand: Vec::new(),
            waits_for: Vec::new(),
        }
    }

    /// Adds what one step does to the object.
    fn add(&mut self, entry: &Entry) {
        let decision = &entry.decision;
        let action = match &decision.verdict {
            Verdict::Same | Verdict::Left => Action::Same,
            Verdict::Create | Verdict::Follows => Action::Create,
            Verdict::Update => Action::Update,
            Verdict::Delete => Action::Delete,
            Verdict::Adopt => Action::Adopt,
            Verdict::Refused => Action::Refuse,
            Verdict::Rename(former) => {
                self.former = Some(former.clone());
                Action::Rename
            }
            Verdict::ByHand {
                title,
                instructions,
            } => {
                self.by_hand.push(ByHand {
                    title: title.clone(),
                    instructions: instructions.clone(),
                });
                Action::ByHand
            }
            Verdict::Waits(waits) => {
                for at in waits {
                    let object = object(at);
                    if object != self.object && !self.waits_for.contains(&object) {
                        self.waits_for.push(object);
                    }
                }
                Action::Wait
            }
        };
        // Only what it is made for is worth a reason: the rest follows.
        if action > self.action || self.reason.is_empty() {
            self.reason.clone_from(&decision.reason);
        }
        self.action = self.action.max(action);
        self.fields.extend(decision.fields.iter().cloned());
    }
}

/// What was seen of the platform, so that a saved plan can be told from a later one.
fn digest(entries: &[Entry], unmanaged: &[Unmanaged], files: &[FileChange]) -> String {
    let mut digest = Sha256::new();
    let mut add = |text: &str| {
        digest.update(text.as_bytes());
        digest.update([0]);
    };
    for entry in entries {
        let decision = &entry.decision;
        add(&entry.at.to_string());
        add(&decision.seen);
        add(&decision.reason);
        add(&format!("{:?}", decision.verdict));
        add(&serde_json::to_string(&decision.fields).unwrap_or_default());
    }
    for other in unmanaged {
        add(&other.object.to_string());
    }
    for file in files {
        add(&file.path);
        add(&file.diff);
    }
    hex(&digest.finalize())
}
