//! Systems of the organisation and their auth schemes.

use serde_json::{Map, Value, json};

use super::NO_ID;
use crate::arguments::Call;
use crate::log;
use crate::output::{Failure, first_page, list as print_list, object};
use crate::state::{State, System};

fn row(system: &System) -> Value {
    json!({
        "name": system.name,
        "id": system.id,
        "domain": system.domain,
        "templateBaseUrl": system.base_url,
        "authSchemeConfigs": system.schemes,
    })
}

pub fn list(state: &mut State, call: &Call) -> Result<String, Failure> {
    print_list(
        call,
        "printableSystem",
        first_page(state.systems.iter().map(row)),
    )
}

pub fn create(state: &mut State, call: &Call) -> Result<String, Failure> {
    for flag in ["name", "domain", "template-base-url"] {
        if call.text(flag).is_empty() {
            return Err(Failure::prompt(&format!("--{flag}")));
        }
    }
    let system = System {
        id: state.id(),
        name: call.text("name").to_owned(),
        domain: call.text("domain").to_owned(),
        base_url: call.text("template-base-url").to_owned(),
        schemes: Vec::new(),
    };
    let printed = row(&system);
    state.systems.push(system);
    object(call, &printed)
}

/// The id inside a scheme, beside its `type`.
pub fn scheme_id(scheme: &Value) -> Option<&str> {
    let fields = scheme.as_object()?;
    fields.values().find_map(|value| value.get("id")?.as_str())
}

pub fn add_auth_scheme(state: &mut State, call: &Call) -> Result<String, Failure> {
    let scheme = scheme(call)?;
    let system = state
        .systems
        .iter_mut()
        .find(|system| system.id == call.text("system-id"))
        .ok_or_else(|| Failure::api("failed to upsert auth scheme config", "not found"))?;
    let name = call.text("name");
    match system
        .schemes
        .iter_mut()
        .find(|held| scheme_id(held) == Some(name))
    {
        Some(held) => *held = scheme,
        None => system.schemes.push(scheme),
    }
    Ok("Auth scheme config added/updated successfully\n".into())
}

fn scheme(call: &Call) -> Result<Value, Failure> {
    let kind = call.text("type");
    let (id, description) = (call.text("name"), call.text("description"));
    let needed: &[&str] = match kind {
        "api-key" => &["api-key.name", "api-key.in"],
        "oauth2" => &["oauth2.token-url"],
        "hmac" => &["hmac.name", "hmac.in", "hmac.algorithm"],
        _ => &[],
    };
    for flag in needed {
        if call.text(flag).is_empty() {
            log::violation(&format!("--{flag} is missing"));
            return Err(Failure::message(&format!(
                "--{flag} is required when type={kind}"
            )));
        }
    }
    let plain = json!({ "description": description, "id": id });
    Ok(match kind {
        "none" => json!({ "none": plain, "type": kind }),
        "basic-auth" => json!({ "basicAuth": plain, "type": kind }),
        "certificate" => json!({ "certificate": plain, "type": kind }),
        "api-key" => json!({
            "apiKey": {
                "description": description,
                "id": id,
                "in": word(call, "api-key.in", &["header", "query", "cookie"]),
                "name": call.text("api-key.name"),
            },
            "type": kind,
        }),
        "hmac" => json!({
            "hmac": {
                "algorithm": word(call, "hmac.algorithm", &["sha1", "sha256", "sha512"]),
                "description": description,
                "digestInputs": call.all("hmac.digest-input"),
                "encoding": match call.text("hmac.encoding") {
                    "" => "hex",
                    _ => word(call, "hmac.encoding", &["hex", "base64", "base64url"]),
                },
                "id": id,
                "in": word(call, "hmac.in", &["header", "query", "cookie"]),
                "name": call.text("hmac.name"),
            },
            "type": kind,
        }),
        "oauth2" => json!({ "oauth2": oauth2(call), "type": kind }),
        other => {
            log::violation(&format!("no auth scheme type {other}"));
            json!({ "type": other })
        }
    })
}

fn word<'a>(call: &'a Call, flag: &str, words: &[&str]) -> &'a str {
    let value = call.text(flag);
    if !words.contains(&value) {
        log::violation(&format!("--{flag} {value} is no right word"));
    }
    value
}

fn oauth2(call: &Call) -> Value {
    let list = |flag: &str| match call.all(flag) {
        [] => Value::Null,
        values => json!(values),
    };
    let scopes = match call.all("oauth2.scope") {
        [] => Value::Null,
        scopes => scopes.iter().map(|scope| scope_row(scope)).collect(),
    };
    let grant = match call.text("oauth2.grant-type") {
        "" => "authorizationCode",
        _ => word(
            call,
            "oauth2.grant-type",
            &["authorizationCode", "clientCredentials", "password"],
        ),
    };
    let body = if grant == "clientCredentials" {
        json!({})
    } else {
        let mut body = Map::new();
        if call.is_given("oauth2.client-id") {
            body.insert("clientId".into(), json!(call.text("oauth2.client-id")));
        }
        body.insert("credentialId".into(), json!(NO_ID));
        body.insert("organisationId".into(), json!(NO_ID));
        Value::Object(body)
    };
    let mut scheme = Map::new();
    if !call.text("oauth2.authorize-url").is_empty() {
        scheme.insert(
            "authorizeUrl".into(),
            json!(call.text("oauth2.authorize-url")),
        );
    }
    scheme.insert("defaultScopes".into(), list("oauth2.default-scope"));
    scheme.insert("description".into(), json!(call.text("description")));
    scheme.insert("grant".into(), json!({ grant: body, "type": grant }));
    scheme.insert("id".into(), json!(call.text("name")));
    scheme.insert("scopes".into(), scopes);
    scheme.insert("tokenUrl".into(), json!(call.text("oauth2.token-url")));
    Value::Object(scheme)
}

fn scope_row(scope: &str) -> Value {
    match scope.split_once('=') {
        Some((name, description)) => json!({ "description": description, "name": name }),
        None => {
            log::violation("--oauth2.scope without `=`");
            json!({ "name": scope })
        }
    }
}
