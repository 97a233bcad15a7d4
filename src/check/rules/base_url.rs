//! The platform strips a trailing `/api` of a base URL before it joins the path, so the
//! paths must bring it themselves.

use crate::check::{Rule, Subject};
use crate::diagnostics::{Diagnostic, Sink, codes::rules};
use crate::expression::PathPart;
use crate::model::Action;

pub const RULE: Rule = Rule {
    codes: &[&rules::API_BASE],
    run: check,
};

fn check(subject: &Subject<'_>, sink: &mut Sink) {
    for step in subject.model.workflows.iter().flat_map(|w| &w.steps) {
        let Action::Request(request) = &step.action else {
            continue;
        };
        let system = &subject.model.systems[request.system];
        if !system
            .base_url
            .value
            .trim_end_matches('/')
            .ends_with("/api")
        {
            continue;
        }
        let begins = match request.path.parts.first() {
            Some(PathPart::Literal(text)) => text.starts_with("/api/") || text == "/api",
            _ => false,
        };
        if !begins {
            sink.push(
                Diagnostic::new(
                    &rules::API_BASE,
                    request.path.span,
                    format!(
                        "the base URL of `{}` ends in `/api`, which the platform strips, and this path does not begin with `/api/`",
                        system.name.value
                    ),
                )
                .related(system.base_url.span, "the base URL")
                .help("begin the path with `/api/`"),
            );
        }
    }
}
