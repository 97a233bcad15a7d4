//! Types in words, for messages.

use super::{Kind, Ty, Types};

impl Types {
    /// "a string", "an array of a boolean", "the object `order`"; without the two bits.
    pub fn describe(&self, ty: &Ty) -> String {
        match &ty.kind {
            Kind::Error => "wrong".to_owned(),
            Kind::Unknown => "any JSON".to_owned(),
            Kind::Nothing => "null".to_owned(),
            Kind::String(None) => "a string".to_owned(),
            Kind::String(Some(values)) => match values.as_ref() {
                [value] => format!("the string `{value}`"),
                [first, second] => format!("`{first}` or `{second}`"),
                values => format!("one of {} strings", values.len()),
            },
            Kind::Boolean => "a boolean".to_owned(),
            Kind::Integer(_) => "an integer".to_owned(),
            Kind::Decimal { .. } => "a decimal".to_owned(),
            Kind::Date(_) => "a date".to_owned(),
            Kind::DateTime(_) => "a date-time".to_owned(),
            Kind::Array(item) => format!("an array of {}", self.describe(item)),
            Kind::Map(value) => format!("a map to {}", self.describe(value)),
            Kind::Record(id) => match self.record(*id).part.as_str() {
                "" => "an object".to_owned(),
                part => format!("the object `{part}`"),
            },
        }
    }
}
