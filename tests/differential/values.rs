//! Inputs: typical values, those at the edges, and wrong ones.

use serde_json::{Map, Value};

use gusset::types::{Currency, DateTimeWire, DateWire, DecimalWire, IntegerWire};

use crate::random::Random;
use crate::shape::{Flavour, Shape, Slot, WORDS};

/// Texts by their edges, of which each is drawn as often as the others.
const TEXTS: &[&[&str]] = &[
    &[""],
    &[" ", "\u{a0}\u{feff}\t", "  ", "\n", "\u{3000}\u{2028}"],
    &[
        "abc",
        "A b c",
        " padded  ",
        "it's \"quoted\" \\ and $& $1 $$",
        "a,b,,c",
        ",",
        "open",
        "paid",
        "EUR",
        "line\nbreak\r\ttab",
        "null",
        "0",
        "007",
        "12ab34",
        "+49 (89) 123-45",
        "\u{1}",
        "__proto__",
        "constructor",
        "toString",
        "valueOf",
        "x-y-z",
        "#1001",
        "aaaa",
        "ababab",
    ],
    &[
        "\u{85}",
        "\u{200b}",
        "Straße",
        "İstanbul",
        "ΟΔΟΣ ΣΑΣ.",
        "ǆ ﬁ ŉ",
        "e\u{301}",
        "\u{2028}x",
        "١٢٣",
        "ÀÉÎ",
        "ß",
        "ẞ",
        "\u{345}",
        "ΑΣ\u{345}Β",
        "\u{a0}x\u{a0}",
    ],
    &["😀", "a😀b", "👨‍👩‍👧", "𐐀𐐨", "😀,a,😀", "  😀 "],
];

const DECIMALS: &[&str] = &[
    "0",
    "-0.00",
    "+1.5",
    "12.50",
    "0.005",
    "-0.005",
    "2.675",
    "1.005",
    "2.5",
    "3.5",
    "-2.5",
    "0.125",
    "99999999999999.99",
    "123456789012345",
    "0.1",
    "0.2",
    "1000000",
    "-1",
    "00012.300",
    "9007199254740993",
    "0.000000000000000001",
    "9999999999999999999999999999999999",
    "99999999999999999999999999999999995",
    "0.0000000000000000000000000000000001",
    "0.00000000000000000000000000000000001",
    "1234567890.123456789012345678901234",
    "5",
    "19.99",
    "4.995",
];

const BAD_DECIMALS: &[&str] = &[
    "", " 1", "1 ", "1e3", "1.", ".5", "--1", "1,5", "+", "١", "0x10", "NaN", "Infinity", "1_000",
];

const INTEGERS: &[&str] = &[
    "0",
    "-0",
    "+7",
    "12",
    "-3",
    "007",
    "9007199254740991",
    "-9007199254740991",
    "9007199254740992",
    "1000000007",
    "9007199254740993",
    "123456789012345678901234567890",
];

const DATES: &[&str] = &[
    "2024-02-29",
    "2023-02-28",
    "2000-02-29",
    "1900-02-28",
    "2024-12-31",
    "2025-01-01",
    "2024-01-31",
    "1900-01-01",
    "9998-12-31",
    "1970-01-01",
    "1969-12-31",
    "2024-03-10",
    "2024-11-03",
    "2024-03-31",
    "2024-10-27",
    "2011-12-30",
];

const BAD_DATES: &[&str] = &[
    "",
    "2023-02-29",
    "1900-02-29",
    "2024-13-01",
    "2024-00-10",
    "2024-04-31",
    "1899-12-31",
    "9999-01-01",
    "2024-1-1",
    "20240101",
    "2024-01-01 ",
    "2024-01-01T00:00:00Z",
    "２024-01-01",
    "2024/01/01",
    "0000-01-01",
];

const INSTANTS: &[&str] = &[
    "2024-03-10T06:59:59Z",
    "2024-03-10T07:00:00Z",
    "2024-11-03T05:30:00Z",
    "2024-11-03T06:30:00Z",
    "2024-03-31T01:00:00Z",
    "2024-10-27T00:59:59.999Z",
    "2024-02-29T23:59:59.999999999Z",
    "1970-01-01T00:00:00Z",
    "1969-12-31T23:59:59.5Z",
    "2024-12-31T23:30:00-05:00",
    "2025-01-01T04:59:59+05:45",
    "1900-01-01T00:00:00Z",
    "9998-12-31T23:59:59.999Z",
    "1900-01-01T00:00:00+14:00",
    "9998-12-31T23:59:59-12:00",
    "2024-05-31T09:30:00.120Z",
    "2024-05-31T09:30:00.1234567+02:00",
    "2011-12-29T23:59:59-10:00",
    "2011-12-31T00:00:00+14:00",
    "2024-06-15T12:00:00-00:00",
    "2019-10-06T03:00:00Z",
];

