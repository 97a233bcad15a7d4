//! A scope to check expressions in, and what the check said, in short form.

use std::sync::Arc;

use gusset::diagnostics::{Diagnostic, Sink};
use gusset::document::{Quoting, Text};
use gusset::expression::{
    Callable, CallableId, CallableKind, Callables, NameKind, Scope, Typed, Unavailable, check,
};
use gusset::source::{FileId, Span};
use gusset::types::{
    DateWire, DecimalWire, Field, IntegerWire, Kind, Record, Ty, Types, Union, Variant,
};

pub struct World {
    pub types: Types,
    pub scope: Scope,
}

/// What became of an expression.
pub struct Outcome {
    pub typed: Option<Typed>,
    pub problems: Vec<Diagnostic>,
    text: String,
}

impl Outcome {
    /// Codes with the text that each points at: `GS0511 nme`.
    pub fn found(&self) -> Vec<String> {
        self.problems
            .iter()
            .map(|problem| {
                let slice = self.text.get(problem.span.range()).unwrap_or("OUTSIDE");
                format!("{} {slice}", problem.code.id)
            })
            .collect()
    }
}

pub fn optional(mut ty: Ty) -> Ty {
    ty.missing = true;
    ty
}

pub fn nullable(mut ty: Ty) -> Ty {
    ty.null = true;
    ty
}

pub fn string() -> Ty {
    Ty::new(Kind::STRING)
}

pub fn integer() -> Ty {
    Ty::new(Kind::INTEGER)
}

pub fn decimal() -> Ty {
    Ty::new(Kind::DECIMAL)
}

pub fn places(places: u32) -> Ty {
    Ty::new(Kind::Decimal {
        places: Some(places),
        wire: DecimalWire::String,
    })
}

pub fn one_of(values: &[&str]) -> Ty {
    Ty::new(Kind::one_of(values.iter().map(|value| (*value).to_owned())))
}

pub fn array(item: Ty) -> Ty {
    Ty::new(Kind::array(item))
}

pub fn record(types: &mut Types, part: &str, fields: &[(&str, Ty)]) -> Ty {
    let fields = fields
        .iter()
        .map(|(name, ty)| Field::new(*name, ty.clone()))
        .collect();
    let id = types.add(Record {
        part: part.to_owned(),
        identifier: part.to_owned(),
        description: None,
        fields,
        span: Span::default(),
    });
    Ty::new(Kind::Record(id))
}

/// A union of a card and of a bank account or wire, told apart by `type`; one of text
/// and a number; and one of text and an object.
fn unions(types: &mut Types) -> [Ty; 3] {
    let card = record(
        types,
        "order.payment.card",
        &[
            ("type", one_of(&["card"])),
            ("amount", decimal()),
            ("last4", string()),
            ("wallet", optional(string())),
        ],
    );
    let bank = record(
        types,
        "order.payment.bank",
        &[
            ("type", one_of(&["bank", "wire"])),
            ("amount", decimal()),
            ("iban", string()),
        ],
    );
    let mut union = |part: &str, discriminator: Option<&str>, variants: Vec<(Ty, &[&str])>| {
        let id = types.add_union(Union {
            part: part.to_owned(),
            identifier: String::new(),
            description: None,
            discriminator: discriminator.map(str::to_owned),
            variants: variants
                .into_iter()
                .map(|(ty, tags)| Variant {
                    ty,
                    tags: tags.iter().map(|tag| (*tag).to_owned()).collect(),
                })
                .collect(),
            span: Span::default(),
        });
        Ty::new(Kind::Union(id))
    };
    [
        union(
            "order.payment",
            Some("type"),
            vec![(card.clone(), &["card"]), (bank, &["bank", "wire"])],
        ),
        union(
            "order.weight",
            None,
            vec![(string(), &[]), (decimal(), &[])],
        ),
        union("order.seller", None, vec![(string(), &[]), (card, &[])]),
    ]
}

