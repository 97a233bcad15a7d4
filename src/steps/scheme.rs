//! Auth schemes of systems.

use serde_json::{Map, Value, json};

use super::lookups::{systems, templates, text};
use super::{Address, Ensure, Layer, Mark, Put, Read, Step, Test};
use crate::contract::{Arg, Call, ContractError, table};
use crate::platform::{Grant, HmacAlgorithm, HmacEncoding, HmacInput, KeyLocation, Scheme, System};

/// Sends the scheme when what can be read of it differs. Sending it again could erase what
/// a person has entered in the browser.
pub(super) fn scheme(system: &System) -> Result<Step, ContractError> {
    let at = Address::System(system.name.clone());
    let id = || Arg::Id(at.clone());
    let mut args = vec![
        ("system-id", id()),
        ("type", text(system.scheme.kind())),
        ("name", text(system.scheme.id())),
    ];
    args.extend(arguments(&system.scheme));
    Ok(Step {
        at: Address::Scheme(system.name.clone()),
        layer: Layer::Setup,
        needs: vec![at.clone()],
        ensure: Ensure::Put(Put {
            call: Call::new(&table::systems::ADD_AUTH_SCHEME, args)?,
            read: Some(Read {
                lookups: vec![
                    systems("id", id())?,
                    templates(Arg::EachEnvironment, "id", id(), "id")?,
                ],
                test: Test::Scheme(facts(&system.scheme)),
            }),
            resend: false,
            guard: None,
            wait: false,
            optional: false,
            marks: vec![Mark::Lock],
        }),
    })
}

fn arguments(scheme: &Scheme) -> Vec<(&'static str, Arg)> {
    match scheme {
        Scheme::None | Scheme::BasicAuth | Scheme::Certificate => Vec::new(),
        Scheme::ApiKey { location, name, .. } => vec![
            ("api-key.in", text(location_word(*location))),
            ("api-key.name", text(name)),
        ],
        Scheme::OAuth2 {
            grant,
            authorize_url,
            token_url,
            scopes,
        } => {
            let mut args = vec![
                ("oauth2.grant-type", text(grant_word(*grant))),
                ("oauth2.token-url", text(token_url)),
            ];
            args.extend(
                authorize_url
                    .as_ref()
                    .map(|url| ("oauth2.authorize-url", text(url))),
            );
            let scopes = sorted(scopes);
            args.extend(
                scopes
                    .iter()
                    .map(|scope| ("oauth2.scope", text(format!("{scope}={scope}")))),
            );
            args.extend(
                scopes
                    .iter()
                    .map(|scope| ("oauth2.default-scope", text(scope.as_str()))),
            );
            args
        }
        Scheme::Hmac {
            location,
            name,
            algorithm,
            encoding,
            digest,
        } => {
            let mut args = vec![
                ("hmac.in", text(location_word(*location))),
                ("hmac.name", text(name)),
                ("hmac.algorithm", text(algorithm_word(*algorithm))),
                ("hmac.encoding", text(encoding_word(*encoding))),
            ];
            args.extend(
                digest
                    .iter()
                    .map(|input| ("hmac.digest-input", text(input_word(*input)))),
            );
            args
        }
    }
}

/// What the platform shows of a scheme that is as it should be. It may show more.
pub fn facts(scheme: &Scheme) -> Value {
    let id = scheme.id();
    let (field, body) = match scheme {
        Scheme::None => ("none", json!({ "id": id })),
        Scheme::BasicAuth => ("basicAuth", json!({ "id": id })),
        Scheme::Certificate => ("certificate", json!({ "id": id })),
        Scheme::ApiKey { location, name, .. } => (
            "apiKey",
            json!({ "id": id, "in": location_word(*location), "name": name }),
        ),
        Scheme::OAuth2 {
            grant,
            authorize_url,
            token_url,
            scopes,
        } => {
            let scopes = sorted(scopes);
            let named: Vec<Value> = scopes
                .iter()
                .map(|scope| json!({ "name": scope }))
                .collect();
            let mut body = Map::new();
            body.insert("id".into(), json!(id));
            body.insert("grant".into(), json!({ "type": grant_word(*grant) }));
            body.insert("tokenUrl".into(), json!(token_url));
            if let Some(url) = authorize_url {
                body.insert("authorizeUrl".into(), json!(url));
            }
            body.insert("scopes".into(), json!(named));
            body.insert("defaultScopes".into(), json!(scopes));
            ("oauth2", Value::Object(body))
        }
        Scheme::Hmac {
            location,
            name,
            algorithm,
            encoding,
            digest,
        } => {
            let inputs: Vec<&str> = digest.iter().map(|input| input_word(*input)).collect();
            (
                "hmac",
                json!({
                    "id": id,
                    "in": location_word(*location),
                    "name": name,
                    "algorithm": algorithm_word(*algorithm),
                    "encoding": encoding_word(*encoding),
                    "digestInputs": inputs,
                }),
            )
        }
    };
    json!({ "type": scheme.kind(), field: body })
}

/// Scopes are a set; in order, without repetition.
fn sorted(scopes: &[String]) -> Vec<String> {
    let mut scopes = scopes.to_vec();
    scopes.sort();
    scopes.dedup();
    scopes
}

fn location_word(location: KeyLocation) -> &'static str {
    match location {
        KeyLocation::Header => "header",
        KeyLocation::Query => "query",
        KeyLocation::Cookie => "cookie",
    }
}

fn grant_word(grant: Grant) -> &'static str {
    match grant {
        Grant::AuthorizationCode => "authorizationCode",
        Grant::ClientCredentials => "clientCredentials",
        Grant::Password => "password",
    }
}

fn algorithm_word(algorithm: HmacAlgorithm) -> &'static str {
    match algorithm {
        HmacAlgorithm::Sha1 => "sha1",
        HmacAlgorithm::Sha256 => "sha256",
        HmacAlgorithm::Sha512 => "sha512",
    }
}

fn encoding_word(encoding: HmacEncoding) -> &'static str {
    match encoding {
        HmacEncoding::Hex => "hex",
        HmacEncoding::Base64 => "base64",
        HmacEncoding::Base64Url => "base64url",
    }
}

fn input_word(input: HmacInput) -> &'static str {
    match input {
        HmacInput::Body => "body",
        HmacInput::Url => "url",
    }
}
