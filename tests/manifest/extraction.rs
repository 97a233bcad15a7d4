//! What the typed manifest says of a text.

use super::tools::{fixtures, listed, read};
use gusset::manifest::{
    Effect, Grant, HmacInput, KeyLocation, LogLevel, Manifest, MappingFrom, Method, ResponseMode,
    Scheme, TreeKind, TypeSource, Users, Verb,
};

fn full() -> Manifest {
    let (_, text) = fixtures("right")
        .into_iter()
        .find(|(name, _)| name == "full")
        .expect("the full manifest");
    let (manifest, diagnostics) = read(&text);
    assert!(diagnostics.is_empty(), "{}", listed(&text, &diagnostics));
    manifest
}

fn value<T: Clone>(spanned: Option<&gusset::source::Spanned<T>>) -> Option<T> {
    spanned.map(|spanned| spanned.value.clone())
}

#[test]
fn systems() {
    let manifest = full();
    let names: Vec<_> = manifest
        .systems
        .iter()
        .map(|system| system.name.name.as_str())
        .collect();
    assert_eq!(names, ["shop", "books", "legacy", "vault"]);
    let [shop, books, ..] = manifest.systems.as_slice() else {
        panic!("systems");
    };
    let Some(Scheme::Hmac {
        digest, location, ..
    }) = shop
        .incoming
        .as_ref()
        .and_then(|auth| value(auth.scheme.as_ref()))
    else {
        panic!("hmac");
    };
    assert_eq!(value(location.as_ref()), Some(KeyLocation::Header));
    assert_eq!(
        digest.iter().map(|input| input.value).collect::<Vec<_>>(),
        [HmacInput::Url, HmacInput::Body]
    );
    let Some(Scheme::OAuth2 { grant, scopes, .. }) = books
        .auth
        .as_ref()
        .and_then(|auth| value(auth.scheme.as_ref()))
    else {
        panic!("oauth2");
    };
    assert_eq!(value(grant.as_ref()), Some(Grant::AuthorizationCode));
    assert_eq!(scopes.len(), 2);
    assert_eq!(value(books.rotation.as_ref()), Some(2));
    assert_eq!(
        value(books.timeout.as_ref()).map(|timeout| timeout.milliseconds),
        Some(20_000)
    );
}

#[test]
fn data() {
    let manifest = full();
    let source = |name: &str| {
        manifest
            .types
            .iter()
            .find(|declared| declared.name.name == name)
            .and_then(|declared| declared.source.clone())
    };
    assert!(matches!(source("order"), Some(TypeSource::Samples(samples)) if samples.len() == 1));
    assert!(matches!(source("receipt"), Some(TypeSource::Schema(_))));
    assert!(
        matches!(source("line"), Some(TypeSource::Inline(tree)) if matches!(tree.kind, TreeKind::Table(_)))
    );
    let [to_receipt, to_line] = manifest.mappings.as_slice() else {
        panic!("mappings");
    };
    assert!(matches!(&to_receipt.from, Some(MappingFrom::Named(inputs)) if inputs.len() == 2));
    assert!(
        matches!(&to_line.from, Some(MappingFrom::One(part)) if part.as_str() == "order.lines[]")
    );
    assert_eq!(to_line.lets.len(), 1);
    assert_eq!(to_line.tests.len(), 2);
    assert_eq!(manifest.constants.len(), 2);
    assert_eq!(manifest.functions.len(), 1);
}

#[test]
fn workflows() {
    let manifest = full();
    let [orders, nightly, again] = manifest.workflows.as_slice() else {
        panic!("workflows");
    };
    let webhook = orders.webhook.as_ref().expect("a webhook");
    assert_eq!(value(webhook.method.as_ref()), Some(Method::Put));
    assert_eq!(value(webhook.mode.as_ref()), Some(ResponseMode::Sync));
    let schedule = nightly.schedule.as_ref().expect("a schedule");
    assert_eq!(value(schedule.users.as_ref()), Some(Users::All));
    let durable = nightly.durable.as_ref().expect("durable");
    assert_eq!(value(durable.attempts.as_ref()), Some(3));
    let manual = again.manual.as_ref().expect("manual");
    assert!(manual.enabled && manual.verify.is_some() && manual.body.is_some());
    let manual = nightly.manual.as_ref().expect("manual");
    assert!(manual.enabled && manual.verify.is_none());

    let verbs: Vec<_> = orders.steps.iter().map(|step| &step.verb).collect();
    let Some(Verb::Request(request)) = verbs[0] else {
        panic!("a request");
    };
    assert_eq!(request.method.value, Method::Post);
    assert_eq!(value(request.effect.as_ref()), Some(Effect::Read));
    assert_eq!(request.query.len(), 2);
    assert!(request.body.is_some());
    let kinds: Vec<_> = verbs
        .iter()
        .map(|verb| match verb {
            Some(Verb::Request(request)) if !request.form.is_empty() => "form",
            Some(Verb::Request(request)) if request.text.is_some() => "text",
            Some(Verb::Request(_)) => "request",
            Some(Verb::Value(_)) => "value",
            Some(Verb::Log { level, .. }) if value(level.as_ref()) == Some(LogLevel::Warn) => {
                "warn"
            }
            Some(Verb::Log { .. }) => "log",
            Some(Verb::Skip(_)) => "skip",
            Some(Verb::Stop(_)) => "stop",
            Some(Verb::Fail(_)) => "fail",
            Some(Verb::Respond(respond)) if value(respond.status.as_ref()) == Some(201) => "201",
            Some(Verb::Respond(_)) => "respond",
            None => "none",
        })
        .collect();
    assert_eq!(
        kinds,
        [
            "request", "form", "text", "request", "request", "value", "warn", "skip", "stop",
            "fail", "201"
        ]
    );
}

/// A misspelt key that is recognised is read as the right one.
#[test]
fn repairs_are_read() {
    let (manifest, diagnostics) = read(
        "[integration]\nname = \"a\"\n[systems.shop]\ndomain = \"a.example\"\nbaseUrl = \"https://a.example\"\nauth = { type = \"basic\" }\n",
    );
    assert_eq!(diagnostics.len(), 2);
    let shop = &manifest.systems[0];
    assert_eq!(
        shop.base_url.as_ref().map(gusset::document::Text::as_str),
        Some("https://a.example")
    );
    let scheme = shop.auth.as_ref().and_then(|auth| auth.scheme.clone());
    assert!(matches!(
        scheme.map(|scheme| scheme.value),
        Some(Scheme::BasicAuth)
    ));
}

/// A step that asks for what is not built gives nothing that later phases could misread.
#[test]
fn later_steps_have_no_verb() {
    let (manifest, _) = read(
        "[integration]\nname = \"a\"\n[[workflows.w.steps]]\nsystem = \"a\"\nget = \"/a\"\npaginate = { page = 1 }\n[[workflows.w.steps]]\nsystem = \"a\"\nget = \"/a\"\nretry = { attempts = 2 }\n",
    );
    let verbs: Vec<_> = manifest.workflows[0]
        .steps
        .iter()
        .map(|step| step.verb.is_some())
        .collect();
    assert_eq!(verbs, [false, true]);
}
