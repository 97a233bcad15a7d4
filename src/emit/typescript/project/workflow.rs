//! One file a workflow: its triggers, its tasks, and what happens when it breaks.

use super::lowering::Lowering;
use super::{HEADER, Names, task};
use crate::emit::typescript::ast::{
    Const, Expression, Item, ItemKind, Module, Parameter, Pipeline, PipelineCall, Property,
    Statement, Type,
};
use crate::emit::typescript::imports::{Imports, Place};
use crate::emit::typescript::quote;
use crate::emit::typescript::runtime::Helper;
use crate::emit::typescript::unique::Unique;
use crate::ir::{Entry, EntryKind, Flow, Program, Queue};
use crate::manifest::ResponseMode;
use crate::types::{Kind, Ty};

/// A workflow's file and the names that `index.ts` registers.
pub struct WorkflowFile {
    /// From `src/`.
    pub path: String,
    pub module: Module,
    pub exports: Vec<String>,
    pub imports: Imports,
}

/// The constant of a trigger or a queued run.
fn constant_name(id: &str, names: &Names) -> String {
    let known = names.entries.get(id).cloned();
    known.unwrap_or_else(|| quote::camel_case(id))
}

pub fn emit(program: &Program<'_>, names: &Names, flow: &Flow<'_>) -> WorkflowFile {
    let mut lowering = Lowering::new(program, names, Imports::new(Place::Workflows));
    let mut tasks = Unique::within(&names.all);
    for entry in &flow.entries {
        tasks.reserve(begin_name(entry, flow.entries.len()));
    }
    tasks.reserve(RESUME);
    let tasks: Vec<task::TaskItem> = flow
        .tasks
        .iter()
        .map(|task| {
            let constant = tasks.take(&quote::camel_case(&format!("{}_task", task.id)));
            task::emit(program, flow, task, constant, &mut lowering)
        })
        .collect();
    let mut items: Vec<Item> = Vec::new();
    let mut exports = Vec::new();
    let failed = "failed";
    let chain: Vec<String> = tasks.iter().map(|task| task.constant.clone()).collect();
    let mut entries = Vec::new();
    for entry in &flow.entries {
        let begin = begin_name(entry, flow.entries.len());
        items.push(begin_task(flow, entry, &begin, &mut lowering));
        let mut then = vec![begin];
        if flow.queue.is_none() {
            then.extend(chain.iter().cloned());
        }
        let constant = constant_name(&entry.id, names);
        entries.push(
            Item::exported(ItemKind::Const(Const::new(
                constant.clone(),
                pipeline(trigger(flow, entry, &mut lowering), &then, failed),
            )))
            .documented(entry_doc(flow, entry)),
        );
        exports.push(constant);
    }
    items.extend(tasks.into_iter().map(|task| task.item));
    items.push(failed_task(flow, failed, &mut lowering));
    items.extend(entries);
    if let Some(queue) = &flow.queue {
        let constant = constant_name(&queue.id, names);
        let mut then = vec![RESUME.to_owned()];
        then.extend(chain.iter().cloned());
        items.insert(flow.entries.len(), resume_task(&mut lowering));
        items.push(
            Item::exported(ItemKind::Const(Const::new(
                constant.clone(),
                pipeline(queued(queue, &mut lowering), &then, failed),
            )))
            .documented(format!(
                "The queued run of {}: tried up to {} times.",
                flow.workflow.name.value, queue.attempts
            )),
        );
        exports.push(constant);
    }
    let imports = lowering.into_imports();
    WorkflowFile {
        path: format!("workflows/{}.ts", flow.workflow.name.value),
        module: Module {
            header: Some(HEADER.to_owned()),
            imports: imports.to_ast(),
            items,
        },
        exports,
        imports,
    }
}

fn entry_doc(flow: &Flow<'_>, entry: &Entry<'_>) -> String {
    let what = match &entry.kind {
        EntryKind::Webhook { manual: true, .. } => "Called by hand: ",
        EntryKind::Webhook { .. } => "Called from outside: ",
        EntryKind::Schedule { .. } => "Runs on a schedule, in UTC: ",
    };
    match &flow.workflow.description {
        Some(description) => format!("{what}{description}"),
        None => format!("{what}{}.", flow.workflow.name.value),
    }
}

