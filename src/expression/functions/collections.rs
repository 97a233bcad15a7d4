//! Functions of arrays and maps that JavaScript lacks.

use super::row::{free, needs, signature, takes};
use super::{Emit, Function, Pattern, Returns};

const ITEMS: Pattern = Pattern::Array(&Pattern::Item);

/// The orders of `sortBy`; the first is the default.
pub const ORDERS: &[&str] = &["ascending", "descending"];

pub(super) static TABLE: &[Function] = &[
    free("compact")
        .does("the items that are there, without those that are absent")
        .edges("drops null and missing items alike; their order stays")
        .example("compact([source.email, source.second_email])")
        .also(&["filter_nulls", "without_nulls", "remove_nulls", "dropNulls"])
        .by(&[signature(
            &[needs("items", Pattern::Array(&Pattern::Optional(&Pattern::Item)))],
            Returns::Is(Pattern::Array(&Pattern::Item)),
            Emit::Helper("compact"),
        )]),
    free("only")
        .does("the one item of the array, absent if there is none")
        .edges("unlike `at(0)`, it never chooses silently among several")
        .example("only(steps.customers.items)?.Id")
        .fails("there is more than one item")
        .also(&["single", "one", "unique"])
        .by(&[signature(&[needs("items", ITEMS)], Returns::Maybe(Pattern::Item), Emit::Helper("only"))]),
    free("distinct")
        .does("the items without repeats, in the order of their first")
        .edges("items are strings, integers, booleans or dates; strings are compared exactly")
        .example("distinct(source.lines.map(line => line.sku))")
        .also(&["uniq", "dedupe", "deduplicate", "Set"])
        .by(&[signature(
            &[needs("items", Pattern::Array(&Pattern::Plain))],
            Returns::Is(Pattern::Array(&Pattern::Plain)),
            Emit::Helper("distinct"),
        )]),
    free("sortBy")
        .does("the items in the order of what the function makes of each")
        .edges("keys are strings, integers, decimals, dates or date-times, always there; strings are ordered by their UTF-16 units, so capitals come before small letters; items with equal keys keep their order, in both directions")
        .example("sortBy(source.events, event => event.created_at, 'descending')")
        .also(&["sort", "sorted", "sort_by", "toSorted", "orderBy", "order_by"])
        .by(&[signature(
            &[
                needs("items", ITEMS),
                needs("key", Pattern::Function(&[Pattern::Item], &Pattern::Key)),
                takes("order", Pattern::Words(ORDERS)),
            ],
            Returns::Is(ITEMS),
            Emit::Sort,
        )]),
    free("groupBy")
        .does("the items in groups of equal keys: an array of `{ key, items }`")
        .edges("keys are strings, integers, booleans or dates, always there; groups come in the order of their first items, and items keep their order")
        .example("groupBy(source.line_items, line => line.tax_code).map(group => group.items.length)")
        .also(&["group_by", "group", "partition", "groupByKey"])
        .by(&[signature(
            &[
                needs("items", ITEMS),
                needs("key", Pattern::Function(&[Pattern::Item], &Pattern::PlainKey)),
            ],
            Returns::Groups,
            Emit::Helper("groupBy"),
        )]),
    free("chunk")
        .does("the items in arrays of at most that many")
        .edges("the last array holds what is left; of no items there are no arrays; the size is a literal")
        .example("chunk(source.ids, 10)")
        .also(&["batches", "chunks", "in_batches", "inGroupsOf", "batch"])
        .by(&[signature(
            &[
                needs("items", ITEMS),
                needs(
                    "size",
                    Pattern::Constant {
                        least: 1,
                        most: 100_000,
                    },
                ),
            ],
            Returns::Is(Pattern::Array(&Pattern::Array(&Pattern::Item))),
            Emit::Helper("chunk"),
        )]),
    free("entries")
        .does("the keys and values of a map: an array of `{ key, value }`")
        .edges("in the order of the keys by their UTF-16 units, whatever order they came in; values that are missing are left out")
        .example("entries(source.metadata).map(entry => `${entry.key}=${entry.value}`)")
        .also(&["items", "pairs", "to_pairs", "toPairs", "keys", "values", "mapEntries"])
        .by(&[signature(
            &[needs("map", Pattern::Map(&Pattern::Item))],
            Returns::Entries,
            Emit::Helper("entries"),
        )]),
];
