//! What a step would do, or has done.

use std::collections::{BTreeMap, BTreeSet};

use super::differences::FieldChange;
use crate::steps::Address;

/// What a step would do.
#[derive(Clone, Debug, PartialEq)]
pub struct Decision {
    pub verdict: Verdict,
    /// What changes, where it is known.
    pub fields: Vec<FieldChange>,
    /// Why, in one line; empty where the verdict says it all.
    pub reason: String,
    /// What of the platform it was decided by, beside the fields: an id, mostly.
    pub seen: String,
}

#[derive(Clone, Debug, PartialEq)]
pub enum Verdict {
    /// It is as it should be.
    Same,
    Create,
    /// It is sent, since it is not as it should be.
    Update,
    /// It is made, or sent, once the object it belongs to is there.
    Follows,
    Delete,
    /// It has this former name.
    Rename(String),
    /// It is there, and the lock will bind it.
    Adopt,
    /// A person has something to do: one line, and the lines of how.
    ByHand {
        title: String,
        instructions: Vec<String>,
    },
    /// It waits for these, which a person has to do.
    Waits(BTreeSet<Address>),
    /// It could not be read, and nothing needs it: it stays as it is.
    Left,
    /// It cannot be done; the reason says why, and what to do.
    Refused,
}

impl Decision {
    pub(super) fn new(verdict: Verdict) -> Self {
        Self {
            verdict,
            fields: Vec::new(),
            reason: String::new(),
            seen: String::new(),
        }
    }

    pub(super) fn refused(reason: impl Into<String>) -> Self {
        Self {
            reason: reason.into(),
            ..Self::new(Verdict::Refused)
        }
    }

    pub(super) fn because(mut self, reason: impl Into<String>) -> Self {
        self.reason = reason.into();
        self
    }

    pub(super) fn with(mut self, fields: Vec<FieldChange>) -> Self {
        self.fields = fields;
        self
    }

    pub(super) fn seeing(mut self, seen: impl Into<String>) -> Self {
        self.seen = seen.into();
        self
    }

    /// Whether carrying it out changes the platform or the lock.
    pub fn is_change(&self) -> bool {
        matches!(
            self.verdict,
            Verdict::Create
                | Verdict::Update
                | Verdict::Follows
                | Verdict::Delete
                | Verdict::Rename(_)
                | Verdict::Adopt
        )
    }
}

/// What came of a step that was carried out.
#[derive(Clone, Debug, PartialEq)]
pub enum Outcome {
    /// Only decided, not carried out.
    Planned,
    Unchanged,
    /// It was changed; with what a person should know.
    Done {
        note: Option<String>,
    },
    Failed(String),
    /// Why it was not tried.
    NotAttempted(String),
    /// A person has to do it, or something that it needs.
    Waiting,
}

/// One step with what it would do, and what came of it.
#[derive(Clone, Debug, PartialEq)]
pub struct Entry {
    pub at: Address,
    pub decision: Decision,
    pub outcome: Outcome,
}

/// What a person has given on the command line, and in the env file.
#[derive(Clone, Debug, Default)]
pub struct Given {
    /// The project to adopt; empty for none.
    pub project: String,
    /// Ids of systems by name.
    pub systems: BTreeMap<String, String>,
    /// The variables of the env file and of the process that have a value, by name.
    pub variables: BTreeSet<String>,
    /// The lines of the env file that say that something is done, `NAME=value`.
    pub said: BTreeSet<String>,
    /// Ids that an earlier run has noted for objects it has made.
    pub made: BTreeMap<Address, String>,
    /// Objects that a person, or an earlier run, knows not to be there.
    pub absent: BTreeSet<Address>,
    /// Whether a deployment is due whatever it looks like: a run that changed what it
    /// holds was cut off before it.
    pub redeploy: bool,
}
