//! The command line splits an OAuth scope at `=` into a name and a description.

use crate::check::{Rule, Subject};
use crate::diagnostics::{Diagnostic, Sink, codes::rules};
use crate::manifest::Scheme;

pub const RULE: Rule = Rule {
    codes: &[&rules::SCOPE],
    run: check,
};

fn check(subject: &Subject<'_>, sink: &mut Sink) {
    for system in &subject.model.systems {
        let Some(Scheme::OAuth2 { scopes, .. }) = system.auth.as_ref().map(|auth| &auth.value)
        else {
            continue;
        };
        // RFC 6749, section 3.3: printable ASCII without space, quote and backslash.
        let allowed = |c: char| c.is_ascii_graphic() && !matches!(c, '"' | '\\' | '=');
        for scope in scopes {
            if !scope.value.is_empty() && scope.value.chars().all(allowed) {
                continue;
            }
            sink.push(
                Diagnostic::new(
                    &rules::SCOPE,
                    scope.span,
                    format!(
                        "`{}` cannot be set up as one OAuth 2.0 scope",
                        scope.value.escape_debug()
                    ),
                )
                .help("write one scope an item, without spaces, quotes and `=`"),
            );
        }
    }
}
