//! Expressions as TypeScript: what is written, and that Deno accepts all of it.

use std::collections::BTreeSet;

use gusset::emit::typescript::ast::{
    Expression, Function, Item, ItemKind, Module, Parameter, Statement,
};
use gusset::emit::typescript::expression::lower;
use gusset::emit::typescript::imports::{Imports, Place};
use gusset::emit::typescript::runtime::Helper;
use gusset::emit::typescript::unique::Locals;
use gusset::emit::typescript::{print, types as emit};
use gusset::expression::TypedKind;
use gusset::expression::functions::{Emit, all};

use super::deno;
use super::draft::{Draft, Names, world};
use super::fixture::World;

/// An expression, and what it becomes.
const TABLE: &[(&str, &str)] = &[
    // Paths and absence.
    ("source.name", "source.name"),
    (
        "source.customer?.address?.city",
        "source.customer?.address?.city",
    ),
    ("source.note ?? 'none'", "source.note ?? \"none\""),
    (
        "source.customer == null ? 'GUEST' : source.customer.email ?? ''",
        "source.customer == null ? \"GUEST\" : source.customer.email ?? \"\"",
    ),
    (
        "source.customer != null && source.customer.email != null ? source.customer.email : ''",
        "source.customer != null && source.customer.email != null\n  ? source.customer.email\n  : \"\"",
    ),
    ("source['first-seen']", "source[\"first-seen\"]"),
    ("source.lines[0]?.sku", "source.lines.at(0)?.sku"),
    // Below zero `at` would count from the end.
    (
        "source.lines[source.id - 1]?.sku",
        "source.lines[safeInteger(source.id - 1)]?.sku",
    ),
    (
        "source.extra_lines?.[source.id]?.title",
        "source.extra_lines?.[source.id]?.title",
    ),
    (
        "source.extra_lines?.at(-1)?.title",
        "source.extra_lines?.at(-1)?.title",
    ),
    (
        "constants.methods[source.name] ?? '1'",
        "lookup(constants.methods, source.name) ?? \"1\"",
    ),
    (
        "constants.methods[source.lines[0]?.sku ?? ''] ?? '1'",
        "lookup(constants.methods, source.lines.at(0)?.sku ?? \"\") ?? \"1\"",
    ),
    (
        "nonblank(source.note) ?? source.name",
        "nonblank(source.note) ?? source.name",
    ),
    (
        "required(source.note, 'the note')",
        "required(source.note, \"the note\")",
    ),
    // Text.
    (
        "`${source.name} (${source.id})`.trim().toUpperCase()",
        "`${source.name} (${source.id})`.trim().toUpperCase()",
    ),
    (
        "`${source.total}: ${source.paid}`",
        "`${source.total}: ${source.paid}`",
    ),
    (
        "source.name + '-' + source.status",
        "source.name + \"-\" + source.status",
    ),
    (
        "text(source.id).padStart(8, '0')",
        "String(source.id).padStart(8, \"0\")",
    ),
    ("source.tags.join(', ')", "source.tags.join(\", \")"),
    ("'${x} ` \\\\ \\n'", "\"${x} ` \\\\ \\n\""),
    // Conditions.
    ("source.status == 'paid'", "source.status === \"paid\""),
    (
        "source.test == true || !source.paid",
        "source.test === true || !source.paid",
    ),
    (
        "source.paid && (source.id > 5 || source.due <= date('2024-02-29'))",
        "source.paid && (source.id > 5 || source.due <= date(\"2024-02-29\"))",
    ),
    (
        "source.total >= 19.99",
        "source.total.compare(decimal(\"19.99\")) >= 0",
    ),
    ("source.total != 0", "!source.total.equals(decimal(\"0\"))"),
    (
        "source.discount == 0.5",
        "source.discount?.equals(decimal(\"0.5\")) === true",
    ),
    (
        "source.discount != 0.5",
        "source.discount?.equals(decimal(\"0.5\")) !== true",
    ),
    (
        "source.created_at < instant(source.created_text)",
        "compareInstants(source.created_at, instant(source.created_text)) < 0",
    ),
    (
        "constants.countries.includes(source.name)",
        "constants.countries.includes(source.name)",
    ),
    // Numbers.
    ("source.id + 1", "safeInteger(source.id + 1)"),
    ("-source.id", "-source.id"),
    (
        "round(decimal(source.total_price) * line.quantity, 2)",
        "decimal(source.total_price).times(decimal(line.quantity)).round(2)",
    ),
    (
        "round(source.total - (source.discount ?? 0), 2, 'half-even')",
        "source.total.minus(source.discount ?? decimal(\"0\")).round(2, \"half-even\")",
    ),
    (
        "sum(source.lines.map(line_of => line_of.price * line_of.quantity))",
        "sum(source.lines.map((lineOf) => lineOf.price.times(decimal(lineOf.quantity))))",
    ),
    ("min(source.total, amount)", "smaller(source.total, amount)"),
    (
        "max(source.total, 0)",
        "greater(source.total, decimal(\"0\"))",
    ),
    ("max(source.id, 5)", "Math.max(source.id, 5)"),
    ("min(source.counts) ?? 0", "min(source.counts) ?? 0"),
    // Times.
    (
        "dateIn(source.created_at, variables.zone)",
        "dateIn(source.created_at, variables.zone)",
    ),
    (
        "iso(minus(source.created_at, '24h'))",
        "iso(minus(source.created_at, \"24h\"))",
    ),
    (
        "plus(source.created_at, 3, 'days')",
        "plus(source.created_at, \"3d\")",
    ),
    (
        "plus(source.created_at, -3, 'days')",
        "plus(source.created_at, \"-3d\")",
    ),
    (
        "minus(source.created_at, -line.quantity, 'minutes')",
        "minus(source.created_at, `${-line.quantity}m`)",
    ),
    (
        "plus(source.created_at, line.quantity, 'hours')",
        "plus(source.created_at, `${line.quantity}h`)",
    ),
    // Arrays and functions.
    (
        "source.lines.filter(item => item.taxable).map(item => item.title ?? item.sku)",
        "source.lines\n  .filter((item) => item.taxable)\n  .map((item) => item.title ?? item.sku)",
    ),
    (
        "source.lines.map((_item, index) => index)",
        "source.lines.map((_item, index) => index)",
    ),
    (
        "source.lines.map((item, index) => index)",
        "source.lines.map((_item, index) => index)",
    ),
    (
        "source.lines.map(item => 1)",
        "source.lines.map((_item) => 1)",
    ),
    (
        "source.tags.map(lookup => lookup.trim())",
        "source.tags.map((lookup_) => lookup_.trim())",
    ),
    (
        "source.tags.map(lookup => constants.methods[lookup] ?? '')",
        "source.tags.map((lookup_) => lookup(constants.methods, lookup_) ?? \"\")",
    ),
    (
        "source.lines.some(item => item.gift == true)",
        "source.lines.some((item) => item.gift === true)",
    ),
    ("compact(source.codes)", "compact(source.codes)"),
    (
        "[source.status].includes(source.name)",
        "[source.status].some((item) => item === source.name)",
    ),
    (
        "source.lines.map(to_line)",
        "source.lines.map((item) => toLine(item))",
    ),
    (
        "to_receipt(source).DocNumber",
        "toReceipt(source, variables).DocNumber",
    ),
    (
        "join_names(source.name, source.note)",
        "joinNames(source.name, source.note)",
    ),
    ("json(source.tags)", "json(source.tags)"),
    (
        "json(source.lines)",
        "json(source.lines.map(encodeOrderLines))",
    ),
    ("json(source.note)", "json(source.note)"),
    ("hash(line)", "sha256(json(encodeOrderLines(line)))"),
    ("hash(source.name)", "sha256(source.name)"),
    // Unions and tables.
    (
        "source.payment.type == 'card' ? source.payment.last4 : source.payment.iban",
        "source.payment.type === \"card\" ? source.payment.last4 : source.payment.iban",
    ),
    (
        "source.deposit?.type == 'wire' ? source.deposit.iban : ''",
        "source.deposit?.type === \"wire\" ? source.deposit.iban : \"\"",
    ),
    (
        "source.payment.type == 'card' ? source.tags.map(tag => `${tag} ${source.payment.last4}`) : []",
        "source.payment.type === \"card\"\n  ? source.tags.map((tag) =>\n    `${tag} ${(source.payment as OrderPaymentCard).last4}`\n  )\n  : []",
    ),
    (
        "typeof source.weight == 'string' ? source.weight.trim() : source.weight.toFixed(2)",
        "typeof source.weight === \"string\"\n  ? source.weight.trim()\n  : source.weight.toFixed(2)",
    ),
    (
        "typeof source.weight == 'number' ? source.weight : decimal(source.weight)",
        "source.weight instanceof Decimal ? source.weight : decimal(source.weight)",
    ),
    (
        "typeof source.seller == 'object' ? source.seller.last4 : source.seller",
        "typeof source.seller === \"object\" ? source.seller.last4 : source.seller",
    ),
    ("decimal(source.weight)", "decimal(source.weight)"),
    ("integer(source.weight)", "integer(source.weight)"),
    ("text(source.weight)", "String(source.weight)"),
    ("`${source.weight} kg`", "`${source.weight} kg`"),
    ("source.weight == 'heavy'", "source.weight === \"heavy\""),
    (
        "constants.letters[source.status]",
        "constants.letters[source.status]",
    ),
    (
        "constants.letters[source.name] ?? 'X'",
        "lookup(constants.letters, source.name) ?? \"X\"",
    ),
    (
        "source.status == 'cancelled' ? 0 : constants.days[source.status]",
        "source.status === \"cancelled\" ? 0 : constants.days[source.status]",
    ),
    // Text that is cut, and text that is put in.
    (
        "source.name.slice(0, 3)",
        "source.name.slice(0, 3).toWellFormed()",
    ),
    (
        "source.note?.at(-1) ?? ''",
        "source.note?.at(-1)?.toWellFormed() ?? \"\"",
    ),
    (
        "source.name.padEnd(9, '😀')",
        "source.name.padEnd(9, \"😀\").toWellFormed()",
    ),
    (
        "source.name.replaceAll(' ', '-')",
        "source.name.replaceAll(\" \", \"-\")",
    ),
    (
        "source.name.replace('#', '$')",
        "source.name.replace(\"#\", literally(\"$\"))",
    ),
    (
        "source.name.replaceAll(source.status, source.total_price)",
        "source.name.replaceAll(source.status, literally(source.total_price))",
    ),
    (
        "source.name.replaceAll(source.total_price, 'x')",
        "source.name.replaceAll(source.total_price, \"x\").toWellFormed()",
    ),
    ("truncate(source.name, 21)", "truncate(source.name, 21)"),
    ("digits(source.name)", "digits(source.name)"),
    (
        "qbo`where Name = ${source.name} and Id = ${source.id} and Active = ${source.paid}`",
        "`where Name = ${qboText(source.name)} and Id = ${\n  qboText(source.id)\n} and Active = ${String(source.paid)}`",
    ),
    (
        "soql`WHERE Name = ${source.name} AND Total > ${source.total}`",
        "`WHERE Name = ${soqlText(source.name)} AND Total > ${String(source.total)}`",
    ),
    // Numbers and money.
    ("source.id % 2", "source.id % 2"),
    (
        "source.id % line.quantity",
        "remainder(source.id, line.quantity)",
    ),
    ("source.total.toFixed(2)", "source.total.toFixed(2)"),
    ("source.id.toFixed(2)", "source.id.toFixed(2)"),
    (
        "divide(source.total, 3, 2)",
        "source.total.dividedBy(decimal(\"3\"), 2)",
    ),
    (
        "fromMinor(source.id, source.name)",
        "fromMinor(source.id, source.name)",
    ),
    (
        "toMinor(source.total, 'USD')",
        "toMinor(source.total, \"USD\")",
    ),
    // Lists.
    ("source.tags.toReversed()", "source.tags.toReversed()"),
    (
        "source.lines.findLast(l => l.taxable)",
        "source.lines.findLast((l) => l.taxable)",
    ),
    (
        "sortBy(source.lines, l => l.price)",
        "sortBy(source.lines, (l) => l.price)",
    ),
    (
        "sortBy([source], order => order.created_at, 'descending')",
        "sortByInstant([source], (order) => order.created_at, \"descending\")",
    ),
    (
        "groupBy(source.lines, l => l.sku).map(group => group.items.length)",
        "groupBy(source.lines, (l) => l.sku).map((group) => group.items.length)",
    ),
    (
        "groupBy(source.lines, l => l.taxable)",
        "groupBy(source.lines, (l) => l.taxable)",
    ),
    ("chunk(source.tags, 10)", "chunk(source.tags, 10)"),
    (
        "source.labels == null ? [] : entries(source.labels)",
        "source.labels == null ? [] : entries(source.labels)",
    ),
    (
        "oneOf(source.name, ['A', 'B'])",
        "oneOf(source.name, [\"A\", \"B\"])",
    ),
    (
        "attempt(decimal(source.name)) ?? 0",
        "attempted(() => decimal(source.name)) ?? decimal(\"0\")",
    ),
    (
        "source.customer == null ? null : attempt(decimal(source.customer.id)) ?? null",
        "source.customer == null\n  ? null\n  : attempted(() => decimal(present(source.customer).id)) ?? null",
    ),
    // Dates.
    (
        "plus(source.due, 1, 'months')",
        "addToDate(source.due, 1, \"months\")",
    ),
    (
        "minus(source.due, 30, 'days')",
        "addToDate(source.due, -30, \"days\")",
    ),
    (
        "minus(source.due, source.id, 'weeks')",
        "addToDate(source.due, -source.id, \"weeks\")",
    ),
    (
        "daysBetween(source.due, source.due)",
        "daysBetween(source.due, source.due)",
    ),
    (
        "startOfDay(source.due, 'UTC')",
        "startOfDate(source.due, \"UTC\")",
    ),
    (
        "formatDate(source.due, 'dd.MM.yyyy')",
        "formatDate(source.due, \"dd.MM.yyyy\")",
    ),
    (
        "formatDate(source.created_at, 'HH:mm', 'UTC')",
        "formatInstant(source.created_at, \"HH:mm\", \"UTC\")",
    ),
    (
        "date(source.name, 'M/d/yyyy')",
        "parseDate(source.name, \"M/d/yyyy\")",
    ),
    (
        "instant(source.name, 'UTC')",
        "localInstant(source.name, \"UTC\")",
    ),
    ("fromEpochSeconds(source.id)", "fromEpochSeconds(source.id)"),
    (
        "epochMilliseconds(source.created_at)",
        "epochMilliseconds(source.created_at)",
    ),
];

