//! Types in words, for messages.

use crate::types::{Kind, Ty, Types};

/// A type in words: "a string", "an array of `order.lines[]`".
pub fn describe(ty: &Ty, types: &Types) -> String {
    describe_kind(&ty.kind, types)
}

/// A kind in words.
pub fn describe_kind(kind: &Kind, types: &Types) -> String {
    match kind {
        Kind::Error => "something wrong".to_owned(),
        Kind::Unknown => "any JSON".to_owned(),
        Kind::Nothing => "`null`".to_owned(),
        Kind::String(None) => "a string".to_owned(),
        Kind::String(Some(values)) => match values.as_ref() {
            [] => "a string".to_owned(),
            [value] => format!("the text `'{value}'`"),
            _ => format!(
                "one of {}",
                list(values.iter().map(|value| format!("`'{value}'`")))
            ),
        },
        Kind::Boolean => "a boolean".to_owned(),
        Kind::Integer(_) => "an integer".to_owned(),
        Kind::Decimal { .. } => "a decimal".to_owned(),
        Kind::Date(_) => "a date".to_owned(),
        Kind::DateTime(_) => "a date-time".to_owned(),
        Kind::Array(item) if item.kind == Kind::Nothing => "an empty array".to_owned(),
        Kind::Array(item) => format!("an array of {}", plural(item, types)),
        Kind::Map(value) => format!("a map of {}", plural(value, types)),
        Kind::Record(id) => match types.record(*id).part.as_str() {
            "" => "an object".to_owned(),
            part => format!("`{part}`"),
        },
    }
}

/// Several values of a type in words: "strings", "`order.lines[]`".
fn plural(ty: &Ty, types: &Types) -> String {
    match &ty.kind {
        Kind::String(_) => "strings".to_owned(),
        Kind::Boolean => "booleans".to_owned(),
        Kind::Integer(_) => "integers".to_owned(),
        Kind::Decimal { .. } => "decimals".to_owned(),
        Kind::Date(_) => "dates".to_owned(),
        Kind::DateTime(_) => "date-times".to_owned(),
        Kind::Array(_) => "arrays".to_owned(),
        Kind::Map(_) => "maps".to_owned(),
        Kind::Record(id) if types.record(*id).part.is_empty() => "objects".to_owned(),
        _ => describe(ty, types),
    }
}

/// Words with commas and a last "or", at most six of them.
pub(super) fn list(words: impl Iterator<Item = String>) -> String {
    let mut words: Vec<String> = words.collect();
    let more = words.len().saturating_sub(6);
    words.truncate(6);
    if more > 0 {
        return format!("{} or {more} more", words.join(", "));
    }
    match words.pop() {
        None => String::new(),
        Some(last) if words.is_empty() => last,
        Some(last) => format!("{} or {last}", words.join(", ")),
    }
}
