//! Expressions with problems: each gives exactly the codes said, at exactly the text said.

use crate::fixture::{self, World, world};
use gusset::types::{Kind, Ty};

/// The expression, what is expected of it, and the problems.
pub type Row = (&'static str, &'static str, &'static [&'static str]);

const SYNTAX: &[Row] = &[
    ("", "", &["GS0508 "]),
    ("  ", "", &["GS0508   "]),
    ("source.", "", &["GS0501 "]),
    ("source..name", "", &["GS0501 ."]),
    ("source.name source.id", "", &["GS0501 source"]),
    ("source.id +", "", &["GS0501 "]),
    ("(source.id", "", &["GS0502 ("]),
    ("source.id)", "", &["GS0501 )"]),
    ("[1, 2", "", &["GS0502 ["]),
    ("{ a: 1", "", &["GS0502 {"]),
    ("{ a 1 }", "", &["GS0501 1"]),
    ("{ a: 1 b: 2 }", "", &["GS0501 b"]),
    ("{ a: 1, b: , c: nope }", "", &["GS0501 ,", "GS0511 nope"]),
    ("{ a = 1 }", "", &["GS0501 ="]),
    ("'abc", "", &["GS0502 'abc"]),
    ("`abc", "", &["GS0502 `"]),
    ("`a${source.id", "", &["GS0502 `"]),
    ("`a${}`", "", &["GS0508 }"]),
    ("'a\\qb'", "", &["GS0510 \\q"]),
    ("'a\\u12'", "", &["GS0510 \\u12"]),
    ("source.id === 1", "", &["GS0504 ==="]),
    ("source.id !== 1", "", &["GS0504 !=="]),
    ("price ?? amount || 1", "", &["GS0505 ??"]),
    (
        "source.test ?? source.paid || source.paid",
        "",
        &["GS0505 ??"],
    ),
    (
        "source.paid && source.test ?? source.paid",
        "",
        &["GS0505 ??"],
    ),
    ("source.id / 2", "", &["GS0503 /"]),
    ("source.id ** 2", "", &["GS0503 **"]),
    ("source.id = 2", "", &["GS0503 ="]),
    ("source.id += 2", "", &["GS0503 +="]),
    ("source.id++", "", &["GS0503 ++"]),
    ("source.id & 2", "", &["GS0503 &"]),
    ("source.id; 2", "", &["GS0503 ;"]),
    ("source.id // the id", "", &["GS0503 //"]),
    ("source.id /* the id */", "", &["GS0503 /*"]),
    ("new Date()", "", &["GS0503 new"]),
    ("source.id typeof", "", &["GS0503 typeof"]),
    ("await source.id", "", &["GS0503 await"]),
    ("function (x) { return x }", "", &["GS0503 function"]),
    ("{ ...source }", "", &["GS0503 ..."]),
    ("[...source.tags]", "", &["GS0503 ..."]),
    ("{ [source.name]: 1 }", "", &["GS0503 ["]),
    ("x => x", "", &["GS0536 =>"]),
    ("(x) => x", "", &["GS0536 =>"]),
    ("source.lines.map(l => { sku: l.sku })", "", &["GS0503 {"]),
    ("source.lines.map(l => { return l.sku })", "", &["GS0503 {"]),
    ("source.lines.map((l, 1) => l)", "", &["GS0503 1"]),
    ("source.lines.map(({ sku }, i) => sku)", "", &["GS0503 {"]),
    ("source.name.?id", "", &["GS0501 ?"]),
    ("source?.(1)", "", &["GS0503 ("]),
    ("source.name and source.id", "", &["GS0501 and"]),
    ("not source.paid", "", &["GS0503 not"]),
    ("source.paid ? 1", "", &["GS0501 "]),
    ("(source.paid ? 1)", "", &["GS0501 )"]),
    ("sql`select ${source.name}`", "", &["GS0515 sql"]),
    ("qb`select ${source.name}`", "", &["GS0515 qb"]),
    ("qbo`select ${source.note}`", "", &["GS0521 source.note"]),
    ("qbo`select ${source.lines}`", "", &["GS0520 source.lines"]),
    ("source.name`a`", "", &["GS0503 source.name"]),
    ("1e5", "", &["GS0509 1e5"]),
    ("0x10", "", &["GS0509 0x10"]),
    ("012", "", &["GS0509 012"]),
    (".5", "", &["GS0509 .5"]),
    ("1__0", "", &["GS0509 1__0"]),
    ("10n", "", &["GS0509 10n"]),
    ("9007199254740992", "", &["GS0509 9007199254740992"]),
    (
        "12345678901234567890123456789012345.5",
        "",
        &["GS0509 12345678901234567890123456789012345.5"],
    ),
    ("source.name == ‘x’", "", &["GS0501 ‘"]),
    ("+source.id", "", &["GS0503 +"]),
    ("(source.id, source.name)", "", &["GS0501 ,"]),
    ("f(1)(2)", "", &["GS0501 ("]),
    ("round(1.5 2)", "", &["GS0501 2"]),
    ("round(source.total * (1 + 2, 2)", "", &["GS0501 ,"]),
    ("[a(, b(]", "", &["GS0501 ,", "GS0502 ("]),
    ("source.id as string", "", &["GS0503 as"]),
    ("source.name!", "", &["GS0501 !"]),
    ("source[]", "", &["GS0501 ]"]),
];

