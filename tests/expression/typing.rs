//! Expressions and the types they have.

use crate::fixture::world;

/// Expressions without problems, and their types: `?` may be missing, `0` null.
pub const TYPES: &[(&str, &str)] = &[
    ("null", "nothing0"),
    ("true", "boolean"),
    ("12", "integer"),
    ("1_000", "integer"),
    ("19.99", "decimal(2)"),
    ("-19.990", "decimal(3)"),
    ("'a'", "'a'"),
    ("\"it's\"", "'it's'"),
    ("source.name", "string"),
    ("source.note", "string?"),
    ("source.customer?.first_name", "string?0"),
    ("source.customer?.address?.city", "string?"),
    (
        "source.customer?.address?.city.trim().toUpperCase()",
        "string?",
    ),
    ("source.note ?? 'none'", "string"),
    ("source.note ?? null", "string0"),
    ("source.kind ?? 'other'", "'retail'|'wholesale'|'other'"),
    (
        "`${source.customer?.first_name ?? ''} ${source.id}`.trim()",
        "string",
    ),
    ("`a${`b${source.name}`}`", "string"),
    ("decimal(source.total_price)", "decimal"),
    ("round(decimal(source.total_price), 2)", "decimal(2)"),
    ("round(source.id, 2, 'half-even')", "decimal(2)"),
    ("source.id + 1", "integer"),
    ("source.id + 1.5", "decimal(1)"),
    ("1.25 * 3.5", "decimal(3)"),
    ("source.total * source.id", "decimal"),
    ("source.total - (source.discount ?? 0)", "decimal"),
    ("source.name + '!'", "string"),
    ("source.lines.length", "integer"),
    ("source.name.length", "integer"),
    ("source.lines.map(l => l.quantity)", "integer[]"),
    ("source.lines.map((l, i) => l.quantity * i)", "integer[]"),
    ("source.lines.map(to_line)", "receipt.Line[][]"),
    (
        "source.lines.filter(l => l.taxable).map(l => l.price)",
        "decimal[]",
    ),
    (
        "sum(source.lines.map(l => l.price * l.quantity))",
        "decimal",
    ),
    ("sum(source.counts)", "integer"),
    ("sum([])", "integer"),
    ("source.lines.find(l => l.sku == 'A')", "order.lines[]?"),
    ("source.lines.find(l => l.sku == 'A')?.price", "decimal?"),
    ("source.lines.flatMap(l => l.tags)", "string[]"),
    ("source.lines.some(l => l.taxable)", "boolean"),
    ("source.lines.every(l => l.quantity > 0)", "boolean"),
    ("source.lines.at(0)?.sku", "string?"),
    ("source.lines[0]?.sku", "string?"),
    ("source.lines.at(-1)?.tags.join(', ')", "string?"),
    ("source.extra_lines?.map(l => l.sku) ?? []", "string[]"),
    ("(source.extra_lines ?? []).length == 0", "boolean"),
    ("source.tags.includes('x')", "boolean"),
    ("source.name.includes('x')", "boolean"),
    ("source.name.split(' ').at(-1)", "string?"),
    ("source.name.slice(0, 3)", "string"),
    ("source.tags.slice(1)", "string[]"),
    ("source.tags.concat(['a', 'b'])", "string[]"),
    ("constants.methods[source.name]", "string?"),
    ("constants.methods.visa ?? '1'", "string"),
    ("constants.methods['no name'] ?? ''", "string"),
    ("source.labels?.colour", "string?"),
    ("source.labels?.['colour']?.trim() ?? ''", "string"),
    ("source.customer?.labels[source.name]?.trim()", "string?"),
    ("source['first-seen']", "string"),
    ("source.paid ? 'a' : 'b'", "'a'|'b'"),
    ("source.paid ? 1 : 2.5", "decimal(1)"),
    ("source.paid ? source.name : null", "string0"),
    (
        "source.customer == null ? 'GUEST' : source.customer.email",
        "string?",
    ),
    (
        "!source.paid && source.id > 3 || source.name == 'x'",
        "boolean",
    ),
    ("source.status == 'open'", "boolean"),
    ("source.note == 'x'", "boolean"),
    ("source.test == true", "boolean"),
    ("source.due < date('2024-02-29')", "boolean"),
    (
        "source.created_at >= instant('2024-02-29T00:00:00Z')",
        "boolean",
    ),
    ("source.id == 1.5", "boolean"),
    ("dateIn(source.created_at, 'America/New_York')", "date"),
    (
        "startOfDay(instant(source.created_text), 'UTC')",
        "date-time",
    ),
    ("iso(plus(source.created_at, 24 * 2, 'hours'))", "string"),
    ("minus(source.created_at, '24h')", "date-time"),
    ("integer(source.total_price)", "integer"),
    ("integer(source.total)", "integer"),
    ("text(source.id)", "string"),
    ("text(source.due)", "string"),
    ("json(source)", "string"),
    ("json(source.anything)", "string"),
    ("min(source.id, 3)", "integer"),
    ("max(source.id, 3.5)", "decimal(1)"),
    ("max(source.counts)", "integer?"),
    ("abs(source.total)", "decimal"),
    ("nonblank(source.note)", "string?"),
    ("nonblank(source.name) ?? 'x'", "string"),
    ("required(source.note, 'why')", "string"),
    ("required(source.customer, 'why').id", "integer"),
    ("compact(source.codes)", "string[]"),
    ("compact([source.note, source.name, null])", "string[]"),
    ("only(source.tags)", "string?"),
    ("distinct(source.lines.map(l => l.sku))", "string[]"),
    ("join_names(source.name, source.note)", "string"),
    ("to_receipt(source).DocNumber", "string"),
    ("[1, 2.5, 3]", "decimal(1)[]"),
    ("[]", "nothing[]"),
    (
        "{ a: 1, 'b c': source.note, amount }",
        "{ a: integer, b c: string?, amount: decimal }",
    ),
    (
        "source.paid ? { a: 1 } : { a: 2, b: 'x' }",
        "{ a: integer, b: 'x'? }",
    ),
    (
        "compact([source.note == null ? null : { note: source.note }])",
        "{ note: string }[]",
    ),
    ("{ a: 1, }", "{ a: integer }"),
    ("[1, 2,]", "integer[]"),
    ("source.anything", "unknown"),
    (
        "source.customer?.address?.zip ?? source.billing.zip ?? ''",
        "string",
    ),
    ("price == null ? amount : price * amount", "decimal"),
    ("price != null && price > 3", "boolean"),
    ("price == null || price > 3", "boolean"),
    ("!(price == null) ? price : 0", "decimal"),
    (
        "source.customer?.address?.zip == null ? '' : source.customer.address.zip",
        "string",
    ),
    (
        "source.customer?.email == 'x' ? source.customer.email : ''",
        "'x'|''",
    ),
    ("steps.create.status == 200", "boolean"),
    // Unions.
    ("source.payment.amount", "decimal"),
    ("source.payment.type", "'card'|'bank'|'wire'"),
    ("source.deposit?.type", "'card'|'bank'|'wire'?"),
    (
        "source.payment.type == 'card' ? source.payment.last4 : source.payment.iban",
        "string",
    ),
    (
        "source.payment.type != 'card' ? source.payment.type : 'x'",
        "'bank'|'wire'|'x'",
    ),
    (
        "source.deposit?.type == 'wire' ? source.deposit.iban : ''",
        "string",
    ),
    (
        "source.payment.type == 'bank' || source.payment.type == 'wire' ? source.payment.iban : ''",
        "string",
    ),
    (
        "source.payment.type == 'card' && source.payment.last4 == '4242'",
        "boolean",
    ),
    (
        "!(source.payment.type == 'card') ? source.payment.iban : ''",
        "string",
    ),
    (
        "source.deposit == null || source.deposit.type != 'card' ? '' : source.deposit.wallet ?? ''",
        "string",
    ),
    ("decimal(source.weight)", "decimal"),
    ("integer(source.weight)", "integer"),
    ("text(source.weight)", "string"),
    ("`${source.weight} kg`", "string"),
    ("source.weight == 'heavy'", "boolean"),
    (
        "typeof source.weight == 'string' ? source.weight.trim() : source.weight.toFixed(2)",
        "string",
    ),
    (
        "typeof source.seller != 'object' ? source.seller : source.seller.last4",
        "string",
    ),
    ("source.paid ? source.weight : 'none'", "(string | decimal)"),
    (
        "source.status == 'open' ? source.status : 'shut'",
        "'open'|'shut'",
    ),
    (
        "source.status == 'open' ? 'x' : source.status",
        "'x'|'paid'|'cancelled'",
    ),
    (
        "source.name == 'a' || source.name == 'b' ? source.name : null",
        "'a'|'b'0",
    ),
    ("source.note == null ? source.note : 'x'", "'x'?"),
    ("`a${'b'}` + 'c'", "'abc'"),
    // Lookup tables.
    ("constants.letters[source.status]", "'O'|'P'|'C'"),
    ("constants.letters[source.name]", "'O'|'P'|'C'?"),
    ("constants.letters[source.name] ?? 'X'", "'O'|'P'|'C'|'X'"),
    (
        "constants.letters[source.status == 'open' ? 'open' : 'paid']",
        "'O'|'P'",
    ),
    ("constants.days[source.status]", "integer?"),
    (
        "source.status == 'cancelled' ? 0 : constants.days[source.status]",
        "integer",
    ),
    ("constants.days.other", "integer"),
    ("source.id % 2 == 0", "boolean"),
    ("source.id % 2", "integer"),
    (
        "source.name.replace('#', '').trimStart().trimEnd()",
        "string",
    ),
    ("truncate(source.name, 21)", "string"),
    ("digits(source.name)", "string"),
    ("source.total.toFixed(2)", "string"),
    ("source.id.toFixed(2)", "string"),
    ("source.discount?.toFixed(2) ?? ''", "string"),
    (
        "divide(source.total, source.id, 4, 'half-even')",
        "decimal(4)",
    ),
    ("integer(divide(source.id, 2, 0, 'down'))", "integer"),
    ("fromMinor(source.id, 'jpy')", "decimal(0)"),
    ("fromMinor(source.id, 'KWD')", "decimal(3)"),
    ("fromMinor(source.id, source.name)", "decimal(4)"),
    ("toMinor(source.total, 'USD')", "integer"),
    ("fromEpochSeconds(source.id)", "date-time"),
    ("fromEpochMilliseconds(source.id)", "date-time"),
    ("epochSeconds(source.created_at)", "integer"),
    ("epochMilliseconds(source.created_at)", "integer"),
    ("formatDate(source.due, 'dd.MM.yyyy')", "string"),
    (
        "formatDate(source.created_at, 'yyyy-MM-ddTHH:mm:ss', 'UTC')",
        "string",
    ),
    ("date(source.name, 'M/d/yyyy')", "date"),
    ("instant(source.name, 'Europe/Berlin')", "date-time"),
    ("startOfDay(source.due, 'UTC')", "date-time"),
    ("plus(source.due, 1, 'months')", "date"),
    ("minus(source.due, source.id, 'days')", "date"),
    (
        "daysBetween(source.due, dateIn(source.created_at, 'UTC'))",
        "integer",
    ),
    ("source.lines.findLast(l => l.taxable)", "order.lines[]?"),
    ("source.tags.toReversed()", "string[]"),
    (
        "sortBy(source.lines, l => l.price, 'descending')",
        "order.lines[][]",
    ),
    ("sortBy(source.tags, tag => tag)", "string[]"),
    (
        "groupBy(source.lines, l => l.sku)",
        "{ key: string, items: order.lines[][] }[]",
    ),
    (
        "groupBy(source.lines, l => l.taxable).map(g => g.items.length)",
        "integer[]",
    ),
    ("chunk(source.tags, 10)", "string[][]"),
    (
        "source.labels == null ? [] : entries(source.labels)",
        "{ key: string, value: string }[]",
    ),
    ("oneOf(source.name, ['A', 'B'])", "'A'|'B'"),
    ("attempt(decimal(source.total_price))", "decimal?"),
    ("attempt(source.note) ?? ''", "string"),
    ("hash(source.name)", "string"),
    ("hash(source)", "string"),
    (
        "qbo`select Id from Customer where DisplayName = ${source.name} and Active = ${true}`",
        "string",
    ),
    (
        "soql`SELECT Id FROM Order WHERE Total > ${source.total}`",
        "string",
    ),
];

#[test]
fn expressions_have_their_types() {
    let mut wrong = Vec::new();
    for (expression, expected) in TYPES {
        let mut world = world();
        let outcome = world.check(expression, None);
        let found = outcome
            .typed
            .as_ref()
            .map_or("none".to_owned(), |typed| world.show(&typed.ty));
        if !outcome.problems.is_empty() || found != *expected {
            wrong.push(format!(
                "{expression}\n  expected {expected}\n  found    {found} {:?} {:?}",
                outcome.found(),
                outcome
                    .problems
                    .iter()
                    .map(|p| &p.message)
                    .collect::<Vec<_>>()
            ));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}
