//! A case of a mapping gives every variable that the mapping reads.

use crate::check::{Rule, Subject};
use crate::diagnostics::{Diagnostic, Sink, codes::rules};
use crate::ir;

pub const RULE: Rule = Rule {
    codes: &[&rules::CASE_WITHOUT_VARIABLE],
    run: check,
};

fn check(subject: &Subject<'_>, sink: &mut Sink) {
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
