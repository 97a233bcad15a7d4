//! Which secrets a connection takes, and how the env file calls them.

use sha2::{Digest, Sha256};

use crate::platform::{Grant, Platform, Scheme, System};

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
    of(system, &system.name)
}

/// The secrets of a user's connection to a system; none where a person connects it, or
/// where all users share the connection.
pub fn user_credentials(system: &System, user: &str) -> Vec<Credential> {
    if !system.per_user {
        return Vec::new();
    }
    of(system, &user_prefix(&system.name, user))
}

/// Every secret of a platform, each once.
pub fn all_credentials(platform: &Platform) -> Vec<Credential> {
    let mut all: Vec<Credential> = Vec::new();
    for system in &platform.systems {
        let environments = platform.environments.iter();
        let users = environments.flat_map(|environment| &environment.users);
        let users = users.flat_map(|user| user_credentials(system, &user.external_id));
        for credential in credentials(system).into_iter().chain(users) {
            if !all.contains(&credential) {
                all.push(credential);
            }
        }
    }
    all
}

/// What the variables of a user's connection begin with, before they are folded. External
/// ids that folding would change get some digits of a digest: no two of them fold to one.
pub fn user_prefix(system: &str, user: &str) -> String {
    let is_plain = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-';
    if user.chars().all(is_plain) {
        return format!("{system}_{user}");
    }
    let digest = short_digest(user);
    format!("{system}_{user}_{digest}")
}

/// Eight digits that tell texts apart.
pub(super) fn short_digest(text: &str) -> String {
    let digest = Sha256::digest(text.as_bytes());
    let first = digest.iter().take(4);
    first.map(|byte| format!("{byte:02x}")).collect()
}

fn of(system: &System, prefix_of_variables: &str) -> Vec<Credential> {
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
            variable: variable_name(prefix_of_variables, flag),
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
