//! What starts a workflow, and how it runs.

use super::table::{Format, Hint, Key, Kind, NONE, Naming, Section, Word};

const BODY: Key = Key::new("body", Kind::Type, "The type of what the caller sends.")
    .also(&[
        "payload",
        "type",
        "schema",
        "input",
        "data",
        "accepts",
        "body_type",
    ])
    .example("\"order\"");

const VERIFY: Key = Key::new(
    "verify",
    Kind::Reference("systems"),
    "The system whose `incoming` scheme checks the call.",
)
.also(&[
    "system",
    "auth",
    "connection",
    "signature",
    "authentication",
    "from",
    "source",
    "verified_by",
    "security",
])
.example("\"shop\"");

pub static WEBHOOK: Section = Section {
    path: "workflows.NAME.webhook",
    noun: "a webhook",
    about: "The workflow runs when its address is called.",
    keys: &[
        Key::new(
            "method",
            Kind::Word(&[
                Word::new("get", "GET.").also(&["fetch", "read"]),
                Word::new("post", "POST."),
                Word::new("put", "PUT."),
                Word::new("patch", "PATCH."),
                Word::new("delete", "DELETE."),
            ]),
            "The HTTP method of the call.",
        )
        .default("`post`")
        .also(&["verb", "http_method", "methods"]),
        BODY,
        VERIFY,
        Key::new(
            "mode",
            Kind::Word(&[
                Word::new("sync", "The caller waits for the answer.")
                    .also(&["synchronous", "wait", "request_response", "blocking"]),
                Word::new("async", "The caller is answered at once.")
                    .also(&["asynchronous", "nowait", "background", "fire_and_forget"]),
            ]),
            "Whether the caller waits for the workflow.",
        )
        .default("`sync`")
        .also(&["response", "response_mode", "reply", "async", "sync"]),
        Key::new(
            "headers",
            Kind::Map {
                names: Naming::Header,
                of: &Kind::Type,
            },
            "The types of the call's headers.",
        )
        .later("leave it out: `trigger.headers['x-name']` is text that may be missing"),
        Key::new("filter", Kind::Expression, "Calls for which it is false are answered and dropped.")
            .also(&["when", "if", "condition", "only"])
            .later("begin with a step that ends the run: `when = \"trigger.body.test\"`, `stop = \"a test order\"`"),
        Key::new(
            "challenge",
            Kind::Expression,
            "The answer to a call by which the sender checks the address.",
        )
        .also(&["verification", "handshake", "echo"])
        .later("begin with a step that answers: `when = \"trigger.body.challenge != null\"`, `respond.body = \"trigger.body.challenge\"`"),
    ],
    hints: &[
        Hint {
            words: &["path", "url", "route", "endpoint"],
            key: None,
            help: "leave it out: the address follows from the workflow's name",
        },
        Hint {
            words: &["secret", "token", "hmac", "key"],
            key: Some("verify"),
            help: "name the system that calls: `verify = \"SYSTEM\"`; the scheme is that system's `incoming`",
        },
    ],
    ..NONE
};

pub static SCHEDULE: Section = Section {
    path: "workflows.NAME.schedule",
    noun: "a schedule",
    about: "The workflow runs at fixed times, in UTC.",
    keys: &[
        Key::new(
            "cron",
            Kind::Text(Format::Any),
            "Minute, hour, day of month, month, day of week; UTC.",
        )
        .required()
        .also(&[
            "expression",
            "every",
            "interval",
            "at",
            "time",
            "crontab",
            "schedule",
            "pattern",
            "when",
        ])
        .example("\"0 * * * *\""),
        Key::new(
            "users",
            Kind::Word(&[
                Word::new("static", "One run, with the shared accounts.")
                    .also(&["one", "single", "default", "none", "shared"]),
                Word::new("all", "One run for every activation.").also(&[
                    "every",
                    "each",
                    "dynamic",
                    "per_user",
                    "any",
                    "activations",
                ]),
            ]),
            "For whom it runs.",
        )
        .default("`static`")
        .also(&["user", "activations", "for", "activation"]),
    ],
    hints: &[Hint {
        words: &["timezone", "tz", "zone"],
        key: None,
        help: "leave it out: the platform's schedules are in UTC; write the hour in UTC",
    }],
    shorthand: Some("cron"),
    ..NONE
};

pub static MANUAL: Section = Section {
    path: "workflows.NAME.manual",
    noun: "a manual trigger",
    about: "The workflow runs when a person asks for it: a POST webhook that is verified.",
    keys: &[VERIFY, BODY],
    ..NONE
};

pub static DURABLE: Section = Section {
    path: "workflows.NAME.durable",
    noun: "a durable run",
    about: "How a queued run is tried.",
    keys: &[
        Key::new(
            "attempts",
            Kind::Integer { min: 1, max: 100 },
            "How often a run is tried before it has failed.",
        )
        .default("5")
        .also(&["retries", "max_attempts", "retry", "max_retries", "tries"]),
        Key::new(
            "ttl",
            Kind::Duration,
            "How long a run may take before another machine takes it over.",
        )
        .also(&["timeout", "time_to_live", "expires", "lease"])
        .example("\"10m\""),
        Key::new(
            "limit",
            Kind::Integer { min: 1, max: 1000 },
            "How many runs there are at one time.",
        )
        .default("1")
        .also(&[
            "concurrency",
            "parallel",
            "max_concurrency",
            "parallelism",
            "max_parallel",
        ]),
    ],
    ..NONE
};
