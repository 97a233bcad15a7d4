//! Types of sources and targets, with what their values are like.

use std::sync::Arc;

use gusset::source::Span;
use gusset::types::{
    Currency, DateTimeWire, DateWire, DecimalWire, Field, IntegerWire, Kind, Record, Ty, Types,
    Union, Variant,
};

use crate::random::Random;

/// What a text is meant to be.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Flavour {
    Plain,
    Decimal,
    Integer,
    Date,
    /// `MM/dd/yyyy`
    AmericanDate,
    Instant,
    Local,
    Zone,
    Currency,
}

#[derive(Clone, Debug, PartialEq)]
pub enum Shape {
    Text(Flavour),
    Word,
    Boolean,
    Integer(IntegerWire),
    Decimal(DecimalWire),
    Date(DateWire),
    Instant(DateTimeWire),
    List(Box<Slot>),
    Map(Box<Slot>),
    Record(Vec<(String, Slot)>),
    /// Objects told apart by `kind`.
    Tagged(Vec<(&'static str, Vec<(String, Slot)>)>),
    /// One of JSON's types at a time.
    Scalars(Vec<Slot>),
    Json,
}

/// A shape that may be missing, or null.
#[derive(Clone, Debug, PartialEq)]
pub struct Slot {
    pub shape: Shape,
    pub missing: bool,
    pub null: bool,
}

pub const WORDS: &[&str] = &["open", "paid", "void"];

impl Slot {
    pub const fn new(shape: Shape) -> Self {
        Self {
            shape,
            missing: false,
            null: false,
        }
    }

    pub const fn is_optional(&self) -> bool {
        self.missing || self.null
    }

    /// Perhaps missing, perhaps null.
    pub fn maybe(mut self, random: &mut Random) -> Self {
        match random.below(6) {
            0 => self.missing = true,
            1 => self.null = true,
            2 => (self.missing, self.null) = (true, true),
            _ => {}
        }
        self
    }

    /// The type; records and unions are added under names of `part`.
    pub fn ty(&self, types: &mut Types, part: &str) -> Ty {
        Ty {
            missing: self.missing,
            null: self.null,
            ..Ty::new(self.shape.kind(types, part))
        }
    }
}

impl Shape {
    fn kind(&self, types: &mut Types, part: &str) -> Kind {
        match self {
            Self::Text(_) => Kind::STRING,
            Self::Word => Kind::one_of(WORDS.iter().map(|word| (*word).to_owned())),
            Self::Boolean => Kind::Boolean,
            Self::Integer(wire) => Kind::Integer(*wire),
            Self::Decimal(wire) => Kind::Decimal {
                places: None,
                wire: wire.clone(),
            },
            Self::Date(wire) => Kind::Date(*wire),
            Self::Instant(wire) => Kind::DateTime(*wire),
            Self::List(item) => Kind::array(item.ty(types, &format!("{part}[]"))),
            Self::Map(value) => Kind::map(value.ty(types, &format!("{part}[]"))),
            Self::Record(fields) => {
                let fields = own(fields, types, part);
                Kind::Record(record(types, part, fields))
            }
            Self::Tagged(variants) => {
                let variants = variants
                    .iter()
                    .map(|(tag, slots)| {
                        let part = format!("{part}.{tag}");
                        let kind = Ty::new(Kind::one_of([(*tag).to_owned()]));
                        let mut fields = vec![Field::new("kind", kind)];
                        fields.extend(own(slots, types, &part));
                        Variant {
                            ty: Ty::new(Kind::Record(record(types, &part, fields))),
                            tags: vec![(*tag).to_owned()],
                        }
                    })
                    .collect();
                union(types, part, Some("kind"), variants)
            }
            Self::Scalars(slots) => {
                let variants = slots
                    .iter()
                    .enumerate()
                    .map(|(at, slot)| Variant {
                        ty: slot.ty(types, &format!("{part}.variant{at}")),
                        tags: Vec::new(),
                    })
                    .collect();
                union(types, part, None, variants)
            }
            Self::Json => Kind::Unknown,
        }
    }
}

fn own(slots: &[(String, Slot)], types: &mut Types, part: &str) -> Vec<Field> {
    let fields = slots.iter().map(|(name, slot)| {
        let ty = slot.ty(types, &format!("{part}.{name}"));
        Field::new(name, ty)
    });
    fields.collect()
}

/// `t1.items[]` as an identifier of TypeScript.
fn identifier(part: &str) -> String {
    let letters = part
        .chars()
        .map(|c| if c.is_ascii_alphanumeric() { c } else { '_' });
    format!("T{}", letters.collect::<String>())
}

pub fn record(types: &mut Types, part: &str, fields: Vec<Field>) -> gusset::types::RecordId {
    types.add(Record {
        part: part.to_owned(),
        identifier: identifier(part),
        description: None,
        fields,
        span: Span::default(),
    })
}

fn union(
    types: &mut Types,
    part: &str,
    discriminator: Option<&str>,
    variants: Vec<Variant>,
) -> Kind {
    Kind::Union(types.add_union(Union {
        part: part.to_owned(),
        identifier: identifier(part),
        description: None,
        discriminator: discriminator.map(str::to_owned),
        variants,
        span: Span::default(),
    }))
}

const INTEGERS: [IntegerWire; 2] = [IntegerWire::Number, IntegerWire::String];
const DATES: [DateWire; 2] = [DateWire::Iso, DateWire::Slashes];
const INSTANTS: [DateTimeWire; 4] = [
    DateTimeWire::Iso,
    DateTimeWire::EpochSeconds,
    DateTimeWire::EpochMilliseconds,
    DateTimeWire::Slashes,
];

pub fn integer(random: &mut Random) -> Shape {
    Shape::Integer(*random.pick(&INTEGERS))
}

/// Of a record that has a currency, perhaps in its minor units.
pub fn decimal(random: &mut Random, currency: Option<&str>) -> Shape {
    Shape::Decimal(match (random.below(5), currency) {
        (0 | 1, _) => DecimalWire::Number,
        (2, _) => DecimalWire::String,
        (3, Some(name)) => DecimalWire::Minor(Currency::Property(Arc::from(name))),
        (_, _) => {
            let places = u32::try_from(random.below(5)).expect("a few");
            DecimalWire::Minor(Currency::Places(places))
        }
    })
}

pub fn date(random: &mut Random) -> Shape {
    Shape::Date(*random.pick(&DATES))
}

pub fn instant(random: &mut Random) -> Shape {
    Shape::Instant(*random.pick(&INSTANTS))
}

/// A scalar of any kind.
pub fn scalar(random: &mut Random) -> Shape {
    match random.below(8) {
        0 | 1 => Shape::Text(Flavour::Plain),
        2 => Shape::Word,
        3 => Shape::Boolean,
        4 => integer(random),
        5 => decimal(random, None),
        6 => date(random),
        _ => instant(random),
    }
}

/// The record that mappings take: each flavour and kind at least once, odd names among
/// them, some of it optional.
pub fn source(random: &mut Random) -> Vec<(String, Slot)> {
    let mut fields: Vec<(String, Slot)> = Vec::new();
    let mut add = |name: &str, slot: Slot| fields.push((name.to_owned(), slot));
    for (name, shape) in [
        ("currency", Shape::Text(Flavour::Currency)),
        ("text", Shape::Text(Flavour::Plain)),
        ("other", Shape::Text(Flavour::Plain)),
        ("amount_text", Shape::Text(Flavour::Decimal)),
        ("count_text", Shape::Text(Flavour::Integer)),
        ("day_text", Shape::Text(Flavour::Date)),
        ("us_day", Shape::Text(Flavour::AmericanDate)),
        ("time_text", Shape::Text(Flavour::Instant)),
        ("local", Shape::Text(Flavour::Local)),
        ("zone", Shape::Text(Flavour::Zone)),
        ("word", Shape::Word),
        ("flag", Shape::Boolean),
        ("count", integer(random)),
        ("small", Shape::Integer(IntegerWire::Number)),
        ("amount", decimal(random, Some("currency"))),
        ("price", decimal(random, None)),
        ("day", date(random)),
        ("due", date(random)),
        ("time", instant(random)),
        ("until", Shape::Instant(DateTimeWire::Iso)),
        (
            "mixed",
            both(Flavour::Decimal, Shape::Decimal(DecimalWire::Number)),
        ),
        (
            "mixed_count",
            both(Flavour::Integer, Shape::Integer(IntegerWire::Number)),
        ),
        ("textual", both(Flavour::Plain, Shape::Boolean)),
    ] {
        add(name, Slot::new(shape));
    }
    for (name, shape) in [
        ("note", Shape::Text(Flavour::Plain)),
        ("state", Shape::Word),
        ("maybe", Shape::Boolean),
        ("number", integer(random)),
        ("money", decimal(random, None)),
        ("last_day", date(random)),
        ("ended", instant(random)),
    ] {
        let mut slot = Slot::new(shape).maybe(random);
        slot.missing |= !slot.null;
        add(name, slot);
    }
    add("first-seen", Slot::new(scalar(random)).maybe(random));
    add("constructor", Slot::new(scalar(random)).maybe(random));
    add("1", Slot::new(Shape::Text(Flavour::Plain)).maybe(random));
    let list = |shape: Shape| Slot::new(Shape::List(Box::new(Slot::new(shape))));
    add("texts", list(Shape::Text(Flavour::Plain)));
    add("counts", list(integer(random)));
    add("amounts", list(decimal(random, None)));
    add("days", list(date(random)));
    add("times", list(instant(random)));
    add("flags", list(Shape::Boolean));
    add(
        "labels",
        Slot::new(Shape::Map(Box::new(Slot::new(Shape::Text(Flavour::Plain))))),
    );
    add(
        "totals",
        Slot::new(Shape::Map(Box::new(Slot::new(decimal(random, None))))),
    );
    let item = Slot::new(scalar(random)).maybe(random);
    add("some", Slot::new(Shape::List(Box::new(item))));
    add("items", list(Shape::Record(line(random))));
    let customer = Slot::new(Shape::Record(line(random))).maybe(random);
    add("customer", customer);
    add("event", Slot::new(tagged(random)).maybe(random));
    add("either", Slot::new(scalars(random)).maybe(random));
    add("anything", Slot::new(Shape::Json).maybe(random));
    fields
}

/// A line: the items of the source.
pub fn line(random: &mut Random) -> Vec<(String, Slot)> {
    vec![
        ("sku".to_owned(), Slot::new(Shape::Text(Flavour::Plain))),
        ("quantity".to_owned(), Slot::new(integer(random))),
        ("price".to_owned(), Slot::new(decimal(random, None))),
        ("taxable".to_owned(), Slot::new(Shape::Boolean)),
        ("on".to_owned(), Slot::new(date(random)).maybe(random)),
        ("at".to_owned(), Slot::new(instant(random)).maybe(random)),
        (
            "title".to_owned(),
            Slot::new(Shape::Text(Flavour::Plain)).maybe(random),
        ),
        ("status".to_owned(), Slot::new(Shape::Word)),
    ]
}

/// Text of a flavour, or something else.
fn both(flavour: Flavour, other: Shape) -> Shape {
    Shape::Scalars(vec![Slot::new(Shape::Text(flavour)), Slot::new(other)])
}

fn tagged(random: &mut Random) -> Shape {
    let fields = |names: &[&str], random: &mut Random| {
        let fields = names
            .iter()
            .map(|name| ((*name).to_owned(), Slot::new(scalar(random)).maybe(random)));
        fields.collect::<Vec<_>>()
    };
    Shape::Tagged(vec![
        ("paid", fields(&["amount", "at"], random)),
        ("sent", fields(&["at", "by", "2"], random)),
    ])
}

fn scalars(random: &mut Random) -> Shape {
    let mut slots = vec![Slot::new(Shape::Text(Flavour::Plain))];
    slots.push(Slot::new(if random.one_in(2) {
        Shape::Integer(IntegerWire::Number)
    } else {
        Shape::Decimal(DecimalWire::Number)
    }));
    if random.one_in(2) {
        slots.push(Slot::new(Shape::Boolean));
    }
    if random.one_in(2) {
        let item = Slot::new(decimal(random, None));
        slots.push(Slot::new(Shape::List(Box::new(item))));
    }
    if random.one_in(2) {
        slots.push(Slot::new(Shape::Record(line(random))));
    }
    Shape::Scalars(slots)
}
