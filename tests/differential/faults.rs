//! Faults planted in the emitted TypeScript, one at a time: the comparison must find each.
//!
//! When a helper is written anew, its row here has to be, too: a fault whose text is not in
//! the output fails the test.

use std::collections::BTreeMap;

use gusset::expression::functions::Pattern;
use gusset::types::{DateTimeWire, Kind, Ty};

use crate::build::any;
use crate::calls;
use crate::compare::{Inputs, Tally};
use crate::program::Program;
use crate::random::Random;
use crate::session::{Outcome, Session};
use crate::shape;
use crate::support::deno;

struct Fault {
    /// A part of a path in the output.
    file: &'static str,
    old: &'static str,
    new: &'static str,
    /// Functions that go through it; none for what decodes and encodes.
    of: &'static [&'static str],
}

const fn fault(
    file: &'static str,
    old: &'static str,
    new: &'static str,
    of: &'static [&'static str],
) -> Fault {
    Fault { file, old, new, of }
}

const FAULTS: &[Fault] = &[
    fault(
        "decimal.ts",
        "return over || half;",
        "return over;",
        &["round", "divide"],
    ),
    fault(
        "decimal.ts",
        "quotient % 2n !== 0n",
        "quotient % 2n === 0n",
        &["round", "divide"],
    ),
    fault(
        "decimal.ts",
        "case \"half-down\":\n        return over;",
        "case \"half-down\":\n        return over || half;",
        &["round(decimal(source.amount_text), 2, 'half-down')"],
    ),
    fault(
        "decimal.ts",
        "return away > 0n;",
        "return away < 0n;",
        &["round"],
    ),
    fault(
        "decimal.ts",
        "case \"up\":\n        return true;",
        "case \"up\":\n        return false;",
        &["round", "divide"],
    ),
    fault(
        "decimal.ts",
        "const MAX_DIGITS = 34;",
        "const MAX_DIGITS = 35;",
        &["decimal", "sum"],
    ),
    fault(
        "decimal.ts",
        "while (scale > 0 && mantissa",
        "while (scale > 1 && mantissa",
        &["text", "integer"],
    ),
    fault(
        "decimal.ts",
        "(\\d+)(?:\\.(\\d+))?$/.exec(text)",
        "(\\d+)(?:\\.(\\d*))?$/.exec(text)",
        &["decimal"],
    ),
    fault(
        "decimal.ts",
        "if (digits.length > 15) {\n      throw new DataError(\n        \"imprecise",
        "if (digits.length > 17) {\n      throw new DataError(\n        \"imprecise",
        &[],
    ),
    fault(
        "decimal.ts",
        "? divideRounded(-dividend, -scaled, mode)",
        "? divideRounded(dividend, -scaled, mode)",
        &["divide"],
    ),
    fault(
        "decimal.ts",
        "return this.plus(other.negated());",
        "return this.plus(other);",
        &["source.amount - source.price"],
    ),
    fault(
        "decimal.ts",
        ".padStart(places + 1, \"0\")",
        ".padStart(places, \"0\")",
        &["toFixed"],
    ),
    fault(
        "decimal.ts",
        "return left < right ? -1 : left > right ? 1 : 0;",
        "return left <= right ? -1 : 1;",
        &["source.amount < source.price", "sortBy"],
    ),
    fault(
        "decimal.ts",
        "if (scale > 0 || !Number",
        "if (scale > 1 || !Number",
        &["integer"],
    ),
    fault(
        "decimal.ts",
        "if (shortest.scale > places) {",
        "if (shortest.scale >= places) {",
        &["toMinor"],
    ),
    fault(
        "values.ts",
        "if (!Number.isSafeInteger(value)) {",
        "if (!Number.isInteger(value)) {",
        &["sum", "integer", "source.count * source.small"],
    ),
    fault("values.ts", "/^[+-]?\\d+$/", "/^-?\\d+$/", &["integer"]),
    fault(
        "values.ts",
        "return dividend % divisor;",
        "return Math.abs(dividend % divisor);",
        &["source.count % source.small"],
    ),
    fault(
        "values.ts",
        "compareNumbers(value, least) < 0",
        "compareNumbers(value, least) > 0",
        &["min"],
    ),
    fault(
        "values.ts",
        "return left.compare(right) >= 0 ? left : right;",
        "return left.compare(right) > 0 ? right : left;",
        &["max"],
    ),
    fault(
        "values.ts",
        "if (error instanceof DataError) return undefined;",
        "if (error instanceof TypeError) return undefined;",
        &["attempt"],
    ),
    fault(
        "values.ts",
        "Object.hasOwn(table, key)",
        "key in table",
        &["source.labels['toString']"],
    ),
    fault(
        "text.ts",
        "text.trim() === \"\"",
        "text === \"\"",
        &["nonblank"],
    ),
    fault(
        "text.ts",
        "Array.from(text).slice",
        "text.split(\"\").slice",
        &["truncate"],
    ),
    fault("text.ts", "/[^0-9]/g", "/[^1-9]/g", &["digits"]),
    fault("text.ts", "\"$$$$\"", "\"$$\"", &["replace", "replaceAll"]),
    fault(
        "text.ts",
        "return `'${String(value).replaceAll(/['\\\\]/g",
        "return `'${String(value).replaceAll(/[']/g",
        &["qbo"],
    ),
    fault("text.ts", ".replaceAll(\"\\r\", \"\\\\r\")", "", &["soql"]),
    fault(
        "lists.ts",
        "return [...new Set(values)];",
        "return [...new Set([...values].reverse())];",
        &["distinct"],
    ),
    fault(
        "lists.ts",
        "Math.ceil(items.length / size)",
        "Math.floor(items.length / size)",
        &["chunk"],
    ),
    fault(
        "lists.ts",
        "sign * compareKeys(left.key, right.key)",
        "compareKeys(left.key, right.key)",
        &["sortBy"],
    ),
    fault(
        "lists.ts",
        "else group.push(item);",
        "else group.unshift(item);",
        &["groupBy"],
    ),
    fault(
        "lists.ts",
        "Object.keys(map).sort()",
        "Object.keys(map)",
        &["entries"],
    ),
    fault(
        "dates.ts",
        "year < 1900 || year > 9998) return undefined",
        "year < 1901 || year > 9998) return undefined",
        &["date"],
    ),
    fault(
        "dates.ts",
        ":[0-5]\\d:[0-5]\\d(?:\\.(",
        ":[0-5]\\d:[0-6]\\d(?:\\.(",
        &["instant"],
    ),
    fault(
        "dates.ts",
        "(sign === \"-\" ? -1 : 1)",
        "(sign === \"+\" ? -1 : 1)",
        &["iso", "plus"],
    ),
    fault(
        "dates.ts",
        "Math.floor(epochMilliseconds(instant) / 1000)",
        "Math.trunc(epochMilliseconds(instant) / 1000)",
        &["epochSeconds"],
    ),
    fault(
        "dates.ts",
        "replace(/(000)+$/, \"\")",
        "replace(/0+$/, \"\")",
        &["iso", "plus", "minus"],
    ),
    fault(
        "dates.ts",
        "h: 3_600_000n",
        "h: 3_660_000n",
        &["plus", "minus"],
    ),
    fault(
        "dates.ts",
        "timeZone: zone,",
        "timeZone: \"UTC\",",
        &["dateIn", "startOfDay"],
    ),
    fault(
        "dates.ts",
        "Math.min(...shown)",
        "Math.max(...shown)",
        &["instant"],
    ),
    fault(
        "dates.ts",
        "wall - (offsets[0] ?? 0)",
        "wall - (offsets[1] ?? 0)",
        &["instant"],
    ),
    fault(
        "dates.ts",
        "Math.min(day, last.getUTCDate())",
        "day",
        &["plus", "minus"],
    ),
    fault(
        "dates.ts",
        "Date.parse(to) - Date.parse(from)",
        "Date.parse(from) - Date.parse(to)",
        &["daysBetween"],
    ),
    fault(
        "dates.ts",
        "M: String(Number(month)),",
        "M: String(Number(month) - 1),",
        &["formatDate"],
    ),
    fault(
        "dates.ts",
        "M: \"(?<month>[0-9]{1,2})\"",
        "M: \"(?<month>[0-9]{2})\"",
        &["date"],
    ),
    fault(
        "hash.ts",
        "left < right ? -1 : 1",
        "left < right ? 1 : -1",
        &["json", "hash"],
    ),
    fault("hash.ts", "428a2f98", "428a2f99", &["hash"]),
    fault(
        "currency.ts",
        "[3, \"BHD",
        "[2, \"BHD",
        &["fromMinor", "toMinor"],
    ),
    fault(
        "wires.ts",
        "safeInteger(asInteger(value) * 1000)",
        "safeInteger(asInteger(value) * 1000 + 1)",
        &[],
    ),
    fault(
        "wires.ts",
        "return Math.floor(epochMilliseconds(instant) / 1000);",
        "return Math.ceil(epochMilliseconds(instant) / 1000);",
        &["source.until"],
    ),
    fault(
        "decode.ts",
        "Object.hasOwn(record, key) && record[key] !== undefined",
        "Object.hasOwn(record, key) && record[key] !== null",
        &[],
    ),
    fault(
        "decode.ts",
        "expected.join(\" or \")",
        "expected.join(\" and \")",
        &[],
    ),
    fault(
        "decode.ts",
        "(value) => value === null ? null : decoder(value);",
        "(value) => decoder(value);",
        &[],
    ),
    fault("src/types/", "nullable(asString)", "asString", &[]),
    fault("src/types/", ".toString()", ".toFixed(3)", &[]),
];

