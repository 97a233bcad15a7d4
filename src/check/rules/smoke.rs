//! A smoke call needs an address, and says what comes back where it carries no credential.

use crate::check::{Rule, Subject};
use crate::diagnostics::{Diagnostic, Sink, codes::rules};
use crate::manifest::{Scheme, Smoke};
use crate::model::{System, Workflow};

use super::secrets;

pub const RULE: Rule = Rule {
    codes: &[
        &rules::SMOKE_UNHEARD,
        &rules::SMOKE_STATUS,
        &rules::SMOKE_CREDENTIAL,
    ],
    run: check,
};

fn check(subject: &Subject<'_>, sink: &mut Sink) {
    let workflows = subject.model.workflows.iter();
    for (workflow, written) in workflows.zip(&subject.manifest.workflows) {
        let Some(smoke) = &written.smoke else {
            continue;
        };
        let by_hand = written.manual.as_ref();
        let is_called = written.webhook.is_some() || by_hand.is_some_and(|manual| manual.enabled);
        let is_started = written.schedule.is_some() || by_hand.is_some();
        if !is_called && is_started {
            sink.push(
                Diagnostic::new(
                    &rules::SMOKE_UNHEARD,
                    smoke.span,
                    format!("nothing can call the workflow `{}`", written.name.name),
                )
                .help("write `manual = true` beside it, or leave `smoke` out"),
            );
        }
        let checker = checker(workflow).and_then(|at| subject.model.systems.get(at));
        if let Some(system) = checker {
            checked(smoke, system, sink);
        }
    }
}

/// The system that checks the call.
fn checker(workflow: &Workflow) -> Option<usize> {
    match (&workflow.webhook, &workflow.manual) {
        (Some(webhook), _) => Some(webhook.verify.as_ref()?.value),
        (None, Some(manual)) => Some(manual.verify),
        (None, None) => None,
    }
}

fn checked(smoke: &Smoke, system: &System, sink: &mut Sink) {
    if !smoke.has_status {
        sink.push(
            Diagnostic::new(
                &rules::SMOKE_STATUS,
                smoke.span,
                format!(
                    "the smoke call carries no credential of `{}`, which checks it, and does not say what then comes back",
                    system.name.value
                ),
            )
            .help("write `status = 401`, which shows that the address answers and is guarded"),
        );
    }
    let Some(name) = system.incoming.as_ref().and_then(|s| header_of(&s.value)) else {
        return;
    };
    let mut headers = smoke.headers.iter();
    // Names that carry a credential everywhere are refused as secrets.
    let header = headers.find(|(header, _)| {
        header.name.eq_ignore_ascii_case(name) && !secrets::is_credential(&header.name)
    });
    if let Some((header, _)) = header {
        sink.push(
            Diagnostic::new(
                &rules::SMOKE_CREDENTIAL,
                header.span,
                format!(
                    "`{}` is the header by which `{}` checks its calls",
                    header.name, system.name.value
                ),
            )
            .help("leave the header out: a credential has no place in the manifest, and `versori` would show it to every program of the machine"),
        );
    }
}

/// The header that a scheme reads.
fn header_of(scheme: &Scheme) -> Option<&str> {
    match scheme {
        Scheme::ApiKey { name, .. } | Scheme::Hmac { name, .. } => {
            name.as_ref().map(|name| name.value.as_str())
        }
        _ => None,
    }
}
