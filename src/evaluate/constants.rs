//! Literals of the manifest as values of their types.

use super::failure::Failure;
use super::{Decimal, Text, Value};
use crate::manifest::{Tree, TreeKind};
use crate::types::{DecimalWire, Kind, Ty, Types, double, plain_digits};

/// A literal as the generated code has it.
///
/// # Errors
/// A decimal of more than 34 digits.
pub(super) fn literal(tree: &Tree, ty: &Ty, types: &Types) -> Result<Value, Failure> {
    Ok(match (&tree.kind, &ty.kind) {
        (TreeKind::Integer(number), Kind::Decimal { .. }) => Value::Decimal((*number).into()),
        (TreeKind::Float(digits), Kind::Decimal { .. }) => {
            Value::Decimal(Decimal::read(&plain_digits(digits))?)
        }
        (
            TreeKind::String(text),
            Kind::Decimal {
                wire: DecimalWire::String,
                ..
            },
        ) => Value::Decimal(Decimal::read(&text.value)?),
        (TreeKind::String(text), _) => Value::text(&text.value),
        (TreeKind::Integer(number), _) => Value::Integer(*number),
        (TreeKind::Float(digits), _) => Value::number(double(digits).unwrap_or(f64::NAN)),
        (TreeKind::Boolean(flag), _) => Value::Boolean(*flag),
        (TreeKind::Datetime(text), _) => Value::text(text),
        (TreeKind::Array(items), kind) => {
            let item = match kind {
                Kind::Array(item) => (**item).clone(),
                _ => Ty::new(Kind::Unknown),
            };
            let items: Result<Vec<Value>, Failure> = items
                .iter()
                .map(|tree| literal(tree, &item, types))
                .collect();
            Value::array(items?)
        }
        (TreeKind::Table(entries), kind) => {
            let entries: Result<Vec<(Text, Value)>, Failure> = entries
                .iter()
                .map(|(key, tree)| {
                    let ty = match kind {
                        Kind::Map(value) => (**value).clone(),
                        Kind::Record(id) => types
                            .record(*id)
                            .field(&key.name)
                            .map_or(Ty::new(Kind::Unknown), |field| field.ty.clone()),
                        _ => Ty::new(Kind::Unknown),
                    };
                    Ok((key.name.as_str().into(), literal(tree, &ty, types)?))
                })
                .collect();
            Value::object(entries?)
        }
        (TreeKind::Invalid, _) => Value::Missing,
    })
}
