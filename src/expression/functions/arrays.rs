//! Methods of arrays, and those that strings have too. They mean what JavaScript's mean.

use super::row::{method, needs, property, signature, takes};
use super::{Emit, Function, Pattern, Returns};

const ITEMS: Pattern = Pattern::Array(&Pattern::Item);
const TEST: Pattern = Pattern::Function(&[Pattern::Item, Pattern::Integer], &Pattern::Boolean);
const BOOLEAN: Returns = Returns::Is(Pattern::Boolean);

pub(super) static TABLE: &[Function] = &[
    method("map")
        .does("an array of what the function makes of each item")
        .edges("the function gets the item and its index, in order, and the first failure ends it; the name of a mapping of one input can stand for it")
        .example("source.line_items.map(to_line)")
        .also(&[
            "map_each", "mapEach", "forEach", "each", "for_each", "collect", "transform",
        ])
        .by(&[signature(
            &[
                needs("items", ITEMS),
                needs(
                    "function",
                    Pattern::Function(&[Pattern::Item, Pattern::Integer], &Pattern::Result),
                ),
            ],
            Returns::Is(Pattern::Array(&Pattern::Result)),
            Emit::Method("map"),
        )]),
    method("filter")
        .does("the items for which the function gives true")
        .edges("their order stays")
        .example("source.line_items.filter(line => line.taxable)")
        .also(&["where", "select", "keep", "reject"])
        .by(&[signature(
            &[needs("items", ITEMS), needs("test", TEST)],
            Returns::Is(ITEMS),
            Emit::Method("filter"),
        )]),
    method("find")
        .does("the first item for which the function gives true, absent if there is none")
        .edges("items after it are not tested")
        .example("source.addresses.find(address => address.primary)")
        .also(&["detect", "find_first", "findFirst"])
        .by(&[signature(
            &[needs("items", ITEMS), needs("test", TEST)],
            Returns::Maybe(Pattern::Item),
            Emit::Method("find"),
        )]),
    method("findLast")
        .does("the last item for which the function gives true, absent if there is none")
        .edges("tests from the end, and none before the one that is found")
        .example("source.fulfillments.findLast(fulfillment => fulfillment.status == 'success')")
        .also(&["find_last", "rfind"])
        .by(&[signature(
            &[needs("items", ITEMS), needs("test", TEST)],
            Returns::Maybe(Pattern::Item),
            Emit::Method("findLast"),
        )]),
    method("flatMap")
        .does("one array of all items of the arrays that the function makes of each item")
        .edges("flattens one level")
        .example("source.orders.flatMap(order => order.lines)")
        .also(&["flat_map", "flatten", "flat", "mapMany"])
        .by(&[signature(
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
        )]),
    method("some")
        .does("whether the function gives true for at least one item")
        .edges("of no items false; items after the first that is true are not tested")
        .example("source.line_items.some(line => line.gift_card)")
        .also(&["any", "any_match", "exists"])
        .by(&[signature(
            &[needs("items", ITEMS), needs("test", TEST)],
            BOOLEAN,
            Emit::Method("some"),
        )]),
    method("every")
        .does("whether the function gives true for all items")
        .edges("of no items true; items after the first that is false are not tested")
        .example("source.line_items.every(line => line.fulfilled)")
        .also(&["all", "all_match"])
        .by(&[signature(
            &[needs("items", ITEMS), needs("test", TEST)],
            BOOLEAN,
            Emit::Method("every"),
        )]),
    method("includes")
        .does("whether an array has the item, or a text has the other within it")
        .edges("items are strings, integers, booleans or dates; every text includes the empty one")
        .example("constants.countries.includes(source.country)")
        .also(&["contains", "has", "include", "member", "in_array"])
        .by(&[
            signature(
                &[needs("text", Pattern::String), needs("part", Pattern::String)],
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
        ]),
    method("join")
        .does("one text of all items, with a separator between them")
        .edges("of no items the empty text; items that may be absent are refused: `compact(…)` leaves them out")
        .example("source.discount_codes.map(code => code.code).join(', ')")
        .also(&["implode", "concatenate"])
        .by(&[signature(
            &[
                needs("items", Pattern::Array(&Pattern::String)),
                needs("separator", Pattern::String),
            ],
            Returns::Is(Pattern::String),
            Emit::Method("join"),
        )]),
    method("concat")
        .does("one array of the items of two")
        .edges("both arrays are of one type")
        .example("source.lines.concat(source.fees)")
        .also(&["append", "push", "add", "extend"])
        .by(&[signature(
            &[needs("items", ITEMS), needs("more", ITEMS)],
            Returns::Is(ITEMS),
            Emit::Method("concat"),
        )]),
    method("slice")
        .does("the items, or the part of a text, from a position up to but without another")
        .edges("positions count from 0, in a text by UTF-16 units, negative ones from the end; beyond the ends nothing is taken; without an end, all of the rest; half a character at a cut becomes U+FFFD (`truncate` never cuts one)")
        .example("source.phone.slice(0, 10)")
        .also(&["substring", "substr", "take", "limit", "drop"])
        .by(&[
            signature(
                &[
                    needs("text", Pattern::String),
                    needs("start", Pattern::Integer),
                    takes("end", Pattern::Integer),
                ],
                Returns::Is(Pattern::String),
                Emit::Text("slice"),
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
        ]),
    method("at")
        .does("the item, or the character of a text, at a position from 0, or from -1 backwards; absent beyond the ends")
        .edges("in a text by UTF-16 units; half a character becomes U+FFFD")
        .example("source.shipping_lines.at(0)?.title")
        .also(&["first", "last", "nth", "get", "head", "charAt"])
        .by(&[
            signature(
                &[needs("text", Pattern::String), needs("position", Pattern::Integer)],
                Returns::Maybe(Pattern::String),
                Emit::Text("at"),
            ),
            signature(
                &[needs("items", ITEMS), needs("position", Pattern::Integer)],
                Returns::Maybe(Pattern::Item),
                Emit::Method("at"),
            ),
        ]),
    method("toReversed")
        .does("the items from the last to the first")
        .edges("the array itself stays as it is")
        .example("source.events.toReversed()")
        .also(&["reverse", "reversed"])
        .by(&[signature(
            &[needs("items", ITEMS)],
            Returns::Is(ITEMS),
            Emit::Method("toReversed"),
        )]),
    property("length")
        .does("the number of items, or of UTF-16 units of a text")
        .edges("most characters are one unit, an emoji two")
        .example("source.line_items.length > 0")
        .also(&["len", "size", "count"])
        .by(&[
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
        ]),
];
