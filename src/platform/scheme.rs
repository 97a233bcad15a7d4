//! Auth schemes with all their facts.

pub use crate::manifest::{Grant, HmacAlgorithm, HmacEncoding, HmacInput, KeyLocation};

/// How a system is authenticated to, or authenticates its calls.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Scheme {
    None,
    ApiKey {
        location: KeyLocation,
        /// The header, query parameter or cookie.
        name: String,
        /// What the credential must begin with, as in `Bearer `; may be empty.
        prefix: String,
    },
    BasicAuth,
    OAuth2 {
        grant: Grant,
        /// Only for authorization codes.
        authorize_url: Option<String>,
        token_url: String,
        scopes: Vec<String>,
    },
    Hmac {
        location: KeyLocation,
        name: String,
        algorithm: HmacAlgorithm,
        encoding: HmacEncoding,
        digest: Vec<HmacInput>,
    },
    Certificate,
}

impl Scheme {
    /// The platform's word for the type.
    pub fn kind(&self) -> &'static str {
        match self {
            Self::None => "none",
            Self::ApiKey { .. } => "api-key",
            Self::BasicAuth => "basic-auth",
            Self::OAuth2 { .. } => "oauth2",
            Self::Hmac { .. } => "hmac",
            Self::Certificate => "certificate",
        }
    }

    /// The scheme's id within its system. Schemes whose credentials differ in kind have
    /// different ids, so that a change between them is seen.
    pub fn id(&self) -> &'static str {
        match self {
            Self::OAuth2 { grant, .. } => match grant {
                Grant::AuthorizationCode => "oauth2-authorization-code",
                Grant::ClientCredentials => "oauth2-client-credentials",
                Grant::Password => "oauth2-password",
            },
            other => other.kind(),
        }
    }

    /// Whether the command line can make a connection of it.
    pub fn is_connectable(&self) -> bool {
        !matches!(
            self,
            Self::Hmac { .. }
                | Self::Certificate
                | Self::OAuth2 {
                    grant: Grant::AuthorizationCode,
                    ..
                }
        )
    }
}
