//! `[[workflows.NAME.steps]]`.

use super::repetition::{DEDUPE, PAGINATE, WINDOW};
use super::table::{Choice, Format, Hint, Key, Kind, NONE, Naming, Section, When, Word};
use super::upsert::UPSERT;

const REQUEST: When = When::Has(&["get", "post", "put", "patch", "delete", "graphql", "upsert"]);
const WITH_BODY: When = When::Has(&["get", "post", "put", "patch", "delete", "graphql"]);
const EXPRESSIONS: Kind = Kind::Map {
    names: Naming::Any,
    of: &Kind::Expression,
};
const HEADERS: Kind = Kind::Map {
    names: Naming::Header,
    of: &Kind::Expression,
};

/// What a status can be said to mean.
pub const STATUS_POLICY: &[Word] = &[
    Word::new("accept", "The answer is handed on.").also(&["ok", "success", "allow"]),
    Word::new("fail", "The run fails.").also(&["error", "throw", "abort"]),
    Word::new("retry", "The request is tried again."),
    Word::new("ignore", "The step has no result.").also(&["skip", "drop"]),
    Word::new(
        "refresh",
        "The credentials are renewed, then it is tried again.",
    ),
];

pub static STEP: Section = Section {
    path: "workflows.NAME.steps",
    noun: "a step",
    about: "A step does one thing, and the key that says what is its verb: a request (`get`, `post`, `put`, `patch`, `delete`), \
`value`, `log`, `skip`, `stop`, `fail` or `respond`. With an `id`, later steps see its result as `steps.ID`: \
of a request `{ status, headers, body }`, of a `value` the value itself.",
    keys: &[
        Key::new(
            "id",
            Kind::Text(Format::Identifier),
            "The name by which later steps see the result: `steps.ID`.",
        )
        .also(&["name", "key", "as", "label", "step", "ref", "assign", "output", "result", "save_as"])
        .example("\"order\""),
        Key::new(
            "system",
            Kind::Reference("systems"),
            "The system that the request goes to.",
        )
        .required_when(REQUEST)
        .only(REQUEST)
        .also(&["service", "connection", "api", "target", "connector", "app", "on", "client", "integration"])
        .example("\"shop\""),
        Key::new(
            "get",
            Kind::Path,
            "GET of this path. `{expression}` is a hole, percent-encoded.",
        )
        .also(&["fetch", "read", "list", "http_get"])
        .example("\"/orders/{trigger.body.id}\""),
        Key::new("post", Kind::Path, "POST to this path.")
            .also(&["create", "send", "http_post", "insert", "submit"])
            .example("\"/orders\""),
        Key::new("put", Kind::Path, "PUT to this path.")
            .also(&["replace", "http_put"])
            .example("\"/orders/{steps.order.body.id}\""),
        Key::new("patch", Kind::Path, "PATCH of this path.")
            .also(&["update", "http_patch", "modify"])
            .example("\"/orders/{steps.order.body.id}\""),
        Key::new("delete", Kind::Path, "DELETE of this path.")
            .also(&["remove", "http_delete", "destroy", "del"])
            .example("\"/orders/{steps.order.body.id}\""),
        Key::new("body", Kind::Expression, "The JSON body of the request.")
            .only(WITH_BODY)
            .also(&["json", "payload", "content", "request_body", "with", "mapping", "json_body"])
            .example("\"to_invoice(trigger.body)\""),
        Key::new(
            "returns",
            Kind::Type,
            "The type of the answer's body. Without it the body is unknown: it can be handed on, not looked into.",
        )
        .only(REQUEST)
        .also(&["return", "response", "response_type", "expects", "result_type", "type", "output_type", "response_body"])
        .example("\"order\""),
        Key::new(
            "when",
            Kind::Expression,
            "The step runs only where this is true; otherwise its result is absent.",
        )
        .also(&["if", "condition", "only_if", "unless", "guard", "where", "conditions"])
        .example("\"trigger.body.paid\""),
        Key::new("value", Kind::Expression, "A value to use further on.")
            .also(&["set", "compute", "let", "expression", "expr", "transform", "calc", "eval"])
            .example("\"trigger.body.lines.length\""),
        Key::new(
            "query",
            EXPRESSIONS,
            "Query parameters; one whose value is absent is left out.",
        )
        .only(REQUEST)
        .also(&["params", "parameters", "querystring", "query_params", "search", "qs", "query_string"])
        .example("{ limit = 50 }"),
        Key::new(
            "headers",
            HEADERS,
            "Headers of the request; one whose value is absent is left out.",
        )
        .only(REQUEST)
        .also(&["header", "http_headers", "request_headers"])
        .example("{ Accept = \"'application/json'\" }"),
        Key::new(
            "form",
            EXPRESSIONS,
            "The body as URL-encoded form fields.",
        )
        .only(WITH_BODY)
        .also(&["form_data", "urlencoded", "fields", "form_body", "formdata"])
        .example("{ grant = \"'x'\" }"),
        Key::new("text", Kind::Expression, "The body as it is, an expression that gives text.")
            .only(WITH_BODY)
            .also(&["raw", "raw_body", "plain", "string", "xml"])
            .example("\"steps.lines.join('\\n')\""),
        Key::new("log", Kind::Text(Format::Any), "Writes this message to the log.")
            .also(&["print", "message", "logger", "info", "echo", "console"])
            .example("\"order received\""),
        Key::new(
            "level",
            Kind::Word(&[
                Word::new("debug", "For developers.").also(&["trace", "verbose"]),
                Word::new("info", "What happens.").also(&["information", "notice", "log"]),
                Word::new("warn", "What should be looked at.").also(&["warning"]),
                Word::new("error", "What went wrong.").also(&["err", "fatal", "critical"]),
            ]),
            "The level of the log entry.",
        )
        .only(When::Has(&["log"]))
        .default("`info`")
        .also(&["severity", "log_level", "priority"]),
        Key::new("data", EXPRESSIONS, "Values beside the message; never personal data.")
            .only(When::Has(&["log", "start"]))
            .also(&["context", "attributes", "extra", "values", "meta", "metadata"])
            .example("{ order = \"trigger.body.id\" }"),
        Key::new(
            "skip",
            Kind::Text(Format::Any),
            "Ends this record, fine, for this reason; outside a loop it ends the run.",
        )
        .also(&["continue", "ignore", "next"])
        .example("\"the order has no lines\""),
        Key::new("stop", Kind::Text(Format::Any), "Ends the run, fine, for this reason.")
            .also(&["end", "exit", "break", "halt", "finish", "done", "return"])
            .example("\"nothing to do\""),
        Key::new("fail", Kind::Text(Format::Any), "Ends the run in error, for this reason.")
            .also(&["error", "throw", "raise", "abort", "assert"])
            .example("\"no customer of that name\""),
        Key::new(
            "respond",
            Kind::Table(&RESPOND),
            "Answers the caller of a webhook and ends the run.",
        )
        .also(&["reply", "answer", "respond_with", "response_with"])
        .example("{ status = 201, body = \"steps.order.body\" }"),
        Key::new(
            "effect",
            Kind::Word(&[
                Word::new("read", "Changes nothing.").also(&["none", "query", "get", "search", "safe"]),
                Word::new("create", "Makes something new each time.").also(&["insert", "add", "post", "new"]),
                Word::new("update", "Changes a part of what is there.").also(&["patch", "modify", "change"]),
                Word::new("replace", "Sets the whole; doing it twice is doing it once.").also(&["put", "upsert", "set", "idempotent"]),
                Word::new("delete", "Takes it away.").also(&["remove", "destroy"]),
            ]),
            "What the request does on the other side.",
        )
        .only(REQUEST)
        .default("by the method")
        .also(&["effects", "action", "operation", "intent", "side_effect", "semantics"]),
        Key::new("timeout", Kind::Duration, "How long the request may take.")
            .only(REQUEST)
            .default("the system's, else `10s`")
            .also(&["request_timeout", "timeout_ms", "timeout_seconds", "deadline"])
            .example("\"10s\""),
        Key::new("do", Kind::List { of: &Kind::Table(&STEP), least: 1 }, "Steps inside this one: of a branch, or of each record.")
            .also(&["then", "steps", "children", "nested"])
            .part_of(&["each", "over", "items", "paginate"])
            .later_essential("give each of the steps the same `when`"),
        Key::new("else", Kind::List { of: &Kind::Table(&STEP), least: 1 }, "Steps that run where `when` is false.")
            .also(&["otherwise", "or_else"])
            .later_essential("give each of the steps the opposite `when`"),
        Key::new("graphql", Kind::Text(Format::Any), "A GraphQL request.")
            .also(&["gql", "mutation"])
            .later_essential("post it: `post = \"/graphql\"`, `body = \"{ query: '…', variables: { … } }\"`"),
        Key::new("path", Kind::Path, "The path of GraphQL requests.")
            .default("`/graphql`")
            .only(When::Has(&["graphql"]))
            .later("post it: `post = \"/graphql\"`"),
        Key::new("arguments", EXPRESSIONS, "The variables of a GraphQL request.")
            .only(When::Has(&["graphql"]))
            .later("write them in the `body`"),
        Key::new("upsert", Kind::Table(&UPSERT), "Creates a record, or updates the one that is there.")
            .also(&["merge", "create_or_update", "find_or_create", "sync"])
            .later_essential("write the steps: a `get` that looks for the record, then a `post` and a `patch`, each with its `when`"),
        Key::new("code", Kind::Text(Format::Any), "Runs TypeScript of your own with the step's context.")
            .also(&["script", "run", "typescript", "javascript", "function", "ts"])
            .later_essential("declare a function, `[functions.NAME]`, and call it in a `value`"),
        Key::new("input", Kind::Expression, "What `code` is given.")
            .only(When::Has(&["code"]))
            .later("pass it to the function as an argument"),
        Key::new("save", EXPRESSIONS, "Sets values of `[state]`.")
            .also(&["store", "persist", "kv", "set_state"])
            .later_essential("leave it out: nothing is kept between runs yet"),
        Key::new("start", Kind::Reference("workflows"), "Starts a durable run of another workflow.")
            .also(&["call", "workflow", "invoke", "trigger", "dispatch", "subflow"])
            .later_essential("write the steps of that workflow here"),
        Key::new("wait", Kind::Boolean, "Whether to wait for the run that was started.")
            .only(When::Has(&["start"]))
            .default("false")
            .later("write the steps of that workflow here"),
        Key::new("multipart", EXPRESSIONS, "The body in parts, for files.")
            .only(WITH_BODY)
            .also(&["files", "file", "upload", "attachments"])
            .later_essential("send the content as JSON, a form or text"),
        Key::new("idempotency_key", Kind::Expression, "Makes the other side do it once, however often it is sent.")
            .only(REQUEST)
            .also(&["idempotency", "request_id", "idempotent"])
            .later("write the header in `headers`, where the system takes one"),
        Key::new("retry", Kind::Table(&RETRY), "When the request is tried again.")
            .only(REQUEST)
            .also(&["retries", "max_retries", "backoff", "attempts", "retry_policy"])
            .later("leave it out: a request is tried once, and a durable workflow tries the run again"),
        Key::new(
            "status",
            Kind::Map { names: Naming::Status, of: &Kind::Word(STATUS_POLICY) },
            "What a status means.",
        )
        .only(REQUEST)
        .default("2xx is accepted")
        .also(&["statuses", "on_status", "status_codes", "expect_status", "ok"])
        .later("leave it out: 2xx is accepted, everything else fails the run"),
        Key::new("cache", Kind::Boolean, "Whether equal requests of a run are made once.")
            .only(REQUEST)
            .default("false")
            .also(&["memoize", "cached"])
            .later("leave it out"),
        Key::new("until", Kind::Expression, "Repeats the request until this is true.")
            .only(REQUEST)
            .also(&["poll", "poll_until", "wait_until", "wait_for"])
            .later_essential("leave it out: a request is made once"),
        Key::new("every", Kind::Duration, "The time between the requests of `until`.")
            .only(When::Has(&["until"]))
            .later("leave it out"),
        Key::new("for", Kind::Duration, "How long `until` goes on.")
            .only(When::Has(&["until"]))
            .later("leave it out"),
        Key::new("items", Kind::Expression, "Collects a list from the answer, over all pages: `steps.ID.items`.")
            .only(REQUEST)
            .also(&["records", "extract", "collect", "select", "results", "data_path"])
            .later_essential("use the answer itself: `steps.ID.body.records`"),
        Key::new("each", EXPRESSIONS, "Runs `do` for each of these records, under this name.")
            .also(&["for_each", "foreach", "loop", "iterate", "map", "repeat", "forEach"])
            .later_essential("send the records in one request, with a mapping over the list: `body = \"steps.orders.body.map(to_row)\"`"),
        Key::new("batch", Kind::Integer { min: 1, max: 100_000 }, "Runs `do` for as many records at once.")
            .only(When::Has(&["each"]))
            .also(&["chunk", "batch_size", "chunk_size"])
            .later("leave it out"),
        Key::new("over", EXPRESSIONS, "Repeats the request for each of these values, under this name.")
            .only(REQUEST)
            .later_essential("write a step for each value"),
        Key::new("parallel", Kind::Integer { min: 1, max: 100 }, "How many records or requests run at one time.")
            .only(When::Has(&["each", "over"]))
            .default("1")
            .also(&["concurrency", "workers", "max_parallel"])
            .later("leave it out"),
        Key::new(
            "on_error",
            Kind::Word(&[
                Word::new("fail", "The run fails."),
                Word::new("continue", "The record is counted as failed, and the run goes on.").also(&["ignore", "skip"]),
                Word::new("dead-letter", "The record is put aside, and the run goes on.").also(&["dlq", "deadletter"]),
            ]),
            "What a record that fails means for the run.",
        )
        .default("`fail`")
        .also(&["on_failure", "onerror", "catch", "continue_on_error", "error_policy"])
        .only(When::Has(&["do", "each"]))
        .later("leave it out: a failure fails the run"),
        Key::new("dedupe", Kind::Table(&DEDUPE), "Handles each record once.")
            .only(When::Has(&["each"]))
            .also(&["deduplicate", "deduplication", "dedup", "once"])
            .later("leave it out; deduplication is coming"),
        Key::new("paginate", Kind::Table(&PAGINATE), "Asks for all pages.")
            .only(REQUEST)
            .also(&["pagination", "paging", "pages", "next", "cursor", "page", "paginated"])
            .later_essential("ask for one page that is large enough: `query = { limit = 250 }`"),
        Key::new("window", Kind::Table(&WINDOW), "Asks for what is new since the last run.")
            .only(REQUEST)
            .also(&["since", "incremental", "watermark", "delta", "checkpoint"])
            .later_essential("ask for a fixed range, with dates made from `run.started_at`"),
        Key::new(
            "sorted",
            Kind::Word(&[
                Word::new("ascending", "Oldest first.").also(&["asc"]),
                Word::new("descending", "Newest first.").also(&["desc"]),
                Word::new("none", "In any order."),
            ]),
            "The order that the system promises.",
        )
        .only(When::Has(&["window"]))
        .default("`none`")
        .also(&["sort", "order", "order_by"])
        .later("leave it out"),
        Key::new("first_run", Kind::Literal, "Keys that replace the step's own while the state is empty.")
            .only(When::Has(&["window"]))
            .also(&["initial", "backfill", "bootstrap"])
            .later("leave it out"),
    ],
    choices: &[
        Choice {
            noun: "verb",
            keys: &[
                "get", "post", "put", "patch", "delete", "graphql", "upsert", "value", "code",
                "save", "log", "skip", "stop", "fail", "respond", "start",
            ],
            exclusive: true,
            required: false,
            help: "",
        },
        Choice {
            noun: "verb",
            keys: &[
                "get", "post", "put", "patch", "delete", "graphql", "upsert", "value", "code",
                "save", "log", "skip", "stop", "fail", "respond", "start", "do", "each",
            ],
            exclusive: false,
            required: true,
            help: "say what the step does: a request such as `get = \"/orders\"` with `system = \"NAME\"`, or `value`, `log`, `skip`, `stop`, `fail`, `respond`",
        },
        Choice {
            noun: "body",
            keys: &["body", "form", "text", "multipart"],
            exclusive: true,
            required: false,
            help: "",
        },
    ],
    hints: &[
        Hint {
            words: &["method", "url", "uri", "endpoint", "request", "http", "verb", "action", "call"],
            key: Some("get"),
            help: "the method is the key and the path its value: `get = \"/orders\"`, `post = \"/orders\"`, with `system = \"NAME\"`",
        },
        Hint {
            words: &["description", "comment", "note", "title"],
            key: None,
            help: "leave it out: a comment can explain a step",
        },
        Hint {
            words: &["uses", "type", "kind"],
            key: None,
            help: "leave it out: the verb says what the step does, `get = \"/orders\"` or `value = \"…\"`",
        },
        Hint {
            words: &["depends_on", "needs", "after", "requires"],
            key: None,
            help: "leave it out: steps run in the order in which they are written",
        },
        Hint {
            words: &["auth", "token", "api_key", "credentials"],
            key: None,
            help: "leave it out: the system's `auth` is used for every request to it",
        },
    ],
    ..NONE
};

