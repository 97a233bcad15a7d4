//! Platforms to set up.

use gusset::emit::shell;
use gusset::platform::{
    Channel, Endpoint, EndpointKind, Environment, Grant, HmacAlgorithm, HmacEncoding, HmacInput,
    KeyLocation, Platform, ProjectFiles, Resources, Scheme, System, SystemValues, VariableSchema,
};
use serde_json::{Map, Value, json};

use super::shims::World;

/// The files of the project and their contents.
pub const FILES: &[(&str, &str)] = &[
    ("package.json", "{}\n"),
    ("src/index.ts", "export {};\n"),
    ("src/workflows/sync-orders.ts", "export {};\n"),
];

/// A canary for every credential that a test may need.
pub fn secrets(platform: &Platform) -> Vec<(String, String)> {
    gusset::steps::all_credentials(platform)
        .into_iter()
        .enumerate()
        .map(|(number, credential)| {
            let secret = format!("{}canary-{number}-secret", credential.prefix);
            (credential.variable, secret)
        })
        .collect()
}

pub fn system(name: &str, scheme: Scheme) -> System {
    System {
        name: name.into(),
        domain: format!("{name}.example"),
        base_url: format!("https://{name}.example/v1"),
        scheme,
        per_user: false,
        docs: None,
        incoming: false,
    }
}

pub fn api_key(location: KeyLocation, name: &str, prefix: &str) -> Scheme {
    Scheme::ApiKey {
        location,
        name: name.into(),
        prefix: prefix.into(),
    }
}

pub fn oauth2(grant: Grant) -> Scheme {
    let authorize = matches!(grant, Grant::AuthorizationCode);
    Scheme::OAuth2 {
        grant,
        authorize_url: authorize.then(|| "https://id.example/authorize".into()),
        token_url: "https://id.example/token".into(),
        scopes: vec!["write".into(), "com.example.read".into(), "write".into()],
    }
}

pub fn hmac() -> Scheme {
    Scheme::Hmac {
        location: KeyLocation::Header,
        name: "X-Shopify-Hmac-Sha256".into(),
        algorithm: HmacAlgorithm::Sha256,
        encoding: HmacEncoding::Base64,
        digest: vec![HmacInput::Body],
    }
}

/// An integration of these systems with one environment.
pub fn platform(systems: Vec<System>) -> Platform {
    let mut properties = Map::new();
    properties.insert("tenant".into(), json!({ "type": "string" }));
    properties.insert("limit".into(), json!({ "type": "integer", "minimum": 1 }));
    Platform {
        source: "integration.toml".into(),
        project: "orders & <receipts>".into(),
        systems,
        environments: vec![Environment {
            name: "production".into(),
            ..Environment::default()
        }],
        variables: Some(VariableSchema {
            properties,
            required: vec!["tenant".into()],
        }),
        alerts: Some(Channel {
            name: "orders-alerts".into(),
            email: "ops@example.com".into(),
            cc: vec!["a@example.com".into()],
        }),
        files: ProjectFiles::new(FILES.iter().map(|(path, text)| (*path, text.as_bytes()))),
        endpoints: vec![Endpoint {
            workflow: "sync-orders".into(),
            path: "/sync-orders".into(),
            method: "POST".into(),
            kind: EndpointKind::Manual,
        }],
        ..Platform::default()
    }
}

/// Only what needs nobody's hands.
pub fn automatic() -> Platform {
    platform(vec![
        system("shop", api_key(KeyLocation::Header, "X-Token", "")),
        system("erp", oauth2(Grant::ClientCredentials)),
    ])
}

/// Every auth scheme, two environments, and all that an environment can say.
pub fn everything() -> Platform {
    let mut users = system("crm-users", oauth2(Grant::AuthorizationCode));
    users.per_user = true;
    let mut incoming = system("shop-incoming", hmac());
    incoming.incoming = true;
    let mut all = platform(vec![
        system(
            "shop",
            api_key(KeyLocation::Header, "Authorization", "Bearer "),
        ),
        incoming,
        system("query-key", api_key(KeyLocation::Query, "key", "")),
        system("cookie-key", api_key(KeyLocation::Cookie, "session", "")),
        system("basic", Scheme::BasicAuth),
        system("client", oauth2(Grant::ClientCredentials)),
        system("password", oauth2(Grant::Password)),
        system("books", oauth2(Grant::AuthorizationCode)),
        system("mutual", Scheme::Certificate),
        system("open", Scheme::None),
        users,
    ]);
    all.environments.push(Environment {
        name: "staging".into(),
        clone_from: Some("production".into()),
        pool: Some("aws".into()),
        resources: Some(Resources {
            replicas: Some(1),
            max_replicas: Some(3),
            cpu: Some("500m".into()),
            memory: Some("256Mi".into()),
        }),
        systems: vec![SystemValues {
            system: "shop".into(),
            base_url: "https://staging.shop.example/v1".into(),
            rotation: 2,
        }],
        variables: vec![("tenant".into(), Value::from("t-1"))],
        ..Environment::default()
    });
    all
}

/// Writes what is generated, the project's files and env files with secrets.
pub fn install(world: &World, platform: &Platform) {
    for artifact in shell::render(platform).expect("the platform can be described") {
        world.write(&format!("versori/{}", artifact.path), &artifact.contents);
    }
    for (path, text) in FILES {
        world.write(&format!("versori/project/{path}"), text);
    }
    let lines: Vec<String> = secrets(platform)
        .iter()
        .map(|(name, secret)| format!("{name}='{secret}'\n"))
        .collect();
    for environment in &platform.environments {
        world.write(
            &format!("versori/.env.{}", environment.name),
            &lines.concat(),
        );
    }
}