const BAD_INSTANTS: &[&str] = &[
    "",
    "2024-05-31",
    "2024-05-31T09:30:00",
    "2024-05-31 09:30:00Z",
    "2024-05-31T09:30Z",
    "2024-05-31T24:00:00Z",
    "2024-05-31T09:60:00Z",
    "2024-05-31T09:30:60Z",
    "2024-05-31t09:30:00z",
    "2024-05-31T09:30:00.Z",
    "2024-05-31T09:30:00+0530",
    "2024-05-31T09:30:00+24:00",
    "2024-02-30T00:00:00Z",
    "2024-05-31T09:30:00.1234567890Z",
    "1899-12-31T23:59:59Z",
    "9999-01-01T00:00:00Z",
    "2024-05-31T09:30:00Z[UTC]",
    "2024-05-31T09:30:00+05:60",
];

const LOCALS: &[&str] = &[
    "2024-03-10T02:30:00",
    "2024-03-10 02:00",
    "2024-11-03T01:30:00",
    "2024-03-31T02:30:00.5",
    "2024-10-27T02:30:00",
    "2024-05-31T09:30",
    "2024-05-31 23:59:59.999999999",
    "1900-01-01T00:00",
    "9998-12-31T23:59:59",
    "2011-12-30T12:00:00",
    "2018-11-04T00:00:00",
    "2024-02-29T00:00",
];

const BAD_LOCALS: &[&str] = &[
    "",
    "2024-05-31T09:30:00Z",
    "2024-05-31T09:30:00+02:00",
    "2024-02-30T00:00",
    "2024-05-31T24:00",
    "2024-05-31",
    "2024-05-31T09",
    "2024-05-31T09:30.5",
    "2024-05-31T09:30:60",
    "2024-05-31_09:30",
    "2024-13-01T00:00",
];

/// Zones whose changes of clocks are old enough for every age of the database.
pub const ZONES: &[&str] = &[
    "UTC",
    "Europe/Paris",
    "America/New_York",
    "Asia/Kolkata",
    "Asia/Kathmandu",
    "Australia/Lord_Howe",
    "Pacific/Apia",
    "America/Sao_Paulo",
    "Africa/Cairo",
    "Pacific/Kiritimati",
    "America/St_Johns",
    "Etc/GMT+5",
    "Europe/London",
];

const BAD_ZONES: &[&str] = &[
    "",
    "Mars/Phobos",
    "Paris",
    "UTC+1",
    "+25:00",
    "Europe/",
    "\u{1}",
];

pub const CURRENCIES: &[&str] = &["EUR", "USD", "JPY", "KWD", "CLF", "eur", "Gbp"];

const BAD_CURRENCIES: &[&str] = &["", "XXX", "EU", "EURO", " EUR", "€", "ﬁk", "ſek", "ıdr"];

/// Whether inputs may be wrong in their texts, or also not of their type at all.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Care {
    /// Texts mean what their flavour says.
    Right,
    /// Some texts do not.
    Loose,
}

/// The object of these slots.
pub fn object(slots: &[(String, Slot)], care: Care, random: &mut Random) -> Value {
    let mut object = Map::new();
    for (name, slot) in slots {
        if let Some(value) = value(slot, care, random) {
            object.insert(name.clone(), value);
        }
    }
    // An amount in minor units needs the currency beside it to be right.
    for (name, slot) in slots {
        if let Shape::Decimal(DecimalWire::Minor(Currency::Property(beside))) = &slot.shape
            && care == Care::Right
            && object.contains_key(name)
        {
            let code = random.word(CURRENCIES);
            object.insert(beside.to_string(), code.into());
        }
    }
    if random.one_in(20) {
        object.insert("unknown".to_owned(), Value::Null);
    }
    Value::Object(object)
}

