//! Values by their types: read from JSON, and written back, as the generated decoders
//! and encoders do.

use super::failure::{Failure, Stop};
use super::{Text, Value, json, wire};
use crate::types::json::{Json, JsonKind};
use crate::types::{Kind, Record, Step, Ty, Types, Union, check, needs_encoder};

/// Reads JSON by a type, as a value that is called `place` in failures.
///
/// # Errors
/// The first place where it does not fit.
pub fn decode(
    value: &serde_json::Value,
    ty: &Ty,
    types: &Types,
    place: &str,
) -> Result<Value, Stop> {
    let json = Json::from(value);
    check(&json, ty, types).map_err(|mismatch| {
        let failure = Failure::from(mismatch);
        failure.within(Step::Key(place.to_owned()))
    })?;
    read(&json, ty, None, types)
}

pub(super) const UNFIT: Stop = Stop::Fault("JSON that was found to fit its type does not");

/// The record around a value, as its type and as JSON.
pub(super) type Around<'a> = Option<(&'a Record, &'a Json)>;

/// The value of JSON that is known to fit.
pub(super) fn read(json: &Json, ty: &Ty, around: Around<'_>, types: &Types) -> Result<Value, Stop> {
    Ok(match (&json.kind, &ty.kind) {
        (_, Kind::Error | Kind::Unknown) => json::any(json),
        (JsonKind::Null, _) => Value::Null,
        (JsonKind::Array(items), Kind::Array(item)) => {
            let items: Result<Vec<Value>, Stop> = items
                .iter()
                .map(|value| read(value, item, None, types))
                .collect();
            Value::array(items?)
        }
        (JsonKind::Object(members), Kind::Map(value)) => {
            let entries: Result<Vec<(Text, Value)>, Stop> = members
                .iter()
                .map(|member| {
                    let value = read(&member.value, value, None, types)?;
                    Ok((member.name.as_str().into(), value))
                })
                .collect();
            Value::object(entries?)
        }
        (JsonKind::Object(_), Kind::Record(id)) => {
            let record = types.record(*id);
            let entries: Result<Vec<(Text, Value)>, Stop> = record
                .fields
                .iter()
                .map(|field| {
                    let value = match json.get(&field.name) {
                        Some(member) => {
                            read(&member.value, &field.ty, Some((record, json)), types)?
                        }
                        None => Value::Missing,
                    };
                    Ok((field.name.as_str().into(), value))
                })
                .collect();
            Value::object(entries?)
        }
        (_, Kind::Union(id)) => {
            let union = types.union(*id);
            let fits = |ty: &&Ty| check(json, ty, types).is_ok();
            let variant = match tag_of(union, json) {
                Some(tag) => union.tagged(&tag).map(|variant| &variant.ty),
                None => union.variants.iter().map(|variant| &variant.ty).find(fits),
            };
            read(json, variant.ok_or(UNFIT)?, None, types)?
        }
        (_, leaf) => wire::read(json, leaf, around)?,
    })
}

/// The value of the property that tells objects of a union apart.
fn tag_of(union: &Union, json: &Json) -> Option<String> {
    let property = union.discriminator.as_deref()?;
    let tag = json.get(property)?.value.as_str()?;
    Some(tag.to_owned())
}

/// Writes a value by its type: what is then left is JSON, with what is missing.
///
/// # Errors
/// What its type cannot carry, as a decimal of more digits than a number holds.
pub fn encode(value: &Value, ty: &Ty, types: &Types) -> Result<Value, Failure> {
    encode_at(value, ty, types).map_err(|(failure, _)| failure)
}

/// As [`encode`], with the place in the value that cannot be written, from the outside in.
///
/// # Errors
/// As of [`encode`].
pub(super) fn encode_at(
    value: &Value,
    ty: &Ty,
    types: &Types,
) -> Result<Value, (Failure, Vec<Step>)> {
    let mut writer = Writer {
        types,
        path: Vec::new(),
    };
    let written = writer.write(value, ty, None);
    written.map_err(|failure| (failure, writer.path))
}

struct Writer<'a> {
    types: &'a Types,
    /// Where it is; after a failure, where that was.
    path: Vec<Step>,
}

impl Writer<'_> {
    fn inside(
        &mut self,
        step: Step,
        value: &Value,
        ty: &Ty,
        around: Option<(&Record, &Value)>,
    ) -> Result<Value, Failure> {
        self.path.push(step);
        let written = self.write(value, ty, around)?;
        self.path.pop();
        Ok(written)
    }

    fn write(
        &mut self,
        value: &Value,
        ty: &Ty,
        around: Option<(&Record, &Value)>,
    ) -> Result<Value, Failure> {
        let types = self.types;
        if value.is_absent() || !needs_encoder(ty, types) {
            return Ok(value.clone());
        }
        Ok(match (value, &ty.kind) {
            (Value::Array(items), Kind::Array(item)) => {
                let items: Result<Vec<Value>, Failure> = items
                    .iter()
                    .enumerate()
                    .map(|(at, value)| self.inside(Step::Index(at), value, item, None))
                    .collect();
                Value::array(items?)
            }
            (Value::Object(object), Kind::Map(value)) => {
                let entries: Result<Vec<(Text, Value)>, Failure> = object
                    .enumerated()
                    .into_iter()
                    .map(|(name, entry)| {
                        let step = Step::Key(name.to_string());
                        Ok((name.clone(), self.inside(step, entry, value, None)?))
                    })
                    .collect();
                Value::object(entries?)
            }
            (Value::Object(_), Kind::Record(id)) => {
                let record = types.record(*id);
                let entries: Result<Vec<(Text, Value)>, Failure> = record
                    .fields
                    .iter()
                    .map(|field| {
                        let entry = value.get(&field.name);
                        let step = Step::Key(field.name.clone());
                        let entry = self.inside(step, &entry, &field.ty, Some((record, value)))?;
                        Ok((field.name.as_str().into(), entry))
                    })
                    .collect();
                Value::object(entries?)
            }
            (_, Kind::Union(id)) => match variant(value, types.union(*id)) {
                Some(ty) => self.write(value, ty, None)?,
                None => value.clone(),
            },
            (_, leaf) => wire::write(value, leaf, around)?,
        })
    }
}

/// The variant of a union that a value inside is of: decimals, arrays and objects are
/// told apart; whatever else there is travels as it is.
fn variant<'u>(value: &Value, union: &'u Union) -> Option<&'u Ty> {
    let property = union.discriminator.as_deref().unwrap_or_default();
    let tag = match value.get(property) {
        Value::String(tag) => tag.to_utf8(),
        _ => None,
    };
    let mut types = union.variants.iter();
    let found = types.find(|variant| match (value, &variant.ty.kind) {
        (Value::Decimal(_), Kind::Decimal { .. }) | (Value::Array(_), Kind::Array(_)) => true,
        (Value::Object(_), Kind::Map(_) | Kind::Record(_)) => {
            variant.tags.is_empty() || tag.as_ref().is_some_and(|tag| variant.tags.contains(tag))
        }
        _ => false,
    });
    found.map(|variant| &variant.ty)
}
