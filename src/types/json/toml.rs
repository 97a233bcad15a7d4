//! TOML as JSON: tables are objects, dates keep a kind of their own.

use super::{Json, JsonKind, Member};
use crate::manifest::{Tree, TreeKind};

impl From<&Tree> for Json {
    fn from(tree: &Tree) -> Self {
        let kind = match &tree.kind {
            TreeKind::String(text) => JsonKind::String(text.value.clone()),
            TreeKind::Integer(integer) => JsonKind::Number(integer.to_string()),
            TreeKind::Float(digits) => number(digits),
            TreeKind::Boolean(boolean) => JsonKind::Boolean(*boolean),
            TreeKind::Datetime(text) => {
                JsonKind::Datetime(text.replace([' ', 't'], "T").replace('z', "Z"))
            }
            TreeKind::Array(items) => JsonKind::Array(items.iter().map(Self::from).collect()),
            TreeKind::Table(entries) => JsonKind::Object(
                entries
                    .iter()
                    .map(|(key, value)| Member {
                        name: key.name.clone(),
                        name_span: key.span,
                        value: Self::from(value),
                    })
                    .collect(),
            ),
            TreeKind::Invalid => JsonKind::Invalid,
        };
        Self {
            kind,
            span: tree.span,
        }
    }
}

/// A TOML float in JSON's spelling: no leading `+`. `inf` and `nan` stay as they are,
/// and are numbers to nobody.
fn number(digits: &str) -> JsonKind {
    JsonKind::Number(digits.strip_prefix('+').unwrap_or(digits).to_owned())
}
