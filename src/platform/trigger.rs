//! What can be called from outside.

/// A workflow with an address.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Endpoint {
    pub workflow: String,
    /// The path below the environment's public URL, with its leading `/`.
    pub path: String,
    /// The HTTP method in capitals.
    pub method: String,
    pub kind: EndpointKind,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum EndpointKind {
    Webhook,
    /// Started by a person.
    Manual,
}
