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

/// A call of an endpoint after a deployment.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Smoke {
    pub workflow: String,
    /// As in [`Endpoint`].
    pub path: String,
    pub method: String,
    /// JSON.
    pub body: Option<String>,
    pub headers: Vec<(String, String)>,
    /// The status that has to come back; any from 200 to 299 where there is none.
    pub status: Option<u16>,
}
