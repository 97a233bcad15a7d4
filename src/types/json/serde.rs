//! Plain JSON values, which have no spans.

use super::{Json, JsonKind, Member};
use crate::source::Span;

impl From<&serde_json::Value> for Json {
    fn from(value: &serde_json::Value) -> Self {
        let kind = match value {
            serde_json::Value::Null => JsonKind::Null,
            serde_json::Value::Bool(boolean) => JsonKind::Boolean(*boolean),
            serde_json::Value::Number(number) => JsonKind::Number(number.to_string()),
            serde_json::Value::String(text) => JsonKind::String(text.clone()),
            serde_json::Value::Array(items) => {
                JsonKind::Array(items.iter().map(Self::from).collect())
            }
            serde_json::Value::Object(members) => JsonKind::Object(
                members
                    .iter()
                    .map(|(name, value)| Member {
                        name: name.clone(),
                        name_span: Span::default(),
                        value: Self::from(value),
                    })
                    .collect(),
            ),
        };
        Self {
            kind,
            span: Span::default(),
        }
    }
}
