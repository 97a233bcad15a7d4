//! An ordinary value of a type, with every part that is read.

use serde_json::{Map, Value as Json};

use super::hints::{Form, Hint, Hints};
use super::leaves::{self, Leaves, Within};
use crate::evaluate::moment_json;
use crate::model::Usage;
use crate::types::{Kind, Limits, RecordId, Ty, Types, UnionId, conforms_json};

/// Deeper values are cut off; none that people write is as deep.
const DEPTH: usize = 48;

/// Parts of one value, beyond which only what is required is there.
const PARTS: usize = 200;

/// Parts beyond which a value is cut off.
const MOST_PARTS: usize = 10_000;

pub(super) struct Ordinary<'a> {
    pub types: &'a Types,
    pub usage: &'a Usage,
    pub hints: &'a Hints,
}

/// What a part of a value lies in, and how much of the value there is.
#[derive(Default)]
struct Inside {
    records: Vec<RecordId>,
    unions: Vec<UnionId>,
    depth: usize,
    parts: usize,
}

impl<'a> Ordinary<'a> {
    /// The values to try in leaves.
    pub const fn leaves(&self) -> Leaves<'a> {
        Leaves {
            types: self.types,
            hints: self.hints,
        }
    }

    pub fn value(&self, ty: &Ty, within: Option<Within<'_>>) -> Json {
        self.within(ty, within, &mut Inside::default())
    }

    fn within(&self, ty: &Ty, within: Option<Within<'_>>, inside: &mut Inside) -> Json {
        inside.parts += 1;
        if inside.depth > DEPTH || inside.parts > MOST_PARTS {
            return Json::Null;
        }
        inside.depth += 1;
        let value = self.part(ty, within, inside);
        inside.depth -= 1;
        value
    }

    fn part(&self, ty: &Ty, within: Option<Within<'_>>, inside: &mut Inside) -> Json {
        match &ty.kind {
            Kind::Array(item) => {
                // Of what holds itself, the inner arrays are empty.
                let again = inside.parts > PARTS
                    || match item.kind {
                        Kind::Record(id) => inside.records.contains(&id),
                        Kind::Union(id) => inside.unions.contains(&id),
                        _ => false,
                    };
                let least = ty.limits.as_ref().and_then(|limits| limits.min_items);
                let count = least.unwrap_or(u64::from(!again)).min(8);
                let count = count.max(u64::from(!again));
                (0..count)
                    .map(|_| self.within(item, None, inside))
                    .collect()
            }
            Kind::Map(value) => {
                let key = self.text_hint(within).unwrap_or_else(|| "key".to_owned());
                let value = self.within(value, None, inside);
                Json::Object(Map::from_iter([(key, value)]))
            }
            Kind::Record(id) => self.record(*id, inside),
            Kind::Union(id) => {
                inside.unions.push(*id);
                let first = self.types.union(*id).variants.first();
                let value = first.map(|variant| self.within(&variant.ty, within, inside));
                inside.unions.pop();
                value.unwrap_or(Json::Null)
            }
            Kind::Nothing => Json::Null,
            Kind::Error | Kind::Unknown => "text".into(),
            _ => self.leaf(ty, within),
        }
    }

    fn record(&self, id: RecordId, inside: &mut Inside) -> Json {
        let again = inside.records.contains(&id) || inside.parts > PARTS;
        inside.records.push(id);
        let mut entries = Map::new();
        for field in &self.types.record(id).fields {
            let wanted = self.usage.uses(id, &field.name) && !again;
            if !wanted && field.ty.missing {
                continue;
            }
            let value = if !wanted && field.ty.null {
                Json::Null
            } else {
                let within = Within {
                    record: id,
                    name: &field.name,
                };
                self.within(&field.ty, Some(within), inside)
            };
            entries.insert(field.name.clone(), value);
        }
        inside.records.pop();
        Json::Object(entries)
    }

    /// The first of some plain values that fits; otherwise the first that is tried at all.
    fn leaf(&self, ty: &Ty, within: Option<Within<'_>>) -> Json {
        let plain: Vec<Json> = match &ty.kind {
            Kind::String(Some(values)) => {
                values.iter().map(|value| value.as_str().into()).collect()
            }
            Kind::String(None) => vec![self.text(ty.limits.as_deref(), within).into()],
            Kind::Boolean => vec![true.into()],
            Kind::Integer(_) => vec![2.into(), "2".into()],
            Kind::Decimal { .. } => vec![1250.into(), "12.50".into()],
            Kind::Date(_) => moment_json("2024-05-31", &ty.kind).into_iter().collect(),
            Kind::DateTime(_) => {
                let instant = moment_json("2024-05-31T09:30:00Z", &ty.kind);
                instant.into_iter().collect()
            }
            _ => Vec::new(),
        };
        let alone = leaves::alone(ty, within, self.types);
        let fits = |value: &&Json| {
            conforms_json(value, &alone, self.types).is_ok()
                && leaves::within_limits(value, ty.limits.as_deref())
        };
        if let Some(value) = plain.iter().find(fits) {
            return value.clone();
        }
        let mut tried = self.leaves().of(&ty.present(), within).into_iter();
        match (tried.next(), plain.first()) {
            (Some(leaf), _) => leaf.value,
            (None, Some(value)) => value.clone(),
            (None, None) => Json::Null,
        }
    }

    fn text(&self, limits: Option<&Limits>, within: Option<Within<'_>>) -> String {
        if let Some(text) = self.text_hint(within) {
            return text;
        }
        let mut text = match limits.and_then(|limits| limits.format.as_deref()) {
            Some("email") => "someone@example.com",
            Some("uuid") => "123e4567-e89b-12d3-a456-426614174000",
            Some("uri" | "url") => "https://example.com/a",
            _ => "text",
        }
        .to_owned();
        if let Some(limits) = limits {
            let least = limits
                .min_length
                .and_then(|least| usize::try_from(least).ok());
            while text.len() < least.unwrap_or(0).min(10_000) {
                text.push('x');
            }
            if let Some(most) = limits
                .max_length
                .and_then(|most| usize::try_from(most).ok())
            {
                text = text.chars().take(most).collect();
            }
        }
        text
    }

    /// What the expressions want to see.
    fn text_hint(&self, within: Option<Within<'_>>) -> Option<String> {
        let within = within?;
        let mut forms = None;
        let currencies = self.types.record(within.record).currencies();
        if currencies.iter().any(|currency| currency == within.name) {
            forms = Some(Form::Currency);
        }
        for hint in self.hints.field(within.record, within.name) {
            match hint {
                Hint::Form(form) => forms = Some(*form),
                Hint::Text(text) if forms.is_none() => return Some(text.clone()),
                _ => {}
            }
        }
        let text = match forms? {
            Form::Decimal => "12.50",
            Form::Integer => "12",
            Form::Date => "2024-05-31",
            Form::Instant => "2024-05-31T09:30:00Z",
            Form::Local => "2024-05-31T09:30:00",
            Form::Currency => "EUR",
        };
        Some(text.to_owned())
    }
}
