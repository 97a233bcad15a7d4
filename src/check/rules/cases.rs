//! A case of a mapping gives every variable that the mapping reads, and expects something.

use crate::check::{Rule, Subject};
use crate::diagnostics::{Diagnostic, Sink, codes::rules};
use crate::ir;
use crate::manifest::Manifest;

pub const RULE: Rule = Rule {
    codes: &[
        &rules::CASE_WITHOUT_VARIABLE,
        &rules::CASE_WITHOUT_EXPECTATION,
    ],
    run: check,
};

fn check(subject: &Subject<'_>, sink: &mut Sink) {
    without_expectation(subject.manifest, sink);
    let model = subject.model;
    if model
        .mappings
        .iter()
        .all(|mapping| mapping.tests.is_empty())
    {
        return;
    }
    for (mapping, read) in model.mappings.iter().zip(ir::variables_read(model)) {
        for case in &mapping.tests {
            let missing = read.iter().find(|name| {
                let given = case.variables.iter().any(|(given, _)| given == *name);
                let declared = model.variable(name);
                !given && declared.is_some_and(|v| v.required && v.default.is_none())
            });
            if let Some(name) = missing {
                sink.push(
                    Diagnostic::new(
                        &rules::CASE_WITHOUT_VARIABLE,
                        case.name.span,
                        format!(
                            "the mapping `{}` reads `variables.{name}`, and this case gives it no value",
                            mapping.name.value
                        ),
                    )
                    .help(format!("write `with = {{ variables = {{ {name} = … }} }}`")),
                );
            }
        }
    }
}

/// A file that is yet to be written has its own finding.
fn without_expectation(manifest: &Manifest, sink: &mut Sink) {
    let cases = manifest.mappings.iter().flat_map(|mapping| &mapping.tests);
    for case in cases {
        let expects = case.expect.is_some() || case.contains.is_some() || case.fails.is_some();
        if let (false, Some(name)) = (expects, &case.name) {
            sink.push(
                Diagnostic::new(
                    &rules::CASE_WITHOUT_EXPECTATION,
                    name.span,
                    format!("the case `{}` expects nothing", name.value),
                )
                .help(
                    "write `expect = …`, `contains = …` or `fails = '…'`; `gusset test --update` writes what comes out",
                ),
            );
        }
    }
}
