//! Workflows: triggers bound, steps typed in order, each seeing what came before.

use super::names::Names;
use super::{
    Durable, Manual, Schedule, Step, System, Webhook, Workflow, scope, smoke, spanned, steps, text,
};
use crate::diagnostics::{
    Diagnostic, Sink,
    codes::{flow, names},
};
use crate::expression::{NameKind, Scope, Unavailable};
use crate::manifest::{self, Duration, Manifest, Method, ResponseMode, Users};
use crate::source::{Sources, Span, Spanned};
use crate::types::{Kind, Ty, Types};

/// How often a durable run is tried where the manifest does not say.
const ATTEMPTS: i64 = 5;
/// How many durable runs go at once where the manifest does not say.
const LIMIT: i64 = 1;

/// Resolves `[workflows]`. `manual = true` adds the system that checks its callers.
pub fn resolve(
    manifest: &Manifest,
    systems: &mut Vec<System>,
    everywhere: &Scope,
    types: &mut Types,
    sources: &Sources,
    sink: &mut Sink,
) -> Vec<Workflow> {
    let run = scope::run(types);
    // Systems keep the order of the manifest; those it implies come after them.
    let known = Names::new(
        "system",
        "systems",
        &names::UNKNOWN_SYSTEM,
        manifest
            .systems
            .iter()
            .map(|system| system.name.name.as_str()),
    );
    manifest
        .workflows
        .iter()
        .map(|workflow| {
            let mut resolver = Resolver {
                systems,
                known: &known,
                types,
                sources,
                sink,
            };
            resolver.workflow(workflow, everywhere, &run)
        })
        .collect()
}

struct Resolver<'a> {
    systems: &'a mut Vec<System>,
    known: &'a Names<'a>,
    types: &'a mut Types,
    sources: &'a Sources,
    sink: &'a mut Sink,
}

