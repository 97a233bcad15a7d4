//! `auth` and `incoming` of a system: schemes told apart by `type`.

use super::table::{Format, Hint, Key, Kind, NONE, Section, When, Word};

const NONE_WORD: Word = Word::new("none", "No authentication.").also(&[
    "no",
    "anonymous",
    "public",
    "open",
    "null",
    "false",
]);
const API_KEY: Word = Word::new(
    "api-key",
    "A key in a header, the query or a cookie. A bearer token is one in the header `Authorization` with the prefix `Bearer `.",
)
.also(&["token", "bearer", "key", "apikey", "bearer_token", "header", "api_token", "access_token", "pat", "jwt", "api"])
.write("type = \"api-key\", in = \"header\", name = \"Authorization\", prefix = \"Bearer \"");
const BASIC: Word = Word::new("basic-auth", "User name and password.").also(&[
    "basic",
    "password",
    "http_basic",
    "userpass",
    "username_password",
    "http",
]);
const OAUTH2: Word = Word::new("oauth2", "OAuth 2.0.").also(&[
    "oauth",
    "oauth2.0",
    "oauth_2",
    "oidc",
    "openid",
    "oauth2_client_credentials",
    "oauth2_authorization_code",
]);
const HMAC: Word = Word::new("hmac", "A signature over the message with a shared secret.").also(&[
    "signature",
    "hmac_sha256",
    "signed",
    "sha256",
    "secret",
    "webhook_secret",
    "hmac256",
]);
const CERTIFICATE: Word = Word::new("certificate", "A client certificate.").also(&[
    "cert",
    "mtls",
    "tls",
    "client_certificate",
    "x509",
    "mutual_tls",
    "ssl",
]);

const LOCATIONS: &[Word] = &[
    Word::new("header", "A request header.").also(&["headers", "http_header"]),
    Word::new("query", "A query parameter.").also(&[
        "url",
        "querystring",
        "param",
        "query_string",
        "parameter",
    ]),
    Word::new("cookie", "A cookie.").also(&["cookies"]),
];

const GRANTS: &[Word] = &[
    Word::new("authorization-code", "A person signs in, in a browser.").also(&[
        "code",
        "auth_code",
        "authorization",
        "3lo",
        "three_legged",
        "browser",
        "pkce",
    ]),
    Word::new("client-credentials", "The application signs in as itself.").also(&[
        "client",
        "credentials",
        "machine",
        "m2m",
        "client_credential",
        "2lo",
        "app",
    ]),
    Word::new(
        "password",
        "A user's name and password are exchanged for a token.",
    )
    .also(&["resource_owner", "ropc", "resource_owner_password", "user"]),
];

const WITH_KEY: When = When::Is("type", &["api-key", "hmac"]);
const WITH_OAUTH: When = When::Is("type", &["oauth2"]);
const WITH_HMAC: When = When::Is("type", &["hmac"]);

const LOCATION: Key = Key::new(
    "in",
    Kind::Word(LOCATIONS),
    "Where the key or signature is.",
)
.only(WITH_KEY)
.default("`header`")
.also(&[
    "location", "where", "place", "position", "add_to", "send_in",
]);
const NAME: Key = Key::new(
    "name",
    Kind::Text(Format::Any),
    "The name of the header, query parameter or cookie.",
)
.only(WITH_KEY)
.required_when(WITH_KEY)
.also(&[
    "header",
    "key",
    "param",
    "parameter",
    "header_name",
    "key_name",
    "field",
    "header_key",
])
.example("\"X-Api-Key\"");
const PREFIX: Key = Key::new(
    "prefix",
    Kind::Text(Format::Free),
    "Text before the key in the value, its space included: `Bearer `.",
)
.only(When::Is("type", &["api-key"]))
.also(&["scheme", "value_prefix", "token_prefix", "token_type"])
.example("\"Bearer \"");
const ALGORITHM: Key = Key::new(
    "algorithm",
    Kind::Word(&[
        Word::new("sha1", "SHA-1.").also(&["hmac_sha1"]),
        Word::new("sha256", "SHA-256.").also(&["hmac_sha256", "hs256", "sha2"]),
        Word::new("sha512", "SHA-512.").also(&["hmac_sha512", "hs512"]),
    ]),
    "The hash of the signature.",
)
.only(WITH_HMAC)
.required_when(WITH_HMAC)
.also(&[
    "hash",
    "alg",
    "digest_algorithm",
    "method",
    "hash_algorithm",
]);
const ENCODING: Key = Key::new(
    "encoding",
    Kind::Word(&[
        Word::new("hex", "Hexadecimal digits.").also(&["hexadecimal", "base16"]),
        Word::new("base64", "Base64.").also(&["b64"]),
        Word::new("base64url", "Base64 in the alphabet for URLs.").also(&[
            "b64url",
            "base64_url",
            "url_safe_base64",
        ]),
    ]),
    "How the signature is written.",
)
.only(WITH_HMAC)
.default("`hex`")
.also(&["encode", "format", "signature_encoding"]);
const DIGEST: Key = Key::new(
    "digest",
    Kind::List {
        of: &Kind::Word(&[
            Word::new("body", "The raw body.").also(&["payload", "raw_body", "content", "rawbody"]),
            Word::new("url", "The URL called.").also(&["uri", "path", "endpoint"]),
        ]),
        least: 1,
    },
    "What is signed, in order.",
)
.only(WITH_HMAC)
.default("`[\"body\"]`")
.also(&[
    "digest_input",
    "digest_inputs",
    "signs",
    "signed",
    "over",
    "input",
    "inputs",
    "content",
]);

