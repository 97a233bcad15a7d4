//! What would change, as a document: for people, for pull requests, and to be carried out
//! later exactly as it was shown. The same inputs give the same bytes.

mod build;
mod compare;
mod object;
mod origins;
mod saved;
mod select;
mod summary;

use serde::{Deserialize, Serialize};

pub use build::{Subject, plan};
pub use compare::{Side, compare};
pub use object::{Kind, Object, object};
pub use origins::{Place, origins, steps_named};
pub use saved::{Moved, moved};
pub use select::{Selection, UnknownPart, select};
pub use summary::Summary;

use crate::execute::FieldChange;

/// The version of the JSON form. A field more does not change it; anything else does.
pub const VERSION: u32 = 1;

/// What would change.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Plan {
    /// Always [`FORMAT`].
    pub format: String,
    /// [`VERSION`] of whoever wrote it.
    pub version: u32,
    /// The integration's name.
    pub integration: String,
    pub scope: Scope,
    /// The organisation's id; empty without a platform.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub organisation: String,
    /// The project's id; empty while there is none, and without a platform.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub project: String,
    /// What it was made from.
    pub inputs: Inputs,
    /// Parts of the manifest that it is limited to, and that it leaves out.
    #[serde(default, skip_serializing_if = "Selection::is_all")]
    pub selection: Selection,
    /// The version that is deployed instead of the present files.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub release: Option<String>,
    pub summary: Summary,
    /// In the order of the steps; what is unchanged is only counted.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub changes: Vec<Change>,
    /// What the platform has in this project beside what the manifest says.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub unmanaged: Vec<Unmanaged>,
    /// Files that differ: of the output between two revisions, or of the platform from
    /// what was deployed.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub files: Vec<FileChange>,
}

/// What [`Plan::format`] says.
pub const FORMAT: &str = "gusset.plan";

/// The JSON Schema of the JSON form.
pub const SCHEMA: &str = include_str!(concat!(
    env!("CARGO_MANIFEST_DIR"),
    "/spec-schema/plan.schema.json"
));

/// What a plan is about.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Scope {
    /// What belongs to the organisation and the project.
    Setup,
    /// One environment, by its name.
    Environment(String),
    /// Two manifests: the one of this revision, and the present one.
    Base(String),
}

/// Digests, SHA-256 in lower-case hexadecimal. Empty where there is no such thing.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Inputs {
    /// Of all that the manifest and its files compile to.
    pub manifest: String,
    /// Of `gusset.lock`.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub lock: String,
    /// Of what was read of the platform.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub platform: String,
}

/// What happens to one object.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Change {
    pub object: Object,
    pub action: Action,
    /// Why, in one line; empty where the action says it all.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub reason: String,
    /// Its name until now, where that changes.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub former: Option<String>,
    /// Where the manifest says so.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub source: Option<Place>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub fields: Vec<FieldChange>,
    /// What a person has to do.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub by_hand: Vec<ByHand>,
    /// The objects whose manual steps it waits for.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub waits_for: Vec<Object>,
}

/// What happens. In the order in which the strongest of several is named; what a person
/// does beside is in [`Change::by_hand`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Action {
    /// Nothing. Never in a plan's list; only counted.
    Same,
    /// Something has to be done by a person before.
    Wait,
    /// A person does it.
    ByHand,
    Update,
    /// The lock binds what is there already.
    Adopt,
    Rename,
    Delete,
    Create,
    /// It cannot be done; the reason says what to do.
    Refuse,
}

/// One manual step.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ByHand {
    pub title: String,
    /// What to do, line by line.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub instructions: Vec<String>,
}

/// An object that the platform has and the manifest has not. It is left alone.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Unmanaged {
    pub object: Object,
    /// What to write if it should be managed or go.
    pub advice: String,
}

/// A file that differs.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct FileChange {
    /// Relative to the output folder, or to the project on the platform.
    pub path: String,
    /// [`Action::Create`], [`Action::Update`] or [`Action::Delete`].
    pub action: Action,
    /// Unified, without colour.
    pub diff: String,
}

impl Plan {
    /// Whether there is something to do that is not a person's.
    pub fn has_changes(&self) -> bool {
        let is_ours = |change: &Change| {
            !matches!(change.action, Action::Wait | Action::ByHand | Action::Same)
        };
        let is_base = matches!(self.scope, Scope::Base(_));
        self.changes.iter().any(is_ours) || is_base && !self.files.is_empty()
    }

    /// The manual steps that are open.
    pub fn by_hand(&self) -> impl Iterator<Item = (&Change, &ByHand)> {
        let all = |change| Change::by_hand_of(change);
        self.changes.iter().flat_map(all)
    }

    /// What cannot be done.
    pub fn refused(&self) -> impl Iterator<Item = &Change> {
        let is_refused = |change: &&Change| change.action == Action::Refuse;
        self.changes.iter().filter(is_refused)
    }

    /// The JSON form, with a line end.
    pub fn to_json(&self) -> String {
        serde_json::to_string_pretty(self).unwrap_or_default() + "\n"
    }
}

impl Change {
    fn by_hand_of(&self) -> impl Iterator<Item = (&Self, &ByHand)> {
        self.by_hand.iter().map(move |step| (self, step))
    }
}

impl Action {
    /// One word or two, for people.
    pub fn word(self) -> &'static str {
        match self {
            Self::Same => "unchanged",
            Self::Update => "update",
            Self::Adopt => "adopt",
            Self::Rename => "rename",
            Self::Delete => "delete",
            Self::Create => "create",
            Self::Wait => "waiting",
            Self::ByHand => "by hand",
            Self::Refuse => "refused",
        }
    }
}
