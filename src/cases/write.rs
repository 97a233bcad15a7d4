//! Values as text: TOML on one line, and JSON on several.

use crate::document::quote;
use crate::evaluate::{Text, Value, stringify};

/// A value as TOML on one line; `None` where TOML has no such value, as `null`.
pub(super) fn toml(value: &Value) -> Option<String> {
    Some(match value {
        Value::Boolean(flag) => flag.to_string(),
        Value::Integer(integer) => integer.to_string(),
        Value::Number(_) => {
            let digits = stringify(value);
            let is_float = digits.contains(['.', 'e']);
            if is_float {
                digits
            } else {
                format!("{digits}.0")
            }
        }
        Value::String(text) => quote(&text.to_utf8()?),
        Value::Array(items) => {
            let items: Option<Vec<String>> = items.iter().map(toml).collect();
            format!("[{}]", items?.join(", "))
        }
        Value::Object(object) => {
            let entries: Option<Vec<String>> = object
                .enumerated()
                .into_iter()
                .map(|(name, value)| Some(format!("{} = {}", key(name)?, toml(value)?)))
                .collect();
            let entries = entries?;
            if entries.is_empty() {
                "{}".to_owned()
            } else {
                format!("{{ {} }}", entries.join(", "))
            }
        }
        Value::Missing | Value::Null | Value::Decimal(_) => return None,
    })
}

fn key(name: &Text) -> Option<String> {
    let name = name.to_utf8()?;
    let bare = !name.is_empty()
        && name
            .bytes()
            .all(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'_'));
    Some(if bare { name } else { quote(&name) })
}

/// A value as JSON, two blanks a level, as it stands on a line with that indentation.
pub(super) fn json(value: &Value, indent: usize) -> String {
    let inner = "  ".repeat(indent + 1);
    let outer = "  ".repeat(indent);
    match value {
        Value::Array(items) if !items.is_empty() => {
            let items: Vec<String> = items
                .iter()
                .map(|item| format!("{inner}{}", json(item, indent + 1)))
                .collect();
            format!("[\n{}\n{outer}]", items.join(",\n"))
        }
        Value::Object(object) if !object.enumerated().is_empty() => {
            let entries: Vec<String> = object
                .enumerated()
                .into_iter()
                .map(|(name, value)| {
                    let name = stringify(&Value::String(name.clone()));
                    format!("{inner}{name}: {}", json(value, indent + 1))
                })
                .collect();
            format!("{{\n{}\n{outer}}}", entries.join(",\n"))
        }
        Value::Missing => "null".to_owned(),
        value => stringify(value),
    }
}
