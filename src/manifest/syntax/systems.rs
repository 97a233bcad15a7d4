//! `[systems]`.

use crate::document::{Key, Text};
use crate::source::{Span, Spanned};

use super::{Duration, Tree};

/// `[systems.NAME]`
#[derive(Clone, Debug)]
pub struct System {
    pub name: Key,
    pub domain: Option<Text>,
    pub base_url: Option<Text>,
    pub inputs: Vec<Input>,
    pub auth: Option<Auth>,
    pub incoming: Option<Auth>,
    pub per_user: Option<Spanned<bool>>,
    /// The path of an OpenAPI document, which types the requests.
    pub openapi: Option<Text>,
    /// Expressions.
    pub headers: Vec<(Key, Tree)>,
    pub timeout: Option<Spanned<Duration>>,
    pub docs: Option<Text>,
    pub rotation: Option<Spanned<i64>>,
}

/// `inputs.NAME = { description }` of a system.
#[derive(Clone, Debug)]
pub struct Input {
    pub name: Key,
    pub description: Option<Text>,
}

/// `auth` or `incoming`.
#[derive(Clone, Debug)]
pub struct Auth {
    pub span: Span,
    /// `type`, one of the scheme words; `None` where missing or wrong.
    pub scheme: Option<Spanned<Scheme>>,
}

/// An authentication scheme with what it needs.
#[derive(Clone, Debug)]
pub enum Scheme {
    None,
    ApiKey {
        location: Option<Spanned<KeyLocation>>,
        name: Option<Text>,
        /// Written before the key's value, as in `Bearer `.
        prefix: Option<Text>,
    },
    BasicAuth,
    OAuth2 {
        grant: Option<Spanned<Grant>>,
        authorize_url: Option<Text>,
        token_url: Option<Text>,
        scopes: Vec<Text>,
    },
    Hmac {
        location: Option<Spanned<KeyLocation>>,
        name: Option<Text>,
        algorithm: Option<Spanned<HmacAlgorithm>>,
        encoding: Option<Spanned<HmacEncoding>>,
        digest: Vec<Spanned<HmacInput>>,
    },
    Certificate,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum KeyLocation {
    Header,
    Query,
    Cookie,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Grant {
    AuthorizationCode,
    ClientCredentials,
    Password,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum HmacAlgorithm {
    Sha1,
    Sha256,
    Sha512,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum HmacEncoding {
    Hex,
    Base64,
    Base64Url,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum HmacInput {
    Body,
    Url,
}
