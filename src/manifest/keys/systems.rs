//! `[systems.NAME]`.

use super::table::{Format, Hint, Key, Kind, NONE, Naming, Section};
use super::{auth, steps};

pub static SYSTEM: Section = Section {
    path: "systems.NAME",
    noun: "a system",
    about: "A system that requests go to, or whose webhooks come in. Names what is needed to reach it; secrets are never in the manifest.",
    keys: &[
        Key::new(
            "domain",
            Kind::Text(Format::Domain),
            "The domain of the system's maker, by which the platform knows it.",
        )
        .required()
        .also(&["vendor", "provider", "website"])
        .example("\"shopify.com\""),
        Key::new(
            "base_url",
            Kind::Text(Format::Url),
            "The start of every request's URL. `{input}` is a hole that each user fills: `https://{shop}.myshopify.com`.",
        )
        .default("`https://` and the domain")
        .also(&[
            "url", "base", "endpoint", "host", "api_url", "root", "root_url", "uri", "base_uri",
            "server", "servers", "api_base", "api_base_url", "hostname", "address",
        ])
        .example("\"https://api.example.com\""),
        Key::new(
            "inputs",
            Kind::Map {
                names: Naming::Identifier,
                of: &Kind::Table(&INPUT),
            },
            "The holes of the base URL, each with a description for the person who fills it.",
        )
        .also(&["input", "params", "parameters", "variables", "placeholders", "fields"])
        .example("{ shop = { description = \"The part before .myshopify.com.\" } }"),
        Key::new(
            "auth",
            Kind::Table(&auth::AUTH),
            "How requests to the system are authenticated.",
        )
        .default("`{ type = \"none\" }`")
        .also(&[
            "authentication", "authorization", "credentials", "security", "auth_scheme", "scheme",
            "outgoing", "login", "authn", "auth_schemes",
        ])
        .example("{ type = \"basic-auth\" }"),
        Key::new(
            "incoming",
            Kind::Table(&auth::INCOMING),
            "How webhooks that come from the system are checked. It gets a connection of its own.",
        )
        .also(&[
            "webhook_auth", "verification", "signature", "inbound", "webhook", "hmac",
            "incoming_auth", "verify", "webhook_secret",
        ])
        .example("{ type = \"hmac\", name = \"X-Signature\", algorithm = \"sha256\" }"),
        Key::new(
            "per_user",
            Kind::Boolean,
            "Every activation brings its own account, instead of one account for all.",
        )
        .default("false")
        .also(&["dynamic", "user_specific", "multi_tenant", "per_activation", "peruser"]),
        Key::new(
            "openapi",
            Kind::Text(Format::Any),
            "An OpenAPI 3 or Swagger 2.0 document: each request to the system has the types of the operation with its method and path. `returns` in a step says otherwise.",
        )
        .also(&["spec", "swagger", "openapi_spec", "definition"])
        .example("\"specs/shop.yaml\""),
        Key::new(
            "headers",
            Kind::Map {
                names: Naming::Header,
                of: &Kind::Expression,
            },
            "Headers of every request to the system.",
        )
        .also(&["header", "default_headers", "http_headers"])
        .example("{ Accept = \"'application/json'\" }"),
        Key::new(
            "rate_limit",
            Kind::Table(&RATE_LIMIT),
            "How many requests the system takes, for all workflows together.",
        )
        .also(&["rate_limits", "throttle", "limit", "quota", "ratelimiting", "rate", "throttling"])
        .later("leave it out; a request that is refused with 429 fails with a clear error"),
        Key::new(
            "timeout",
            Kind::Duration,
            "How long a request may take.",
        )
        .default("`10s`")
        .also(&["request_timeout", "timeouts", "timeout_ms", "timeout_seconds"])
        .example("\"10s\""),
        Key::new(
            "retry",
            Kind::Table(&steps::RETRY),
            "When a failed request is tried again, unless a step says otherwise.",
        )
        .also(&["retries", "max_retries", "backoff", "retry_policy"])
        .later("leave it out: a request is tried once, and a durable workflow tries the run again"),
        Key::new(
            "status",
            Kind::Map {
                names: Naming::Status,
                of: &Kind::Word(steps::STATUS_POLICY),
            },
            "What a status means, unless a step says otherwise.",
        )
        .also(&["statuses", "status_codes", "on_status", "errors"])
        .later("leave it out: 2xx is accepted, everything else fails the run"),
        Key::new(
            "idempotency",
            Kind::Table(&IDEMPOTENCY),
            "Where the system takes idempotency keys.",
        )
        .also(&["idempotency_header", "idempotent", "idempotency_key"])
        .later("leave it out, or write the header in the step's `headers`"),
        Key::new(
            "docs",
            Kind::Text(Format::Url),
            "The page where the facts about the system come from.",
        )
        .also(&["documentation", "reference", "doc", "docs_url", "documentation_url", "link"]),
        Key::new(
            "rotation",
            Kind::Integer {
                min: 1,
                max: 999_999,
            },
            "The number of the connection: a new number makes a new connection, for new credentials.",
        )
        .default("1")
        .also(&["revision", "generation"]),
    ],
    hints: &[
        Hint {
            words: &["token", "bearer", "bearer_token", "api_key", "apikey", "key", "api_token"],
            key: Some("auth"),
            help: "name the scheme, never the secret: `auth = { type = \"api-key\", in = \"header\", name = \"Authorization\", prefix = \"Bearer \" }`",
        },
        Hint {
            words: &["username", "password", "user", "basic", "basic_auth"],
            key: Some("auth"),
            help: "name the scheme, never the secret: `auth = { type = \"basic-auth\" }`",
        },
        Hint {
            words: &["oauth", "oauth2", "client_id", "client_secret", "token_url", "scopes", "grant"],
            key: Some("auth"),
            help: "write it in `auth`: `auth = { type = \"oauth2\", grant = \"client-credentials\", token_url = \"https://…\" }`",
        },
        Hint {
            words: &["description", "name", "title"],
            key: None,
            help: "leave it out: a system is named by its header, `[systems.NAME]`; a comment can explain it",
        },
        Hint {
            words: &["role", "direction", "kind", "type"],
            key: None,
            help: "leave it out: what a system is used for follows from the workflows; how it authenticates is `auth = { type = \"…\" }`",
        },
    ],
    ..NONE
};

