//! What an integration asks of the platform: plain data, filled from the model, read by
//! `steps`. Names and texts are taken as they are, whatever they hold; who writes them
//! somewhere quotes them for that place.

mod environment;
mod files;
mod moves;
mod scheme;
mod system;
mod trigger;

pub use environment::{Environment, Resources, SystemValues, User};
pub use files::{ProjectFile, ProjectFiles, Research};
pub(crate) use files::{hex, sha256};
pub use moves::{Moved, ObjectKind, Removed};
pub use scheme::{Grant, HmacAlgorithm, HmacEncoding, HmacInput, KeyLocation, Scheme};
pub use system::System;
pub use trigger::{Endpoint, EndpointKind, Smoke};

use serde_json::{Map, Value};

/// Everything that set-up and deployment need to know.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Platform {
    /// The manifest's path as headers of generated files name it: `integration.toml`.
    pub source: String,
    /// The project's name.
    pub project: String,
    /// Systems of the organisation, in manifest order. A system whose webhooks are checked
    /// stands twice: as itself, and as `NAME-incoming` with the incoming scheme.
    pub systems: Vec<System>,
    /// At least one; a manifest without any has `production`.
    pub environments: Vec<Environment>,
    /// The activation variables, or none.
    pub variables: Option<VariableSchema>,
    /// Where alerts go, or nowhere.
    pub alerts: Option<Channel>,
    /// Exactly what is uploaded.
    pub files: ProjectFiles,
    /// What the platform's assistants read about the project; `None` for nothing.
    pub research: Option<Research>,
    /// What can be called once it is deployed.
    pub endpoints: Vec<Endpoint>,
    /// What is called after each deployment.
    pub smokes: Vec<Smoke>,
    /// What is to be deleted; nothing of it is declared.
    pub removed: Vec<Removed>,
    /// What has another name now.
    pub moved: Vec<Moved>,
}

impl Platform {
    /// What an object was called before, if it has been renamed.
    pub fn former(&self, kind: ObjectKind, name: &str) -> Option<&str> {
        let mut moved = self.moved.iter();
        moved
            .find(|moved| moved.kind == kind && moved.to == name)
            .map(|moved| moved.from.as_str())
    }

    /// What is to be deleted of one kind.
    pub fn removed(&self, kind: ObjectKind) -> impl Iterator<Item = &Removed> {
        self.removed.iter().filter(move |held| held.kind == kind)
    }
}

/// The JSON Schema of a project's activation variables.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct VariableSchema {
    /// A schema by variable, in manifest order.
    pub properties: Map<String, Value>,
    /// The variables that every activation must have.
    pub required: Vec<String>,
}

/// A notification channel of the organisation.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Channel {
    /// Unique in the organisation by convention: `PROJECT-alerts`.
    pub name: String,
    pub email: String,
    pub cc: Vec<String>,
}
