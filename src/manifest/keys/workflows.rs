//! `[workflows.NAME]`.

use super::table::{Format, Hint, Key, Kind, NONE, Section};
use super::{repetition, smoke, steps, triggers};

pub static WORKFLOW: Section = Section {
    path: "workflows.NAME",
    noun: "a workflow",
    about: "A workflow has one or more triggers and a list of steps, which run in order. \
Several triggers are allowed; expressions see what came with the trigger as `trigger.body`, `.headers` and `.query`.",
    keys: &[
        Key::new(
            "steps",
            Kind::List {
                of: &Kind::Table(&steps::STEP),
                least: 1,
            },
            "What is done, in order.",
        )
        .required()
        .also(&["step", "actions", "tasks", "do", "stages", "run", "jobs", "nodes"])
        .example("[[workflows.NAME.steps]]"),
        Key::new(
            "description",
            Kind::Text(Format::Any),
            "One sentence for people.",
        )
        .also(&["desc", "summary", "about", "title"]),
        Key::new(
            "webhook",
            Kind::Table(&triggers::WEBHOOK),
            "Runs when a system calls.",
        )
        .also(&["on_webhook", "http", "hook", "endpoint", "on_request", "request"])
        .example("{ verify = \"shop\", body = \"order\" }"),
        Key::new(
            "schedule",
            Kind::Table(&triggers::SCHEDULE),
            "Runs at fixed times.",
        )
        .also(&["every", "timer", "schedules", "scheduled", "interval", "crontab"])
        .example("{ cron = \"0 * * * *\" }"),
        Key::new(
            "manual",
            Kind::Either(&[Kind::Boolean, Kind::Table(&triggers::MANUAL)]),
            "Runs when a person asks for it, through a webhook that is verified: `true`, or who verifies the call and what it carries.",
        )
        .default("false")
        .also(&["on_demand", "manually", "button", "trigger_manually"])
        .example("true"),
        Key::new(
            "durable",
            Kind::Table(&triggers::DURABLE),
            "The trigger only acknowledges; the run is queued, may take longer than thirty seconds, and is tried again when it fails. An empty table takes the defaults.",
        )
        .also(&["queue", "async", "background", "queued", "durability", "retry", "retries"])
        .example("{ attempts = 3 }"),
        Key::new(
            "smoke",
            Kind::Table(&smoke::SMOKE),
            "A call of the webhook, or else of the manual trigger, that `apply` makes when it has deployed. An empty table calls without a body.",
        )
        .also(&["smoke_test", "smoketest", "smoke_call", "probe", "health_check", "healthcheck", "ping", "check"])
        .example("{ body = \"samples/order.json\" }"),
        Key::new(
            "dedupe",
            Kind::Table(&repetition::DEDUPE),
            "Runs once for each key, however often the same event arrives.",
        )
        .also(&["deduplicate", "deduplication", "idempotency", "unique", "once", "dedup", "idempotency_key"])
        .later("leave it out, and note that the same event may run twice; deduplication is coming"),
        Key::new(
            "on_failure",
            Kind::List {
                of: &Kind::Table(&steps::STEP),
                least: 1,
            },
            "Steps that run when the workflow has failed.",
        )
        .also(&["on_error", "catch", "error_handler", "finally", "rescue", "onfailure"])
        .later("leave it out: a failed run raises an issue on the platform, and `[alerts]` says who hears of it"),
    ],
    hints: &[
        Hint {
            words: &["trigger", "triggers", "on", "when", "event", "events"],
            key: None,
            help: "name the trigger by its kind: `webhook = { verify = \"SYSTEM\", body = \"TYPE\" }`, `schedule = { cron = \"0 * * * *\" }` or `manual = true`",
        },
        Hint {
            words: &["name", "id"],
            key: None,
            help: "leave it out: a workflow is named by its header, `[workflows.NAME]`",
        },
        Hint {
            words: &["enabled", "active", "disabled"],
            key: None,
            help: "leave it out: a workflow that is in the manifest runs",
        },
        Hint {
            words: &["source", "target", "from", "to", "systems"],
            key: None,
            help: "leave it out: the steps say which systems they call, each with `system = \"NAME\"`",
        },
        Hint {
            words: &["timezone", "tz"],
            key: None,
            help: "leave it out: a schedule is in UTC",
        },
    ],
    ..NONE
};