static INPUT: Section = Section {
    path: "systems.NAME.inputs.NAME",
    noun: "an input",
    about: "A hole of the base URL.",
    keys: &[Key::new(
        "description",
        Kind::Text(Format::Any),
        "What to fill in, for the person who connects the system.",
    )
    .required()
    .also(&["desc", "help", "label", "title", "hint", "about", "prompt"])
    .example("\"The subdomain of your account.\"")],
    hints: &[
        Hint {
            words: &["default", "value"],
            key: None,
            help: "write the value of an environment there: `[environments.NAME.systems.NAME.inputs]`",
        },
        Hint {
            words: &["type", "required"],
            key: None,
            help: "leave it out: an input is text and always needed",
        },
    ],
    shorthand: Some("description"),
    ..NONE
};

static RATE_LIMIT: Section = Section {
    path: "systems.NAME.rate_limit",
    noun: "a rate limit",
    about: "A budget of requests that all workflows share.",
    keys: &[
        Key::new(
            "requests",
            Kind::Integer {
                min: 1,
                max: 1_000_000,
            },
            "How many requests.",
        )
        .required(),
        Key::new("per", Kind::Duration, "In what time.").required(),
    ],
    ..NONE
};

static IDEMPOTENCY: Section = Section {
    path: "systems.NAME.idempotency",
    noun: "an idempotency rule",
    about: "Where an idempotency key is sent.",
    keys: &[
        Key::new("header", Kind::Text(Format::Any), "The header's name."),
        Key::new(
            "query",
            Kind::Text(Format::Any),
            "The query parameter's name.",
        ),
    ],
    ..NONE
};
