//! Types in words, for messages.

use super::{Kind, Ty, Types, UnionId};
use crate::diagnostics::list;

/// How many unions are written out within each other.
const MAX_UNIONS: usize = 3;

impl Types {
    /// "a string", "an array of `order.lines[]`"; without the two bits.
    pub fn describe(&self, ty: &Ty) -> String {
        self.describe_in(ty, &mut Vec::new())
    }

    /// As [`Self::describe`], within these unions: one that holds itself is named.
    fn describe_in(&self, ty: &Ty, unions: &mut Vec<UnionId>) -> String {
        match &ty.kind {
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
            Kind::Array(item) => format!("an array of {}", self.plural(item, unions)),
            Kind::Map(value) => format!("a map of {}", self.plural(value, unions)),
            Kind::Record(id) => match self.record(*id).part.as_str() {
                "" => "an object".to_owned(),
                part => format!("`{part}`"),
            },
            Kind::Union(id) if unions.contains(id) || unions.len() >= MAX_UNIONS => {
                format!("`{}`", self.union(*id).part)
            }
            Kind::Union(id) => {
                unions.push(*id);
                let variants = &self.union(*id).variants;
                let words: Vec<String> = variants
                    .iter()
                    .map(|variant| self.describe_in(&variant.ty, unions))
                    .collect();
                unions.pop();
                match words.split_last() {
                    Some((last, rest)) if !rest.is_empty() => {
                        format!("{} or {last}", rest.join(", "))
                    }
                    _ => words.concat(),
                }
            }
        }
    }

    /// Several values of a type in words: "strings", "`order.lines[]`".
    fn plural(&self, ty: &Ty, unions: &mut Vec<UnionId>) -> String {
        match &ty.kind {
            Kind::String(_) => "strings".to_owned(),
            Kind::Boolean => "booleans".to_owned(),
            Kind::Integer(_) => "integers".to_owned(),
            Kind::Decimal { .. } => "decimals".to_owned(),
            Kind::Date(_) => "dates".to_owned(),
            Kind::DateTime(_) => "date-times".to_owned(),
            Kind::Array(_) => "arrays".to_owned(),
            Kind::Map(_) => "maps".to_owned(),
            Kind::Record(id) if self.record(*id).part.is_empty() => "objects".to_owned(),
            _ => self.describe_in(ty, unions),
        }
    }
}
