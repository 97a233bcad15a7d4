//! Which secrets a connection takes, and how the env file calls them.

use crate::platform::{Grant, Scheme, System};

/// One secret that a person writes into an env file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Credential {
    /// The variable: `SHOPIFY_API_KEY`.
    pub variable: String,
    /// The flag of `connections create` that takes it.
    pub flag: &'static str,
    /// What it must begin with; may be empty.
    pub prefix: String,
    pub system: String,
}

/// The secrets of one system; none where a person connects it, or each user does.
pub fn credentials(system: &System) -> Vec<Credential> {
    if system.per_user {
        return Vec::new();
    }
    let flags: &[&'static str] = match &system.scheme {
        Scheme::ApiKey { .. } => &["api-key"],
        Scheme::BasicAuth
        | Scheme::OAuth2 {
            grant: Grant::Password,
            ..
        } => &["username", "password"],
        Scheme::OAuth2 {
            grant: Grant::ClientCredentials,
            ..
        } => &["client-id", "client-secret"],
        _ => &[],
    };
    let prefix = match &system.scheme {
        Scheme::ApiKey { prefix, .. } => prefix.as_str(),
        _ => "",
    };
    flags
        .iter()
        .map(|flag| Credential {
            variable: variable_name(&system.name, flag),
            flag,
            prefix: prefix.to_owned(),
            system: system.name.clone(),
        })
        .collect()
}

/// The environment variable of a system's flag: capitals, digits and underscores.
pub fn variable_name(system: &str, flag: &str) -> String {
    let mut name: String = format!("{system}_{flag}")
        .chars()
        .map(|letter| {
            if letter.is_ascii_alphanumeric() {
                letter.to_ascii_uppercase()
            } else {
                '_'
            }
        })
        .collect();
    if name.starts_with(|first: char| first.is_ascii_digit()) {
        name.insert(0, '_');
    }
    name
}
