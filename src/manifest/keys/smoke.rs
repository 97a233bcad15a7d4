//! `[workflows.NAME.smoke]`.

use super::table::{Format, Hint, Key, Kind, NONE, Naming, Section};

pub static SMOKE: Section = Section {
    path: "workflows.NAME.smoke",
    noun: "a smoke call",
    about: "One call of the workflow's address, through the platform, after each deployment. \
It is a real run: choose data that does no harm. The call carries no credential.",
    keys: &[
        Key::new(
            "body",
            Kind::Literal,
            "What is sent, as TOML, or the path of a JSON file; it has to fit the type of the trigger's body.",
        )
        .also(&["payload", "input", "data", "sample", "file", "json", "request"])
        .example("\"samples/order.json\""),
        Key::new(
            "headers",
            Kind::Map {
                names: Naming::Header,
                of: &Kind::Text(Format::Any),
            },
            "Headers of the call, as text. `Content-Type` is `application/json` where there is a body.",
        )
        .also(&["header", "http_headers"])
        .example("{ X-Smoke = \"1\" }"),
        Key::new(
            "status",
            Kind::Integer { min: 200, max: 599 },
            "The HTTP status that has to come back. It must be written where the trigger is verified.",
        )
        .default("any from 200 to 299")
        .also(&["expect", "expected", "code", "status_code", "expect_status", "returns"])
        .example("200"),
    ],
    hints: &[
        Hint {
            words: &["path", "url", "method", "query"],
            key: None,
            help: "leave it out: the address and the method are those of the trigger",
        },
        Hint {
            words: &["auth", "token", "secret", "signature", "credential"],
            key: None,
            help: "leave it out: the call carries no credential; `status` says what comes back without one",
        },
        Hint {
            words: &["retries", "retry", "attempts", "timeout"],
            key: None,
            help: "leave it out: the call is made once, since it starts a run",
        },
    ],
    ..NONE
};
