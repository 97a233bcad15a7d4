//! Types in words, for messages.

use super::{Kind, Ty, Types};
use crate::diagnostics::list;

impl Types {
    /// "a string", "an array of `order.lines[]`"; without the two bits.
    pub fn describe(&self, ty: &Ty) -> String {
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
            Kind::Array(item) => format!("an array of {}", self.plural(item)),
            Kind::Map(value) => format!("a map of {}", self.plural(value)),
            Kind::Record(id) => match self.record(*id).part.as_str() {
                "" => "an object".to_owned(),
                part => format!("`{part}`"),
            },
            Kind::Union(id) => {
                let variants = &self.union(*id).variants;
                let words: Vec<String> = variants
                    .iter()
                    .map(|variant| self.describe(&variant.ty))
                    .collect();
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
    fn plural(&self, ty: &Ty) -> String {
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
            _ => self.describe(ty),
        }
    }
}
