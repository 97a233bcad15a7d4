//! One step as one task: decode what it reads, do it, keep the result.

use super::lowering::Lowering;
use super::workflow::task_item;
use crate::emit::typescript::ast::{Expression, Item, Parameter, Property, Statement, Type};
use crate::emit::typescript::runtime::Helper;
use crate::expression::{PathPart, PathTemplate};
use crate::ir::{Flow, Program, Task};
use crate::manifest::LogLevel;
use crate::model::{Action, Body, Request, connection_name};
use crate::types::Kind;

/// A task's constant and its name.
pub struct TaskItem {
    pub constant: String,
    pub item: Item,
}

pub fn emit(
    program: &Program<'_>,
    flow: &Flow<'_>,
    task: &Task<'_>,
    constant: String,
    lowering: &mut Lowering<'_>,
) -> TaskItem {
    let mut body = lowering.reads(&task.reads);
    let mut asynchronous = false;
    let (kind, arguments, doc) = match &task.step.action {
        Action::Request(request) => {
            asynchronous = true;
            let system = &program.model.systems[request.system];
            let connection = connection_name(system, false);
            skip_unless(task, lowering, &mut body);
            body.extend(request_statements(program, flow, task, request, lowering));
            let options = Expression::object(vec![Property::new(
                "connection",
                Expression::string(connection),
            )]);
            let doc = format!(
                "{} {} of {}.",
                request.method.value.as_str(),
                request.route.as_str(),
                system.name.value
            );
            ("http", vec![Expression::string(&task.id), options], doc)
        }
        action => {
            let doc = action_statements(task, action, lowering, &mut body);
            ("fn", vec![Expression::string(&task.id)], doc)
        }
    };
    let context = lowering.imports.sdk_type(if kind == "http" {
        "HttpContext"
    } else {
        "Context"
    });
    let data = Type::union(vec![
        Type::named(lowering.imports.helper(Helper::State)),
        Type::named(lowering.imports.helper(Helper::Ended)),
    ]);
    let work = work(asynchronous, reads_state(task), body);
    let run = Expression::call(
        lowering.imports.helper(Helper::Step),
        vec![
            Expression::identifier("ctx"),
            Expression::string(&task.id),
            work,
        ],
    );
    let item = task_item(
        &constant,
        kind,
        arguments,
        Type::generic(context, vec![data]),
        run,
        lowering,
    )
    .documented(doc);
    TaskItem { constant, item }
}

/// Whether the state is read or handed on: all but an end that needs nothing of it.
const fn reads_state(task: &Task<'_>) -> bool {
    let reads = &task.reads;
    task.step.when.is_some()
        || !task.step.ends()
        || reads.run
        || reads.reads_trigger()
        || !reads.steps.is_empty()
}

/// `(state) => value` where that is all, else with a block.
fn work(asynchronous: bool, reads_state: bool, mut body: Vec<Statement>) -> Expression {
    let parameters = if reads_state {
        vec![Parameter::untyped("state")]
    } else {
        Vec::new()
    };
    match body.as_mut_slice() {
        [Statement::Return(Some(value))] if !asynchronous => {
            let value = std::mem::replace(value, Expression::Null);
            Expression::arrow(parameters, value)
        }
        _ => Expression::function(asynchronous, parameters, body),
    }
}

fn state() -> Expression {
    Expression::identifier("state")
}

/// `if (!(when)) return state;`
fn skip_unless(task: &Task<'_>, lowering: &mut Lowering<'_>, body: &mut Vec<Statement>) {
    if let Some(when) = &task.step.when {
        let test = lowering.condition(when, false);
        body.push(Statement::If {
            test,
            then: vec![Statement::Return(Some(state()))],
            otherwise: Vec::new(),
        });
    }
}

fn action_statements(
    task: &Task<'_>,
    action: &Action,
    lowering: &mut Lowering<'_>,
    body: &mut Vec<Statement>,
) -> String {
    match action {
        Action::Value(typed) => {
            skip_unless(task, lowering, body);
            let value = lowering.json_of(typed);
            body.push(Statement::Return(Some(keep(&task.id, value, lowering))));
            format!("The value of {}.", task.id)
        }
        Action::Log {
            message,
            level,
            data,
        } => {
            skip_unless(task, lowering, body);
            let fields = lowering.fields(data);
            let mut arguments = vec![Expression::string(&message.value)];
            if !data.is_empty() {
                arguments.push(fields);
            }
            let level = match level {
                LogLevel::Debug => "debug",
                LogLevel::Info => "info",
                LogLevel::Warn => "warn",
                LogLevel::Error => "error",
            };
            body.push(Statement::Expression(
                Expression::identifier("ctx")
                    .member("log")
                    .method(level, arguments),
            ));
            body.push(Statement::Return(Some(state())));
            "Writes to the log.".to_owned()
        }
        Action::Skip(reason) => {
            let end = end(Helper::Skip, &reason.value, lowering);
            ends(task, end, lowering, body);
            "Ends the run where there is nothing to do.".to_owned()
        }
        Action::Stop(reason) => {
            let end = end(Helper::Stop, &reason.value, lowering);
            ends(task, end, lowering, body);
            "Ends the run early.".to_owned()
        }
        Action::Fail(reason) => {
            let end = end(Helper::Fail, &reason.value, lowering);
            ends(task, end, lowering, body);
            "Ends the run in error.".to_owned()
        }
        Action::Respond {
            status,
            headers,
            body: answer,
        } => {
            let mut arguments = vec![Expression::number(status), lowering.fields(headers)];
            if let Some(answer) = answer {
                arguments.push(lowering.json_of(answer));
            }
            let respond = Expression::call(lowering.imports.helper(Helper::Respond), arguments);
            ends(task, respond, lowering, body);
            format!("Answers the caller with {status}.")
        }
        Action::Request(_) | Action::Invalid => String::new(),
    }
}

