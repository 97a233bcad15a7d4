//! Methods of strings. They mean what JavaScript's mean, and look the same when emitted.

use super::{Emit, Form, Function, Pattern, Returns, Signature, needs, signature, takes};

const TEXT: Returns = Returns::Is(Pattern::String);

const fn method(
    name: &'static str,
    summary: &'static str,
    example: &'static str,
    synonyms: &'static [&'static str],
    signatures: &'static [Signature],
) -> Function {
    Function {
        name,
        form: Form::Method,
        summary,
        example,
        fails: None,
        signatures,
        synonyms,
        since: "0.1.0",
    }
}

pub(super) static TABLE: &[Function] = &[
    method(
        "trim",
        "the text without blanks at its start and end",
        "source.name.trim()",
        &["strip", "trim_whitespace", "trimmed"],
        &[signature(
            &[needs("text", Pattern::String)],
            TEXT,
            Emit::Method("trim"),
        )],
    ),
    method(
        "toUpperCase",
        "the text in capitals, whatever the locale",
        "source.sku.toUpperCase()",
        &[
            "upper",
            "upcase",
            "uppercase",
            "to_upper",
            "toUpper",
            "ucase",
        ],
        &[signature(
            &[needs("text", Pattern::String)],
            TEXT,
            Emit::Method("toUpperCase"),
        )],
    ),
    method(
        "toLowerCase",
        "the text in small letters, whatever the locale",
        "source.email.toLowerCase()",
        &[
            "lower",
            "downcase",
            "lowercase",
            "to_lower",
            "toLower",
            "lcase",
        ],
        &[signature(
            &[needs("text", Pattern::String)],
            TEXT,
            Emit::Method("toLowerCase"),
        )],
    ),
    method(
        "startsWith",
        "whether the text begins with another",
        "source.sku.startsWith('GIFT')",
        &["starts_with", "startswith", "has_prefix", "hasPrefix"],
        &[signature(
            &[
                needs("text", Pattern::String),
                needs("start", Pattern::String),
            ],
            Returns::Is(Pattern::Boolean),
            Emit::Method("startsWith"),
        )],
    ),
    method(
        "endsWith",
        "whether the text ends with another",
        "source.email.endsWith('@example.com')",
        &["ends_with", "endswith", "has_suffix", "hasSuffix"],
        &[signature(
            &[
                needs("text", Pattern::String),
                needs("end", Pattern::String),
            ],
            Returns::Is(Pattern::Boolean),
            Emit::Method("endsWith"),
        )],
    ),
    method(
        "split",
        "the parts of the text between separators",
        "source.tag_list.split(',')",
        &["explode"],
        &[signature(
            &[
                needs("text", Pattern::String),
                needs("separator", Pattern::String),
            ],
            Returns::Is(Pattern::Array(&Pattern::String)),
            Emit::Method("split"),
        )],
    ),
    method(
        "replaceAll",
        "the text with every occurrence of one text replaced by another",
        "source.sku.replaceAll(' ', '-')",
        &["replace", "replace_all", "gsub", "sub", "substitute"],
        &[signature(
            &[
                needs("text", Pattern::String),
                needs("old", Pattern::String),
                needs("new", Pattern::String),
            ],
            TEXT,
            Emit::Method("replaceAll"),
        )],
    ),
    method(
        "padStart",
        "the text filled up at its start to a length, by blanks or a given text",
        "source.number.padStart(8, '0')",
        &["pad_start", "padLeft", "pad_left", "lpad", "zfill", "ljust"],
        &[signature(
            &[
                needs("text", Pattern::String),
                needs("length", Pattern::Integer),
                takes("fill", Pattern::String),
            ],
            TEXT,
            Emit::Method("padStart"),
        )],
    ),
    method(
        "padEnd",
        "the text filled up at its end to a length, by blanks or a given text",
        "source.code.padEnd(10)",
        &["pad_end", "padRight", "pad_right", "rpad", "rjust"],
        &[signature(
            &[
                needs("text", Pattern::String),
                needs("length", Pattern::Integer),
                takes("fill", Pattern::String),
            ],
            TEXT,
            Emit::Method("padEnd"),
        )],
    ),
];