/// An order, and a line of it.
fn order(types: &mut Types) -> (Ty, Ty) {
    let address = record(
        types,
        "order.address",
        &[
            ("city", string()),
            ("zip", optional(string())),
            ("country", nullable(string())),
        ],
    );
    let labels = Ty::new(Kind::map(string()));
    let customer = record(
        types,
        "order.customer",
        &[
            ("id", integer()),
            ("first_name", nullable(string())),
            ("email", optional(string())),
            ("address", optional(address.clone())),
            ("labels", labels.clone()),
        ],
    );
    let line = record(
        types,
        "order.lines[]",
        &[
            ("sku", string()),
            ("title", nullable(string())),
            ("quantity", integer()),
            ("price", decimal()),
            ("taxable", Ty::new(Kind::Boolean)),
            ("gift", optional(Ty::new(Kind::Boolean))),
            ("tags", array(string())),
        ],
    );
    let [payment, weight, seller] = unions(types);
    let order = record(
        types,
        "order",
        &[
            ("payment", payment.clone()),
            ("deposit", optional(payment)),
            ("weight", weight),
            ("seller", seller),
            ("id", integer()),
            ("big_id", Ty::new(Kind::Integer(IntegerWire::String))),
            ("name", string()),
            ("note", optional(string())),
            ("total", decimal()),
            ("total_price", string()),
            ("discount", optional(decimal())),
            ("paid", Ty::new(Kind::Boolean)),
            ("test", optional(Ty::new(Kind::Boolean))),
            ("status", one_of(&["open", "paid", "cancelled"])),
            ("kind", optional(one_of(&["retail", "wholesale"]))),
            ("customer", optional(customer)),
            ("billing", address),
            ("lines", array(line.clone())),
            ("extra_lines", optional(array(line.clone()))),
            ("codes", array(optional(string()))),
            ("tags", array(string())),
            ("counts", array(integer())),
            ("created_at", Ty::new(Kind::DATE_TIME)),
            ("created_text", string()),
            ("due", Ty::new(Kind::Date(DateWire::Iso))),
            ("anything", Ty::new(Kind::Unknown)),
            ("first-seen", string()),
            ("labels", optional(labels)),
        ],
    );
    (order, line)
}

/// An order, a target for it, and the names of a mapping and a workflow together.
pub fn world() -> World {
    let mut types = Types::default();
    let (order, line) = order(&mut types);
    let target_line = record(
        &mut types,
        "receipt.Line[]",
        &[
            ("Description", optional(string())),
            ("Qty", decimal()),
            ("Amount", places(2)),
        ],
    );
    let reference = record(&mut types, "receipt.Ref", &[("value", string())]);
    let receipt = record(
        &mut types,
        "receipt",
        &[
            ("DocNumber", string()),
            ("Note", optional(string())),
            ("Memo", nullable(string())),
            ("Kind", one_of(&["Sale", "Refund"])),
            ("CustomerRef", optional(reference)),
            ("Line", array(target_line.clone())),
        ],
    );
    let methods = Ty::new(Kind::map(string()));
    let table = |types: &mut Types, part: &str, entries: &[(&str, Ty)]| {
        let table = record(types, part, entries);
        if let Kind::Record(id) = table.kind {
            types.records[id.0 as usize].identifier.clear();
        }
        table
    };
    let letters = ["O", "P", "C"].map(|letter| one_of(&[letter]));
    let [open, paid, cancelled] = letters;
    let letters = [("open", open), ("paid", paid), ("cancelled", cancelled)];
    let letters = table(&mut types, "constants.letters", &letters);
    let days = [
        ("open", integer()),
        ("paid", integer()),
        ("other", integer()),
    ];
    let days = table(&mut types, "constants.days", &days);
    let constants = record(
        &mut types,
        "constants",
        &[
            ("methods", methods),
            ("letters", letters),
            ("days", days),
            ("countries", array(string())),
            ("rate", places(4)),
        ],
    );
    let variables = record(
        &mut types,
        "variables",
        &[("zone", string()), ("default_customer", optional(string()))],
    );
    let created = record(&mut types, "steps.create", &[("status", integer())]);
    let steps = record(&mut types, "steps", &[("create", created)]);
    let mut scope = Scope::new(callables([&order, &receipt, &line, &target_line]));
    scope.bind("source", NameKind::Input, order);
    scope.bind("receipt", NameKind::Input, receipt);
    scope.bind("line", NameKind::Input, line);
    scope.bind("constants", NameKind::Constants, constants);
    scope.bind("variables", NameKind::Variables, variables);
    scope.bind("steps", NameKind::Steps, steps);
    scope.bind("amount", NameKind::Let, decimal());
    scope.bind("price", NameKind::Let, optional(decimal()));
    scope.unavailable(Unavailable {
        path: "trigger".to_owned(),
        reason: "cannot be used in a mapping".to_owned(),
        help: Some("hand it over as an input".to_owned()),
        span: None,
    });
    scope.unavailable(Unavailable {
        path: "steps.later".to_owned(),
        reason: "runs after this step".to_owned(),
        help: Some("move the step up".to_owned()),
        span: Some(Span::default()),
    });
    World { types, scope }
}

