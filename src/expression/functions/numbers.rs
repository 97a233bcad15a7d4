//! Functions of numbers. Nothing here rounds unless it says so.

use super::row::{free, method, needs, signature, takes};
use super::{Emit, Function, FunctionParameter, PLACES, Pattern, Returns};

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
    free("round")
        .does("the decimal rounded to a number of places")
        .edges("modes: `'half-up'` (the default; a half goes away from zero), `'half-even'`, `'half-down'` (a half goes towards zero), `'up'` (away from zero), `'down'` (towards zero), `'ceiling'`, `'floor'`; places are a literal from 0 to 20")
        .example("round(line.price * line.quantity, 2)")
        .also(&["to_fixed", "fixed", "rounded", "toPrecision"])
        .by(&[signature(
            &[
                needs("value", Pattern::Decimal),
                needs("places", PLACES),
                takes("mode", Pattern::Words(ROUNDING)),
            ],
            Returns::Rounded(1),
            Emit::Method("round"),
        )]),
    free("divide")
        .does("the quotient of two numbers, rounded to a number of places")
        .edges("modes as of `round`; rounded once, from the exact quotient; whole division is `integer(divide(a, b, 0, 'down'))`")
        .example("divide(source.total, source.quantity, 4)")
        .fails("the divisor is zero, or the quotient has more than 34 digits")
        .also(&["div", "quotient", "dividedBy", "ratio"])
        .by(&[signature(
            &[
                needs("dividend", Pattern::Decimal),
                needs("divisor", Pattern::Decimal),
                needs("places", PLACES),
                takes("mode", Pattern::Words(ROUNDING)),
            ],
            Returns::Rounded(2),
            Emit::Method("dividedBy"),
        )]),
    method("toFixed")
        .does("the number as text with exactly that many places")
        .edges("rounds a half away from zero; -0.001 to 2 places is `0.00`; places are a literal from 0 to 20")
        .example("decimal(source.total).toFixed(2)")
        .also(&["format_number", "formatNumber", "number_format", "to_money"])
        .by(&[
            signature(
                &[needs("value", Pattern::Integer), needs("places", PLACES)],
                Returns::Is(Pattern::String),
                Emit::Method("toFixed"),
            ),
            signature(
                &[needs("value", Pattern::Decimal), needs("places", PLACES)],
                Returns::Is(Pattern::String),
                Emit::Method("toFixed"),
            ),
        ]),
    free("sum")
        .does("the sum of an array of numbers, 0 of none")
        .edges("exact; of integers an integer, of decimals a decimal")
        .example("sum(source.line_items.map(line => line.quantity))")
        .fails("a sum of integers is beyond 2^53 - 1 on the way, or one of decimals has more than 34 digits")
        .also(&["total", "add_all", "reduce"])
        .by(&[
            signature(
                INTEGERS,
                Returns::Is(Pattern::Integer),
                Emit::Helper("sumIntegers"),
            ),
            signature(DECIMALS, Returns::Is(Pattern::Decimal), Emit::Helper("sum")),
        ]),
    free("min")
        .does("the smaller of two numbers, or the least of an array, absent of none")
        .edges("an integer beside a decimal is a decimal")
        .example("min(source.quantity, 100)")
        .also(&["minimum", "least", "smallest"])
        .by(extreme!("Math.min", "smaller", "min")),
    free("max")
        .does("the greater of two numbers, or the greatest of an array, absent of none")
        .edges("an integer beside a decimal is a decimal")
        .example("max(source.quantity, 0)")
        .also(&["maximum", "greatest", "largest"])
        .by(extreme!("Math.max", "greater", "max")),
    free("abs")
        .does("the number without its sign")
        .edges("of an integer an integer, of a decimal a decimal")
        .example("abs(source.refund)")
        .also(&["absolute", "magnitude"])
        .by(&[
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
        ]),
];
