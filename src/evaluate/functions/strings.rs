//! Methods of strings, as JavaScript has them.

use super::{Arguments, Given, UNFIT, position, range, size};
use crate::evaluate::machine::{Halt, Machine};
use crate::evaluate::{Text, Value};

/// `None` where the name, or the first argument, is not of this table.
pub(super) fn call(
    machine: &mut Machine<'_, '_>,
    name: &str,
    arguments: &Arguments<'_, '_>,
) -> Option<Given> {
    let text = arguments.text(0).ok()?;
    if let Err(halt) = charge_search(machine, name, text, arguments) {
        return Some(Err(halt));
    }
    Some(match name {
        "trim" => Ok(Value::String(text.trim())),
        "trimStart" => Ok(Value::String(text.trim_start())),
        "trimEnd" => Ok(Value::String(text.trim_end())),
        "toUpperCase" => Ok(Value::String(text.to_upper_case())),
        "toLowerCase" => Ok(Value::String(text.to_lower_case())),
        "length" => Ok(Value::Integer(size(text.len()))),
        "startsWith" => with(text, arguments, |text, part| {
            Value::Boolean(text.starts_with(part))
        }),
        "endsWith" => with(text, arguments, |text, part| {
            Value::Boolean(text.ends_with(part))
        }),
        "includes" => with(text, arguments, |text, part| {
            Value::Boolean(find(text, part, 0).is_some())
        }),
        "split" => with(text, arguments, split),
        "replace" => replace(machine, text, arguments, 1),
        "replaceAll" => replace(machine, text, arguments, usize::MAX),
        "padStart" => filler(machine, text, arguments).map(|fill| joined(&fill, text.units())),
        "padEnd" => filler(machine, text, arguments).map(|fill| joined(text.units(), &fill)),
        "slice" => slice(text, arguments),
        "at" => at(text, arguments),
        "truncate" => truncate(text, arguments),
        "digits" => Ok(Value::String(
            text.units()
                .iter()
                .copied()
                .filter(|unit| (0x30..=0x39).contains(unit))
                .collect::<Vec<u16>>()
                .into(),
        )),
        _ => return None,
    })
}

/// Looking for a long part in a long text is work beyond the text's length.
fn charge_search(
    machine: &mut Machine<'_, '_>,
    name: &str,
    text: &Text,
    arguments: &Arguments<'_, '_>,
) -> Result<(), Halt> {
    match (name, arguments.get(1)) {
        ("includes" | "split" | "replace" | "replaceAll", Some(Value::String(part))) => {
            machine.charge(text.len().saturating_mul(part.len()) / 16)
        }
        _ => Ok(()),
    }
}

fn with(
    text: &Text,
    arguments: &Arguments<'_, '_>,
    apply: impl Fn(&[u16], &[u16]) -> Value,
) -> Given {
    Ok(apply(text.units(), arguments.text(1)?.units()))
}

fn joined(start: &[u16], end: &[u16]) -> Value {
    Value::String(Text::from([start, end].concat()).well_formed())
}

/// Where `part` first is, from a position on.
fn find(text: &[u16], part: &[u16], from: usize) -> Option<usize> {
    if part.is_empty() {
        return (from <= text.len()).then_some(from);
    }
    text.get(from..)?
        .windows(part.len())
        .position(|window| window == part)
        .map(|at| from + at)
}

/// The start of each occurrence, none within another. An empty part is between all units
/// and at both ends.
fn occurrences(text: &[u16], part: &[u16]) -> Vec<usize> {
    let mut found = Vec::new();
    let mut from = 0;
    while let Some(at) = find(text, part, from) {
        found.push(at);
        from = at + part.len().max(1);
    }
    found
}

fn split(text: &[u16], separator: &[u16]) -> Value {
    let piece = |units: &[u16]| Value::String(units.into());
    let mut pieces = Vec::new();
    let mut from = 0;
    for at in occurrences(text, separator) {
        pieces.push(piece(text.get(from..at).unwrap_or(&[])));
        from = at + separator.len();
    }
    pieces.push(piece(text.get(from..).unwrap_or(&[])));
    Value::array(pieces)
}

/// Up to `most` occurrences. The new text stands as it is: `$` means nothing in it.
fn replace(
    machine: &mut Machine<'_, '_>,
    text: &Text,
    arguments: &Arguments<'_, '_>,
    most: usize,
) -> Given {
    let (old, new) = (arguments.text(1)?.units(), arguments.text(2)?.units());
    let text = text.units();
    let mut found = occurrences(text, old);
    found.truncate(most);
    machine.charge(
        text.len()
            .saturating_add(found.len().saturating_mul(new.len())),
    )?;
    let mut replaced = Vec::new();
    let mut from = 0;
    for at in found {
        replaced.extend_from_slice(text.get(from..at).unwrap_or(&[]));
        replaced.extend_from_slice(new);
        from = at + old.len();
    }
    replaced.extend_from_slice(text.get(from..).unwrap_or(&[]));
    Ok(Value::String(Text::from(replaced).well_formed()))
}

/// What a text lacks to a length, of blanks or of a given text.
fn filler(
    machine: &mut Machine<'_, '_>,
    text: &Text,
    arguments: &Arguments<'_, '_>,
) -> Result<Vec<u16>, Halt> {
    let length = arguments.integer(1)?;
    let fill = match arguments.get(2) {
        Some(_) => arguments.text(2)?.units(),
        None => &[0x20],
    };
    let lacks = usize::try_from(length.saturating_sub(size(text.len()))).unwrap_or(0);
    machine.charge(lacks)?;
    Ok(fill.iter().copied().cycle().take(lacks).collect())
}

fn slice(text: &Text, arguments: &Arguments<'_, '_>) -> Given {
    let (start, end) = (arguments.integer(1)?, arguments.optional_integer(2)?);
    let units = text.units().get(range(start, end, text.len()));
    Ok(Value::String(Text::from(units.ok_or(UNFIT)?).well_formed()))
}

fn at(text: &Text, arguments: &Arguments<'_, '_>) -> Given {
    let at = position(arguments.integer(1)?, text.len());
    let unit = at.and_then(|at| text.units().get(at..=at));
    Ok(unit.map_or(Value::Missing, |unit| {
        Value::String(Text::from(unit).well_formed())
    }))
}

/// The first characters, none of which is cut in two.
fn truncate(text: &Text, arguments: &Arguments<'_, '_>) -> Given {
    let most = usize::try_from(arguments.integer(1)?).map_err(|_| UNFIT)?;
    if text.len() <= most {
        return Ok(Value::String(text.clone()));
    }
    let mut units = Vec::new();
    for character in char::decode_utf16(text.units().iter().copied()).take(most) {
        match character {
            Ok(character) => units.extend_from_slice(character.encode_utf16(&mut [0; 2])),
            Err(half) => units.push(half.unpaired_surrogate()),
        }
    }
    Ok(Value::String(units.into()))
}
