//! A webhook that nobody checks takes anybody's data.

use crate::check::{Rule, Subject};
use crate::diagnostics::{Diagnostic, Sink, codes::rules};

pub const RULE: Rule = Rule {
    codes: &[&rules::UNVERIFIED],
    run: check,
};

fn check(subject: &Subject<'_>, sink: &mut Sink) {
    for workflow in &subject.manifest.workflows {
        let Some(webhook) = &workflow.webhook else {
            continue;
        };
        if webhook.verify.is_none() {
            sink.push(
                Diagnostic::new(
                    &rules::UNVERIFIED,
                    webhook.span,
                    format!("anybody who finds the URL of `{}` can call it", workflow.name.name),
                )
                .help(
                    "write `verify = \"SYSTEM\"` and give that system an `incoming` scheme: \
                     `incoming = { type = \"hmac\", in = \"header\", name = \"…\", algorithm = \"sha256\" }`",
                ),
            );
        }
    }
}