fn end(helper: Helper, reason: &str, lowering: &mut Lowering<'_>) -> Expression {
    Expression::call(
        lowering.imports.helper(helper),
        vec![Expression::string(reason)],
    )
}

/// `return when ? end : state;`
fn ends(task: &Task<'_>, end: Expression, lowering: &mut Lowering<'_>, body: &mut Vec<Statement>) {
    let value = match &task.step.when {
        Some(when) => Expression::conditional(lowering.condition(when, true), end, state()),
        None => end,
    };
    body.push(Statement::Return(Some(value)));
}

fn keep(id: &str, value: Expression, lowering: &mut Lowering<'_>) -> Expression {
    Expression::call(
        lowering.imports.helper(Helper::Keep),
        vec![state(), Expression::string(id), value],
    )
}

fn request_statements(
    program: &Program<'_>,
    flow: &Flow<'_>,
    task: &Task<'_>,
    request: &Request,
    lowering: &mut Lowering<'_>,
) -> Vec<Statement> {
    let system = &program.model.systems[request.system];
    let mut options = vec![
        Property::new("step", Expression::string(&task.id)),
        Property::new("system", Expression::string(&system.name.value)),
        Property::new("method", Expression::string(request.method.value.as_str())),
        Property::new("route", Expression::string(&request.route)),
        Property::new("path", path(&request.path, lowering)),
    ];
    if !request.query.is_empty() {
        options.push(Property::new("query", lowering.scalars(&request.query)));
    }
    let own = |name: &str| {
        request
            .headers
            .iter()
            .any(|(key, _)| key.value.eq_ignore_ascii_case(name))
    };
    let headers: Vec<_> = system
        .headers
        .iter()
        .filter(|(key, _)| !own(&key.value))
        .chain(&request.headers)
        .cloned()
        .collect();
    if !headers.is_empty() {
        options.push(Property::new("headers", lowering.scalars(&headers)));
    }
    match &request.body {
        Body::None => {}
        Body::Json(typed) => {
            let value = lowering.json_of(typed);
            options.push(Property::new("body", value));
        }
        Body::Form(pairs) => options.push(Property::new("form", lowering.scalars(pairs))),
        Body::Text(typed) => {
            let value = lowering.expression(typed);
            options.push(Property::new("text", value));
        }
    }
    options.push(Property::new(
        "timeout",
        Expression::number(request.timeout.milliseconds),
    ));
    let mut arguments = vec![
        Expression::identifier("ctx"),
        Expression::expanded_object(options),
    ];
    let body_is_read = flow
        .tasks
        .iter()
        .any(|later| later.reads.reads_body_of(&task.id));
    let helper = if request.returns.kind == Kind::Unknown && !body_is_read {
        Helper::RequestOnly
    } else {
        arguments.push(lowering.decoder(&request.returns));
        Helper::Request
    };
    let sent = Expression::call(lowering.imports.helper(helper), arguments).awaited();
    let answer = Expression::identifier("answer");
    let kept = lowering.encoded_answer(&request.returns, answer);
    vec![
        Statement::constant("answer", sent),
        Statement::Return(Some(keep(&task.id, kept, lowering))),
    ]
}

fn path(path: &PathTemplate, lowering: &mut Lowering<'_>) -> Expression {
    let mut strings = vec![String::new()];
    let mut values = Vec::new();
    for part in &path.parts {
        match part {
            PathPart::Literal(text) => {
                if let Some(last) = strings.last_mut() {
                    last.push_str(text);
                }
            }
            PathPart::Hole(typed) => {
                let value = lowering.expression(typed);
                let segment = lowering.imports.helper(Helper::Segment);
                values.push(Expression::call(segment, vec![value]));
                strings.push(String::new());
            }
        }
    }
    match (strings.as_slice(), values.is_empty()) {
        ([only], true) => Expression::string(only),
        _ => Expression::template(strings, values),
    }
}