fn begin_name(entry: &Entry<'_>, entries: usize) -> String {
    match &entry.kind {
        _ if entries == 1 => "begin",
        EntryKind::Webhook { manual: true, .. } => "beginManual",
        EntryKind::Webhook { .. } => "beginWebhook",
        EntryKind::Schedule { .. } => "beginSchedule",
    }
    .to_owned()
        + "Task"
}

/// `head.then(a).then(b).catch(failed)`
fn pipeline(head: Expression, tasks: &[String], failed: &str) -> Expression {
    let call = |name: &str, task: &str| PipelineCall {
        name: name.to_owned(),
        arguments: vec![Expression::identifier(task)],
    };
    let mut calls: Vec<PipelineCall> = tasks.iter().map(|task| call("then", task)).collect();
    calls.push(call("catch", failed));
    Expression::Pipeline(Box::new(Pipeline { head, calls }))
}

fn trigger(flow: &Flow<'_>, entry: &Entry<'_>, lowering: &mut Lowering<'_>) -> Expression {
    match &entry.kind {
        EntryKind::Schedule { cron, all_users } => {
            let mut arguments = vec![Expression::string(&entry.id), Expression::string(*cron)];
            if *all_users {
                arguments.push(Expression::string("all"));
            }
            Expression::call(lowering.imports.sdk("schedule"), arguments)
        }
        EntryKind::Webhook {
            method,
            connection,
            mode,
            ..
        } => {
            let mut options = vec![Property::new(
                "method",
                Expression::string(method.as_str().to_lowercase()),
            )];
            if let Some(connection) = connection {
                options.push(Property::new("connection", Expression::string(connection)));
            }
            let mut response = vec![Property::new(
                "mode",
                Expression::string(match mode {
                    ResponseMode::Sync => "sync",
                    ResponseMode::Async => "async",
                }),
            )];
            if *mode == ResponseMode::Sync {
                let answer = lowering.imports.helper(if flow.queue.is_some() {
                    Helper::Accepted
                } else {
                    Helper::ReplyTo
                });
                let failure = lowering.imports.helper(Helper::FailureReply);
                let data = Expression::identifier("ctx").member("data");
                response.push(Property::new(
                    "onSuccess",
                    Expression::arrow(
                        vec![Parameter::untyped("ctx")],
                        Expression::call(answer, vec![data]),
                    ),
                ));
                response.push(Property::new("onError", Expression::identifier(failure)));
            }
            options.push(Property::new(
                "response",
                Expression::expanded_object(response),
            ));
            Expression::call(
                lowering.imports.sdk("webhook"),
                vec![
                    Expression::string(&entry.id),
                    Expression::expanded_object(options),
                ],
            )
        }
    }
}

fn queued(queue: &Queue, lowering: &mut Lowering<'_>) -> Expression {
    let mut options = Vec::new();
    if let Some(ttl) = queue.ttl {
        options.push(Property::new("ttl", Expression::number(ttl)));
    }
    options.push(Property::new("limit", Expression::number(queue.limit)));
    options.push(Property::new(
        "maxAttempts",
        Expression::number(queue.attempts),
    ));
    Expression::call(
        lowering.imports.sdk("workflow"),
        vec![Expression::string(&queue.id), Expression::object(options)],
    )
}

