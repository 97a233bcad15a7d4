//! Functions of what may be absent, and of what may fail.

use super::{Arguments, Given};
use crate::evaluate::Value;
use crate::evaluate::failure::Failure;
use crate::evaluate::machine::Machine;
use crate::types::FailureCode;

pub(super) fn call<'m>(
    machine: &mut Machine<'_, 'm>,
    name: &str,
    arguments: &Arguments<'_, 'm>,
) -> Option<Given> {
    Some(match name {
        "required" => required(arguments),
        "nonblank" => nonblank(arguments),
        "attempt" => arguments
            .code(0)
            .map_err(Into::into)
            .and_then(|code| machine.attempt(code)),
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