pub static RESPOND: Section = Section {
    path: "workflows.NAME.steps.respond",
    noun: "an answer",
    about: "What the caller of a webhook gets.",
    keys: &[
        Key::new(
            "status",
            Kind::Integer { min: 200, max: 599 },
            "The HTTP status.",
        )
        .default("200")
        .also(&["code", "status_code", "http_status"]),
        Key::new("headers", HEADERS, "Headers of the answer.")
            .also(&["header", "http_headers"])
            .example("{ X-Order = \"text(trigger.body.id)\" }"),
        Key::new("body", Kind::Expression, "The JSON body of the answer.")
            .also(&["json", "payload", "content", "data", "message", "value"])
            .example("\"{ ok: true }\""),
    ],
    shorthand: Some("status"),
    ..NONE
};

/// When a request is tried again.
pub static RETRY: Section = Section {
    path: "workflows.NAME.steps.retry",
    noun: "a retry rule",
    about: "How a failed request is tried again.",
    keys: &[
        Key::new(
            "attempts",
            Kind::Integer { min: 1, max: 100 },
            "How often it is tried.",
        )
        .default("3"),
        Key::new("base", Kind::Duration, "The first pause.").default("`1s`"),
        Key::new("max", Kind::Duration, "The longest pause.").default("`30s`"),
        Key::new(
            "on",
            Kind::List {
                of: &Kind::Literal,
                least: 1,
            },
            "The statuses and failures after which it is tried again.",
        ),
    ],
    ..NONE
};