const NAMES: &[Row] = &[
    ("sorce.name", "", &["GS0511 sorce"]),
    ("{ a: nope, b: nada }", "", &["GS0511 nope", "GS0511 nada"]),
    ("undefined", "", &["GS0511 undefined"]),
    ("Math.round(source.total)", "", &["GS0511 Math"]),
    ("trigger.body.id", "", &["GS0514 trigger"]),
    ("steps.later.body", "", &["GS0514 later"]),
    ("steps.creat.status", "", &["GS0513 creat"]),
    ("source.naem", "", &["GS0513 naem"]),
    ("source.customer?.adress?.city", "", &["GS0513 adress"]),
    ("source.city", "", &["GS0513 city"]),
    ("source.name.lenght", "", &["GS0513 lenght"]),
    ("source.tags.size", "", &["GS0513 size"]),
    ("source.lines.sku", "", &["GS0513 sku"]),
    ("source.id.foo", "", &["GS0513 foo"]),
    ("source.name.trim", "", &["GS0516 trim"]),
    ("source.name.length()", "", &["GS0516 length"]),
    ("source.total.round(2)", "", &["GS0516 round"]),
    ("trim(source.name)", "", &["GS0516 trim"]),
    ("line.to_line()", "", &["GS0516 to_line"]),
    ("source.name.upper()", "", &["GS0515 upper"]),
    ("source.name.toUpper()", "", &["GS0515 toUpper"]),
    ("source.name.trimm()", "", &["GS0515 trimm"]),
    ("source.name.toFixed(2)", "", &["GS0515 toFixed"]),
    ("toFixed(source.total, 2)", "", &["GS0516 toFixed"]),
    ("qbo(source.name)", "", &["GS0515 qbo"]),
    ("source.id.trim()", "", &["GS0515 trim"]),
    ("source.lines.push(1)", "", &["GS0515 push"]),
    ("rond(source.total, 2)", "", &["GS0515 rond"]),
    ("Number(source.name)", "", &["GS0515 Number"]),
    ("upper(source.name)", "", &["GS0515 upper"]),
    ("len(source.name)", "", &["GS0515 len"]),
    ("to_lines(source)", "", &["GS0515 to_lines"]),
    ("source.lines.map(to_lin)", "", &["GS0515 to_lin"]),
    ("source.lines.map(source => source)", "", &["GS0517 source"]),
    (
        "source.lines.map(l => source.tags.map(l => l))",
        "",
        &["GS0517 l"],
    ),
    ("source.lines.map(to_line => 1)", "", &["GS0517 to_line"]),
    ("to_line", "", &["GS0536 to_line"]),
    ("round", "", &["GS0536 round"]),
    ("amount(1)", "", &["GS0536 amount"]),
    ("source.lines.map(amount)", "", &["GS0536 amount"]),
    ("source.counts.map(text)", "", &["GS0536 text"]),
    ("[x => x]", "", &["GS0536 =>"]),
    ("round(x => x, 2)", "", &["GS0536 x => x"]),
];