/// What has no function, as it is written.
const OPERATORS: &[&str] = &[
    "source.count % source.small",
    "source.amount - source.price",
    "source.amount < source.price",
    "source.labels['toString']",
    "source.count * source.small",
    "source.until",
    "round(decimal(source.amount_text), 2, 'half-down')",
];

/// Mappings directed at each way to call a function that a fault lies in, at the least.
const DIRECTED: usize = 8;

/// Inputs of each mapping.
const INPUTS: usize = 100;

/// A mapping's number in the program, and the function that it calls; none for a random
/// one.
type Planned = (usize, Option<&'static str>);

/// Of the faults, how many the suite plants each time: one in so many. All are planted where
/// `GUSSET_DIFFERENTIAL` is set.
const SHARE: usize = 4;

fn planted() -> Vec<&'static Fault> {
    let every = if std::env::var_os("GUSSET_DIFFERENTIAL").is_some() {
        1
    } else {
        SHARE
    };
    FAULTS.iter().step_by(every).collect()
}

fn program(planted: &[&Fault], random: &mut Random) -> (Program, Vec<Planned>) {
    let mut used = BTreeMap::new();
    let mut program = Program::new();
    let mut plan: Vec<Planned> = Vec::new();
    let faulty = |name: &str| planted.iter().any(|one| one.of.contains(&name));
    for pair in calls::all().filter(|(function, _)| faulty(function.name)) {
        // One more than there are words, of which it has another each time.
        let words = pair.1.parameters.iter().map(|taken| match taken.pattern {
            Pattern::Words(words) => words.len(),
            _ => 0,
        });
        for variant in 0..DIRECTED.max(words.max().unwrap_or(0) + 1) {
            program.add_directed(pair, variant, random, &mut used);
            plan.push((program.made.len() - 1, Some(pair.0.name)));
        }
    }
    for text in OPERATORS {
        let inputs = vec![("source".to_owned(), shape::source(random))];
        let ty = match *text {
            "source.until" => Ty::new(Kind::DateTime(DateTimeWire::EpochSeconds)),
            _ => any(),
        };
        program.add_written(inputs, &[("r", text, ty)]).unwrap();
        plan.push((program.made.len() - 1, Some(text)));
    }
    for _ in 0..15 {
        let known = program.made.len();
        program.add_random(random, &mut used);
        plan.extend((known..program.made.len()).map(|at| (at, None)));
    }
    (program, plan)
}

