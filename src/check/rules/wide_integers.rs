//! Ids of 64 bits that come as JSON numbers: reading JSON rounds those beyond 2^53.

use std::collections::BTreeMap;

use crate::check::{Rule, Subject};
use crate::diagnostics::{Diagnostic, Sink, codes::rules, list};
use crate::source::Span;
use crate::types::RecordId;

pub const RULE: Rule = Rule {
    codes: &[&rules::WIDE_INTEGER],
    run: check,
};

/// The most fields that one message names.
const NAMED: usize = 5;

fn check(subject: &Subject<'_>, sink: &mut Sink) {
    let mut found: BTreeMap<Span, Vec<String>> = BTreeMap::new();
    for (id, record) in (0..).map(RecordId).zip(&subject.model.types.records) {
        for field in &record.fields {
            let wide = field.ty.limits.as_ref().is_some_and(|limits| limits.wide);
            if !wide || !is_id(&field.name) {
                continue;
            }
            if subject.usage.uses(id, &field.name) {
                let path = format!("`{}.{}`", record.part, field.name);
                found.entry(record.span).or_default().push(path);
            }
        }
    }
    for (span, mut paths) in found {
        let more = paths.len().saturating_sub(NAMED);
        paths.truncate(NAMED);
        let names = match more {
            0 => list(paths.into_iter()).replace(" or ", " and "),
            _ => format!("{} and {more} more", paths.join(", ")),
        };
        sink.push(
            Diagnostic::new(
                &rules::WIDE_INTEGER,
                span,
                format!("{names} can be beyond 2^53, where reading JSON rounds; such a record fails"),
            )
            .help("use a field that has the id as text, if the API sends one, such as `id_str`; where ids stay below, say so: `parts.id = { type = \"integer\", maximum = 9007199254740991 }`"),
        );
    }
}

/// Amounts and counts do not come near; ids use all of their bits.
fn is_id(name: &str) -> bool {
    name.eq_ignore_ascii_case("id")
        || name.ends_with("_id")
        || name.ends_with("Id")
        || name.ends_with("ID")
}
