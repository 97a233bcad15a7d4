//! Whether values are JSON as they are, or are written anew when they leave.

use super::{DateTimeWire, DateWire, IntegerWire, Kind, RecordId, Ty, Types, UnionId};

/// Whether a value of the type differs from its JSON.
pub fn needs_encoder(ty: &Ty, types: &Types) -> bool {
    Needs::default().ty(ty, types)
}

/// What was looked into already: types may contain themselves.
#[derive(Default)]
struct Needs {
    records: Vec<RecordId>,
    unions: Vec<UnionId>,
}

impl Needs {
    fn ty(&mut self, ty: &Ty, types: &Types) -> bool {
        match &ty.kind {
            Kind::Array(item) | Kind::Map(item) => self.ty(item, types),
            Kind::Record(id) => {
                if self.records.contains(id) {
                    return false;
                }
                self.records.push(*id);
                let fields = &types.record(*id).fields;
                fields.iter().any(|field| self.ty(&field.ty, types))
            }
            Kind::Union(id) => {
                if self.unions.contains(id) {
                    return false;
                }
                self.unions.push(*id);
                let variants = &types.union(*id).variants;
                variants.iter().any(|variant| self.ty(&variant.ty, types))
            }
            Kind::Decimal { .. }
            | Kind::Integer(IntegerWire::String)
            | Kind::Date(DateWire::Slashes) => true,
            Kind::DateTime(wire) => *wire != DateTimeWire::Iso,
            Kind::Error
            | Kind::Unknown
            | Kind::Nothing
            | Kind::String(_)
            | Kind::Boolean
            | Kind::Integer(IntegerWire::Number)
            | Kind::Date(DateWire::Iso) => false,
        }
    }
}
