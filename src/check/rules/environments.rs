//! A project has at most five environments.

use crate::check::{Rule, Subject};
use crate::diagnostics::{Diagnostic, Sink, codes::rules};

pub const RULE: Rule = Rule {
    codes: &[&rules::TOO_MANY_ENVIRONMENTS],
    run: check,
};

const MOST: usize = 5;

fn check(subject: &Subject<'_>, sink: &mut Sink) {
    let environments = &subject.model.environments;
    if let Some(sixth) = environments.get(MOST) {
        sink.push(
            Diagnostic::new(
                &rules::TOO_MANY_ENVIRONMENTS,
                sixth.name.span,
                format!(
                    "the platform gives a project at most {MOST} environments, here are {}",
                    environments.len()
                ),
            )
            .help("remove one, or put it into an integration of its own"),
        );
    }
}
