//! Expressions with problems: each gives exactly the codes said, at exactly the text said.

use crate::fixture::{self, World, world};
use crate::mismatches::TYPES;
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