const TEXT: &[Row] = &[
    ("pending", "string", &["GS0512 pending"]),
    ("pending", "", &["GS0512 pending"]),
    ("application/json", "string", &["GS0512 application/json"]),
    ("2022-10-19", "string", &["GS0512 2022-10-19"]),
    ("hello world", "string", &["GS0512 hello world"]),
    ("Bearer abc-def", "string", &["GS0512 Bearer abc-def"]),
    (
        "text/html; charset=utf-8",
        "string",
        &["GS0512 text/html; charset=utf-8"],
    ),
    ("jane@example.com", "string", &["GS0512 jane@example.com"]),
    ("*/*", "string", &["GS0512 */*"]),
    ("Sale", "kind", &["GS0512 Sale"]),
    ("refund", "kind", &["GS0512 refund"]),
    ("Refunds", "kind", &["GS0512 Refunds"]),
    ("example.com", "string", &["GS0511 example"]),
    ("amuont", "string", &["GS0511 amuont"]),
    ("amuont", "decimal", &["GS0511 amuont"]),
    ("total", "string", &["GS0511 total"]),
    ("pending", "decimal", &["GS0511 pending"]),
    ("subtotal / quantity", "decimal", &["GS0503 /"]),
];

const TYPES: &[Row] = &[
    ("source.name", "integer", &["GS0520 source.name"]),
    ("source.id", "string", &["GS0520 source.id"]),
    ("source.total", "string", &["GS0520 source.total"]),
    ("'12'", "decimal", &["GS0520 '12'"]),
    ("source.created_at", "string", &["GS0520 source.created_at"]),
    ("source.total", "integer", &["GS0520 source.total"]),
    ("source.tags", "string", &["GS0520 source.tags"]),
    ("source.anything", "string", &["GS0520 source.anything"]),
    ("source.note", "boolean", &["GS0520 source.note"]),
    ("source.test", "boolean", &["GS0521 source.test"]),
    ("source.labels.colour", "", &["GS0521 source.labels"]),
    (
        "source.customer?.labels.colour.trim()",
        "",
        &["GS0521 source.customer?.labels.colour"],
    ),
    ("source.lines", "lines", &["GS0520 source.lines"]),
    ("source.note", "string", &["GS0521 source.note"]),
    ("null", "string", &["GS0521 null"]),
    (
        "source.paid ? 'a' : source.note",
        "string",
        &["GS0521 source.note"],
    ),
    ("source.paid ? 1 : 'a'", "integer", &["GS0520 'a'"]),
    ("source.customer.email", "", &["GS0521 source.customer"]),
    (
        "source.customer?.address.city",
        "",
        &["GS0521 source.customer?.address"],
    ),
    (
        "source.extra_lines.map(l => l.sku)",
        "",
        &["GS0521 source.extra_lines"],
    ),
    ("source.extra_lines[0]", "", &["GS0521 source.extra_lines"]),
    ("source.lines.at(0).sku", "", &["GS0521 source.lines.at(0)"]),
    (
        "constants.methods.visa.trim()",
        "",
        &["GS0521 constants.methods.visa"],
    ),
    ("price + 1", "", &["GS0521 price"]),
    ("1 + price", "", &["GS0521 price"]),
    ("-price", "", &["GS0521 price"]),
    ("price > 1", "", &["GS0521 price"]),
    ("`a ${source.note}`", "", &["GS0521 source.note"]),
    ("round(price, 2)", "", &["GS0521 price"]),
    (
        "source.name.split(source.note)",
        "",
        &["GS0521 source.note"],
    ),
    ("source.codes.join(',')", "", &["GS0521 source.codes"]),
    ("price != null ? 1 : price", "decimal", &["GS0521 price"]),
    ("source.test ? 1 : 2", "", &["GS0521 source.test"]),
    ("source?.name", "", &["GS0522 ?."]),
    ("source.lines?.[0]", "", &["GS0522 ?."]),
    ("source.name ?? 'x'", "", &["GS0522 ??"]),
    ("source.name == null", "", &["GS0522 source.name == null"]),
    ("source.name ? 1 : 2", "", &["GS0523 source.name"]),
    ("!source.lines", "", &["GS0523 source.lines"]),
    ("source.note || 'x'", "", &["GS0523 source.note"]),
    ("source.name && source.paid", "", &["GS0523 source.name"]),
    ("source.lines.filter(l => l.sku)", "", &["GS0523 l.sku"]),
    ("source.lines.filter(l => l.gift)", "", &["GS0521 l.gift"]),
    ("source.name * 2", "", &["GS0524 *"]),
    ("source.total % 2", "", &["GS0524 %"]),
    ("source.name + 2", "", &["GS0524 +"]),
    ("source.created_at - 2", "", &["GS0524 -"]),
    ("source.tags + source.tags", "", &["GS0524 +"]),
    ("-source.name", "", &["GS0524 -source.name"]),
    ("source.name < 'b'", "", &["GS0524 <"]),
    ("source.paid < true", "", &["GS0524 <"]),
    ("1 < source.id < 5", "", &["GS0524 <"]),
    ("source[source.name]", "", &["GS0524 source.name"]),
    ("source.lines[-1]", "", &["GS0524 -1"]),
    ("source.id[0]", "", &["GS0524 0"]),
    ("source.id == 'a'", "", &["GS0525 =="]),
    ("source.due == '2024-02-29'", "", &["GS0525 =="]),
    ("source.due < source.created_at", "", &["GS0525 <"]),
    ("source.lines == []", "", &["GS0525 =="]),
    ("source.status == source.kind", "", &["GS0525 =="]),
    ("source.status == 'opne'", "", &["GS0526 'opne'"]),
    ("'shut' == source.status", "", &["GS0526 'shut'"]),
    ("'Sales'", "kind", &["GS0526 'Sales'"]),
    ("source.name", "kind", &["GS0526 source.name"]),
    ("source.status", "kind", &["GS0526 source.status"]),
    (
        "source.paid ? 'Sale' : 'Refnud'",
        "kind",
        &["GS0526 'Refnud'"],
    ),
    ("source.total", "money", &["GS0527 source.total"]),
    ("19.999", "money", &["GS0527 19.999"]),
    (
        "round(source.total, 3)",
        "money",
        &["GS0527 round(source.total, 3)"],
    ),
    (
        "{ Amount: 1, Qty: 2, Quantity: 3 }",
        "line",
        &["GS0528 Quantity"],
    ),
    ("{ Ammount: 1, Qty: 2 }", "line", &["GS0528 Ammount"]),
    ("{ Qty: 2 }", "line", &["GS0529 {"]),
    ("{ Qty: 2, Qty: 3, Amount: 1 }", "line", &["GS0530 Qty"]),
    ("{ a: 1, 'a': 2 }", "", &["GS0530 'a'"]),
    (
        "source.lines.map(l => ({ Qty: l.sku, Amount: 1 }))",
        "lines",
        &["GS0520 l.sku"],
    ),
    (
        "source.lines.map(l => ({ Qty: l.quantity, Amount: l.price }))",
        "lines",
        &["GS0527 l.price"],
    ),
    (
        "source.lines.map(l => ({ Qty: 1 }))",
        "lines",
        &["GS0529 {"],
    ),
    ("source.paid ? [] : [{ Qty: 1 }]", "lines", &["GS0529 {"]),
    ("source.tags.map(to_line)", "", &["GS0520 to_line"]),
    ("source.lines.map(to_line)", "strings", &["GS0520 to_line"]),
    ("to_line(source)", "", &["GS0520 source"]),
    ("to_line()", "", &["GS0531 to_line"]),
    ("to_line(line, 1)", "", &["GS0531 to_line"]),
    (
        "join_names(source.note, source.name)",
        "",
        &["GS0521 source.note"],
    ),
    ("source.name.trim(1)", "", &["GS0531 trim"]),
    ("round(source.total)", "", &["GS0531 round"]),
    ("source.lines.map((a, b, c) => a)", "", &["GS0531 c"]),
    ("round(source.name, 2)", "", &["GS0520 source.name"]),
    ("sum(source.tags)", "", &["GS0520 source.tags"]),
    ("text(source.lines)", "", &["GS0520 source.lines"]),
    ("min(source.id, 'a')", "", &["GS0520 'a'"]),
    ("source.counts.join(',')", "", &["GS0515 join"]),
    ("source.tags.includes(1)", "", &["GS0520 1"]),
    ("source.lines.flatMap(l => l.sku)", "", &["GS0520 l.sku"]),
    (
        "dateIn(source.created_at, 'Europe/Pariss')",
        "",
        &["GS0532 'Europe/Pariss'"],
    ),
    (
        "dateIn(source.created_text, 'UTC')",
        "",
        &["GS0520 source.created_text"],
    ),
    ("plus(source.created_at, 3, 'hour')", "", &["GS0532 'hour'"]),
    (
        "plus(source.created_at, '3 days')",
        "",
        &["GS0532 '3 days'"],
    ),
    ("round(source.total, 2, 'half')", "", &["GS0532 'half'"]),
    ("round(source.total, source.id)", "", &["GS0532 source.id"]),
    ("date('2024-02-30')", "", &["GS0532 '2024-02-30'"]),
    (
        "instant('2024-02-29T00:00:00')",
        "",
        &["GS0532 '2024-02-29T00:00:00'"],
    ),
    ("decimal('1,5')", "", &["GS0532 '1,5'"]),
    ("source.name.split('')", "", &["GS0532 ''"]),
    (
        "source.name.split(source.name)",
        "",
        &["GS0532 source.name"],
    ),
    ("source.name.replaceAll('', '-')", "", &["GS0532 ''"]),
    ("truncate(source.name, 0)", "", &["GS0532 0"]),
    (
        "truncate(source.name, source.id)",
        "",
        &["GS0532 source.id"],
    ),
    ("source.name.padStart(5000)", "", &["GS0532 5000"]),
    ("chunk(source.tags, -1)", "", &["GS0532 -1"]),
    ("fromMinor(source.id, 'EURO')", "", &["GS0532 'EURO'"]),
    ("date(source.name, 'MM/dd/yy')", "", &["GS0532 'MM/dd/yy'"]),
    ("date(source.name, 'Mdyyyy')", "", &["GS0532 'Mdyyyy'"]),
    (
        "date(source.name, source.name)",
        "",
        &["GS0532 source.name"],
    ),
    (
        "formatDate(source.due, 'dd. MMM yyyy')",
        "",
        &["GS0532 'dd. MMM yyyy'"],
    ),
    ("formatDate(source.due, 'HH:mm')", "", &["GS0532 'HH:mm'"]),
    (
        "formatDate(source.created_at, 'yyyy')",
        "",
        &["GS0520 source.created_at"],
    ),
    (
        "instant('2024-02-29T00:00:00Z', 'UTC')",
        "",
        &["GS0532 '2024-02-29T00:00:00Z'"],
    ),
    ("date('1850-01-01')", "", &["GS0532 '1850-01-01'"]),
    ("plus(source.due, 3, 'hours')", "", &["GS0532 'hours'"]),
    ("sortBy(source.lines, l => l)", "", &["GS0520 l"]),
    (
        "sortBy(source.lines, l => l.title)",
        "",
        &["GS0521 l.title"],
    ),
    ("sortBy(source.lines, to_line)", "", &["GS0520 to_line"]),
    (
        "sortBy(source.lines, l => l.sku, 'up')",
        "",
        &["GS0532 'up'"],
    ),
    (
        "groupBy(source.lines, l => l.price)",
        "",
        &["GS0520 l.price"],
    ),
    (
        "oneOf(source.name, source.tags)",
        "",
        &["GS0520 source.tags"],
    ),
    (
        "oneOf(source.name, ['Sale', 'Gift'])",
        "kind",
        &["GS0526 oneOf(source.name, ['Sale', 'Gift'])"],
    ),
    (
        "attempt(decimal(source.total_price))",
        "decimal",
        &["GS0521 attempt(decimal(source.total_price))"],
    ),
    ("entries(source.lines)", "", &["GS0520 source.lines"]),
    ("integer('1.5')", "", &["GS0532 '1.5'"]),
    ("source.anything.id", "", &["GS0533 id"]),
    ("source.anything[0]", "", &["GS0533 0"]),
    ("source.anything.trim()", "", &["GS0533 trim"]),
    ("source.anything == 1", "", &["GS0533 =="]),
    ("`${source.created_at}`", "", &["GS0534 source.created_at"]),
    ("`${source.lines}`", "", &["GS0534 source.lines"]),
    ("`${null}`", "", &["GS0534 null"]),
    ("source.paid ? 1 : 'a'", "", &["GS0537 'a'"]),
    ("[1, 'a']", "", &["GS0537 'a'"]),
    ("source.note ?? 1", "", &["GS0537 1"]),
    (
        "source.lines.find(l => l.title == source.note)",
        "",
        &["GS0538 =="],
    ),
    // Unions and tables.
    ("source.payment.last4", "", &["GS0513 last4"]),
    ("source.payment.lats4", "", &["GS0513 lats4"]),
    ("source.seller.last4", "", &["GS0513 last4"]),
    ("source.payment.type == 'cash'", "", &["GS0526 'cash'"]),
    (
        "source.payment.type == 'card' ? '' : source.payment.last4",
        "",
        &["GS0513 last4"],
    ),
    (
        "source.payment.type == 'card' || source.paid ? source.payment.last4 : ''",
        "",
        &["GS0513 last4"],
    ),
    ("source.deposit.type", "", &["GS0521 source.deposit"]),
    ("source.weight.trim()", "", &["GS0515 trim"]),
    ("source.weight", "decimal", &["GS0520 source.weight"]),
    ("source.weight * 2", "", &["GS0524 *"]),
    ("source.weight == true", "", &["GS0525 =="]),
    ("decimal(source.seller)", "", &["GS0520 source.seller"]),
    ("typeof source.weight", "", &["GS0524 typeof source.weight"]),
    (
        "typeof source.name == 'string'",
        "",
        &["GS0525 typeof source.name == 'string'"],
    ),
    ("typeof source.weight == 'text'", "", &["GS0532 'text'"]),
    (
        "typeof source.weight == 'boolean'",
        "",
        &["GS0532 'boolean'"],
    ),
    (
        "constants.letters[source.kind]",
        "",
        &["GS0521 source.kind"],
    ),
    (
        "constants.days[source.status]",
        "integer",
        &["GS0521 constants.days[source.status]"],
    ),
    ("constants.letters['opne']", "", &["GS0513 'opne'"]),
    (
        "constants.letters[source.kind ?? 'gift']",
        "",
        &["GS0513 source.kind ?? 'gift'"],
    ),
    (
        "source.status == 'open' && source.status == 'paid'",
        "",
        &["GS0526 'paid'"],
    ),
    (
        "source.paid ? { type: 'card', amount: 1, last4: '1' } : null",
        "payment",
        &["GS0521 null"],
    ),
    ("{ type: 'card', amount: 1 }", "payment", &["GS0529 {"]),
    ("{ type: 'crad', amount: 1 }", "payment", &["GS0526 'crad'"]),
    ("{ amount: 1 }", "payment", &["GS0529 {"]),
    (
        "{ type: source.payment.type, amount: 1 }",
        "payment",
        &["GS0520 source.payment.type"],
    ),
    (
        "{ type: 'bank', amount: 1, iban: '', last4: '' }",
        "payment",
        &["GS0528 last4"],
    ),
    ("source.paid", "payment", &["GS0520 source.paid"]),
    (
        "source.test == true || source.test == true",
        "",
        &["GS0525 source.test == true"],
    ),
    (
        "source.paid ? source.paid == false : source.paid",
        "",
        &["GS0525 source.paid == false"],
    ),
    ("12 > 0 ? 1 : 2", "", &["GS0525 12 > 0"]),
    ("'a' == 'a'", "", &["GS0525 'a' == 'a'"]),
    ("true ? 1 : 2", "", &["GS0525 true"]),
    (
        "['a', 'b'].includes(source.status)",
        "",
        &["GS0526 source.status"],
    ),
    ("`a` + 'b' == 'c'", "", &["GS0525 `a` + 'b' == 'c'"]),
    (
        "source.note == null ? source.note.trim() : ''",
        "",
        &["GS0521 source.note"],
    ),
    (
        "source.note == null ? required(source.note, 'why') : ''",
        "",
        &["GS0521 source.note"],
    ),
    // What is wrong already is told once.
    ("nope + nada", "", &["GS0511 nope", "GS0511 nada"]),
    ("nope.a.b.map(x => x.y) + 1", "string", &["GS0511 nope"]),
    ("round(nope, 'x')", "", &["GS0511 nope"]),
    ("source.naem.trim().foo()", "integer", &["GS0513 naem"]),
    ("nope ? 1 : 'a'", "integer", &["GS0511 nope", "GS0520 'a'"]),
];

