//! A schedule without `users = "all"` runs for the static user alone, who has no
//! credentials of a per-user system.

use crate::check::{Rule, Subject};
use crate::diagnostics::{Diagnostic, Sink, codes::rules};
use crate::manifest::Users;
use crate::model::Action;

pub const RULE: Rule = Rule {
    codes: &[&rules::PER_USER],
    run: check,
};

fn check(subject: &Subject<'_>, sink: &mut Sink) {
    for workflow in &subject.model.workflows {
        let Some(schedule) = &workflow.schedule else {
            continue;
        };
        if schedule.users == Users::All {
            continue;
        }
        let per_user = workflow.steps.iter().find_map(|step| match &step.action {
            Action::Request(request) => {
                let system = &subject.model.systems[request.system];
                system.per_user.then_some((system, step.span))
            }
            _ => None,
        });
        if let Some((system, span)) = per_user {
            sink.push(
                Diagnostic::new(
                    &rules::PER_USER,
                    schedule.span,
                    format!(
                        "this schedule runs for the static user only, and `{}` has credentials per user",
                        system.name.value
                    ),
                )
                .related(span, "this step needs a user's credentials")
                .help("write `schedule = { cron = \"…\", users = \"all\" }`"),
            );
        }
    }
}
