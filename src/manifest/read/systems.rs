//! `[systems]`.

use crate::document::{Key, Table};
use crate::manifest::keys::Section;
use crate::manifest::keys::auth::{AUTH, INCOMING};
use crate::manifest::keys::systems::SYSTEM;
use crate::manifest::syntax::{
    Auth, Grant, HmacAlgorithm, HmacEncoding, HmacInput, Input, KeyLocation, Scheme, System,
};
use crate::source::Spanned;

use super::access::Reader;

impl Reader<'_> {
    pub fn system(self, name: &Key, table: &Table) -> System {
        System {
            name: name.clone(),
            domain: self.text(table, "domain"),
            base_url: self.text(table, "base_url"),
            inputs: self.named(table, "inputs", |reader, name, table| Input {
                name: name.clone(),
                description: reader.text(table, "description"),
            }),
            auth: self
                .table(table, "auth")
                .map(|table| self.auth(table, &AUTH)),
            incoming: self
                .table(table, "incoming")
                .map(|table| self.auth(table, &INCOMING)),
            per_user: self.boolean(table, "per_user"),
            headers: self.trees(table, "headers"),
            timeout: self.duration(table, "timeout"),
            openapi: self.text(table, "openapi"),
            docs: self.text(table, "docs"),
            rotation: self.integer(table, &SYSTEM, "rotation"),
        }
    }

    fn auth(self, table: &Table, section: &Section) -> Auth {
        let scheme = self
            .word(table, section, "type", |word| Some(word.to_owned()))
            .and_then(|word| {
                let scheme = self.scheme(&word.value, table, section)?;
                Some(Spanned::new(scheme, word.span))
            });
        Auth {
            span: table.span,
            scheme,
        }
    }

    fn scheme(self, word: &str, table: &Table, section: &Section) -> Option<Scheme> {
        Some(match word {
            "none" => Scheme::None,
            "api-key" => Scheme::ApiKey {
                location: self.word(table, section, "in", location),
                name: self.text(table, "name"),
                prefix: self.text(table, "prefix"),
            },
            "basic-auth" => Scheme::BasicAuth,
            "oauth2" => Scheme::OAuth2 {
                grant: self.word(table, section, "grant", grant),
                authorize_url: self.text(table, "authorize_url"),
                token_url: self.text(table, "token_url"),
                scopes: self.texts(table, "scopes"),
            },
            "hmac" => Scheme::Hmac {
                location: self.word(table, section, "in", location),
                name: self.text(table, "name"),
                algorithm: self.word(table, section, "algorithm", algorithm),
                encoding: self.word(table, section, "encoding", encoding),
                digest: self.words(table, section, "digest", digest),
            },
            "certificate" => Scheme::Certificate,
            _ => return None,
        })
    }
}

fn location(word: &str) -> Option<KeyLocation> {
    Some(match word {
        "header" => KeyLocation::Header,
        "query" => KeyLocation::Query,
        "cookie" => KeyLocation::Cookie,
        _ => return None,
    })
}

fn grant(word: &str) -> Option<Grant> {
    Some(match word {
        "authorization-code" => Grant::AuthorizationCode,
        "client-credentials" => Grant::ClientCredentials,
        "password" => Grant::Password,
        _ => return None,
    })
}

fn algorithm(word: &str) -> Option<HmacAlgorithm> {
    Some(match word {
        "sha1" => HmacAlgorithm::Sha1,
        "sha256" => HmacAlgorithm::Sha256,
        "sha512" => HmacAlgorithm::Sha512,
        _ => return None,
    })
}

fn encoding(word: &str) -> Option<HmacEncoding> {
    Some(match word {
        "hex" => HmacEncoding::Hex,
        "base64" => HmacEncoding::Base64,
        "base64url" => HmacEncoding::Base64Url,
        _ => return None,
    })
}

fn digest(word: &str) -> Option<HmacInput> {
    Some(match word {
        "body" => HmacInput::Body,
        "url" => HmacInput::Url,
        _ => return None,
    })
}
