//! Literals of the manifest as values of their types.

use super::codec::read;
use super::failure::Stop;
use super::{Decimal, Text, Value};
use crate::manifest::{Tree, TreeKind};
use crate::types::json::Json;
use crate::types::{DecimalWire, Kind, Ty, Types, plain_digits};

/// A literal that fits its type, as the generated code has it. Decimals keep all of their
/// digits, which no JSON number would.
///
/// # Errors
/// A decimal of more than 34 digits, and what does not fit.
pub fn literal(tree: &Tree, ty: &Ty, types: &Types) -> Result<Value, Stop> {
    let exact = matches!(
        ty.kind,
        Kind::Decimal {
            wire: DecimalWire::Number,
            ..
        }
    );
    Ok(match (&tree.kind, &ty.kind) {
        (TreeKind::Integer(number), _) if exact => Value::Decimal((*number).into()),
        (TreeKind::Float(digits), _) if exact => {
            Value::Decimal(Decimal::read(&plain_digits(digits))?)
        }
        (TreeKind::Array(items), Kind::Array(item)) => {
            let items: Result<Vec<Value>, Stop> = items
                .iter()
                .map(|tree| literal(tree, item, types))
                .collect();
            Value::array(items?)
        }
        (TreeKind::Table(entries), Kind::Map(_) | Kind::Record(_)) => {
            let entries: Result<Vec<(Text, Value)>, Stop> = entries
                .iter()
                .map(|(key, tree)| {
                    let ty = match &ty.kind {
                        Kind::Map(value) => Some((**value).clone()),
                        Kind::Record(id) => types
                            .record(*id)
                            .field(&key.name)
                            .map(|field| field.ty.clone()),
                        _ => None,
                    };
                    let ty = ty.unwrap_or_else(|| Ty::new(Kind::Unknown));
                    Ok((key.name.as_str().into(), literal(tree, &ty, types)?))
                })
                .collect();
            Value::object(entries?)
        }
        (TreeKind::Invalid, _) => Value::Missing,
        _ => read(&Json::from(tree), ty, None, types)?,
    })
}