/// A value, or `None` for one that is missing.
pub fn value(slot: &Slot, care: Care, random: &mut Random) -> Option<Value> {
    if slot.missing && random.one_in(3) {
        return None;
    }
    if slot.null && random.one_in(3) {
        return Some(Value::Null);
    }
    Some(present(&slot.shape, care, random))
}

fn text(good: &[&'static str], bad: &[&'static str], care: Care, random: &mut Random) -> Value {
    let pool = match care {
        Care::Loose if random.one_in(12) => &[""],
        Care::Loose if random.one_in(4) => bad,
        _ => good,
    };
    random.word(pool).into()
}

fn number(digits: &str) -> Value {
    serde_json::from_str(digits).unwrap_or_else(|error| panic!("{digits}: {error}"))
}

fn present(shape: &Shape, care: Care, random: &mut Random) -> Value {
    match shape {
        Shape::Text(flavour) => flavoured(*flavour, care, random),
        Shape::Word => random.word(WORDS).into(),
        Shape::Boolean => random.one_in(2).into(),
        Shape::Integer(wire) => {
            let digits = integer(random);
            match wire {
                IntegerWire::Number => number(&digits),
                IntegerWire::String => digits.into(),
            }
        }
        Shape::Decimal(wire) => decimal(wire, random),
        Shape::Date(wire) => {
            let text = random.word(DATES);
            match wire {
                DateWire::Iso => text.into(),
                DateWire::Slashes => slashes(random).into(),
            }
        }
        Shape::Instant(wire) => match wire {
            DateTimeWire::Iso => random.word(INSTANTS).into(),
            DateTimeWire::Slashes => slashes(random).into(),
            DateTimeWire::EpochSeconds => number(&random.pick(&SECONDS).to_string()),
            DateTimeWire::EpochMilliseconds => number(&milliseconds(random).to_string()),
        },
        Shape::List(item) => {
            let length = *random.pick(&[0, 1, 2, 3, 5]);
            let items = (0..length).map(|_| value(item, care, random).unwrap_or(Value::Null));
            let items: Vec<Value> = items.collect();
            if item.missing && !item.null {
                // JSON has no missing items.
                return items.into_iter().filter(|item| !item.is_null()).collect();
            }
            Value::Array(items)
        }
        Shape::Map(item) => {
            let mut map = Map::new();
            for _ in 0..random.below(4) {
                let key =
                    random.word(&["a", "B", "10", "2", "é", "__proto__", "toString", "", "x y"]);
                if let Some(value) = value(item, care, random) {
                    map.insert(key.to_owned(), value);
                }
            }
            Value::Object(map)
        }
        Shape::Record(slots) => object(slots, care, random),
        Shape::Tagged(variants) => {
            let (tag, slots) = random.pick(variants);
            let mut value = object(slots, care, random);
            value["kind"] = (*tag).into();
            value
        }
        Shape::Scalars(slots) => {
            let slot = random.pick(slots);
            present(&slot.shape, care, random)
        }
        Shape::Json => json(3, random),
    }
}

fn plain(random: &mut Random) -> &'static str {
    let texts = *random.pick(TEXTS);
    random.word(texts)
}

fn flavoured(flavour: Flavour, care: Care, random: &mut Random) -> Value {
    match flavour {
        Flavour::Plain if random.one_in(12) => "long ".repeat(random.below(80)).into(),
        Flavour::Plain => plain(random).into(),
        Flavour::Decimal if random.one_in(3) => {
            let (whole, part) = (random.between(-99_999, 99_999), random.below(10_000));
            format!("{whole}.{part}").into()
        }
        Flavour::Decimal => text(DECIMALS, BAD_DECIMALS, care, random),
        Flavour::Integer => text(INTEGERS, BAD_DECIMALS, care, random),
        Flavour::Date => text(DATES, BAD_DATES, care, random),
        Flavour::AmericanDate => {
            let date = text(DATES, BAD_DATES, care, random);
            match date
                .as_str()
                .unwrap_or("")
                .split('-')
                .collect::<Vec<_>>()
                .as_slice()
            {
                [year, month, day] if random.one_in(2) => {
                    let short = |part: &str| part.strip_prefix('0').unwrap_or(part).to_owned();
                    format!("{}/{}/{year}", short(month), short(day)).into()
                }
                [year, month, day] => format!("{month}/{day}/{year}").into(),
                _ => date,
            }
        }
        Flavour::Instant => text(INSTANTS, BAD_INSTANTS, care, random),
        Flavour::Local => text(LOCALS, BAD_LOCALS, care, random),
        Flavour::Zone => text(ZONES, BAD_ZONES, care, random),
        Flavour::Currency => text(CURRENCIES, BAD_CURRENCIES, care, random),
    }
}

