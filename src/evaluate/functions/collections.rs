//! Functions of arrays and maps that JavaScript lacks.

use std::cmp::Ordering;
use std::collections::BTreeMap;
use std::collections::BTreeSet;

use super::{Argument, Arguments, Given, UNFIT};
use crate::evaluate::failure::{Failure, Stop};
use crate::evaluate::machine::Machine;
use crate::evaluate::{Decimal, Text, Value, zone};
use crate::types::{FailureCode, Kind};

pub(super) fn call<'m>(
    machine: &mut Machine<'_, 'm>,
    name: &str,
    arguments: &Arguments<'_, 'm>,
) -> Option<Given> {
    Some(match name {
        "compact" => compact(arguments),
        "only" => only(arguments),
        "distinct" => distinct(machine, arguments),
        "sortBy" => sort_by(machine, arguments),
        "groupBy" => group_by(machine, arguments),
        "chunk" => chunk(arguments),
        "entries" => entries(arguments),
        _ => return None,
    })
}

fn compact(arguments: &Arguments<'_, '_>) -> Given {
    let items = arguments.array(0)?.iter();
    let there = items.filter(|item| !item.is_absent()).cloned();
    Ok(Value::array(there.collect()))
}

fn only(arguments: &Arguments<'_, '_>) -> Given {
    match &**arguments.array(0)? {
        [] => Ok(Value::Missing),
        [one] => Ok(one.clone()),
        many => Err(Failure::new(
            FailureCode::Ambiguous,
            format!("expected at most one element, got {}", many.len()),
        )
        .into()),
    }
}

/// What is compared by `===`.
#[derive(PartialEq, Eq, PartialOrd, Ord)]
enum Plain {
    Absent(bool),
    Boolean(bool),
    Integer(i64),
    String(Text),
}

impl Plain {
    fn of(value: &Value) -> Result<Self, Stop> {
        Ok(match value {
            Value::Missing | Value::Null => Self::Absent(*value == Value::Null),
            Value::Boolean(flag) => Self::Boolean(*flag),
            Value::Integer(integer) => Self::Integer(*integer),
            Value::String(text) => Self::String(text.clone()),
            _ => return Err(UNFIT),
        })
    }
}

fn distinct(machine: &mut Machine<'_, '_>, arguments: &Arguments<'_, '_>) -> Given {
    let items = arguments.array(0)?;
    machine.charge(items.len())?;
    let mut seen = BTreeSet::new();
    let mut kept = Vec::new();
    for item in items.iter() {
        if seen.insert(Plain::of(item)?) {
            kept.push(item.clone());
        }
    }
    Ok(Value::array(kept))
}

/// What `sortBy` orders by.
enum Key {
    Integer(i64),
    Decimal(Decimal),
    Text(Text),
    /// Nanoseconds since 1970.
    Instant(i128),
}

impl Key {
    fn compare(&self, other: &Self) -> Ordering {
        match (self, other) {
            (Self::Integer(left), Self::Integer(right)) => left.cmp(right),
            (Self::Decimal(left), Self::Decimal(right)) => left.compare(right),
            (Self::Text(left), Self::Text(right)) => left.cmp(right),
            (Self::Instant(left), Self::Instant(right)) => left.cmp(right),
            // Keys are of one kind.
            _ => Ordering::Equal,
        }
    }
}

fn sort_by<'m>(machine: &mut Machine<'_, 'm>, arguments: &Arguments<'_, 'm>) -> Given {
    let items = arguments.array(0)?;
    let function = arguments.code(1)?;
    let by_instant = matches!(function.ty.kind, Kind::DateTime(_));
    let descending = match arguments.get(2) {
        Some(_) => arguments.text(2)?.is("descending"),
        None => false,
    };
    let mut keyed: Vec<(Key, &Value)> = Vec::with_capacity(items.len());
    for item in items.iter() {
        let key = match machine.lambda(function, std::slice::from_ref(item))? {
            Value::String(text) if by_instant => {
                Key::Instant(zone::nanoseconds(&text.to_string())?)
            }
            Value::String(text) => Key::Text(text),
            Value::Integer(integer) => Key::Integer(integer),
            Value::Decimal(decimal) => Key::Decimal(decimal),
            _ => return Err(UNFIT.into()),
        };
        keyed.push((key, item));
    }
    keyed.sort_by(|(left, _), (right, _)| {
        let order = left.compare(right);
        if descending { order.reverse() } else { order }
    });
    let sorted = keyed.into_iter().map(|(_, item)| item.clone());
    Ok(Value::array(sorted.collect()))
}

fn group_by<'m>(machine: &mut Machine<'_, 'm>, arguments: &Arguments<'_, 'm>) -> Given {
    let function = arguments.code(1)?;
    let mut places: BTreeMap<Plain, usize> = BTreeMap::new();
    let mut groups: Vec<(Value, Vec<Value>)> = Vec::new();
    for item in arguments.array(0)?.iter() {
        let key = machine.lambda(function, std::slice::from_ref(item))?;
        let next = groups.len();
        let place = *places.entry(Plain::of(&key)?).or_insert(next);
        match groups.get_mut(place) {
            Some((_, items)) => items.push(item.clone()),
            None => groups.push((key, vec![item.clone()])),
        }
    }
    let records = groups.into_iter().map(|(key, items)| {
        Value::object(vec![
            ("key".into(), key),
            ("items".into(), Value::array(items)),
        ])
    });
    Ok(Value::array(records.collect()))
}

fn chunk(arguments: &Arguments<'_, '_>) -> Given {
    let size = usize::try_from(arguments.integer(1)?).map_err(|_| UNFIT)?;
    let items = arguments.array(0)?;
    let chunks = items
        .chunks(size.max(1))
        .map(|part| Value::Array(part.into()));
    Ok(Value::array(chunks.collect()))
}

fn entries(arguments: &Arguments<'_, '_>) -> Given {
    let Some(Argument::Value(Value::Object(map))) = arguments.list.first() else {
        return Err(UNFIT.into());
    };
    let mut entries = map.enumerated();
    entries.sort_by(|(left, _), (right, _)| left.cmp(right));
    let records = entries.into_iter().map(|(name, value)| {
        Value::object(vec![
            ("key".into(), Value::String(name.clone())),
            ("value".into(), value.clone()),
        ])
    });
    Ok(Value::array(records.collect()))
}
