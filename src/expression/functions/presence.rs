//! Functions of what may be absent.

use super::{Emit, Form, Function, Pattern, Returns, needs, signature};

const fn free(
    name: &'static str,
    summary: &'static str,
    example: &'static str,
    fails: Option<&'static str>,
    synonyms: &'static [&'static str],
    signatures: &'static [super::Signature],
) -> Function {
    Function {
        name,
        form: Form::Free,
        summary,
        example,
        fails,
        signatures,
        synonyms,
        since: "0.1.0",
    }
}

pub(super) static TABLE: &[Function] = &[
    free(
        "required",
        "the value, which must be there; otherwise the record fails with the message",
        "required(source.email, 'the customer has no e-mail')",
        Some("the value is absent"),
        &[
            "require", "unwrap", "expect", "not_null", "notNull", "assert",
        ],
        &[signature(
            &[
                needs("value", Pattern::Optional(&Pattern::Item)),
                needs("message", Pattern::String),
            ],
            Returns::Is(Pattern::Item),
            Emit::Helper("required"),
        )],
    ),
    free(
        "nonblank",
        "the text, absent where it is empty or only blanks",
        "nonblank(source.company) ?? source.name",
        None,
        &[
            "non_blank",
            "nonBlank",
            "presence",
            "blank_to_null",
            "emptyToNull",
            "is_blank",
            "isBlank",
        ],
        &[signature(
            &[needs("text", Pattern::Optional(&Pattern::String))],
            Returns::Maybe(Pattern::String),
            Emit::Helper("nonblank"),
        )],
    ),
    free(
        "compact",
        "the items that are there, without those that are absent",
        "compact([source.email, source.second_email])",
        None,
        &["filter_nulls", "without_nulls", "remove_nulls", "dropNulls"],
        &[signature(
            &[needs(
                "items",
                Pattern::Array(&Pattern::Optional(&Pattern::Item)),
            )],
            Returns::Is(Pattern::Array(&Pattern::Item)),
            Emit::Helper("compact"),
        )],
    ),
    free(
        "only",
        "the one item of the array, absent if there is none",
        "only(steps.customers.items)?.Id",
        Some("there is more than one item"),
        &["single", "one", "unique"],
        &[signature(
            &[needs("items", Pattern::Array(&Pattern::Item))],
            Returns::Maybe(Pattern::Item),
            Emit::Helper("only"),
        )],
    ),
    free(
        "distinct",
        "the items without repeats, in the order of their first",
        "distinct(source.lines.map(line => line.sku))",
        None,
        &["uniq", "dedupe", "deduplicate", "Set"],
        &[signature(
            &[needs("items", Pattern::Array(&Pattern::Plain))],
            Returns::Is(Pattern::Array(&Pattern::Plain)),
            Emit::Helper("distinct"),
        )],
    ),
];