fn integer(random: &mut Random) -> String {
    match random.below(8) {
        0 => "0".to_owned(),
        1 => "9007199254740991".to_owned(),
        2 => "-9007199254740991".to_owned(),
        3 => random
            .between(-9_007_199_254_740_991, 9_007_199_254_740_991)
            .to_string(),
        4 => random.between(-1000, -1).to_string(),
        _ => random.between(-3, 12).to_string(),
    }
}

fn decimal(wire: &DecimalWire, random: &mut Random) -> Value {
    match wire {
        DecimalWire::Number => number(random.word(&[
            "0",
            "-0.0",
            "12.50",
            "0.005",
            "-0.005",
            "2.675",
            "1.005",
            "99999999999999.9",
            "123456789012345",
            "1e-7",
            "1.5e21",
            "-2.5",
            "3.5",
            "0.1",
            "0.2",
            "1e33",
            "19.99",
            "100",
            "-7",
            "0.125",
            "1E2",
        ])),
        DecimalWire::String => loop {
            let digits = random.word(DECIMALS);
            if digits.trim_start_matches(['-', '+']).len() <= 34 {
                break digits.into();
            }
        },
        DecimalWire::Minor(_) => number(&integer(random)),
    }
}

const SECONDS: [i64; 9] = [
    0,
    -1,
    1_710_054_000,
    1_730_611_800,
    1_709_164_800,
    -2_208_988_800,
    253_370_764_799,
    1_735_689_599,
    951_782_400,
];

fn milliseconds(random: &mut Random) -> i64 {
    random.pick(&SECONDS) * 1000
        + if random.one_in(2) {
            0
        } else {
            random.between(0, 999)
        }
}

fn slashes(random: &mut Random) -> String {
    let offset = random.word(&["", "+0000", "-0500", "+1345"]);
    format!("/Date({}{offset})/", milliseconds(random))
}

fn json(depth: usize, random: &mut Random) -> Value {
    match random.below(if depth == 0 { 6 } else { 8 }) {
        0 => Value::Null,
        1 => random.one_in(2).into(),
        2 => number(random.word(&[
            "0",
            "-0",
            "1.50",
            "1e21",
            "1e-7",
            "5e-324",
            "9007199254740993",
            "123456789012345678901234567890",
            "-0.1",
            "1.7976931348623157e308",
            "100000000000000000000",
        ])),
        3..=5 => plain(random).into(),
        6 => {
            let items = (0..random.below(4)).map(|_| json(depth - 1, random));
            Value::Array(items.collect())
        }
        _ => {
            let mut map = Map::new();
            for _ in 0..random.below(4) {
                let key = random.word(&[
                    "a",
                    "b",
                    "10",
                    "9",
                    "01",
                    "4294967295",
                    "__proto__",
                    "é",
                    "\u{e000}",
                    "😀",
                ]);
                map.insert(key.to_owned(), json(depth - 1, random));
            }
            Value::Object(map)
        }
    }
}

/// Makes one thing in a value wrong: a property gone, a null, another type, a number out
/// of range.
pub fn broken(value: &mut Value, random: &mut Random) {
    match value {
        Value::Object(map) if !map.is_empty() && !random.one_in(12) => {
            let at = random.below(map.len());
            let name = map.keys().nth(at).expect("within").clone();
            if random.one_in(5) {
                map.shift_remove(&name);
            } else if let Some(inner) = map.get_mut(&name) {
                broken(inner, random);
            }
        }
        Value::Array(items) if !items.is_empty() && !random.one_in(8) => {
            let at = random.below(items.len());
            broken(&mut items[at], random);
        }
        other => {
            *other = match random.below(9) {
                0 => Value::Null,
                1 => Value::Bool(true),
                2 => number(random.word(&[
                    "1e400",
                    "1.5",
                    "9007199254740992",
                    "-1e999",
                    "0.30000000000000004",
                    "1e-40",
                    "12345678901234567",
                ])),
                3 => "text".into(),
                4 => "".into(),
                5 => Value::Array(vec![Value::Null]),
                6 => Value::Object(Map::new()),
                7 => number("7"),
                _ => "2024-02-30".into(),
            }
        }
    }
}
