//! The smoke calls of workflows: what is sent, checked against what the trigger takes.

use super::{Manual, Smoke, Webhook, spanned, tests, text};
use crate::diagnostics::{
    Diagnostic, Sink,
    codes::{flow, names},
};
use crate::manifest::{self, Method};
use crate::source::{Sources, Spanned};
use crate::types::{Kind, Ty, Types};

/// The most bytes of a body: it is one argument of a program, of which Linux takes 128 KiB.
const LONGEST: usize = 100_000;

/// The trigger that a smoke call goes to.
pub struct Called<'a> {
    method: Method,
    body: &'a Ty,
}

/// The webhook, or else the manual trigger.
pub fn called<'a>(webhook: Option<&'a Webhook>, manual: Option<&'a Manual>) -> Option<Called<'a>> {
    let hook = webhook.map(|hook| Called {
        method: hook.method,
        body: &hook.body,
    });
    hook.or_else(|| {
        manual.map(|manual| Called {
            method: Method::Post,
            body: &manual.body,
        })
    })
}

/// Reads a smoke call. What is wrong with it is reported and the call left out.
pub fn resolve(
    written: &manifest::Smoke,
    called: &Called<'_>,
    types: &Types,
    sources: &Sources,
    sink: &mut Sink,
) -> Option<Smoke> {
    let body = match &written.body {
        Some(body) if called.method == Method::Get => {
            sink.push(
                Diagnostic::new(&flow::BODY, body.span, "a GET has no body")
                    .help("leave `body` out, or write `method = \"post\"` in the webhook"),
            );
            return None;
        }
        Some(body) => {
            let value = tests::value(body, called.body, types, sources, sink)?;
            let length = value.to_string().len();
            if length > LONGEST {
                sink.push(
                    Diagnostic::new(
                        &names::TEST_VALUE,
                        body.span,
                        format!("the body has {length} bytes, and a smoke call at most {LONGEST}"),
                    )
                    .help("send less: one record is enough"),
                );
                return None;
            }
            Some(value)
        }
        None if needs_body(called) => {
            sink.push(
                Diagnostic::new(
                    &names::TEST_VALUE,
                    written.span,
                    "the smoke call sends no body, and the trigger takes one",
                )
                .help("write `body = \"samples/….json\"`, or the value in TOML"),
            );
            return None;
        }
        None => None,
    };
    for (name, value) in &written.headers {
        if value.value.contains(char::is_control) {
            sink.push(
                Diagnostic::new(
                    &names::TEST_VALUE,
                    value.span,
                    format!("the header `{}` holds a control character", name.name),
                )
                .help("write its value in one line of text"),
            );
            return None;
        }
    }
    Some(Smoke {
        span: written.span,
        body,
        headers: written
            .headers
            .iter()
            .map(|(name, value)| (spanned(name), text(value)))
            .collect(),
        status: written
            .status
            .as_ref()
            .and_then(|status| Some(Spanned::new(u16::try_from(status.value).ok()?, status.span))),
    })
}

/// Whether a call without a body would be refused.
fn needs_body(called: &Called<'_>) -> bool {
    let takes_any = matches!(called.body.kind, Kind::Unknown | Kind::Error);
    called.method != Method::Get && !takes_any && !called.body.missing
}