#[test]
fn planted_faults_are_found() {
    let mut random = Random::new(7);
    let planted = planted();
    let (program, plan) = program(&planted, &mut random);
    let files = program.emit();
    let mut session = Session::start(&deno::pinned());
    let mut tally = Tally::default();
    let mut known: BTreeMap<usize, (Vec<Inputs>, Vec<Outcome>)> = BTreeMap::new();
    let mut missed = Vec::new();
    for one in &planted {
        let chosen: Vec<usize> = plan
            .iter()
            .filter(|(_, of)| of.map_or(one.of.is_empty(), |name| one.of.contains(&name)))
            .map(|(at, _)| *at)
            .collect();
        let mut at_once = chosen.chunks(4);
        let found = at_once.any(|chosen| {
            let names: Vec<&str> = chosen.iter().map(|at| &*program.made[*at].name).collect();
            session.load_some(&files, &[(one.file, one.old, one.new)], &names);
            chosen.iter().any(|at| {
                let made = &program.made[*at];
                let (inputs, ours) = known.entry(*at).or_insert_with(|| {
                    // What decodes is shown by what does not fit.
                    let broken = if one.of.is_empty() { 2 } else { 10 };
                    let inputs: Vec<Inputs> = (0..INPUTS)
                        .map(|_| Inputs::random(made, broken, &mut random))
                        .collect();
                    let ours = tally.evaluate(&program, made, &inputs);
                    (inputs, ours)
                });
                let texts: Vec<String> = inputs.iter().map(Inputs::text).collect();
                session.run(&made.name, &texts) != *ours
            })
        });
        if !found {
            missed.push(format!("{}: {} as {}", one.file, one.old, one.new));
        }
    }
    assert!(FAULTS.len() >= 40);
    println!(
        "{} of {} found",
        planted.len() - missed.len(),
        planted.len()
    );
    assert!(missed.is_empty(), "missed:\n{}", missed.join("\n"));
}
