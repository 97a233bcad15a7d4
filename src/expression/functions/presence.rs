//! Functions of what may be absent, and of what may fail.

use super::row::{free, needs, signature};
use super::{Emit, Function, Pattern, Returns};

pub(super) static TABLE: &[Function] = &[
    free("required")
        .does("the value, which must be there; otherwise the record fails with the message")
        .edges("null and missing fail alike; an empty text is there")
        .example("required(source.email, 'the customer has no e-mail')")
        .fails("the value is absent")
        .also(&["require", "unwrap", "expect", "not_null", "notNull", "assert"])
        .by(&[signature(
            &[
                needs("value", Pattern::Optional(&Pattern::Item)),
                needs("message", Pattern::String),
            ],
            Returns::Is(Pattern::Item),
            Emit::Helper("required"),
        )]),
    free("nonblank")
        .does("the text, absent where it is empty or only blanks")
        .edges("the text itself is not trimmed; an absent text stays absent; blanks are those of `trim`")
        .example("nonblank(source.company) ?? source.name")
        .also(&[
            "non_blank",
            "nonBlank",
            "presence",
            "blank_to_null",
            "emptyToNull",
            "is_blank",
            "isBlank",
        ])
        .by(&[signature(
            &[needs("text", Pattern::Optional(&Pattern::String))],
            Returns::Maybe(Pattern::String),
            Emit::Helper("nonblank"),
        )]),
    free("attempt")
        .does("the value, absent where computing it fails")
        .edges("only failures of the data are caught, anywhere within the argument; a value that is absent by itself stays absent")
        .example("attempt(decimal(source.weight)) ?? 0")
        .also(&["try", "tryOr", "catch", "safe", "orElse", "or_else"])
        .by(&[signature(
            &[needs("value", Pattern::Lazy(&Pattern::Optional(&Pattern::Item)))],
            Returns::Maybe(Pattern::Item),
            Emit::Lazy("attempted"),
        )]),
];
