//! Methods of arrays, as JavaScript has them.

use super::{Arguments, Given, UNFIT, position, range, size};
use crate::evaluate::machine::{Halt, Machine};
use crate::evaluate::{Text, Value};

/// `None` where the name, or the first argument, is not of this table.
pub(super) fn call<'m>(
    machine: &mut Machine<'_, 'm>,
    name: &str,
    arguments: &Arguments<'_, 'm>,
) -> Option<Given> {
    if !arguments.of_array() {
        return None;
    }
    Some(match name {
        "map" => each(machine, arguments).map(Value::array),
        "flatMap" => each(machine, arguments).and_then(|lists| flat(machine, &lists)),
        "filter" => filter(machine, arguments),
        "find" => first(machine, arguments, true, false).map(or_missing),
        "findLast" => first(machine, arguments, true, true).map(or_missing),
        "some" => {
            first(machine, arguments, true, false).map(|found| Value::Boolean(found.is_some()))
        }
        "every" => {
            first(machine, arguments, false, false).map(|found| Value::Boolean(found.is_none()))
        }
        "toReversed" => arguments
            .array(0)
            .map(|items| Value::array(items.iter().rev().cloned().collect()))
            .map_err(Halt::from),
        "includes" => includes(arguments),
        "join" => join(machine, arguments),
        "concat" => concat(machine, arguments),
        "slice" => slice(arguments),
        "at" => at(arguments),
        "length" => arguments
            .array(0)
            .map(|items| Value::Integer(size(items.len())))
            .map_err(Halt::from),
        _ => return None,
    })
}

/// What the function gives for each item.
fn each<'m>(
    machine: &mut Machine<'_, 'm>,
    arguments: &Arguments<'_, 'm>,
) -> Result<Vec<Value>, Halt> {
    let function = arguments.code(1)?;
    let items = arguments.array(0)?;
    let mut results = Vec::with_capacity(items.len());
    for (at, item) in items.iter().enumerate() {
        results.push(machine.lambda(function, &[item.clone(), Value::Integer(size(at))])?);
    }
    Ok(results)
}

fn or_missing(found: Option<Value>) -> Value {
    found.unwrap_or(Value::Missing)
}

/// The first item, or from the end the last, for which the test gives `wanted`.
fn first<'m>(
    machine: &mut Machine<'_, 'm>,
    arguments: &Arguments<'_, 'm>,
    wanted: bool,
    backwards: bool,
) -> Result<Option<Value>, Halt> {
    let function = arguments.code(1)?;
    let items = arguments.array(0)?;
    for step in 0..items.len() {
        let at = if backwards {
            items.len() - 1 - step
        } else {
            step
        };
        let Some(item) = items.get(at) else { break };
        if machine.test(function, &[item.clone(), Value::Integer(size(at))])? == wanted {
            return Ok(Some(item.clone()));
        }
    }
    Ok(None)
}

fn filter<'m>(machine: &mut Machine<'_, 'm>, arguments: &Arguments<'_, 'm>) -> Given {
    let function = arguments.code(1)?;
    let mut kept = Vec::new();
    for (at, item) in arguments.array(0)?.iter().enumerate() {
        if machine.test(function, &[item.clone(), Value::Integer(size(at))])? {
            kept.push(item.clone());
        }
    }
    Ok(Value::array(kept))
}

fn flat(machine: &mut Machine<'_, '_>, lists: &[Value]) -> Given {
    let mut all = Vec::new();
    for list in lists {
        let Value::Array(items) = list else {
            return Err(UNFIT.into());
        };
        machine.charge(items.len())?;
        all.extend(items.iter().cloned());
    }
    Ok(Value::array(all))
}

fn includes(arguments: &Arguments<'_, '_>) -> Given {
    let item = arguments.value(1)?;
    let found = arguments.array(0)?.contains(item);
    Ok(Value::Boolean(found))
}

fn join(machine: &mut Machine<'_, '_>, arguments: &Arguments<'_, '_>) -> Given {
    let separator = arguments.text(1)?.units();
    let mut all: Vec<u16> = Vec::new();
    for (at, item) in arguments.array(0)?.iter().enumerate() {
        let text = match item {
            Value::String(text) => text.clone(),
            Value::Missing | Value::Null => Text::from(""),
            _ => return Err(UNFIT.into()),
        };
        machine.charge(text.len().saturating_add(separator.len()))?;
        if at > 0 {
            all.extend_from_slice(separator);
        }
        all.extend_from_slice(text.units());
    }
    Ok(Value::String(all.into()))
}

fn concat(machine: &mut Machine<'_, '_>, arguments: &Arguments<'_, '_>) -> Given {
    let (items, more) = (arguments.array(0)?, arguments.array(1)?);
    machine.charge(items.len().saturating_add(more.len()))?;
    Ok(Value::array(
        items.iter().chain(more.iter()).cloned().collect(),
    ))
}

fn slice(arguments: &Arguments<'_, '_>) -> Given {
    let items = arguments.array(0)?;
    let (start, end) = (arguments.integer(1)?, arguments.optional_integer(2)?);
    let part = items.get(range(start, end, items.len())).ok_or(UNFIT)?;
    Ok(Value::Array(part.into()))
}

fn at(arguments: &Arguments<'_, '_>) -> Given {
    let items = arguments.array(0)?;
    let item = position(arguments.integer(1)?, items.len()).and_then(|at| items.get(at));
    Ok(item.cloned().unwrap_or(Value::Missing))
}