pub fn expected(world: &World, name: &str) -> Option<Ty> {
    Some(match name {
        "" => return None,
        "string" => fixture::string(),
        "integer" => fixture::integer(),
        "decimal" => fixture::decimal(),
        "boolean" => Ty::new(Kind::Boolean),
        "money" => fixture::places(2),
        "kind" => fixture::one_of(&["Sale", "Refund"]),
        "strings" => fixture::array(fixture::string()),
        "payment" => Ty::new(Kind::Union(gusset::types::UnionId(0))),
        "line" | "lines" => {
            let at = world
                .types
                .records
                .iter()
                .position(|r| r.part == "receipt.Line[]");
            let id = u32::try_from(at.expect("is in the world")).expect("is small");
            let line = Ty::new(Kind::Record(gusset::types::RecordId(id)));
            if name == "line" {
                line
            } else {
                fixture::array(line)
            }
        }
        other => panic!("no expectation {other}"),
    })
}

/// All rows.
pub fn rows() -> impl Iterator<Item = &'static Row> {
    [SYNTAX, NAMES, TEXT, TYPES].into_iter().flatten()
}

fn check_rows(rows: &[Row]) {
    let mut wrong = Vec::new();
    for (expression, target, codes) in rows {
        let mut world = world();
        let ty = expected(&world, target);
        let outcome = world.check(expression, ty.as_ref());
        let found = outcome.found();
        if found != *codes {
            let messages: Vec<&String> = outcome.problems.iter().map(|p| &p.message).collect();
            wrong.push(format!(
                "{expression} [{target}]\n  expected {codes:?}\n  found    {found:?} {messages:?}"
            ));
        }
        for problem in &outcome.problems {
            let help = problem.help.as_deref().unwrap_or_default();
            if help.is_empty() || problem.message.ends_with('.') || help.ends_with('.') {
                wrong.push(format!("{expression}: {} {help}", problem.message));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn syntax_problems() {
    check_rows(SYNTAX);
}

#[test]
fn name_problems() {
    check_rows(NAMES);
}

#[test]
fn text_without_quotes() {
    check_rows(TEXT);
}

#[test]
fn type_problems() {
    check_rows(TYPES);
}

#[test]
fn every_code_has_a_row_or_a_test() {
    let rows = [SYNTAX, NAMES, TEXT, TYPES].concat();
    let mut codes: Vec<String> = rows
        .iter()
        .flat_map(|(_, _, found)| found.iter())
        .map(|found| found[..6].to_owned())
        .collect();
    codes.extend(crate::manifests::codes());
    // Depth and paths have tests of their own.
    for code in gusset::diagnostics::codes::expressions::ALL {
        let elsewhere = ["GS0506", "GS0535"].contains(&code.id);
        assert!(
            elsewhere || codes.iter().any(|seen| seen == code.id),
            "{} {}",
            code.id,
            code.name
        );
    }
}