struct Project {
    imports: Imports,
    items: Vec<Item>,
}

/// Every expression of the table in a function of the type that gusset gives it.
fn lowered(world: &mut World) -> Project {
    let names = Names::new();
    let taken = names.taken();
    let locals = Locals::within(&taken);
    let mut imports = Imports::new(Place::Root);
    let parameters = ["source", "line", "variables", "amount"].map(|name| {
        let ty = world.scope.binding(name).unwrap().ty.clone();
        Parameter::typed(name, emit::value_type(&ty, &world.types, &mut imports))
    });
    let mut items = Vec::new();
    let mut wrong = Vec::new();
    for (number, (text, expected)) in TABLE.iter().enumerate() {
        let outcome = world.check(text, None);
        assert!(outcome.problems.is_empty(), "{text}: {:?}", outcome.found());
        let typed = outcome.typed.unwrap();
        let roots = names.roots(&locals, &world.types);
        let value = lower(&typed, &roots, &mut imports);
        let written = statement_text(&value);
        if written != *expected {
            wrong.push(format!(
                "{text}\n  expected: {expected}\n  written:  {written}"
            ));
        }
        let returns = emit::value_type(&typed.ty, &world.types, &mut imports);
        let mut used = BTreeSet::new();
        typed.walk(&mut |part| {
            if let TypedKind::Name { name, .. } = &part.kind {
                used.insert(name.as_str());
            }
        });
        items.push(Item::exported(ItemKind::Function(Function {
            asynchronous: false,
            name: format!("case{number}"),
            type_parameters: Vec::new(),
            parameters: parameters
                .iter()
                .filter(|parameter| {
                    used.contains(parameter.name.as_str())
                        || (parameter.name == "variables" && written.contains("variables"))
                })
                .cloned()
                .collect(),
            returns: Some(returns),
            body: vec![Statement::Return(Some(value))],
        })));
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    Project { imports, items }
}

/// As it stands at the start of a line.
fn statement_text(value: &Expression) -> String {
    let module = Module {
        header: None,
        imports: Vec::new(),
        items: vec![Item::statement(Statement::Expression(value.clone()))],
    };
    let text = print::module(&module);
    text.trim_end().trim_end_matches(';').to_owned()
}

#[test]
fn expressions_become_what_deno_accepts() {
    let mut world = world();
    let Project { imports, items } = lowered(&mut world);
    let module = Module {
        header: None,
        imports: imports.to_ast(),
        items,
    };
    let mut draft = Draft::default();
    draft.add("cases.ts", &imports, print::module(&module));
    let folder = draft.write(&world);
    for deno in deno::both() {
        for arguments in [
            &["check", "src/cases.ts"][..],
            &["lint", "src/cases.ts"],
            &["fmt", "--check", "src"],
        ] {
            let run = deno.run(folder.path(), arguments);
            run.assert_success(&format!("{} deno {}", deno.name, arguments.join(" ")));
        }
    }
}

#[test]
fn every_function_has_its_helper() {
    for function in all() {
        for signature in function.signatures {
            if let Emit::Helper(name) | Emit::Shift(name) | Emit::Lazy(name) = signature.emit {
                assert!(Helper::named(name).is_some(), "{}: {name}", function.name);
            }
        }
    }
}
