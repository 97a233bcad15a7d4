//! Functions of numbers. Nothing here rounds unless it says so.

use super::{Emit, Form, Function, FunctionParameter, Pattern, Returns, needs, signature, takes};

/// The rounding modes of `round`; the first is the default.
pub const ROUNDING: &[&str] = &[
    "half-up",
    "half-even",
    "half-down",
    "up",
    "down",
    "ceiling",
    "floor",
];

const INTEGERS: &[FunctionParameter] = &[needs("values", Pattern::Array(&Pattern::Integer))];
const DECIMALS: &[FunctionParameter] = &[needs("values", Pattern::Array(&Pattern::Decimal))];

const fn free(
    name: &'static str,
    summary: &'static str,
    example: &'static str,
    synonyms: &'static [&'static str],
    signatures: &'static [super::Signature],
) -> Function {
    Function {
        name,
        form: Form::Free,
        summary,
        example,
        fails: None,
        signatures,
        synonyms,
        since: "0.1.0",
    }
}

/// The least or greatest of two numbers, or of an array of them.
macro_rules! extreme {
    ($integers:literal, $two:literal, $array:literal) => {
        &[
            signature(
                &[needs("a", Pattern::Integer), needs("b", Pattern::Integer)],
                Returns::Is(Pattern::Integer),
                Emit::Global($integers),
            ),
            signature(
                &[needs("a", Pattern::Decimal), needs("b", Pattern::Decimal)],
                Returns::Is(Pattern::Decimal),
                Emit::Helper($two),
            ),
            signature(
                INTEGERS,
                Returns::Maybe(Pattern::Integer),
                Emit::Helper($array),
            ),
            signature(
                DECIMALS,
                Returns::Maybe(Pattern::Decimal),
                Emit::Helper($array),
            ),
        ]
    };
}

pub(super) static TABLE: &[Function] = &[
    free(
        "round",
        "the decimal rounded to a number of places; halves go away from zero unless a mode is named",
        "round(line.price * line.quantity, 2)",
        &["toFixed", "to_fixed", "fixed", "rounded"],
        &[signature(
            &[
                needs("value", Pattern::Decimal),
                needs("places", Pattern::Places),
                takes("mode", Pattern::Words(ROUNDING)),
            ],
            Returns::Rounded(1),
            Emit::Method("round"),
        )],
    ),
    free(
        "sum",
        "the sum of an array of numbers, 0 of none",
        "sum(source.line_items.map(line => line.quantity))",
        &["total", "add_all", "reduce"],
        &[
            signature(
                INTEGERS,
                Returns::Is(Pattern::Integer),
                Emit::Helper("sumIntegers"),
            ),
            signature(DECIMALS, Returns::Is(Pattern::Decimal), Emit::Helper("sum")),
        ],
    ),
    free(
        "min",
        "the smaller of two numbers, or the least of an array, absent of none",
        "min(source.quantity, 100)",
        &["minimum", "least", "smallest"],
        extreme!("Math.min", "smaller", "min"),
    ),
    free(
        "max",
        "the greater of two numbers, or the greatest of an array, absent of none",
        "max(source.quantity, 0)",
        &["maximum", "greatest", "largest"],
        extreme!("Math.max", "greater", "max"),
    ),
    free(
        "abs",
        "the number without its sign",
        "abs(source.refund)",
        &["absolute", "magnitude"],
        &[
            signature(
                &[needs("value", Pattern::Integer)],
                Returns::Is(Pattern::Integer),
                Emit::Global("Math.abs"),
            ),
            signature(
                &[needs("value", Pattern::Decimal)],
                Returns::Is(Pattern::Decimal),
                Emit::Method("abs"),
            ),
        ],
    ),
];