/// A mapping of a line, one of an order, and a function of the user's.
fn callables([order, receipt, line, target_line]: [&Ty; 4]) -> Arc<Callables> {
    let mapping = |name: &str, id: u32, from: &Ty, to: &Ty| Callable {
        name: name.to_owned(),
        kind: CallableKind::Mapping,
        id: CallableId(id),
        parameters: vec![("source".to_owned(), from.clone())],
        returns: to.clone(),
        span: Span::default(),
    };
    Arc::new(
        [
            mapping("to_line", 0, line, target_line),
            mapping("to_receipt", 1, order, receipt),
            Callable {
                name: "join_names".to_owned(),
                kind: CallableKind::Function,
                id: CallableId(0),
                parameters: vec![
                    ("first".to_owned(), string()),
                    ("second".to_owned(), optional(string())),
                ],
                returns: string(),
                span: Span::default(),
            },
        ]
        .into_iter()
        .collect(),
    )
}

/// A text that lies in a file as it is.
pub fn text(value: &str) -> Text {
    let span = Span::new(FileId(0), 0, value.len());
    Text::verbatim(value.to_owned(), span, 0).quoted(Quoting::MultilineBasic)
}

impl World {
    pub fn check(&mut self, value: &str, expected: Option<&Ty>) -> Outcome {
        let mut sink = Sink::new();
        let typed = check(
            &text(value),
            expected,
            &self.scope,
            &mut self.types,
            &mut sink,
        );
        Outcome {
            typed,
            problems: sink.into_sorted(),
            text: value.to_owned(),
        }
    }

    /// A type in short form: `string`, `integer?`, `decimal(2)[]`, `order.lines[]`.
    pub fn show(&self, ty: &Ty) -> String {
        let kind = match &ty.kind {
            Kind::Error => "ERROR".to_owned(),
            Kind::Unknown => "unknown".to_owned(),
            Kind::Nothing => "nothing".to_owned(),
            Kind::String(None) => "string".to_owned(),
            Kind::String(Some(values)) => format!("'{}'", values.join("'|'")),
            Kind::Boolean => "boolean".to_owned(),
            Kind::Integer(_) => "integer".to_owned(),
            Kind::Decimal {
                places: Some(places),
                ..
            } => format!("decimal({places})"),
            Kind::Decimal { .. } => "decimal".to_owned(),
            Kind::Date(_) => "date".to_owned(),
            Kind::DateTime(_) => "date-time".to_owned(),
            Kind::Array(item) => format!("{}[]", self.show(item)),
            Kind::Map(value) => format!("map<{}>", self.show(value)),
            Kind::Union(id) => {
                let variants = self.types.union(*id).variants.iter();
                let shown: Vec<String> = variants.map(|one| self.show(&one.ty)).collect();
                format!("({})", shown.join(" | "))
            }
            Kind::Record(id) => {
                let record = self.types.record(*id);
                if record.part.is_empty() {
                    let fields: Vec<String> = record
                        .fields
                        .iter()
                        .map(|field| format!("{}: {}", field.name, self.show(&field.ty)))
                        .collect();
                    format!("{{ {} }}", fields.join(", "))
                } else {
                    record.part.clone()
                }
            }
        };
        let missing = if ty.missing { "?" } else { "" };
        let null = if ty.null { "0" } else { "" };
        format!("{kind}{missing}{null}")
    }
}
