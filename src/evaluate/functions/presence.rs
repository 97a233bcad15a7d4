//! Functions of what may be absent.

use std::collections::BTreeSet;

use super::{Arguments, Given, UNFIT};
use crate::evaluate::failure::Failure;
use crate::evaluate::machine::Machine;
use crate::evaluate::{Text, Value};
use crate::types::FailureCode;

pub(super) fn call(
    machine: &mut Machine<'_, '_>,
    name: &str,
    arguments: &Arguments<'_, '_>,
) -> Option<Given> {
    Some(match name {
        "required" => required(arguments),
        "nonblank" => nonblank(arguments),
        "compact" => compact(arguments),
        "only" => only(arguments),
        "distinct" => distinct(machine, arguments),
        _ => return None,
    })
}

fn required(arguments: &Arguments<'_, '_>) -> Given {
    let (value, message) = (arguments.value(0)?, arguments.text(1)?);
    if value.is_absent() {
        return Err(Failure::new(FailureCode::Missing, message.to_string()).into());
    }
    Ok(value.clone())
}

fn nonblank(arguments: &Arguments<'_, '_>) -> Given {
    Ok(match arguments.value(0)? {
        Value::String(text) if !text.trim().is_empty() => Value::String(text.clone()),
        _ => Value::Missing,
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

fn distinct(machine: &mut Machine<'_, '_>, arguments: &Arguments<'_, '_>) -> Given {
    let items = arguments.array(0)?;
    machine.charge(items.len())?;
    let mut seen = BTreeSet::new();
    let mut kept = Vec::new();
    for item in items.iter() {
        let plain = match item {
            Value::Missing | Value::Null => Plain::Absent(*item == Value::Null),
            Value::Boolean(flag) => Plain::Boolean(*flag),
            Value::Integer(integer) => Plain::Integer(*integer),
            Value::String(text) => Plain::String(text.clone()),
            _ => return Err(UNFIT.into()),
        };
        if seen.insert(plain) {
            kept.push(item.clone());
        }
    }
    Ok(Value::array(kept))
}