const SECRET_HINT: Hint = Hint {
    words: &[
        "value",
        "secret",
        "token",
        "password",
        "username",
        "client_id",
        "client_secret",
        "user",
        "api_key",
        "access_token",
        "refresh_token",
        "credentials",
        "signing_secret",
    ],
    key: None,
    help: "leave it out: the manifest says what kind of credential is needed; the credential itself is entered when the system is connected",
};

pub static AUTH: Section = Section {
    path: "systems.NAME.auth",
    noun: "an auth scheme",
    about: "`type` says which scheme it is; the other keys go with a scheme.",
    keys: &[
        Key::new(
            "type",
            Kind::Word(&[NONE_WORD, API_KEY, BASIC, OAUTH2, HMAC, CERTIFICATE]),
            "The scheme.",
        )
        .required()
        .also(&["scheme", "kind", "method", "strategy", "auth_type"])
        .example("\"api-key\""),
        LOCATION,
        NAME,
        PREFIX,
        Key::new("grant", Kind::Word(GRANTS), "How a token is obtained.")
            .only(WITH_OAUTH)
            .required_when(WITH_OAUTH)
            .also(&["grant_type", "flow", "flow_type", "oauth_flow"]),
        Key::new(
            "authorize_url",
            Kind::Text(Format::Url),
            "The page where a person signs in.",
        )
        .only(When::Is("grant", &["authorization-code"]))
        .required_when(When::Is("grant", &["authorization-code"]))
        .also(&[
            "authorization_url",
            "auth_url",
            "authorise_url",
            "authorize",
            "authorization_endpoint",
            "login_url",
            "auth_uri",
        ])
        .example("\"https://example.com/oauth/authorize\""),
        Key::new(
            "token_url",
            Kind::Text(Format::Url),
            "The address that gives out tokens.",
        )
        .only(WITH_OAUTH)
        .required_when(WITH_OAUTH)
        .also(&[
            "access_token_url",
            "token_endpoint",
            "token_uri",
            "url",
            "token",
            "refresh_url",
        ])
        .example("\"https://example.com/oauth/token\""),
        Key::new(
            "scopes",
            Kind::List {
                of: &Kind::Text(Format::Any),
                least: 0,
            },
            "What is asked for.",
        )
        .only(WITH_OAUTH)
        .also(&["scope", "permissions", "default_scopes", "oauth_scopes"])
        .example("[\"orders.read\"]"),
        ALGORITHM,
        ENCODING,
        DIGEST,
    ],
    hints: &[SECRET_HINT],
    shorthand: Some("type"),
    ..NONE
};

pub static INCOMING: Section = Section {
    path: "systems.NAME.incoming",
    noun: "an incoming scheme",
    about: "How the platform checks a webhook before the workflow runs. `type` says which scheme it is.",
    keys: &[
        Key::new("type", Kind::Word(&[API_KEY, BASIC, HMAC]), "The scheme.")
            .required()
            .also(&["scheme", "kind", "method", "strategy", "auth_type"])
            .example("\"hmac\""),
        LOCATION,
        NAME,
        PREFIX,
        ALGORITHM,
        ENCODING,
        DIGEST,
    ],
    hints: &[SECRET_HINT],
    shorthand: Some("type"),
    ..NONE
};
