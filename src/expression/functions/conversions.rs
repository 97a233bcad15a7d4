//! Conversions between kinds.

use super::{Emit, Form, Function, Pattern, Returns, needs, signature};

pub(super) static TABLE: &[Function] = &[
    Function {
        name: "decimal",
        form: Form::Free,
        summary: "an exact decimal, from text or a number",
        example: "decimal(source.total_price)",
        fails: Some("the text is not digits with at most one decimal point and a sign"),
        signatures: &[
            signature(
                &[needs("value", Pattern::DecimalText)],
                Returns::Is(Pattern::Decimal),
                Emit::Helper("decimal"),
            ),
            signature(
                &[needs("value", Pattern::Decimal)],
                Returns::Is(Pattern::Decimal),
                Emit::Identity,
            ),
        ],
        synonyms: &[
            "Number",
            "number",
            "parseFloat",
            "float",
            "to_decimal",
            "toDecimal",
            "to_number",
            "toNumber",
            "to_float",
            "money",
        ],
        since: "0.1.0",
    },
    Function {
        name: "integer",
        form: Form::Free,
        summary: "a whole number, from text or a decimal that is whole",
        example: "integer(source.quantity)",
        fails: Some(
            "the text is not a whole number, the decimal has a fraction, or the number is beyond 2^53 - 1",
        ),
        signatures: &[
            signature(
                &[needs("value", Pattern::IntegerText)],
                Returns::Is(Pattern::Integer),
                Emit::Helper("integer"),
            ),
            signature(
                &[needs("value", Pattern::Integer)],
                Returns::Is(Pattern::Integer),
                Emit::Identity,
            ),
            signature(
                &[needs("value", Pattern::Decimal)],
                Returns::Is(Pattern::Integer),
                Emit::Method("toInteger"),
            ),
        ],
        synonyms: &[
            "int",
            "parseInt",
            "to_int",
            "toInt",
            "to_integer",
            "toInteger",
        ],
        since: "0.1.0",
    },
    Function {
        name: "text",
        form: Form::Free,
        summary: "a number, boolean or date as text",
        example: "text(source.order_number)",
        fails: None,
        signatures: &[
            signature(
                &[needs("value", Pattern::String)],
                Returns::Is(Pattern::String),
                Emit::Identity,
            ),
            signature(
                &[needs("value", Pattern::Integer)],
                Returns::Is(Pattern::String),
                Emit::Global("String"),
            ),
            signature(
                &[needs("value", Pattern::Boolean)],
                Returns::Is(Pattern::String),
                Emit::Global("String"),
            ),
            signature(
                &[needs("value", Pattern::Decimal)],
                Returns::Is(Pattern::String),
                Emit::Method("toString"),
            ),
            signature(
                &[needs("value", Pattern::Date)],
                Returns::Is(Pattern::String),
                Emit::Identity,
            ),
        ],
        synonyms: &[
            "String",
            "string",
            "str",
            "toString",
            "to_string",
            "to_s",
            "to_text",
        ],
        since: "0.1.0",
    },
    Function {
        name: "json",
        form: Form::Free,
        summary: "any value as JSON text",
        example: "json(source.origin)",
        fails: None,
        signatures: &[signature(
            &[needs("value", Pattern::Any)],
            Returns::Is(Pattern::String),
            Emit::Helper("json"),
        )],
        synonyms: &[
            "stringify",
            "to_json",
            "toJSON",
            "toJson",
            "json_encode",
            "serialize",
        ],
        since: "0.1.0",
    },
];
