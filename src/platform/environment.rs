//! Environments and what differs between them.

use serde_json::Value;

/// One environment of the project.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Environment {
    pub name: String,
    /// The environment it is made from when the project does not have it.
    pub clone_from: Option<String>,
    /// The execution pool; the platform's choice when absent.
    pub pool: Option<String>,
    pub resources: Option<Resources>,
    /// One entry a system, in the order of [`super::Platform::systems`].
    pub systems: Vec<SystemValues>,
    /// Values of activation variables for the static user.
    pub variables: Vec<(String, Value)>,
    /// The users that are activated.
    pub users: Vec<User>,
}

/// A user of the organisation who is activated in an environment.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct User {
    /// By which the user's own software knows the user; never changes.
    pub external_id: String,
    pub display_name: String,
    /// The values of the activation's variables, the environment's included.
    pub variables: Vec<(String, Value)>,
    /// One entry a system that is per user, in the order of [`super::Platform::systems`].
    pub systems: Vec<SystemValues>,
}

/// What an environment says of one system.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct SystemValues {
    /// The system's name.
    pub system: String,
    /// Its base URL here, inputs filled in.
    pub base_url: String,
    /// Counts up, from 1, whenever credentials, base URL or scheme change.
    pub rotation: u32,
}

/// Compute resources of an environment.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Resources {
    /// At least 1.
    pub replicas: Option<u32>,
    pub max_replicas: Option<u32>,
    /// A Kubernetes quantity: `500m`.
    pub cpu: Option<String>,
    /// A Kubernetes quantity: `256Mi`.
    pub memory: Option<String>,
}
