//! Systems of the organisation.

use super::Scheme;

/// A system that the integration talks to, or that calls it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct System {
    /// Also the name of its connection template, by which the code refers to it.
    pub name: String,
    pub domain: String,
    /// The organisation's base URL for it, holes for user-specific parts included.
    pub base_url: String,
    pub scheme: Scheme,
    /// Whether each user brings a connection; then there is no static one.
    pub per_user: bool,
    /// Where its authentication is documented.
    pub docs: Option<String>,
    /// Whether its scheme checks incoming calls, not outgoing ones.
    pub incoming: bool,
}

impl System {
    /// The name of the connection template and system that check a system's webhooks.
    pub fn incoming_name(system: &str) -> String {
        format!("{system}-incoming")
    }
}
