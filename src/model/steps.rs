//! The steps of one workflow, typed in order.

use std::collections::BTreeMap;

use super::names::Names;
use super::{Action, Body, Request, Step, System, scope, spanned, text, workflows};
use crate::diagnostics::{
    Diagnostic, Sink,
    codes::{flow, names},
};
use crate::expression::{NameKind, Scope, Typed, Unavailable, check_path, check_tree, facts};
use crate::manifest::{self, LogLevel, Method, Tree, Verb};
use crate::source::{Span, Spanned};
use crate::types::{Kind, Ty, Types};

/// What steps refer to.
pub struct Surroundings<'a> {
    pub systems: &'a [System],
    pub names: &'a Names<'a>,
    /// Whether a caller waits for the answer.
    pub heard: bool,
}

pub fn resolve(
    workflow: &manifest::Workflow,
    around: &Surroundings<'_>,
    scope: Scope,
    types: &mut Types,
    sink: &mut Sink,
) -> Vec<Step> {
    let mut resolver = Resolver {
        around,
        scope,
        results: Vec::new(),
        types,
        sink,
    };
    resolver.duplicates(workflow);
    resolver.steps(workflow)
}

struct Resolver<'a> {
    around: &'a Surroundings<'a>,
    scope: Scope,
    /// The fields of `steps` so far.
    results: Vec<(String, Ty)>,
    types: &'a mut Types,
    sink: &'a mut Sink,
}

