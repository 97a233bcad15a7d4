//! System & Authentication.

use super::Page;
use super::quote::{code, link, text};
use crate::ir::Program;
use crate::manifest::{Grant, HmacAlgorithm, HmacEncoding, KeyLocation, Scheme};
use crate::model::{Action, System};

pub fn write(program: &Program<'_>, page: &mut Page) {
    page.heading(2, "System & Authentication");
    for (at, system) in program.model.systems.iter().enumerate() {
        page.heading(3, &text(&system.name.value));
        page.item(&format!("Role: {}.", role(program, at, system)));
        page.item("Kind of API: REST.");
        page.item(&format!("Base URL: {}.", code(&system.base_url.value)));
        match &system.auth {
            Some(scheme) => {
                page.item(&format!("Authentication: {}.", describe(&scheme.value)));
                set_up(system, &scheme.value, page);
            }
            None => page.item("Authentication of requests: none."),
        }
        if let Some(incoming) = &system.incoming {
            page.item(&format!(
                "Checks its calls by: {}.",
                describe(&incoming.value)
            ));
        }
        if system.per_user {
            page.item("Credentials: each user brings their own.");
        }
        for input in &system.inputs {
            let meaning = input.description.as_deref().unwrap_or("no description");
            page.item(&format!(
                "Differs by user or environment: {}: {}",
                code(&input.name.value),
                text(meaning)
            ));
        }
        if let Some(docs) = &system.docs {
            page.item(&format!("Source: {}", link(&docs.value)));
        }
    }
}

fn role(program: &Program<'_>, at: usize, system: &System) -> &'static str {
    let mut reads = false;
    let mut writes = false;
    for step in program.model.workflows.iter().flat_map(|w| &w.steps) {
        if let Action::Request(request) = &step.action
            && request.system == at
        {
            match request.method.value {
                crate::manifest::Method::Get => reads = true,
                _ => writes = true,
            }
        }
    }
    match (reads || system.incoming.is_some(), writes) {
        (true, true) => "source and target",
        (false, true) => "target",
        _ => "source",
    }
}

fn set_up(system: &System, scheme: &Scheme, page: &mut Page) {
    match scheme {
        Scheme::OAuth2 { grant, scopes, .. } => {
            let scopes: Vec<String> = scopes.iter().map(|scope| code(&scope.value)).collect();
            let app = match grant.as_ref().map(|grant| grant.value) {
                Some(Grant::AuthorizationCode) => "an app with a redirect address",
                _ => "an app with a client id and secret",
            };
            page.item(&format!(
                "To set up there: {app}; scopes: {}.",
                if scopes.is_empty() {
                    "none named".to_owned()
                } else {
                    scopes.join(", ")
                }
            ));
            if scopes.is_empty() {
                page.gap(format!(
                    "{}: which scopes it needs.",
                    code(&system.name.value)
                ));
            }
        }
        Scheme::ApiKey { .. } => page.item("To set up there: API access, and a key."),
        Scheme::BasicAuth => page.item("To set up there: API access, and a user with a password."),
        Scheme::Certificate => page.item("To set up there: API access by a client certificate."),
        Scheme::None | Scheme::Hmac { .. } => {}
    }
}

fn describe(scheme: &Scheme) -> String {
    let name = |name: &Option<crate::document::Text>| {
        name.as_ref()
            .map_or_else(String::new, |name| format!(" {}", code(&name.value)))
    };
    let place =
        |place: &Option<crate::source::Spanned<KeyLocation>>| match place.as_ref().map(|p| p.value)
        {
            Some(KeyLocation::Query) => "query parameter",
            Some(KeyLocation::Cookie) => "cookie",
            _ => "header",
        };
    match scheme {
        Scheme::None => "none".to_owned(),
        Scheme::ApiKey {
            location,
            name: key,
            prefix,
        } => {
            let prefix = prefix.as_ref().map_or_else(String::new, |prefix| {
                format!(", after {}", code(&prefix.value))
            });
            format!("an API key in the {}{}{prefix}", place(location), name(key))
        }
        Scheme::BasicAuth => "basic authentication (RFC 7617)".to_owned(),
        Scheme::OAuth2 { grant, .. } => format!(
            "OAuth 2.0 (RFC 6749), grant {}",
            match grant.as_ref().map(|grant| grant.value) {
                Some(Grant::ClientCredentials) => "client credentials",
                Some(Grant::Password) => "resource owner password",
                _ => "authorization code",
            }
        ),
        Scheme::Hmac {
            location,
            name: key,
            algorithm,
            encoding,
            ..
        } => format!(
            "an HMAC signature (RFC 2104) in the {}{}: {}, {}",
            place(location),
            name(key),
            match algorithm.as_ref().map(|a| a.value) {
                Some(HmacAlgorithm::Sha1) => "SHA-1",
                Some(HmacAlgorithm::Sha512) => "SHA-512",
                _ => "SHA-256",
            },
            match encoding.as_ref().map(|e| e.value) {
                Some(HmacEncoding::Base64) => "Base64",
                Some(HmacEncoding::Base64Url) => "Base64url",
                _ => "hexadecimal",
            }
        ),
        Scheme::Certificate => "a client certificate".to_owned(),
    }
}