/// The first task: checks what was sent and makes the state; queues a durable run.
fn begin_task(flow: &Flow<'_>, entry: &Entry<'_>, name: &str, lowering: &mut Lowering<'_>) -> Item {
    let ctx = || Expression::identifier("ctx");
    let (state, context, doc) = match &entry.kind {
        EntryKind::Webhook { body, .. } => {
            let checked = checked_body(body, lowering);
            let state = Expression::call(
                lowering.imports.helper(Helper::BeginCall),
                vec![ctx(), checked],
            );
            (state, "unknown", "Checks what the caller sent.")
        }
        EntryKind::Schedule { .. } => {
            let state = Expression::call(lowering.imports.helper(Helper::Begin), vec![ctx()]);
            (state, "unknown", "Begins a run.")
        }
    };
    let context = Type::generic(
        lowering.imports.sdk_type("Context"),
        vec![Type::named(context)],
    );
    let attempt = lowering.imports.helper(Helper::Attempt);
    let work = match &flow.queue {
        None => Expression::arrow(Vec::new(), state),
        Some(queue) => Expression::function(
            true,
            Vec::new(),
            vec![
                Statement::constant("state", state),
                Statement::Expression(
                    ctx()
                        .method(
                            "start",
                            vec![
                                Expression::string(&queue.id),
                                Expression::object(vec![
                                    Property::new("data", Expression::identifier("state")),
                                    Property::new(
                                        "maxAttempts",
                                        Expression::number(queue.attempts),
                                    ),
                                ]),
                            ],
                        )
                        .awaited(),
                ),
                Statement::Return(Some(Expression::identifier("state"))),
            ],
        ),
    };
    let doc = if flow.queue.is_some() {
        format!("{doc} The run itself is queued.")
    } else {
        doc.to_owned()
    };
    let id = "begin";
    task_item(
        name,
        "fn",
        vec![Expression::string(id)],
        context,
        Expression::call(attempt, vec![ctx(), Expression::string(id), work]),
        lowering,
    )
    .documented(doc)
}

/// The first task of a queued run.
const RESUME: &str = "resumeTask";

/// Takes up the state that the run was queued with.
fn resume_task(lowering: &mut Lowering<'_>) -> Item {
    let ctx = || Expression::identifier("ctx");
    let state = Expression::call(
        lowering.imports.helper(Helper::AsState),
        vec![ctx().member("data")],
    );
    let context = Type::generic(
        lowering.imports.sdk_type("Context"),
        vec![Type::named("unknown")],
    );
    let id = "resume";
    let run = Expression::call(
        lowering.imports.helper(Helper::Attempt),
        vec![
            ctx(),
            Expression::string(id),
            Expression::arrow(Vec::new(), state),
        ],
    );
    task_item(
        RESUME,
        "fn",
        vec![Expression::string(id)],
        context,
        run,
        lowering,
    )
    .documented("Takes up the run that was queued.")
}

/// The body as the state holds it: decoded, so that nothing undeclared goes on, and
/// encoded again where a value does not travel as it is.
fn checked_body(body: &Ty, lowering: &mut Lowering<'_>) -> Expression {
    let data = Expression::identifier("ctx").member("data");
    if body.kind == Kind::Unknown {
        return data;
    }
    let decoder = lowering.decoder(body);
    let decoded = Expression::call(
        lowering.imports.helper(Helper::Decode),
        vec![decoder, data, Expression::string("trigger.body")],
    );
    lowering.encoded(body, decoded)
}

/// What a person must fix comes here; data errors were caught in their task.
fn failed_task(flow: &Flow<'_>, name: &str, lowering: &mut Lowering<'_>) -> Item {
    let error = || Expression::identifier("ctx").member("data");
    let context = Type::generic(
        lowering.imports.sdk_type("Context"),
        vec![Type::named(lowering.imports.sdk_type("ExecutionError"))],
    );
    let fields = Expression::object(vec![
        Property::new("workflow", Expression::string(&flow.workflow.name.value)),
        Property::new("problem", error().member("message")),
    ]);
    let log = Expression::identifier("ctx").member("log").method(
        "error",
        vec![Expression::string("The workflow failed"), fields],
    );
    let body = vec![Statement::Expression(log), Statement::Throw(error())];
    let callback = Expression::function(false, vec![Parameter::typed("ctx", context)], body);
    let value = Expression::call(
        lowering.imports.sdk("fn"),
        vec![Expression::string("failed"), callback],
    );
    Item::private(ItemKind::Const(Const::new(name, value))).documented(
        "What a person must fix: the platform raises an issue, and tries a durable run again.",
    )
}

/// `const NAME = KIND(ARGUMENTS, (ctx: CONTEXT) => BODY)`
pub fn task_item(
    constant: &str,
    kind: &'static str,
    mut arguments: Vec<Expression>,
    context: Type,
    body: Expression,
    lowering: &mut Lowering<'_>,
) -> Item {
    arguments.push(Expression::arrow(
        vec![Parameter::typed("ctx", context)],
        body,
    ));
    let value = Expression::call(lowering.imports.sdk(kind), arguments);
    Item::private(ItemKind::Const(Const::new(constant, value)))
}
