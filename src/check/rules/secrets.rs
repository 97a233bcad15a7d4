//! A literal that looks like a secret. The manifest is checked in; it names what is
//! needed, and the values stay in an env file that is not.

use crate::check::{Rule, Subject};
use crate::diagnostics::{Diagnostic, Sink, codes::rules};
use crate::document::{NodeKind, Table, Text};

pub const RULE: Rule = Rule {
    codes: &[&rules::SECRET],
    run: check,
};

/// Beginnings by which issuers mark their keys, with the length that follows at least.
const MARKED: &[(&str, usize)] = &[
    ("sk_live_", 10),
    ("sk_test_", 10),
    ("rk_live_", 10),
    ("whsec_", 10),
    ("shpat_", 10),
    ("shpss_", 10),
    ("shpca_", 10),
    ("ghp_", 20),
    ("gho_", 20),
    ("ghs_", 20),
    ("github_pat_", 20),
    ("glpat-", 15),
    ("xoxb-", 10),
    ("xoxp-", 10),
    ("xapp-", 10),
    ("AKIA", 16),
    ("ASIA", 16),
    ("AIza", 30),
    ("SG.", 20),
    ("pat-na1-", 20),
    ("pat-eu1-", 20),
    ("EAAA", 40),
    ("npm_", 30),
    ("dop_v1_", 30),
    ("eyJhbGciOi", 20),
];

/// No mark with what follows it is shorter.
const SHORTEST: usize = 13;

/// Headers that carry a credential.
const HEADERS: &[&str] = &[
    "authorization",
    "proxy-authorization",
    "x-api-key",
    "api-key",
    "apikey",
    "x-auth-token",
    "x-access-token",
    "cookie",
];

/// Keys whose value would be a credential, whatever section they stand in.
const KEYS: &[&str] = &[
    "password",
    "passwd",
    "secret",
    "client_secret",
    "api_key",
    "apikey",
    "access_token",
    "refresh_token",
    "private_key",
];

fn check(subject: &Subject<'_>, sink: &mut Sink) {
    let mut route = Vec::new();
    walk(&subject.document.root, &mut route, sink);
}

fn walk<'a>(table: &'a Table, route: &mut Vec<&'a str>, sink: &mut Sink) {
    for entry in &table.entries {
        route.push(&entry.key.name);
        node(&entry.value.kind, route, sink);
        route.pop();
    }
}

fn node<'a>(kind: &'a NodeKind, route: &mut Vec<&'a str>, sink: &mut Sink) {
    match kind {
        NodeKind::String(text) => {
            if let Some(why) = suspicious(text, route) {
                report(text, why, sink);
            }
        }
        NodeKind::Array(items) => {
            for item in items {
                node(&item.kind, route, sink);
            }
        }
        NodeKind::Table(table) => walk(table, route, sink),
        _ => {}
    }
}

fn report(text: &Text, why: &str, sink: &mut Sink) {
    sink.push(
        Diagnostic::new(
            &rules::SECRET,
            text.span,
            format!("this looks like a secret: {why}"),
        )
        .help(
            "remove it here and revoke it; declare the system's `auth`, and put the value into \
             the env file that `.env.example` shows",
        ),
    );
}

/// Why a string looks like a secret, if it does. The route is its keys from the root.
fn suspicious(text: &Text, route: &[&str]) -> Option<&'static str> {
    let value = text.value.as_str();
    // Most texts are shorter than the shortest mark with its tail.
    if value.len() >= SHORTEST
        && value
            .as_bytes()
            .split(|byte| !is_token(*byte))
            .any(is_marked)
    {
        return Some("it begins as an issuer's keys do");
    }
    if value.len() > 20 && value.contains("-----BEGIN ") && value.contains("PRIVATE KEY") {
        return Some("it holds a private key");
    }
    if has_user_info(value) {
        return Some("the URL holds a password");
    }
    let (key, outer) = route.split_last()?;
    let is_one_of = |names: &[&str]| names.iter().any(|name| name.eq_ignore_ascii_case(key));
    if outer.last() == Some(&"headers") {
        // Those of a smoke call are text; all others are expressions.
        let is_literal = is_smoke(outer) || is_literal_text(value);
        let carries = is_one_of(HEADERS) && is_literal;
        return carries.then_some("the header carries a credential");
    }
    let in_fields = || {
        let holds = |name| route.contains(&name);
        holds("fields") || holds("tests") || holds("let")
    };
    let is_value = is_one_of(KEYS) && value.len() >= 6 && !value.contains(char::is_whitespace);
    if is_value && !is_reference(value) && !in_fields() {
        return Some("the key names a credential");
    }
    None
}

/// `workflows.NAME.smoke.headers`
fn is_smoke(route: &[&str]) -> bool {
    matches!(route, ["workflows", _, "smoke", "headers"])
}

/// Whether a header of this name carries a credential, whoever takes it.
pub(super) fn is_credential(header: &str) -> bool {
    HEADERS.iter().any(|name| name.eq_ignore_ascii_case(header))
}

const fn is_token(byte: u8) -> bool {
    byte.is_ascii_alphanumeric() || matches!(byte, b'_' | b'-' | b'.')
}

fn is_marked(word: &[u8]) -> bool {
    word.len() >= SHORTEST
        && MARKED.iter().any(|(mark, rest)| {
            // Most words end here.
            if word.first() != mark.as_bytes().first() {
                return false;
            }
            word.strip_prefix(mark.as_bytes()).is_some_and(|tail| {
                tail.len() >= *rest && tail.iter().any(u8::is_ascii_alphanumeric)
            })
        })
}

/// `https://user:password@host`
fn has_user_info(value: &str) -> bool {
    // One byte tells most texts apart sooner than the search for a word.
    if !value.as_bytes().contains(&b'@') {
        return false;
    }
    let Some((_, rest)) = value.split_once("://") else {
        return false;
    };
    let authority = rest.split(['/', '?', '#']).next().unwrap_or("");
    authority
        .rsplit_once('@')
        .and_then(|(user, _)| user.split_once(':'))
        .is_some_and(|(_, password)| !password.is_empty() && !password.contains('{'))
}

/// An expression that is one text literal, or a literal that a scheme word begins.
fn is_literal_text(expression: &str) -> bool {
    let trimmed = expression.trim();
    let quoted = |quote| {
        trimmed
            .strip_prefix(quote)
            .and_then(|rest: &str| rest.strip_suffix(quote))
            .is_some_and(|inner| inner.len() >= 6 && !inner.contains("${"))
    };
    quoted('\'') || quoted('"') || quoted('`')
}

/// `$NAME` or `variables.x`: a reference, not a value.
fn is_reference(value: &str) -> bool {
    value.starts_with('$') || value.starts_with("variables.") || value.starts_with("source.")
}
