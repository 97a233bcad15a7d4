//! Names of the platform's objects, as the steps refer to each other.

use std::fmt;

/// One object of the platform, before it has an id.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Address {
    Project,
    /// A system of the organisation.
    System(String),
    /// The auth scheme of a system.
    Scheme(String),
    /// The notification channel.
    Channel,
    /// The environment that the script is for; all below are within it.
    Environment,
    Pool,
    Resources,
    /// The schema of the activation variables.
    Schema,
    /// The static user's activation variables.
    Values,
    /// A system's connection template.
    Template(String),
    /// Whether the template is for per-user connections.
    TemplateUsers(String),
    /// The auth scheme that the template uses.
    TemplateScheme(String),
    Connection(String),
    /// The connection, joined to its template.
    Link(String),
    /// The channel, joined to the environment.
    Alerts,
    /// The version that holds the files.
    Version,
    Deployment,
    /// The research document beside the project.
    Research,
    /// A user of the organisation, by external id.
    User(String),
    /// The connection of a user to a system: the system, the user.
    UserConnection(String, String),
    /// The user, activated in the environment.
    Activation(String),
    /// One variable of a user's activation: the user, the variable.
    ActivationVariable(String, String),
    /// A system of the organisation that the project has no use for any more.
    RemovedSystem(String),
    /// What the connections of such a system leave behind in the environment.
    RemovedConnections(String),
    /// The name that a renamed system has in the organisation.
    SystemName(String),
    /// An environment that is to be deleted.
    RemovedEnvironment(String),
}

impl fmt::Display for Address {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Project => f.write_str("project"),
            Self::System(name) => write!(f, "system {name}"),
            Self::Scheme(name) => write!(f, "auth scheme of {name}"),
            Self::Channel => f.write_str("notification channel"),
            Self::Environment => f.write_str("environment"),
            Self::Pool => f.write_str("execution pool"),
            Self::Resources => f.write_str("resources"),
            Self::Schema => f.write_str("variables"),
            Self::Values => f.write_str("values of the variables"),
            Self::Template(name) => write!(f, "connection template {name}"),
            Self::TemplateUsers(name) => write!(f, "users of connection template {name}"),
            Self::TemplateScheme(name) => write!(f, "auth scheme of connection template {name}"),
            Self::Connection(name) => write!(f, "connection of {name}"),
            Self::Link(name) => write!(f, "link of {name}"),
            Self::Alerts => f.write_str("alerts"),
            Self::Version => f.write_str("version"),
            Self::Deployment => f.write_str("deployment"),
            Self::Research => f.write_str("research document"),
            Self::User(user) => write!(f, "user {user}"),
            Self::UserConnection(system, user) => write!(f, "connection of {system} for {user}"),
            Self::Activation(user) => write!(f, "activation of {user}"),
            Self::ActivationVariable(user, name) => write!(f, "variable {name} of {user}"),
            Self::RemovedSystem(name) => write!(f, "removed system {name}"),
            Self::RemovedConnections(name) => write!(f, "connections of removed system {name}"),
            Self::SystemName(name) => write!(f, "name of system {name}"),
            Self::RemovedEnvironment(name) => write!(f, "removed environment {name}"),
        }
    }
}
