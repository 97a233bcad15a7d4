//! Systems of the organisation.

use super::prelude::*;

pub static ADD_AUTH_SCHEME: Command = command(
    "systems add-auth-scheme",
    &[
        text("api-key.in").words(&["header", "query", "cookie"]),
        text("api-key.name"),
        text("description"),
        text("hmac.algorithm").words(&["sha1", "sha256", "sha512"]),
        repeated("hmac.digest-input").words(&["body", "url"]),
        text("hmac.encoding")
            .default("hex")
            .words(&["hex", "base64", "base64url"]),
        text("hmac.in").words(&["header", "query", "cookie"]),
        text("hmac.name"),
        text("name").required(),
        text("oauth2.authorize-url"),
        text("oauth2.client-id"),
        text("oauth2.client-secret").exposed(),
        repeated("oauth2.default-scope"),
        text("oauth2.grant-type")
            .default("authorizationCode")
            .words(&["authorizationCode", "clientCredentials", "password"]),
        repeated("oauth2.scope"),
        text("oauth2.token-url"),
        text("system-id").required(),
        text("type").required().words(&[
            "none",
            "api-key",
            "basic-auth",
            "oauth2",
            "hmac",
            "certificate",
        ]),
    ],
);
pub static CREATE: Command = command(
    "systems create",
    &[
        text("domain").prompts(),
        text("name").prompts(),
        text("template-base-url").prompts(),
    ],
)
.prints(Output::Object);
pub static LIST: Command = command("systems list", &[]).prints(Output::List("printableSystem"));

pub(super) static ALL: &[CommandId] = &[&ADD_AUTH_SCHEME, &CREATE, &LIST];