impl Resolver<'_> {
    fn duplicates(&mut self, workflow: &manifest::Workflow) {
        let mut first: BTreeMap<&str, Span> = BTreeMap::new();
        for id in workflow.steps.iter().filter_map(|step| step.id.as_ref()) {
            if let Some(before) = first.insert(&id.value, id.span) {
                first.insert(&id.value, before);
                self.sink.push(
                    Diagnostic::new(
                        &names::DUPLICATE_STEP,
                        id.span,
                        format!("two steps of this workflow are called `{}`", id.value),
                    )
                    .related(before, "the first is here")
                    .help("give each step an `id` of its own"),
                );
            }
        }
    }

    fn steps(&mut self, workflow: &manifest::Workflow) -> Vec<Step> {
        let mut steps: Vec<Step> = Vec::with_capacity(workflow.steps.len());
        let mut unreachable = false;
        for (at, written) in workflow.steps.iter().enumerate() {
            self.bind_steps(&workflow.steps[at..]);
            let step = self.step(written);
            let before = at.checked_sub(1).and_then(|at| workflow.steps.get(at));
            // A `when` that is wrong is a `when`.
            let always = before.is_some_and(|before| before.when.is_none());
            if !unreachable && always && steps.last().is_some_and(Step::always_ends) {
                unreachable = true;
                self.sink.push(
                    Diagnostic::new(
                        &flow::UNREACHABLE,
                        written.span,
                        "no run comes to this step",
                    )
                    .related(
                        before.map_or(written.span, |before| before.span),
                        "this step always ends the run",
                    )
                    .help("give the step before it a `when`, or remove what follows"),
                );
            }
            if let (Some(when), true) = (&step.when, step.ends()) {
                self.scope.assume(facts(when, false));
            }
            if let (Some(id), Some(ty)) = (&step.id, &step.result)
                && !self.results.iter().any(|(name, _)| *name == id.value)
            {
                self.results.push((id.value.clone(), ty.clone()));
            }
            steps.push(step);
        }
        steps
    }

    /// `steps` with what has run, and the names of what has not.
    fn bind_steps(&mut self, rest: &[manifest::Step]) {
        let steps = scope::record(self.types, "steps", self.results.clone());
        self.scope.bind("steps", NameKind::Steps, steps);
        if self.results.is_empty() {
            for id in rest.iter().filter_map(|step| step.id.as_ref()) {
                self.scope.unavailable(Unavailable {
                    path: format!("steps.{}", id.value),
                    reason: "has not run yet at this step".to_owned(),
                    help: Some("move the step that makes it before this one".to_owned()),
                    span: Some(id.span),
                });
            }
        }
    }

    fn step(&mut self, written: &manifest::Step) -> Step {
        let when = written
            .when
            .as_ref()
            .and_then(|when| self.expression(when, Some(&Ty::new(Kind::Boolean))));
        let known = when
            .as_ref()
            .map(|when| facts(when, true))
            .unwrap_or_default();
        let outer = (!known.is_empty()).then(|| self.scope.clone());
        self.scope.assume(known);
        let (action, mut result) = match &written.verb {
            Some(verb) => self.action(verb, written),
            None => (Action::Invalid, None),
        };
        if let Some(outer) = outer {
            self.scope = outer;
        }
        if let (Some(ty), Some(_)) = (&mut result, &written.when) {
            ty.missing = true;
        }
        if result.is_none() && written.id.is_some() && matches!(action, Action::Invalid) {
            result = Some(Ty::ERROR);
        }
        Step {
            span: written.span,
            id: written.id.as_ref().map(text),
            when,
            action,
            result,
        }
    }

    fn action(&mut self, verb: &Verb, written: &manifest::Step) -> (Action, Option<Ty>) {
        match verb {
            Verb::Request(request) => {
                let id = written.id.as_ref().map_or("", |id| id.value.as_str());
                self.request(request, id)
            }
            Verb::Value(tree) => match self.expression(tree, None) {
                Some(typed) => {
                    let ty = typed.ty.clone();
                    (Action::Value(typed), Some(ty))
                }
                None => (Action::Invalid, None),
            },
            Verb::Log {
                message,
                level,
                data,
            } => (
                Action::Log {
                    message: text(message),
                    level: level.as_ref().map_or(LogLevel::Info, |level| level.value),
                    data: self.pairs(data),
                },
                None,
            ),
            Verb::Skip(reason) => (Action::Skip(text(reason)), None),
            Verb::Stop(reason) => (Action::Stop(text(reason)), None),
            Verb::Fail(reason) => (Action::Fail(text(reason)), None),
            Verb::Respond(respond) => (self.respond(respond), None),
        }
    }

    fn respond(&mut self, respond: &manifest::Respond) -> Action {
        if !self.around.heard {
            self.sink.push(
                Diagnostic::new(
                    &flow::RESPOND_UNHEARD,
                    respond.span,
                    "nobody waits for this response",
                )
                .help(
                    "a response answers a `webhook` or a `manual` call of a workflow that is not \
                     durable; remove `respond`, or `durable`",
                ),
            );
        }
        Action::Respond {
            status: respond.status.as_ref().map_or(200, |status| status.value),
            headers: self.pairs(&respond.headers),
            body: respond
                .body
                .as_ref()
                .and_then(|body| self.expression(body, None)),
        }
    }

    fn request(&mut self, request: &manifest::Request, id: &str) -> (Action, Option<Ty>) {
        let bodies = self.types.request(request.path.span);
        let returns = match &request.returns {
            Some(part) => self.types.part_of(part, self.sink).unwrap_or(Ty::ERROR),
            None => bodies.answer.unwrap_or(Ty::new(Kind::Unknown)),
        };
        let result = scope::response(self.types, id, &returns);
        let system = request
            .system
            .as_ref()
            .and_then(|name| self.around.names.find(name, self.sink));
        let path = check_path(&request.path, &self.scope, self.types, self.sink);
        let body = self.body(request, bodies.request.as_ref());
        let query = self.pairs(&request.query);
        let headers = self.pairs(&request.headers);
        self.query_values(&query);
        self.query_values(&headers);
        let Some(system) = system else {
            return (Action::Invalid, Some(result));
        };
        let timeout = request
            .timeout
            .as_ref()
            .map(|timeout| timeout.value)
            .or(self.around.systems[system].timeout)
            .unwrap_or(workflows::TIMEOUT);
        let action = Action::Request(Box::new(Request {
            method: request.method.clone(),
            system,
            route: request.path.value.clone(),
            path,
            query,
            headers,
            body,
            returns,
            timeout,
        }));
        (action, Some(result))
    }

    fn body(&mut self, request: &manifest::Request, wanted: Option<&Ty>) -> Body {
        let bodiless = matches!(request.method.value, Method::Get);
        let written = [
            request.body.as_ref().map(|tree| tree.span),
            request.form.first().map(|(key, _)| key.span),
            request.text.as_ref().map(|tree| tree.span),
        ];
        let given = written.into_iter().flatten().next();
        if let (Some(given), true) = (given, bodiless) {
            self.sink.push(
                Diagnostic::new(&flow::BODY, given, "a `get` carries no body")
                    .help("send values by `query`, or use `post` with `effect = \"read\"`"),
            );
        }
        if let Some(body) = &request.body {
            return self.expression(body, wanted).map_or(Body::None, Body::Json);
        }
        if !request.form.is_empty() {
            let form = self.pairs(&request.form);
            self.query_values(&form);
            return Body::Form(form);
        }
        if let Some(body) = &request.text {
            return self
                .expression(body, Some(&Ty::new(Kind::STRING)))
                .map_or(Body::None, Body::Text);
        }
        Body::None
    }

    fn expression(&mut self, tree: &Tree, expected: Option<&Ty>) -> Option<Typed> {
        check_tree(tree, expected, &self.scope, self.types, self.sink)
    }

    fn pairs(&mut self, pairs: &[(crate::document::Key, Tree)]) -> Vec<(Spanned<String>, Typed)> {
        pairs
            .iter()
            .filter_map(|(key, tree)| Some((spanned(key), self.expression(tree, None)?)))
            .collect()
    }

    /// Query parameters, form fields and headers are text, or become text.
    fn query_values(&mut self, pairs: &[(Spanned<String>, Typed)]) {
        for (name, value) in pairs {
            let scalar = !matches!(
                value.ty.kind,
                Kind::Record(_) | Kind::Map(_) | Kind::Array(_) | Kind::Unknown
            );
            if !scalar {
                self.sink.push(
                    Diagnostic::new(
                        &flow::NOT_TEXT,
                        value.span,
                        format!(
                            "`{}` must be text, a number, a boolean or a date",
                            name.value
                        ),
                    )
                    .help("take one value of it, or write it as text: `.join(',')`, `json(…)`"),
                );
            }
        }
    }
}

impl Step {
    /// Whether the run is over where this step runs.
    pub const fn ends(&self) -> bool {
        matches!(
            self.action,
            Action::Skip(_) | Action::Stop(_) | Action::Fail(_) | Action::Respond { .. }
        )
    }
}
