//! The functions of the language, by name: what they give for values.
//!
//! `expression::functions` says how each is written and typed; the generated code calls
//! JavaScript's methods and its own helpers. These mean the same.

mod arrays;
mod collections;
mod conversions;
mod dates;
mod numbers;
mod presence;
mod strings;
mod times;

pub(super) use conversions::text;
pub(super) use numbers::safe;

use std::rc::Rc;

use super::failure::Stop;
use super::machine::{Halt, Machine};
use super::{Decimal, Text, Value};
use crate::expression::Typed;
use crate::expression::functions::{Function, Pattern, Signature};

pub(super) type Given = Result<Value, Halt>;

/// What a function is called with.
pub(super) enum Argument<'m> {
    Value(Value),
    /// An arrow function, the name of a mapping, or what is evaluated when it is asked for.
    Code(&'m Typed),
}

/// The arguments of one call, read by position. What the checker has excluded, such as
/// an argument of another kind, is a fault.
pub(super) struct Arguments<'a, 'm> {
    pub signature: &'static Signature,
    pub list: &'a [Argument<'m>],
    /// The same as they are written.
    pub written: &'m [Typed],
}

/// Calls a function of the table.
pub(super) fn call<'m>(
    machine: &mut Machine<'_, 'm>,
    function: &'static Function,
    arguments: &Arguments<'_, 'm>,
) -> Given {
    let given = strings::call(machine, function.name, arguments)
        .or_else(|| arrays::call(machine, function.name, arguments))
        .or_else(|| conversions::call(machine, function.name, arguments))
        .or_else(|| numbers::call(function.name, arguments))
        .or_else(|| times::call(function.name, arguments))
        .or_else(|| collections::call(machine, function.name, arguments))
        .or_else(|| presence::call(machine, function.name, arguments));
    given.unwrap_or(Err(UNFIT.into()))
}

const UNFIT: Stop = Stop::Fault("a function was called with what it does not take");

impl<'m> Arguments<'_, 'm> {
    fn get(&self, at: usize) -> Option<&Value> {
        match self.list.get(at) {
            Some(Argument::Value(value)) => Some(value),
            _ => None,
        }
    }

    fn value(&self, at: usize) -> Result<&Value, Stop> {
        self.get(at).ok_or(UNFIT)
    }

    fn text(&self, at: usize) -> Result<&Text, Stop> {
        match self.get(at) {
            Some(Value::String(text)) => Ok(text),
            _ => Err(UNFIT),
        }
    }

    fn integer(&self, at: usize) -> Result<i64, Stop> {
        match self.get(at) {
            Some(Value::Integer(integer)) => Ok(*integer),
            _ => Err(UNFIT),
        }
    }

    /// One that may be left out.
    fn optional_integer(&self, at: usize) -> Result<Option<i64>, Stop> {
        match self.get(at) {
            None => Ok(None),
            Some(_) => self.integer(at).map(Some),
        }
    }

    fn decimal(&self, at: usize) -> Result<&Decimal, Stop> {
        match self.get(at) {
            Some(Value::Decimal(decimal)) => Ok(decimal),
            _ => Err(UNFIT),
        }
    }

    fn array(&self, at: usize) -> Result<&Rc<[Value]>, Stop> {
        match self.get(at) {
            Some(Value::Array(items)) => Ok(items),
            _ => Err(UNFIT),
        }
    }

    fn code(&self, at: usize) -> Result<&'m Typed, Stop> {
        match self.list.get(at) {
            Some(Argument::Code(code)) => Ok(code),
            _ => Err(UNFIT),
        }
    }

    /// Whether the signature that applies begins with a date.
    fn of_date(&self) -> bool {
        let first = self.signature.parameters.first();
        first.is_some_and(|first| first.pattern == Pattern::Date)
    }

    /// Whether the first argument is an array.
    fn of_array(&self) -> bool {
        matches!(self.get(0), Some(Value::Array(_)))
    }
}

/// A length as JavaScript counts it.
fn size(length: usize) -> i64 {
    i64::try_from(length).unwrap_or(i64::MAX)
}

/// The position that an index from 0, or from -1 backwards, means in `length` items.
fn position(index: i64, length: usize) -> Option<usize> {
    let from_start = if index < 0 {
        index.saturating_add(size(length))
    } else {
        index
    };
    usize::try_from(from_start).ok().filter(|at| *at < length)
}

/// What `slice` takes: positions cut to what is there, the end not before the start.
fn range(start: i64, end: Option<i64>, length: usize) -> std::ops::Range<usize> {
    let cut = |index: i64| {
        let from_start = if index < 0 {
            index.saturating_add(size(length)).max(0)
        } else {
            index
        };
        usize::try_from(from_start).unwrap_or(length).min(length)
    };
    let start = cut(start);
    start..end.map_or(length, cut).max(start)
}
