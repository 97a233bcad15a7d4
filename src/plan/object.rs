//! Objects, as people see them. Several steps may be about one.

use std::fmt;

use serde::{Deserialize, Serialize};

use crate::steps::Address;

/// One object of the platform.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct Object {
    pub kind: Kind,
    /// Empty where there is only one.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub name: String,
}

/// What an object is, in the platform's words.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Kind {
    Project,
    System,
    AuthScheme,
    NotificationChannel,
    Environment,
    Variables,
    VariableValues,
    ConnectionTemplate,
    Connection,
    NotificationLink,
    User,
    Activation,
    Version,
    Deployment,
    Research,
}

impl Kind {
    /// In lower case, for people.
    pub fn noun(self) -> &'static str {
        match self {
            Self::Project => "project",
            Self::System => "system",
            Self::AuthScheme => "auth scheme",
            Self::NotificationChannel => "notification channel",
            Self::Environment => "environment",
            Self::Variables => "variables",
            Self::VariableValues => "variable values",
            Self::ConnectionTemplate => "connection template",
            Self::Connection => "connection",
            Self::NotificationLink => "notification link",
            Self::User => "user",
            Self::Activation => "activation",
            Self::Version => "version",
            Self::Deployment => "deployment",
            Self::Research => "research document",
        }
    }
}

impl fmt::Display for Object {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.kind.noun())?;
        if self.name.is_empty() {
            return Ok(());
        }
        write!(f, " {}", self.name)
    }
}

/// Between a system and its user; no system's name has a blank.
const OF_USER: &str = " of ";

/// The object that a step is about.
pub fn object(at: &Address) -> Object {
    let of = |kind, name: &str| Object {
        kind,
        name: name.to_owned(),
    };
    match at {
        Address::Project => of(Kind::Project, ""),
        Address::System(name) | Address::RemovedSystem(name) | Address::SystemName(name) => {
            of(Kind::System, name)
        }
        Address::Scheme(name) => of(Kind::AuthScheme, name),
        Address::Channel => of(Kind::NotificationChannel, ""),
        Address::Environment | Address::Pool | Address::Resources => of(Kind::Environment, ""),
        Address::Schema => of(Kind::Variables, ""),
        Address::Values => of(Kind::VariableValues, ""),
        Address::Template(name) | Address::TemplateUsers(name) | Address::TemplateScheme(name) => {
            of(Kind::ConnectionTemplate, name)
        }
        Address::RemovedEnvironment(name) => of(Kind::Environment, name),
        Address::Connection(name) | Address::Link(name) | Address::RemovedConnections(name) => {
            of(Kind::Connection, name)
        }
        Address::User(user) => of(Kind::User, user),
        Address::UserConnection(system, user) => {
            of(Kind::Connection, &format!("{system}{OF_USER}{user}"))
        }
        Address::Activation(user) | Address::ActivationVariable(user, _) => {
            of(Kind::Activation, user)
        }
        Address::Alerts => of(Kind::NotificationLink, ""),
        Address::Version => of(Kind::Version, ""),
        Address::Deployment => of(Kind::Deployment, ""),
        Address::Research => of(Kind::Research, ""),
    }
}

impl Object {
    /// The part of the manifest that declares it: `systems.shop`. `environment` is the
    /// environment that a plan is for.
    pub fn part(&self, environment: &str) -> String {
        let user = |id: &str| format!("environments.{environment}.users.{id}");
        if self.kind == Kind::Connection
            && let Some((_, id)) = self.name.split_once(OF_USER)
        {
            return user(id);
        }
        match self.kind {
            Kind::Project | Kind::Version | Kind::Research => "integration".to_owned(),
            Kind::NotificationChannel | Kind::NotificationLink => "alerts".to_owned(),
            Kind::System | Kind::AuthScheme | Kind::ConnectionTemplate | Kind::Connection => {
                format!("systems.{}", self.name)
            }
            Kind::Variables => "variables".to_owned(),
            Kind::User | Kind::Activation => user(&self.name),
            Kind::Environment | Kind::VariableValues | Kind::Deployment => {
                format!("environments.{environment}")
            }
        }
    }
}