impl Resolver<'_> {
    fn workflow(&mut self, written: &manifest::Workflow, everywhere: &Scope, run: &Ty) -> Workflow {
        let webhook = written.webhook.as_ref().map(|hook| self.webhook(hook));
        let manual = written
            .manual
            .as_ref()
            .and_then(|manual| self.manual(manual));
        let schedule = written.schedule.as_ref().and_then(|schedule| {
            Some(Schedule {
                span: schedule.span,
                cron: text(schedule.cron.as_ref()?),
                users: schedule
                    .users
                    .as_ref()
                    .map_or(Users::Static, |users| users.value),
            })
        });
        if written.webhook.is_none() && written.schedule.is_none() && written.manual.is_none() {
            self.sink.push(
                Diagnostic::new(
                    &flow::NO_TRIGGER,
                    written.name.span,
                    format!("nothing starts the workflow `{}`", written.name.name),
                )
                .help("write `webhook = { body = \"TYPE\", verify = \"SYSTEM\" }`, `schedule = { cron = \"0 2 * * *\" }` or `manual = true`"),
            );
        }
        let durable = written.durable.as_ref().map(|durable| Durable {
            span: durable.span,
            attempts: durable.attempts.as_ref().map_or(ATTEMPTS, |n| n.value),
            ttl: durable.ttl.as_ref().map(|ttl| ttl.value),
            limit: durable.limit.as_ref().map_or(LIMIT, |n| n.value),
        });
        let mut scope = everywhere.clone();
        scope.bind("run", NameKind::Run, run.clone());
        self.bind_trigger(&mut scope, webhook.as_ref(), manual.as_ref(), written);
        let by_hand = written.manual.as_ref().is_some_and(|manual| manual.enabled);
        let heard = durable.is_none() && (webhook.is_some() || by_hand);
        let smoke = written.smoke.as_ref().and_then(|call| {
            let called = smoke::called(webhook.as_ref(), manual.as_ref())?;
            smoke::resolve(call, &called, self.types, self.sources, self.sink)
        });
        let steps = steps::resolve(
            written,
            &steps::Surroundings {
                systems: self.systems,
                names: self.known,
                heard,
            },
            scope,
            self.types,
            self.sink,
        );
        Workflow {
            name: spanned(&written.name),
            description: written.description.as_ref().map(|text| text.value.clone()),
            webhook,
            schedule,
            manual,
            durable,
            smoke,
            steps,
        }
    }

    fn webhook(&mut self, hook: &manifest::Webhook) -> Webhook {
        let body = self.body_type(hook.body.as_ref());
        let verify = hook.verify.as_ref().and_then(|name| self.caller(name));
        Webhook {
            span: hook.span,
            method: hook
                .method
                .as_ref()
                .map_or(Method::Post, |method| method.value),
            body,
            verify,
            mode: hook
                .mode
                .as_ref()
                .map_or(ResponseMode::Sync, |mode| mode.value),
        }
    }

    fn manual(&mut self, manual: &manifest::Manual) -> Option<Manual> {
        if !manual.enabled {
            return None;
        }
        let verify = match &manual.verify {
            Some(name) => self.caller(name)?.value,
            None => self.implied_caller(manual.span),
        };
        Some(Manual {
            span: manual.span,
            body: self.body_type(manual.body.as_ref()),
            verify,
        })
    }

    fn body_type(&mut self, part: Option<&crate::document::Text>) -> Ty {
        part.map_or(Ty::new(Kind::Unknown), |part| {
            self.types.part_of(part, self.sink).unwrap_or(Ty::ERROR)
        })
    }

    /// The system that checks a call; it must have an `incoming` scheme.
    fn caller(&mut self, name: &crate::document::Text) -> Option<Spanned<usize>> {
        let at = self.known.find(name, self.sink)?;
        let system = &self.systems[at];
        if system.incoming.is_none() && !system.incoming_declared {
            self.sink.push(
                Diagnostic::new(
                    &flow::NO_INCOMING,
                    name.span,
                    format!("system `{}` has no `incoming` scheme to check calls with", name.value),
                )
                .related(system.name.span, "the system is declared here")
                .help(format!(
                    "write `[systems.{}]` with `incoming = {{ type = \"hmac\", in = \"header\", name = \"…\", algorithm = \"sha256\" }}`",
                    name.value
                )),
            );
            return None;
        }
        Some(Spanned::new(at, name.span))
    }

    /// One system for all manual workflows: a key in a header.
    fn implied_caller(&mut self, span: Span) -> usize {
        if let Some(at) = self.systems.iter().position(|system| system.implied) {
            return at;
        }
        let name = ["manual", "manual-caller", "gusset-manual"]
            .into_iter()
            .find(|name| self.systems.iter().all(|system| system.name.value != *name))
            .unwrap_or("gusset-manual-caller");
        self.systems.push(System::manual_caller(name, span));
        self.systems.len() - 1
    }

    /// `trigger` is what a caller sent; with a further trigger its body may be missing.
    fn bind_trigger(
        &mut self,
        scope: &mut Scope,
        webhook: Option<&Webhook>,
        manual: Option<&Manual>,
        written: &manifest::Workflow,
    ) {
        let called = [
            webhook.map(|hook| &hook.body),
            manual.map(|manual| &manual.body),
        ];
        let mut bodies = called.into_iter().flatten();
        let Some(first) = bodies.next() else {
            if written.manual.as_ref().is_some_and(|manual| manual.enabled) {
                // Its caller is wrong, and has its diagnostic.
                scope.bind("trigger", NameKind::Trigger, Ty::ERROR);
                return;
            }
            scope.unavailable(Unavailable {
                path: "trigger".to_owned(),
                reason: "has nothing here: a schedule sends no data".to_owned(),
                help: Some("use `run.started_at`, or a step that fetches the data".to_owned()),
                span: written.schedule.as_ref().map(|schedule| schedule.span),
            });
            return;
        };
        let mut body = first.clone();
        if bodies.next().is_some_and(|second| second.kind != body.kind) {
            body = Ty::new(Kind::Unknown);
        }
        if written.schedule.is_some() {
            body.missing = true;
        }
        let trigger = scope::trigger(self.types, &body);
        scope.bind("trigger", NameKind::Trigger, trigger);
    }
}

impl Step {
    /// Whether nothing after this step runs.
    pub fn always_ends(&self) -> bool {
        self.when.is_none() && self.ends()
    }
}

/// The timeout of a request where neither step nor system says.
pub const TIMEOUT: Duration = Duration {
    milliseconds: 10_000,
};
