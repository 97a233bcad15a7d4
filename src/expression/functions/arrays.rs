//! Methods of arrays, and those that strings have too. They mean what JavaScript's mean.

use super::{Emit, Form, Function, Pattern, Returns, Signature, needs, signature, takes};

const ITEMS: Pattern = Pattern::Array(&Pattern::Item);
const TEST: Pattern = Pattern::Function(&[Pattern::Item, Pattern::Integer], &Pattern::Boolean);
const BOOLEAN: Returns = Returns::Is(Pattern::Boolean);

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
        "map",
        "an array of what the function makes of each item",
        "source.line_items.map(to_line)",
        &[
            "map_each",
            "mapEach",
            "forEach",
            "each",
            "for_each",
            "collect",
            "transform",
        ],
        &[signature(
            &[
                needs("items", ITEMS),
                needs(
                    "function",
                    Pattern::Function(&[Pattern::Item, Pattern::Integer], &Pattern::Result),
                ),
            ],
            Returns::Is(Pattern::Array(&Pattern::Result)),
            Emit::Method("map"),
        )],
    ),
    method(
        "filter",
        "the items for which the function gives true",
        "source.line_items.filter(line => line.taxable)",
        &["where", "select", "keep", "reject"],
        &[signature(
            &[needs("items", ITEMS), needs("test", TEST)],
            Returns::Is(ITEMS),
            Emit::Method("filter"),
        )],
    ),
    method(
        "find",
        "the first item for which the function gives true, absent if there is none",
        "source.addresses.find(address => address.primary)",
        &["detect", "find_first", "findFirst"],
        &[signature(
            &[needs("items", ITEMS), needs("test", TEST)],
            Returns::Maybe(Pattern::Item),
            Emit::Method("find"),
        )],
    ),
    method(
        "flatMap",
        "one array of all items of the arrays that the function makes of each item",
        "source.orders.flatMap(order => order.lines)",
        &["flat_map", "flatten", "flat", "mapMany"],
        &[signature(
            &[
                needs("items", ITEMS),
                needs(
                    "function",
                    Pattern::Function(
                        &[Pattern::Item, Pattern::Integer],
                        &Pattern::Array(&Pattern::Result),
                    ),
                ),
            ],
            Returns::Is(Pattern::Array(&Pattern::Result)),
            Emit::Method("flatMap"),
        )],
    ),
    method(
        "some",
        "whether the function gives true for at least one item",
        "source.line_items.some(line => line.gift_card)",
        &["any", "any_match", "exists"],
        &[signature(
            &[needs("items", ITEMS), needs("test", TEST)],
            BOOLEAN,
            Emit::Method("some"),
        )],
    ),
    method(
        "every",
        "whether the function gives true for all items",
        "source.line_items.every(line => line.fulfilled)",
        &["all", "all_match"],
        &[signature(
            &[needs("items", ITEMS), needs("test", TEST)],
            BOOLEAN,
            Emit::Method("every"),
        )],
    ),
    method(
        "includes",
        "whether an array has the item, or a text has the other within it",
        "constants.countries.includes(source.country)",
        &["contains", "has", "include", "member", "in_array"],
        &[
            signature(
                &[
                    needs("text", Pattern::String),
                    needs("part", Pattern::String),
                ],
                BOOLEAN,
                Emit::Method("includes"),
            ),
            signature(
                &[
                    needs("items", Pattern::Array(&Pattern::Plain)),
                    needs("item", Pattern::Plain),
                ],
                BOOLEAN,
                Emit::Method("includes"),
            ),
        ],
    ),
    method(
        "join",
        "one text of all items, with a separator between them",
        "source.discount_codes.map(code => code.code).join(', ')",
        &["implode", "concatenate"],
        &[signature(
            &[
                needs("items", Pattern::Array(&Pattern::String)),
                needs("separator", Pattern::String),
            ],
            Returns::Is(Pattern::String),
            Emit::Method("join"),
        )],
    ),
    method(
        "concat",
        "one array of the items of two",
        "source.lines.concat(source.fees)",
        &["append", "push", "add", "extend"],
        &[signature(
            &[needs("items", ITEMS), needs("more", ITEMS)],
            Returns::Is(ITEMS),
            Emit::Method("concat"),
        )],
    ),
    method(
        "slice",
        "the items, or the part of a text, from a position up to but without another",
        "source.phone.slice(0, 10)",
        &["substring", "substr", "take", "truncate", "limit", "drop"],
        &[
            signature(
                &[
                    needs("text", Pattern::String),
                    needs("start", Pattern::Integer),
                    takes("end", Pattern::Integer),
                ],
                Returns::Is(Pattern::String),
                Emit::Method("slice"),
            ),
            signature(
                &[
                    needs("items", ITEMS),
                    needs("start", Pattern::Integer),
                    takes("end", Pattern::Integer),
                ],
                Returns::Is(ITEMS),
                Emit::Method("slice"),
            ),
        ],
    ),
    method(
        "at",
        "the item, or the character of a text, at a position from 0, or from -1 backwards; absent beyond the ends",
        "source.shipping_lines.at(0)?.title",
        &["first", "last", "nth", "get", "head", "charAt"],
        &[
            signature(
                &[
                    needs("text", Pattern::String),
                    needs("position", Pattern::Integer),
                ],
                Returns::Maybe(Pattern::String),
                Emit::Method("at"),
            ),
            signature(
                &[needs("items", ITEMS), needs("position", Pattern::Integer)],
                Returns::Maybe(Pattern::Item),
                Emit::Method("at"),
            ),
        ],
    ),
    Function {
        name: "length",
        form: Form::Property,
        summary: "the number of items, or of UTF-16 units of a text",
        example: "source.line_items.length > 0",
        fails: None,
        signatures: &[
            signature(
                &[needs("text", Pattern::String)],
                Returns::Is(Pattern::Integer),
                Emit::Property("length"),
            ),
            signature(
                &[needs("items", ITEMS)],
                Returns::Is(Pattern::Integer),
                Emit::Property("length"),
            ),
        ],
        synonyms: &["len", "size", "count"],
        since: "0.1.0",
    },
];
